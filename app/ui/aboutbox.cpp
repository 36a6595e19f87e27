#include "ui/aboutbox.h"

#include <QCoreApplication>
#include <QIcon>
#include <QMessageBox>

namespace ui {

namespace {

constexpr int kIconSize = 64;

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::AboutBox", text);
}

} // namespace

void showAbout(QWidget *window)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(translated("About Briefstack"));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(window->windowIcon().pixmap(kIconSize));
    box->setText(
        translated(
            "Briefstack %1\n\nTurns one scoping call with a founder into stacked ACE records. Everything stays in "
            "one file on this computer.\n\nFree software under the GNU General Public License, version 3 or "
            "later, without any warranty. Not affiliated with Amazon Web Services.")
            .arg(QCoreApplication::applicationVersion()));
    box->setStandardButtons(QMessageBox::Close);
    box->setWindowModality(Qt::NonModal);
    box->show();
}

} // namespace ui
