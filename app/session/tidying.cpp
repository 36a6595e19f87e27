#include "session/tidying.h"

namespace session {

using ports::CaseFiles;

Tidying::Tidying(CaseFiles &files, const TimerFactory &timers, QObject *parent)
    : QObject(parent), m_files(files), m_pause(timers())
{
}

Tidying::~Tidying() = default;

void Tidying::setFile(const QString &path)
{
    m_pause->stop();
    m_job.reset(); // waits for its step
    m_path = path;
    wait(); // other programs save without tidying
}

void Tidying::saved()
{
    if (m_job)
        m_job->cancel();
    wait();
}

void Tidying::wait()
{
    if (!m_path.isEmpty())
        m_pause->start(kPauseMilliseconds, [this] { run(); });
}

void Tidying::run()
{
    if (isRunning()) { // a cancelled one in its last step
        wait();
        return;
    }
    m_job = std::make_unique<Job>();
    m_job->start(
        [path = m_path, &files = m_files](JobControl &control) {
            // Whatever fails here is tried again after the next save; no reader or writer is worse off meanwhile.
            const auto store = files.open(path, CaseFiles::Access::Write, CaseFiles::kBrief);
            while (store && !control.isCancelled()) {
                const auto more = (*store)->tidy();
                if (!more || !*more)
                    return;
            }
        },
        [this] { Q_EMIT finished(); });
}

} // namespace session
