// Programs as cards on the window with the real samples: what each says, and the stack by mouse, keyboard and drop, each
// edit one undo step.

#include "ui/windowfixture.h"

#include "ui/creditstab.h"
#include "ui/programcards.h"
#include "ui/programcardsmodel.h"

#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolTip>

using namespace tests;
using ui::ProgramCardsModel;

class TestProgramCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aCardSaysWhatIsOpenWhyAndWhatWouldChangeIt();
    void addsAndRemovesAsUndoSteps();
    void reordersByKeyboardButtonsAndDrop();
    void onlyCardsOfTheStackAreDragged();
    void suggestsTheStackThatFitsAndKeepsWhatIsThere();
    void aCaseWithoutPoolsOpensOnThePrograms();
    void aCompetitorIsOfferedNothing();
    void anIndividualSeesTheFreeTierPath();
    void theHeaderAndTheLedgerFollow();
    void aFindingAboutAPoolLeadsToItsCard();
    void sourcesThatDisagreeStandSideBySide();
    void showingACaseEmitsNothing();
    void ownFiguresHoldHereTooAndWrongOnesAreSaid();

private:
    /// Those of the Credits tab; the worksheet's page has its own.
    ui::ProgramCards *cards() const
    {
        return m_fixture->window->findChild<ui::CreditsTab *>()->findChild<ui::ProgramCards *>();
    }
    QListView *list() const { return cards()->list(); }
    QString at(int row, int role) const { return list()->model()->index(row, 0).data(role).toString(); }
    QPushButton *button(const QString &name) const
    {
        return m_fixture->window->findChild<ui::CreditsTab *>()->findChild<QPushButton *>(name);
    }
    void choose(const QString &programme);
    QStringList stack() const;
    session::CaseSession *session() const { return m_fixture->window->desk().openCase(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestProgramCards::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->window->resize(1440, 900);
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    m_fixture->trigger(u"creditsTabAction"_s);
    button(u"programsButton"_s)->click();
}

void TestProgramCards::cleanup()
{
    m_fixture.reset();
}

void TestProgramCards::choose(const QString &programme)
{
    for (int row = 0; row < list()->model()->rowCount(); ++row) {
        if (at(row, ProgramCardsModel::ProgrammeRole) == programme) {
            list()->setCurrentIndex(list()->model()->index(row, 0));
            return;
        }
    }
    QFAIL(qPrintable(u"no card of "_s + programme));
}

QStringList TestProgramCards::stack() const
{
    QStringList pools;
    for (const domain::PoolRequest &pool : session()->worksheet().funding.pools)
        pools.append(pool.id);
    return pools;
}

void TestProgramCards::aCardSaysWhatIsOpenWhyAndWhatWouldChangeIt()
{
    QCOMPARE(list()->model()->rowCount(), 5);
    QCOMPARE(at(0, ProgramCardsModel::TitleRole), u"1. Bedrock proof of concept"_s);
    QCOMPARE(at(0, ProgramCardsModel::AskRole), u"Ask $29,500"_s);
    QCOMPARE(at(0, ProgramCardsModel::FactsRole),
             u"$10,000 to $50,000 \u00b7 About 2 weeks \u00b7 A partner files it through ACE"_s);
    QCOMPARE(at(1, ProgramCardsModel::AskRole), u"Ask $100,000"_s);
    choose(u"genai-accelerator"_s);
    const int accelerator = list()->currentIndex().row();
    QCOMPARE(at(accelerator, ProgramCardsModel::ReasonsRole), u"The company is not AI-first."_s);
    QVERIFY(at(accelerator, ProgramCardsModel::ChangesRole).contains(u"AI at its core"_s));
    const QString spoken = at(accelerator, Qt::AccessibleTextRole);
    QVERIFY2(spoken.contains(u"not in the stack"_s) && spoken.contains(u"Not yet"_s), qPrintable(spoken));
    choose(u"activate-founders"_s);
    QCOMPARE(at(list()->currentIndex().row(), ProgramCardsModel::ChangesRole), u"Nothing would change this."_s);
}

void TestProgramCards::addsAndRemovesAsUndoSteps()
{
    choose(u"activate-portfolio"_s);
    QVERIFY(!button(u"addProgramButton"_s)->isEnabled());
    button(u"removeProgramButton"_s)->click();
    QCOMPARE(stack(), QStringList{u"bedrock-poc"_s});
    choose(u"activate-portfolio"_s);
    QCOMPARE(at(list()->currentIndex().row(), ProgramCardsModel::AskRole), u"Would ask $100,000"_s);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Insert);
    QCOMPARE(stack(), (QStringList{u"bedrock-poc"_s, u"activate-portfolio"_s}));
    QCOMPARE(at(list()->currentIndex().row(), ProgramCardsModel::PoolRole), u"activate-portfolio"_s); // stays current
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(stack(), QStringList{u"bedrock-poc"_s});
    QCOMPARE(session()->undoStack().undoText(), u"Remove activate-portfolio"_s);
    session()->undoStack().undo();
    session()->undoStack().undo();
    session()->undoStack().undo();
    QCOMPARE(stack(), (QStringList{u"bedrock-poc"_s, u"activate-portfolio"_s}));
    QVERIFY(!session()->undoStack().canUndo());
}

void TestProgramCards::reordersByKeyboardButtonsAndDrop()
{
    list()->setFocus();
    choose(u"activate-portfolio"_s);
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(stack(), (QStringList{u"activate-portfolio"_s, u"bedrock-poc"_s}));
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // at the top already
    QCOMPARE(stack().first(), u"activate-portfolio"_s);
    button(u"programDownButton"_s)->click();
    QCOMPARE(stack(), (QStringList{u"bedrock-poc"_s, u"activate-portfolio"_s}));
    // Dropped between: as the view does it.
    auto *model = list()->model();
    const std::unique_ptr<QMimeData> second(model->mimeData({model->index(1, 0)}));
    QVERIFY(model->canDropMimeData(second.get(), Qt::MoveAction, 0, 0, {}));
    model->dropMimeData(second.get(), Qt::MoveAction, 0, 0, {});
    QTRY_COMPARE(stack(), (QStringList{u"activate-portfolio"_s, u"bedrock-poc"_s}));
    session()->undoStack().undo();
    QCOMPARE(stack().first(), u"bedrock-poc"_s);
}

void TestProgramCards::onlyCardsOfTheStackAreDragged()
{
    auto *model = list()->model();
    QVERIFY(model->flags(model->index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model->flags(model->index(4, 0)).testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> first(model->mimeData({model->index(0, 0)}));
    QVERIFY(!model->canDropMimeData(first.get(), Qt::MoveAction, 4, 0, {})); // among those that are not in the stack
    QMimeData foreign;
    foreign.setText(u"0"_s);
    QVERIFY(!model->canDropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
}

void TestProgramCards::suggestsTheStackThatFitsAndKeepsWhatIsThere()
{
    QVERIFY(!button(u"suggestProgramsButton"_s)->isEnabled()); // the sample's stack is the suggestion
    choose(u"bedrock-poc"_s);
    button(u"removeProgramButton"_s)->click();
    QVERIFY(button(u"suggestProgramsButton"_s)->isEnabled());
    button(u"suggestProgramsButton"_s)->click();
    QCOMPARE(stack(), (QStringList{u"bedrock-poc"_s, u"activate-portfolio"_s}));
    QCOMPARE(session()->worksheet().funding.pools[1].months, std::optional(12)); // as the sample has it
    QCOMPARE(session()->undoStack().undoText(), u"Suggest programs"_s);
    QVERIFY(!button(u"suggestProgramsButton"_s)->isEnabled());
}

void TestProgramCards::aCaseWithoutPoolsOpensOnThePrograms()
{
    button(u"chartButton"_s)->click();
    QByteArray text = contentOf(samplePath(u"enterprise-two-use-cases"_s));
    const qsizetype from = text.indexOf("\"pools\": [");
    QVERIFY(from > 0);
    const qsizetype last = text.indexOf("\n    ]", from);
    QVERIFY(last > from);
    text.replace(from, last + 6 - from, "\"pools\": []");
    m_fixture->openWorksheet(text);
    QVERIFY(stack().isEmpty());
    QVERIFY(list()->isVisible());
    button(u"suggestProgramsButton"_s)->click();
    QCOMPARE(stack(), (QStringList{u"enterprise-poc"_s, u"enterprise-poc-2"_s}));
    QCOMPARE(at(1, ProgramCardsModel::TitleRole), u"2. Enterprise proof of concept"_s);
}

void TestProgramCards::aCompetitorIsOfferedNothing()
{
    session()->edit(u"company/competesWithAws"_s, u"true"_s);
    for (int row = 0; row < 5; ++row)
        QCOMPARE(at(row, ProgramCardsModel::VerdictRole).toInt(), static_cast<int>(funding::Verdict::No));
    QVERIFY(!button(u"suggestProgramsButton"_s)->isEnabled());
    QCOMPARE(at(0, ProgramCardsModel::AskRole), u"Ask $0"_s);
}

void TestProgramCards::anIndividualSeesTheFreeTierPath()
{
    session()->edit(u"company/stage"_s, u"individual"_s);
    const QString paths = cards()->findChild<QLabel *>(u"founderPathsLabel"_s)->text();
    QVERIFY2(paths.startsWith(u"Free tier first, then Founders, without a record: Open an AWS account"_s),
             qPrintable(paths));
}

void TestProgramCards::theHeaderAndTheLedgerFollow()
{
    choose(u"activate-portfolio"_s);
    button(u"removeProgramButton"_s)->click();
    const auto &plan = m_fixture->window->desk().shown()->computed.plan;
    QCOMPARE(plan.pools.size(), std::size_t(1));
    QVERIFY(m_fixture->text(u"creditsFoot"_s).contains(u"from Jan 2027 on"_s));
}

void TestProgramCards::aFindingAboutAPoolLeadsToItsCard()
{
    button(u"chartButton"_s)->click();
    auto *tab = m_fixture->window->findChild<ui::CreditsTab *>();
    QVERIFY(tab);
    QVERIFY(tab->reveal(u"funding/pools/activate-portfolio/amountUsd"_s));
    QVERIFY(list()->isVisible());
    QCOMPARE(at(list()->currentIndex().row(), ProgramCardsModel::PoolRole), u"activate-portfolio"_s);
    QCOMPARE(m_fixture->window->focusWidget(), list());
    QVERIFY(tab->reveal(u"funding/pools"_s));
    QVERIFY(!tab->reveal(u"funding/pools/no-such-pool"_s));
    QVERIFY(!tab->reveal(u"company/name"_s));
}

void TestProgramCards::sourcesThatDisagreeStandSideBySide()
{
    const QString sources = at(1, ProgramCardsModel::SourcesRole);
    QVERIFY2(sources.contains(u"Others, amount: up to $200,000"_s) && sources.contains(u"2026-08-20"_s),
             qPrintable(sources));
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::keyClick(list(), Qt::Key_F4);
    QVERIFY2(QToolTip::text().contains(u"up to $200,000"_s), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestProgramCards::showingACaseEmitsNothing()
{
    const QSignalSpy edits(session(), &session::CaseSession::changed);
    auto *cards = this->cards();
    QVERIFY(cards);
    cards->setSession(session());
    QCOMPARE(edits.count(), 0);
    QVERIFY(!session()->undoStack().canUndo());
    cards->setSession(nullptr);
    QCOMPARE(list()->model()->rowCount(), 0);
    cards->setSession(session());
    QCOMPARE(list()->model()->rowCount(), 5);
}

void TestProgramCards::ownFiguresHoldHereTooAndWrongOnesAreSaid()
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    QVERIFY(QDir(m_fixture->folder.path()).mkpath(u"data/briefstack"_s));
    qputenv("XDG_DATA_HOME", m_fixture->path(u"data"_s).toUtf8());
    QFile own(m_fixture->path(u"data/briefstack/programmes.json"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(R"({"format": "briefstack-programme-overrides", "version": 1, "overrides": [{"programme": "bedrock-poc",
 "set": {"ceilingUsd": "12000"}, "by": "Ada", "on": "2026-11-20", "why": "Our contract."}]})");
    own.close();
    m_fixture->restart();
    m_fixture->show();
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    QCOMPARE(at(0, ProgramCardsModel::AskRole), u"Ask $12,000"_s);
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("<b>not JSON</b>");
    own.close();
    m_fixture->restart();
    m_fixture->show();
    m_fixture->openWorksheet(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    qputenv("XDG_DATA_HOME", before);
    QCOMPARE(at(0, ProgramCardsModel::AskRole), u"Ask $29,500"_s); // the shipped figures stand in
    const QString said = m_fixture->text(u"messageText"_s);
    QVERIFY2(said.contains(u"programmes.json"_s), qPrintable(said));
}

QTEST_MAIN(TestProgramCards)
#include "tst_programcards.moc"
