// FilingDesk: what was filed of the open case and what became of it, behind the windows: mark filed, move a status, what is
// open, the pipeline of the whole file. Beside Desk, which keeps the file; owns no widget and says nothing in words of its own.
#pragma once

#include "drafting/filedcase.h"
#include "drafting/pipeline.h"
#include "filing/freeze.h"
#include "session/desk.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace session {

class FilingDesk : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    FilingDesk(Desk &desk, const ports::Clock &clock, QObject *parent = nullptr);

    /// Nothing can be written down: no case, one that is not in a file yet, or a file that is read-only.
    bool canWrite() const;
    const ports::CaseFilings &filings() const { return m_filings; }
    drafting::RecordCourse course(const QString &poolId) const;
    bool isThroughAce(const QString &poolId) const;
    /// What may follow the record's status; the status before, which needs a reason, included.
    QStringList nextStatuses(const QString &poolId) const;
    /// `path` as in a request.
    filing::Editability editability(const QString &poolId, const QString &path) const;
    std::vector<filing::Deadline> deadlines(const QString &poolId) const;

    /// What differs from what was filed last, and what of it stands against filing it again.
    struct SinceFiled {
        std::vector<filing::RequestChange> changes;
        domain::Findings obstacles;
    };
    SinceFiled sinceFiled(const QString &poolId);

    /// Saves the case, then freezes it. Refusals as findings; none: it is filed. A file's own failure is said by failed().
    domain::Findings file(const drafting::FilingWish &wish);
    /// What is doubtful about the record's last filing, as one sentence; empty: nothing.
    QString filingDoubt(const QString &poolId);
    /// Why it is refused, as one sentence; empty: it is done.
    QString setStatus(const ports::StatusChange &change, const std::vector<ports::Award> &awards);
    /// The bytes of a filed file; nothing, and failed(), when they cannot be read or are not those that were filed.
    std::optional<QByteArray> filedFile(qint64 filing, const QString &name);

    /// All records of the file by what is due; nothing, and failed(), when it cannot be read.
    std::vector<drafting::PipelineRow> pipeline();
    /// What is due next of each of the desk's cases, by id; of those that have something due.
    QHash<QString, filing::Deadline> nextDeadlines();
    /// The partner's own, over the whole file.
    std::optional<review::PartnerOutcomes> outcomes();

Q_SIGNALS:
    /// filings() may be others, or it is another day.
    void changed();
    void failed(const session::Problem &problem);

private:
    void read();
    /// Begins a transaction and reads what was filed, which another window may have changed meanwhile; else failed().
    bool begin();
    /// Commits, or takes back what went wrong and says so by failed(). Whether all of it is in the file.
    bool end(const std::optional<ports::StoreError> &error);
    domain::Result<ports::FilingDraft, domain::Findings> draftOf(const drafting::FilingWish &wish);
    std::optional<QByteArray> filedRequest(const QString &poolId);
    ports::FilingStore *store() const;
    /// Calls `use` with the case as it is now against what was filed.
    template <class Use>
    auto inContext(const QString &poolId, Use use);

    Desk &m_desk;
    const ports::Clock &m_clock;
    ports::CaseFilings m_filings;
    QString m_caseId;
};

} // namespace session
