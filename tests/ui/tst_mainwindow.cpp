// The window from a person's side: real widgets by their names, real case files in a temporary folder.

#include "ui/hands.h"
#include "ui/windowfixture.h"

#include "ui/figurebutton.h"
#include "ui/messagebar.h"
#include "ui/pagepreview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

using namespace tests;

namespace {

/// Dark pixels on the white of the first page: what a person sees as text.
int inkOf(const ui::PagePreview &preview)
{
    const QImage picture = preview.viewport()->grab().toImage();
    int ink = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ink += qGray(picture.pixel(x, y)) < 90 ? 1 : 0;
    }
    return ink;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsWithTheWaysInAndTheSampleInFocus();
    void makesAnEmptyCaseFileAndSaysWhatToDoNext();
    void draftsTheSampleIntoAFileOfOnesChoice();
    void importsDroppedWorksheetsIntoTheOpenFile();
    void aDropWithoutAFileAsksForAName();
    void choosingARecordShowsItsPages();
    void zoomsAndTurnsPagesByKeyboard();
    void exportsARecordAsPdf();
    void exportsTheStackAndAsksBeforeReplacing();
    void saysInWordsWhyAnExportFailed();
    void oneBadWorksheetKeepsAllOut();
    void refusesFilesThatAreNoCaseFile_data();
    void refusesFilesThatAreNoCaseFile();
    void aNewNameThatIsTakenIsRefused();
    void filtersTheCases();
    void aSearchShowsWhereItMetACase();
    void aCaseWithoutARecordSaysWhy();
    void aNewCaseWithoutANameHasNoRecordYet();
    void listsWhatIsToFixWorstFirst();
    void remembersFilesAndWindow();
    void walksThePanesByKeyboard();
    void nothingHappensWhenAQuestionIsDismissed();

private:
    /// A window on a case file with the three samples.
    void openSamples();

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMainWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->folder.isValid());
    m_fixture->show();
}

void TestMainWindow::cleanup()
{
    m_fixture.reset();
}

void TestMainWindow::openSamples()
{
    m_fixture->prompter.newFile = m_fixture->path(u"cases.briefstack"_s);
    m_fixture->trigger(u"newCaseFileAction"_s);
    m_fixture->window->desk().importWorksheets({samplePath(u"enterprise-two-use-cases"_s),
                                                samplePath(u"pre-seed-agent"_s),
                                                samplePath(u"series-a-rag-assistant"_s)});
    QTRY_COMPARE(m_fixture->find<QAbstractItemView>(u"casesView"_s)->model()->rowCount(), 3);
    QTRY_VERIFY(m_fixture->window->desk().shown());
    m_fixture->trigger(u"recordsTabAction"_s);
}

void TestMainWindow::startsWithTheWaysInAndTheSampleInFocus()
{
    const WindowFixture &fixture = *m_fixture;
    QVERIFY(fixture.find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(fixture.window->focusWidget()->objectName(), u"sampleButton"_s);
    QCOMPARE(fixture.text(u"fileLabel"_s), u"No case file"_s);
    for (const QString &name : {u"exportRecordAction"_s, u"exportStackAction"_s, u"closeAction"_s})
        QVERIFY2(!fixture.find<QAction>(name)->isEnabled(), qPrintable(name));
    QVERIFY(fixture.find<QAction>(u"importAction"_s)->isEnabled());
    QTRY_VERIFY(fixture.text(u"rateBookLabel"_s).startsWith(u"Rate book Oct 8, 2026"_s));
}

void TestMainWindow::makesAnEmptyCaseFileAndSaysWhatToDoNext()
{
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.newFile = fixture.path(u"empty.briefstack"_s);
    QTest::mouseClick(fixture.find<QWidget>(u"newButton"_s), Qt::LeftButton);
    QVERIFY(QFile::exists(fixture.path(u"empty.briefstack"_s)));
    QCOMPARE(fixture.text(u"noteTitle"_s), u"This case file is empty"_s);
    QVERIFY(fixture.find<QWidget>(u"noteButton"_s)->isVisible());
    QCOMPARE(fixture.window->focusWidget()->objectName(), u"noteButton"_s);
    QCOMPARE(fixture.text(u"fileLabel"_s), u"empty.briefstack"_s);
    QVERIFY(fixture.find<QWidget>(u"messageBar"_s)->isHidden());
}

void TestMainWindow::draftsTheSampleIntoAFileOfOnesChoice()
{
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.newFile = fixture.path(u"mine.briefstack"_s);
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Return); // Space alone would do by Qt's own
    const auto *records = fixture.find<QAbstractItemView>(u"recordsView"_s);
    QTRY_COMPARE(records->model()->rowCount(), 2);
    QCOMPARE(QFileInfo(fixture.prompter.suggested).fileName(), u"sample.briefstack"_s);
    QCOMPARE(fixture.text(u"companyLabel"_s), u"Northwind Support Software"_s);
    QCOMPARE(fixture.find<ui::FigureButton>(u"askFigure1"_s)->value(), u"$29,500"_s);
    QCOMPARE(fixture.find<ui::FigureButton>(u"askFigure2"_s)->value(), u"$100,000"_s);
    QVERIFY(fixture.text(u"sumLabel"_s).contains(u"1 case, $129,500 asked"_s));
    QVERIFY(fixture.window->windowTitle().startsWith(u"mine.briefstack"_s));
}

void TestMainWindow::importsDroppedWorksheetsIntoTheOpenFile()
{
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.newFile = fixture.path(u"cases.briefstack"_s);
    fixture.trigger(u"newCaseFileAction"_s);
    drop(*fixture.window, {samplePath(u"series-a-rag-assistant"_s), samplePath(u"pre-seed-agent"_s)});
    const auto *cases = fixture.find<QAbstractItemView>(u"casesView"_s);
    QTRY_COMPARE(cases->model()->rowCount(), 2);
    QTRY_VERIFY(fixture.window->desk().shown());
    // The last one that came in is shown.
    QCOMPARE(fixture.window->desk().shown()->summary.company, cases->currentIndex().data().toString());
}

void TestMainWindow::aDropWithoutAFileAsksForAName()
{
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.newFile = fixture.path(u"made.briefstack"_s);
    drop(*fixture.window, {samplePath(u"series-a-rag-assistant"_s)});
    QTRY_COMPARE(fixture.find<QAbstractItemView>(u"casesView"_s)->model()->rowCount(), 1);
    QVERIFY(QFile::exists(fixture.path(u"made.briefstack"_s)));
}

void TestMainWindow::choosingARecordShowsItsPages()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    const auto *preview = fixture.find<ui::PagePreview>(u"preview"_s);
    auto *records = fixture.find<QAbstractItemView>(u"recordsView"_s);
    fixture.trigger(u"actualSizeAction"_s);
    QTRY_COMPARE(fixture.window->desk().shown()->summary.company, u"Northwind Support Software"_s);
    QCOMPARE(preview->pageCount(), 2);
    QCOMPARE(fixture.text(u"pageLabel"_s), u"Page 1 of 2"_s);
    QVERIFY(inkOf(*preview) > 2000);
    const QImage first = preview->viewport()->grab().toImage();
    QVERIFY(preview->accessibleDescription().contains(u"29,500"_s));

    records->setCurrentIndex(records->model()->index(1, 0));
    QVERIFY(inkOf(*preview) > 2000);
    QVERIFY(preview->viewport()->grab().toImage() != first);
    QVERIFY(preview->accessibleDescription().contains(u"100,000"_s));
}

void TestMainWindow::zoomsAndTurnsPagesByKeyboard()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    auto *preview = fixture.find<ui::PagePreview>(u"preview"_s);
    preview->setFocus();
    QVERIFY(preview->fitsWidth());
    QTest::keyClick(preview, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(preview->zoom(), 100);
    QCOMPARE(fixture.text(u"zoomLabel"_s), u"100 %"_s);
    QTest::keyClick(preview, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(preview->zoom(), 110);
    QTest::keyClick(preview, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(preview, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(preview->zoom(), 90);

    QTest::keyClick(preview, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(preview->currentPage(), 2);
    QCOMPARE(fixture.text(u"pageLabel"_s), u"Page 2 of 2"_s);
    QTest::keyClick(preview, Qt::Key_Home);
    QCOMPARE(preview->currentPage(), 1);
    QTest::keyClick(preview, Qt::Key_End);
    QCOMPARE(preview->currentPage(), 2);
    fixture.trigger(u"fitWidthAction"_s);
    QVERIFY(preview->fitsWidth());
}

void TestMainWindow::exportsARecordAsPdf()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.pdf = fixture.path(u"brief.pdf"_s);
    fixture.trigger(u"exportRecordAction"_s);
    QVERIFY(contentOf(fixture.path(u"brief.pdf"_s)).startsWith("%PDF"));
    QVERIFY(QFileInfo(fixture.prompter.suggested).fileName().endsWith(u"-bedrock-poc.pdf"_s));
    QVERIFY(fixture.find<ui::MessageBar>(u"messageBar"_s)->text().startsWith(u"brief.pdf was written to "_s));
}

void TestMainWindow::exportsTheStackAndAsksBeforeReplacing()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.folder = fixture.path(u"out"_s);
    QVERIFY(QDir().mkpath(fixture.prompter.folder));
    fixture.trigger(u"exportStackAction"_s);
    const QDir out(fixture.prompter.folder);
    QTRY_COMPARE(out.entryList(QDir::Files).size(), 4); // two PDFs, two requests
    QTRY_VERIFY(!fixture.window->desk().isBusy());
    QVERIFY(fixture.prompter.askedReplace.isEmpty());

    const QString name = out.entryList({u"*.pdf"_s}).constFirst();
    write(out.filePath(name), "mine");
    fixture.trigger(u"exportStackAction"_s);
    QCOMPARE(fixture.prompter.askedReplace.size(), 4);
    QCOMPARE(contentOf(out.filePath(name)), QByteArray("mine"));
    m_fixture->prompter.mayReplace = true;
    fixture.trigger(u"exportStackAction"_s);
    QTRY_VERIFY(contentOf(out.filePath(name)).startsWith("%PDF"));
}

void TestMainWindow::saysInWordsWhyAnExportFailed()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.pdf = fixture.path(u"no such folder/brief.pdf"_s);
    fixture.trigger(u"exportRecordAction"_s);
    const QString text = fixture.find<ui::MessageBar>(u"messageBar"_s)->text();
    QVERIFY2(text.startsWith(u"brief.pdf could not be written: "_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"Choose another folder."_s), qPrintable(text));
}

void TestMainWindow::oneBadWorksheetKeepsAllOut()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    const QString bad = fixture.path(u"bad.worksheet.json"_s);
    QByteArray text = contentOf(samplePath(u"pre-seed-agent"_s));
    text.replace("\"website\"", "\"webseite\"");
    write(bad, text);
    const QString good = fixture.path(u"good.worksheet.json"_s);
    write(good, R"({"format": "briefstack-worksheet", "version": 1, "company": {"name": "Good"}})");
    fixture.window->desk().importWorksheets({good, bad});
    auto *bar = fixture.find<ui::MessageBar>(u"messageBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->text().startsWith(u"bad.worksheet.json, company"_s), qPrintable(bar->text()));
    QVERIFY2(bar->text().contains(u"webseite"_s), qPrintable(bar->text()));
    QCOMPARE(fixture.find<QAbstractItemView>(u"casesView"_s)->model()->rowCount(), 3);

    QTest::keyClick(fixture.find<QToolButton>(u"messageClose"_s), Qt::Key_Escape);
    QVERIFY(bar->isHidden());
}

void TestMainWindow::refusesFilesThatAreNoCaseFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain text") << QByteArray(4096, 'x') << u"is not a Briefstack case file"_s;
    QTest::newRow("empty") << QByteArray() << u"is too short to be a case file"_s;
}

void TestMainWindow::refusesFilesThatAreNoCaseFile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.caseFile = fixture.path(u"notes.briefstack"_s);
    write(fixture.prompter.caseFile, bytes);
    fixture.trigger(u"openAction"_s);
    const QString text = fixture.find<ui::MessageBar>(u"messageBar"_s)->text();
    QVERIFY2(text.startsWith(u"notes.briefstack "_s + words), qPrintable(text));
    QVERIFY(fixture.find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(contentOf(fixture.prompter.caseFile), bytes);
}

void TestMainWindow::aNewNameThatIsTakenIsRefused()
{
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.newFile = fixture.path(u"taken.briefstack"_s);
    write(fixture.prompter.newFile, "mine");
    auto *bar = fixture.find<ui::MessageBar>(u"messageBar"_s);
    fixture.trigger(u"newCaseFileAction"_s);
    QVERIFY2(bar->text().startsWith(u"taken.briefstack is already there"_s), qPrintable(bar->text()));
    bar->dismiss();
    QTest::mouseClick(fixture.find<QWidget>(u"sampleButton"_s), Qt::LeftButton);
    QTRY_VERIFY2(bar->text().startsWith(u"taken.briefstack is already there"_s), qPrintable(bar->text()));
    QCOMPARE(contentOf(fixture.prompter.newFile), QByteArray("mine"));
}

void TestMainWindow::filtersTheCases()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    auto *filter = fixture.find<QLineEdit>(u"filterEdit"_s);
    const auto *cases = fixture.find<QAbstractItemView>(u"casesView"_s);
    fixture.trigger(u"filterAction"_s);
    QCOMPARE(fixture.window->focusWidget(), filter);
    QTest::keyClicks(filter, u"northw"_s);
    QCOMPARE(cases->model()->rowCount(), 1);
    QCOMPARE(fixture.window->desk().shown()->summary.company, u"Northwind Support Software"_s);
    QTest::keyClicks(filter, u"zzz"_s);
    QCOMPARE(cases->model()->rowCount(), 0);
    QCOMPARE(fixture.text(u"noteTitle"_s), u"No case matches the filter"_s);
    QVERIFY(filter->isEnabled());
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(cases->model()->rowCount(), 3);
    QVERIFY(fixture.window->desk().shown());
}

void TestMainWindow::aSearchShowsWhereItMetACase()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    auto *filter = fixture.find<QLineEdit>(u"filterEdit"_s);
    auto *cases = fixture.find<QAbstractItemView>(u"casesView"_s);
    const int plainRow = cases->visualRect(cases->model()->index(0, 0)).height();
    filter->setText(u"northwind"_s);
    QVERIFY(cases->model()->rowCount() >= 1);
    const QImage named = cases->viewport()->grab().toImage();
    filter->setText(u"tickets"_s); // in no name
    QVERIFY(cases->model()->rowCount() >= 1);
    const QModelIndex found = cases->model()->index(0, 0);
    const QString said = found.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(u"Found in "_s) && said.contains(u"ticket"_s, Qt::CaseInsensitive), qPrintable(said));
    QVERIFY(cases->visualRect(found).height() > plainRow);
    QVERIFY(cases->viewport()->grab().toImage() != named);
    filter->clear();
    QCOMPARE(cases->visualRect(cases->model()->index(0, 0)).height(), plainRow);
}

void TestMainWindow::aCaseWithoutARecordSaysWhy()
{
    const WindowFixture &fixture = *m_fixture;
    QByteArray text = contentOf(samplePath(u"series-a-rag-assistant"_s));
    const QByteArray name = "\"name\": \"Northwind Support Software\",";
    QVERIFY(text.contains(name));
    text.replace(name, QByteArray(name + " \"competesWithAws\": true,"));
    write(fixture.path(u"rival.worksheet.json"_s), text);
    m_fixture->prompter.newFile = fixture.path(u"rival.briefstack"_s);
    fixture.window->desk().importWorksheets({fixture.path(u"rival.worksheet.json"_s)});
    QTRY_COMPARE(fixture.text(u"recordsNoteTitle"_s), u"No record"_s);
    QVERIFY(fixture.text(u"recordsNoteText"_s).contains(u"Northwind Support Software"_s));
    QVERIFY(!fixture.find<QAction>(u"exportRecordAction"_s)->isEnabled());
    QVERIFY(fixture.find<QAbstractItemView>(u"findingsView"_s)->model()->rowCount() > 0);
}

void TestMainWindow::aNewCaseWithoutANameHasNoRecordYet()
{
    openSamples();
    m_fixture->window->desk().showNewCase();
    QTRY_VERIFY(m_fixture->text(u"recordsNoteText"_s).startsWith(u"No record can be drafted yet. "_s));
}

void TestMainWindow::listsWhatIsToFixWorstFirst()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    const auto *findings = fixture.find<QAbstractItemView>(u"findingsView"_s)->model();
    QVERIFY(findings->rowCount() > 0);
    QStringList groups;
    int total = 0;
    for (int row = 0; row < findings->rowCount(); ++row) {
        const QModelIndex group = findings->index(row, 0);
        groups.append(group.data().toString().section(u" ("_s, 0, 0));
        total += findings->rowCount(group);
        QVERIFY(!findings->index(0, 0, group).data().toString().isEmpty());
    }
    QStringList order{u"Must fix"_s, u"Weak"_s, u"Advice"_s};
    order.removeIf([&](const QString &group) { return !groups.contains(group); });
    QCOMPARE(groups, order);
    QCOMPARE(fixture.find<QWidget>(u"toFixDock"_s)->windowTitle(), u"To fix (%1)"_s.arg(total));
}

void TestMainWindow::remembersFilesAndWindow()
{
    openSamples();
    m_fixture->window->resize(1111, 777);
    m_fixture->find<QDockWidget>(u"toFixDock"_s)->toggleViewAction()->trigger();
    m_fixture->window->close();
    m_fixture->restart();
    m_fixture->show();
    const WindowFixture &fixture = *m_fixture;
    QCOMPARE(fixture.window->size(), QSize(1111, 777));
    QVERIFY(fixture.find<QWidget>(u"toFixDock"_s)->isHidden());
    const auto *recent = fixture.find<QAbstractItemView>(u"recentView"_s);
    QCOMPARE(recent->model()->rowCount(), 1);
    QCOMPARE(fixture.window->focusWidget(), recent);
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Return);
    QCOMPARE(fixture.find<QAbstractItemView>(u"casesView"_s)->model()->rowCount(), 3);
    QCOMPARE(fixture.window->focusWidget()->objectName(), u"casesView"_s);
    QVERIFY(fixture.find<QWidget>(u"toFixDock"_s)->isHidden());
}

void TestMainWindow::walksThePanesByKeyboard()
{
    openSamples();
    m_fixture->window->resize(1600, 900);
    const WindowFixture &fixture = *m_fixture;
    fixture.find<QWidget>(u"casesView"_s)->setFocus();
    QStringList walked;
    for (int step = 0; step < 7; ++step) {
        QTest::keyClick(fixture.window->focusWidget(), Qt::Key_F6);
        walked.append(fixture.window->focusWidget()->objectName());
    }
    const QStringList round{u"recordsView"_s,      u"fieldCustomerAccountCompanyName"_s,
                            u"preview"_s,          u"distinctnessFirst"_s,
                            u"firstMonthFigure"_s, u"findingsView"_s,
                            u"casesView"_s};
    QCOMPARE(walked, round);
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(fixture.window->focusWidget()->objectName(), u"findingsView"_s);

    fixture.find<QWidget>(u"casesView"_s)->setFocus();
    const QString before = fixture.window->desk().shown()->summary.id;
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Down);
    QVERIFY(fixture.window->desk().shown()->summary.id != before);
}

void TestMainWindow::nothingHappensWhenAQuestionIsDismissed()
{
    const WindowFixture &fixture = *m_fixture;
    for (const QString &name : {u"newCaseFileAction"_s, u"openAction"_s, u"importAction"_s})
        fixture.trigger(name);
    QTest::mouseClick(fixture.find<QWidget>(u"sampleButton"_s), Qt::LeftButton);
    QVERIFY(fixture.find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(fixture.find<QWidget>(u"messageBar"_s)->isHidden());
    QVERIFY(!fixture.window->desk().isOpen());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
