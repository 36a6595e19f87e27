// Pictures of every page and tab of the window, light and dark, on a full case, an empty case file and without a file.
// A program, not a test: run by ./dev screenshots once per scale (QT_SCALE_FACTOR). Arguments: folder, suffix.

#include "ui/windowfixture.h"

#include "ui/casewizard.h"
#include "ui/pagestatus.h"
#include "ui/spendtable.h"
#include "ui/worksheettab.h"
#include "ui/workspace.h"

#include <QDir>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

#include <cstdio>

using namespace tests;

namespace {

class Photographer {
public:
    Photographer(QDir folder, QString suffix) : m_folder(std::move(folder)), m_suffix(std::move(suffix)) {}

    void take(const QString &appearance, bool &failed)
    {
        WindowFixture fixture;
        fixture.settings->setAppearance(ui::appearanceNamed(appearance));
        fixture.restart();
        ui::applyTheme(*qApp, ui::appearanceNamed(appearance));
        m_appearance = appearance;
        fixture.window->resize(1440, 900);
        fixture.show();
        save(fixture, u"no-file"_s);

        fixture.prompter.newFile = fixture.path(u"example-partner.briefstack"_s);
        fixture.trigger(u"newCaseFileAction"_s);
        save(fixture, u"empty-file"_s);

        fixture.window->desk().importWorksheets({samplePath(u"enterprise-two-use-cases"_s),
                                                 samplePath(u"pre-seed-agent"_s),
                                                 samplePath(u"series-a-rag-assistant"_s)});
        failed = !QTest::qWaitFor([&] { return fixture.window->desk().shown() != nullptr; }, 30'000);
        if (failed)
            return;
        fixture.window->statusBar()->clearMessage();
        auto *tabs = fixture.find<QTabWidget>(u"caseTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            save(fixture, tabs->tabText(tab).toLower());
            if (tabs->currentWidget()->findChild<QPushButton *>(u"programsButton"_s))
                takeCreditsViews(fixture);
        }
        takeLevers(fixture);
        takeWorksheetPages(fixture, u"worksheet"_s);
        takeWindows(fixture);
        takeSmallestWizard(fixture);
        takeNewCase(fixture);
        takeCall(fixture);
    }

private:
    /// The pages of the worksheet, one after the other.
    void takeWorksheetPages(const WindowFixture &fixture, const QString &name)
    {
        fixture.trigger(u"worksheetTabAction"_s);
        auto *steps = fixture.window->findChild<ui::WorksheetTab *>()->findChild<QListWidget *>();
        for (int step = 0; step < steps->count(); ++step) {
            steps->setCurrentRow(step);
            save(fixture, u"%1-%2"_s.arg(name).arg(step + 1));
        }
        steps->setCurrentRow(0);
    }

    /// What stands in a window of its own.
    void takeWindows(const WindowFixture &fixture)
    {
        const std::pair<QString, QString> windows[] = {
            {u"wizardAction"_s, u"wizard"_s},       {u"reviewAction"_s, u"review"_s},
            {u"documentsAction"_s, u"documents"_s}, {u"profileAction"_s, u"profile"_s},
            {u"goToAction"_s, u"go-to"_s},          {u"keysAction"_s, u"keys"_s}};
        for (const auto &[action, name] : windows) {
            const QWidgetList before = visibleWindows();
            fixture.trigger(action);
            for (QWidget *window : visibleWindows()) {
                if (before.contains(window))
                    continue;
                save(*window, name);
                window->close();
            }
        }
    }

    /// The wizard's pages at its smallest size, scrolled to their ends too.
    void takeSmallestWizard(const WindowFixture &fixture)
    {
        fixture.trigger(u"wizardAction"_s);
        auto *wizard = fixture.window->findChild<ui::CaseWizard *>();
        wizard->resize(wizard->minimumSize());
        for (int step = 0; step < ui::kWorksheetSteps; ++step) {
            wizard->setCurrentId(step);
            save(*wizard, u"wizard-smallest-%1"_s.arg(step + 1));
        }
        wizard->setCurrentId(0);
        wizard->close();
    }

    /// A new case in which nothing is known yet, on every tab.
    void takeNewCase(const WindowFixture &fixture)
    {
        fixture.window->desk().showNewCase();
        save(fixture, u"new-case"_s);
        auto *tabs = fixture.find<QTabWidget>(u"caseTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            save(fixture, u"new-case-"_s + tabs->tabText(tab).toLower());
        }
        takeWorksheetPages(fixture, u"new-case-worksheet"_s);
    }

    static QWidgetList visibleWindows()
    {
        QWidgetList windows = QApplication::topLevelWidgets();
        windows.removeIf([](const QWidget *window) { return !window->isVisible(); });
        return windows;
    }

    /// What stands in the middle of the Credits tab instead of the chart.
    void takeCreditsViews(const WindowFixture &fixture)
    {
        fixture.find<QPushButton>(u"chartAsTableButton"_s)->click();
        save(fixture, u"credits-table"_s);
        fixture.find<QPushButton>(u"programsButton"_s)->click();
        save(fixture, u"credits-programs"_s);
        fixture.find<QPushButton>(u"chartButton"_s)->click();
    }

    /// Two levers pulled, and the arithmetic of a cell open.
    void takeLevers(const WindowFixture &fixture)
    {
        fixture.trigger(u"spendTabAction"_s);
        auto *levers = fixture.find<QTableView>(u"leverTable"_s);
        for (int row = 0; row < 2; ++row)
            levers->model()->setData(levers->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);
        auto *table = fixture.find<ui::SpendTable>(u"spendTable"_s);
        table->setCurrentMonth(3);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        save(fixture, u"levers"_s);
    }

    /// A call on a new case, its last line not taken yet; then the dock that it leaves.
    void takeCall(const WindowFixture &fixture)
    {
        fixture.window->desk().showNewCase();
        fixture.trigger(u"callAction"_s);
        auto *edit = fixture.find<QPlainTextEdit>(u"notesEdit"_s);
        const QStringList lines{u"company: Northwind Support Software"_s,
                                u"24 people, founded 2022, Seattle, WA 98101"_s,
                                u"closed our A in March, 9 million, led by Example Ventures"_s,
                                u"ok to share with AWS. no, not a competitor"_s,
                                u"Anna: account 1111 2222 3333, everything in us-east-1"_s,
                                u"AWS bill 7k: EC2 2200, RDS 1100, CloudFront 450, S3 250"_s,
                                u"use case: Assistant in the product"_s,
                                u"start with a PoC"_s,
                                u"ask for POC and Portfolio"_s};
        for (const QString &line : lines) {
            QTest::keyClicks(edit, line);
            QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
            QTest::keyClick(edit, Qt::Key_Return);
        }
        QTest::keyClicks(edit, u"about 5k calls a day, 4k in 600 out on Sonnet 4.6"_s);
        save(fixture, u"call"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        fixture.trigger(u"callAction"_s);
        save(fixture, u"notes-dock"_s);
    }

    void save(const WindowFixture &fixture, const QString &name) { save(*fixture.window, name); }
    void save(QWidget &window, const QString &name)
    {
        for (int round = 0; round < 5; ++round)
            QTest::qWait(40); // timers of layout and preview
        const QString file = name + u'-' + m_appearance + m_suffix + u".png"_s;
        window.grab().save(m_folder.filePath(file));
        std::printf("%s\n", qPrintable(m_folder.filePath(file)));
    }

    QDir m_folder;
    QString m_suffix;
    QString m_appearance;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QDir folder(arguments.value(1, u"."_s));
    if (!folder.mkpath(u"."_s))
        return 1;
    Photographer photographer(folder, arguments.value(2));
    bool failed = false;
    for (const QString &appearance : {u"light"_s, u"dark"_s}) {
        photographer.take(appearance, failed);
        if (failed)
            return 1;
    }
    return 0;
}
