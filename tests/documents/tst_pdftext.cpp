// Page contents as Qt writes them, made shorter: the same picture in fewer words.
#include "documents/pdfstate.h"
#include "documents/pdftext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kRed = "/CSp cs 1.000000000 0 0 scn";
constexpr auto kBlue = "/CSp cs 0 0 1.000000000 scn";

QByteArrayList text(const char *color, const QByteArray &glyphs)
{
    return {"q", color, "/GSa gs", "BT", "/F7 100 Tf 1 0 0 -1 0 0 Tm", glyphs, "ET", "Q"};
}

QByteArrayList pen(const QByteArray &color)
{
    return {"Q", "q", color + " SCN", "1 w 2 J 2 j []0  d"};
}

QByteArrayList lean(const QByteArrayList &lines)
{
    QByteArrayList out;
    documents::LeanState state(
        [&out](std::string_view line) { out.append(QByteArray(line.data(), qsizetype(line.size()))); });
    for (const QByteArray &line : lines)
        state.take(std::string_view(line.constData(), std::size_t(line.size())));
    state.finish();
    return out;
}

} // namespace

class TestPdfText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsThatFollowEachOtherAreOne()
    {
        const QByteArrayList out = lean(QByteArrayList{"q"} + pen("1 0 0") + text(kRed, "1 2 Td <0001> Tj")
                                        + pen("0 0 1") + text(kBlue, "3 4 Td <0002> Tj") + QByteArrayList{"Q"});
        QCOMPARE(out.count("BT"), 1);
        QCOMPARE(out.count("q"), out.count("Q"));
        QVERIFY(out.contains("1 2 Td <0001> Tj") && out.contains("3 4 Td <0002> Tj"));
        QCOMPARE(out.count("/CSp cs 1.000 0 0 scn") + out.count("/CSp cs 0 0 1.000 scn"),
                 2); // each text keeps its color
        QVERIFY(out.indexOf("/CSp cs 0 0 1.000 scn") < out.indexOf("3 4 Td <0002> Tj"));
    }

    void aLineDrawnAfterTextsKeepsItsPen()
    {
        const QByteArrayList out =
            lean(QByteArrayList{"q"} + pen("1 0 0") + text(kRed, "1 2 Td <0001> Tj") + pen("0 0 1")
                 + text(kBlue, "3 4 Td <0002> Tj") + QByteArrayList{"0 0 m", "9 9 l", "S", "Q"});
        const qsizetype line = out.indexOf("0 0 m");
        QVERIFY(line > 0);
        QVERIFY(out.lastIndexOf("0 0 1 SCN", line) > out.lastIndexOf("ET", line));
        QCOMPARE(out.count("q"), out.count("Q"));
    }

    void whatIsSaidAlreadyIsSaidOnceOnItsLevel()
    {
        const QByteArrayList out = lean({kRed, "/GSa gs", "0 0 1 1 re", "f", kRed, "/GSa gs", "2 2 1 1 re", "f", "q",
                                         kBlue, "3 3 1 1 re", "f", "Q", kRed, "4 4 1 1 re", "f", kBlue});
        QCOMPARE(out, QByteArrayList({"/CSp cs 1.000 0 0 scn", "/GSa gs", "0 0 1 1 re", "f", "2 2 1 1 re", "f", "q",
                                      "/CSp cs 0 0 1.000 scn", "3 3 1 1 re", "f", "Q", "4 4 1 1 re", "f",
                                      "/CSp cs 0 0 1.000 scn"}));
    }

    void whatIsOfAnotherFormStays()
    {
        const QByteArrayList lines{"/PCSp cs 1 0 0 /Pat1 scn", "ET", "something else", "BT", "Q q",
                                   "0.123456 0 0 1 0 0 cm"};
        QCOMPARE(lean(lines), lines);
    }

    void signsThatEndAStringAreEscaped()
    {
        // The codes of "(", ")", backslash and carriage return, and a line feed, which is itself.
        const QByteArray content = "BT\n/F7 100 Tf 1 0 0 -1 0 0 Tm\n1 2 Td <0028> Tj\n0 0 Td <0029> Tj\n"
                                   "0 0 Td <005c> Tj\n0 0 Td <000d> Tj\n0 0 Td <000a> Tj\nET\n";
        const documents::GlyphWidths widths(256, 0);
        const QByteArray joined = documents::withJoinedGlyphs(content, {{"F7", widths}});
        QVERIFY2(joined.contains(QByteArray("1 2 Td (\0\\(\0\\)\0\\\\\0\\r\0\n) Tj", 26)),
                 joined.toHex(' ').constData());
    }
};

QTEST_GUILESS_MAIN(TestPdfText)
#include "tst_pdftext.moc"
