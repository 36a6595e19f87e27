#include "ui/filecarebanner.h"

#include "messages/carewords.h"
#include "messages/messages.h"
#include "ui/problemwords.h"
#include "ui/recoverywords.h"
#include "ui/words.h"

#include <QFileInfo>

namespace ui {

namespace {

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

FileCareBanner::FileCareBanner(ports::CaseCare &care, const ports::Clock &clock, session::Desk &desk, MessageBar &bar,
                               QObject *parent)
    : QObject(parent), m_clock(clock), m_desk(desk), m_bar(bar), m_files(care), m_care(care, clock)
{
    constexpr int kMilliseconds = 100;
    m_putOff.setSingleShot(true);
    m_putOff.setInterval(kMilliseconds);
    connect(&m_putOff, &QTimer::timeout, this, [this] {
        const auto wanted = m_wanted; // it may put itself off again
        wanted();
    });
    connect(&m_desk, &session::Desk::fileChanged, this, &FileCareBanner::follow);
    connect(&m_care, &session::FileCare::uncleanEndFound, this, &FileCareBanner::offerCheck);
    connect(&m_care, &session::FileCare::backupFailed, this, &FileCareBanner::showNoBackup);
    connect(&m_care, &session::FileCare::checked, this, &FileCareBanner::showChecked);
    connect(&m_care, &session::FileCare::repaired, this, &FileCareBanner::showRepaired);
    connect(&m_care, &session::FileCare::progressed, this, &FileCareBanner::showProgress);
    connect(&m_desk, &session::Desk::failed, this, &FileCareBanner::offerWayOut);
    connect(&m_bar, &MessageBar::dismissed, this, [this] { m_uncleanEnd.clear(); });
}

void FileCareBanner::follow()
{
    m_uncleanEnd.clear();
    const bool cared = m_desk.isOpen() && !m_desk.isReadOnly();
    m_care.setFile(cared ? m_desk.path() : QString(),
                   cared && (m_desk.foundUncleanEnd() || !m_desk.recovered().empty()));
}

void FileCareBanner::showNoBackup(const QString &path, const ports::StoreError &error)
{
    const bool damaged = error.kind == ports::StoreError::Kind::Corrupt;
    if (damaged && path == m_saidDamaged)
        return; // what stands there says more
    std::vector<MessageBar::Action> ways;
    if (damaged && m_uncleanEnd.isEmpty())
        ways.push_back({tr("Check the file"), [this] { check(); }});
    const QString said = damaged ? tr("No backup of %1 was made today: the file is damaged.").arg(nameOf(path))
                                 : tr("No backup of %1 was made today, and it is saved without one: %2.")
                                       .arg(nameOf(path), messages::noBackupSentence(error));
    showBesideUncleanEnd(MessageBar::Kind::Warning, said, std::move(ways));
}

/// What is offered after an unclean end stays: what went wrong since takes its place in the banner.
void FileCareBanner::showBesideUncleanEnd(MessageBar::Kind kind, const QString &text,
                                          std::vector<MessageBar::Action> ways)
{
    if (m_uncleanEnd.isEmpty()) {
        m_bar.show(kind, text, ways);
        return;
    }
    const std::vector<MessageBar::Action> more = uncleanWays();
    ways.insert(ways.end(), more.begin(), more.end());
    m_bar.show(kind, text + u' ' + m_uncleanEnd, ways);
}

void FileCareBanner::offerCheck(const QString &path)
{
    m_uncleanEnd = recoveryWords(m_desk.recovered(), path, m_clock.now());
    if (m_uncleanEnd.isEmpty())
        m_uncleanEnd = tr("A program stopped while it was saving to %1. What it had not saved whole was taken back.")
                           .arg(nameOf(path));
    m_bar.show(MessageBar::Kind::Warning, m_uncleanEnd, uncleanWays());
}

std::vector<MessageBar::Action> FileCareBanner::uncleanWays()
{
    std::vector<MessageBar::Action> ways;
    if (const auto &recovered = m_desk.recovered(); !recovered.empty())
        ways.push_back({tr("Show the case"), [this, first = recovered.front().id] { Q_EMIT caseWanted(first); }});
    ways.push_back({tr("Check the file"), [this] { check(); }});
    return ways;
}

/// The day's backup may be on its way: after it. True: `action` will be called, unless something else is begun before.
bool FileCareBanner::putOff(const std::function<void()> &action)
{
    if (!m_care.isBusy()) {
        m_putOff.stop();
        return false;
    }
    if (m_checking)
        return true;
    m_wanted = action;
    if (!m_putOff.isActive())
        m_putOff.start();
    return true;
}

void FileCareBanner::check()
{
    if (putOff([this] { check(); }))
        return;
    m_uncleanEnd.clear();
    m_care.check();
    m_checking = m_care.isBusy();
    showProgress(0);
}

void FileCareBanner::showProgress(int percent)
{
    if (m_checking)
        m_bar.show(MessageBar::Kind::Warning,
                   tr("Checking %1: %2 %. You can go on working.").arg(nameOf(m_desk.path())).arg(percent),
                   {{tr("Stop"), [this] { m_care.cancelCheck(); }}});
}

/// A file that cannot be opened or read: what is damaged may be repaired, or a backup put in its place.
std::vector<MessageBar::Action> FileCareBanner::damageWays(const session::Problem &problem)
{
    using Kind = ports::StoreError::Kind;
    const auto *error = std::get_if<ports::StoreError>(&problem.what);
    const bool damaged = error
                      && (error->kind == Kind::Corrupt || error->kind == Kind::Altered || error->kind == Kind::TooShort
                          || error->kind == Kind::NotACase);
    if (!damaged || !problem.file.startsWith(u'/'))
        return {};
    std::vector<MessageBar::Action> ways;
    if (error->kind == Kind::Corrupt)
        ways.push_back({tr("Repair"), [this, path = problem.file] { repair(path); }});
    const auto backups = m_files.backups(problem.file);
    if (backups && !backups->empty())
        ways.push_back({tr("Backups…"), [this, path = problem.file] { Q_EMIT backupsWanted(path); }});
    return ways;
}

void FileCareBanner::offerWayOut(const session::Problem &problem)
{
    const QString text = sentence(problem);
    std::vector<MessageBar::Action> ways = damageWays(problem);
    if (text.isEmpty() || (ways.empty() && m_uncleanEnd.isEmpty()))
        return;
    if (!ways.empty())
        m_saidDamaged = problem.file;
    showBesideUncleanEnd(MessageBar::Kind::Error, text, std::move(ways));
}

void FileCareBanner::showChecked(const QString &path, const ports::StoreResult<ports::CheckReport> &report)
{
    m_checking = false;
    m_saidDamaged = report && !report->stopped && !report->isSound() ? path : QString();
    if (report && report->stopped) {
        m_bar.show(MessageBar::Kind::Warning, tr("The check of %1 was stopped.").arg(nameOf(path)));
        return;
    }
    if (!report) {
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 could not be checked: %2.").arg(nameOf(path), messages::sentence(report.error())));
        return;
    }
    if (report->isSound()) {
        m_bar.show(MessageBar::Kind::Done, tr("%1 is sound.").arg(nameOf(path)));
        return;
    }
    const QString damage = messages::sentence(report->problems.front());
    if (report->canBeRepaired())
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 is damaged: %2. A repair keeps the file as it is beside it first.").arg(nameOf(path), damage),
                   {{tr("Repair"), [this, path] { repair(path); }}});
    else
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 is damaged: %2. A repair cannot put this right; restore a backup.").arg(nameOf(path), damage),
                   {{tr("Backups…"), [this, path] { Q_EMIT backupsWanted(path); }}});
}

void FileCareBanner::repair(const QString &path)
{
    if (putOff([this, path] { repair(path); }))
        return;
    m_desk.close();
    if (m_desk.isOpen())
        return; // something typed could not be saved
    m_care.repair(path);
    m_bar.show(MessageBar::Kind::Warning, tr("Repairing %1. The file as it is now is kept.").arg(nameOf(path)));
}

void FileCareBanner::showRepaired(const QString &path, const ports::StoreResult<ports::RepairReport> &report)
{
    m_saidDamaged = report && !report->after.isSound() ? path : QString();
    m_desk.open(path);
    m_uncleanEnd.clear(); // the repair checked it
    if (!report) {
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 could not be repaired: %2.").arg(nameOf(path), messages::sentence(report.error())));
        return;
    }
    const QString kept = tr("The file as it was is kept: %1.").arg(report->backup);
    const std::vector<MessageBar::Action> ways{{tr("Backups…"), [this, path] { Q_EMIT backupsWanted(path); }}};
    if (report->before.isSound())
        m_bar.show(MessageBar::Kind::Done, tr("%1 is sound.").arg(nameOf(path)));
    else if (report->done.empty())
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 cannot be repaired, and nothing was changed; restore a backup.").arg(nameOf(path)), ways);
    else if (!report->after.isSound())
        m_bar.show(MessageBar::Kind::Error, tr("%1 was repaired in part; restore a backup. %2").arg(nameOf(path), kept),
                   ways);
    else if (report->lostCases() > 0)
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 was repaired, but %2 could not be saved; a backup may have them. %3")
                       .arg(nameOf(path), counted(report->lostCases(), tr("case"), tr("cases")), kept),
                   ways);
    else
        m_bar.show(MessageBar::Kind::Done,
                   tr("%1 was repaired: %2. %3").arg(nameOf(path), messages::sentence(report->done.front()), kept));
}

} // namespace ui
