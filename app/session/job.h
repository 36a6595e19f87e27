// Job: one piece of long work on a thread of its own, with progress and cancel, while the window stays responsive.
//
//     job->start([](JobControl &control) { ... }, [this] { ... });   // the second runs in the starter's thread
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QThread;
QT_END_NAMESPACE

namespace session {

class Job;

/// The work's side: says how far it is, and hears whether it should stop.
class JobControl {
public:
    explicit JobControl(Job &job) : m_job(job) {}

    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    void report(qsizetype done, qsizetype total);

private:
    friend class Job;
    Job &m_job;
    std::atomic_bool m_cancelled = false;
    int m_lastPercent = -1;
};

/// One at a time. Destroying it cancels the work and waits for its end.
class Job : public QObject {
    Q_OBJECT

public:
    using Work = std::function<void(JobControl &control)>;

    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    bool isRunning() const { return m_thread != nullptr; }
    /// `done` is called in this thread when the work has ended, cancelled or not; not when the job is destroyed first.
    void start(Work work, std::function<void()> done);
    void cancel();

Q_SIGNALS:
    void progressed(int percent);
    void runningChanged(bool running);

private:
    void finish();

    QThread *m_thread = nullptr;
    std::unique_ptr<JobControl> m_control;
    std::function<void()> m_done;
};

} // namespace session
