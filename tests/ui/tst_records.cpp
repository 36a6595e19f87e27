// The Records and History tabs on the window with the real samples: fields, wording, findings, revisions.

#include "ui/windowfixture.h"

#include "ui/pagepreview.h"
#include "ui/recorddelegate.h"
#include "ui/recordlistmodel.h"
#include "ui/rowpainting.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QToolButton>
#include <QUndoStack>

#include <cstdlib>

using namespace tests;

namespace {

bool hasPixel(QWidget &widget, const QColor &color)
{
    const QImage picture = widget.grab().toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor found = picture.pixelColor(x, y); // edges are blended with what is behind
            if (std::abs(found.red() - color.red()) + std::abs(found.green() - color.green())
                    + std::abs(found.blue() - color.blue())
                < 60)
                return true;
        }
    }
    return false;
}

} // namespace

class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheFieldsInTheConsolesOrder();
    void wordingIsGeneratedUntilItIsEdited();
    void choicesGoIntoTheRecord();
    void whatIsWrongStandsAtTheField();
    void aFindingLeadsToItsField();
    void thePagesFollowAfterARest();
    void historyComparesAnyTwoStates();
    void showingEmitsNoEdit();
    void theFieldsHaveRoomInANarrowWindow();
    void noLineOfARecordIsDrawnOverAnother();

private:
    session::CaseSession &open() const { return *m_fixture->window->desk().openCase(); }
    QLineEdit *line(const QString &name) const { return m_fixture->find<QLineEdit>(name); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestRecords::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->window->resize(1600, 1000);
    m_fixture->importSamples({u"series-a-rag-assistant"_s});
    m_fixture->trigger(u"recordsTabAction"_s);
}

void TestRecords::cleanup()
{
    m_fixture.reset();
}

void TestRecords::showsTheFieldsInTheConsolesOrder()
{
    QCOMPARE(line(u"fieldCustomerAccountCompanyName"_s)->text(), u"Northwind Support Software"_s);
    QCOMPARE(m_fixture->text(u"counterCustomerAccountCompanyName"_s), u"26/120"_s);
    QCOMPARE(m_fixture->text(u"lockCustomerAccountCompanyName"_s), u"submit"_s);
    QCOMPARE(m_fixture->text(u"lockCustomerAccountWebsiteUrl"_s), u"approval"_s);
    QCOMPARE(line(u"fieldProjectExpectedCustomerSpendAmount"_s)->text(), u"$13,237.83, Mar 2027"_s);
    QVERIFY(line(u"fieldProjectExpectedCustomerSpendAmount"_s)->isReadOnly());
    QVERIFY(line(u"fieldCustomerAccountCompanyName"_s)->accessibleDescription().contains(u"26 of 120 characters"_s)
            || line(u"fieldCustomerAccountCompanyName"_s)->accessibleDescription().contains(u"26 of 120"_s));
    // From top to bottom.
    int last = -1;
    for (const QString &name : {u"fieldCustomerAccountCompanyName"_s, u"fieldCustomerAccountWebsiteUrl"_s,
                                u"fieldProjectTitle"_s, u"fieldProjectCustomerBusinessProblem"_s,
                                u"fieldPrimaryNeedsFromAws"_s, u"fieldProjectAdditionalComments"_s}) {
        const auto *field = m_fixture->find<QWidget>(name);
        const int top = field->mapTo(m_fixture->window.get(), QPoint()).y();
        QVERIFY2(top > last, qPrintable(name));
        last = top;
    }
}

void TestRecords::wordingIsGeneratedUntilItIsEdited()
{
    auto *title = line(u"fieldProjectTitle"_s);
    const QString generated = title->text();
    QVERIFY(!generated.isEmpty());
    QVERIFY(m_fixture->find<QWidget>(u"ownerProjectTitle"_s)->isHidden()
            || !m_fixture->find<QWidget>(u"ownerProjectTitle"_s)->isVisible());
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, u"Our own title"_s);
    QCOMPARE(title->text(), u"Our own title"_s);
    QCOMPARE(m_fixture->window->desk().shown()->records[0].title, u"Our own title"_s);
    QVERIFY(m_fixture->find<QWidget>(u"ownerProjectTitle"_s)->isVisible());
    QTest::mouseClick(m_fixture->find<QPushButton>(u"compareProjectTitle"_s), Qt::LeftButton);
    QCOMPARE(m_fixture->text(u"generatedProjectTitle"_s), u"Generated: "_s + generated);
    QTest::mouseClick(m_fixture->find<QPushButton>(u"resetProjectTitle"_s), Qt::LeftButton);
    QCOMPARE(title->text(), generated);
    QVERIFY(!m_fixture->find<QWidget>(u"ownerProjectTitle"_s)->isVisible());
    // One step for the reset; then the typing, as few as there were pauses.
    m_fixture->trigger(u"undoAction"_s);
    QCOMPARE(title->text(), u"Our own title"_s);
}

void TestRecords::choicesGoIntoTheRecord()
{
    auto *models = m_fixture->find<QToolButton>(u"fieldProjectDeliveryModels"_s);
    QVERIFY(models->menu()->actions().size() > 2);
    models->menu()->actions().at(0)->trigger();
    const QString chosen = models->menu()->actions().at(0)->text();
    QCOMPARE(open().worksheet().records.at(0).deliveryModels, QStringList(chosen));
    QCOMPARE(models->text(), chosen);
    m_fixture->trigger(u"undoAction"_s);
    QVERIFY(models->text() != chosen);
}

void TestRecords::whatIsWrongStandsAtTheField()
{
    auto *account = line(u"fieldCustomerAccountAwsAccountId"_s);
    account->setFocus();
    account->selectAll();
    QTest::keyClicks(account, u"1234567890123"_s); // thirteen digits
    auto *issue = m_fixture->find<QLabel>(u"issueCustomerAccountAwsAccountId"_s);
    QVERIFY(issue->isVisible());
    QVERIFY2(issue->text().contains(u"12"_s), qPrintable(issue->text()));
    QCOMPARE(account->text(), u"1234567890123"_s); // never lost
    QVERIFY(account->accessibleDescription().contains(issue->text()));
    const QColor must = ui::markColor(issue->palette(), ui::Mark::Must);
    QVERIFY(hasPixel(*issue, must));
    QVERIFY(hasPixel(*m_fixture->find<QLabel>(u"issueMarkCustomerAccountAwsAccountId"_s), must));
    QTest::keyClick(account, Qt::Key_Backspace);
    QVERIFY(!issue->isVisible());
    QCOMPARE(open().worksheet().aws.accountId, u"123456789012"_s);
}

void TestRecords::aFindingLeadsToItsField()
{
    auto *findings = m_fixture->find<QAbstractItemView>(u"findingsView"_s);
    const QAbstractItemModel &model = *findings->model();
    QModelIndex wanted;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data().toString().startsWith(u"Project.SalesActivities"_s)
                && !wanted.isValid())
                wanted = model.index(row, 0, parent);
        }
    }
    QVERIFY(wanted.isValid());
    m_fixture->trigger(u"spendTabAction"_s);
    findings->setCurrentIndex(wanted);
    findings->setFocus();
    QTest::keyClick(findings, Qt::Key_Return);
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"fieldProjectSalesActivities"_s);
}

void TestRecords::thePagesFollowAfterARest()
{
    const auto *preview = m_fixture->find<ui::PagePreview>(u"preview"_s);
    auto *name = line(u"fieldCustomerAccountCompanyName"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Southwind"_s);
    QVERIFY(!preview->accessibleDescription().contains(u"Southwind"_s));
    QTRY_VERIFY(preview->accessibleDescription().contains(u"Southwind"_s));
    QCOMPARE(m_fixture->text(u"companyLabel"_s), u"Southwind"_s);
}

void TestRecords::historyComparesAnyTwoStates()
{
    open().edit(u"company/headcount"_s, u"30"_s);
    QVERIFY(open().flush());
    open().edit(u"company/city"_s, u"Tacoma"_s);
    QVERIFY(open().flush());
    m_fixture->trigger(u"historyTabAction"_s);
    const auto *list = m_fixture->find<QTableWidget>(u"revisionsTable"_s);
    const auto *changes = m_fixture->find<QTableWidget>(u"changesTable"_s);
    QCOMPARE(list->rowCount(), 3);
    QCOMPARE(changes->rowCount(), 1);
    QVERIFY(changes->item(0, 0)->text().endsWith(u"City"_s));
    QCOMPARE(changes->item(0, 2)->text(), u"Tacoma"_s);
    m_fixture->find<QComboBox>(u"againstCombo"_s)->setCurrentIndex(2);
    QCOMPARE(changes->rowCount(), 2);
    QCOMPARE(m_fixture->text(u"changesHeading"_s), u"Revision 1 to 3: 2 differences"_s);
}

void TestRecords::showingEmitsNoEdit()
{
    auto *records = m_fixture->find<QAbstractItemView>(u"recordsView"_s);
    const QSignalSpy changed(&open(), &session::CaseSession::changed);
    records->setCurrentIndex(records->model()->index(1, 0));
    records->setCurrentIndex(records->model()->index(0, 0));
    line(u"fieldProjectTitle"_s)->setFocus();
    records->setFocus();
    m_fixture->window->desk().reload();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(open().undoStack().count(), 0);
}

void TestRecords::noLineOfARecordIsDrawnOverAnother()
{
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, u"POC"_s, ui::RecordListModel::TitleRole);
    model.setData(index, u"Jan to Mar 2027"_s, ui::RecordListModel::WindowRole);
    model.setData(index, u"ACE record"_s, ui::RecordListModel::KindRole);
    const ui::RecordDelegate delegate;
    QStyleOptionViewItem option;
    option.font = m_fixture->find<QAbstractItemView>(u"recordsView"_s)->font();
    const QFontMetrics caption(ui::captionFont(option.font));
    const int both = caption.horizontalAdvance(u"Jan to Mar 2027"_s) + caption.horizontalAdvance(u"ACE record"_s)
                   + 3 * ui::kRowPadding;
    option.rect = QRect(0, 0, both, 100);
    const int wide = delegate.sizeHint(option, index).height();
    option.rect.setWidth(both - 1);
    QCOMPARE(delegate.sizeHint(option, index).height(), wide + caption.height());
}

void TestRecords::theFieldsHaveRoomInANarrowWindow()
{
    const auto *toFix = m_fixture->find<QDockWidget>(u"toFixDock"_s);
    const auto *preview = m_fixture->find<ui::PagePreview>(u"preview"_s);
    const auto *title = line(u"fieldProjectTitle"_s);
    QVERIFY(toFix->isVisible());
    m_fixture->window->resize(1440, 900);
    QTRY_VERIFY(!toFix->isVisible());
    QVERIFY(preview->isVisible());
    QTRY_VERIFY(title->width() > title->fontMetrics().averageCharWidth() * 30);

    // Asked for, it comes back over the pages; the fields keep their room.
    m_fixture->trigger(u"nextToFixAction"_s);
    QVERIFY(toFix->isVisible());
    QTRY_VERIFY(!preview->isVisible());
    QTRY_VERIFY(title->width() > title->fontMetrics().averageCharWidth() * 30);

    m_fixture->trigger(u"spendTabAction"_s);
    QVERIFY(toFix->isVisible());
    m_fixture->trigger(u"recordsTabAction"_s);
    QVERIFY(!toFix->isVisible());
    QTRY_VERIFY(preview->isVisible());
    m_fixture->window->resize(1600, 1000);
    QTRY_VERIFY(toFix->isVisible());
    QVERIFY(preview->isVisible());
}

QTEST_MAIN(TestRecords)
#include "tst_records.moc"
