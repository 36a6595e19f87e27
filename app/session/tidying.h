// Tidying: does the merging of the search index that saves put off, while nobody types: some seconds after the last save,
// in a thread of its own and on a store of its own, in steps so short that a save in between does not wait for it.
#pragma once

#include "ports/casefiles.h"
#include "session/job.h"
#include "session/timers.h"

#include <QObject>
#include <QString>

namespace session {

class Tidying : public QObject {
    Q_OBJECT

public:
    static constexpr int kPauseMilliseconds = 5000;

    /// `files` must outlive it.
    explicit Tidying(ports::CaseFiles &files, const TimerFactory &timers = eventLoopTimer, QObject *parent = nullptr);
    ~Tidying() override;

    /// Another file is open for writing, or none (an empty path): what runs on the one before has ended when this returns.
    void setFile(const QString &path);
    /// The file was saved to: what runs stops, and begins again after a pause.
    void saved();
    bool isRunning() const { return m_job && m_job->isRunning(); }

Q_SIGNALS:
    /// It has ended for now; the file's revision of SQLite is another, its cases are not.
    void finished();

private:
    void run();
    void wait();

    ports::CaseFiles &m_files;
    QString m_path;
    std::unique_ptr<Timer> m_pause;
    std::unique_ptr<Job> m_job;
};

} // namespace session
