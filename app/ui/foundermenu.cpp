#include "ui/foundermenu.h"

#include "messages/messages.h"
#include "session/callbacklist.h"
#include "session/founderfiles.h"
#include "ui/answerdialog.h"
#include "ui/callbackdialog.h"
#include "ui/followupdialog.h"

#include <QAction>

namespace ui {

using drafting::DocumentFormat;
using session::Desk;
using namespace Qt::StringLiterals;

FounderMenu::FounderMenu(Desk &desk, const FounderActions &actions, QWidget &window)
    : QObject(&window), m_desk(desk), m_actions(actions), m_window(window)
{
    connect(actions.followUp, &QAction::triggered, this, &FounderMenu::openFollowUp);
    connect(actions.callBack, &QAction::triggered, this, &FounderMenu::openCallBack);
    connect(actions.worksheetForm, &QAction::triggered, this, [this] { saveForm(DocumentFormat::Html); });
    connect(actions.importAnswer, &QAction::triggered, this, &FounderMenu::chooseAnswer);
    for (const auto changed : {&Desk::fileChanged, &Desk::shownChanged, &Desk::shownEdited, &Desk::saveStateChanged})
        connect(&desk, changed, this, &FounderMenu::update);
    update();
}

void FounderMenu::update()
{
    const session::CaseSession *open = m_desk.openCase();
    const bool isSaved = open && open->view() && !open->caseId().isEmpty();
    m_actions.followUp->setEnabled(isSaved);
    m_actions.callBack->setEnabled(open && open->view());
    m_actions.worksheetForm->setEnabled(isSaved);
    m_actions.importAnswer->setEnabled(m_desk.isOpen() && !m_desk.isReadOnly());
}

void FounderMenu::saveForm(DocumentFormat format)
{
    m_desk.flush(); // the answer is compared with what is in the file
    if (!m_desk.openCase())
        return;
    const auto form = session::worksheetForm(*m_desk.openCase(), format);
    if (form)
        m_desk.saveDocument(*form);
    else
        Q_EMIT m_desk.failed(form.error());
}

void FounderMenu::openFollowUp()
{
    m_desk.flush();
    const auto mail = m_desk.openCase() ? session::followUpOf(*m_desk.openCase()) : std::nullopt;
    if (!mail)
        return;
    auto *dialog = new FollowUpDialog(*mail, &m_window);
    // Another case, or none: the mail is not about what is shown.
    connect(&m_desk, &Desk::shownChanged, dialog, &QDialog::reject);
    connect(dialog, &FollowUpDialog::pageWanted, this, [this] { saveForm(DocumentFormat::Html); });
    connect(dialog, &FollowUpDialog::spreadsheetWanted, this, [this] { saveForm(DocumentFormat::BulkImport); });
    connect(dialog, &FollowUpDialog::mailWanted, this, [this, dialog] {
        m_desk.flush();
        const auto file = session::mailFile(*m_desk.openCase(), dialog->mail());
        if (file)
            m_desk.saveDocument(*file);
        else
            Q_EMIT m_desk.failed(file.error());
    });
    dialog->show();
}

void FounderMenu::openCallBack()
{
    m_desk.flush();
    const auto list = m_desk.openCase() ? session::callBackListOf(*m_desk.openCase()) : std::nullopt;
    if (!list)
        return;
    auto *dialog = new CallBackDialog(*list, &m_window);
    connect(&m_desk, &Desk::shownChanged, dialog, &QDialog::reject);
    dialog->show();
}

void FounderMenu::chooseAnswer()
{
    const QString file = m_desk.chooseAnswer();
    if (!file.isEmpty())
        importAnswer(file);
}

void FounderMenu::importAnswer(const QString &file)
{
    auto compared = m_desk.compareAnswer(file);
    if (!compared) {
        if (!std::holds_alternative<session::Cancelled>(compared.error().what))
            Q_EMIT m_desk.failed(compared.error());
        return;
    }
    auto *dialog = new AnswerDialog(
        *std::move(compared),
        [this](const founderform::Answer &answer, const QSet<QString> &paths) { return take(answer, paths); },
        &m_window);
    connect(&m_desk, &Desk::shownChanged, dialog, &QDialog::reject);
    dialog->show();
}

QString FounderMenu::take(const founderform::Answer &answer, const QSet<QString> &paths)
{
    session::CaseSession *open = m_desk.openCase();
    const auto worksheet = founderform::accepted(open->worksheet(), answer, paths);
    if (!worksheet)
        return messages::fieldSentence(worksheet.error());
    const auto replaced = open->replace(tr("Founder's answer"), *worksheet);
    if (!replaced)
        return messages::fieldSentence(replaced.error());
    Q_EMIT taken(paths.size() == 1 ? tr("1 answer of %1 was taken over.").arg(answer.filledInBy)
                                   : tr("%1 answers of %2 were taken over.").arg(paths.size()).arg(answer.filledInBy));
    return {};
}

} // namespace ui
