// Bulk import and console ask other things than the API: each rule that is theirs, on a request that passes without it.
#include "catalogue/acechannel.h"
#include "review/acechecks.h"

#include <QFile>
#include <QTest>

using namespace acerequests;

namespace {

QByteArray channelBytes(const QString &name)
{
    QFile file(support::sourcePath(u"resources/ace/%1-channel.json"_s.arg(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const catalogue::AcePack &channel(const QString &name)
{
    static QHash<QString, catalogue::AcePack> packs;
    if (!packs.contains(name))
        packs.insert(name, catalogue::readAceChannel(pack(), channelBytes(name)).value());
    return *packs.constFind(name);
}

} // namespace

class TestAceChannels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoundRequestPassesEveryChannel();
    void channelsRefuseWhatTheApiTakes_data();
    void channelsRefuseWhatTheApiTakes();
    void theApisOwnWordsAreNotQuotedForAnotherLimit();
    void aFileThatIsWrongInOneThingIsRefused_data();
    void aFileThatIsWrongInOneThingIsRefused();
};

void TestAceChannels::aSoundRequestPassesEveryChannel()
{
    for (const QString &name : {u"bulk"_s, u"console"_s}) {
        QCOMPARE(channel(name).channel, name);
        const domain::Findings findings =
            review::preflight(createRequest(), channel(name), review::Operation::Create, kToday);
        for (const domain::Finding &finding : findings)
            QVERIFY2(finding.severity == domain::Severity::Advice, qPrintable(listed(findings)));
    }
}

void TestAceChannels::channelsRefuseWhatTheApiTakes_data()
{
    QTest::addColumn<QString>("channelName");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value"); ///< JSON; empty: the key is taken out
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const char *path, const QByteArray &value, const char *what) {
        const QString text = QString::fromLatin1(name);
        QTest::newRow(name) << text.section(u' ', 0, 0) << QString::fromLatin1(path) << value
                            << QString::fromLatin1(what);
    };
    const QByteArray title61 = '"' + QByteArray(61, 't') + '"';
    const QByteArray name81 = '"' + QByteArray(81, 'n') + '"';
    row("bulk title of 61", "Project.Title", title61, "length");
    row("console title of 61", "Project.Title", title61, "length");
    row("bulk company of 81", "Customer.Account.CompanyName", name81, "length");
    row("console company of 81", "Customer.Account.CompanyName", name81, "length");
    row("bulk without needs", "PrimaryNeedsFromAws", {}, "required");
    row("bulk without use case", "Project.CustomerUseCase", {}, "required");
    row("bulk without delivery model", "Project.DeliveryModels", {}, "required");
    row("bulk without sales activities", "Project.SalesActivities", {}, "bulk-sales-activities");
    row("bulk in euros", "Project.ExpectedCustomerSpend[0].CurrencyCode", "\"EUR\"", "bulk-usd");
    row("bulk website in .co", "Customer.Account.WebsiteUrl", "\"https://northwind.co\"", "bulk-website-co");
    row("bulk without postal code", "Customer.Account.Address.PostalCode", {}, "bulk-postal");
    row("bulk government", "Customer.Account.Industry", "\"Government\"", "bulk-natsec");
    row("console government", "Customer.Account.Industry", "\"Government\"", "console-natsec");
    row("console three of the team", "OpportunityTeam",
        R"([{"Email": "a@b.example"}, {"Email": "c@b.example"}, {"Email": "d@b.example"}])", "items");
}

void TestAceChannels::channelsRefuseWhatTheApiTakes()
{
    QFETCH(const QString, channelName);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, what);
    json::Value request = createRequest();
    edit(request, path, value);
    const auto errors = [&request](const catalogue::AcePack &rules) {
        domain::Findings findings = review::preflight(request, rules, review::Operation::Create, kToday);
        std::erase_if(findings, [](const domain::Finding &f) { return f.severity != domain::Severity::Error; });
        return findings;
    };
    QVERIFY2(errors(pack()).empty(), qPrintable(listed(errors(pack()))));
    const domain::Findings found = errors(channel(channelName));
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(whatOf(found.front()), what);
    QVERIFY(!found.front().fix.isEmpty());
}

void TestAceChannels::theApisOwnWordsAreNotQuotedForAnotherLimit()
{
    json::Value request = createRequest();
    edit(request, u"Project.Title"_s, '"' + QByteArray(61, 't') + '"');
    const domain::Findings findings =
        review::preflight(request, channel(u"console"_s), review::Operation::Create, kToday);
    const domain::Finding *finding = find(findings, u"length"_s, u"Project.Title"_s);
    QVERIFY2(finding, qPrintable(listed(findings)));
    QVERIFY2(finding->message.contains(u"60"_s) && !finding->message.contains(u"255"_s), qPrintable(finding->message));
}

void TestAceChannels::aFileThatIsWrongInOneThingIsRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("unknown field") << QByteArray("\"path\": \"Project.Title\"")
                                   << QByteArray("\"path\": \"Project.Heading\"");
    QTest::newRow("unknown source") << QByteArray("\"source\": \"bulk-template\"")
                                    << QByteArray("\"source\": \"hearsay\"");
    QTest::newRow("another channel") << QByteArray("\"channel\": \"bulk\"") << QByteArray("\"channel\": \"fax\"");
    QTest::newRow("extends nothing") << QByteArray("\"extends\": \"api\"") << QByteArray("\"extends\": \"s3\"");
    QTest::newRow("a rule of the API") << QByteArray("\"id\": \"bulk-usd\"")
                                       << QByteArray("\"id\": \"spend-currency\"");
    QTest::newRow("a field in a rule") << QByteArray("[\"NationalSecurity\"]") << QByteArray("[\"Secret\"]");
    QTest::newRow("cut short") << QByteArray("]}\n") << QByteArray("]\n");
}

void TestAceChannels::aFileThatIsWrongInOneThingIsRefused()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray sound = channelBytes(u"bulk"_s);
    QVERIFY(catalogue::readAceChannel(pack(), sound));
    QByteArray wrong = sound;
    wrong.replace(before, after);
    QVERIFY(wrong != sound);
    QVERIFY(!catalogue::readAceChannel(pack(), wrong));
}

QTEST_GUILESS_MAIN(TestAceChannels)
#include "tst_acechannels.moc"
