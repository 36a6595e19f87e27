#include "ui/dialogprompter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostNamed = 8;

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::DialogPrompter", text);
}

/// One name per line; the rest as a number.
QString named(const QStringList &names)
{
    QString text = names.first(std::min(names.size(), kMostNamed)).join(u'\n');
    if (names.size() > kMostNamed)
        text += u'\n' + translated("and %1 more").arg(names.size() - kMostNamed);
    return text;
}

/// Names come from files and worksheets: plain text.
void setTexts(QMessageBox &box, const QString &question, const QString &detail)
{
    box.setIcon(QMessageBox::Question);
    box.setTextFormat(Qt::PlainText);
    box.setText(question + u"\n\n"_s + detail);
}

} // namespace

QString DialogPrompter::newCaseFile(const QString &title, const QString &suggested)
{
    QFileDialog dialog(m_window, title, QFileInfo(suggested).path(), translated("Case files (*.briefstack)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"briefstack"_s);
    // Nothing is ever replaced: a name that is taken is refused in words.
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    dialog.selectFile(QFileInfo(suggested).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString DialogPrompter::existingCaseFile(const QString &title, const QString &folder)
{
    return QFileDialog::getOpenFileName(m_window, title, folder,
                                        translated("Case files (*.briefstack);;All files (*)"));
}

QString DialogPrompter::existingFolder(const QString &title, const QString &folder)
{
    return QFileDialog::getExistingDirectory(m_window, title, folder);
}

QStringList DialogPrompter::worksheets(const QString &folder)
{
    return QFileDialog::getOpenFileNames(
        m_window, translated("Import worksheets"), folder,
        translated("Worksheets and archive copies (*.worksheet.json *.json *.pdf);;All files (*)"));
}

QString DialogPrompter::answerFile(const QString &folder)
{
    return QFileDialog::getOpenFileName(m_window, translated("Import a founder's answer"), folder,
                                        translated("Answers (*.json *.csv *.txt *.eml);;All files (*)"));
}

QString DialogPrompter::documentFile(const QString &suggested)
{
    const QString ending = QFileInfo(suggested).suffix();
    QFileDialog dialog(m_window, translated("Save the document"), QFileInfo(suggested).path(),
                       translated("%1 files (*.%2)").arg(ending.toUpper(), ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(QFileInfo(suggested).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString DialogPrompter::exportFolder(const QString &folder)
{
    return QFileDialog::getExistingDirectory(m_window, translated("Export the stack to a folder"), folder);
}

/// Choosing a folder confirms nothing, and a file of one of these names may be anybody's: what choosing a file asks.
bool DialogPrompter::replaceFiles(const QString &folder, const QStringList &names)
{
    QMessageBox box(m_window);
    setTexts(box, translated("Replace these files in %1?").arg(QDir::toNativeSeparators(folder)), named(names));
    const QPushButton *replace = box.addButton(translated("&Replace"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == replace;
}

bool DialogPrompter::fileAgain(const QString &record, const QString &opportunity)
{
    QMessageBox box(m_window);
    setTexts(box, translated("File this record again?"),
             translated("%1 is filed as %2. What was filed stays as it is; this becomes its next revision.")
                 .arg(record, opportunity));
    const QPushButton *again = box.addButton(translated("&File again"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == again;
}

} // namespace ui
