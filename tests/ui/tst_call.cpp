// A scoping call, with the keyboard alone: notes typed, facts taken, the way back from each figure to its line, questions
// answered, put off or skipped; nothing typed is lost.
#include "db/casestore.h"
#include "documents/text.h"
#include "session/founderfiles.h"
#include "ui/callfixture.h"
#include "ui/callmode.h"
#include "ui/chipbar.h"
#include "ui/messagebar.h"
#include "ui/notesedit.h"
#include "ui/notesview.h"
#include "ui/questionspane.h"
#include "ui/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>
#include <QWizard>

#include <algorithm>

using namespace Qt::StringLiterals;
using tests::CallFixture;
using tests::kCall;

class TestCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCallOfTwelveLinesIsACaseThatCanBeDrafted()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.inCall());
        QCOMPARE(QApplication::focusWidget(), f.edit());
        for (const QString &line : kCall)
            f.note(line);
        QCOMPARE(f.value(u"company/name"_s), u"Northwind Support Software"_s);
        QCOMPARE(f.value(u"company/lastRound/amountUsd"_s), u"9,000,000"_s);
        QCOMPARE(f.value(f.workload() + u"requestsPerDay"_s), u"5,000"_s);
        QCOMPARE(f.sheet().facts.at(f.workload() + u"requestsPerDay"_s).status, domain::FactStatus::Implied);
        QCOMPARE(f.sheet().facts.at(f.workload() + u"inputTokens"_s).status, domain::FactStatus::Stated);
        QCOMPARE(f.sheet().useCases.front().title, u"Assistant in the product"_s);
        QCOMPARE(f.sheet().useCases.front().scope, u"answers from the docs and closed tickets"_s);
        const auto view = f.window->desk().shown();
        QVERIFY(view);
        QCOMPARE(view->records.size(), std::size_t{2});
        QVERIFY(view->computed.plan.pools.at(0).ask > domain::Money());
        QVERIFY(view->computed.plan.pools.at(1).ask > domain::Money());

        // Every figure leads back to its line.
        f.press(Qt::Key_Escape);
        QVERIFY(!f.inCall());
        const std::pair<QString, int> figures[] = {
            {u"company/headcount"_s, 1},           {u"company/foundedYear"_s, 1},
            {u"company/lastRound/amountUsd"_s, 2}, {u"aws/accountId"_s, 4},
            {u"aws/monthlySpendUsd"_s, 5},         {f.workload() + u"requestsPerDay"_s, 10},
            {f.workload() + u"inputTokens"_s, 10}, {f.workload() + u"outputTokens"_s, 10}};
        for (const auto &[path, line] : figures) {
            QVERIFY2(f.find<ui::Workspace>(u"workspace"_s)->reveal(path), qPrintable(path));
            f.press(Qt::Key_F4);
            QCOMPARE(QApplication::focusWidget(), f.edit());
            QCOMPARE(f.edit()->currentLine().text, kCall.at(line));
        }
    }

    /// Qt paints the mark of the current line over the placeholder.
    void anEmptyPageSaysWhatToDo()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.edit()->placeholderText().contains(u"Ctrl+Enter"_s));
        QVERIFY(f.edit()->extraSelections().isEmpty());
        f.type(u"a"_s);
        QVERIFY(!f.edit()->extraSelections().isEmpty());
        f.press(Qt::Key_Backspace);
        QVERIFY(f.edit()->extraSelections().isEmpty());
    }

    void whatWasTakenIsNotOfferedAgain()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall) {
            f.type(line);
            f.press(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY2(f.find<ui::ChipBar>(u"chipBar"_s)->isEmpty(), qPrintable(line));
            f.press(Qt::Key_Return);
        }
        QCOMPARE(f.sheet().funding.pools.size(), std::size_t{2});
    }

    /// "Company: ..." to the mail's text with the keys alone.
    void aCallEndsWithTheListToCallBackAboutAndTheMail()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        f.find<QListView>(u"questionsView"_s)->setFocus();
        QVERIFY(f.choose(u"company/website"_s));
        f.press(Qt::Key_U, Qt::AltModifier);
        QTRY_VERIFY(!f.choose(u"company/website"_s));
        f.find<QLineEdit>(u"questionInput"_s)->setFocus();
        f.type(u"Who signs?"_s);
        f.press(Qt::Key_Return);

        f.press(Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
        const auto *list = f.find<QPlainTextEdit>(u"callBackText"_s);
        QTRY_VERIFY(list->isVisible());
        const QString said = list->toPlainText();
        const qsizetype open = said.indexOf(u"STILL OPEN"_s);
        const qsizetype presumed = said.indexOf(u"IMPLIED OR ASSUMED"_s);
        QVERIFY2(open > 0 && presumed > open, qPrintable(said));
        const qsizetype website = said.indexOf(u"What is your website?"_s);
        QVERIFY2(website >= 0 && website < open, qPrintable(said)); // nobody knew it on the call
        const qsizetype signs = said.indexOf(u"Who signs?"_s);
        QVERIFY2(signs > open && signs < presumed, qPrintable(said));
        QVERIFY2(said.indexOf(u"Requests a day (5,000, from “about 5k calls a day"_s) > presumed, qPrintable(said));
        f.find<QDialog>(u"callBackDialog"_s)->close();

        f.press(Qt::Key_Escape);
        f.press(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
        const auto *mail = f.find<QPlainTextEdit>(u"followUpText"_s);
        QTRY_VERIFY(mail->isVisible());
        for (const QString &asked : {u"What is your website?"_s, u"Who signs?"_s, u"Which industry are you in?"_s})
            QVERIFY2(mail->toPlainText().contains(asked), qPrintable(mail->toPlainText()));
    }

    void whatStoodInFrontStandsThereAfterACall()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.find<QDockWidget>(u"toFixDock"_s)->raise();
        const auto isInFront = [&f] { return !f.find<QDockWidget>(u"toFixDock"_s)->visibleRegion().isEmpty(); };
        QTRY_VERIFY(isInFront());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.inCall());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!f.inCall());
        QTRY_VERIFY(isInFront());
    }

    void programsAndModelsAreNamedAmongTheFacts()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        const auto *model = f.find<QTreeView>(u"factsView"_s)->model();
        for (const QString &value :
             {u"Bedrock POC"_s, u"Claude Sonnet 4.6"_s, u"$7,000"_s, u"United States (implied)"_s})
            QTRY_VERIFY2(!model
                              ->match(model->index(0, 0).siblingAtColumn(1), Qt::DisplayRole, value, 1,
                                      Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap)
                              .isEmpty(),
                         qPrintable(value));
    }

    void aCallGoesOnWithWhatWasTypedInTheWizard()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.trigger(u"wizardAction"_s);
        auto *wizard = f.window->findChild<QWizard *>();
        QVERIFY(wizard);
        QVERIFY(QTest::qWaitForWindowActive(wizard));
        QTRY_COMPARE(QApplication::focusWidget(), wizard->findChild<QLineEdit *>(u"websiteEdit"_s));
        f.type(u"northwind.example.com"_s);
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.inCall());
        QVERIFY(!wizard->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), f.edit());
        QCOMPARE(f.value(u"company/website"_s), u"northwind.example.com"_s);
    }

    void whatIsNotedIsInTheFileWithoutSaving()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.note(kCall.at(0));
        f.type(u"They replay prompts at night"_s);
        QTRY_VERIFY(f.window->desk().openCase()->isSaved());
        // As another program finds it, with this one killed at this moment.
        const auto store = db::openCaseStore(f.path(u"cases.briefstack"_s), db::OpenMode::Read);
        QVERIFY(store);
        const auto found = (*store)->list({u"replay"_s, {}, -1});
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t{1});
        const auto notes = (*store)->notes()->loadNotes(found->front().id);
        QVERIFY(notes);
        QCOMPARE(notes->calls.size(), std::size_t{1});
        QCOMPARE(notes->calls.front().lines.size(), std::size_t{2});
        QCOMPARE(notes->evidence.size(), std::size_t{1});
        QCOMPARE(notes->evidence.front().field, u"company/name"_s);

        f.restart();
        f.show();
        f.window->desk().open(f.path(u"cases.briefstack"_s));
        f.window->desk().show(found->front().id);
        QVERIFY(f.ready());
        QCOMPARE(f.edit()->toPlainText(), kCall.at(0) + u"\nThey replay prompts at night"_s);
    }

    void takingFactsIsOneStepThatCtrlZTakesBackBeforeTheWords()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        const QString line = u"24 people, founded 2022"_s;
        f.type(line);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.value(u"company/headcount"_s), u"24"_s);
        QCOMPARE(f.value(u"company/foundedYear"_s), u"2022"_s);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.value(u"company/headcount"_s), QString());
        QVERIFY(f.window->desk().openCase()->state().evidence.empty());
        QCOMPARE(f.edit()->toPlainText(), line);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.edit()->toPlainText() != line);
        // And forth again, the words before the facts.
        for (int step = 0; step < 20 && f.edit()->toPlainText() != line; ++step)
            f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.edit()->toPlainText(), line);
        QCOMPARE(f.value(u"company/headcount"_s), QString());
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.value(u"company/headcount"_s), u"24"_s);
        QVERIFY(f.find<ui::NotesView>(u"notesView"_s)->showEvidence(u"company/headcount"_s).isEmpty());
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.value(u"company/headcount"_s), QString());
    }

    void oneChipIsLeftWithItsNumberAndAllOfThemWithEsc()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.type(u"24 people, founded 2022"_s);
        f.press(Qt::Key_1, Qt::AltModifier);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.value(u"company/headcount"_s), QString());
        QCOMPARE(f.value(u"company/foundedYear"_s), u"2022"_s);
        QVERIFY(!f.find<ui::ChipBar>(u"chipBar"_s)->isEmpty()); // what was left is still offered
        f.press(Qt::Key_Escape);
        QVERIFY(f.find<ui::ChipBar>(u"chipBar"_s)->isEmpty());
        QVERIFY(f.inCall());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.inCall());
        QVERIFY(f.find<QDockWidget>(u"casesDock"_s)->isVisible());
    }

    void whatIsOfferedCanBeTakenAsAnAssumption()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.type(u"24 people"_s);
        f.press(Qt::Key_A, Qt::AltModifier);
        QCOMPARE(f.value(u"company/headcount"_s), u"24"_s);
        QCOMPARE(f.sheet().facts.at(u"company/headcount"_s).status, domain::FactStatus::Assumed);
    }

    void aLineKeepsItsNumberWhenItMovesDown()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.type(u"24 people"_s);
        const qint64 number = f.edit()->currentLine().id;
        f.press(Qt::Key_Home);
        f.press(Qt::Key_Return);
        QCOMPARE(f.edit()->currentLine().text, u"24 people"_s);
        QCOMPARE(f.edit()->currentLine().id, number);
    }

    void questionsArePutOffAssumedSkippedAndAdded()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        auto *pane = f.find<ui::QuestionsPane>(u"questionsPane"_s);
        auto *list = f.find<QListView>(u"questionsView"_s);
        QTRY_VERIFY(list->model()->rowCount() > 5);
        list->setFocus();
        const auto count = [list] { return list->model()->rowCount(); };
        const auto go = [&f](const QString &ending) { return f.choose(ending); };
        QVERIFY(go(u"company/website"_s));
        f.press(Qt::Key_U, Qt::AltModifier);
        QTRY_VERIFY(!go(u"company/website"_s));
        QCOMPARE(f.sheet().facts.at(u"company/website"_s).status, domain::FactStatus::Unknown);
        QVERIFY(go(u"growthPerMonth"_s));
        f.press(Qt::Key_A, Qt::AltModifier);
        f.type(u"5"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.value(f.workload() + u"growthPerMonth"_s), u"5"_s);
        QCOMPARE(f.sheet().facts.at(f.workload() + u"growthPerMonth"_s).status, domain::FactStatus::Assumed);
        // A launch is a list of steps: no field that could be unknown, and nothing that a case cannot begin without.
        QVERIFY(go(u"/steps"_s));
        f.press(Qt::Key_U, Qt::AltModifier);
        QVERIFY(f.find<ui::MessageBar>(u"messageBar"_s)->text().contains(u"ask it as a question of your own"_s));
        QVERIFY(go(u"/steps"_s));
        QVERIFY(go(u"/problem"_s));
        f.press(Qt::Key_K, Qt::AltModifier);
        QTRY_VERIFY(!go(u"/problem"_s));
        auto *input = f.find<QLineEdit>(u"questionInput"_s);
        input->setFocus();
        f.type(u"Who signs?"_s);
        f.press(Qt::Key_Return);
        QTRY_VERIFY(pane->isVisible() && count() > 0);
        const auto &known = f.window->desk().openCase()->notes().questions;
        QVERIFY(std::ranges::any_of(known, [](const auto &one) { return one.text == u"Who signs?"_s; }));
        // Enter begins the line that answers.
        QVERIFY(go(u"/whyNow"_s));
        list->setFocus();
        f.press(Qt::Key_Return);
        QCOMPARE(f.edit()->currentLine().text, u"why now: "_s);
        f.note(u"three renewals name response time"_s);
        QCOMPARE(f.value(u"useCases/"_s + f.sheet().useCases.front().id + u"/whyNow"_s),
                 u"three renewals name response time"_s);
    }

    void questionsStandBelowTheirTopic()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        auto *list = f.find<QListView>(u"questionsView"_s);
        const auto topics = [list] {
            QStringList found;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex index = list->model()->index(row, 0);
                if (index.flags() == Qt::NoItemFlags)
                    found.append(index.data().toString());
            }
            return found;
        };
        QTRY_VERIFY(topics().contains(u"Assistant in the product"_s));
        QVERIFY(topics().contains(u"Company and account"_s));
        QCOMPARE(topics().removeDuplicates(), 0);
        // The keys pass over the topics.
        list->setFocus();
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            QVERIFY(!f.find<ui::QuestionsPane>(u"questionsPane"_s)->current().isEmpty());
            f.press(Qt::Key_Down);
        }
    }

    /// What a call leaves open or assumed is on the brief, in the mail and in the summary, without typing it again.
    void statusesReachTheBriefTheMailAndTheSummary()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        QTRY_VERIFY(f.choose(u"cachedPrefixTokens"_s));
        f.press(Qt::Key_U, Qt::AltModifier);
        QTRY_VERIFY(!f.choose(u"cachedPrefixTokens"_s));
        QVERIFY(f.choose(u"growthPerMonth"_s));
        f.press(Qt::Key_A, Qt::AltModifier);
        f.type(u"5"_s);
        f.press(Qt::Key_Return);
        f.find<QLineEdit>(u"questionInput"_s)->setFocus();
        f.type(u"Who signs?"_s);
        f.press(Qt::Key_Return);
        f.press(Qt::Key_Escape);

        session::CaseSession &open = *f.window->desk().openCase();
        QVERIFY(f.window->desk().flush());
        const auto mail = session::followUpOf(open);
        QVERIFY(mail);
        const qsizetype assumed = mail->text.indexOf(u"This we assumed"_s);
        const auto isAsked = [&](const QString &text) {
            const qsizetype at = mail->text.indexOf(text);
            return at >= 0 && at < assumed;
        };
        QVERIFY2(isAsked(u"How much of the prompt repeats?"_s), qPrintable(mail->text));
        QVERIFY(isAsked(u"Who signs?"_s));
        QVERIFY(!isAsked(u"How fast does it grow"_s));
        QVERIFY2(mail->text.indexOf(u"5% per month"_s) > assumed || mail->text.indexOf(u"5%"_s) > assumed,
                 qPrintable(mail->text));
        QVERIFY(mail->text.indexOf(u"5,000 requests per day"_s) > assumed); // "about": implied

        QString brief;
        QString summary;
        for (const drafting::NamedDocument &document :
             session::documentsOf(*open.viewWithNotes(), *f.window->desk().shipped())) {
            if (document.kind == drafting::DocumentKind::Records && brief.isEmpty())
                brief = documents::toText(document.brief).simplified();
            if (document.kind == drafting::DocumentKind::Call)
                summary = documents::toText(document.brief).simplified();
        }
        for (const QString &said : {u"Implied"_s, u"Assumed"_s, u"Unknown"_s})
            QVERIFY2(brief.contains(said, Qt::CaseInsensitive), qPrintable(said + u": "_s + brief));
        QVERIFY2(brief.contains(u"grow 5% a month"_s) && brief.contains(u"cached prefix tokens"_s), qPrintable(brief));
        QVERIFY2(summary.contains(kCall.at(10)) && summary.contains(u"Who signs?"_s), qPrintable(summary));
        for (const QString &ofTheCall : {u"Call of November 22, 2026"_s, u"not asked whether notes may be kept"_s})
            QVERIFY2(summary.contains(ofTheCall), qPrintable(summary));
    }

    void aPastedTranscriptKeepsItsTimes()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(u"00:00:40 Anna: hello\n00:12:03 Anna: 5k calls a day\n"_s);
        f.press(Qt::Key_V, Qt::ControlModifier);
        const auto lines = f.edit()->lines();
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines.at(1).text, u"Anna: 5k calls a day"_s);
        QCOMPARE(f.edit()->elapsed(lines.at(1).at), u"12:03"_s);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.value(f.workload() + u"requestsPerDay"_s), u"5,000"_s);
    }

    /// A word processor's line breaks, zeros and marks of direction would hide what is in a line.
    void whatIsPastedShowsAllOfItself()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(u"one\x202e"_s + QChar(0) + u"two\tthree\x2028"_s
                                              + u"four\vfive\r\n\U0001F600 six"_s);
        f.press(Qt::Key_V, Qt::ControlModifier);
        QStringList lines;
        for (const ports::NoteLine &line : f.edit()->lines())
            lines.append(line.text);
        QCOMPARE(lines, (QStringList{u"one  two\tthree"_s, u"four"_s, u"five"_s, u"\U0001F600 six"_s}));
    }

    void eachCallHasItsOwnNotesAndItsOwnConsent()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        f.note(kCall.at(0));
        auto *consent = f.find<QComboBox>(u"consentCombo"_s);
        consent->setFocus();
        f.press(Qt::Key_Down);
        QCOMPARE(f.find<ui::NotesView>(u"notesView"_s)->call().consent, ports::Consent::Given);
        QVERIFY(f.find<ui::NotesView>(u"notesView"_s)->call().consentAt.isValid());
        f.find<QPushButton>(u"newCallButton"_s)->setFocus();
        f.press(Qt::Key_Space);
        QCOMPARE(f.edit()->toPlainText(), QString());
        QCOMPARE(consent->currentIndex(), 0);
        f.type(u"second call"_s);
        QVERIFY(f.window->desk().flush());
        QCOMPARE(f.window->desk().openCase()->notes().calls.size(), std::size_t{2});
    }
};

QTEST_MAIN(TestCall)
#include "tst_call.moc"
