// MainWindow: the program's window: cases at the left, the shown case's tabs in the middle, what is to fix and the
// arithmetic at the right. It shows what the desk has and passes on what a person asks for.
#pragma once

#include "session/desk.h"
#include "ui/figure.h"
#include "ui/workspace.h"

#include <QHash>
#include <QMainWindow>
#include <QUndoGroup>

#include <array>

#include <memory>

QT_BEGIN_NAMESPACE
namespace Ui {
class MainWindow;
}
QT_END_NAMESPACE

namespace ui {

class ArithmeticPane;
class CallMode;
class CaseImporter;
class FileCareBanner;
class FilingDock;
class FounderMenu;
class ImportChoice;
class Printing;
class CaseWizard;
class RequestTools;
class ReviewView;
class Settings;
struct GoToEntry;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `services` and `settings` must outlive the window.
    MainWindow(const session::Services &services, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Makes the parts that are not seen in the first picture of a window without a case file. It happens by itself as
    /// soon as that has been painted, or when something is asked for that needs them.
    void complete();
    /// Completes the window.
    session::Desk &desk();
    /// Opens a case file as soon as the window has been painted.
    void openAfterFirstPaint(const QString &path);
    /// In a complete window.
    Printing &printing() const { return *m_printing; }
    RequestTools &requests() const { return *m_requests; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectActions();
    void connectStart();
    void connectDesk();
    void connectWizard();
    void connectCaseFiles();
    void showBackups(const QString &path);
    void newCase();
    void openWizard();
    void connectPanes();
    void connectDocuments();
    void connectFilings();
    void setUpAppearance();
    void restoreWindow();
    void restoreRest();

    void afterFirstPaint();
    void showFile();
    void showCases();
    void showCase();
    void showEdited();
    void showNoCase();
    void showDay();
    void showDeadlines();
    void showFindings();
    void showSaveState();
    void showLeaveRefused();
    void showConflict(const QString &trouble);
    void compareWithOthers();
    void showChangedByOthers(bool isReloaded, const QStringList &others);
    void comeToFront();
    void showPreflight();
    void showProblem(const session::Problem &problem);
    void showImported(const QStringList &caseIds);
    void showExported(const QString &folder, const QStringList &names);
    void showWithheld(const domain::Findings &why);
    void updateActions();
    void fillRecent();
    void chooseAppearance();
    void showSideDocks(bool fileOpen);
    void makeRoomForRecords();
    void coverPreview();
    void showToFix();
    void showArithmetic(const Figure &figure);
    void stepToFix(int direction);
    void connectFixes();
    void showFix();
    void applyFix();
    void goToField(const QString &fieldPath);
    void openReview();
    void fillReview();
    void applyEdit(const QString &undoText, const domain::Worksheet &after);
    std::array<std::pair<QAction *, Workspace::Tab>, Workspace::kTabs> tabActions() const;
    QList<QWidget *> panes() const;
    void showKeys();
    void addGoToButton();
    void pressButtonsWithEnter();
    void showGoTo();
    void goTo(const GoToEntry &entry);

    std::unique_ptr<Ui::MainWindow> m_form;
    session::Services m_services;
    Settings &m_settings;
    const ports::Clock &m_clock;
    session::Desk m_desk;
    ArithmeticPane *m_arithmetic = nullptr;
    CallMode *m_call = nullptr;                 ///< the Notes dock and the page of a call
    std::unique_ptr<FileCareBanner> m_fileCare; ///< none without a CaseCare
    CaseImporter *m_caseImporter = nullptr;     ///< none without a CaseExchange
    ImportChoice *m_importChoice = nullptr;
    Printing *m_printing = nullptr;
    RequestTools *m_requests = nullptr;
    FounderMenu *m_founder = nullptr;
    FilingDock *m_filings = nullptr;
    QUndoGroup m_undo;
    CaseWizard *m_wizard = nullptr; ///< once it was asked for
    bool m_wizardWanted = false;    ///< as soon as the new case is there
    ReviewView *m_review = nullptr; ///< in a window of its own, made when it is first asked for
    QString m_openLater;
    QString m_saveTrouble; ///< that the banner speaks of
    bool m_painted = false;
    bool m_complete = false;
    bool m_justOpened = false;                 ///< its list has not been shown yet
    QHash<const QDockWidget *, bool> m_wanted; ///< the right docks, while a file is open
    bool m_aside = false;                      ///< the right docks are, for the fields of Records
};

} // namespace ui
