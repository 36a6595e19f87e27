#include "ui/backupswindow.h"

#include "messages/carewords.h"
#include "messages/messages.h"
#include "ui/messagebar.h"
#include "ui/plaintooltip.h"
#include "ui/words.h"
#include "ui_backupswindow.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>

namespace ui {

using session::JobControl;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

QString madeWords(const ports::BackupInfo &backup)
{
    if (!backup.madeAt.isValid())
        return nameOf(backup.path);
    return momentLabel(backup.madeAt);
}

QString sizeWords(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString stateWords(const ports::StoreResult<ports::CheckReport> &report)
{
    if (!report)
        return BackupsWindow::tr("Cannot be read: %1").arg(messages::sentence(report.error()));
    const QString cases =
        counted(static_cast<qsizetype>(report->cases), BackupsWindow::tr("case"), BackupsWindow::tr("cases"));
    if (report->stopped)
        return BackupsWindow::tr("Not checked");
    if (report->isSound())
        return BackupsWindow::tr("Sound, %1").arg(cases);
    return BackupsWindow::tr("Damaged: %1").arg(messages::sentence(report->problems.front()));
}

} // namespace

BackupsWindow::BackupsWindow(const session::Services &services, session::Desk &desk, MessageBar &bar,
                             const QString &path, QWidget *parent)
    : QDialog(parent),
      m_form(std::make_unique<Ui::BackupsWindow>()),
      m_services(services),
      m_desk(desk),
      m_bar(bar),
      m_path(path)
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Backups of %1").arg(nameOf(path)));
    m_form->backupsList->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().height() * 24);
    connect(m_form->backupsList, &QTreeWidget::itemSelectionChanged, this, &BackupsWindow::showState);
    connect(m_form->restoreButton, &QPushButton::clicked, this, &BackupsWindow::restore);
    connect(m_form->backUpButton, &QPushButton::clicked, this, &BackupsWindow::backUp);
    connect(m_form->checkButton, &QPushButton::clicked, this, &BackupsWindow::checkRequested);
    connect(m_form->repairButton, &QPushButton::clicked, this, [this] { Q_EMIT repairRequested(m_path); });
    connect(m_form->stopButton, &QPushButton::clicked, &m_job, &session::Job::cancel);
    connect(m_form->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_job, &session::Job::progressed, m_form->busyBar, &QProgressBar::setValue);
    connect(&m_job, &session::Job::runningChanged, this, &BackupsWindow::showState);
    connect(&m_desk, &session::Desk::fileChanged, this, &BackupsWindow::showState);
    fill();
    verify();
}

BackupsWindow::~BackupsWindow() = default;

void BackupsWindow::fill()
{
    const QString folder = m_services.care->backupFolder(m_path);
    auto backups = m_services.care->backups(m_path);
    m_backups = backups ? *std::move(backups) : std::vector<ports::BackupInfo>();
    m_form->backupsList->clear();
    for (const ports::BackupInfo &one : m_backups) {
        auto *item =
            new QTreeWidgetItem(m_form->backupsList, {madeWords(one), sizeWords(one.bytes), tr("Not checked")});
        item->setToolTip(0, plainToolTip(one.path));
    }
    m_form->backupsList->setCurrentItem(m_form->backupsList->topLevelItem(0));
    QString heading =
        tr("Backups that made themselves, in %1. Do also keep one elsewhere: a folder beside the file does "
           "not survive the disk.")
            .arg(QDir::toNativeSeparators(folder));
    if (!backups)
        heading = tr("The backups in %1 cannot be listed: %2.").arg(folder, messages::sentence(backups.error()));
    else if (m_backups.empty())
        heading = tr("There is no backup in %1 yet. One makes itself each day on which the file has changed.")
                      .arg(QDir::toNativeSeparators(folder));
    m_form->backupsHeading->setText(heading);
    showState();
}

/// Reads each, the newest first: a backup counts once it is known to be whole.
void BackupsWindow::verify()
{
    struct Checked {
        std::vector<QString> states;
    };
    auto checked = std::make_shared<Checked>();
    setBusy(tr("Reading the backups"), true);
    m_job.start(
        [checked, backups = m_backups, &care = *m_services.care](JobControl &control) {
            for (std::size_t i = 0; i < backups.size() && !control.isCancelled(); ++i) {
                checked->states.push_back(stateWords(care.check(backups[i].path, [&](int percent) {
                    control.report(static_cast<qsizetype>(i) * 100 + percent,
                                   static_cast<qsizetype>(backups.size()) * 100);
                    return !control.isCancelled();
                })));
            }
        },
        [this, checked] {
            m_form->stateLabel->clear();
            for (std::size_t i = 0; i < checked->states.size(); ++i) {
                QTreeWidgetItem *item = m_form->backupsList->topLevelItem(static_cast<int>(i));
                item->setText(2, checked->states[i]);
                item->setToolTip(2, plainToolTip(checked->states[i]));
            }
        });
}

QString BackupsWindow::selected() const
{
    const int row = m_form->backupsList->indexOfTopLevelItem(m_form->backupsList->currentItem());
    return row < 0 ? QString() : m_backups[static_cast<std::size_t>(row)].path;
}

void BackupsWindow::restore()
{
    const QString backup = selected();
    if (backup.isEmpty() || m_job.isRunning())
        return;
    const bool wasOpen = m_desk.path() == m_path;
    if (wasOpen)
        m_desk.close();
    if (wasOpen && m_desk.isOpen())
        return; // something typed could not be saved; the window says so
    setBusy(tr("Putting the backup in place"), false);
    auto kept = std::make_shared<std::optional<ports::StoreResult<QString>>>();
    m_job.start([kept, backup, path = m_path, now = m_services.clock.now().toLocalTime(),
                 &care = *m_services.care](JobControl &) { *kept = care.restore(backup, path, now); },
                [this, kept, backup] {
                    m_desk.open(m_path);
                    const auto &replaced = **kept;
                    if (!replaced) {
                        m_bar.show(MessageBar::Kind::Error,
                                   tr("%1 could not be put in place: %2. %3 is as it was.")
                                       .arg(nameOf(backup), messages::sentence(replaced.error()), nameOf(m_path)));
                        fill();
                        return;
                    }
                    QString text = tr("%1 is the backup %2 again.").arg(nameOf(m_path), nameOf(backup));
                    if (!replaced->isEmpty())
                        text += u' ' + tr("What it replaced is kept: %1.").arg(*replaced);
                    m_bar.show(MessageBar::Kind::Done, text);
                    close();
                });
}

void BackupsWindow::backUp()
{
    if (m_job.isRunning())
        return;
    const QString folder =
        m_services.prompter.existingFolder(tr("Folder for the backup"), QFileInfo(m_path).absolutePath());
    if (folder.isEmpty())
        return;
    m_desk.flush();
    setBusy(tr("Making and verifying the backup"), false);
    auto made = std::make_shared<std::optional<ports::StoreResult<QString>>>();
    m_job.start([made, folder, path = m_path, now = m_services.clock.now().toLocalTime(),
                 &care = *m_services.care](JobControl &) { *made = care.backUp(path, folder, now); },
                [this, made] {
                    if (**made)
                        m_form->stateLabel->setText(tr("Made and verified: %1").arg(***made));
                    else
                        m_form->stateLabel->setText(
                            tr("No backup was made: %1.").arg(messages::noBackupSentence((**made).error())));
                });
}

void BackupsWindow::setBusy(const QString &what, bool canStop)
{
    m_canStop = canStop;
    m_form->stateLabel->setText(what);
    m_form->busyBar->setRange(0, canStop ? 100 : 0); // how far a copy is, nobody says
    m_form->busyBar->setValue(0);
}

void BackupsWindow::reject()
{
    if (!m_job.isRunning() || m_canStop)
        QDialog::reject();
}

void BackupsWindow::showState()
{
    const bool busy = m_job.isRunning();
    m_form->busyBar->setVisible(busy);
    m_form->stopButton->setVisible(busy && m_canStop);
    m_form->closeButton->setEnabled(!busy || m_canStop);
    m_form->restoreButton->setEnabled(!busy && !selected().isEmpty());
    m_form->backUpButton->setEnabled(!busy && QFileInfo::exists(m_path));
    m_form->checkButton->setEnabled(!busy && m_desk.path() == m_path && !m_desk.isReadOnly());
    m_form->repairButton->setEnabled(!busy && QFileInfo::exists(m_path));
}

} // namespace ui
