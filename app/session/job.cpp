#include "session/job.h"

#include <QThread>

namespace session {

void JobControl::report(qsizetype done, qsizetype total)
{
    const int percent = total <= 0 ? 100 : static_cast<int>(done * 100 / total);
    if (percent == m_lastPercent)
        return;
    m_lastPercent = percent;
    Q_EMIT m_job.progressed(percent);
}

Job::Job(QObject *parent) : QObject(parent) {}

Job::~Job()
{
    if (!m_thread)
        return;
    m_thread->disconnect(this);
    cancel();
    m_thread->wait();
    delete m_thread;
}

void Job::start(Work work, std::function<void()> done)
{
    Q_ASSERT(!isRunning());
    m_control = std::make_unique<JobControl>(*this);
    m_done = std::move(done);
    m_thread = QThread::create([task = std::move(work), control = m_control.get()] { task(*control); });
    connect(m_thread, &QThread::finished, this, &Job::finish);
    m_thread->start();
    Q_EMIT runningChanged(true);
}

void Job::cancel()
{
    if (m_control)
        m_control->m_cancelled.store(true, std::memory_order_relaxed);
}

void Job::finish()
{
    m_thread->wait();
    m_thread->deleteLater();
    m_thread = nullptr;
    m_control.reset();
    Q_EMIT runningChanged(false);
    // The next job may be started from here.
    if (const auto done = std::exchange(m_done, {}))
        done();
}

} // namespace session
