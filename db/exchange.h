// Exchange of cases between files: a case as a file of its own, and back into a file that may have gone on meanwhile.
//
// What it means that two files have the same case: ports/caseexchange.h.
#pragma once

#include "db/casecopy.h"
#include "db/newfile.h"
#include "ports/caseexchange.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace db {

/// Makes a case file of one case with its whole history at `destination`. Errors: those of opening `source`, NoSuchCase,
/// Exists (nothing is ever replaced), Corrupt, and those of creating a file.
Step exportCase(const QString &source, const QString &caseId, const QString &destination);

/// Whether both paths are one file on the disk.
bool isSameFile(const QString &one, const QString &other);

using ports::ComparedCase;

/// ports::CaseImport on two files.
class CaseImport final : public ports::CaseImport {
public:
    /// As ports::CaseExchange::begin().
    static ports::StoreResult<std::unique_ptr<CaseImport>> begin(const QString &source, const QString &target);

    ~CaseImport() override;
    CaseImport(const CaseImport &) = delete;
    CaseImport &operator=(const CaseImport &) = delete;
    CaseImport(CaseImport &&) = delete;
    CaseImport &operator=(CaseImport &&) = delete;

    ports::StoreResult<QStringList> cases() override;
    ports::StoreResult<ComparedCase> compare(const QString &caseId) override;
    ports::StoreResult<std::optional<QString>> otherCaseOf(const ComparedCase &compared) override;
    ports::StoreResult<qint64> take(const ComparedCase &compared, const ports::CaseDraft *merged,
                                    const QDateTime &now) override;
    ports::StoreResult<int> revisionOf(const QString &caseId) override;
    Step commit() override;

private:
    CaseImport(std::unique_ptr<Connection> source, std::unique_ptr<Connection> target, std::optional<NewFile> made);
    Step merge(const CasePair &pair, const ports::CaseDraft &merged, const QDateTime &now);

    std::optional<NewFile> m_made; ///< the target while it stands under its temporary name; outlives the connection
    std::unique_ptr<Connection> m_source;
    std::unique_ptr<Connection> m_target;
};

} // namespace db
