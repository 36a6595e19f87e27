#include "drafting/casedocuments.h"

#include "documents/archive.h"
#include "documents/briefbuilder.h"
#include "documents/bulkimport.h"
#include "documents/casecsv.h"
#include "documents/composer.h"
#include "documents/hand.h"
#include "documents/html.h"
#include "documents/markdown.h"
#include "documents/odt.h"
#include "documents/text.h"
#include "drafting/callnotes.h"
#include "drafting/questions.h"
#include "records/request.h"
#include "whatif/demand.h"
#include "worksheetfile/writer.h"

#include <QCryptographicHash>

namespace drafting {

using documents::PdfError;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

struct CaseDocuments::Demand {
    documents::DemandFigures low;
    documents::DemandFigures high;
};

namespace {

/// The case at one end of its ranges. An end that cannot be computed (beyond the exact bounds) prints no range.
std::optional<documents::DemandFigures> figuresAt(whatif::Demand end, const ComputedCase &computed,
                                                  const Shipped &shipped, QDate asOf)
{
    const domain::Worksheet worksheet = whatif::worksheetAt(end, computed.worksheet, computed.plan);
    auto projection = projection::project(worksheet, shipped.rates, asOf);
    if (!projection)
        return std::nullopt;
    auto plan = funding::plan(worksheet, *projection, shipped.programmes, asOf, computed.plan.order);
    if (!plan)
        return std::nullopt;
    return documents::DemandFigures{*std::move(projection), *std::move(plan)};
}

/// Eight hexadecimal digits that tell two states of a case apart: facts, rates, day and revision.
QString shortHashOf(const ComputedCase &computed, const Shipped &shipped, QDate asOf)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(worksheetfile::write(computed.worksheet));
    hash.addData(shipped.rates.sha256.toUtf8());
    hash.addData(asOf.toString(Qt::ISODate).toUtf8());
    return QString::fromLatin1(hash.result().toHex().first(8));
}

} // namespace

QString formatWord(DocumentFormat format)
{
    switch (format) {
    case DocumentFormat::Pdf: return u"pdf"_s;
    case DocumentFormat::Html: return u"html"_s;
    case DocumentFormat::Markdown: return u"md"_s;
    case DocumentFormat::Text: return u"txt"_s;
    case DocumentFormat::Odt: return u"odt"_s;
    case DocumentFormat::Request: return u"request"_s;
    case DocumentFormat::BulkImport: return u"csv"_s;
    case DocumentFormat::Mail: return u"eml"_s;
    case DocumentFormat::SpreadsheetCsv: return u"spreadsheet.csv"_s;
    case DocumentFormat::ExactCsv: return u"exact.csv"_s;
    case DocumentFormat::Archive: return u"archive.pdf"_s;
    case DocumentFormat::Worksheet: break;
    }
    return u"worksheet"_s;
}

bool isDocument(DocumentFormat format)
{
    return format != DocumentFormat::Request && format != DocumentFormat::BulkImport
        && format != DocumentFormat::Worksheet && format != DocumentFormat::SpreadsheetCsv
        && format != DocumentFormat::ExactCsv && format != DocumentFormat::Mail;
}

QString kindWord(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Records: break;
    case DocumentKind::Stack: return u"stack"_s;
    case DocumentKind::Founder: return u"founder"_s;
    case DocumentKind::Call: return u"call"_s;
    case DocumentKind::Plan: return u"plan"_s;
    case DocumentKind::WorksheetForm: return u"worksheet-form"_s;
    case DocumentKind::FollowUp: return u"follow-up"_s;
    }
    return u"records"_s;
}

CaseDocuments::CaseDocuments(const ComputedCase &computed, const Shipped &shipped, const CaseIdentity &identity,
                             QDate asOf, documents::Typesetter &typesetter)
    : m_computed(computed),
      m_shipped(shipped),
      m_identity(identity),
      m_asOf(asOf),
      m_typesetter(typesetter),
      m_shortHash(shortHashOf(computed, shipped, asOf))
{
    if (!whatif::hasRange(computed.worksheet))
        return;
    auto low = figuresAt(whatif::Demand::Low, computed, shipped, asOf);
    auto high = figuresAt(whatif::Demand::High, computed, shipped, asOf);
    if (low && high)
        m_demand = std::make_unique<Demand>(Demand{*std::move(low), *std::move(high)});
}

CaseDocuments::~CaseDocuments() = default;

std::size_t CaseDocuments::recordCount() const
{
    return m_computed.stack.records.size();
}

documents::CaseInput CaseDocuments::input() const
{
    return {m_computed.worksheet,
            m_computed.projection,
            m_computed.plan,
            m_computed.stack,
            m_shipped.rates,
            m_shipped.programmes,
            m_demand ? &m_demand->low : nullptr,
            m_demand ? &m_demand->high : nullptr,
            m_asOf,
            m_identity.revision,
            m_shortHash};
}

const std::vector<call::Question> &CaseDocuments::openQuestions() const
{
    static const std::vector<ports::CallQuestion> kNone;
    if (!m_open)
        m_open = openQuestionsOf(m_computed, m_shipped, review::review(reviewInput(m_computed, m_shipped, m_asOf)),
                                 m_asOf, m_identity.notes ? m_identity.notes->questions : kNone)
                     .questions;
    return *m_open;
}

documents::Brief CaseDocuments::brief(std::size_t record) const
{
    return finished(documents::buildDocument(input().withRecord(m_computed.stack.records.at(record))),
                    domain::ParagraphPlace::Brief);
}

documents::Brief CaseDocuments::finished(documents::Brief document, std::optional<domain::ParagraphPlace> place) const
{
    if (m_identity.profile)
        documents::applyProfile(document, *m_identity.profile, place, input());
    return document;
}

documents::Pages CaseDocuments::pages(std::size_t record) const
{
    return documents::compose(brief(record), m_typesetter);
}

Result<QByteArray, PdfError> CaseDocuments::pdf(std::size_t record) const
{
    return document(record, DocumentFormat::Pdf);
}

Result<QByteArray, PdfError> CaseDocuments::document(std::size_t record, DocumentFormat format) const
{
    return rendered(brief(record), format);
}

Result<QByteArray, PdfError> CaseDocuments::rendered(const documents::Brief &document, DocumentFormat format) const
{
    if (format == DocumentFormat::Pdf)
        return documents::toPdf(documents::compose(document, m_typesetter), document.properties);
    if (format == DocumentFormat::Archive) {
        const auto pdf = rendered(document, DocumentFormat::Pdf);
        const QByteArray caseFile = m_identity.caseFile ? *m_identity.caseFile : QByteArray();
        return pdf ? documents::withCase(*pdf, {worksheet(), caseFile}, m_asOf) : pdf;
    }
    if (format == DocumentFormat::Html)
        return documents::toHtml(document).toUtf8();
    if (format == DocumentFormat::Markdown)
        return documents::toMarkdown(document).toUtf8();
    if (format == DocumentFormat::Text)
        return documents::toText(document).toUtf8();
    auto packed = documents::toOdt(document);
    if (!packed)
        return Unexpected(PdfError{PdfError::Kind::Finish, packed.error()});
    return *std::move(packed);
}

std::vector<NamedDocument> CaseDocuments::documentsOf(DocumentKind kind, const QString &pool) const
{
    const documents::CaseInput facts = input();
    std::vector<NamedDocument> made;
    const auto add = [&](documents::CaseDocument what, const std::vector<call::Question> &open) {
        auto document = documents::buildCaseDocument(what, facts, open);
        if (!document)
            return;
        if (what == documents::CaseDocument::CallSummary && m_identity.notes)
            addCalls(*document, m_computed.worksheet, *m_identity.notes);
        made.push_back({m_identity.slug + u'-' + kindWord(kind),
                        kind,
                        {},
                        finished(*std::move(document), documents::paragraphPlaceOf(what))});
    };
    switch (kind) {
    case DocumentKind::Stack: add(documents::CaseDocument::StackSummary, {}); break;
    case DocumentKind::Founder: add(documents::CaseDocument::FounderSheet, openQuestions()); break;
    case DocumentKind::Call: add(documents::CaseDocument::CallSummary, openQuestions()); break;
    case DocumentKind::Records:
    case DocumentKind::Plan:
        for (std::size_t index = 0; index < recordCount(); ++index) {
            const records::Record &record = m_computed.stack.records[index];
            if (!pool.isEmpty() && record.poolId != pool)
                continue;
            const QString base = m_identity.slug + u'-' + record.poolId;
            if (kind == DocumentKind::Records)
                made.push_back({base, kind, index, brief(index)});
            else if (documents::hasPocPlan(facts, record))
                made.push_back({base + u'-' + kindWord(kind), kind, index,
                                finished(documents::buildPocPlan(facts, record), domain::ParagraphPlace::Plan)});
        }
        break;
    case DocumentKind::WorksheetForm:
    case DocumentKind::FollowUp: break;
    }
    return made;
}

Result<std::vector<DocumentFile>, PdfError>
CaseDocuments::caseFiles(DocumentKind kind, const std::vector<DocumentFormat> &formats, const QString &pool) const
{
    if (kind == DocumentKind::Records)
        return files(formats, pool);
    if (kind == DocumentKind::WorksheetForm || kind == DocumentKind::FollowUp)
        return founderFiles(kind, formats);
    const std::vector<NamedDocument> made = documentsOf(kind, pool);
    std::vector<DocumentFile> all;
    for (const DocumentFormat format : formats) {
        if (!isDocument(format))
            continue;
        for (const NamedDocument &document : made) {
            auto bytes = rendered(document.brief, format);
            if (!bytes)
                return Unexpected(bytes.error());
            all.push_back({document.name + u'.' + formatWord(format), *std::move(bytes)});
        }
    }
    return all;
}

std::optional<QByteArray> CaseDocuments::request(std::size_t record) const
{
    const records::Record &stated = m_computed.stack.records.at(record);
    if (stated.kind != records::RecordKind::Opportunity)
        return std::nullopt;
    records::RequestOptions options;
    options.caseId = m_identity.caseId;
    options.revision = m_identity.revision;
    return records::createRequest(stated, m_computed.worksheet, options);
}

QByteArray CaseDocuments::worksheet() const
{
    return worksheetfile::write(m_computed.worksheet);
}

std::optional<QByteArray> CaseDocuments::bulkImport(const QString &pool) const
{
    std::vector<documents::BulkImportRow> rows;
    for (const records::Record &record : m_computed.stack.records) {
        if (record.kind == records::RecordKind::Opportunity && (pool.isEmpty() || record.poolId == pool))
            rows.push_back(
                {m_computed.worksheet, record, records::partnerIdentifier(m_identity.caseId, record.poolId)});
    }
    if (rows.empty())
        return std::nullopt;
    return documents::bulkImportCsv(rows);
}

QString CaseDocuments::fileName(std::size_t record, DocumentFormat format) const
{
    const QString base = m_identity.slug + u'-' + m_computed.stack.records.at(record).poolId;
    return base + (format == DocumentFormat::Request ? u".request.json"_s : QString(u'.' + formatWord(format)));
}

Result<std::vector<DocumentFile>, PdfError> CaseDocuments::files(const std::vector<DocumentFormat> &formats,
                                                                 const QString &pool) const
{
    std::vector<DocumentFile> all;
    for (const DocumentFormat format : formats) {
        if (format == DocumentFormat::Worksheet) {
            if (pool.isEmpty()) // it is the whole case's
                all.push_back({m_identity.slug + u".worksheet.json"_s, worksheet()});
            continue;
        }
        if (format == DocumentFormat::Mail) // no record is a mail
            continue;
        if (format == DocumentFormat::SpreadsheetCsv || format == DocumentFormat::ExactCsv) {
            const bool isExact = format == DocumentFormat::ExactCsv;
            if (pool.isEmpty()) // it is the whole case's
                all.push_back({m_identity.slug + u'.' + formatWord(format),
                               documents::caseCsv(input(), isExact ? documents::CsvForm::Exact
                                                                   : documents::CsvForm::Spreadsheet)});
            continue;
        }
        if (format == DocumentFormat::BulkImport) {
            if (const auto bytes = bulkImport(pool))
                all.push_back({m_identity.slug + u".csv"_s, *bytes});
            continue;
        }
        for (std::size_t record = 0; record < recordCount(); ++record) {
            if (!pool.isEmpty() && m_computed.stack.records[record].poolId != pool)
                continue;
            if (format == DocumentFormat::Request) {
                if (const auto bytes = request(record))
                    all.push_back({fileName(record, format), *bytes});
                continue;
            }
            auto bytes = document(record, format);
            if (!bytes)
                return Unexpected(bytes.error());
            all.push_back({fileName(record, format), *std::move(bytes)});
        }
    }
    return all;
}

domain::Findings CaseDocuments::layoutFindings() const
{
    domain::Findings findings;
    for (std::size_t record = 0; record < recordCount(); ++record) {
        const documents::Brief document = brief(record);
        const documents::Pages laidOut = documents::compose(document, m_typesetter);
        findings.insert(findings.end(), document.findings.begin(), document.findings.end());
        findings.insert(findings.end(), laidOut.findings.begin(), laidOut.findings.end());
    }
    return findings;
}

} // namespace drafting
