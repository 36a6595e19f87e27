#include "drafting/drafting.h"

#include "catalogue/acechannel.h"
#include "catalogue/ratebookreader.h"
#include "drafting/ownratesfile.h"
#include "drafting/shippedfile.h"
#include "review/review.h"

namespace drafting {

using domain::InputError;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

Result<Shipped, InputError> shippedData()
{
    const auto rates = shippedFile(u"rates/rate-book.json"_s);
    const auto programmes = shippedFile(u"programmes/programmes.json"_s);
    const auto pack = shippedFile(u"ace/api-pack.json"_s);
    const auto templates = shippedFile(u"templates/templates.json"_s);
    const auto reviewRules = shippedFile(u"review/review-rules.json"_s);
    const auto filingRules = shippedFile(u"ace/filing-rules.json"_s);
    for (const auto *bytes : {&rates, &programmes, &pack, &templates, &reviewRules, &filingRules}) {
        if (!*bytes)
            return Unexpected(bytes->error());
    }
    auto book = catalogue::readRateBook(*rates);
    if (!book)
        return Unexpected(book.error());
    auto list = catalogue::readProgrammes(*programmes);
    if (!list)
        return Unexpected(list.error());
    auto rules = catalogue::readAcePack(*pack);
    if (!rules)
        return Unexpected(rules.error());
    auto patterns = catalogue::readTemplates(*templates);
    if (!patterns)
        return Unexpected(patterns.error());
    auto wording = catalogue::readReviewRules(*reviewRules);
    if (!wording)
        return Unexpected(wording.error());
    auto filing = catalogue::readFilingRules(*filingRules);
    if (!filing)
        return Unexpected(filing.error());
    return Shipped{*std::move(book),     *std::move(list),    *std::move(rules),
                   *std::move(patterns), *std::move(wording), *std::move(filing)};
}

Result<catalogue::OfferMap, InputError> shippedOfferMap()
{
    const auto bytes = shippedFile(u"rates/offer-map.json"_s);
    if (!bytes)
        return Unexpected(bytes.error());
    return catalogue::readOfferMap(*bytes);
}

QStringList aceChannels()
{
    return {u"api"_s, u"bulk"_s, u"console"_s};
}

QString channelOf(const domain::PartnerProfile *profile)
{
    return profile && !profile->channel.isEmpty() ? profile->channel : aceChannels().constFirst();
}

namespace {

/// The rules of the API, which every channel begins with.
Result<catalogue::AcePack, InputError> apiRules(const Shipped &shipped)
{
    if (shipped.acePack.channel == aceChannels().constFirst())
        return shipped.acePack;
    const auto bytes = shippedFile(u"ace/api-pack.json"_s);
    if (!bytes)
        return Unexpected(bytes.error());
    return catalogue::readAcePack(*bytes);
}

} // namespace

Result<catalogue::AcePack, InputError> aceRulesOf(const Shipped &shipped, const QString &channel)
{
    if (channel == shipped.acePack.channel)
        return shipped.acePack;
    auto api = apiRules(shipped);
    if (!api || channel == api->channel)
        return api;
    const auto bytes = shippedFile(u"ace/%1-channel.json"_s.arg(channel));
    if (!bytes)
        return Unexpected(bytes.error());
    return catalogue::readAceChannel(*api, *bytes);
}

Result<void, InputError> followChannel(Shipped &shipped, const domain::PartnerProfile *profile)
{
    const QString channel = channelOf(profile);
    if (shipped.acePack.channel == channel)
        return {};
    auto rules = aceRulesOf(shipped, channel);
    if (!rules)
        return Unexpected(rules.error());
    shipped.acePack = *std::move(rules);
    return {};
}

domain::Findings ComputedCase::spendFindings() const
{
    domain::Findings findings = projection.findings;
    findings.insert(findings.end(), plan.findings.begin(), plan.findings.end());
    return review::sorted(std::move(findings));
}

Result<ComputedCase, InputError> compute(const domain::Worksheet &worksheet, const catalogue::RateBook &rates,
                                         const catalogue::Programmes &programmes, QDate asOf, funding::Order order)
{
    auto projection = projection::project(worksheet, rates, asOf);
    if (!projection)
        return Unexpected(projection.error());
    auto plan = funding::plan(worksheet, *projection, programmes, asOf, order);
    if (!plan)
        return Unexpected(plan.error());
    auto stack = records::compose(worksheet, *projection, *plan, programmes, asOf);
    return ComputedCase{worksheet, *std::move(projection), *std::move(plan), std::move(stack)};
}

review::ReviewInput reviewInput(const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    return {computed.worksheet, computed.projection, computed.plan, computed.stack, shipped.acePack, asOf,
            shipped.programmes, shipped.reviewRules};
}

} // namespace drafting
