// Strict JSON: what is read, what is refused, and where an error says it is.
#include "support/cputime.h"
#include "json/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::InputError;
using domain::InputProblem;
using json::Kind;
using json::parse;

namespace {

constexpr InputProblem kAccepted = InputProblem::Unreadable; // what parsing never says

InputError errorOf(const QByteArray &bytes, json::Limits limits = {})
{
    const auto tree = parse(bytes, limits);
    return tree ? InputError{kAccepted, {}, {}, {}} : tree.error();
}

QByteArray repeated(const char *text, int count)
{
    return QByteArray(text).repeated(count);
}

/// A list of one text, padded to exactly that many bytes.
QByteArray ofSize(qsizetype bytes)
{
    return "[\"" + QByteArray(bytes - 4, 'x') + "\"]";
}

} // namespace

class TestParse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfValue()
    {
        const auto tree =
            parse(R"({"a": null, "b": true, "c": false, "d": -12, "e": 1.50, "f": "x", "g": [1, []], "h": {}})");
        QVERIFY(tree);
        QCOMPARE(tree->kind, Kind::Object);
        QCOMPARE(tree->members.size(), std::size_t(8));
        QCOMPARE(tree->members[2].key, u"c"_s);
        QCOMPARE(tree->find(u"a"_s)->kind, Kind::Null);
        QCOMPARE(tree->find(u"b"_s)->boolean, true);
        QCOMPARE(tree->find(u"c"_s)->boolean, false);
        QCOMPARE(tree->find(u"d"_s)->integer, -12);
        QCOMPARE(tree->find(u"e"_s)->kind, Kind::Number);
        QCOMPARE(tree->find(u"e"_s)->text, u"1.50"_s);
        QCOMPARE(tree->find(u"f"_s)->text, u"x"_s);
        QCOMPARE(tree->find(u"g"_s)->elements.size(), std::size_t(2));
        QCOMPARE(tree->find(u"h"_s)->kind, Kind::Object);
        QVERIFY(!tree->find(u"A"_s));
        QVERIFY(!tree->find(u"f"_s)->find(u"x"_s));
    }

    void keepsIntegersExactlyAndOtherNumbersAsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isInteger");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *text, bool isInteger, const QString &kept) {
            QTest::newRow(text) << QByteArray(text) << isInteger << kept;
        };
        row("0", true, u"0"_s);
        row("-0", true, u"0"_s);
        row("9223372036854775807", true, u"9223372036854775807"_s);
        row("-9223372036854775808", true, u"-9223372036854775808"_s);
        row("9223372036854775808", false, u"9223372036854775808"_s);
        row("18446744073709551615", false, u"18446744073709551615"_s);
        row("18446744073709551616", false, u"18446744073709551616"_s);
        row("-9223372036854775809", false, u"-9223372036854775809"_s);
        row("123456789012345678901234567890", false, u"123456789012345678901234567890"_s);
        row("5000.0", false, u"5000.0"_s);
        row("1e3", false, u"1e3"_s);
        row("-0.0", false, u"-0.0"_s);
        row("0.1000000000000000055511151231257827", false, u"0.1000000000000000055511151231257827"_s);
        row("1E-400", false, u"1E-400"_s);
    }
    void keepsIntegersExactlyAndOtherNumbersAsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isInteger);
        QFETCH(QString, kept);
        const auto tree = parse(text);
        QVERIFY(tree);
        QCOMPARE(tree->kind, isInteger ? Kind::Integer : Kind::Number);
        QCOMPARE(tree->text, kept);
        if (isInteger)
            QCOMPARE(QString::number(tree->integer), kept);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &text, const QString &place) {
            QTest::newRow(name) << text << place;
        };
        row("empty", "", u"line 1, column 1"_s);
        row("blank", " \n\t", u"line 2, column 2"_s);
        row("only a byte order mark", "\xef\xbb\xbf", u"line 1, column 1"_s);
        row("half a byte order mark", "\xef\xbb", {});
        row("a bare word", "worksheet", u"line 1, column 1"_s);
        row("a trailing comma in a list", "[1,\n 2,\n]", u"line 3, column 1"_s);
        row("a trailing comma in an object", "{\"a\": 1,}", u"line 1, column 9"_s);
        row("a second document", "{} {}", u"line 1, column 4"_s);
        row("trailing garbage", "{}\nx", u"line 2, column 1"_s);
        row("a key without quotes", "{a: 1}", u"line 1, column 2"_s);
        row("single quotes", "{'a': 1}", u"line 1, column 2"_s);
        row("a comment", "{} // fine", {});
        row("no colon", "{\"a\" 1}", u"line 1, column 6"_s);
        row("no comma", "[1 2]", u"line 1, column 4"_s);
        row("the wrong bracket", "[1}", u"line 1, column 3"_s);
        row("a leading zero", "[01]", u"line 1, column 3"_s);
        row("a plus sign", "[+1]", u"line 1, column 2"_s);
        row("no digit before the point", "[.5]", u"line 1, column 2"_s);
        row("no digit after the point", "[1.]", {});
        row("not a number", "[NaN]", {});
        row("beyond every number", "[1e999]", {});
        row("a line feed in a text", "[\"a\nb\"]", {});
        row("a tab in a text", "[\"a\tb\"]", {});
        row("an unknown escape", "[\"\\x41\"]", {});
        row("a short escape", "[\"\\u12\"]", {});
        row("True", "[True]", {});
        row("half a word", "[tru", {});
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const InputError error = errorOf(text);
        QVERIFY(error.problem == InputProblem::NotJson
                || (error.problem == InputProblem::NotUtf8 && !text.isValidUtf8()));
        QVERIFY2(error.allowed.startsWith(u"line "_s), qPrintable(error.allowed));
        if (!place.isEmpty())
            QCOMPARE(error.allowed, place);
    }

    void everyPrefixOfADocumentIsRefusedWhereItEnds()
    {
        const QByteArray whole = "{\n  \"a\": [1, \"x\\u00e9\"],\n  \"b\": {\"c\": true}\n}";
        QVERIFY(parse(whole));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const InputError error = errorOf(whole.first(length));
            QCOMPARE(error.problem, InputProblem::NotJson);
            QVERIFY2(error.value.isEmpty(), qPrintable(error.value)); // nothing was met there
            const auto line = whole.first(length).count('\n') + 1;
            QVERIFY2(error.allowed.startsWith(QString(u"line "_s + QString::number(line) + u", "_s)),
                     qPrintable(error.allowed));
        }
    }

    void anErrorHasAPathAndAPlace()
    {
        const InputError error = errorOf("{\n  \"list\": [1, {\"deep\": nope}]\n}");
        QCOMPARE(error.problem, InputProblem::NotJson);
        QCOMPARE(error.path, u"list[1].deep"_s);
        QVERIFY2(error.allowed.startsWith(u"line 2, "_s), qPrintable(error.allowed));
    }

    void columnsCountCharactersNotBytes()
    {
        QCOMPARE(errorOf("[\"\u00e9\u00e9\u00e9\", x]").allowed, u"line 1, column 9"_s);
        QCOMPARE(errorOf("\xef\xbb\xbf[x]").allowed, u"line 1, column 2"_s); // after a byte order mark
    }

    void refusesDuplicateKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("side by side") << QByteArray(R"({"a": 1, "a": 1})") << u"a"_s;
        QTest::newRow("apart") << QByteArray(R"({"a": 1, "b": {}, "a": 2})") << u"a"_s;
        QTest::newRow("escaped") << QByteArray(R"({"a": 1, "\u0061": 2})") << u"a"_s;
        QTest::newRow("deep") << QByteArray(R"({"x": [0, {"a": 1, "a": 2}]})") << u"x[1].a"_s;
        QByteArray many = "{";
        for (int i = 0; i < 40; ++i)
            many += "\"k" + QByteArray::number(i) + "\": 0, ";
        QTest::newRow("the first of many") << QByteArray(many + "\"k0\": 1}") << u"k0"_s;
        QTest::newRow("the sixteenth of many") << QByteArray(many + "\"k15\": 1}") << u"k15"_s;
        QTest::newRow("the seventeenth of many") << QByteArray(many + "\"k16\": 1}") << u"k16"_s;
        QTest::newRow("the last of many") << QByteArray(many + "\"k39\": 1}") << u"k39"_s;
    }
    void refusesDuplicateKeys()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const InputError error = errorOf(text);
        QCOMPARE(error.problem, InputProblem::DuplicateKey);
        QCOMPARE(error.path, path);
    }

    void theSameKeyMayStandInDifferentObjects()
    {
        QVERIFY(parse(R"({"a": {"a": {"a": 1}}, "b": [{"a": 1}, {"a": 2}]})"));
        QVERIFY(parse(R"({"a": 1, "A": 2, "": 3})"));
    }

    void refusesWhatIsNoUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("Latin-1") << QByteArray("[\"Caf\xe9\"]");
        QTest::newRow("Latin-1 in a key") << QByteArray("{\"Caf\xe9\": 1}");
        QTest::newRow("Latin-1 outside texts") << QByteArray("{} \xe9");
        QTest::newRow("a cut sequence") << QByteArray("[\"\xe2\x82\"]");
        QTest::newRow("overlong") << QByteArray("[\"\xc0\xaf\"]");
        QTest::newRow("a surrogate as UTF-8") << QByteArray("[\"\xed\xa0\x80\"]");
        QTest::newRow("beyond Unicode") << QByteArray("[\"\xf4\x90\x80\x80\"]");
        QTest::newRow("UTF-16 with its mark") << QByteArray("\xff\xfe[\0]\0", 6);
        QTest::newRow("lone high surrogate") << QByteArray(R"(["\ud83d"])");
        QTest::newRow("lone low surrogate") << QByteArray(R"(["\ude80"])");
        QTest::newRow("surrogates in the wrong order") << QByteArray(R"(["\ude80\ud83d"])");
        QTest::newRow("lone surrogate in a key") << QByteArray(R"({"\ud83d": 1})");
        QTest::newRow("NUL escaped") << QByteArray(R"(["a\u0000b"])");
        QTest::newRow("NUL escaped in a key") << QByteArray(R"({"a\u0000b": 1})");
        QTest::newRow("NUL in a text") << QByteArray("[\"a\0b\"]", 7);
        QTest::newRow("NUL between values") << QByteArray("[1,\0 2]", 7);
        QTest::newRow("NUL after the document") << QByteArray("[]\0", 3);
        QTest::newRow("anything after a NUL") << QByteArray("[]\0garbage", 10);
        QTest::newRow("only NUL") << QByteArray("\0", 1);
    }
    void refusesWhatIsNoUtf8()
    {
        QFETCH(QByteArray, text);
        const InputError error = errorOf(text);
        QCOMPARE(error.problem, InputProblem::NotUtf8);
        QVERIFY(!error.value.contains(QChar(u'\0')));
    }

    void readsAllOfUnicode()
    {
        const auto tree =
            parse("\xef\xbb\xbf[\"\\ud83d\\ude80 \u00e9\u4f60\U0001F680 \\\" \\\\ \\/ \\b\\f\\n\\r\\t\"]");
        QVERIFY(tree);
        QCOMPARE(tree->elements[0].text, u"\U0001F680 \u00e9\u4f60\U0001F680 \" \\ / \b\f\n\r\t"_s);
    }

    void tenThousandBracketsAreRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lists") << repeated("[", 10'000);
        QTest::newRow("closed lists") << QByteArray(repeated("[", 10'000) + repeated("]", 10'000));
        QTest::newRow("objects") << repeated("{\"a\":", 10'000);
        QTest::newRow("four megabytes of them") << repeated("[", 4 * 1024 * 1024);
    }
    void tenThousandBracketsAreRefusedAtOnce()
    {
        QFETCH(QByteArray, text);
        const support::CpuTime time;
        QCOMPARE(errorOf(text).problem, InputProblem::TooDeep);
        QCOMPARE(errorOf(text, {kBytes, 9'999}).problem, InputProblem::TooDeep); // however deep it may be
        QVERIFY2(time.milliseconds() < support::kAboutASecond, qPrintable(QString::number(time.milliseconds())));
    }

    void nestsToTheLimitAndNoFurther()
    {
        QVERIFY(parse(QByteArray(repeated("[", 32) + repeated("]", 32))));
        const InputError error = errorOf(repeated("[", 33) + repeated("]", 33));
        QCOMPARE(error.problem, InputProblem::TooDeep);
        QCOMPARE(error.allowed, u"32 levels"_s);
    }

    void readsFourMebibytesAndNotAByteMore()
    {
        const support::CpuTime time;
        QVERIFY(parse(ofSize(kBytes)));
        const InputError error = errorOf(ofSize(kBytes + 1));
        QCOMPARE(error.problem, InputProblem::TooLarge);
        QCOMPARE(error.value, u"4194305 bytes"_s);
        QVERIFY2(time.milliseconds() < support::kAboutASecond, qPrintable(QString::number(time.milliseconds())));
    }

    void fourMebibytesOfSmallValuesTakeLessThanASecond_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("numbers") << QByteArray("[" + repeated("1,", kMuch / 2 - 2) + "1]");
        QTest::newRow("empty objects") << QByteArray("[" + repeated("{},", kMuch / 3 - 2) + "1]");
        QByteArray keys = "{";
        for (int i = 0; keys.size() < kMuch - 32; ++i)
            keys += "\"" + QByteArray::number(i, 36) + "\":1,";
        QTest::newRow("keys of one object") << QByteArray(keys + "\"z z\":1}");
    }
    void fourMebibytesOfSmallValuesTakeLessThanASecond()
    {
        QFETCH(QByteArray, text);
        QVERIFY(text.size() <= kBytes);
        const support::CpuTime time;
        const auto tree = parse(text);
        const qint64 elapsed = time.milliseconds();
        QVERIFY(tree);
        QVERIFY2(elapsed < support::kAboutASecond, qPrintable(QString::number(elapsed)));
    }

    void excerptsAreShort()
    {
        const QByteArray text = "[\"" + QByteArray(500, 'x') + "\", 12, true, null, [1, 2], {\"a\": 1}]";
        const auto tree = parse(text);
        QVERIFY(tree);
        QVERIFY(tree->elements[0].excerpt().size() <= 82); // with its quotes
        QCOMPARE(tree->elements[1].excerpt(), u"12"_s);
        QCOMPARE(tree->elements[2].excerpt(), u"true"_s);
        QCOMPARE(tree->elements[3].excerpt(), u"null"_s);
        QCOMPARE(tree->elements[4].excerpt(), u"a list"_s);
        QCOMPARE(tree->elements[5].excerpt(), u"an object"_s);
    }

    void pathsAreWrittenWithPointsAndIndices()
    {
        QCOMPARE(json::memberPath({}, u"company"), u"company"_s);
        QCOMPARE(json::memberPath(json::elementPath(u"useCases"_s, 3), u"id"), u"useCases[3].id"_s);
    }

private:
    static constexpr int kBytes = 4 * 1024 * 1024;
    static constexpr int kMuch = support::kOptimized ? kBytes : kBytes / 8; // the rest would only take time
};

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
