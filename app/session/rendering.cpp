#include "session/casework.h"

#include "documents/composer.h"
#include "documents/text.h"
#include "documents/typesetter.h"
#include "domain/defaults.h"
#include "drafting/filingkit.h"
#include "drafting/fundingview.h"
#include "records/request.h"
#include "review/review.h"
#include "worksheetfile/reader.h"

namespace session {

using documents::PdfError;
using domain::Unexpected;
using drafting::DocumentFormat;
using drafting::Shipped;
using namespace Qt::StringLiterals;

namespace {

QString pdfNameOf(const drafting::CaseIdentity &identity, const QString &poolId)
{
    return identity.slug + u'-' + poolId + u".pdf"_s;
}

RecordView viewOfRecord(const CaseView &view, const records::Record &record, const Shipped &shipped)
{
    const funding::Pool &pool = view.computed.plan.pools.at(static_cast<std::size_t>(record.pool));
    const domain::Month start = view.computed.projection.startMonth;
    const catalogue::Programme *programme = shipped.programmes.find(record.programme);
    RecordView shown;
    shown.kind = record.kind;
    shown.poolId = record.poolId;
    shown.program = programme ? programme->shortName : record.programme;
    shown.title = record.title;
    shown.ask = pool.ask;
    shown.from = start.plus(pool.fromMonth - 1);
    shown.to = start.plus(pool.lastMonth - 1);
    shown.pdfName = pdfNameOf(view.identity, record.poolId);
    return shown;
}

Problem asProblem(const CaseView &view, const PdfError &error)
{
    return {view.summary.company, error};
}

} // namespace

Outcome<CaseViewPointer> viewOf(const ports::StoredCase &stored, const Shipped &shipped, QDate asOf)
{
    const auto worksheet = worksheetfile::read(stored.worksheet);
    if (!worksheet)
        return Unexpected(Problem{stored.summary.company, worksheet.error()});
    auto computed = drafting::compute(*worksheet, shipped.rates, shipped.programmes, asOf);
    if (!computed)
        return Unexpected(Problem{stored.summary.company, computed.error()});
    return viewOf(stored.summary, *std::move(computed), shipped, asOf);
}

CaseViewPointer viewOf(const ports::CaseSummary &summary, drafting::ComputedCase computed, const Shipped &shipped,
                       QDate asOf, const ProfilePointer &profile, const std::vector<review::FiledRecord> &earlier)
{
    auto view = std::make_shared<CaseView>();
    view->summary = summary;
    view->computed = std::move(computed);
    view->identity = {summary.id, summary.revision, summary.slug, profile};
    view->asOf = asOf;
    for (const records::Record &record : view->computed.stack.records)
        view->records.push_back(viewOfRecord(*view, record, shipped));
    view->earlier = earlier;
    view->findings = review::review(reviewInputOf(*view, shipped));
    const domain::Findings envelope = drafting::envelopeFindingsOf(view->computed, shipped, asOf);
    view->findings.insert(view->findings.end(), envelope.begin(), envelope.end());
    return view;
}

review::ReviewInput reviewInputOf(const CaseView &view, const Shipped &shipped)
{
    review::ReviewInput input = drafting::reviewInput(view.computed, shipped, view.asOf);
    input.filed = view.earlier;
    return input;
}

CaseViewPointer withSummary(const CaseView &view, const ports::CaseSummary &summary)
{
    auto same = std::make_shared<CaseView>(view);
    same->summary = summary;
    same->identity.caseId = summary.id;
    same->identity.revision = summary.revision;
    same->identity.slug = summary.slug;
    for (RecordView &record : same->records)
        record.pdfName = pdfNameOf(same->identity, record.poolId);
    return same;
}

LaidOutStack layOut(const CaseView &view, const Shipped &shipped, documents::Typesetter &type)
{
    LaidOutStack stack;
    const drafting::CaseDocuments documents(view.computed, shipped, view.identity, view.asOf, type);
    for (std::size_t record = 0; record < documents.recordCount(); ++record) {
        const documents::Brief brief = documents.brief(record);
        auto pages = std::make_shared<const documents::Pages>(documents::compose(brief, type));
        stack.findings.insert(stack.findings.end(), brief.findings.begin(), brief.findings.end());
        stack.findings.insert(stack.findings.end(), pages->findings.begin(), pages->findings.end());
        stack.records.push_back({std::move(pages), documents::toText(brief)});
    }
    return stack;
}

QStringList stackFileNames(const CaseView &view)
{
    QStringList names;
    for (const RecordView &record : view.records) {
        names.append(record.pdfName);
        if (record.kind == records::RecordKind::Opportunity)
            names.append(view.identity.slug + u'-' + record.poolId + u".request.json"_s);
    }
    return names;
}

Outcome<std::vector<drafting::DocumentFile>> renderStack(const CaseView &view, const Shipped &shipped,
                                                         JobControl &control)
{
    documents::Typesetter type;
    const drafting::CaseDocuments documents(view.computed, shipped, view.identity, view.asOf, type);
    std::vector<drafting::DocumentFile> files;
    for (std::size_t record = 0; record < documents.recordCount(); ++record) {
        if (control.isCancelled())
            return Unexpected(Problem{{}, Cancelled{}});
        auto pdf = documents.pdf(record);
        if (!pdf)
            return Unexpected(asProblem(view, pdf.error()));
        files.push_back({documents.fileName(record, DocumentFormat::Pdf), *std::move(pdf)});
        if (auto request = documents.request(record))
            files.push_back({documents.fileName(record, DocumentFormat::Request), *std::move(request)});
        control.report(static_cast<qsizetype>(record + 1), static_cast<qsizetype>(documents.recordCount()));
    }
    return files;
}

std::vector<drafting::NamedDocument> documentsOf(const CaseView &view, const Shipped &shipped)
{
    using Kind = drafting::DocumentKind;
    documents::Typesetter type;
    const drafting::CaseDocuments documents(view.computed, shipped, view.identity, view.asOf, type);
    std::vector<drafting::NamedDocument> all;
    for (const Kind kind : {Kind::Records, Kind::Plan, Kind::Stack, Kind::Founder, Kind::Call}) {
        for (drafting::NamedDocument &document : documents.documentsOf(kind))
            all.push_back(std::move(document));
    }
    return all;
}

Outcome<QByteArray> renderDocument(const CaseView &view, const documents::Brief &document, DocumentFormat format,
                                   const Shipped &shipped, const QByteArray &caseFile)
{
    documents::Typesetter type;
    drafting::CaseIdentity identity = view.identity;
    if (!caseFile.isEmpty())
        identity.caseFile = std::make_shared<const QByteArray>(caseFile);
    const drafting::CaseDocuments documents(view.computed, shipped, identity, view.asOf, type);
    auto bytes = documents.rendered(document, format);
    if (!bytes)
        return Unexpected(asProblem(view, bytes.error()));
    return *std::move(bytes);
}

QByteArray requestOf(const CaseView &view, std::size_t record)
{
    const records::Record &stated = view.computed.stack.records.at(record);
    if (stated.kind != records::RecordKind::Opportunity)
        return {};
    records::RequestOptions options;
    options.caseId = view.identity.caseId;
    options.revision = view.identity.revision;
    return records::createRequest(stated, view.computed.worksheet, options);
}

ports::StoreResult<RecordKit> renderKit(const CaseView &view, std::size_t record, const Shipped &shipped,
                                        ports::FilingStore *filed)
{
    ports::CaseFilings filings;
    if (filed) {
        auto loaded = filed->loadFilings(view.identity.caseId);
        if (!loaded)
            return Unexpected(loaded.error());
        filings = *std::move(loaded);
    }
    documents::Typesetter type;
    const drafting::CaseDocuments documents(view.computed, shipped, view.identity, view.asOf, type);
    drafting::FilingKit kit(view.computed, shipped, view.identity, view.asOf, documents, filings);
    auto withheld = filed ? kit.withholdUpdates(*filed, view.computed.stack.records.at(record).poolId)
                          : ports::StoreResult<domain::Findings>(domain::Findings());
    if (!withheld)
        return Unexpected(withheld.error());
    return RecordKit{kit.all(record), *std::move(withheld)};
}

Outcome<QByteArray> renderPdf(const CaseView &view, std::size_t record, const Shipped &shipped)
{
    documents::Typesetter type;
    const drafting::CaseDocuments documents(view.computed, shipped, view.identity, view.asOf, type);
    auto pdf = documents.pdf(record);
    if (!pdf)
        return Unexpected(asProblem(view, pdf.error()));
    return *std::move(pdf);
}

} // namespace session
