// FileCareBanner: what the care for the open case file has to say, in the window's banner: a backup that could not be made,
// an unclean end with the offer to check, and damage with the offer to repair.
#pragma once

#include "session/desk.h"
#include "session/filecare.h"

#include <QObject>

namespace ui {

class MessageBar;

class FileCareBanner : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    FileCareBanner(ports::CaseCare &care, const ports::Clock &clock, session::Desk &desk, MessageBar &bar,
                   QObject *parent = nullptr);

Q_SIGNALS:
    /// A person wants to see the case that came back.
    void caseWanted(const QString &caseId);

private:
    void follow();
    void showNoBackup(const QString &path, const ports::StoreError &error);
    void offerCheck(const QString &path);
    void showChecked(const QString &path, const ports::StoreResult<ports::CheckReport> &report);
    void repair(const QString &path);
    void showRepaired(const QString &path, const ports::StoreResult<ports::RepairReport> &report);

    const ports::Clock &m_clock;
    session::Desk &m_desk;
    MessageBar &m_bar;
    session::FileCare m_care;
};

} // namespace ui
