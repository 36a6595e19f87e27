#include "cli/filedcases.h"

#include "cli/openedcase.h"
#include "domain/date.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

Arguments &withRecord(Arguments &arguments)
{
    return arguments.option(u"case"_s, u"The case file."_s, u"file"_s)
        .option(u"id"_s, u"The case; not needed where the file holds one only."_s, u"case-id"_s)
        .option(u"pool"_s, u"The record, by the id of its pool."_s, u"pool"_s);
}

Outcome<QString> chosenCase(const Arguments &arguments, const QString &file, ports::CaseStore &store)
{
    if (const QString given = arguments.value(u"id"_s); !given.isEmpty())
        return given;
    const auto cases = store.list({});
    if (!cases)
        return Unexpected(fromStore(file, cases.error()));
    if (cases->size() == 1)
        return cases->front().id;
    return Unexpected(usage(u"missing --id: the file holds "_s + QString::number(cases->size()) + u" cases"_s));
}

Outcome<QDate> dayOf(const Arguments &arguments, const QString &option)
{
    if (!arguments.isSet(option))
        return arguments.asOf();
    const auto day = domain::parseDate(arguments.value(option));
    if (!day)
        return Unexpected(usage(u"--"_s + option + u": \""_s + arguments.value(option)
                                + u"\" is not a date of the form YYYY-MM-DD"_s));
    return *day;
}

Outcome<std::unique_ptr<FiledCase>> FiledCase::load(const QString &file, ports::CaseStore &store, const QString &caseId,
                                                    const drafting::Shipped &shipped, QDate asOf)
{
    std::unique_ptr<FiledCase> one(new FiledCase(file, store, shipped, asOf));
    auto stored = store.load(caseId);
    if (!stored)
        return Unexpected(fromStore(file, stored.error()));
    one->m_stored = *std::move(stored);
    auto filings = store.filings()->loadFilings(caseId);
    if (!filings)
        return Unexpected(fromStore(file, filings.error()));
    one->m_filings = *std::move(filings);
    auto computed = computeStored(file, one->m_stored, shipped, asOf);
    if (!computed)
        return Unexpected(computed.error());
    one->m_computed = std::make_unique<drafting::ComputedCase>(*std::move(computed));
    one->m_typesetter = std::make_unique<documents::Typesetter>();
    const auto profile = profileOf(file);
    if (!profile)
        return Unexpected(profile.error());
    one->m_profile = *profile;
    const ports::CaseSummary &summary = one->m_stored.summary;
    one->m_documents = std::make_unique<drafting::CaseDocuments>(
        *one->m_computed, shipped, drafting::CaseIdentity{summary.id, summary.revision, summary.slug, *profile}, asOf,
        *one->m_typesetter);
    return one;
}

Outcome<drafting::FilingContext> FiledCase::contextOf(const QString &poolId) const
{
    drafting::FilingContext context{*m_computed, m_shipped, *m_documents, m_filings, {}, m_asOf};
    auto request =
        drafting::filedRequest(*m_store.filings(), m_stored.summary.id, drafting::courseOf(m_filings, poolId));
    if (!request)
        return Unexpected(fromStore(m_file, request.error()));
    context.filedRequest = *std::move(request);
    return context;
}

Failure fromRefusals(const QString &file, const domain::Findings &refusals)
{
    std::vector<Failure> failures;
    for (const domain::Finding &refusal : refusals)
        failures.push_back({file, refusal.field, refusal.message + u' ' + refusal.fix});
    for (std::size_t i = 0; i + 1 < failures.size(); ++i)
        complain(failures[i]);
    return failures.back();
}

} // namespace cli
