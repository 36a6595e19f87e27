#include "session/filecare.h"

#include <memory>
#include <optional>

namespace session {

namespace {

constexpr int kHour = 60 * 60 * 1000;

} // namespace

FileCare::FileCare(ports::CaseCare &care, const ports::Clock &clock, QObject *parent)
    : QObject(parent), m_care(care), m_clock(clock)
{
    m_hourly.setInterval(kHour);
    connect(&m_hourly, &QTimer::timeout, this, &FileCare::backUpIfDue);
    connect(&m_job, &Job::progressed, this, &FileCare::progressed);
    connect(&m_job, &Job::runningChanged, this, &FileCare::runningChanged);
}

void FileCare::setFile(const QString &path, bool unclean)
{
    m_path = path;
    m_triedOn = {};
    if (path.isEmpty()) {
        m_hourly.stop();
        return;
    }
    m_hourly.start();
    if (unclean)
        Q_EMIT uncleanEndFound(path);
    backUpIfDue();
}

void FileCare::backUpIfDue()
{
    const QDateTime now = m_clock.now().toLocalTime();
    if (m_path.isEmpty() || m_job.isRunning() || m_triedOn == now.date())
        return;
    m_triedOn = now.date();
    auto made = std::make_shared<std::optional<ports::StoreResult<std::optional<QString>>>>();
    m_job.start([made, now, path = m_path, &care = m_care](JobControl &) { *made = care.backUpIfDue(path, now); },
                [this, made, path = m_path] {
                    if (!**made)
                        Q_EMIT backupFailed(path, (**made).error());
                    else if ((**made)->has_value())
                        Q_EMIT backedUp(***(*made));
                });
}

void FileCare::check()
{
    if (m_path.isEmpty() || m_job.isRunning())
        return;
    auto report = std::make_shared<std::optional<ports::StoreResult<ports::CheckReport>>>();
    m_job.start(
        [report, path = m_path, &care = m_care](JobControl &control) {
            *report = care.check(path, [&control](int percent) {
                control.report(percent, 100);
                return !control.isCancelled();
            });
        },
        [this, report, path = m_path] { Q_EMIT checked(path, **report); });
}

void FileCare::repair(const QString &path)
{
    if (m_job.isRunning())
        return;
    const QDateTime now = m_clock.now().toLocalTime();
    auto report = std::make_shared<std::optional<ports::StoreResult<ports::RepairReport>>>();
    m_job.start([report, path, now, &care = m_care](JobControl &) { *report = care.repair(path, now); },
                [this, report, path] { Q_EMIT repaired(path, **report); });
}

} // namespace session
