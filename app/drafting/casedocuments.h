// Case documents: every file that a drafted case leads to, as bytes under their names. Used by `draft`, `export` and the
// windows, so that a case gives the same files whoever asks.
#pragma once

#include "documents/casedocument.h"
#include "documents/followup.h"
#include "documents/pdf.h"
#include "documents/typesetter.h"
#include "domain/finding.h"
#include "domain/partnerprofile.h"
#include "domain/result.h"
#include "drafting/drafting.h"
#include "ports/notes.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace drafting {

/// What a case is on file: its id and revision stand in its documents.
struct CaseIdentity {
    QString caseId; ///< UUID
    int revision = 1;
    QString slug;                                               ///< names its files; unique in its case file
    std::shared_ptr<const domain::PartnerProfile> profile = {}; ///< of its case file; null: the reference design
    std::shared_ptr<const ports::CaseNotes> notes = {};         ///< its calls and questions; null: none were noted down
    std::shared_ptr<const QByteArray> caseFile =
        {}; ///< the case as a file, which archive copies carry; null: they carry facts
};

enum class DocumentFormat {
    Pdf,
    Html,
    Markdown,
    Text,
    Odt,
    Request,
    BulkImport,
    Worksheet,
    Mail,
    SpreadsheetCsv, ///< the case's figures, safe for spreadsheets
    ExactCsv,       ///< the same, every character as it is
    Archive,        ///< a PDF that carries the case (documents/archive.h): only for who asks for it
};

/// What a case is rendered as: the documents of its records, one of the case as a whole (documents/casedocument.h), or
/// the form a founder fills in (drafting/founderworksheet.h) and the mail after a call (documents/followup.h), which are no
/// documents: the one is a page or a spreadsheet, the other text or a message.
enum class DocumentKind { Records, Stack, Founder, Call, Plan, WorksheetForm, FollowUp };

/// The word of a kind on the command line: `records`, `stack`, `founder`, `call`, `plan`,
/// `worksheet-form`, `follow-up`.
QString kindWord(DocumentKind kind);

/// The word of a format on the command line, which is also its ending, but for a request and a worksheet. Of an archive
/// copy the ending only.
QString formatWord(DocumentFormat format);

/// Whether a format is a document for people rather than a file for programs.
bool isDocument(DocumentFormat format);

struct DocumentFile {
    QString
        name; ///< `<slug>-<pool id>.pdf`, `.html`, `.md`, `.txt`, `.odt`, `.request.json`, `<slug>.csv`, `<slug>.worksheet.json`
    QByteArray bytes;
};

/// A document of a case as blocks.
struct NamedDocument {
    QString name; ///< of its files, without the ending: `<slug>-<pool id>`, `<slug>-stack` ...
    DocumentKind kind = DocumentKind::Records;
    std::optional<std::size_t> record; ///< of a record's document, and of a plan
    documents::Brief brief;
};

/// Renders one case's documents. Belongs to the thread that uses it, as does its typesetter; `computed` and `shipped`
/// must outlive it.
class CaseDocuments {
public:
    CaseDocuments(const ComputedCase &computed, const Shipped &shipped, const CaseIdentity &identity, QDate asOf,
                  documents::Typesetter &typesetter);
    ~CaseDocuments();

    std::size_t recordCount() const;
    /// The record's document as blocks.
    documents::Brief brief(std::size_t record) const;
    documents::Pages pages(std::size_t record) const;
    domain::Result<QByteArray, documents::PdfError> pdf(std::size_t record) const;
    /// A record's document in a format of text or ODT; not for requests and worksheets.
    domain::Result<QByteArray, documents::PdfError> document(std::size_t record, DocumentFormat format) const;
    /// The ACE request of a record; nothing for a checklist or an application.
    std::optional<QByteArray> request(std::size_t record) const;
    QByteArray worksheet() const;
    /// The case's opportunities as rows of the bulk import template; nothing when it has none. Only those of `pool` when
    /// that is not empty.
    std::optional<QByteArray> bulkImport(const QString &pool = {}) const;

    /// The documents of a kind; none where the case gives none. Only those of `pool`, when it is not empty, of those that
    /// belong to a record.
    std::vector<NamedDocument> documentsOf(DocumentKind kind, const QString &pool = {}) const;
    /// A document's bytes; not for requests, worksheets and bulk import.
    domain::Result<QByteArray, documents::PdfError> rendered(const documents::Brief &document,
                                                             DocumentFormat format) const;

    /// The documents of a kind other than Records, in the formats that are documents: `<slug>-stack.pdf`,
    /// `<slug>-founder.pdf`, `<slug>-call.pdf`, `<slug>-<pool id>-plan.pdf`. None where the case gives none.
    domain::Result<std::vector<DocumentFile>, documents::PdfError>
    caseFiles(DocumentKind kind, const std::vector<DocumentFormat> &formats, const QString &pool = {}) const;
    /// The mail that asks for what is missing.
    documents::FollowUp followUp() const;
    /// The founder's worksheet as a page or a spreadsheet, the follow-up as text or a message with the page in it; nothing in
    /// other formats.
    domain::Result<std::vector<DocumentFile>, documents::PdfError>
    founderFiles(DocumentKind kind, const std::vector<DocumentFormat> &formats) const;
    /// All files of the given formats; only those of one pool's record when `pool` is not empty.
    domain::Result<std::vector<DocumentFile>, documents::PdfError> files(const std::vector<DocumentFormat> &formats,
                                                                         const QString &pool = {}) const;
    /// `<slug>-<pool id>` and the ending.
    QString fileName(std::size_t record, DocumentFormat format) const;

    /// What laying the documents out found: text too long, characters that no font has.
    domain::Findings layoutFindings() const;

private:
    struct Demand;
    documents::CaseInput input() const;
    /// What is still to be asked (drafting/questions.h).
    const std::vector<call::Question> &openQuestions() const;
    /// The document with the partner's hand on it.
    documents::Brief finished(documents::Brief document, std::optional<domain::ParagraphPlace> place) const;
    const ComputedCase &m_computed;
    const Shipped &m_shipped;
    CaseIdentity m_identity;
    QDate m_asOf;
    documents::Typesetter &m_typesetter;
    QString m_shortHash;
    mutable std::optional<std::vector<call::Question>> m_open; ///< computed when a document asks
    std::unique_ptr<Demand> m_demand; ///< the case at the ends of its ranges; null when none is stated
};

} // namespace drafting
