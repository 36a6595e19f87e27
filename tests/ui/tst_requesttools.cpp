// Filing from the window: requests of anyone checked by channel, the kit of a record, the calculator's estimate reconciled.
#include "ui/requesttools.h"

#include "ui/estimatewindow.h"
#include "ui/fieldnote.h"
#include "ui/findingspane.h"
#include "ui/messagebar.h"
#include "ui/requestcheck.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QUndoStack>

using namespace tests;

class TestRequestTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theShownRecordIsCheckedByChannel();
    void theDefaultChannelIsRemembered();
    void theChannelOfTheFileHoldsEverywhere();
    void aDroppedRequestIsCheckedNotImported();
    void aFileThatIsNoRequestSaysSo();
    void aFileIsReadAgain();
    void theKitGoesIntoAFolder();
    void aCompanyWithoutANameHasNoKit();
    void anEstimateIsReconciledAndItsLinkTaken();

private:
    ui::RequestCheck *check() const { return m_fixture->window->findChild<ui::RequestCheck *>(u"requestCheck"_s); }
    template <class T>
    T *part(const QString &name) const
    {
        return check()->findChild<T *>(name);
    }
    QString summary() const { return part<QLabel>(u"requestSummary"_s)->text(); }
    QString written(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_fixture->path(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return file.fileName();
    }
    void checkFile(const QString &path) const
    {
        m_fixture->window->requests().setChooser([path](QWidget *) { return path; });
        m_fixture->trigger(u"checkFileAction"_s);
        QVERIFY(check());
    }
    void closeCheck() const
    {
        check()->close();
        QTRY_VERIFY(!check());
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestRequestTools::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->importSamples({u"series-a-rag-assistant"_s});
    m_fixture->trigger(u"recordsTabAction"_s);
}

void TestRequestTools::cleanup()
{
    m_fixture.reset();
}

void TestRequestTools::theShownRecordIsCheckedByChannel()
{
    m_fixture->trigger(u"checkRecordAction"_s);
    QVERIFY(check());
    QVERIFY2(summary().startsWith(u"Creation, API: AWS would take it"_s), qPrintable(summary()));
    QVERIFY(!part<QPushButton>(u"requestAgain"_s)->isEnabled()); // it is in no file
    auto *channel = part<QComboBox>(u"requestChannel"_s);
    channel->setCurrentIndex(channel->findData(u"bulk"_s));
    QVERIFY2(summary().startsWith(u"Creation, Bulk import: "_s) && summary().contains(u"would be refused"_s),
             qPrintable(summary()));
    const auto refused = std::ranges::find(check()->findings(), u"PrimaryNeedsFromAws"_s, &domain::Finding::field);
    QVERIFY(refused != check()->findings().end());
    QCOMPARE(refused->rule, u"ace/REQUIRED_FIELD_MISSING/required"_s);
    part<QComboBox>(u"requestOperation"_s)->setCurrentIndex(2);
    QVERIFY2(summary().startsWith(u"Update, Bulk import: "_s), qPrintable(summary()));
}

void TestRequestTools::theDefaultChannelIsRemembered()
{
    m_fixture->trigger(u"checkRecordAction"_s);
    auto *channel = part<QComboBox>(u"requestChannel"_s);
    QCOMPARE(channel->currentData().toString(), u"api"_s);
    QVERIFY(!part<QPushButton>(u"requestDefault"_s)->isEnabled());
    channel->setCurrentIndex(channel->findData(u"console"_s));
    QTest::mouseClick(part<QPushButton>(u"requestDefault"_s), Qt::LeftButton);
    QVERIFY(!part<QPushButton>(u"requestDefault"_s)->isEnabled());
    closeCheck();
    m_fixture->trigger(u"checkRecordAction"_s);
    QCOMPARE(part<QComboBox>(u"requestChannel"_s)->currentData().toString(), u"console"_s);
}

void TestRequestTools::theChannelOfTheFileHoldsEverywhere()
{
    auto *toFix = m_fixture->find<ui::FindingsPane>(u"findingsPane"_s);
    const auto missing = [this] {
        const auto findings = m_fixture->window->desk().shown()->findings;
        return std::ranges::count_if(findings, [](const domain::Finding &finding) {
            return finding.severity == domain::Severity::Error
                && finding.rule == u"ace/REQUIRED_FIELD_MISSING/required";
        });
    };
    QCOMPARE(missing(), 0);
    const QString before = toFix->title();
    domain::PartnerProfile profile = *m_fixture->window->desk().profile();
    profile.channel = u"bulk"_s;
    QVERIFY(m_fixture->window->desk().setProfile(profile));
    QVERIFY(missing() > 0);
    QVERIFY(toFix->title() != before);
    m_fixture->trigger(u"checkRecordAction"_s);
    QVERIFY2(summary().startsWith(u"Creation, Bulk import: "_s), qPrintable(summary()));
    // So does a window that opens the file before it has read its rules, as every start does.
    const QString path = m_fixture->window->desk().path();
    m_fixture->restart();
    m_fixture->window->desk().open(path);
    QTRY_VERIFY(m_fixture->window->desk().shown());
    QVERIFY(missing() > 0);
    m_fixture->show();
    toFix = m_fixture->find<ui::FindingsPane>(u"findingsPane"_s);
    profile.channel.clear();
    QVERIFY(m_fixture->window->desk().setProfile(profile));
    QCOMPARE(missing(), 0);
    QCOMPARE(toFix->title(), before);
}

void TestRequestTools::aDroppedRequestIsCheckedNotImported()
{
    const QString path =
        written(u"theirs.json"_s, R"({"Catalog": "AWS", "Identifier": "O12", "LastModifiedDate": "2026-11-20T10:00:00Z",
            "LifeCycle": {"Stage": "Qualifed"}})");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_fixture->window.get(), &enter);
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_fixture->window.get(), &drop);
    QVERIFY(check());
    QVERIFY2(summary().startsWith(u"Update, API: "_s), qPrintable(summary()));
    const auto stage = std::ranges::find(check()->findings(), u"LifeCycle.Stage"_s, &domain::Finding::field);
    QVERIFY(stage != check()->findings().end());
    QVERIFY2(stage->fix.contains(u"Qualified"_s), qPrintable(stage->fix));
    QCOMPARE(m_fixture->window->desk().cases().size(), std::size_t(1));
    // A worksheet is still a worksheet.
    QVERIFY(!ui::looksLikeRequest(contentOf(samplePath(u"pre-seed-agent"_s))));
    QVERIFY(!ui::looksLikeRequest("[]") && !ui::looksLikeRequest("{") && !ui::looksLikeRequest("{\"a\": 1}"));
}

void TestRequestTools::aFileThatIsNoRequestSaysSo()
{
    checkFile(written(u"broken.json"_s, "{\"Catalog\": "));
    QVERIFY2(summary().startsWith(u"This is no JSON: "_s), qPrintable(summary()));
    closeCheck();
    checkFile(m_fixture->path(u"missing.json"_s));
    QVERIFY2(summary().startsWith(u"The file cannot be read: "_s), qPrintable(summary()));
    closeCheck();
    checkFile(written(u"list.json"_s, "[]"));
    QVERIFY2(summary().contains(u"1 value would be refused"_s), qPrintable(summary()));
}

void TestRequestTools::aFileIsReadAgain()
{
    const QString path = written(u"mine.json"_s, R"({"Catalog": "Aws", "ClientToken": "t"})");
    checkFile(path);
    const std::size_t before = check()->findings().size();
    written(u"mine.json"_s, R"({"Catalog": "AWS", "ClientToken": "t"})");
    QTest::mouseClick(part<QPushButton>(u"requestAgain"_s), Qt::LeftButton);
    QCOMPARE(check()->findings().size(), before - 1);
}

void TestRequestTools::theKitGoesIntoAFolder()
{
    QDir().mkpath(m_fixture->path(u"kit"_s));
    m_fixture->prompter.folder = m_fixture->path(u"kit"_s);
    const QSignalSpy exported(&m_fixture->window->desk(), &session::Desk::exported);
    m_fixture->trigger(u"exportKitAction"_s);
    QCOMPARE(exported.size(), 1);
    const QStringList names = QDir(m_fixture->path(u"kit"_s)).entryList(QDir::Files);
    QCOMPARE(names.size(), 9);
    QVERIFY(names.contains(u"northwind-support-software-bedrock-poc.commands.sh"_s));
    // A second time it asks before it replaces anything.
    m_fixture->trigger(u"exportKitAction"_s);
    QCOMPARE(m_fixture->prompter.askedReplace.size(), 9);
    QCOMPARE(exported.size(), 1);
}

void TestRequestTools::aCompanyWithoutANameHasNoKit()
{
    QDir().mkpath(m_fixture->path(u"kit"_s));
    m_fixture->prompter.folder = m_fixture->path(u"kit"_s);
    m_fixture->window->desk().openCase()->edit(u"company/name"_s, QString());
    m_fixture->trigger(u"exportKitAction"_s);
    QVERIFY(QDir(m_fixture->path(u"kit"_s)).isEmpty());
    const QString said = m_fixture->find<ui::MessageBar>(u"messageBar"_s)->text();
    QVERIFY2(said.contains(u"company/name"_s), qPrintable(said));
}

void TestRequestTools::anEstimateIsReconciledAndItsLinkTaken()
{
    m_fixture->trigger(u"recipeAction"_s);
    auto *window = m_fixture->window->findChild<ui::EstimateWindow *>(u"estimateWindow"_s);
    QVERIFY(window);
    QVERIFY(window->findChild<QPlainTextEdit *>(u"estimateSteps"_s)->toPlainText().contains(u"USD 13237.83"_s));
    auto *link = window->findChild<QLineEdit *>(u"estimateLink"_s);
    auto *total = window->findChild<QLineEdit *>(u"estimateTotal"_s);
    auto *take = window->findChild<QPushButton *>(u"estimateTake"_s);
    QVERIFY(!take->isEnabled());
    const QString start = u"https://calculator.aws/#/estimate?id="_s;
    const QString id(40, u'a');
    link->setText(u"https://pricing.calculator.aws.eu/#/estimate?id="_s + id);
    QVERIFY(take->isEnabled());
    for (const QString &wrong :
         QStringList{u"http"_s + start.mid(5) + id, start, start + id.toUpper(), start + id + u"&x=1"_s, QString()}) {
        link->setText(wrong);
        QVERIFY2(!take->isEnabled(), qPrintable(wrong));
    }
    link->setText(u"https://calculator.aws/#/estimate"_s);
    QVERIFY(!take->isEnabled());
    QVERIFY(window->findChild<ui::FieldNote *>(u"estimateLinkState"_s)->message().startsWith(u"ACE does not take"_s));
    const QString sound = u"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef"_s;
    link->setText(sound);
    total->setText(u"$13,000"_s);
    const auto *state = window->findChild<ui::FieldNote *>(u"estimateTotalState"_s);
    QVERIFY2(state->message().startsWith(u"The estimate is $237.83 below"_s), qPrintable(state->message()));
    for (const QString &wrong : {u"-5"_s, u"1.234,56"_s, u"13237.833"_s, u"NaN"_s}) {
        total->setText(wrong);
        QVERIFY2(state->message().startsWith(u"This is no amount"_s), qPrintable(wrong));
    }
    total->setText(u"13237.83"_s);
    QVERIFY2(state->message().startsWith(u"The estimate's total is the amount"_s), qPrintable(state->message()));
    QTest::mouseClick(take, Qt::LeftButton);
    session::CaseSession &session = *m_fixture->window->desk().openCase();
    QCOMPARE(session.text(u"records/bedrock-poc/estimationUrl"_s), sound);
    session.undoStack().undo();
    QCOMPARE(session.text(u"records/bedrock-poc/estimationUrl"_s), QString());
}

QTEST_MAIN(TestRequestTools)
#include "tst_requesttools.moc"
