// Worksheets that must be refused, each for one reason: the problem, the place, what was met and what is allowed.
#include "support/cputime.h"
#include "worksheetfile/reader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::InputError;
using domain::InputProblem;

namespace {

/// A small good worksheet; every test changes one thing of it.
constexpr auto kGood = R"({
  "format": "briefstack-worksheet",
  "version": 1,
  "company": {"name": "Northwind", "headcount": 24},
  "aws": {"accountId": "111122223333", "monthlySpendUsd": "7000"},
  "useCases": [
    {"id": "assistant", "title": "Assistant", "startsOn": "2027-01-04",
     "workloads": [
       {"id": "answers", "model": "m", "requestsPerDay": 5000, "inputTokens": 4000, "outputTokens": 600,
        "cachedPrefixTokens": 1000, "cacheHitRate": "0.5", "daysPerMonth": "22", "fromMonth": 2, "toMonth": 9,
        "steps": [{"month": 3, "multiplier": "3"}, {"month": 6, "multiplier": "2"}],
        "range": {"requestsPerDay": [3500, 8000], "inputTokens": [3000, 5500]}},
       {"id": "batch", "users": 10, "actionsPerUserPerDay": "2.5"}],
     "services": [{"id": "search", "service": "Amazon OpenSearch Serverless", "quantity": "1460", "item": "i"}]},
    {"id": "second"}],
  "footprint": [{"service": "Amazon EC2", "monthlyUsd": "2200"}, {"service": "Amazon S3", "fromMonth": 4}],
  "funding": {"months": 12, "fullVolumeMonth": 12,
    "pools": [{"programme": "bedrock-poc", "useCases": ["assistant"], "fromMonth": 1},
              {"id": "growth", "programme": "activate-portfolio"}]},
  "records": [{"pool": "bedrock-poc", "title": "POC"}, {"pool": "growth"}],
  "partner": {"solutionIds": ["S-1"]},
  "facts": {"company/headcount": {"status": "stated", "note": "call"}}
})";

InputError errorOf(const QByteArray &bytes)
{
    const auto worksheet = worksheetfile::read(bytes);
    return worksheet ? InputError{InputProblem::Unreadable, u"accepted"_s, {}, {}} : worksheet.error();
}

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = kGood;
    Q_ASSERT(text.count(from) == 1);
    return text.replace(from, to);
}

} // namespace

class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWorksheetThatIsChangedIsGood()
    {
        const auto worksheet = worksheetfile::read(kGood);
        QVERIFY2(worksheet, worksheet ? "" : qPrintable(worksheet.error().path));
    }

    void refusesWithPlaceValueAndWhatIsAllowed_data();
    void refusesWithPlaceValueAndWhatIsAllowed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(InputProblem, problem);
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, allowed);
        QCOMPARE(QByteArray(kGood).count(from), 1);
        const InputError error = errorOf(changed(from, to));
        QCOMPARE(error.path, path);
        QVERIFY2(error.problem == problem, qPrintable(QString::number(int(error.problem))));
        QVERIFY2(error.value.contains(value), qPrintable(error.value));
        QVERIFY2(error.allowed.contains(allowed), qPrintable(error.allowed));
    }

    void acceptsWhatIsUnusualButAllowed_data();
    void acceptsWhatIsUnusualButAllowed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QCOMPARE(QByteArray(kGood).count(from), 1);
        const InputError error = errorOf(changed(from, to));
        QVERIFY2(error.path == u"accepted"_s, qPrintable(QString(error.path + u": "_s + error.allowed)));
    }

    void aFileThatIsNoWorksheetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<InputProblem>("problem");
        const auto row = [](const char *name, const QByteArray &bytes, InputProblem problem) {
            QTest::newRow(name) << bytes << problem;
        };
        row("empty", "", InputProblem::NotJson);
        row("blank", "\n", InputProblem::NotJson);
        row("text", "Dear partner, attached is our worksheet.", InputProblem::NotJson);
        row("a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", InputProblem::NotUtf8);
        row("a database", QByteArray("SQLite format 3\0", 16), InputProblem::NotUtf8);
        row("Latin-1", changed("Northwind", "Caf\xe9"), InputProblem::NotUtf8);
        row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), InputProblem::NotUtf8);
        row("NUL in a text", changed("Northwind", "North\\u0000wind"), InputProblem::NotUtf8);
        row("half a surrogate", changed("Northwind", "\\ud83d"), InputProblem::NotUtf8);
        row("a list", "[]", InputProblem::WrongType);
        row("null", "null", InputProblem::WrongType);
        row("nothing in it", "{}", InputProblem::MissingKey);
        row("two worksheets", QByteArray(kGood) + kGood, InputProblem::NotJson);
        row("too large", QByteArray(kGood) + QByteArray(4 * 1024 * 1024, ' '), InputProblem::TooLarge);
        row("five megabytes", QByteArray(5 * 1024 * 1024, 'x'), InputProblem::TooLarge);
        row("10,000 brackets", QByteArray(10'000, '['), InputProblem::TooDeep);
        row("10,000 objects", QByteArray("{\"company\":").repeated(10'000), InputProblem::TooDeep);
    }
    void aFileThatIsNoWorksheetIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(InputProblem, problem);
        const support::CpuTime time;
        QCOMPARE(errorOf(bytes).problem, problem);
        QVERIFY(time.milliseconds() < support::kAboutASecond);
    }

    void aFileCutShortIsRefusedWhereverItEnds()
    {
        const QByteArray good = kGood;
        for (qsizetype length = 0; length < good.size(); length += 7) {
            const InputError error = errorOf(good.first(length));
            QCOMPARE(error.problem, InputProblem::NotJson);
            QVERIFY2(error.allowed.startsWith(u"line "_s), qPrintable(error.allowed));
        }
    }

    void exactlyFourMebibytesAreRead()
    {
        const QByteArray good = kGood;
        const support::CpuTime time;
        QCOMPARE(errorOf(good + QByteArray(4 * 1024 * 1024 - good.size(), ' ')).path, u"accepted"_s);
        QVERIFY(time.milliseconds() < support::kAboutASecond);
    }

    void everyListHasItsOwnLimit()
    {
        QByteArray many = "[";
        for (int i = 0; i < 20; ++i)
            many += "{\"id\": \"x" + QByteArray::number(i) + "\"},";
        QCOMPARE(errorOf(changed("{\"id\": \"second\"}", many.mid(1).chopped(1))).path,
                 u"useCases"_s); // 21 with the first
        const QByteArray pool = "{\"programme\": \"bedrock-poc\"},";
        QCOMPARE(errorOf(changed("\"pools\": [", "\"pools\": [" + pool.repeated(9))).path, u"funding.pools"_s);
        QCOMPARE(errorOf(changed("\"pools\": [", "\"pools\": [" + pool.repeated(8))).path, u"accepted"_s);
    }
};

void TestRefusals::refusesWithPlaceValueAndWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<InputProblem>("problem");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("allowed");
    const auto row = [](const char *name, const char *from, const char *to, InputProblem problem, const QString &path,
                        const QString &value, const QString &allowed) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << problem << path << value << allowed;
    };
    const QString answers = u"useCases[0].workloads[0]."_s;
    // The document
    row("another format", "briefstack-worksheet", "briefstack-projection", InputProblem::NotOneOf, u"format"_s,
        u"briefstack-projection"_s, u"briefstack-worksheet"_s);
    row("no format", "\"format\": \"briefstack-worksheet\",", "", InputProblem::MissingKey, u"format"_s, {}, {});
    row("version 2", "\"version\": 1", "\"version\": 2", InputProblem::UnsupportedVersion, u"version"_s, u"2"_s,
        u"1"_s);
    row("version 2 with keys of its own", "\"version\": 1", "\"version\": 2, \"teams\": []",
        InputProblem::UnsupportedVersion, u"version"_s, u"2"_s, u"1"_s);
    row("version as text", "\"version\": 1", "\"version\": \"1\"", InputProblem::UnsupportedVersion, u"version"_s,
        u"\"1\""_s, u"1"_s);
    row("version 1.0", "\"version\": 1", "\"version\": 1.0", InputProblem::UnsupportedVersion, u"version"_s, u"1.0"_s,
        {});
    row("no version", "\"version\": 1,", "", InputProblem::MissingKey, u"version"_s, {}, {});
    row("no company", "\"company\": {\"name\": \"Northwind\", \"headcount\": 24},", "", InputProblem::MissingKey,
        u"company"_s, {}, {});
    row("no company name", "\"name\": \"Northwind\", ", "", InputProblem::MissingKey, u"company.name"_s, {}, {});
    row("an empty company name", "\"Northwind\"", "\"\"", InputProblem::WrongLength, u"company.name"_s, {},
        u"1 to 120"_s);
    // Keys
    row("an unknown key", "\"headcount\"", "\"headcout\"", InputProblem::UnknownKey, u"company.headcout"_s,
        u"headcout"_s, u"headcount, "_s);
    row("an unknown key, deep", "\"multiplier\": \"2\"", "\"multiplier\": \"2\", \"x\": 1", InputProblem::UnknownKey,
        answers + u"steps[1].x"_s, u"x"_s, u"month"_s);
    row("a key twice", "\"headcount\": 24", "\"headcount\": 24, \"headcount\": 24", InputProblem::DuplicateKey,
        u"company.headcount"_s, u"headcount"_s, {});
    row("a key twice, deep", "\"month\": 6", "\"month\": 6, \"month\": 7", InputProblem::DuplicateKey,
        answers + u"steps[1].month"_s, u"month"_s, {});
    // Ids
    row("a use case twice", "\"id\": \"second\"", "\"id\": \"assistant\"", InputProblem::DuplicateId,
        u"useCases[1].id"_s, u"assistant"_s, {});
    row("a workload twice", "\"id\": \"batch\"", "\"id\": \"answers\"", InputProblem::DuplicateId,
        u"useCases[0].workloads[1].id"_s, u"answers"_s, {});
    row("a workload twice in two use cases", "{\"id\": \"second\"}",
        "{\"id\": \"second\", \"workloads\": [{\"id\": \"answers\"}]}", InputProblem::DuplicateId,
        u"useCases[1].workloads[0].id"_s, u"answers"_s, {});
    row("a service named like a workload", "\"id\": \"search\"", "\"id\": \"batch\"", InputProblem::DuplicateId,
        u"useCases[0].services[0].id"_s, u"batch"_s, {});
    row("a footprint service named like a supporting one", "{\"service\": \"Amazon EC2\"",
        "{\"id\": \"search\", \"service\": \"Amazon EC2\"", InputProblem::DuplicateId, u"footprint[0].id"_s,
        u"search"_s, {});
    row("a pool twice", "\"programme\": \"bedrock-poc\"", "\"id\": \"growth\", \"programme\": \"bedrock-poc\"",
        InputProblem::DuplicateId, u"funding.pools[1].id"_s, u"growth"_s, {});
    row("a pool called held", "\"growth\", \"programme\"", "\"held\", \"programme\"", InputProblem::WrongForm,
        u"funding.pools[1].id"_s, u"held"_s, {});
    row("a pool called customer", "\"growth\", \"programme\"", "\"customer\", \"programme\"", InputProblem::WrongForm,
        u"funding.pools[1].id"_s, u"customer"_s, {});
    row("a pool called notEligible", "\"growth\", \"programme\"", "\"notEligible\", \"programme\"",
        InputProblem::WrongForm, u"funding.pools[1].id"_s, u"notEligible"_s, u"a-z"_s);
    row("a program called customer", "\"programme\": \"bedrock-poc\"", "\"programme\": \"customer\"",
        InputProblem::WrongForm, u"funding.pools[0].id"_s, u"customer"_s, {});
    row("an id with a capital", "\"id\": \"second\"", "\"id\": \"Second\"", InputProblem::WrongForm,
        u"useCases[1].id"_s, u"Second"_s, u"a-z"_s);
    row("no id of a use case", "{\"id\": \"second\"}", "{}", InputProblem::MissingKey, u"useCases[1].id"_s, u"id"_s,
        {});
    row("no id of a workload", "\"id\": \"batch\", ", "", InputProblem::MissingKey, u"useCases[0].workloads[1].id"_s,
        u"id"_s, {});
    row("no service", "\"service\": \"Amazon EC2\", ", "", InputProblem::MissingKey, u"footprint[0].service"_s,
        u"service"_s, {});
    row("no program", "\"programme\": \"bedrock-poc\", ", "", InputProblem::MissingKey, u"funding.pools[0].programme"_s,
        u"programme"_s, {});
    // Counts are whole numbers
    row("negative", "\"requestsPerDay\": 5000", "\"requestsPerDay\": -1", InputProblem::OutOfRange,
        answers + u"requestsPerDay"_s, u"-1"_s, u"0 to 1000000000"_s);
    row("too many", "\"requestsPerDay\": 5000", "\"requestsPerDay\": 1000000001", InputProblem::OutOfRange,
        answers + u"requestsPerDay"_s, u"1000000001"_s, u"0 to 1000000000"_s);
    row("more than 64 bits", "\"requestsPerDay\": 5000", "\"requestsPerDay\": 99999999999999999999",
        InputProblem::OutOfRange, answers + u"requestsPerDay"_s, u"99999999999999999999"_s, u"1000000000"_s);
    row("with a point", "\"requestsPerDay\": 5000", "\"requestsPerDay\": 5000.0", InputProblem::WrongType,
        answers + u"requestsPerDay"_s, u"5000.0"_s, u"a whole number"_s);
    row("with an exponent", "\"requestsPerDay\": 5000", "\"requestsPerDay\": 1e3", InputProblem::WrongType,
        answers + u"requestsPerDay"_s, u"1e3"_s, u"a whole number"_s);
    row("with a zero in front", "\"requestsPerDay\": 5000", "\"requestsPerDay\": 05000", InputProblem::NotJson,
        answers + u"requestsPerDay"_s, {}, u"line 9, "_s);
    row("beyond every number", "\"requestsPerDay\": 5000", "\"requestsPerDay\": 1e999", InputProblem::NotJson,
        answers + u"requestsPerDay"_s, u"1e999"_s, u"line 9, "_s);
    row("as text", "\"requestsPerDay\": 5000", "\"requestsPerDay\": \"5000\"", InputProblem::WrongType,
        answers + u"requestsPerDay"_s, u"\"5000\""_s, u"a whole number"_s);
    row("null", "\"headcount\": 24", "\"headcount\": null", InputProblem::WrongType, u"company.headcount"_s, u"null"_s,
        u"1 to 10000000"_s);
    row("a headcount of 0", "\"headcount\": 24", "\"headcount\": 0", InputProblem::OutOfRange, u"company.headcount"_s,
        u"0"_s, u"1 to 10000000"_s);
    // Shares and money are texts
    row("a share over 1", "\"0.5\"", "\"1.000001\"", InputProblem::OutOfRange, answers + u"cacheHitRate"_s,
        u"1.000001"_s, u"0 to 1"_s);
    row("a negative share", "\"0.5\"", "\"-0.1\"", InputProblem::OutOfRange, answers + u"cacheHitRate"_s, u"-0.1"_s,
        u"0 to 1"_s);
    row("a share as number", "\"0.5\"", "0.5", InputProblem::WrongType, answers + u"cacheHitRate"_s, u"0.5"_s,
        u"as text"_s);
    row("a share as whole number", "\"0.5\"", "1", InputProblem::WrongType, answers + u"cacheHitRate"_s, u"1"_s,
        u"as text"_s);
    row("seven decimals", "\"0.5\"", "\"0.1234567\"", InputProblem::WrongForm, answers + u"cacheHitRate"_s,
        u"0.1234567"_s, u"6 decimals"_s);
    row("a zero in front", "\"0.5\"", "\"01\"", InputProblem::WrongForm, answers + u"cacheHitRate"_s, u"01"_s, {});
    row("a plus sign", "\"0.5\"", "\"+1\"", InputProblem::WrongForm, answers + u"cacheHitRate"_s, u"+1"_s, {});
    row("nothing before the point", "\"0.5\"", "\".5\"", InputProblem::WrongForm, answers + u"cacheHitRate"_s, u".5"_s,
        {});
    row("nothing after the point", "\"0.5\"", "\"1.\"", InputProblem::WrongForm, answers + u"cacheHitRate"_s, u"1."_s,
        {});
    row("percent", "\"0.5\"", "\"50%\"", InputProblem::WrongForm, answers + u"cacheHitRate"_s, u"50%"_s, {});
    row("no days a month", "\"22\"", "\"0\"", InputProblem::OutOfRange, answers + u"daysPerMonth"_s, u"0"_s,
        u"more than 0 to 31"_s);
    row("32 days a month", "\"22\"", "\"31.000001\"", InputProblem::OutOfRange, answers + u"daysPerMonth"_s, {},
        u"31"_s);
    row("three decimals of a dollar", "\"7000\"", "\"7000.001\"", InputProblem::WrongForm, u"aws.monthlySpendUsd"_s,
        u"7000.001"_s, u"2 decimals"_s);
    row("money as number", "\"7000\"", "7000", InputProblem::WrongType, u"aws.monthlySpendUsd"_s, u"7000"_s,
        u"as text"_s);
    row("a negative bill", "\"7000\"", "\"-0.01\"", InputProblem::OutOfRange, u"aws.monthlySpendUsd"_s, u"-0.01"_s,
        u"0.00"_s);
    row("over a trillion dollars", "\"7000\"", "\"1000000000000.01\"", InputProblem::OutOfRange,
        u"aws.monthlySpendUsd"_s, u"1000000000000.01"_s, u"1000000000000.00"_s);
    // Forms
    row("11 digits", "111122223333", "11112222333", InputProblem::WrongForm, u"aws.accountId"_s, u"11112222333"_s,
        u"12 digits"_s);
    row("an account as number", "\"111122223333\"", "111122223333", InputProblem::WrongType, u"aws.accountId"_s,
        u"111122223333"_s, u"a text"_s);
    row("a day that does not exist", "2027-01-04", "2027-02-29", InputProblem::WrongForm, u"useCases[0].startsOn"_s,
        u"2027-02-29"_s, u"YYYY-MM-DD"_s);
    row("an unknown status", "\"stated\"", "\"certain\"", InputProblem::NotOneOf, u"facts.company/headcount.status"_s,
        u"certain"_s, u"stated, implied, assumed, unknown"_s);
    row("121 signs", "\"Assistant\"",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaa"
        "\"",
        InputProblem::WrongLength, u"useCases[0].title"_s, u"1"_s, u"1 to 120"_s);
    // Facts that exclude each other
    row("an upside-down range", "[3500, 8000]", "[8000, 3500]", InputProblem::Contradiction,
        answers + u"range.requestsPerDay"_s, u"8000"_s, {});
    row("a range of one", "[3500, 8000]", "[3500]", InputProblem::WrongLength, answers + u"range.requestsPerDay"_s, {},
        u"2"_s);
    row("a range with a float", "[3500, 8000]", "[3500, 8000.0]", InputProblem::WrongType,
        answers + u"range.requestsPerDay[1]"_s, u"8000.0"_s, u"a whole number"_s);
    row("the end before the start", "\"fromMonth\": 2", "\"fromMonth\": 10", InputProblem::Contradiction,
        answers + u"fromMonth"_s, u"10"_s, {});
    row("the end of a service before its start", "\"fromMonth\": 4", "\"fromMonth\": 4, \"toMonth\": 3",
        InputProblem::Contradiction, u"footprint[1].fromMonth"_s, u"4"_s, {});
    row("requests and users", "\"users\": 10", "\"users\": 10, \"requestsPerDay\": 5", InputProblem::Contradiction,
        u"useCases[0].workloads[1].users"_s, {}, {});
    row("item and amount", "\"item\": \"i\"", "\"item\": \"i\", \"monthlyUsd\": \"5\"", InputProblem::Contradiction,
        u"useCases[0].services[0].monthlyUsd"_s, {}, {});
    row("a prefix longer than the input", "\"cachedPrefixTokens\": 1000", "\"cachedPrefixTokens\": 4001",
        InputProblem::OutOfRange, answers + u"cachedPrefixTokens"_s, u"4001"_s, u"4000"_s);
    row("two steps in a month", "\"month\": 6", "\"month\": 3", InputProblem::DuplicateId,
        answers + u"steps[1].month"_s, u"3"_s, {});
    row("both keys of solutions", "\"solutionIds\": [\"S-1\"]", "\"solutionIds\": [\"S-1\"], \"solutionId\": \"S-2\"",
        InputProblem::Contradiction, u"partner.solutionId"_s, {}, u"solutionIds"_s);
    // References
    row("a pool for no use case", "[\"assistant\"]", "[\"assistant\", \"assistent\"]", InputProblem::UnknownReference,
        u"funding.pools[0].useCases[1]"_s, u"assistent"_s, u"assistant, second"_s);
    row("a record of no pool", "\"pool\": \"growth\"", "\"pool\": \"activate-portfolio\"",
        InputProblem::UnknownReference, u"records[1].pool"_s, u"activate-portfolio"_s, u"bedrock-poc, growth"_s);
    row("two records of a pool", "\"pool\": \"growth\"", "\"pool\": \"bedrock-poc\"", InputProblem::DuplicateId,
        u"records[1].pool"_s, u"bedrock-poc"_s, {});
    row("a full month beyond the projection", "\"fullVolumeMonth\": 12", "\"fullVolumeMonth\": 13",
        InputProblem::OutOfRange, u"funding.fullVolumeMonth"_s, u"13"_s, u"1 to 12"_s);
    row("a pool that starts beyond the projection", "\"fromMonth\": 1}", "\"fromMonth\": 13}", InputProblem::OutOfRange,
        u"funding.pools[0].fromMonth"_s, u"13"_s, u"1 to 12"_s);
    row("a month beyond 36", "\"months\": 12", "\"months\": 37", InputProblem::OutOfRange, u"funding.months"_s, u"37"_s,
        u"1 to 36"_s);
}

void TestRefusals::acceptsWhatIsUnusualButAllowed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("a model nobody knows is for the projection to refuse", "\"model\": \"m\"", "\"model\": \"gpt\"");
    row("neither of two alternatives", "\"item\": \"i\"", "\"creditEligible\": true");
    row("users without actions", "\"users\": 10, \"actionsPerUserPerDay\": \"2.5\"", "\"users\": 10");
    row("actions without users", "\"users\": 10, ", "");
    row("a fact about nothing", "\"company/headcount\"", "\"company/turnover\"");
    row("a fact without a path", "\"company/headcount\"", "\"\"");
    row("a start beyond the projection without an end", "\"fromMonth\": 4", "\"fromMonth\": 36");
    row("an end beyond the projection", "\"toMonth\": 9", "\"toMonth\": 36");
    row("a step beyond the projection", "\"month\": 6", "\"month\": 36");
    row("start and end in one month", "\"fromMonth\": 2", "\"fromMonth\": 9");
    row("a range of one value", "[3500, 8000]", "[3500, 3500]");
    row("no decimals at all", "\"0.5\"", "\"0\"");
    row("a minus before zero", "\"0.5\"", "\"-0\"");
    row("six zeros", "\"0.5\"", "\"1.000000\"");
    row("an empty account", "\"111122223333\"", "\"\"");
    row("one solution as text", "\"solutionIds\": [\"S-1\"]", "\"solutionId\": \"S-1\"");
    row("a prefix as long as the input", "\"cachedPrefixTokens\": 1000", "\"cachedPrefixTokens\": 4000");
    row("a prefix of an input that is not known yet", "\"users\": 10", "\"users\": 10, \"cachedPrefixTokens\": 9");
    row("a use case named like a workload", "\"id\": \"second\"", "\"id\": \"answers\"");
    row("a pool that names a use case twice", "[\"assistant\"]", "[\"assistant\", \"assistant\"]");
    row("signs that are no characters", "\"Northwind\"", "\"North\\uffffwind\\ufffe\"");
    row("markup", "\"Northwind\"", "\"<img src=x onerror=alert(1)>\"");
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
