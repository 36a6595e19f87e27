// A person who has never seen the program makes a case from nothing to two drafted records: with the keyboard alone, and
// with the mouse. What is in the file afterwards is the sample, and the command line gives its figures.
#include "ui/hands.h"
#include "ui/plainids.h"
#include "ui/windowfixture.h"

#include "cli/clifixture.h"
#include "ui/casewizard.h"
#include "ui/entrytable.h"
#include "ui/figurebutton.h"
#include "ui/steplist.h"
#include "ui/workspace.h"
#include "worksheetfile/difference.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QToolBar>
#include <QWindow>

using namespace tests;

class TestWizardByHand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_byMouse = false;
    }
    void cleanup() { m_fixture.reset(); }

    void fromAnEmptyHomeByKeyboard();
    void fromAnEmptyHomeByMouse();
    void aCaseWithoutANameOutlivesTheWindow();
    void theWizardComesAsLargeAsItWas();
    void theWizardGoesOnWhereItWasLeft();

private:
    void begin();
    void next(int step);
    void fill(const QString &name, const QString &text);
    void choose(const QString &name, const QString &choice);
    void check(const QString &name);
    void row(const QString &table, const QStringList &cells);
    void company();
    void account();
    void useCase();
    void models();
    void services();
    void programs();
    void fillEveryPage();
    void verifyFile();
    QWidget *toolButton(const QString &action) const;
    /// To a widget of the wizard.
    void reach(const QString &name);

    QString ask(int pool) const { return m_fixture->find<ui::FigureButton>(u"askFigure%1"_s.arg(pool))->value(); }
    ui::CaseWizard *wizard() const { return m_fixture->window->findChild<ui::CaseWizard *>(); }

    std::unique_ptr<WindowFixture> m_fixture;
    bool m_byMouse = false; ///< fields and choices by clicks, only texts by keys
};

void TestWizardByHand::reach(const QString &name)
{
    if (!m_byMouse) {
        QVERIFY2(tabTo(name), qPrintable(name));
        return;
    }
    auto *widget = wizard()->findChild<QWidget *>(name);
    QVERIFY2(widget && widget->isVisible(), qPrintable(name));
    scrollTo(widget);
    const bool box = qobject_cast<QCheckBox *>(widget) != nullptr;
    click(widget, box ? QPoint(widget->height() / 2, widget->height() / 2) : QPoint());
}

void TestWizardByHand::fill(const QString &name, const QString &text)
{
    if (QTest::currentTestFailed())
        return; // one failure is told, not all that follow from it
    reach(name);
    type(text);
}

/// A list: Down goes to the choice, or it is clicked. A list one can type into: any part of a choice brings it up.
void TestWizardByHand::choose(const QString &name, const QString &choice)
{
    if (QTest::currentTestFailed())
        return;
    reach(name);
    auto *combo = wizard()->findChild<QComboBox *>(name); // the workspace has one too
    if (combo->isEditable()) {
        type(choice);
        if (auto *found = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget())) {
            if (m_byMouse)
                clickCell(found, found->model()->index(0, 0));
            else
                key(Qt::Key_Down);
            if (!m_byMouse)
                key(Qt::Key_Return);
        }
        return;
    }
    if (m_byMouse) {
        QTRY_VERIFY(combo->view()->isVisible());
        clickCell(combo->view(), combo->model()->index(combo->findText(choice, Qt::MatchStartsWith), 0));
        QTRY_VERIFY(!combo->view()->isVisible());
    }
    for (int step = 0; step < combo->count() && !combo->currentText().startsWith(choice); ++step)
        key(Qt::Key_Down);
    QVERIFY2(combo->currentText().startsWith(choice), qPrintable(combo->currentText()));
}

void TestWizardByHand::check(const QString &name)
{
    if (QTest::currentTestFailed())
        return;
    reach(name);
    if (!m_byMouse)
        key(Qt::Key_Space);
}

/// The editable cell of that number in the current row.
static QModelIndex editable(const QTableView *view, qsizetype number)
{
    QModelIndex cell = view->model()->index(view->currentIndex().row(), 0);
    for (; cell.isValid(); cell = cell.siblingAtColumn(cell.column() + 1)) {
        if (cell.flags().testFlag(Qt::ItemIsEditable) && number-- == 0)
            return cell;
    }
    return {};
}

/// Ins, the first cell, Tab, the next cell ... and Enter at the end. With the mouse: Add, and a double click into each cell.
void TestWizardByHand::row(const QString &table, const QStringList &cells)
{
    if (QTest::currentTestFailed())
        return;
    auto *view = wizard()->findChild<ui::EntryTable *>(table);
    const QString add = QString(table).replace(u"Table"_s, u"AddButton"_s);
    if (!m_byMouse) {
        reach(table);
        key(Qt::Key_Insert);
    } else if (wizard()->findChild<QWidget *>(add)) {
        reach(add);
    } else {
        scrollTo(view);
        clickCell(view, view->model()->index(view->model()->rowCount() - 1, 0), true);
    }
    for (qsizetype at = 0; at < cells.size(); ++at) {
        if (at > 0 && !m_byMouse)
            key(Qt::Key_Tab);
        else if (at > 0 && cells.at(at).isEmpty())
            continue;
        else if (at > 0)
            clickCell(view, editable(view, at), true);
        const QString where = table + u": "_s + focusName() + u" has the focus for "_s + cells.at(at);
        QVERIFY2(focusName() == u"cellEditor", qPrintable(where));
        type(cells.at(at));
        if (m_byMouse || at + 1 == cells.size()) {
            for (int twice = 0; twice < 2 && focusName() == u"cellEditor"; ++twice) // the first one ends the proposals
                key(Qt::Key_Return);
        }
    }
    QCOMPARE(focusName(), table);
}

void TestWizardByHand::next(int step)
{
    if (QTest::currentTestFailed())
        return;
    if (m_byMouse)
        click(wizard()->button(QWizard::NextButton));
    else
        alt(Qt::Key_N);
    QTRY_COMPARE(wizard()->currentId(), step);
    QCoreApplication::processEvents();
}

QWidget *TestWizardByHand::toolButton(const QString &action) const
{
    return m_fixture->find<QToolBar>(u"mainToolBar"_s)->widgetForAction(m_fixture->find<QAction>(action));
}

void TestWizardByHand::begin()
{
    m_fixture->prompter.newFile = m_fixture->path(u"cases.briefstack"_s);
    m_fixture->show();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    if (m_byMouse) {
        click(m_fixture->find<QWidget>(u"newButton"_s));
    } else {
        QVERIFY(tabTo(u"newButton"_s));
        key(Qt::Key_Space);
    }
    QTRY_VERIFY(m_fixture->window->desk().isOpen());
    if (m_byMouse)
        click(toolButton(u"newCaseAction"_s));
    else
        key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(wizard() && wizard()->isActiveWindow());
    wizard()->resize(1000, 760);
    QCoreApplication::processEvents();
}

void TestWizardByHand::company()
{
    QCOMPARE(focusName(), u"websiteEdit"_s); // where one begins
    fill(u"websiteEdit"_s, u"https://northwind-support.example"_s);
    fill(u"nameEdit"_s, u"Northwind Support Software"_s);
    fill(u"descriptionEdit"_s, u"Help-desk software for mid-size software companies, sold by subscription."_s);
    choose(u"countryCombo"_s, u"United States"_s);
    fill(u"stateEdit"_s, u"Washington"_s);
    fill(u"cityEdit"_s, u"Seattle"_s);
    fill(u"postalCodeEdit"_s, u"98101"_s);
    choose(u"industryCombo"_s, u"Software and"_s);
    fill(u"headcountEdit"_s, u"24"_s);
    fill(u"foundedYearEdit"_s, u"2022"_s);
    choose(u"stageCombo"_s, u"Series A"_s);
    check(u"institutionallyFundedCheck"_s);
    fill(u"roundNameEdit"_s, u"Series A"_s);
    fill(u"roundAmountEdit"_s, u"9m"_s);
    fill(u"leadInvestorEdit"_s, u"Example Ventures"_s);
    fill(u"closedOnEdit"_s, u"Mar 18, 2026"_s);
    check(u"consentToShareCheck"_s);
    row(u"contactsTable"_s, {u"Sample"_s, u"Founder"_s, u"Chief technology officer"_s,
                             u"cto@northwind-support.example"_s, u"+1 206 555 0100"_s, u"Founder"_s});
}

void TestWizardByHand::account()
{
    fill(u"accountIdEdit"_s, u"1111-2222-3333"_s);
    choose(u"regionCombo"_s, u"us-east-1"_s);
    fill(u"monthlySpendEdit"_s, u"7k"_s);
    fill(u"bedrockSpendEdit"_s, u"3,000"_s);
    fill(u"spendChangeReasonEdit"_s,
         u"The evaluation harness runs every night from January, and all five design partners are on."_s);
    row(u"priorCreditsTable"_s, {u"AWS Activate Founders"_s, u"1,000"_s, u"2024-05-02"_s, u"2026-05-02"_s, u"0"_s});
}

void TestWizardByHand::useCase()
{
    const domain::UseCase given = readWorksheet(samplePath(u"series-a-rag-assistant"_s)).useCases.front();
    check(u"useCaseAddButton"_s);
    QTRY_COMPARE(focusName(), u"titleEdit"_s);
    const std::pair<QString, QString> texts[] = {{u"problemEdit"_s, given.problem},
                                                 {u"whyNowEdit"_s, given.whyNow},
                                                 {u"solutionEdit"_s, given.solution},
                                                 {u"whyBedrockEdit"_s, given.whyBedrock},
                                                 {u"usersEdit"_s, given.users},
                                                 {u"scopeEdit"_s, given.scope},
                                                 {u"successMetricEdit"_s, given.successMetric},
                                                 {u"baselineEdit"_s, given.baseline},
                                                 {u"evaluationEdit"_s, given.evaluation}};
    fill(u"titleEdit"_s, given.title);
    check(u"proofOfConceptCheck"_s);
    for (const auto &[name, text] : texts)
        fill(name, text);
    fill(u"startsOnEdit"_s, u"2027-01-04"_s);
    fill(u"endsOnEdit"_s, u"2027-03-31"_s);
    fill(u"goLiveOnEdit"_s, u"2027-04-12"_s);
    fill(u"useCaseRegionCombo"_s, u"us-east-1"_s);
}

void TestWizardByHand::models()
{
    row(u"workloadsTable"_s, {u"Assistant answers"_s});
    choose(u"modelCombo"_s, u"sonnet 4.6"_s);
    choose(u"scopeCombo"_s, u"Regional"_s);
    fill(u"requestsPerDayEdit"_s, u"5k"_s);
    fill(u"inputTokensEdit"_s, u"4,000"_s);
    fill(u"outputTokensEdit"_s, u"600"_s);
    fill(u"growthEdit"_s, u"4"_s);
    check(u"moreButton"_s);
    row(u"stepsTable"_s, {u"3"_s, u"3"_s});
    fill(u"rangeRequestsEdit"_s, u"3,500 to 8,000"_s);
    fill(u"rangeInputEdit"_s, u"3,000 to 5,500"_s);
    fill(u"rangeOutputEdit"_s, u"400 to 800"_s);
    fill(u"alternativesEdit"_s, u"anthropic.claude-haiku-4-5-20251001-v1:0; amazon.nova-pro-v1:0"_s);
    row(u"workloadsTable"_s, {u"Nightly evaluation harness"_s});
    choose(u"modelCombo"_s, u"Claude Sonnet 4.6"_s);
    choose(u"scopeCombo"_s, u"Regional"_s);
    fill(u"requestsPerDayEdit"_s, u"3000"_s);
    fill(u"inputTokensEdit"_s, u"3500"_s);
    fill(u"outputTokensEdit"_s, u"300"_s);
    row(u"workloadsTable"_s, {u"Document embeddings"_s, u"800"_s, u"0"_s});
    choose(u"modelCombo"_s, u"titan text embeddings v2"_s);
    fill(u"requestsPerDayEdit"_s, u"20,000"_s);
}

void TestWizardByHand::services()
{
    row(u"servicesTable"_s, {u"Amazon OpenSearch Serverless"_s, u"opensearch-serverless/ocu-hours"_s, u"1,460"_s});
    row(u"servicesTable"_s, {u"Amazon S3"_s, u"s3/standard-gb-month"_s, u"200"_s});
    row(u"servicesTable"_s, {u"AWS Lambda"_s, {}, {}, u"85"_s});
    row(u"servicesTable"_s, {u"Amazon CloudWatch"_s, {}, {}, u"60"_s});
    row(u"footprintTable"_s, {u"Amazon EC2"_s, {}, {}, u"2,200"_s, u"3"_s});
    row(u"footprintTable"_s, {u"Amazon RDS"_s, {}, {}, u"1,100"_s, u"3"_s});
    row(u"footprintTable"_s, {u"Amazon CloudFront"_s, {}, {}, u"450"_s});
    row(u"footprintTable"_s, {u"Amazon S3"_s, {}, {}, u"250"_s});
    row(u"footprintTable"_s, {u"AWS Marketplace subscription"_s, {}, {}, u"300"_s});
    if (m_byMouse) {
        auto *view = wizard()->findChild<ui::EntryTable *>(u"footprintTable"_s);
        const QRect cell = view->visualRect(view->model()->index(4, 5));
        click(view->viewport(), {cell.left() + cell.height() / 2, cell.center().y()});
        return;
    }
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    key(Qt::Key_Space); // not credit eligible
}

void TestWizardByHand::programs()
{
    row(u"poolsTable"_s, {u"Bedrock proof of concept"_s, u"In-product support assistant"_s, {}, u"3"_s});
    row(u"poolsTable"_s, {u"AWS Activate Portfolio"_s, {}, {}, u"12"_s});
    fill(u"startMonthEdit"_s, u"Jan 2027"_s);
    fill(u"monthsEdit"_s, u"12"_s);
    fill(u"headroomEdit"_s, u"20%"_s);
    fill(u"partnerNameEdit"_s, u"Example Cloud Partner"_s);
    choose(u"partnerTierCombo"_s, u"Advanced"_s);
    check(u"aceAccessCheck"_s);
    fill(u"solutionIdsEdit"_s, u"S-0000001"_s);
    fill(u"ownerFirstNameEdit"_s, u"Sample"_s);
    fill(u"ownerLastNameEdit"_s, u"Owner"_s);
    fill(u"ownerTitleEdit"_s, u"Alliance manager"_s);
    fill(u"ownerEmailEdit"_s, u"ace@partner.example"_s);
    fill(u"ownerPhoneEdit"_s, u"+1 (206) 555-0199"_s);
}

/// The case in the file is the sample, but for the ids and for the notes on facts, which come from the call.
void TestWizardByHand::verifyFile()
{
    m_fixture->window->desk().close();
    const QString file = m_fixture->path(u"cases.briefstack"_s);
    const auto listed = clitest::runAsOf({u"list"_s, u"--case"_s, file, u"--format"_s, u"json"_s});
    VERIFY_ENDED(listed, 0);
    const QJsonArray cases = clitest::object(listed.out)[u"cases"].toArray();
    QCOMPARE(cases.size(), 1);
    QCOMPARE(cases.at(0)[u"company"].toString(), u"Northwind Support Software"_s);
    const QJsonArray asks = cases.at(0)[u"asks"].toArray();
    QCOMPARE(asks.size(), 2);
    QCOMPARE(asks.at(0)[u"amount"].toString(), u"29500.00"_s);
    QCOMPARE(asks.at(1)[u"amount"].toString(), u"100000.00"_s);
    const auto exported = clitest::runAsOf(
        {u"export"_s, u"--case"_s, file, u"--format"_s, u"worksheet"_s, u"--out"_s, m_fixture->path(u"out"_s)});
    QVERIFY2(exported.status < 2, exported.words().constData());
    const QString name = u"out/northwind-support-software.worksheet.json"_s;
    const domain::Worksheet made = withPlainIds(readWorksheet(m_fixture->path(name)));
    domain::Worksheet sample = withPlainIds(readWorksheet(samplePath(u"series-a-rag-assistant"_s)));
    sample.facts.clear();
    for (const worksheetfile::FieldChange &change : worksheetfile::difference(sample, made))
        QFAIL(qPrintable(change.path));
    const auto projected = clitest::runAsOf({u"project"_s, m_fixture->path(name), u"--format"_s, u"json"_s});
    QVERIFY2(projected.status < 2, projected.words().constData());
    const auto pools = clitest::object(projected.out)[u"pools"].toArray();
    QCOMPARE(pools.at(0)[u"ask"].toString(), u"29500.00"_s);
    QCOMPARE(pools.at(1)[u"ask"].toString(), u"100000.00"_s);
}

void TestWizardByHand::fillEveryPage()
{
    company();
    next(1);
    account();
    next(2);
    useCase();
    next(3);
    models();
    next(4);
    services();
    next(5);
    programs();
    next(6);
}

void TestWizardByHand::fromAnEmptyHomeByKeyboard()
{
    begin();
    fillEveryPage();
    QVERIFY(!QTest::currentTestFailed());
    alt(Qt::Key_D);
    QTRY_VERIFY(!wizard()->isVisible());
    QCOMPARE(ask(1), u"$29,500"_s);
    QCOMPARE(ask(2), u"$100,000"_s);
    verifyFile();
}

void TestWizardByHand::fromAnEmptyHomeByMouse()
{
    m_byMouse = true;
    begin();
    fillEveryPage();
    QVERIFY(!QTest::currentTestFailed());
    click(wizard()->button(QWizard::FinishButton));
    QTRY_VERIFY(!wizard()->isVisible());
    QCOMPARE(ask(1), u"$29,500"_s);
    QCOMPARE(ask(2), u"$100,000"_s);
    verifyFile();
}

void TestWizardByHand::aCaseWithoutANameOutlivesTheWindow()
{
    begin();
    fill(u"websiteEdit"_s, u"https://northwind-support.example"_s);
    fill(u"headcountEdit"_s, u"about 24"_s);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(m_fixture->window->close());
    m_fixture->restart();
    m_fixture->show();
    m_fixture->window->desk().open(m_fixture->path(u"cases.briefstack"_s));
    QTRY_VERIFY(m_fixture->window->desk().openCase());
    QCOMPARE(m_fixture->text(u"companyLabel"_s), u"Untitled case"_s);
    key(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(wizard() && wizard()->isActiveWindow());
    const auto shown = [this](const QString &name) { return wizard()->findChild<QLineEdit *>(name)->text(); };
    QCOMPARE(shown(u"websiteEdit"_s), u"https://northwind-support.example"_s);
    QCOMPARE(shown(u"headcountEdit"_s), u"about 24"_s);
    QCOMPARE(shown(u"nameEdit"_s), QString());
    // Nothing leaves the program under the name that stands in.
    m_fixture->prompter.folder = m_fixture->folder.path();
    m_fixture->trigger(u"exportStackAction"_s);
    QVERIFY(QDir(m_fixture->folder.path()).entryList({u"*.pdf"_s}).isEmpty());
}

void TestWizardByHand::theWizardComesAsLargeAsItWas()
{
    begin();
    fill(u"nameEdit"_s, u"Northwind"_s);
    const QSize first = wizard()->size();
    const QSize wanted = first + QSize(40, 30);
    wizard()->windowHandle()->resize(wanted); // as the window manager does when a person drags the frame
    QTRY_COMPARE(wizard()->size(), wanted);
    next(1);
    wizard()->button(QWizard::FinishButton)->click();
    QTRY_VERIFY(!wizard()->isVisible());
    m_fixture->trigger(u"wizardAction"_s);
    QVERIFY(wizard()->isVisible());
    QCOMPARE(wizard()->size(), wanted);
    QVERIFY(m_fixture->window->close());
    m_fixture->restart(); // the next day
    m_fixture->show();
    m_fixture->window->desk().open(m_fixture->path(u"cases.briefstack"_s));
    QTRY_VERIFY(m_fixture->window->desk().openCase());
    m_fixture->trigger(u"wizardAction"_s);
    QCOMPARE(wizard()->size(), wanted);
}

void TestWizardByHand::theWizardGoesOnWhereItWasLeft()
{
    begin();
    fill(u"nameEdit"_s, u"Northwind"_s);
    next(1);
    next(2);
    QVERIFY(!QTest::currentTestFailed());
    alt(Qt::Key_C);
    QTRY_VERIFY(!wizard()->isVisible());
    m_fixture->trigger(u"wizardAction"_s);
    QCOMPARE(wizard()->currentId(), 2);
    QVERIFY(m_fixture->window->close());
    m_fixture->restart(); // the next day
    m_fixture->show();
    m_fixture->window->desk().open(m_fixture->path(u"cases.briefstack"_s));
    QTRY_VERIFY(m_fixture->window->desk().openCase());
    m_fixture->trigger(u"wizardAction"_s);
    QCOMPARE(wizard()->currentId(), 2);
    wizard()->findChild<ui::StepList *>()->setCurrentRow(0);
    QCOMPARE(wizard()->findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"Northwind"_s);
}

QTEST_MAIN(TestWizardByHand)
#include "tst_wizard_keyboard.moc"
