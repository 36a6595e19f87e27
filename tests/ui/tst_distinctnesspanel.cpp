// The distinctness panel from a person's side: what is marked, what Next does, what the proposed wording asks for.
#include "ui/distinctnesspanel.h"

#include "ui/reviewcases.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace tests;
using ui::DistinctnessPanel;

namespace {

template <class T>
T *child(const QWidget &panel, const QString &name)
{
    return panel.findChild<T *>(name);
}

/// The marked passages of a text, the current one with a star before it.
QStringList marksOf(const DistinctnessPanel &panel, const QString &name)
{
    QStringList marks;
    for (const QTextEdit::ExtraSelection &mark : child<QPlainTextEdit>(panel, name)->extraSelections()) {
        const bool isCurrent = mark.format.underlineStyle() == QTextCharFormat::SingleUnderline;
        marks.append((isCurrent ? u"*"_s : QString()) + mark.cursor.selectedText().left(24));
    }
    return marks;
}

} // namespace

class TestDistinctnessPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ui::applyTheme(*qApp, ui::Appearance::Light);
        m_panel = std::make_unique<DistinctnessPanel>();
        m_panel->resize(1000, 220);
    }
    void cleanup() { m_panel.reset(); }

    void aDistinctStackSaysSo()
    {
        showCase([](domain::Worksheet &) {}, 0);
        QVERIFY(!m_panel->isHidden());
        QCOMPARE(label(u"distinctnessState"_s), u"Nothing shared with Activate Portfolio"_s);
        QVERIFY(label(u"distinctnessDifference"_s).startsWith(u"Bedrock POC is for the proof of concept"));
        QVERIFY(marksOf(*m_panel, u"distinctnessFirst"_s).isEmpty());
        QVERIFY(child<QPushButton>(*m_panel, u"nextSharedButton"_s)->isHidden());
        QVERIFY(child<QPushButton>(*m_panel, u"applyRewriteButton"_s)->isHidden());
        QVERIFY(child<QComboBox>(*m_panel, u"distinctnessSibling"_s)->isHidden());
    }

    void sharedSentencesAreMarkedInBothTexts()
    {
        showCase(copyProofOfConcept, 0);
        QCOMPARE(label(u"distinctnessState"_s), u"3 sentences shared with Activate Portfolio"_s);
        QCOMPARE(label(u"distinctnessFirstName"_s), u"Bedrock POC, business problem"_s);
        QCOMPARE(label(u"distinctnessSecondName"_s), u"Activate Portfolio, business problem"_s);
        const QStringList marks{u"*Support agents answer th"_s, u"The Bedrock line grew fr"_s};
        QCOMPARE(marksOf(*m_panel, u"distinctnessFirst"_s), marks);
        QCOMPARE(marksOf(*m_panel, u"distinctnessSecond"_s), marks);
        // Seen from the other record the texts change sides.
        m_panel->setRecord(1);
        QCOMPARE(label(u"distinctnessState"_s), u"3 sentences shared with Bedrock POC"_s);
        QCOMPARE(label(u"distinctnessFirstName"_s), u"Activate Portfolio, business problem"_s);
        QVERIFY(child<QPlainTextEdit>(*m_panel, u"distinctnessFirst"_s)->toPlainText().startsWith(u"24 people"));
    }

    void nextGoesThroughAllSharedSentences()
    {
        showCase(copyProofOfConcept, 0);
        auto *next = child<QPushButton>(*m_panel, u"nextSharedButton"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(marksOf(*m_panel, u"distinctnessFirst"_s),
                 (QStringList{u"Support agents answer th"_s, u"*The Bedrock line grew fr"_s}));
        QTest::keyClick(next, Qt::Key_Space);
        QCOMPARE(label(u"distinctnessFirstName"_s), u"Bedrock POC, scope"_s);
        QCOMPARE(marksOf(*m_panel, u"distinctnessSecond"_s).size(), 1);
        QVERIFY(child<QPlainTextEdit>(*m_panel, u"distinctnessFirst"_s)
                    ->accessibleDescription()
                    .startsWith(u"Shared sentence 3 of 3: English documentation"));
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(marksOf(*m_panel, u"distinctnessFirst"_s).first(), u"*Support agents answer th"_s);
    }

    void theProposedWordingIsAskedForOnce()
    {
        showCase(copyProofOfConcept, 1);
        QSignalSpy asked(m_panel.get(), &DistinctnessPanel::rewriteRequested);
        auto *apply = child<QPushButton>(*m_panel, u"applyRewriteButton"_s);
        QVERIFY(!apply->isHidden());
        QVERIFY(!apply->isEnabled()); // nothing to write to
        m_panel->setEditable(true);
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"Reword Activate Portfolio"_s);
        const auto after = asked[0][1].value<domain::Worksheet>();
        QVERIFY(after.records.front().problem.startsWith(u"From April 12, 2027"));
        QVERIFY(after.records.front().problem.contains(u"24 people, Series A, one product."_s));
        QCOMPARE(after.records.front().scope, QString());
        // What comes of it is distinct.
        showCase([&after](domain::Worksheet &worksheet) { worksheet = after; }, 1);
        QCOMPARE(label(u"distinctnessState"_s), u"Nothing shared with Bedrock POC"_s);
        QCOMPARE(asked.size(), 1); // showing asks for nothing
    }

    void textIsText()
    {
        showCase(
            [](domain::Worksheet &worksheet) {
                worksheet.useCases.front().whyNow = u"<b>Bold</b> claims & <img src=x> images stand in the text now."_s;
                copyProofOfConcept(worksheet);
            },
            0);
        QVERIFY(child<QPlainTextEdit>(*m_panel, u"distinctnessFirst"_s)
                    ->toPlainText()
                    .contains(u"<b>Bold</b> claims & <img src=x> images"_s));
        QVERIFY(!child<QPushButton>(*m_panel, u"applyRewriteButton"_s)->toolTip().contains(u"<img"_s));
    }

    void aRecordWithoutASiblingHasNoPanel()
    {
        showCase([](domain::Worksheet &worksheet) { worksheet.funding.pools.pop_back(); }, 0);
        QVERIFY(m_panel->isHidden());
        m_panel->clear();
        QVERIFY(m_panel->isHidden());
    }

    void foldsToItsState()
    {
        showCase(copyProofOfConcept, 0);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        auto *fold = child<QToolButton>(*m_panel, u"distinctnessFold"_s);
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY(m_panel->isFolded());
        QVERIFY(!child<QPlainTextEdit>(*m_panel, u"distinctnessFirst"_s)->isVisible());
        QCOMPARE(m_panel->pane(), fold);
        QVERIFY(child<QLabel>(*m_panel, u"distinctnessState"_s)->isVisible());
        m_panel->showNext(); // opens it again
        QVERIFY(child<QPlainTextEdit>(*m_panel, u"distinctnessFirst"_s)->isVisible());
    }

    void darkAndLightMarkWithALineAndATint()
    {
        for (const ui::Appearance appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::applyTheme(*qApp, appearance);
            showCase(copyProofOfConcept, 0);
            const auto marks = child<QPlainTextEdit>(*m_panel, u"distinctnessFirst"_s)->extraSelections();
            QVERIFY(marks.first().format.underlineStyle() != QTextCharFormat::NoUnderline);
            QCOMPARE(marks.first().format.underlineColor(), ui::markColor(m_panel->palette(), ui::Mark::Weak));
        }
    }

    /// In the window: the panel stands below the records and follows the current one.
    void standsInTheRecordsTab()
    {
        WindowFixture fixture;
        fixture.show();
        const QString file = fixture.path(u"copied.worksheet.json"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(worksheetfile::write(changedSample(copyProofOfConcept)));
        out.close();
        fixture.prompter.newFile = fixture.path(u"cases.briefstack"_s);
        fixture.trigger(u"newCaseFileAction"_s);
        fixture.window->desk().importWorksheets({file});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window->desk().shown() != nullptr, 30'000);
        fixture.trigger(u"recordsTabAction"_s);
        QCOMPARE(fixture.text(u"distinctnessState"_s), u"3 sentences shared with Activate Portfolio"_s);
        auto *list = fixture.find<QAbstractItemView>(u"recordsView"_s);
        list->setCurrentIndex(list->model()->index(1, 0));
        QCOMPARE(fixture.text(u"distinctnessState"_s), u"3 sentences shared with Bedrock POC"_s);
    }

private:
    void showCase(const Change &change, int record)
    {
        m_panel->showCase(viewOf(changedSample(change)), shippedData());
        m_panel->setRecord(record);
    }
    QString label(const QString &name) const { return child<QLabel>(*m_panel, name)->text(); }

    std::unique_ptr<DistinctnessPanel> m_panel;
};

QTEST_MAIN(TestDistinctnessPanel)
#include "tst_distinctnesspanel.moc"
