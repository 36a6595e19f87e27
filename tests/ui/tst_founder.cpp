// The founder in the window: the mail that asks for what is missing, the worksheet that goes out, the answer that comes back
// and is taken over field by field as one undo step.
#include "ui/windowfixture.h"

#include "drafting/founderworksheet.h"
#include "founderform/answers.h"
#include "ui/answerdialog.h"
#include "ui/comparisonview.h"
#include "ui/messagebar.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUndoStack>

using namespace tests;
using support::answeredField;

namespace {

const QString kRequests = u"useCases/support-assistant/workloads/answers/requestsPerDay"_s;

} // namespace

class TestFounder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->show();
        m_fixture->importSamples({u"series-a-rag-assistant"_s});
        QTRY_VERIFY(!desk().isBusy());
    }
    void cleanup() { m_fixture.reset(); }

    void theMailAsksForWhatIsUnknown()
    {
        open().edit(u"company/headcount"_s, {});
        domain::Worksheet sheet = open().worksheet();
        sheet.facts[u"useCases/support-assistant/workloads/answers/cacheHitRate"_s] = {domain::FactStatus::Unknown, {}};
        QVERIFY(open().replace(u"unknown"_s, sheet));
        m_fixture->trigger(u"followUpAction"_s);
        auto *text = m_fixture->find<QPlainTextEdit>(u"followUpText"_s);
        QVERIFY(text->isVisible());
        QVERIFY(text->toPlainText().contains(u"How many people work there?"_s));
        QVERIFY(text->toPlainText().contains(u"Cache hit rate?"_s));
        QVERIFY(text->toPlainText().contains(u"Requests a day: 5,000 requests per day"_s)); // assumed
        text->appendPlainText(u"PS: see you on Monday"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>(u"followUpCopy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"see you on Monday"_s));
    }

    void theMailIsSavedWithTheWorksheetInIt()
    {
        m_fixture->trigger(u"followUpAction"_s);
        m_fixture->find<QLineEdit>(u"followUpTo"_s)->setText(u"a@example.com, Bcc: b@example.com"_s);
        m_fixture->prompter.pdf = m_fixture->path(u"mail.eml"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>(u"followUpMail"_s), Qt::LeftButton);
        QVERIFY(m_fixture->prompter.suggested.endsWith(u"northwind-support-software-follow-up.eml"_s));
        const QByteArray mail = contentOf(m_fixture->path(u"mail.eml"_s));
        QVERIFY(mail.startsWith("To: a@example.com\r\n"));
        QVERIFY(!mail.contains("Bcc"));
        QVERIFY(mail.contains("filename=\"northwind-support-software-worksheet-form.html\""));
        m_fixture->prompter.pdf = m_fixture->path(u"form.csv"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>(u"followUpSpreadsheet"_s), Qt::LeftButton);
        QVERIFY(contentOf(m_fixture->path(u"form.csv"_s)).contains("company/headcount"));
    }

    void theFormThatGoesOutSaysWhichCaseItIs()
    {
        m_fixture->prompter.pdf = m_fixture->path(u"form.html"_s);
        m_fixture->trigger(u"founderFormAction"_s);
        const QByteArray page = contentOf(m_fixture->path(u"form.html"_s));
        QVERIFY(page.contains(open().caseId().toUtf8()));
        QVERIFY(page.contains(drafting::worksheetDigest(open().worksheet()).toUtf8()));
    }

    void whatIsChosenIsTakenOverAsOneStep()
    {
        importAnswer({answeredField(kRequests, 5000, 8000), answeredField(u"company/headcount"_s, 24, 30)});
        auto *take = m_fixture->find<QPushButton>(u"answerTake"_s);
        QVERIFY(!take->isEnabled()); // nothing is chosen by itself
        QVERIFY(m_fixture->text(u"answerAbout"_s).contains(u"Ada Reyes"_s));
        QVERIFY(m_fixture->text(u"answerAbout"_s).contains(u"still to come"_s)); // November 27, read on the 22nd
        const domain::Worksheet before = open().worksheet();
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier); // what does not conflict
        QVERIFY(take->isEnabled());
        QTest::mouseClick(take, Qt::LeftButton);
        QCOMPARE(open().worksheet().company.headcount, 30);
        QCOMPARE(open().worksheet().useCases[0].workloads[0].requestsPerDay, 8000);
        const domain::Fact fact = open().worksheet().facts.at(u"company/headcount"_s);
        QCOMPARE(fact.status, domain::FactStatus::Stated);
        QVERIFY(fact.note.contains(u"2026-11-27, Ada Reyes"_s));
        open().undoStack().undo();
        QCOMPARE(open().worksheet(), before);
    }

    void aConflictStaysUntilSomebodyChose()
    {
        const QJsonObject answer =
            answerObject({answeredField(kRequests, 5000, 8000), answeredField(u"company/headcount"_s, 24, 30)});
        open().edit(u"company/headcount"_s, u"26"_s);
        importAnswer(answer);
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_fixture->find<QPushButton>(u"answerTake"_s)->isEnabled());
        QTest::keyClick(list(), Qt::Key_F8);
        QTest::keyClick(list(), Qt::Key_Left); // this case's value
        QVERIFY(m_fixture->find<QPushButton>(u"answerTake"_s)->isEnabled());
        QTest::mouseClick(m_fixture->find<QPushButton>(u"answerTake"_s), Qt::LeftButton);
        QCOMPARE(open().worksheet().company.headcount, 26);
        QCOMPARE(open().worksheet().useCases[0].workloads[0].requestsPerDay, 8000);
    }

    void aModelOfNobodyIsRefusedInTheDialog()
    {
        const QString model = u"useCases/support-assistant/workloads/answers/model"_s;
        const domain::Worksheet before = open().worksheet();
        importAnswer(QJsonArray{answeredField(model, before.useCases[0].workloads[0].model, u"<b>Clod</b>"_s)});
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        QTest::mouseClick(m_fixture->find<QPushButton>(u"answerTake"_s), Qt::LeftButton);
        QVERIFY(m_fixture->text(u"answerRefusal"_s).contains(u"is not in the rate book"_s));
        QCOMPARE(open().worksheet(), before);
    }

    void hostileFilesChangeNothingAndSayWhy_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        QTest::newRow("a script") << QByteArray("<script>alert(1)</script>") << u"is not valid JSON"_s;
        QTest::newRow("too large") << QByteArray(3 * 1024 * 1024, 'x') << u"larger than the 1 MiB"_s;
        QTest::newRow("another case") << support::bytesOf(support::answerObject()) << u"does not have it"_s;
        QTest::newRow("a worksheet") << contentOf(samplePath(u"pre-seed-agent"_s)) << u"is not one of"_s;
    }

    void hostileFilesChangeNothingAndSayWhy()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, why);
        const domain::Worksheet before = open().worksheet();
        write(file);
        m_fixture->prompter.founderAnswer = m_fixture->path(u"answer.json"_s);
        m_fixture->trigger(u"importAnswerAction"_s);
        const QString said = m_fixture->find<ui::MessageBar>(u"messageBar"_s)->text();
        QVERIFY2(said.contains(why), qPrintable(said));
        QVERIFY(!m_fixture->window->findChild<ui::AnswerDialog *>());
        QCOMPARE(open().worksheet(), before);
    }

private:
    session::Desk &desk() const { return m_fixture->window->desk(); }
    session::CaseSession &open() const { return *desk().openCase(); }
    QAbstractItemView *list() const { return m_fixture->find<ui::ComparisonView>({})->list(); }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_fixture->path(u"answer.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QJsonObject answerObject(const QJsonArray &answers) const
    {
        desk().flush();
        QJsonObject answer = support::answerObject(answers);
        answer.insert(u"caseId"_s, open().caseId());
        answer.insert(u"revision"_s, open().summary().revision);
        answer.insert(u"worksheet"_s, drafting::worksheetDigest(open().worksheet()));
        return answer;
    }
    void importAnswer(const QJsonObject &answer)
    {
        write(support::bytesOf(answer));
        m_fixture->prompter.founderAnswer = m_fixture->path(u"answer.json"_s);
        m_fixture->trigger(u"importAnswerAction"_s);
        QVERIFY(m_fixture->window->findChild<ui::AnswerDialog *>());
    }
    void importAnswer(const QJsonArray &answers) { importAnswer(answerObject(answers)); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestFounder)
#include "tst_founder.moc"
