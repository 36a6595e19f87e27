// FileCare: looks after the open case file: a backup a day, and after an unclean end the offer to check it and to repair it.
// Works in a thread of its own; says what happened in values.
#pragma once

#include "ports/casecare.h"
#include "ports/clock.h"
#include "session/job.h"

#include <QDate>
#include <QObject>
#include <QString>
#include <QTimer>

namespace session {

class FileCare : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    FileCare(ports::CaseCare &care, const ports::Clock &clock, QObject *parent = nullptr);

    /// Another file is open for writing, or none (an empty path). `unclean`: the store found an unclean end.
    void setFile(const QString &path, bool unclean);
    bool isBusy() const { return m_job.isRunning(); }

    /// Checks the open file; checked() follows.
    void check();
    void cancelCheck() { m_job.cancel(); }
    /// Repairs a file that nobody has open any more; repaired() follows.
    void repair(const QString &path);

Q_SIGNALS:
    /// Of a check: how far it is.
    void progressed(int percent);
    void runningChanged(bool running);
    /// The file was not closed as it should have been.
    void uncleanEndFound(const QString &path);
    void backedUp(const QString &backup);
    /// The day's backup could not be made; saving goes on.
    void backupFailed(const QString &path, const ports::StoreError &error);
    void checked(const QString &path, const ports::StoreResult<ports::CheckReport> &report);
    void repaired(const QString &path, const ports::StoreResult<ports::RepairReport> &report);

private:
    void backUpIfDue();

    ports::CaseCare &m_care;
    const ports::Clock &m_clock;
    Job m_job;
    QTimer m_hourly;
    QString m_path;
    QDate m_triedOn; ///< the day of the last backup, made or not
};

} // namespace session
