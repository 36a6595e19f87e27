// ports::CaseCare on the disk: what main.cpp gives to the windows.
#pragma once

#include "db/backup.h"
#include "db/backups.h"
#include "db/check.h"
#include "db/repair.h"
#include "db/restore.h"
#include "ports/casecare.h"

namespace db {

class CaseCareOnDisk : public ports::CaseCare {
public:
    /// `judges` know the worksheet format and the ledger, and the words for what is wrong with them.
    explicit CaseCareOnDisk(Judges judges) : m_judges(std::move(judges)) {}

    QString backupFolder(const QString &path) const override { return backupFolderOf(path); }
    ports::StoreResult<std::vector<ports::BackupInfo>> backups(const QString &path) override
    {
        return listBackups(path);
    }
    ports::StoreResult<std::optional<QString>> backUpIfDue(const QString &path, const QDateTime &now) override
    {
        return db::backUpIfDue(path, now);
    }
    ports::StoreResult<QString> backUp(const QString &path, const QString &folder, const QDateTime &now) override
    {
        return backup(path, folder, now);
    }
    ports::StoreResult<QString> restore(const QString &backup, const QString &path, const QDateTime &now) override
    {
        return db::restore(backup, path, now);
    }
    using ports::CaseCare::check;
    ports::StoreResult<ports::CheckReport> check(const QString &path, const ports::CheckProgress &progress) override
    {
        return db::check(path, m_judges, progress);
    }
    ports::StoreResult<ports::RepairReport> repair(const QString &path, const QDateTime &now) override
    {
        return db::repair(path, now, m_judges);
    }

private:
    Judges m_judges;
};

} // namespace db
