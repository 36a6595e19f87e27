// Reading one object of a fixed form: each key asked for once, the first problem kept, with its path.
#include "domain/money.h"
#include "json/objectreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::InputError;
using domain::InputProblem;
using json::ObjectReader;

namespace {

/// What reading all of a small form says about a text; Unreadable when nothing.
InputError read(const QByteArray &text)
{
    const auto root = json::parse(text);
    if (!root)
        return {InputProblem::NotJson, u"the test's own text"_s, {}, {}};
    json::Problem problem;
    ObjectReader object(*root, {}, problem);
    object.text("name"_L1);
    object.optionalText("note"_L1);
    object.oneOf("colour"_L1, {u"red"_s, u"green"_s});
    object.integer("count"_L1, 1, 10);
    object.optionalInteger("limit"_L1, 0, 5);
    object.boolean("on"_L1);
    object.date("day"_L1);
    object.optionalDate("end"_L1);
    object.texts("words"_L1);
    object.optionalDecimal<domain::Money>("amount"_L1, &domain::Money::parse, u"dollars"_s);
    object.objects("parts"_L1, [](ObjectReader &part) { part.integer("size"_L1, 0, 9); });
    object.object(
        "inner"_L1, [](ObjectReader &inner) { inner.text("x"_L1); }, false);
    object.textMembers("free"_L1, [](const QString &, const QString &) {});
    object.finish();
    return problem.error.value_or(InputError{InputProblem::Unreadable, {}, {}, {}});
}

constexpr auto kGood = R"({"name": "n", "note": "", "colour": "red", "count": 10, "limit": 0, "on": false,
"day": "2026-11-22", "end": "2026-11-23", "words": ["a"], "amount": "1.50", "parts": [{"size": 1}, {"size": 2}],
"inner": {"x": "y"}, "free": {"k": "v", "l": "w"}})";

} // namespace

class TestObjectReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsTheForm() { QCOMPARE(read(kGood).problem, InputProblem::Unreadable); }

    void refusesEverythingElseWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<InputProblem>("problem");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *from, const char *to, InputProblem problem, const QString &path) {
            QTest::addRow("%s to %s", from, to) << QByteArray(from) << QByteArray(to) << problem << path;
        };
        row("\"name\": \"n\"", "\"nam\": \"n\"", InputProblem::MissingKey, u"name"_s);
        row("\"n\",", "1,", InputProblem::WrongType, u"name"_s);
        row("\"n\",", "null,", InputProblem::WrongType, u"name"_s);
        row("\"note\": \"\"", "\"note\": []", InputProblem::WrongType, u"note"_s);
        row("\"red\"", "\"Red\"", InputProblem::NotOneOf, u"colour"_s);
        row("\"red\"", "2", InputProblem::WrongType, u"colour"_s);
        row("10", "11", InputProblem::OutOfRange, u"count"_s);
        row("10", "0", InputProblem::OutOfRange, u"count"_s);
        row("10", "10.0", InputProblem::WrongType, u"count"_s);
        row("10", "\"10\"", InputProblem::WrongType, u"count"_s);
        row("10", "18446744073709551615", InputProblem::WrongType, u"count"_s);
        row("\"limit\": 0", "\"limit\": -1", InputProblem::OutOfRange, u"limit"_s);
        row("false", "0", InputProblem::WrongType, u"on"_s);
        row("false", "\"false\"", InputProblem::WrongType, u"on"_s);
        row("2026-11-22", "2026-02-30", InputProblem::WrongForm, u"day"_s);
        row("2026-11-23", "23.11.2026", InputProblem::WrongForm, u"end"_s);
        row("[\"a\"]", "[\"a\", 2]", InputProblem::WrongType, u"words[1]"_s);
        row("[\"a\"]", "\"a\"", InputProblem::WrongType, u"words"_s);
        row("\"1.50\"", "\"1.505\"", InputProblem::WrongForm, u"amount"_s);
        row("\"1.50\"", "1.50", InputProblem::WrongType, u"amount"_s);
        row("{\"size\": 2}", "{\"size\": 10}", InputProblem::OutOfRange, u"parts[1].size"_s);
        row("{\"size\": 2}", "{}", InputProblem::MissingKey, u"parts[1].size"_s);
        row("{\"size\": 2}", "{\"size\": 2, \"x\": 1}", InputProblem::UnknownKey, u"parts[1].x"_s);
        row("{\"size\": 2}", "7", InputProblem::WrongType, u"parts[1]"_s);
        row("[{\"size\": 1}, {\"size\": 2}]", "{}", InputProblem::WrongType, u"parts"_s);
        row("{\"x\": \"y\"}", "{}", InputProblem::MissingKey, u"inner.x"_s);
        row("{\"x\": \"y\"}", "[]", InputProblem::WrongType, u"inner"_s);
        row("{\"x\": \"y\"}", "{\"x\": \"y\", \"z\": 0}", InputProblem::UnknownKey, u"inner.z"_s);
        row("\"w\"", "3", InputProblem::WrongType, u"free.l"_s);
        row("\"free\"", "\"Free\"", InputProblem::MissingKey, u"free"_s);
        row("\"note\"", "\"nota\"", InputProblem::UnknownKey, u"nota"_s);
    }
    void refusesEverythingElseWithItsPath()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(InputProblem, problem);
        QFETCH(QString, path);
        QByteArray text = kGood;
        QCOMPARE(text.count(from), 1);
        text.replace(from, to);
        const InputError error = read(text);
        QCOMPARE(error.problem, problem);
        QCOMPARE(error.path, path);
    }

    void aDocumentThatIsNoObjectIsRefusedAsAWhole()
    {
        for (const char *text : {"[]", "\"x\"", "1", "null", "true"}) {
            const InputError error = read(text);
            QCOMPARE(error.problem, InputProblem::WrongType);
            QCOMPARE(error.path, QString());
            QCOMPARE(error.allowed, u"an object"_s);
        }
    }

    void anUnknownKeyIsToldTheClosestKnownOneFirst()
    {
        const InputError error = read(QByteArray(kGood).replace("\"note\"", "\"notes\""));
        QCOMPARE(error.value, u"notes"_s);
        QVERIFY2(error.allowed.startsWith(u"note, "_s), qPrintable(error.allowed));
        QVERIFY2(error.allowed.contains(u"colour"_s), qPrintable(error.allowed)); // all of them are listed
    }

    void theFirstProblemIsKept()
    {
        json::Problem problem;
        problem.raise(InputProblem::WrongForm, u"a"_s, u"1"_s, u"x"_s);
        problem.raise(InputProblem::OutOfRange, u"b"_s, u"2"_s, u"y"_s);
        QCOMPARE(problem.error->path, u"a"_s);
    }
};

QTEST_GUILESS_MAIN(TestObjectReader)
#include "tst_objectreader.moc"
