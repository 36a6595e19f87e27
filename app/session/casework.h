// CaseWork: from a worksheet to what a window shows of its case, from a case to its files. Uses no thread and no window:
// each function takes what it needs and may run anywhere.
#pragma once

#include "documents/pages.h"
#include "drafting/casedocuments.h"
#include "drafting/drafting.h"
#include "ports/casefiles.h"
#include "ports/filings.h"
#include "session/job.h"
#include "session/problem.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace session {

using ShippedData = std::shared_ptr<const drafting::Shipped>;
using ProfilePointer = std::shared_ptr<const domain::PartnerProfile>;

/// One record as a window lists it.
struct RecordView {
    records::RecordKind kind = records::RecordKind::Opportunity;
    QString poolId;
    QString program; ///< its short name
    QString title;
    domain::Money ask;
    domain::Month from; ///< of the window
    domain::Month to;
    QString pdfName; ///< `<company-slug>-<pool id>.pdf`
};

/// A case of the open file with everything that follows from it. Never changed once made.
struct CaseView {
    ports::CaseSummary summary;
    drafting::ComputedCase computed;
    drafting::CaseIdentity identity;
    QDate asOf;
    std::vector<RecordView> records;
    std::vector<review::FiledRecord> earlier; ///< for the same company
    domain::Findings findings;                ///< of facts, figures and wording, the worst first
};
using CaseViewPointer = std::shared_ptr<const CaseView>;

Outcome<CaseViewPointer> viewOf(const ports::StoredCase &stored, const drafting::Shipped &shipped, QDate asOf);
/// The same of a case that was computed already.
CaseViewPointer viewOf(const ports::CaseSummary &summary, drafting::ComputedCase computed,
                       const drafting::Shipped &shipped, QDate asOf, const ProfilePointer &profile = {},
                       const std::vector<review::FiledRecord> &earlier = {});
/// What its review looks at.
review::ReviewInput reviewInputOf(const CaseView &view, const drafting::Shipped &shipped);
/// The same view of a case that was saved, or renamed, since.
CaseViewPointer withSummary(const CaseView &view, const ports::CaseSummary &summary);

/// A record laid out. Belongs to the thread, and to the typesetter, that laid it out.
struct LaidOutRecord {
    std::shared_ptr<const documents::Pages> pages;
    QString text; ///< the same as plain text
};

struct LaidOutStack {
    std::vector<LaidOutRecord> records; ///< by record of the view
    domain::Findings findings;          ///< texts that are too long, characters that no font has
};

LaidOutStack layOut(const CaseView &view, const drafting::Shipped &shipped, documents::Typesetter &type);

/// A worksheet on its way into a case file.
struct WorksheetSource {
    QString name;                    ///< path, or what stands for it
    std::optional<QByteArray> bytes; ///< instead of reading the file `name`
};

struct Drafted {
    QString file;
    QString company;
    QString website;
    ports::CaseDraft draft;
};

/// Reads and drafts all of them, or says what is wrong with the first that cannot be.
Outcome<std::vector<Drafted>> draftAll(const std::vector<WorksheetSource> &sources, const drafting::Shipped &shipped,
                                       QDate asOf, JobControl &control);

enum class IfDuplicate { Ask, AddAsNew, Update };

struct Saved {
    QStringList caseIds;
    QStringList duplicates; ///< companies that are already there: then nothing was saved
};

/// Saves all of them in one transaction, or none; makes the case file when it is missing.
Outcome<Saved> saveAll(ports::CaseFiles &files, const QString &caseFile, const std::vector<Drafted> &drafted,
                       IfDuplicate ifDuplicate, const QDateTime &now, JobControl &control);

/// Names of the files that renderStack() makes.
QStringList stackFileNames(const CaseView &view);
/// The documents of a case: per record its PDF, and the request of those filed through ACE.
Outcome<std::vector<drafting::DocumentFile>> renderStack(const CaseView &view, const drafting::Shipped &shipped,
                                                         JobControl &control);
/// Every document of a case as blocks: those of its records, then those of the case as a whole.
std::vector<drafting::NamedDocument> documentsOf(const CaseView &view, const drafting::Shipped &shipped);
/// One of them as a file's bytes; an archive copy with `caseFile` in it.
Outcome<QByteArray> renderDocument(const CaseView &view, const documents::Brief &document,
                                   drafting::DocumentFormat format, const drafting::Shipped &shipped,
                                   const QByteArray &caseFile = {});
/// The request that creates a record's opportunity; empty for a record that is not filed through ACE.
QByteArray requestOf(const CaseView &view, std::size_t record);
/// Everything that a record is filed with (drafting/filingkit.h).
struct RecordKit {
    std::vector<drafting::DocumentFile> files; ///< none for a record that is not filed through ACE
    domain::Findings withheld;                 ///< why its update is not among them; empty: it is
};
/// `filed`: of the file that the case is in; null: it is in none.
ports::StoreResult<RecordKit> renderKit(const CaseView &view, std::size_t record, const drafting::Shipped &shipped,
                                        ports::FilingStore *filed);
/// One record's PDF.
Outcome<QByteArray> renderPdf(const CaseView &view, std::size_t record, const drafting::Shipped &shipped);

/// A file's bytes; refuses a folder and what is larger than `largest`, whole mebibytes.
Outcome<QByteArray> readFile(const QString &path, qsizetype largest);
/// Replaces a file whole or not at all, readable by its owner only.
Step writeFile(const QString &path, const QByteArray &bytes);

} // namespace session
