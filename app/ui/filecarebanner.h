// FileCareBanner: what the care for the open case file has to say, in the window's banner: a backup that could not be made,
// an unclean end with the offer to check, and damage with the offer to repair.
#pragma once

#include "session/desk.h"
#include "session/filecare.h"
#include "ui/messagebar.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace ui {

class FileCareBanner : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    FileCareBanner(ports::CaseCare &care, const ports::Clock &clock, session::Desk &desk, MessageBar &bar,
                   QObject *parent = nullptr);

    /// Puts right what can be, after the file was kept as it is; closes it meanwhile when it is the open one.
    void repair(const QString &path);
    /// Checks the open file; the banner says how far it is and what was found.
    void check();

Q_SIGNALS:
    /// A person wants to see the backups of that file.
    void backupsWanted(const QString &path);
    /// A person wants to see the case that came back.
    void caseWanted(const QString &caseId);

private:
    void follow();
    void showNoBackup(const QString &path, const ports::StoreError &error);
    void offerCheck(const QString &path);
    std::vector<MessageBar::Action> uncleanWays();
    void showBesideUncleanEnd(MessageBar::Kind kind, const QString &text, std::vector<MessageBar::Action> ways);
    std::vector<MessageBar::Action> damageWays(const session::Problem &problem);
    bool putOff(const std::function<void()> &action);
    void showProgress(int percent);
    void offerWayOut(const session::Problem &problem);
    void showChecked(const QString &path, const ports::StoreResult<ports::CheckReport> &report);
    void showRepaired(const QString &path, const ports::StoreResult<ports::RepairReport> &report);

    const ports::Clock &m_clock;
    session::Desk &m_desk;
    MessageBar &m_bar;
    ports::CaseCare &m_files;
    session::FileCare m_care;
    bool m_checking = false;
    QString m_uncleanEnd;  ///< what stands in the banner about it, until the file is checked or that is dismissed
    QString m_saidDamaged; ///< the file of which the banner said so last
    QTimer m_putOff;       ///< while another work runs
    std::function<void()> m_wanted; ///< a check or a repair, when that has ended
};

} // namespace ui
