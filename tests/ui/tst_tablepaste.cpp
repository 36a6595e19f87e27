// Rows of the worksheet's tables on the clipboard: cut and pasted whole, and taken from a spreadsheet with its titles, its
// quotes and its mistakes; each as one step back.
#include "session/fieldlists.h"
#include "session/fieldtext.h"
#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui/worksheetfixture.h"
#include "ui/worksheetpages.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using tests::WorksheetFixture;

namespace {

const auto kWorkloads = u"useCases/support-assistant/workloads"_s;
const auto kContacts = u"contacts"_s;

/// A table of the worksheet on the sample, with the keyboard in it.
struct Table : WorksheetFixture {
    explicit Table(const QString &list, const QString &name, int step) : WorksheetFixture(tests::sampleWorksheet())
    {
        pages.setSession(session.get());
        page = pages.page(step);
        QScrollArea *area = pages.areas()[static_cast<std::size_t>(step)];
        area->resize(900, 700);
        area->show();
        table = page->findChild<ui::EntryTable *>(name);
        path = list;
        if (!QTest::qWaitForWindowActive(area))
            QTest::qFail("the page is not active", __FILE__, __LINE__);
        table->setFocus();
    }
    ~Table() { qDeleteAll(pages.areas()); } // they go with where they were put
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;
    void press(Qt::Key key) const { QTest::keyClick(table, key, Qt::ControlModifier); }
    void pasteText(const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        press(Qt::Key_V);
    }
    void choose(int row) const { table->setCurrentIndex(table->model()->index(row, 0)); }
    QStringList ids() const { return session::listIds(session->worksheet(), path); }
    QString text(qsizetype row, const QString &key) const
    {
        return session->text(path + u'/' + ids().value(row) + u'/' + key);
    }

    ui::WorksheetPages pages;
    ui::WorksheetPage *page = nullptr;
    ui::EntryTable *table = nullptr;
    QString path;
};

} // namespace

class TestTablePaste : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsCutComesBackWhole();
    void aPasteWithMistakesIsOneStep();
    void titlesSayWhichColumnIsWhich();
    void quotedCellsAreOneCell();
    void whatHasNoPlaceIsTold();
    void noCellIsAFormula();
};

/// Launch steps, range, alternatives: no column shows them.
void TestTablePaste::whatIsCutComesBackWhole()
{
    const Table t(kWorkloads, u"workloadsTable"_s, 3);
    const auto before = t.session->worksheet().useCases.front().workloads.front();
    QVERIFY(!before.steps.empty() && !before.alternatives.isEmpty());
    const int rows = static_cast<int>(t.ids().size());
    t.choose(0);
    t.press(Qt::Key_X);
    QCOMPARE(t.ids().size(), rows - 1);
    t.choose(rows - 2);
    t.press(Qt::Key_V);
    QCOMPARE(t.ids().size(), rows);
    auto after = t.session->worksheet().useCases.front().workloads.back();
    after.id = before.id;
    QVERIFY(after == before);
}

void TestTablePaste::aPasteWithMistakesIsOneStep()
{
    const Table t(kWorkloads, u"workloadsTable"_s, 3);
    const QSignalSpy refused(&t.pages, &ui::WorksheetPages::refused);
    const domain::Worksheet before = t.session->worksheet();
    const qsizetype rows = t.ids().size();
    const int steps = t.session->undoStack().count();
    t.choose(static_cast<int>(rows) - 1);
    t.pasteText(u"Search\tno such model\tmany\t400\t50\r\nTitles\t\t300\tsome\t20\r\n"_s);
    QCOMPARE(t.ids().size(), rows + 2);
    QCOMPARE(t.text(rows, u"requestsPerDay"_s), u"many"_s);
    QVERIFY(t.session->errorAt(t.path + u'/' + t.ids().at(rows) + u"/requestsPerDay"_s));
    QCOMPARE(t.text(rows, u"inputTokens"_s), u"400"_s);
    QCOMPARE(t.text(rows + 1, u"inputTokens"_s), u"some"_s);
    QCOMPARE(t.text(rows + 1, u"requestsPerDay"_s), u"300"_s);
    QVERIFY2(refused.last().first().toString().contains(u"marked"_s), qPrintable(refused.last().first().toString()));
    QCOMPARE(t.session->undoStack().count(), steps + 1);
    t.session->undoStack().undo();
    QVERIFY(t.session->worksheet() == before);
    QVERIFY(t.session->state().pending.empty());
}

void TestTablePaste::titlesSayWhichColumnIsWhich()
{
    const Table t(kContacts, u"contactsTable"_s, 0);
    t.choose(0);
    t.pasteText(u"Email\tLast name\tFirst name\nada@example.com\tByron\tAda\n\n"_s);
    QCOMPARE(t.ids().size(), 2);
    QCOMPARE(t.text(1, u"firstName"_s), u"Ada"_s);
    QCOMPARE(t.text(1, u"lastName"_s), u"Byron"_s);
    QCOMPARE(t.text(1, u"email"_s), u"ada@example.com"_s);
}

void TestTablePaste::quotedCellsAreOneCell()
{
    const Table t(kContacts, u"contactsTable"_s, 0);
    t.choose(0);
    t.pasteText(u"Ada\tByron\t\"Head of \"\"Analysis\"\"\"\tada@example.com"_s);
    QCOMPARE(t.ids().size(), 2);
    QCOMPARE(t.text(1, u"title"_s), u"Head of \"Analysis\""_s);
    QCOMPARE(t.text(1, u"email"_s), u"ada@example.com"_s);
}

void TestTablePaste::whatHasNoPlaceIsTold()
{
    const Table t(kContacts, u"contactsTable"_s, 0);
    const QSignalSpy refused(&t.pages, &ui::WorksheetPages::refused);
    t.choose(0);
    t.pasteText(u"First name\tLast name\tShoe size\nAda\tByron\t37"_s);
    QCOMPARE(t.ids().size(), 2);
    const QString said = refused.last().first().toString();
    QVERIFY2(said.contains(u"Shoe size"_s), qPrintable(said));
}

void TestTablePaste::noCellIsAFormula()
{
    const Table t(kContacts, u"contactsTable"_s, 0);
    t.session->edit(t.path + u'/' + t.ids().first() + u"/title"_s, u"=1+1"_s);
    t.table->clearSelection(); // as Tab brings one here: the first row is the current one, and none is chosen
    t.press(Qt::Key_C);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"\t'=1+1\t"_s), qPrintable(copied));
    t.pasteText(copied); // from a spreadsheet, by its text
    QCOMPARE(t.text(1, u"title"_s), u"=1+1"_s);
}

QTEST_MAIN(TestTablePaste)
#include "tst_tablepaste.moc"
