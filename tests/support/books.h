// Small books and worksheets that tests fill by hand, so that every expected figure can be checked with a calculator.
#pragma once

#include "catalogue/programmes.h"
#include "catalogue/ratebook.h"
#include "domain/finding.h"
#include "domain/worksheet.h"

#include <QDate>

namespace support {

inline domain::Rate rate(QStringView text)
{
    return *domain::Rate::parse(text);
}

inline domain::Decimal decimal(QStringView text)
{
    return *domain::Decimal::parse(text);
}

inline domain::Money money(QStringView text)
{
    return *domain::Money::parse(text);
}

/// Claude Sonnet 4.6 at its us-east-1 prices of 2026-08-20, regional and global.
inline catalogue::Model sonnet()
{
    using namespace Qt::StringLiterals;
    catalogue::Model model;
    model.id = u"anthropic.claude-sonnet-4-6"_s;
    model.name = u"Claude Sonnet 4.6"_s;
    model.provider = u"Anthropic"_s;
    for (const domain::Scope scope : {domain::Scope::Regional, domain::Scope::Global}) {
        const bool regional = scope == domain::Scope::Regional;
        catalogue::ModelRow row;
        row.region = u"us-east-1"_s;
        row.scope = scope;
        row.rates.input = rate(regional ? u"3.3" : u"3");
        row.rates.output = rate(regional ? u"16.5" : u"15");
        row.rates.cacheRead = rate(regional ? u"0.33" : u"0.3");
        row.rates.cacheWrite5m = rate(regional ? u"4.125" : u"3.75");
        row.rates.cacheWrite1h = rate(regional ? u"6.6" : u"6");
        row.rates.batchInput = rate(regional ? u"1.65" : u"1.5");
        row.rates.batchOutput = rate(regional ? u"8.25" : u"7.5");
        row.cacheMinimumTokens = 2048;
        row.source = u"list"_s;
        row.asOf = u"2026-08-20"_s;
        model.rows.push_back(row);
    }
    return model;
}

/// A model with nothing but input and output, in us-east-1 global only, whose prompts over 100,000 tokens cost more.
inline catalogue::Model plainModel()
{
    using namespace Qt::StringLiterals;
    catalogue::Model model;
    model.id = u"example.plain"_s;
    model.name = u"Plain"_s;
    model.provider = u"Example"_s;
    catalogue::ModelRow row;
    row.region = u"us-east-1"_s;
    row.scope = domain::Scope::Global;
    row.rates.input = rate(u"1");
    row.rates.output = rate(u"2");
    row.longPrompt = catalogue::LongPromptBand{100'000, {}};
    row.longPrompt->rates.input = rate(u"4");
    row.longPrompt->rates.output = rate(u"5");
    row.provisioned[0] = rate(u"24");
    row.source = u"list"_s;
    row.asOf = u"2026-08-20"_s;
    model.rows.push_back(row);
    return model;
}

inline catalogue::RateBook book()
{
    using namespace Qt::StringLiterals;
    catalogue::RateBook book;
    book.id = u"test"_s;
    book.asOf = QDate(2026, 10, 8);
    book.sources.insert(u"list"_s, u"AWS Price List"_s);
    book.models = {sonnet(), plainModel()};
    catalogue::Item storage;
    storage.id = u"s3/standard-gb-month"_s;
    storage.service = u"Amazon S3"_s;
    storage.name = u"Standard storage"_s;
    storage.unit = u"GB-month"_s;
    storage.prices.push_back(
        {u"us-east-1"_s,
         1,
         {{decimal(u"51200"), rate(u"0.023")}, {decimal(u"512000"), rate(u"0.022")}, {{}, rate(u"0.021")}},
         u"list"_s,
         u"2026-09-29"_s,
         {}});
    catalogue::Item pages;
    pages.id = u"textract/detect-pages"_s;
    pages.service = u"Amazon Textract"_s;
    pages.name = u"Detected pages"_s;
    pages.unit = u"page"_s;
    pages.prices.push_back(
        {u"default"_s, 1000, {{decimal(u"1000000"), rate(u"1.5")}}, u"list"_s, u"2026"_s, u"100 pages a month"_s});
    book.items = {storage, pages};
    book.index();
    return book;
}

inline catalogue::Programmes programmes()
{
    using namespace Qt::StringLiterals;
    const auto make = [](const QString &id, bool poc, bool ace, std::optional<domain::Money> floor,
                         std::optional<domain::Money> ceiling, int window, int valid) {
        catalogue::Programme programme;
        programme.id = id;
        programme.name = id;
        programme.proofOfConcept = poc;
        programme.filedThroughAce = ace;
        if (ace)
            programme.defaultRoute = domain::Route::Ace;
        programme.floor = floor;
        programme.ceiling = ceiling;
        programme.windowMonths = window;
        programme.validMonths = valid;
        return programme;
    };
    catalogue::Programmes all;
    all.list = {make(u"bedrock-poc"_s, true, true, money(u"10000"), money(u"50000"), 3, 12),
                make(u"activate-founders"_s, false, false, money(u"1000"), money(u"5000"), 12, 12),
                make(u"activate-portfolio"_s, false, true, {}, money(u"100000"), 12, 24),
                make(u"genai-accelerator"_s, false, false, {}, money(u"1000000"), 12, 24),
                make(u"enterprise-poc"_s, true, true, {}, {}, 3, 12)};
    return all;
}

/// 5,000 calls a day, 4,000 tokens in, 600 out on Sonnet 4.6: 3,465.00 dollars a month at the regional rate.
inline domain::Workload answers()
{
    using namespace Qt::StringLiterals;
    domain::Workload workload;
    workload.id = u"answers"_s;
    workload.name = u"Assistant answers"_s;
    workload.model = u"anthropic.claude-sonnet-4-6"_s;
    workload.requestsPerDay = 5000;
    workload.inputTokens = 4000;
    workload.outputTokens = 600;
    return workload;
}

inline domain::Worksheet worksheet()
{
    using namespace Qt::StringLiterals;
    domain::Worksheet worksheet;
    worksheet.company.name = u"Northwind"_s;
    worksheet.company.stage = domain::Stage::SeriesA;
    worksheet.company.institutionallyFunded = true;
    worksheet.partner.tier = domain::PartnerTier::Advanced;
    worksheet.partner.aceAccess = true;
    domain::UseCase useCase;
    useCase.id = u"assistant"_s;
    useCase.title = u"Assistant"_s;
    useCase.scope = u"Five customers."_s;
    useCase.successMetric = u"Half of the questions."_s;
    useCase.proofOfConcept = true;
    useCase.workloads.push_back(answers());
    worksheet.useCases.push_back(useCase);
    worksheet.funding.startMonth = domain::Month(2027, 1);
    worksheet.funding.months = 12;
    return worksheet;
}

inline const QDate kToday(2026, 11, 22);

inline bool has(const domain::Findings &findings, QStringView rule)
{
    for (const domain::Finding &finding : findings) {
        if (finding.rule == rule)
            return true;
    }
    return false;
}

} // namespace support
