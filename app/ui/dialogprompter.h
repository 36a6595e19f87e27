// DialogPrompter: asks with dialogs. The only place of the program that opens modal ones.
#pragma once

#include "ports/prompter.h"

#include <QPointer>
#include <QWidget>

namespace ui {

class DialogPrompter : public ports::Prompter {
public:
    /// The dialogs' parent window.
    void setWindow(QWidget *window) { m_window = window; }

    QString newCaseFile(const QString &title, const QString &suggested) override;
    QString existingCaseFile(const QString &title, const QString &folder) override;
    QString existingFolder(const QString &title, const QString &folder) override;
    QStringList worksheets(const QString &folder) override;
    QString answerFile(const QString &folder) override;
    QString documentFile(const QString &suggested) override;
    QString exportFolder(const QString &folder) override;
    bool replaceFiles(const QString &folder, const QStringList &names) override;
    bool fileAgain(const QString &record, const QString &opportunity) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace ui
