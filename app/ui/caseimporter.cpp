#include "ui/caseimporter.h"

#include "ui/importwindow.h"
#include "ui/messagebar.h"
#include "ui/words.h"

#include <QAction>
#include <QFileInfo>

namespace ui {

using session::ImportFailure;
using session::ImportPlan;
using session::ImportProblem;
using session::ImportResult;
using session::JobControl;
using namespace Qt::StringLiterals;

struct CaseImporter::Reading {
    std::optional<domain::Result<ImportPlan, ImportFailure>> plan;
};

CaseImporter::CaseImporter(const session::Services &services, session::Desk &desk, MessageBar &bar, QWidget *parent)
    : QObject(parent),
      m_services(services),
      m_desk(desk),
      m_bar(bar),
      m_parent(parent),
      m_action(new QAction(tr("&Take in cases of another file…"), this))
{
    m_action->setObjectName(u"importCasesAction"_s);
    m_action->setStatusTip(tr("Bring the cases of another case file into the open one, merged field by field"));
    connect(m_action, &QAction::triggered, this, &CaseImporter::ask);
    connect(&m_desk, &session::Desk::fileChanged, this, &CaseImporter::update);
    connect(&m_desk, &session::Desk::caseCarried, this, &CaseImporter::begin);
    update();
}

void CaseImporter::update()
{
    m_action->setEnabled(m_desk.isOpen() && !m_desk.isReadOnly());
    if (m_window && m_window->plan().target != m_desk.path())
        m_window->reject();
}

void CaseImporter::offer(const QString &path)
{
    if (m_services.exchange->isSameFile(path, m_desk.path())) {
        m_desk.open(path);
        return;
    }
    const QString name = QFileInfo(path).fileName();
    std::vector<MessageBar::Action> ways{{tr("Open it"), [this, path] { m_desk.open(path); }}};
    if (m_action->isEnabled())
        ways.push_back({tr("Take its cases in"), [this, path] {
                            m_bar.dismiss();
                            begin(path);
                        }});
    m_bar.show(MessageBar::Kind::Warning,
               tr("%1 is a case file. Open it instead of %2, or take its cases into %2?")
                   .arg(name, QFileInfo(m_desk.path()).fileName()),
               ways);
}

void CaseImporter::ask()
{
    const QString path = m_services.prompter.existingCaseFile(tr("Take in cases of another case file"),
                                                              QFileInfo(m_desk.path()).absolutePath());
    if (!path.isEmpty())
        begin(path);
}

void CaseImporter::begin(const QString &path)
{
    if (!m_action->isEnabled() || m_job.isRunning())
        return;
    if (m_window)
        m_window->deleteLater();
    m_source = path;
    m_window = new ImportWindow(m_parent);
    m_window->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_window, &ImportWindow::takeInRequested, this, &CaseImporter::takeIn);
    connect(m_window, &QDialog::rejected, &m_job, &session::Job::cancel);
    connect(&m_job, &session::Job::progressed, m_window, &ImportWindow::showProgress);
    m_window->show();
    read();
}

void CaseImporter::read()
{
    m_desk.flush(); // what was typed last is compared too
    m_window->showWaiting(tr("Cases of %1").arg(QFileInfo(m_source).fileName()),
                          tr("Checking and comparing the file. Nothing is written yet."));
    auto reading = std::make_shared<Reading>();
    m_job.start(
        [reading, source = m_source, target = m_desk.path(), &care = *m_services.care,
         &exchange = *m_services.exchange](JobControl &control) {
            reading->plan = session::readImport(care, exchange, source, target, control);
        },
        [this, reading] { showRead(*reading); });
}

void CaseImporter::showRead(const Reading &reading)
{
    if (!m_window || !m_window->isVisible())
        return; // never mind
    const auto &plan = *reading.plan;
    if (plan) {
        m_window->showPlan(*plan);
        return;
    }
    m_window->close();
    m_bar.show(MessageBar::Kind::Error, sentence(plan.error()));
}

void CaseImporter::takeIn()
{
    if (m_job.isRunning() || !m_desk.shipped() || !m_window->plan().canApply())
        return;
    m_desk.flush();
    const ImportPlan plan = m_window->plan();
    m_window->showWaiting(tr("Cases of %1").arg(QFileInfo(plan.source).fileName()),
                          tr("Taking in. All of it is saved, or nothing."));
    auto result = std::make_shared<std::optional<domain::Result<ImportResult, ImportFailure>>>();
    m_job.start([result, plan, shipped = m_desk.shipped(), asOf = m_services.clock.today(),
                 now = m_services.clock.now(), &care = *m_services.care, &exchange = *m_services.exchange](
                    JobControl &) { *result = session::writeImport(care, exchange, plan, *shipped, asOf, now); },
                [this, result] { finish(**result); });
}

void CaseImporter::finish(const domain::Result<ImportResult, ImportFailure> &result)
{
    if (!result) {
        const QString why = sentence(result.error());
        const auto *problem = std::get_if<ImportProblem>(&result.error().what);
        if (m_window && m_window->isVisible() && problem && problem->kind == ImportProblem::Kind::GoneOn) {
            read(); // what is chosen about has to be what is there
            m_bar.show(MessageBar::Kind::Warning, why);
        } else if (m_window && m_window->isVisible()) {
            m_window->showTrouble(why);
        } else {
            m_bar.show(MessageBar::Kind::Error, why);
        }
        return;
    }
    if (m_window)
        m_window->close();
    m_desk.readImported();
    if (!result->caseIds.isEmpty())
        Q_EMIT caseWanted(result->caseIds.last());
    m_bar.show(MessageBar::Kind::Done, tr("%1 taken in: %2 new, %3 changed.")
                                           .arg(counted(result->caseIds.size(), tr("case"), tr("cases")))
                                           .arg(result->added)
                                           .arg(result->changed));
}

} // namespace ui
