// The copy deck on the real window and the real clipboard: a whole record, value by value, with Enter alone.
#include "ui/copydeck.h"

#include "documents/bulkimport.h"
#include "records/request.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace tests;

class TestCopyDeck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void enterCopiesEachValueExactlyAndMovesOn();
    void theWholeRecordGoesIntoAnotherProgramsFields();
    void skippedValuesAreComeBackTo();
    void theDeckRemembersItsPlaceByRecord();
    void aValueThatChangesIsToBeCopiedAgain();
    void restartBeginsAnew();
    void onlyRecordsThatAreFiledThroughAceHaveADeck();
    void itStaysOnTopOnlyWhenThatIsWanted();

private:
    ui::CopyDeck *deck() const { return m_fixture->window->findChild<ui::CopyDeck *>(u"copyDeck"_s); }
    template <class T>
    T *part(const QString &name) const
    {
        return deck()->findChild<T *>(name);
    }
    QListView *list() const { return part<QListView>(u"deckList"_s); }
    QString countText() const { return part<QLabel>(u"deckCount"_s)->text(); }
    void pressEnter() const { QTest::keyClick(list(), Qt::Key_Return); }
    void openDeck() const
    {
        m_fixture->trigger(u"copyDeckAction"_s);
        QVERIFY(deck());
        QVERIFY(QTest::qWaitForWindowExposed(deck()));
    }
    std::vector<documents::ConsoleValue> expected() const
    {
        const auto view = m_fixture->window->desk().shown();
        const records::Record &record = view->computed.stack.records.at(0);
        return documents::consoleValues(
            {view->computed.worksheet, record, records::partnerIdentifier(view->identity.caseId, record.poolId)});
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCopyDeck::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->importSamples({u"series-a-rag-assistant"_s});
    m_fixture->trigger(u"recordsTabAction"_s);
}

void TestCopyDeck::cleanup()
{
    m_fixture.reset();
}

void TestCopyDeck::enterCopiesEachValueExactlyAndMovesOn()
{
    openDeck();
    const auto values = expected();
    QVERIFY(values.size() > 12);
    const int count = static_cast<int>(values.size());
    for (int i = 0; i < count; ++i) {
        QCOMPARE(list()->currentIndex().row(), i);
        QCOMPARE(countText(), u"Copied %1 of %2"_s.arg(i).arg(count));
        pressEnter();
        QCOMPARE(QGuiApplication::clipboard()->text(), values[static_cast<std::size_t>(i)].value);
    }
    QCOMPARE(countText(), u"Copied %1 of %1"_s.arg(count));
    QCOMPARE(part<QProgressBar>(u"deckProgress"_s)->value(), count);
    QCOMPARE(values[0].value, u"Northwind Support Software"_s);
}

/// What a person does with Enter, Alt+Tab and paste; the fields are another program's.
void TestCopyDeck::theWholeRecordGoesIntoAnotherProgramsFields()
{
    openDeck();
    for (const documents::ConsoleValue &value : expected()) {
        pressEnter();
        QPlainTextEdit form;
        form.paste();
        QCOMPARE(form.toPlainText(), value.value);
    }
}

void TestCopyDeck::skippedValuesAreComeBackTo()
{
    openDeck();
    QTest::mouseClick(part<QPushButton>(u"deckSkip"_s), Qt::LeftButton);
    QCOMPARE(list()->currentIndex().row(), 1);
    const int count = static_cast<int>(expected().size());
    for (int i = 1; i < count; ++i)
        pressEnter();
    QCOMPARE(list()->currentIndex().row(), 0); // what was skipped is left
    pressEnter();
    QCOMPARE(countText(), u"Copied %1 of %1"_s.arg(count));
}

void TestCopyDeck::theDeckRemembersItsPlaceByRecord()
{
    openDeck();
    for (int i = 0; i < 3; ++i)
        pressEnter();
    deck()->close();
    QTRY_VERIFY(!deck());
    openDeck();
    QVERIFY(countText().startsWith(u"Copied 3 of "_s));
    QCOMPARE(list()->currentIndex().row(), 3);
    auto *records = m_fixture->find<QAbstractItemView>(u"recordsView"_s);
    records->setCurrentIndex(records->model()->index(1, 0)); // the deck follows
    QVERIFY2(countText().startsWith(u"Copied 0 of "_s), qPrintable(countText()));
    pressEnter();
    records->setCurrentIndex(records->model()->index(0, 0));
    QVERIFY2(countText().startsWith(u"Copied 3 of "_s), qPrintable(countText()));
}

void TestCopyDeck::aValueThatChangesIsToBeCopiedAgain()
{
    openDeck();
    pressEnter();
    pressEnter();
    m_fixture->window->desk().openCase()->edit(u"company/name"_s, u"Northwind Two"_s);
    QTRY_VERIFY2(countText().startsWith(u"Copied 1 of "_s), qPrintable(countText()));
    list()->setCurrentIndex(list()->model()->index(0, 0));
    pressEnter();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Northwind Two"_s);
}

void TestCopyDeck::restartBeginsAnew()
{
    openDeck();
    pressEnter();
    QTest::mouseClick(part<QPushButton>(u"deckRestart"_s), Qt::LeftButton);
    QVERIFY(countText().startsWith(u"Copied 0 of "_s));
    QCOMPARE(list()->currentIndex().row(), 0);
}

void TestCopyDeck::onlyRecordsThatAreFiledThroughAceHaveADeck()
{
    m_fixture->window->desk().importWorksheets({samplePath(u"pre-seed-agent"_s)});
    QTRY_VERIFY(m_fixture->window->desk().shown()->summary.company == u"Ledgerline"_s);
    auto *records = m_fixture->find<QAbstractItemView>(u"recordsView"_s);
    bool some = false;
    bool others = false;
    const auto view = m_fixture->window->desk().shown();
    for (int row = 0; row < records->model()->rowCount(); ++row) {
        records->setCurrentIndex(records->model()->index(row, 0));
        const bool filed = view->records[static_cast<std::size_t>(row)].kind == records::RecordKind::Opportunity;
        QCOMPARE(m_fixture->find<QAction>(u"copyDeckAction"_s)->isEnabled(), filed);
        QCOMPARE(m_fixture->find<QPushButton>(u"copyDeckButton"_s)->isEnabled(), filed);
        some = some || filed;
        others = others || !filed;
    }
    QVERIFY(some && others);
}

void TestCopyDeck::itStaysOnTopOnlyWhenThatIsWanted()
{
    openDeck();
    QVERIFY(deck()->windowFlags() & Qt::WindowStaysOnTopHint);
    part<QCheckBox>(u"deckOnTop"_s)->click();
    QVERIFY(!(deck()->windowFlags() & Qt::WindowStaysOnTopHint));
    QVERIFY(deck()->isVisible());
    deck()->close();
    QTRY_VERIFY(!deck());
    openDeck();
    QVERIFY(!part<QCheckBox>(u"deckOnTop"_s)->isChecked());
}

QTEST_MAIN(TestCopyDeck)
#include "tst_copydeck.moc"
