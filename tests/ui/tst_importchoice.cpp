// Worksheets of companies that are in the file already: the banner that asks, in the real window, and nothing written
// until a person has chosen.
#include "ui/hands.h"
#include "ui/windowfixture.h"

#include "ui/importchoice.h"
#include "ui/messagebar.h"

#include <QAbstractItemView>
#include <QDir>
#include <QPushButton>

using tests::contentOf;
using tests::drop;
using tests::samplePath;
using tests::WindowFixture;
using namespace Qt::StringLiterals;

class TestImportChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void asksWhatToDoWithACompanyThatIsAlreadyThere();
    void importsThatWaitAreAskedAboutOneAfterTheOther();
    void whatCannotBeImportedIsRefusedBeforeANameIsAskedFor();

private:
    void openSamples();
    /// Those that are shown; older ones go when their events have been worked off.
    QList<QPushButton *> buttons() const;
    QPushButton *button(const QString &text) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestImportChoice::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
}

void TestImportChoice::openSamples()
{
    m_fixture->importSamples({u"enterprise-two-use-cases"_s, u"pre-seed-agent"_s, u"series-a-rag-assistant"_s});
    QTRY_COMPARE(m_fixture->find<QAbstractItemView>(u"casesView"_s)->model()->rowCount(), 3);
    QTRY_VERIFY(!m_fixture->window->desk().isBusy());
    m_fixture->trigger(u"recordsTabAction"_s);
}

QList<QPushButton *> TestImportChoice::buttons() const
{
    QList<QPushButton *> shown;
    for (auto *button : m_fixture->find<ui::ImportChoice>(u"importChoice"_s)->findChildren<QPushButton *>()) {
        if (button->isVisible())
            shown.append(button);
    }
    return shown;
}

QPushButton *TestImportChoice::button(const QString &text) const
{
    for (QPushButton *button : buttons()) {
        if (button->text() == text)
            return button;
    }
    qFatal("no such button: %s", qPrintable(text));
}

void TestImportChoice::asksWhatToDoWithACompanyThatIsAlreadyThere()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    session::Desk &desk = fixture.window->desk();
    const auto *cases = fixture.find<QAbstractItemView>(u"casesView"_s);
    const auto *choice = fixture.find<ui::ImportChoice>(u"importChoice"_s);
    const auto shows = [choice] { return choice->isVisible() && choice->isEnabled(); };
    const QByteArray before = contentOf(desk.path());
    const QString sample = samplePath(u"series-a-rag-assistant"_s);
    QVERIFY(choice->isHidden());

    // Nothing opens over the window, nothing is written, and what is said meanwhile takes the question away as little.
    drop(*fixture.window, {sample});
    QTRY_VERIFY(shows());
    QCOMPARE(choice->text(),
             u"cases.briefstack has a case of this company already: Northwind Support Software. Nothing "
             "is imported until you choose."_s);
    QVERIFY(!QApplication::activeModalWidget());
    fixture.trigger(u"preflightAction"_s);
    QVERIFY(fixture.find<ui::MessageBar>(u"messageBar"_s)->isVisible());
    QVERIFY(shows());
    QCOMPARE(contentOf(desk.path()), before);

    // Dismissed from the keyboard: all is as it was.
    fixture.find<QWidget>(u"casesView"_s)->setFocus();
    fixture.trigger(u"nextPaneAction"_s);
    for (int step = 0; step < 12 && fixture.window->focusWidget() != button(u"Update the case"_s); ++step)
        fixture.trigger(u"nextPaneAction"_s);
    QCOMPARE(fixture.window->focusWidget(), button(u"Update the case"_s));
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(fixture.window->focusWidget(), button(u"Add as new"_s));
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(fixture.window->focusWidget()->objectName(), u"messageClose"_s);
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Escape);
    QVERIFY(choice->isHidden());
    QCOMPARE(contentOf(desk.path()), before);
    QCOMPARE(cases->model()->rowCount(), 3);
    QCOMPARE(desk.shown()->summary.revision, 1);

    desk.importWorksheets({sample});
    QTRY_VERIFY(shows());
    QCOMPARE(buttons().size(), 2);
    button(u"Update the case"_s)->setFocus();
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(desk.shown()->summary.revision, 2);
    QVERIFY(choice->isHidden());
    QCOMPARE(cases->model()->rowCount(), 3);
}

void TestImportChoice::importsThatWaitAreAskedAboutOneAfterTheOther()
{
    openSamples();
    const WindowFixture &fixture = *m_fixture;
    session::Desk &desk = fixture.window->desk();
    const auto *cases = fixture.find<QAbstractItemView>(u"casesView"_s);
    const auto *choice = fixture.find<ui::ImportChoice>(u"importChoice"_s);
    desk.importWorksheets({samplePath(u"series-a-rag-assistant"_s)});
    QTRY_COMPARE(desk.undecidedImports(), std::size_t{1});
    QTRY_VERIFY(!desk.isBusy());
    desk.importWorksheets({samplePath(u"pre-seed-agent"_s), samplePath(u"series-a-rag-assistant"_s)});
    QTRY_COMPARE(desk.undecidedImports(), std::size_t{2});
    QTRY_VERIFY(!desk.isBusy());
    QVERIFY2(choice->text().contains(u"Northwind Support Software"_s), qPrintable(choice->text()));
    QVERIFY2(choice->text().endsWith(u"After this, 1 import waits."_s), qPrintable(choice->text()));
    button(u"Add as new"_s)->click();
    QTRY_COMPARE(cases->model()->rowCount(), 4);
    QTRY_VERIFY(choice->isVisible() && choice->isEnabled());
    QVERIFY2(choice->text().startsWith(u"cases.briefstack has cases of these companies already: "_s),
             qPrintable(choice->text()));
    button(u"Update the cases"_s)->click();
    QTRY_VERIFY(choice->isHidden() && !desk.isBusy());
    QCOMPARE(cases->model()->rowCount(), 4);

    // What waits for a file goes with it.
    desk.importWorksheets({samplePath(u"series-a-rag-assistant"_s)});
    QTRY_VERIFY(choice->isVisible() && !desk.isBusy());
    fixture.trigger(u"closeAction"_s);
    QVERIFY(choice->isHidden());
    QCOMPARE(desk.undecidedImports(), std::size_t{0});
}

void TestImportChoice::whatCannotBeImportedIsRefusedBeforeANameIsAskedFor()
{
    const WindowFixture &fixture = *m_fixture;
    m_fixture->prompter.newFile = fixture.path(u"made.briefstack"_s);
    const QString folder = fixture.path(u"worksheets"_s);
    QVERIFY(QDir().mkpath(folder));
    drop(*fixture.window, {folder});
    const auto *bar = fixture.find<ui::MessageBar>(u"messageBar"_s);
    QTRY_COMPARE(bar->text(), u"worksheets is a folder; choose a file."_s);
    QVERIFY(fixture.prompter.suggested.isEmpty());
    QVERIFY(!QFile::exists(fixture.prompter.newFile));
    QVERIFY(!fixture.window->desk().isOpen());
}

QTEST_MAIN(TestImportChoice)
#include "tst_importchoice.moc"
