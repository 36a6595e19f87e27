#include "ui/filecarebanner.h"

#include "messages/carewords.h"
#include "messages/messages.h"
#include "ui/messagebar.h"
#include "ui/recoverywords.h"

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
    : QObject(parent), m_clock(clock), m_desk(desk), m_bar(bar), m_care(care, clock)
{
    connect(&m_desk, &session::Desk::fileChanged, this, &FileCareBanner::follow);
    connect(&m_care, &session::FileCare::uncleanEndFound, this, &FileCareBanner::offerCheck);
    connect(&m_care, &session::FileCare::backupFailed, this, &FileCareBanner::showNoBackup);
    connect(&m_care, &session::FileCare::checked, this, &FileCareBanner::showChecked);
    connect(&m_care, &session::FileCare::repaired, this, &FileCareBanner::showRepaired);
}

void FileCareBanner::follow()
{
    const bool cared = m_desk.isOpen() && !m_desk.isReadOnly();
    m_care.setFile(cared ? m_desk.path() : QString(),
                   cared && (m_desk.foundUncleanEnd() || !m_desk.recovered().empty()));
}

void FileCareBanner::showNoBackup(const QString &path, const ports::StoreError &error)
{
    std::vector<MessageBar::Action> ways;
    if (error.kind == ports::StoreError::Kind::Corrupt)
        ways.push_back({tr("Check the file"), [this] { m_care.check(); }});
    m_bar.show(MessageBar::Kind::Warning,
               tr("No backup of %1 was made today: %2.").arg(nameOf(path), messages::sentence(error)), ways);
}

void FileCareBanner::offerCheck(const QString &path)
{
    std::vector<MessageBar::Action> ways{{tr("Check the file"), [this] { m_care.check(); }}};
    const QString came = recoveryWords(m_desk.recovered(), path, m_clock.now());
    if (!came.isEmpty()) {
        const QString first = m_desk.recovered().front().id;
        ways.insert(ways.begin(), {tr("Show the case"), [this, first] { Q_EMIT caseWanted(first); }});
        m_bar.show(MessageBar::Kind::Warning, came, ways);
        return;
    }
    m_bar.show(MessageBar::Kind::Warning,
               tr("A program stopped while it was saving to %1. What it had not saved whole was taken back.")
                   .arg(nameOf(path)),
               ways);
}

void FileCareBanner::showChecked(const QString &path, const ports::StoreResult<ports::CheckReport> &report)
{
    if (!report) {
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 could not be checked: %2.").arg(nameOf(path), messages::sentence(report.error())));
        return;
    }
    if (report->isSound()) {
        m_bar.show(MessageBar::Kind::Done, tr("%1 is sound.").arg(nameOf(path)));
        return;
    }
    m_bar.show(MessageBar::Kind::Error,
               tr("%1 is damaged: %2. A repair keeps the file as it is beside it first.")
                   .arg(nameOf(path), messages::sentence(report->problems.front())),
               {{tr("Repair"), [this, path] { repair(path); }}});
}

void FileCareBanner::repair(const QString &path)
{
    if (m_care.isBusy())
        return;
    m_desk.close();
    if (!m_desk.isOpen()) // something typed could not be saved
        m_care.repair(path);
}

void FileCareBanner::showRepaired(const QString &path, const ports::StoreResult<ports::RepairReport> &report)
{
    m_desk.open(path);
    if (!report) {
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 could not be repaired: %2.").arg(nameOf(path), messages::sentence(report.error())));
        return;
    }
    const QString kept = tr("The file as it was is kept: %1.").arg(report->backup);
    if (report->done.empty())
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 cannot be repaired, and nothing was changed; restore a backup.").arg(nameOf(path)));
    else if (!report->after.isSound())
        m_bar.show(MessageBar::Kind::Error,
                   tr("%1 was repaired in part; restore a backup. %2").arg(nameOf(path), kept));
    else
        m_bar.show(MessageBar::Kind::Done,
                   tr("%1 was repaired: %2. %3").arg(nameOf(path), messages::sentence(report->done.front()), kept));
}

} // namespace ui
