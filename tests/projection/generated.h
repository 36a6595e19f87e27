// Generated rate books and worksheets, nasty but valid, the same ones for the same seed.
#pragma once

#include "support/books.h"

#include <random>

namespace generated {

class Maker {
public:
    explicit Maker(unsigned seed) : m_random(seed) {}

    int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }
    bool chance(int percent) { return upTo(99) < percent; }

    /// A book in which every fallback, tier, band, minimum, commitment and price tier occurs.
    catalogue::RateBook book()
    {
        catalogue::RateBook book = support::book();
        for (int i = 0; i < 12; ++i)
            book.models.push_back(model(i));
        for (int i = 0; i < 6; ++i)
            book.items.push_back(item(i));
        book.index();
        return book;
    }

    /// A worksheet of a few lines, all of them priced in `book`.
    domain::Worksheet worksheet(const catalogue::RateBook &book)
    {
        domain::Worksheet worksheet = support::worksheet();
        worksheet.funding.months = std::array{1, 3, 6, 12, 12, 36}[static_cast<std::size_t>(upTo(5))];
        if (chance(30))
            worksheet.funding.fullVolumeMonth = 1 + upTo(*worksheet.funding.months - 1);
        worksheet.useCases.front().workloads.clear();
        const int workloads = upTo(3);
        for (int i = 0; i < workloads; ++i)
            worksheet.useCases.front().workloads.push_back(workload(book, i));
        const int services = upTo(2);
        for (int i = 0; i < services; ++i)
            worksheet.useCases.front().services.push_back(service(book, i));
        worksheet.footprint.push_back(service(book, 9));
        return worksheet;
    }

    domain::Workload workload(const catalogue::RateBook &book, int number)
    {
        domain::Workload workload;
        workload.id = QStringLiteral("w%1").arg(number);
        workload.model = book.models[static_cast<std::size_t>(upTo(static_cast<int>(book.models.size()) - 1))].id;
        if (chance(40))
            workload.scope = chance(50) ? domain::Scope::Global : domain::Scope::Regional;
        if (chance(30))
            workload.tier = static_cast<domain::Tier>(upTo(2));
        if (chance(20)) {
            workload.users = upTo(20'000);
            workload.actionsPerUserPerDay = decimal(30'000'000);
        } else {
            workload.requestsPerDay = chance(10) ? upTo(3) : upTo(2'000'000);
        }
        if (chance(20))
            workload.callsPerRequest = 1 + upTo(20);
        if (chance(30))
            workload.daysPerMonth = domain::Decimal::fromMillionths(1 + decimal(30'000'000).millionths());
        workload.inputTokens = upTo(20'000);
        workload.outputTokens = upTo(3'000);
        if (chance(50)) {
            workload.cachedPrefixTokens = upTo(static_cast<int>(*workload.inputTokens));
            workload.cacheHitRate = share();
            if (chance(30))
                workload.cacheTtl = domain::CacheTtl::OneHour;
        }
        if (chance(40))
            workload.batchShare = share();
        window(workload.growthPerMonth, workload.fromMonth, workload.toMonth);
        for (int month = 2; month <= 36; month += 1 + upTo(30)) {
            if (chance(30))
                workload.steps.push_back({month, decimal(4'000'000)});
        }
        const catalogue::Model &model = *book.model(workload.model);
        if (model.rows.front().provisioned[0] && model.rows.size() == 1 && chance(30))
            workload.provisioned = domain::Provisioned{1 + upTo(20), {}};
        return workload;
    }

    domain::ServiceUse service(const catalogue::RateBook &book, int number)
    {
        domain::ServiceUse service;
        service.id = QStringLiteral("s%1").arg(number);
        service.service = QStringLiteral("Amazon S%1").arg(upTo(2));
        if (chance(50)) {
            service.item = book.items[static_cast<std::size_t>(upTo(static_cast<int>(book.items.size()) - 1))].id;
            service.quantity =
                domain::Decimal::fromMillionths(domain::Int128(upTo(1'000'000'000)) * (chance(50) ? 1 : 97));
        } else {
            service.monthlyUsd = domain::Money::fromCents(upTo(100'000'000));
        }
        window(service.growthPerMonth, service.fromMonth, service.toMonth);
        if (!service.item.isEmpty() && service.growthPerMonth > domain::Decimal::fromMillionths(100'000))
            service.growthPerMonth.reset(); // stays within the last documented tier
        return service;
    }

    domain::Decimal share()
    {
        static constexpr int kShares[] = {0, 1, 250'000, 333'333, 500'000, 800'000, 999'999, 1'000'000};
        return domain::Decimal::fromMillionths(chance(60) ? kShares[upTo(7)] : upTo(1'000'000));
    }

private:
    domain::Decimal decimal(int mostMillionths)
    {
        const int step = chance(50) ? 1'000'000 : chance(50) ? 10'000 : 1;
        return domain::Decimal::fromMillionths(domain::Int128(upTo(mostMillionths)) / step * step);
    }

    void window(std::optional<domain::Decimal> &growth, std::optional<int> &from, std::optional<int> &to)
    {
        static constexpr int kGrowths[] = {-900'000, -50'000, -1, 1, 30'000, 40'000, 150'000, 333'333};
        if (chance(60))
            growth = domain::Decimal::fromMillionths(kGrowths[upTo(7)]);
        if (chance(30))
            from = 1 + upTo(14);
        if (chance(20))
            to = from.value_or(1) + upTo(20);
    }

    domain::Rate price()
    {
        return domain::Rate::fromPicodollars(qint64(upTo(2'000'000)) * (chance(50) ? 10'000'000 : 12'345));
    }

    std::optional<domain::Rate> maybePrice(int percent)
    {
        return chance(percent) ? std::optional(price()) : std::nullopt;
    }

    catalogue::TokenRates rates()
    {
        catalogue::TokenRates rates;
        rates.input = price();
        rates.output = price();
        for (auto *rate :
             {&rates.cacheRead, &rates.cacheWrite5m, &rates.cacheWrite1h, &rates.batchInput, &rates.batchOutput,
              &rates.flexInput, &rates.flexOutput, &rates.priorityInput, &rates.priorityOutput})
            *rate = maybePrice(60);
        return rates;
    }

    catalogue::Model model(int number)
    {
        catalogue::Model model;
        model.id = model.name = QStringLiteral("generated.%1").arg(number);
        model.provider = QStringLiteral("Generated");
        const int scopes = upTo(2); // regional, global or both
        for (const domain::Scope scope : {domain::Scope::Regional, domain::Scope::Global}) {
            if (scopes != 2 && scopes != static_cast<int>(scope))
                continue;
            catalogue::ModelRow row;
            row.region = QStringLiteral("us-east-1");
            row.scope = scope;
            row.rates = rates();
            if (chance(50))
                row.cacheMinimumTokens = upTo(4096);
            if (chance(40))
                row.longPrompt = catalogue::LongPromptBand{upTo(20'000), rates()};
            row.provisioned[0] = maybePrice(50);
            row.source = QStringLiteral("list");
            row.asOf = QStringLiteral("2026-08-20");
            model.rows.push_back(row);
        }
        return model;
    }

    catalogue::Item item(int number)
    {
        catalogue::Item item;
        item.id = QStringLiteral("generated/%1").arg(number);
        item.service = item.name = QStringLiteral("Generated");
        item.unit = QStringLiteral("unit");
        catalogue::ItemPrice price;
        price.region = QStringLiteral("default");
        price.per = std::array{1, 1000, 1'000'000, 7}[static_cast<std::size_t>(upTo(3))];
        price.source = QStringLiteral("list");
        price.asOf = QStringLiteral("2026");
        for (int tier = 1; tier <= upTo(2); ++tier)
            price.tiers.push_back({domain::Decimal::fromInteger(tier * (1 + upTo(40'000)) * 7), this->price()});
        std::sort(price.tiers.begin(), price.tiers.end(), [](const auto &a, const auto &b) { return a.upTo < b.upTo; });
        price.tiers.push_back({{}, this->price()});
        item.prices.push_back(price);
        return item;
    }

    std::mt19937 m_random;
};

} // namespace generated
