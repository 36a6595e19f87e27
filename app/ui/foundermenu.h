// FounderMenu: what goes to the founder of the shown case and what comes back: the call-back list, the follow-up mail, the
// worksheet form, the answer. Owns what happens at these actions; the actions stand in the main window's form.
#pragma once

#include "session/desk.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

namespace ui {

struct FounderActions {
    QAction *followUp = nullptr;
    QAction *worksheetForm = nullptr;
    QAction *importAnswer = nullptr;
    QAction *callBack = nullptr;
};

class FounderMenu : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    FounderMenu(session::Desk &desk, const FounderActions &actions, QWidget &window);

    void importAnswer(const QString &file);

Q_SIGNALS:
    /// A sentence on what was taken over.
    void taken(const QString &sentence);

private:
    void update();
    void openFollowUp();
    void openCallBack();
    void chooseAnswer();
    void saveForm(drafting::DocumentFormat format);
    QString take(const founderform::Answer &answer, const QSet<QString> &paths);

    session::Desk &m_desk;
    FounderActions m_actions;
    QWidget &m_window;
};

} // namespace ui
