// JSON as this program writes it: the same value, the same bytes; and whatever is written can be read back.
#include "json/json.h"
#include "json/objectreader.h"
#include "json/writer.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using domain::InputProblem;
using json::Writer;

class TestWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesInOrderWithTwoSpacesAndALineFeedAtTheEnd()
    {
        Writer out;
        out.beginObject().member("z"_L1, u"last first"_s).member("a"_L1, 1).member("yes"_L1, true);
        out.key("nothing"_L1).null().key("list"_L1).beginArray().integer(1).beginObject();
        out.member("deep"_L1, qint64(-2)).endObject().endArray();
        out.key("range"_L1).beginInlineArray().integer(1).integer(2).endInlineArray();
        out.strings("words"_L1, {u"a"_s, u"b"_s}).strings("none"_L1, {});
        out.key("empty"_L1).beginObject().endObject().key("void"_L1).beginArray().endArray().endObject();
        QCOMPARE(out.take(), QByteArray("{\n"
                                        "  \"z\": \"last first\",\n"
                                        "  \"a\": 1,\n"
                                        "  \"yes\": true,\n"
                                        "  \"nothing\": null,\n"
                                        "  \"list\": [\n"
                                        "    1,\n"
                                        "    {\n"
                                        "      \"deep\": -2\n"
                                        "    }\n"
                                        "  ],\n"
                                        "  \"range\": [1, 2],\n"
                                        "  \"words\": [\"a\", \"b\"],\n"
                                        "  \"none\": [],\n"
                                        "  \"empty\": {},\n"
                                        "  \"void\": []\n"
                                        "}\n"));
    }

    void aDocumentMayBeOneValue()
    {
        QCOMPARE(Writer().boolean(false).take(), "false\n");
        QCOMPARE(Writer().integer(std::numeric_limits<qint64>::min()).take(), "-9223372036854775808\n");
        QCOMPARE(Writer().beginArray().endArray().take(), "[]\n");
    }

    void escapesWhatJsonCannotHold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("literal");
        QTest::newRow("plain") << u"plain"_s << QByteArray("\"plain\"");
        QTest::newRow("empty") << QString() << QByteArray("\"\"");
        QTest::newRow("quotes and backslashes") << u"\"C:\\x\""_s << QByteArray("\"\\\"C:\\\\x\\\"\"");
        QTest::newRow("line ends and tabs") << u"a\r\n\tb\b\f"_s << QByteArray("\"a\\r\\n\\tb\\b\\f\"");
        QTest::newRow("other control characters")
            << u"\u0001\u001b\u001f\u007f"_s << QByteArray("\"\\u0001\\u001b\\u001f\\u007f\"");
        QTest::newRow("what UTF-16 on the way would lose")
            << u"\ufffd\ufffe\uffff"_s << QByteArray("\"\xef\xbf\xbd\\ufffe\\uffff\"");
        QTest::newRow("a slash stays") << u"</script>"_s << QByteArray("\"</script>\"");
        QTest::newRow("letters stay letters")
            << u"Z\u00fcrich \u4f60 \U0001F680"_s << QByteArray("\"Z\u00fcrich \u4f60 \U0001F680\"");
    }
    void escapesWhatJsonCannotHold()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, literal);
        QCOMPARE(json::quoted(text), literal);
        QCOMPARE(Writer().string(text).take(), QByteArray(literal + '\n'));
    }

    void everyTextComesBack()
    {
        QString all;
        for (char32_t code = 1; code < 0x10ffff; code += code < 0x3000 ? 1 : 0x101) {
            if (code < 0xd800 || code > 0xdfff)
                all += QString::fromUcs4(&code, 1);
        }
        all += u"\ufffe \uffff"_s;
        Writer out;
        out.beginObject().key(all).string(all).endObject();
        const auto tree = json::parse(out.take());
        QVERIFY(tree);
        QCOMPARE(tree->members.front().key, all);
        QCOMPARE(tree->members.front().value.text, all);
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
