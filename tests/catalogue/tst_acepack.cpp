// The ACE pack that ships with the program is whole and sourced, and a damaged one is refused with the place.
#include "review/acerequests.h"

#include <QSet>
#include <QTest>

using catalogue::AceOperation;
using catalogue::AceType;
using domain::InputProblem;
using namespace acerequests;

namespace {

/// The smallest pack that can be read.
const char *const kSmall = R"({"format": "briefstack-ace-pack", "version": 1, "id": "small", "channel": "api",
 "asOf": "2026-08-04", "sources": {"schema": "Service model of 2026-08-04"},
 "vocabularies": [{"name": "Stage", "values": ["Prospect", "Qualified"], "source": "schema", "asOf": "2026-08-04"}],
 "fields": [
  {"path": "LifeCycle", "type": "object", "operations": ["create"], "source": "schema", "asOf": "2026-08-04"},
  {"path": "LifeCycle.Stage", "type": "text", "operations": ["create"], "vocabulary": "Stage", "source": "schema",
   "asOf": "2026-08-04"}],
 "strays": [],
 "rules": [{"id": "stage", "fields": ["LifeCycle.Stage"], "operations": ["create"], "binds": "filing",
   "severity": "error", "check": {"kind": "required"}, "message": "Missing", "fix": "Add it.", "evidence": "schema",
   "source": "schema", "asOf": "2026-08-04"}],
 "postalCodes": [],
 "products": {"source": "schema", "asOf": "2026-08-04", "list": [{"code": "AmazonBedrock", "name": "Amazon Bedrock",
   "family": "AI/ML"}]}})";

const catalogue::AcePack &shipped()
{
    static const catalogue::AcePack kPack = shippedPack();
    return kPack;
}

} // namespace

class AcePackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedPackHasWhatTheApiTakes();
    void everyEntryNamesSourceAndDate();
    void everyVocabularyIsUsed();
    void productsAreFoundByCodeAndCloseNames();
    void postalFormatsTakeTheCodesOfTheirCountries_data();
    void postalFormatsTakeTheCodesOfTheirCountries();
    void theSmallestPackIsRead();
    void aDamagedPackIsRefused_data();
    void aDamagedPackIsRefused();
};

void AcePackTest::theShippedPackHasWhatTheApiTakes()
{
    const catalogue::AcePack &pack = shipped();
    QCOMPARE(pack.channel, u"api"_s);
    QCOMPARE(pack.fields.size(), std::size_t(105));
    QCOMPARE(pack.products.size(), std::size_t(522));
    QCOMPARE(pack.vocabulary(u"Industry"_s)->values.size(), 28);
    QCOMPARE(pack.vocabulary(u"CountryCode"_s)->values.size(), 249);
    QCOMPARE(pack.vocabulary(u"UsStateOrRegion"_s)->values.size(), 62);
    QCOMPARE(pack.vocabulary(u"CustomerUseCase"_s)->values.size(), 39);
    QCOMPARE(pack.field(u"Project.Title"_s)->most, 255);
    QCOMPARE(pack.field(u"Project.CustomerBusinessProblem"_s)->least, 20);
    QCOMPARE(pack.field(u"Project.ExpectedCustomerSpend"_s)->type, AceType::List);
    QVERIFY(!pack.field(u"ClientToken"_s)->operations.has(AceOperation::Update));
    QVERIFY(!pack.field(u"Identifier"_s)->operations.has(AceOperation::Create));
    QCOMPARE(pack.tree(AceOperation::Create).size(), std::size_t(94)); // the 93 fields of the model and the request
    QCOMPARE(pack.tree(AceOperation::Update).size(), std::size_t(83));
    QCOMPARE(pack.tree(AceOperation::Submit).size(), std::size_t(11));
    QVERIFY(pack.field(u"AwsSubmission.InvolvementType"_s)->operations.submit);
    QVERIFY(pack.field(u"RelatedEntityIdentifiers.Solutions"_s)->operations.stored);
}

void AcePackTest::everyEntryNamesSourceAndDate()
{
    const catalogue::AcePack &pack = shipped();
    const auto isSourced = [&pack](const auto &entry) {
        return pack.sources.contains(entry.source) && entry.asOf.startsWith(u"202"_s);
    };
    QVERIFY(std::all_of(pack.fields.begin(), pack.fields.end(), isSourced));
    QVERIFY(std::all_of(pack.rules.begin(), pack.rules.end(), isSourced));
    QVERIFY(std::all_of(pack.vocabularies.begin(), pack.vocabularies.end(), isSourced));
    QVERIFY(std::all_of(pack.postalFormats.begin(), pack.postalFormats.end(), isSourced));
    QVERIFY(pack.sources.contains(pack.productsSource) && !pack.productsAsOf.isEmpty());
}

void AcePackTest::everyVocabularyIsUsed()
{
    const catalogue::AcePack &pack = shipped();
    QSet<QString> unused(pack.vocabularies.keyBegin(), pack.vocabularies.keyEnd());
    for (const catalogue::AceField &field : pack.fields)
        unused.remove(field.vocabulary);
    for (const catalogue::AceRule &rule : pack.rules) {
        unused.remove(rule.check.vocabulary);
        unused.remove(rule.when.vocabulary);
        for (const catalogue::AceCondition &part : rule.when.parts)
            unused.remove(part.vocabulary);
    }
    QVERIFY2(unused.isEmpty(), qPrintable(QStringList(unused.values()).join(u' ')));
}

void AcePackTest::productsAreFoundByCodeAndCloseNames()
{
    const catalogue::AcePack &pack = shipped();
    QCOMPARE(pack.product(u"AmazonBedrock"_s)->name, u"Amazon Bedrock"_s);
    QVERIFY(!pack.product(u"amazonbedrock"_s));
    QVERIFY(pack.closeProducts(u"Amazon Bedrok"_s).contains(u"AmazonBedrock"_s));
    QVERIFY(pack.closeProducts(u"Something else entirely"_s).isEmpty());
}

void AcePackTest::postalFormatsTakeTheCodesOfTheirCountries_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("taken");
    const auto row = [](const QString &country, const QString &code, bool taken) {
        QTest::addRow("%s %s", qPrintable(country), qPrintable(code)) << country << code << taken;
    };
    row(u"US"_s, u"98101"_s, true);
    row(u"US"_s, u"98101-1234"_s, true);
    row(u"US"_s, u"9810"_s, false);
    row(u"US"_s, u"98101\n"_s, false);
    row(u"CA"_s, u"K1A 0B1"_s, true);
    row(u"CA"_s, u"K1A-0B1"_s, false);
    for (const QString &code :
         {u"M1 1AE"_s, u"B33 8TH"_s, u"CR2 6XH"_s, u"DN55 1PT"_s, u"W1A 0AX"_s, u"EC1A 1BB"_s, u"SW1A1AA"_s})
        row(u"GB"_s, code, true);
    row(u"GB"_s, u"1SW A1A"_s, false);
    row(u"NL"_s, u"1012 AB"_s, true);
    row(u"BN"_s, u"BS8811"_s, true);
    row(u"SZ"_s, u"H100"_s, true);
    row(u"SE"_s, u"SE-11455"_s, true);
    row(u"LT"_s, u"LT-01100"_s, true);
    row(u"MC"_s, u"98000"_s, true);
    row(u"PT"_s, u"1000-001"_s, true);
}

void AcePackTest::postalFormatsTakeTheCodesOfTheirCountries()
{
    QFETCH(QString, country);
    QFETCH(QString, code);
    QFETCH(bool, taken);
    const catalogue::AcePack &pack = shipped();
    QCOMPARE(pack.postalFormat(country)->pattern.match(code).hasMatch(), taken);
}

void AcePackTest::theSmallestPackIsRead()
{
    const auto pack = catalogue::readAcePack(QByteArray(kSmall));
    QVERIFY2(pack, pack ? "" : qPrintable(pack.error().path + u' ' + pack.error().value));
    QCOMPARE(pack->tree(AceOperation::Create).size(), std::size_t(3));
    QCOMPARE(pack->tree(AceOperation::Update).size(), std::size_t(1));
}

void AcePackTest::aDamagedPackIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const char *from, const char *to, InputProblem problem) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << static_cast<int>(problem);
    };
    row("cut short", "\"family\"", "", InputProblem::NotJson);
    row("another format", "briefstack-ace-pack", "briefstack-rate-book", InputProblem::NotOneOf);
    row("a later version", "\"version\": 1", "\"version\": 2", InputProblem::OutOfRange);
    row("an unknown channel", "\"api\"", "\"fax\"", InputProblem::NotOneOf);
    row("an unknown key", "\"strays\": []", "\"strays\": [], \"more\": 1", InputProblem::UnknownKey);
    row("a missing list", "\"strays\": [],", "", InputProblem::MissingKey);
    row("a field twice", "\"LifeCycle.Stage\", \"type\"", "\"LifeCycle\", \"type\"", InputProblem::DuplicateId);
    row("a field without its holder", "\"path\": \"LifeCycle\"", "\"path\": \"Life\"", InputProblem::UnknownReference);
    row("a holder that is a text", "\"type\": \"object\"", "\"type\": \"text\"", InputProblem::UnknownReference);
    row("a field beyond its holder", "\"text\", \"operations\": [\"create\"]", "\"text\", \"operations\": [\"update\"]",
        InputProblem::Contradiction);
    row("no operation", "\"object\", \"operations\": [\"create\"]", "\"object\", \"operations\": []",
        InputProblem::MissingKey);
    row("an unknown operation", "\"object\", \"operations\": [\"create\"]", "\"object\", \"operations\": [\"delete\"]",
        InputProblem::NotOneOf);
    row("an unknown vocabulary", "\"vocabulary\": \"Stage\"", "\"vocabulary\": \"Stages\"",
        InputProblem::UnknownReference);
    row("a required field that nobody says how to fill", "\"vocabulary\": \"Stage\"",
        "\"required\": \"filing\", \"vocabulary\": \"Stage\"", InputProblem::MissingKey);
    row("an unknown source", "\"evidence\": \"schema\",\n   \"source\": \"schema\"",
        "\"evidence\": \"schema\",\n   \"source\": \"hearsay\"", InputProblem::UnknownReference);
    row("a rule on an unknown field", "\"fields\": [\"LifeCycle.Stage\"]", "\"fields\": [\"LifeCycle.Stages\"]",
        InputProblem::UnknownReference);
    row("a rule on no field", "\"fields\": [\"LifeCycle.Stage\"]", "\"fields\": []", InputProblem::WrongLength);
    row("an unknown check", "\"kind\": \"required\"", "\"kind\": \"wished\"", InputProblem::NotOneOf);
    row("a check with too much", "\"kind\": \"required\"", "\"kind\": \"required\", \"values\": []",
        InputProblem::UnknownKey);
    row("a pattern that does not compile", "\"kind\": \"required\"", "\"kind\": \"pattern\", \"pattern\": \"(\"",
        InputProblem::WrongForm);
    row("a condition on an unknown field", "\"check\"",
        "\"when\": {\"field\": \"Stage\", \"is\": \"present\"}, \"check\"", InputProblem::UnknownReference);
    row("a nested condition on an unknown vocabulary", "\"check\"",
        "\"when\": {\"all\": [{\"not\": {\"field\": \"LifeCycle.Stage\", \"inVocabulary\": \"Nothing\"}}]}, \"check\"",
        InputProblem::UnknownReference);
    row("an unknown code", "\"check\"", "\"code\": \"NO_WAY\", \"check\"", InputProblem::NotOneOf);
}

void AcePackTest::aDamagedPackIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, problem);
    QByteArray bytes(kSmall);
    QVERIFY2(bytes.contains(from), "the damage does not apply");
    if (to.isEmpty() && problem == static_cast<int>(InputProblem::NotJson))
        bytes.truncate(bytes.indexOf(from));
    else
        bytes.replace(from, to);
    const auto pack = catalogue::readAcePack(bytes);
    QVERIFY(!pack);
    QCOMPARE(static_cast<int>(pack.error().problem), problem);
}

QTEST_GUILESS_MAIN(AcePackTest)
#include "tst_acepack.moc"
