// Ctrl+K: a few letters lead to a case, a field or a command, by keyboard alone.
#include "ui/windowfixture.h"

#include "ui/fuzzymatch.h"
#include "ui/gotodialog.h"

#include <QAbstractItemView>
#include <QLineEdit>

using namespace tests;

class TestGoTo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesLettersInOrder_data();
    void matchesLettersInOrder();
    void wordStartsAndRunsComeFirst();

    void init();
    void cleanup() { m_fixture.reset(); }
    void goesToACase();
    void goesToAFieldOfAnyPage();
    void runsACommandAndShowsItsKeys();
    void whatWasUsedLastComesFirst();
    void saysWhenNothingIsCalledThat();
    void showsMarkupInNamesAsText();

private:
    QLineEdit *open() const
    {
        QTest::keyClick(m_fixture->window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *edit = m_fixture->window->findChild<QLineEdit *>(u"goToEdit"_s);
        return edit && edit->isVisible() ? edit : nullptr;
    }
    QAbstractItemView *list() const { return m_fixture->window->findChild<QAbstractItemView *>(u"goToList"_s); }
    /// Waits until the dialog is gone.
    void closed() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_VERIFY(!m_fixture->window->findChild<ui::GoToDialog *>());
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestGoTo::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->importSamples({u"enterprise-two-use-cases"_s, u"pre-seed-agent"_s, u"series-a-rag-assistant"_s});
    QTRY_VERIFY(!m_fixture->window->desk().isBusy());
}

void TestGoTo::matchesLettersInOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("met"); ///< what is marked; empty: no match
    QTest::addRow("a beginning") << u"head"_s << u"Headcount"_s << u"Head"_s;
    QTest::addRow("starts of words") << u"reqday"_s << u"Requests a day"_s << u"Req|day"_s;
    QTest::addRow("inside") << u"unt"_s << u"Headcount"_s << u"unt"_s;
    QTest::addRow("spaces are skipped") << u"re d"_s << u"Requests a day"_s << u"Re|d"_s;
    QTest::addRow("case and other scripts") << u"ЖУК"_s << u"жук"_s << u"жук"_s;
    QTest::addRow("out of order") << u"dayreq"_s << u"Requests a day"_s << QString();
    QTest::addRow("not there") << u"xyz"_s << u"Headcount"_s << QString();
}

void TestGoTo::matchesLettersInOrder()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const QString, met);
    const auto match = ui::fuzzyMatch(typed, text);
    QCOMPARE(match.has_value(), !met.isEmpty());
    QStringList marked;
    for (const ports::TextRange &range : match ? match->ranges : std::vector<ports::TextRange>())
        marked.append(text.mid(range.start, range.length));
    QCOMPARE(marked.join(u'|'), met);
}

void TestGoTo::wordStartsAndRunsComeFirst()
{
    const auto score = [](const char16_t *text) { return ui::fuzzyMatch(u"ser", QStringView(text))->score; };
    QVERIFY(score(u"Services") > score(u"Other services"));
    QVERIFY(score(u"Other services") > score(u"Users of it"));
    QVERIFY(score(u"Users") > score(u"Bus there")); // in a row, and apart
    // A word that begins so comes before words whose starts make it up.
    QVERIFY(ui::fuzzyMatch(u"fil", u"Mark filed")->score
            > ui::fuzzyMatch(u"fil", u"Apply the fix: Move the launch to April 2027")->score);
}

void TestGoTo::goesToACase()
{
    QLineEdit *edit = open();
    QVERIFY(edit);
    QTest::keyClicks(edit, u"nwind"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"Northwind Support Software"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_fixture->window->desk().shown()->summary.company, u"Northwind Support Software"_s);
    closed();
}

void TestGoTo::goesToAFieldOfAnyPage()
{
    QLineEdit *edit = open();
    QTest::keyClicks(edit, u"postal"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"Postal code"_s);
    QCOMPARE(list()->model()->rowCount(), 1); // not whatever has these letters somewhere in where it is
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"postalCodeEdit"_s);
    closed();
    edit = open();
    QTest::keyClicks(edit, u"requests a day"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"requestsPerDayEdit"_s);
    closed();
}

void TestGoTo::runsACommandAndShowsItsKeys()
{
    QLineEdit *edit = open();
    QTest::keyClicks(edit, u"credits"_s);
    const QModelIndex found = list()->currentIndex();
    QCOMPARE(found.data().toString(), u"Credits"_s);
    QCOMPARE(found.data(ui::GoToModel::KeysRole).toString(), u"Ctrl+3"_s);
    QCOMPARE(edit->accessibleDescription(), u"Credits, Command, View, Ctrl+3"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_fixture->find<QWidget>(u"creditsChart"_s)->isVisible());
    closed();
}

void TestGoTo::whatWasUsedLastComesFirst()
{
    for (const QString &typed : {u"headcount"_s, u"history"_s}) {
        QLineEdit *edit = open();
        QTest::keyClicks(edit, typed);
        QTest::keyClick(edit, Qt::Key_Return);
        closed();
    }
    QLineEdit *edit = open();
    QCOMPARE(list()->currentIndex().data().toString(), u"History"_s);
    QTest::keyClick(edit, Qt::Key_Down);
    QCOMPARE(list()->currentIndex().data().toString(), u"Headcount"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"headcountEdit"_s);
}

void TestGoTo::saysWhenNothingIsCalledThat()
{
    QLineEdit *edit = open();
    QTest::keyClicks(edit, u"qqqq"_s);
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(edit->accessibleDescription().startsWith(u"Nothing is called that."_s));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(edit->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    closed();
}

void TestGoTo::showsMarkupInNamesAsText()
{
    m_fixture->window->desk().openCase()->edit(u"company/name"_s, u"<b>Bold</b> & Co"_s);
    QVERIFY(m_fixture->window->desk().flush());
    QLineEdit *edit = open();
    QTest::keyClicks(edit, u"bold"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"<b>Bold</b> & Co"_s);
    QVERIFY(!list()->currentIndex().data(Qt::ToolTipRole).isValid());
}

QTEST_MAIN(TestGoTo)
#include "tst_goto.moc"
