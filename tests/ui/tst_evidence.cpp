// The way back from a figure to the line of notes it rests on (F4): from inputs, cells of tables and fields of records, over
// lines that are edited, gone or of another call; and what of them may be quoted.
#include "db/casestore.h"
#include "ui/callfixture.h"
#include "ui/callmode.h"
#include "ui/messagebar.h"
#include "ui/notesview.h"
#include "ui/recordfields.h"
#include "ui/spendtable.h"
#include "ui/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUndoStack>

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

    void aLongTranscriptIsPastedInOneStepAndItsLinesAreFoundAgain()
    {
        constexpr int kLines = 5000;
        constexpr int kFact = 4321;
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QString transcript;
        for (int line = 0; line < kLines; ++line)
            transcript += u"%1:%2 Anna: line %3 of the call%4\n"_s.arg(line / 60)
                              .arg(line % 60, 2, 10, QChar(u'0'))
                              .arg(line)
                              .arg(line == kFact ? u", 5k calls a day"_s : QString());
        QGuiApplication::clipboard()->setText(transcript);
        f.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.edit()->lines().size(), std::size_t{kLines});
        // What is typed behind it is taken back alone.
        f.type(u" and more"_s);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.edit()->lines().size(), std::size_t{kLines});
        QVERIFY(f.edit()->toPlainText().endsWith(u"line 4999 of the call"_s));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.edit()->toPlainText(), QString());
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.edit()->lines().size(), std::size_t{kLines});

        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"line 4321 "_s);
        f.press(Qt::Key_Escape);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.value(f.workload() + u"requestsPerDay"_s), u"5,000"_s);
        QVERIFY(f.window->desk().flush());
        f.press(Qt::Key_Home, Qt::ControlModifier);
        f.press(Qt::Key_Escape);
        QVERIFY(f.find<ui::Workspace>(u"workspace"_s)->reveal(f.workload() + u"requestsPerDay"_s));
        f.press(Qt::Key_F4);
        QCOMPARE(f.edit()->currentLine().text, u"Anna: line 4321 of the call, 5k calls a day"_s);
        const QString id = f.window->desk().openCase()->caseId();
        const auto store = db::openCaseStore(f.path(u"cases.briefstack"_s), db::OpenMode::Read);
        QVERIFY(store);
        const auto notes = (*store)->notes()->loadNotes(id);
        QVERIFY(notes);
        QCOMPARE(notes->calls.front().lines.size(), std::size_t{kLines});
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

    void aFigureOfTheSpendTableLeadsToTheLineThatItsVolumeStandsIn()
    {
        CallFixture f;
        QVERIFY(f.ready());
        call(f);
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.trigger(u"spendTabAction"_s);
        auto *table = f.find<ui::SpendTable>(u"spendTable"_s);
        const auto opens = [&](const QString &name, const QString &line) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QModelIndex cell = table->model()->index(row, 2);
                table->setCurrentIndex(cell);
                if (!table->spend().sentenceAt(cell).startsWith(name))
                    continue;
                table->setFocus();
                f.press(Qt::Key_F4);
                return f.edit()->currentLine().text == line;
            }
            return false;
        };
        QVERIFY(opens(u"Amazon Bedrock"_s, kCall.at(10)));
        QVERIFY(opens(u"Amazon EC2"_s, kCall.at(5)));
        // What is the sum of many lines stands in none of them.
        table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 2));
        QCOMPARE(table->property("fieldPath").toString(), QString());
    }

    /// What is said stays with who may keep it: documents quote the lines that facts come from.
    void aCallThatMayNotBeNotedDownIsNotQuoted()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.note(kCall.at(6));
        f.note(u"about 5k calls a day, said Jo"_s);
        const QString requests = f.workload() + u"requestsPerDay"_s;
        QCOMPARE(f.sheet().facts.at(requests).note, u"about 5k calls a day, said Jo"_s);
        auto *consent = f.find<QComboBox>(u"consentCombo"_s);
        consent->setFocus();
        f.press(Qt::Key_Down);
        QCOMPARE(f.sheet().facts.at(requests).note, u"about 5k calls a day, said Jo"_s);
        f.press(Qt::Key_Down);
        QCOMPARE(f.find<ui::NotesView>(u"notesView"_s)->call().consent, ports::Consent::Refused);
        QVERIFY(f.sheet().facts.at(requests).note.startsWith(u"Said on the call of "_s));
        QCOMPARE(f.sheet().facts.at(requests).status, domain::FactStatus::Implied);
        // No undo quotes them again, nor does a redo.
        QUndoStack &steps = f.window->desk().openCase()->undoStack();
        const int done = steps.index();
        while (steps.canUndo()) {
            steps.undo();
            for (const auto &[path, fact] : f.sheet().facts)
                QVERIFY2(!fact.note.contains(u"Jo"_s), qPrintable(path));
        }
        while (steps.index() < done)
            steps.redo();
        QVERIFY(f.sheet().facts.at(requests).note.startsWith(u"Said on the call of "_s));
        // Nor what is taken from then on; the line is still found.
        f.edit()->setFocus();
        f.note(u"around 4k in / 600 out, said Jo"_s);
        const QString tokens = f.workload() + u"inputTokens"_s;
        QCOMPARE(f.value(tokens), u"4,000"_s);
        for (const auto &[path, fact] : f.sheet().facts)
            QVERIFY2(!fact.note.contains(u"Jo"_s), qPrintable(path));
        QVERIFY(f.find<ui::NotesView>(u"notesView"_s)->showEvidence(requests).isEmpty());
        QCOMPARE(f.edit()->currentLine().text, u"about 5k calls a day, said Jo"_s);
        // Refused by a slip of the key: the lines are back once notes may be kept.
        consent->setFocus();
        f.press(Qt::Key_Up);
        QCOMPARE(f.sheet().facts.at(requests).note, u"about 5k calls a day, said Jo"_s);
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
