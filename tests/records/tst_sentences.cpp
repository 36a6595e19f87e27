// Where sentences end: abbreviations, numbers, quotes, lists and other scripts, as ranges of the text itself.
#include "records/sentences.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace records {

class TestSentences : public QObject {
    Q_OBJECT

    static QStringList cut(const QString &text)
    {
        QStringList found;
        for (const TextRange &range : sentenceRanges(text))
            found.append(text.mid(range.start, range.length));
        return found;
    }

private Q_SLOTS:
    void sentencesEndWhereTheyDo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("two") << u"It is slow. It costs money."_s << QStringList{u"It is slow."_s, u"It costs money."_s};
        QTest::newRow("no stop at the end")
            << u"It is slow. It costs"_s << QStringList{u"It is slow."_s, u"It costs"_s};
        QTest::newRow("abbreviations") << u"Tools, e.g. OCR, read approx. 40 files, i.e. all. Done."_s
                                       << QStringList{u"Tools, e.g. OCR, read approx. 40 files, i.e. all."_s,
                                                      u"Done."_s};
        QTest::newRow("company") << u"Acme Inc. Europe pays. The rest does not."_s
                                 << QStringList{u"Acme Inc. Europe pays."_s, u"The rest does not."_s};
        QTest::newRow("company ends it") << u"We sell to Acme Inc. The rest is small."_s
                                         << QStringList{u"We sell to Acme Inc."_s, u"The rest is small."_s};
        QTest::newRow("etc ends it") << u"Invoices, receipts etc. They wait two days."_s
                                     << QStringList{u"Invoices, receipts etc."_s, u"They wait two days."_s};
        QTest::newRow("initial") << u"J. Smith decides. She is head of support."_s
                                 << QStringList{u"J. Smith decides."_s, u"She is head of support."_s};
        QTest::newRow("numbers") << u"It costs 2.1 million. It is No. 3 of 3,000.50. Yes."_s
                                 << QStringList{u"It costs 2.1 million."_s, u"It is No. 3 of 3,000.50."_s, u"Yes."_s};
        QTest::newRow("ends in a year") << u"Wordings since 1998. Claims too."_s
                                        << QStringList{u"Wordings since 1998."_s, u"Claims too."_s};
        QTest::newRow("german ordinal") << u"Start im 3. Quartal. Ende am 31. Dezember 2027. Fertig."_s
                                        << QStringList{u"Start im 3. Quartal."_s, u"Ende am 31. Dezember 2027."_s,
                                                       u"Fertig."_s};
        QTest::newRow("german") << u"Das spart z.B. Zeit. Es kostet ca. 40 Euro."_s
                                << QStringList{u"Das spart z.B. Zeit."_s, u"Es kostet ca. 40 Euro."_s};
        QTest::newRow("quotes") << u"He said \"It is slow.\" Then he left. (It was late.) End."_s
                                << QStringList{u"He said \"It is slow.\""_s, u"Then he left."_s, u"(It was late.)"_s,
                                               u"End."_s};
        QTest::newRow("marks in a row") << u"Really?! Yes... It is."_s
                                        << QStringList{u"Really?!"_s, u"Yes..."_s, u"It is."_s};
        QTest::newRow("goes on small") << u"It pays. so they say"_s << QStringList{u"It pays. so they say"_s};
        QTest::newRow("address") << u"See https://a.example/x.y?z=1. Then call."_s
                                 << QStringList{u"See https://a.example/x.y?z=1."_s, u"Then call."_s};
        QTest::newRow("list") << u"Steps:\n- Read the file\n- Book it\n\nThat is all"_s
                              << QStringList{u"Steps:"_s, u"- Read the file"_s, u"- Book it"_s, u"That is all"_s};
        QTest::newRow("numbered list") << u"1. Read the file. 2. Book it."_s
                                       << QStringList{u"1. Read the file."_s, u"2. Book it."_s};
        QTest::newRow("soft line end") << u"It is\nslow. It\r\ncosts."_s
                                       << QStringList{u"It is\nslow."_s, u"It\r\ncosts."_s};
        QTest::newRow("japanese") << u"これは文です。次の文です。"_s
                                  << QStringList{u"これは文です。"_s, u"次の文です。"_s};
        QTest::newRow("arabic") << u"هل هو بطيء؟ نعم."_s << QStringList{u"هل هو بطيء؟"_s, u"نعم."_s};
        QTest::newRow("hindi") << u"यह धीमा है। यह महँगा है।"_s << QStringList{u"यह धीमा है।"_s, u"यह महँगा है।"_s};
        QTest::newRow("nothing") << u" \n\t "_s << QStringList{};
        QTest::newRow("only stops") << u"..."_s << QStringList{u"..."_s};
    }
    void sentencesEndWhereTheyDo()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(cut(text), expected);
    }

    /// Nothing but white space is left out, nothing is in two sentences, whatever the text.
    void rangesCoverTheText_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : QStringList{u"a.b. C. d.\n\n- e. F!? \"G.\" H"_s, u". . . A"_s, u"\n-\n- "_s,
                                               u"。。A。"_s, u"1. 2. 3. 4"_s, QString(QChar(0xd83d) + u". A"_s),
                                               QString(3000, u'.'), QString(u"A. "_s).repeated(700)})
            QTest::addRow("%s", qPrintable(text.left(20))) << text;
    }
    void rangesCoverTheText()
    {
        QFETCH(QString, text);
        qsizetype done = 0;
        for (const TextRange &range : sentenceRanges(text)) {
            QVERIFY(range.length > 0);
            QVERIFY(range.start >= done);
            QVERIFY(text.mid(done, range.start - done).trimmed().isEmpty());
            done = range.end();
        }
        QVERIFY(done <= text.size());
        QVERIFY(text.mid(done).trimmed().isEmpty());
    }
};

} // namespace records

QTEST_APPLESS_MAIN(records::TestSentences)
#include "tst_sentences.moc"
