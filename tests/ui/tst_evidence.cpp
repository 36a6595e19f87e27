// The way back from a figure to the line of notes it rests on (F4): from inputs, cells of tables and fields of records, over
// lines that are edited, gone or of another call.
#include "ui/callfixture.h"
#include "ui/callmode.h"
#include "ui/messagebar.h"
#include "ui/notesview.h"
#include "ui/recordfields.h"
#include "ui/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using tests::CallFixture;
using tests::kCall;

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineThatWasEditedOrIsGoneSaysSo()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.type(u"24 people"_s);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        f.type(u" or so"_s);
        f.press(Qt::Key_Escape);
        auto *call = f.window->findChild<ui::CallMode *>();
        QVERIFY(call);
        auto *bar = f.find<ui::MessageBar>(u"messageBar"_s);
        call->showEvidence(u"company/headcount"_s);
        QVERIFY2(bar->text().contains("was edited"_L1) && bar->text().contains("24 people"_L1),
                 qPrintable(bar->text()));
        f.edit()->selectAll();
        f.press(Qt::Key_Delete);
        call->showEvidence(u"company/headcount"_s);
        QVERIFY2(bar->text().contains("is gone"_L1), qPrintable(bar->text()));
        f.edit()->undo(); // the words are back, and the link with them
        call->showEvidence(u"company/headcount"_s);
        QVERIFY2(bar->text().contains("was edited"_L1), qPrintable(bar->text()));
    }

    void aCellOfATableOpensItsLine()
    {
        CallFixture f;
        QVERIFY(f.ready());
        call(f);
        auto *workspace = f.find<ui::Workspace>(u"workspace"_s);
        const std::pair<QString, int> cells[] = {{u"footprint/amazon-ec2/monthlyUsd"_s, 5},
                                                 {u"footprint/amazon-s3/monthlyUsd"_s, 5},
                                                 {f.workload() + u"model"_s, 10}};
        for (const auto &[path, line] : cells) {
            QVERIFY2(workspace->reveal(path), qPrintable(path));
            f.press(Qt::Key_F4);
            QCOMPARE(QApplication::focusWidget(), f.edit());
            QCOMPARE(f.edit()->currentLine().text, kCall.at(line));
        }
    }

    void aCellThatIsBeingEditedOpensItsLine()
    {
        CallFixture f;
        QVERIFY(f.ready());
        call(f);
        QVERIFY(f.find<ui::Workspace>(u"workspace"_s)->reveal(u"footprint/amazon-rds/monthlyUsd"_s));
        f.press(Qt::Key_F2);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        f.press(Qt::Key_F4);
        QCOMPARE(f.edit()->currentLine().text, kCall.at(5));
    }

    void aFieldOfARecordOpensItsLine()
    {
        CallFixture f;
        QVERIFY(f.ready());
        call(f);
        f.press(Qt::Key_4, Qt::ControlModifier);
        const std::pair<QString, int> fields[] = {{u"company/name"_s, 0},
                                                  {u"company/postalCode"_s, 1},
                                                  {u"aws/accountId"_s, 4},
                                                  {u"records/bedrock-poc/title"_s, 6},
                                                  {u"records/bedrock-poc/problem"_s, 9}};
        for (const auto &[path, line] : fields) {
            QVERIFY2(f.find<ui::RecordFields>(u"recordFields"_s)->reveal(path), qPrintable(path));
            f.press(Qt::Key_F4);
            QCOMPARE(QApplication::focusWidget(), f.edit());
            QCOMPARE(f.edit()->currentLine().text, kCall.at(line));
        }
    }

    void theLineOfAnEarlierCallIsShownInItsCall()
    {
        CallFixture f;
        QVERIFY(f.ready());
        call(f);
        f.find<QPushButton>(u"newCallButton"_s)->click();
        f.type(u"a later call"_s);
        QVERIFY(f.find<ui::Workspace>(u"workspace"_s)->reveal(u"company/headcount"_s));
        f.press(Qt::Key_F4);
        QCOMPARE(f.edit()->currentLine().text, kCall.at(1));
        QCOMPARE(f.window->desk().openCase()->notes().calls.size(), std::size_t{2});
    }

    void aFieldWithoutANoteSaysSo()
    {
        CallFixture f;
        QVERIFY(f.ready());
        call(f);
        QVERIFY(f.find<ui::Workspace>(u"workspace"_s)->reveal(u"company/website"_s));
        const QWidget *before = QApplication::focusWidget();
        f.press(Qt::Key_F4);
        QCOMPARE(QApplication::focusWidget(), before);
        const QString said = f.find<ui::MessageBar>(u"messageBar"_s)->text();
        QVERIFY2(said.contains(u"No note stands behind website"_s), qPrintable(said));
    }

    void wordsAreFoundInTheNotes()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        f.press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"notesFindWords"_s);
        f.type(u"SERIES"_s);
        QCOMPARE(f.text(u"notesFindSaid"_s), u"Not in this call"_s);
        f.press(Qt::Key_A, Qt::ControlModifier);
        f.type(u"poc"_s);
        QCOMPARE(f.edit()->currentLine().text, kCall.at(7)); // from the last line on at the first again
        QCOMPARE(f.text(u"notesFindSaid"_s), u"Line 1 of 2"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.edit()->currentLine().text, kCall.at(11));
        f.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(f.edit()->currentLine().text, kCall.at(7));
        f.press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), f.edit());
        QVERIFY(f.inCall());
        QVERIFY(!f.find<QWidget>(u"notesFind"_s)->isVisible());
    }

private:
    static void call(const CallFixture &f)
    {
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        f.press(Qt::Key_Escape);
    }
};

QTEST_MAIN(TestEvidence)
#include "tst_evidence.moc"
