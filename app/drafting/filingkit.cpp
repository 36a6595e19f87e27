#include "drafting/filingkit.h"

#include "documents/text.h"
#include "records/kit/agentnotes.h"
#include "records/kit/awscommands.h"
#include "records/kit/calculatorrecipe.h"
#include "records/kit/fundingrequest.h"
#include "records/kit/submission.h"

#include <algorithm>

namespace drafting {

using records::Record;
using namespace Qt::StringLiterals;

namespace {

domain::RecordFacts factsOf(const ComputedCase &computed, const Record &record)
{
    const auto found = std::ranges::find(computed.worksheet.records, record.poolId, &domain::RecordFacts::pool);
    return found == computed.worksheet.records.end() ? domain::RecordFacts() : *found;
}

/// O and digits, or nothing: what a person typed otherwise is no identifier of AWS.
QString identifierIn(const domain::RecordFacts &facts)
{
    const QString id = facts.opportunityId.trimmed();
    const bool sound = id.size() > 1 && id.size() <= 20 && id.startsWith(u'O')
                    && std::all_of(id.begin() + 1, id.end(), [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
    return sound ? id : QString();
}

} // namespace

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

QString reviewStatusOf(const QString &status)
{
    if (status == "filed"_L1)
        return u"Submitted"_s;
    if (status == "in-review"_L1)
        return u"In review"_s;
    if (status == "action-required"_L1)
        return u"Action Required"_s;
    if (status == "approved"_L1 || status == "credits-issued"_L1)
        return u"Approved"_s;
    return status == "rejected"_L1 ? u"Rejected"_s : u"Pending Submission"_s;
}

FilingKit::FilingKit(const ComputedCase &computed, const CaseIdentity &identity, QDate asOf,
                     const CaseDocuments &documents)
    : m_computed(computed), m_identity(identity), m_asOf(asOf), m_documents(documents)
{
}

QString FilingKit::name(const Record &record, const QString &ending) const
{
    return m_identity.slug + u'-' + record.poolId + u'.' + ending;
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
    records::RequestOptions options;
    options.caseId = m_identity.caseId;
    options.revision = m_identity.revision;
    const domain::Money ask = m_computed.plan.pools.at(static_cast<std::size_t>(record.pool)).ask;
    return {
        {name(record, u"funding.txt"_s), records::fundingText(record, records::fundingDraft(record, attached), ask,
                                                              identifierIn(factsOf(m_computed, record)), plan, m_asOf)},
        {name(record, u"funding.json"_s), records::fundingRequest(record, m_computed.worksheet, options)}};
}

std::vector<DocumentFile> FilingKit::files(std::size_t index, KitPart part) const
{
    const Record &record = m_computed.stack.records.at(index);
    if (record.kind != records::RecordKind::Opportunity)
        return {};
    const domain::RecordFacts facts = factsOf(m_computed, record);
    const QString id = identifierIn(facts);
    const QString status = reviewStatusOf(facts.status);
    records::RequestOptions options;
    options.caseId = m_identity.caseId;
    options.revision = m_identity.revision;
    switch (part) {
    case KitPart::Update:
        return {{name(record, u"update.json"_s),
                 records::updateRequest(record, m_computed.worksheet, options, {id, {}, status})}};
    case KitPart::Associations:
        return {{name(record, u"associations.json"_s), records::associationRequests(record, options, id)}};
    case KitPart::Engagement:
        return {{name(record, u"engagement.json"_s), records::engagementRequest(record, options, id)}};
    case KitPart::Commands:
        return {{name(record, u"commands.sh"_s),
                 records::awsCommands(record, options, status,
                                      {name(record, u"request.json"_s), name(record, u"update.json"_s),
                                       name(record, u"engagement.json"_s), name(record, u"funding.json"_s),
                                       name(record, u"commands.sh"_s)})}};
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
