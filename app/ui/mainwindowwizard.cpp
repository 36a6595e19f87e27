// The main window's part in a new case: the wizard beside it.
#include "ui/casewizard.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/settings.h"
#include "ui/workspace.h"
#include "ui_mainwindow.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const auto kWizardPlace = u"wizardPlace"_s;
const auto kWizardGeometry = u"wizard/geometry"_s;

QByteArray placeOf(const session::CaseSession &session, int step)
{
    return (session.caseId() + u' ' + QString::number(step)).toUtf8();
}

} // namespace

void MainWindow::connectWizard()
{
    connect(m_form->wizardAction, &QAction::triggered, this, &MainWindow::openWizard);
    connect(m_form->workspace, &Workspace::refused, this,
            [this](const QString &sentence) { m_form->messageBar->show(MessageBar::Kind::Warning, sentence); });
    connect(&m_desk, &session::Desk::shownChanged, this, [this] {
        if (m_wizard)
            m_wizard->setSession(m_desk.openCase());
        if (std::exchange(m_wizardWanted, false))
            openWizard();
        m_form->wizardAction->setEnabled(m_desk.openCase() != nullptr);
    });
}

/// Without a file, asks for one first; the case comes up once the rates have been read.
void MainWindow::newCase()
{
    complete();
    if (!m_desk.isOpen())
        m_desk.makeCaseFile();
    if (!m_desk.isOpen() || m_desk.isReadOnly())
        return;
    m_wizardWanted = true;
    m_desk.showNewCase();
}

void MainWindow::openWizard()
{
    if (!m_desk.openCase())
        return;
    if (!m_wizard) {
        m_wizard = new CaseWizard(this);
        connect(m_wizard, &CaseWizard::drafted, this, [this] { m_form->workspace->showTab(Workspace::Tab::Records); });
        // Without the window: the wizard goes with it, and still hides.
        connect(m_wizard, &CaseWizard::left, m_wizard, [wizard = m_wizard, &settings = m_settings] {
            settings.setBytes(kWizardGeometry, wizard->saveGeometry());
        });
        connect(m_wizard, &QWizard::currentIdChanged, this, [this](int step) {
            if (m_wizard->isVisible() && m_desk.openCase())
                m_settings.setBytes(kWizardPlace, placeOf(*m_desk.openCase(), step));
        });
    }
    const QByteArray place = m_settings.bytes(kWizardPlace);
    m_wizard->setSession(m_desk.openCase());
    for (const int step : m_wizard->pageIds()) {
        if (place == placeOf(*m_desk.openCase(), step))
            m_wizard->setCurrentId(step); // where it was left
    }
    if (!m_wizard->isVisible()) // else Qt gives it its first size again when the window manager had resized it
        m_wizard->restoreGeometry(m_settings.bytes(kWizardGeometry));
    m_wizard->show();
    m_wizard->raise();
    m_wizard->activateWindow();
}

} // namespace ui
