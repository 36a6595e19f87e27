// The reviewer's view from a person's side: four checks with their evidence, what is open, what is unknown, and the way
// to each field.
#include "ui/reviewview.h"

#include "ui/reviewcases.h"
#include "ui/reviewmodel.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace tests;
using ui::ReviewModel;
using ui::ReviewView;

class TestReviewView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ui::applyTheme(*qApp, ui::Appearance::Light);
        m_view = std::make_unique<ReviewView>();
        m_view->resize(1000, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void showsTheFourChecksInOrder()
    {
        showCase([](domain::Worksheet &) {});
        QStringList titles;
        for (int row = 0; row < model()->rowCount(); ++row) {
            titles.append(model()->index(row, 0).data().toString());
            QVERIFY(tree()->isExpanded(model()->index(row, 0)));
        }
        QCOMPARE(
            titles,
            (QStringList{u"A real company with a real use case"_s, u"It will consume AWS services in volume"_s,
                         u"The spend is plausible for the stage"_s, u"The partner has a credible filing record"_s}));
        // A verdict is told in words, not by its icon alone.
        QCOMPARE(model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"A real company with a real use case: Holds"_s);
        QCOMPARE(model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 u"It will consume AWS services in volume: Weak"_s);
    }

    void evidenceSaysHowWellItIsKnown()
    {
        showCase([](domain::Worksheet &) {});
        const QModelIndex answers = itemStarting(u"Assistant answers on Claude"_s);
        QVERIFY(answers.isValid());
        const QModelIndex requests = model()->index(0, 0, answers);
        QCOMPARE(requests.data().toString(), u"5,000 requests a day"_s);
        QCOMPARE(requests.data(ReviewModel::CaptionRole).toString(),
                 u"Implied: 5,000 answers a day in the design-partner logs"_s);
    }

    void enterGoesToTheField()
    {
        showCase([](domain::Worksheet &worksheet) { worksheet.company.website.clear(); });
        QSignalSpy asked(m_view.get(), &ReviewView::fieldRequested);
        tree()->setCurrentIndex(itemStarting(u"The reviewer cannot look the company up"_s));
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"company/website"_s);
        // A row without a field opens instead.
        tree()->setCurrentIndex(model()->index(1, 0));
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!tree()->isExpanded(model()->index(1, 0)));
    }

    void readyIsTickedByTheProgram()
    {
        showCase([](domain::Worksheet &) {});
        auto *ready = m_view->findChild<QListWidget *>(u"readyList"_s);
        QCOMPARE(m_view->findChild<QLabel *>(u"readyTitle"_s)->text(), u"Ready to file: 1 open"_s);
        QListWidgetItem *facts = ready->item(0);
        QCOMPARE(facts->checkState(), Qt::Checked);
        QVERIFY(!facts->flags().testFlag(Qt::ItemIsUserCheckable));
        QListWidgetItem *fields = nullptr;
        for (int row = 0; row < ready->count(); ++row)
            fields = ready->item(row)->checkState() == Qt::Unchecked ? ready->item(row) : fields;
        QVERIFY(fields);
        QCOMPARE(fields->text(), u"Each record has the fields that a submission needs"_s);
        QVERIFY(fields->data(ReviewModel::CaptionRole).toString().startsWith(u"Project.DeliveryModels is missing"));
        QSignalSpy asked(m_view.get(), &ReviewView::fieldRequested);
        ready->setCurrentItem(fields);
        ready->setFocus();
        QTest::keyClick(ready, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked[0][0].toString().startsWith(u"records/bedrock-poc/"));
    }

    void listsWhatNobodyKnows()
    {
        showCase([](domain::Worksheet &worksheet) {
            worksheet.company.headcount.reset();
            worksheet.useCases.front().whyNow.clear();
        });
        auto *unknown = m_view->findChild<QListWidget *>(u"unknownList"_s);
        QCOMPARE(m_view->findChild<QLabel *>(u"unknownTitle"_s)->text(), u"Still unknown: 2 facts"_s);
        QCOMPARE(unknown->count(), 2);
        QCOMPARE(unknown->item(0)->text(), u"The company's headcount is missing."_s);
        QVERIFY(unknown->item(0)->data(ReviewModel::CaptionRole).toString().startsWith(u"Ask how many"));
        showCase([](domain::Worksheet &) {});
        QCOMPARE(m_view->findChild<QLabel *>(u"unknownTitle"_s)->text(), u"Nothing is unknown"_s);
        QVERIFY(!unknown->isVisible());
    }

    void draftIsOfferedInTheWizardOnly()
    {
        auto *draft = m_view->findChild<QPushButton *>(u"draftButton"_s);
        QVERIFY(!draft->isVisible());
        m_view->setDraftVisible(true);
        QVERIFY(draft->isVisible());
        QVERIFY(!draft->isEnabled()); // no case
        showCase([](domain::Worksheet &) {});
        QSignalSpy asked(m_view.get(), &ReviewView::draftRequested);
        QTest::mouseClick(draft, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void staysWhereOneIsWhileTheCaseChanges()
    {
        showCase([](domain::Worksheet &) {});
        const QModelIndex answers = itemStarting(u"Assistant answers on Claude"_s);
        tree()->expand(answers);
        tree()->setCurrentIndex(answers);
        QSignalSpy asked(m_view.get(), &ReviewView::fieldRequested);
        showCase([](domain::Worksheet &worksheet) { worksheet.company.headcount = 25; });
        QCOMPARE(asked.size(), 0); // showing asks for nothing
        QVERIFY(tree()->currentIndex().data().toString().startsWith(u"Assistant answers on Claude"));
        QVERIFY(tree()->isExpanded(tree()->currentIndex()));
    }

    void userTextIsPaintedAsText()
    {
        showCase([](domain::Worksheet &worksheet) {
            worksheet.company.name = u"<b>Acme</b> & Sons"_s;
            worksheet.partner.name = u"<img src=x>"_s;
        });
        QCOMPARE(model()->index(0, 0, itemStarting(u"The reviewer can look"_s)).data().toString(),
                 u"<b>Acme</b> & Sons"_s);
        QVERIFY(itemStarting(u"<img src=x> may file"_s).isValid());
    }

    void rowsFitTheirText()
    {
        showCase([](domain::Worksheet &) {});
        for (const int width : {520, 1000}) {
            m_view->resize(width, 700);
            QCoreApplication::processEvents();
            const QModelIndex row = itemStarting(u"Month 1 is"_s);
            QVERIFY(tree()->visualRect(row).height() >= tree()->fontMetrics().height());
            QVERIFY(tree()->visualRect(row).right() <= tree()->viewport()->width());
        }
    }

private:
    void showCase(const Change &change)
    {
        const session::CaseViewPointer view = viewOf(changedSample(change));
        m_view->showCase(view, shippedData(), view->findings);
    }
    QTreeView *tree() const { return m_view->findChild<QTreeView *>(u"reviewTree"_s); }
    QAbstractItemModel *model() const { return tree()->model(); }
    QModelIndex itemStarting(const QString &text) const
    {
        for (int check = 0; check < model()->rowCount(); ++check) {
            const QModelIndex parent = model()->index(check, 0);
            for (int row = 0; row < model()->rowCount(parent); ++row) {
                const QModelIndex item = model()->index(row, 0, parent);
                if (item.data().toString().startsWith(text))
                    return item;
            }
        }
        return {};
    }

    std::unique_ptr<ReviewView> m_view;
};

QTEST_MAIN(TestReviewView)
#include "tst_reviewview.moc"
