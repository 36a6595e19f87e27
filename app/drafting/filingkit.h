// Filing kit: the files with which a record is filed and funded, beside its brief and its request: the update, what is
// associated, the submission, the commands of AWS's client, notes for AWS's drafting agent, the fund request, the
// calculator recipe. For records that are filed through ACE; the others have none.
#pragma once

#include "domain/finding.h"
#include "drafting/casedocuments.h"
#include "ports/filings.h"
#include "records/request.h"

#include <array>
#include <map>

namespace drafting {

enum class KitPart { Update, Associations, Engagement, Commands, Notes, Funding, Calculator };

inline constexpr std::array kKitParts{KitPart::Update, KitPart::Associations, KitPart::Engagement, KitPart::Commands,
                                      KitPart::Notes,  KitPart::Funding,      KitPart::Calculator};

/// The word of a part on the command line: `update`, `associations`, `engagement`, `commands`, `notes`, `funding`,
/// `calculator`.
QString kitWord(KitPart part);

class FilingKit {
public:
    /// `filings` is what was filed of the case: its numbers and statuses count, before what the worksheet says. All must
    /// outlive it.
    FilingKit(const ComputedCase &computed, const Shipped &shipped, const CaseIdentity &identity, QDate asOf,
              const CaseDocuments &documents, const ports::CaseFilings &filings);

    /// Leaves out the update of a record that changed what its status locks: AWS refuses it, and the commands say so
    /// instead of sending it. What is wrong; nothing: every update may be sent. `pool`: of this record only.
    ports::StoreResult<domain::Findings> withholdUpdates(ports::FilingStore &filed, const QString &pool = {});

    /// The name of a record's update. When withholdUpdates leaves it out, an older one beside the rest of the kit would
    /// still be sent: who writes the kit removes it.
    static QString updateName(const CaseIdentity &identity, const QString &poolId);
    /// The names of the updates that withholdUpdates leaves out.
    QStringList withheldFiles() const;

    /// `<slug>-<pool id>.update.json`, `.associations.json`, `.engagement.json`, `.commands.sh`, `.notes.txt`,
    /// `.funding.txt` with `.funding.json`, `.calculator.txt`. None for a record that is not filed through ACE.
    std::vector<DocumentFile> files(std::size_t record, KitPart part) const;
    /// The request that creates the opportunity, and all of these.
    std::vector<DocumentFile> all(std::size_t record) const;

private:
    QString name(const records::Record &record, const QString &ending) const;
    std::vector<DocumentFile> fundingFiles(const records::Record &record) const;
    records::RequestOptions options() const;
    /// Without what only AWS knows.
    records::StoredOpportunity stored(const records::Record &record) const;

    const ComputedCase &m_computed;
    const Shipped &m_shipped;
    const CaseIdentity &m_identity;
    QDate m_asOf;
    const CaseDocuments &m_documents;
    const ports::CaseFilings &m_filings;
    std::map<QString, QStringList> m_withheld; ///< by pool: why its update is not sent
};

} // namespace drafting
