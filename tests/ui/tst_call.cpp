// A scoping call, with the keyboard alone: notes typed, facts taken, the way back from each figure to its line, questions
// answered, put off or skipped; nothing typed is lost.
#include "db/casestore.h"
#include "documents/text.h"
#include "session/fieldtext.h"
#include "session/founderfiles.h"
#include "ui/callmode.h"
#include "ui/callpage.h"
#include "ui/chipbar.h"
#include "ui/messagebar.h"
#include "ui/notesedit.h"
#include "ui/notesview.h"
#include "ui/questionspane.h"
#include "ui/windowfixture.h"
#include "ui/workspace.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QStringList kCall{u"company: Northwind Support Software"_s,
                        u"24 people, founded 2022, Seattle, WA 98101"_s,
                        u"closed our A in March, 9 million, led by Example Ventures"_s,
                        u"ok to share with AWS. no, not a competitor"_s,
                        u"account 1111-2222-3333, everything in us-east-1"_s,
                        u"AWS bill 7k: EC2 2200, RDS 1100, S3 250"_s,
                        u"use case: Assistant in the product"_s,
                        u"start with a PoC"_s,
                        u"in scope: answers from the docs and closed tickets"_s,
                        u"metric: 60 of 100 tickets answered without an agent"_s,
                        u"about 5k calls a day, 4k in 600 out on Sonnet 4.6"_s,
                        u"ask for POC and Portfolio"_s};

struct CallFixture : tests::WindowFixture {
    CallFixture()
    {
        prompter.newFile = path(u"cases.briefstack"_s);
        show();
        trigger(u"newCaseFileAction"_s);
        window->desk().showNewCase();
        window->desk().prepare();
    }
    bool ready() const
    {
        return QTest::qWaitFor([this] { return window->desk().openCase() != nullptr; }, 20'000);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Types a line, takes what is recognized in it, begins the next.
    void note(const QString &line) const
    {
        type(line);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_Return);
    }
    ui::NotesEdit *edit() const { return find<ui::NotesEdit>(u"notesEdit"_s); }
    const domain::Worksheet &sheet() const { return window->desk().openCase()->worksheet(); }
    QString value(const QString &path) const { return session::fieldText(sheet(), path); }
    QString workload() const
    {
        const domain::UseCase &useCase = sheet().useCases.front();
        return u"useCases/"_s + useCase.id + u"/workloads/" + useCase.workloads.front().id + u'/';
    }
    /// Makes the question about that field the current one; false: it is not asked.
    bool choose(const QString &ending) const
    {
        auto *list = find<QListView>(u"questionsView"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            if (find<ui::QuestionsPane>(u"questionsPane"_s)->current().endsWith(ending))
                return true;
        }
        return false;
    }
    bool inCall() const
    {
        return find<QStackedWidget>(u"centerStack"_s)->currentWidget()->objectName() == "callPage"_L1;
    }
};

} // namespace

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

    void programsAndModelsAreNamedAmongTheFacts()
    {
        CallFixture f;
        QVERIFY(f.ready());
        f.press(Qt::Key_L, Qt::ControlModifier);
        for (const QString &line : kCall)
            f.note(line);
        const auto *model = f.find<QTreeView>(u"factsView"_s)->model();
        for (const QString &value : {u"Bedrock POC"_s, u"Claude Sonnet 4.6"_s})
            QTRY_VERIFY2(!model
                              ->match(model->index(0, 0).siblingAtColumn(1), Qt::DisplayRole, value, 1,
                                      Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap)
                              .isEmpty(),
                         qPrintable(value));
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
