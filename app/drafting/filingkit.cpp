#include "drafting/filingkit.h"

#include "documents/text.h"
#include "drafting/filedcase.h"
#include "filing/status.h"
#include "records/kit/agentnotes.h"
#include "records/kit/awscommands.h"
#include "records/kit/calculatorrecipe.h"
#include "records/kit/fundingrequest.h"
#include "records/kit/submission.h"
#include "records/recordcontext.h"

namespace drafting {

using records::Record;
using namespace Qt::StringLiterals;

QString kitWord(KitPart part)
{
    switch (part) {
    case KitPart::Update: return u"update"_s;
    case KitPart::Associations: return u"associations"_s;
    case KitPart::Engagement: return u"engagement"_s;
    case KitPart::Commands: return u"commands"_s;
    case KitPart::Notes: return u"notes"_s;
    case KitPart::Funding: return u"funding"_s;
    case KitPart::Calculator: break;
    }
    return u"calculator"_s;
}

FilingKit::FilingKit(const ComputedCase &computed, const Shipped &shipped, const CaseIdentity &identity, QDate asOf,
                     const CaseDocuments &documents, const ports::CaseFilings &filings)
    : m_computed(computed),
      m_shipped(shipped),
      m_identity(identity),
      m_asOf(asOf),
      m_documents(documents),
      m_filings(filings)
{
}

QString FilingKit::updateName(const CaseIdentity &identity, const QString &poolId)
{
    return identity.slug + u'-' + poolId + u".update.json"_s;
}

QString FilingKit::name(const Record &record, const QString &ending) const
{
    return m_identity.slug + u'-' + record.poolId + u'.' + ending;
}

records::RequestOptions FilingKit::options() const
{
    records::RequestOptions options;
    options.caseId = m_identity.caseId;
    options.revision = m_identity.revision;
    return options;
}

records::StoredOpportunity FilingKit::stored(const Record &record) const
{
    const catalogue::FilingRules &rules = m_shipped.filingRules;
    const domain::RecordFacts facts = records::factsFor(m_computed.worksheet, record.poolId);
    const RecordCourse course = courseOf(m_filings, record.poolId);
    const QString stated = facts.opportunityId.trimmed();
    // What a person typed otherwise is no identifier of AWS.
    const QString known = rules.opportunityId.match(stated).hasMatch() ? stated : QString();
    return {course.last ? course.last->opportunityId : known,
            {},
            filing::reviewStatusOf(rules, course.since.isValid() ? course.status : facts.status)};
}

std::vector<DocumentFile> FilingKit::fundingFiles(const Record &record) const
{
    const std::vector<NamedDocument> plans = m_documents.documentsOf(DocumentKind::Plan, record.poolId);
    QStringList attached{name(record, u"pdf"_s)};
    QString plan;
    if (!plans.empty()) {
        attached.append(plans.front().name + u".pdf"_s);
        plan = documents::toText(plans.front().brief);
    }
    const catalogue::FilingRules &rules = m_shipped.filingRules;
    const domain::Money ask = m_computed.plan.pools.at(static_cast<std::size_t>(record.pool)).ask;
    const records::FundingDraft draft = records::fundingDraft(record, attached, rules.fundRequest);
    return {{name(record, u"funding.txt"_s),
             records::fundingText(record, draft, ask, stored(record).identifier, plan, rules, m_asOf)},
            {name(record, u"funding.json"_s),
             records::fundingRequest(record, m_computed.worksheet, options(), rules.fundRequest)}};
}

ports::StoreResult<domain::Findings> FilingKit::withholdUpdates(ports::FilingStore &filed, const QString &pool)
{
    domain::Findings all;
    for (const Record &record : m_computed.stack.records) {
        const RecordCourse course = courseOf(m_filings, record.poolId);
        const bool other = !pool.isEmpty() && record.poolId != pool;
        if (record.kind != records::RecordKind::Opportunity || !course.last || other)
            continue;
        auto request = filedRequest(filed, m_identity.caseId, course);
        if (!request)
            return domain::Unexpected(request.error());
        const FilingContext context{m_computed, m_shipped, m_documents, m_filings, *std::move(request), m_asOf};
        for (const domain::Finding &finding : changeFindings(context, record.poolId)) {
            m_withheld[record.poolId].append(finding.message + u' ' + finding.fix);
            all.push_back(finding);
        }
    }
    return all;
}

QStringList FilingKit::withheldFiles() const
{
    QStringList names;
    for (const auto &[poolId, reasons] : m_withheld)
        names.append(updateName(m_identity, poolId));
    return names;
}

std::vector<DocumentFile> FilingKit::files(std::size_t index, KitPart part) const
{
    const Record &record = m_computed.stack.records.at(index);
    if (record.kind != records::RecordKind::Opportunity)
        return {};
    const records::StoredOpportunity known = stored(record);
    const auto withheld = m_withheld.find(record.poolId);
    switch (part) {
    case KitPart::Update:
        if (withheld != m_withheld.end())
            return {};
        return {{updateName(m_identity, record.poolId),
                 records::updateRequest(record, m_computed.worksheet, options(), known)}};
    case KitPart::Associations:
        return {
            {name(record, u"associations.json"_s), records::associationRequests(record, options(), known.identifier)}};
    case KitPart::Engagement:
        return {{name(record, u"engagement.json"_s), records::engagementRequest(record, options(), known.identifier)}};
    case KitPart::Commands:
        return {{name(record, u"commands.sh"_s),
                 records::awsCommands(record, options(), known.reviewStatus,
                                      {name(record, u"request.json"_s), updateName(m_identity, record.poolId),
                                       name(record, u"engagement.json"_s), name(record, u"funding.json"_s),
                                       name(record, u"commands.sh"_s)},
                                      withheld == m_withheld.end() ? QStringList() : withheld->second)}};
    case KitPart::Notes:
        return {
            {name(record, u"notes.txt"_s), records::agentNotes(record, m_computed.worksheet, m_computed.projection)}};
    case KitPart::Funding: return fundingFiles(record);
    case KitPart::Calculator: break;
    }
    return {{name(record, u"calculator.txt"_s),
             records::recipeText(records::calculatorRecipe(record, m_computed.projection))}};
}

std::vector<DocumentFile> FilingKit::all(std::size_t record) const
{
    std::vector<DocumentFile> kit;
    if (auto request = m_documents.request(record))
        kit.push_back({m_documents.fileName(record, DocumentFormat::Request), *std::move(request)});
    for (const KitPart part : kKitParts) {
        for (DocumentFile &file : files(record, part))
            kit.push_back(std::move(file));
    }
    return kit;
}

} // namespace drafting
