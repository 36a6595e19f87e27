// What is offered for a line of notes: 200 phrases with what each gives, fifty pages of ordinary notes that give nothing, and
// numbers in every notation.
#include "call/phrases.h"
#include "call/quantities.h"
#include "catalogue/shippeddata.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using call::Of;
using call::Proposal;
using domain::FactStatus;

namespace {

const call::Situation kSituation{QDate(2026, 11, 22), domain::Month(2026, 12), 12};

QStringList linesOf(const QString &path)
{
    QFile file(support::sourcePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QString placeOf(const Proposal &one)
{
    static const QStringList kNames{u"company"_s, u"aws"_s,     u"useCase"_s, u"workload"_s,
                                    u"step"_s,    u"service"_s, u"credit"_s,  u"pool"_s};
    QString place = kNames.at(static_cast<qsizetype>(one.of));
    if (!one.entry.isEmpty())
        place += u'[' + one.entry + u']';
    return one.key.isEmpty() ? place : place + u'.' + one.key;
}

QString written(const std::vector<Proposal> &proposals)
{
    QStringList all;
    for (const Proposal &one : proposals) {
        QString text = placeOf(one);
        if (!one.value.isEmpty())
            text += u'=' + one.value;
        if (one.status != FactStatus::Stated)
            text += one.status == FactStatus::Implied ? u'~' : u'?';
        all.append(text);
    }
    all.sort();
    return all.isEmpty() ? u"-"_s : all.join(u"; "_s);
}

} // namespace

class TestPhrases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPhraseOffersWhatItSays_data()
    {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("offered");
        int count = 0;
        for (const QString &line : linesOf(u"tests/data/phrases.txt"_s)) {
            if (line.startsWith(u'#'))
                continue;
            const QString phrase = line.section(u" => "_s, 0, 0);
            QStringList offered = line.section(u" => "_s, 1).split(u"; "_s);
            offered.sort();
            QTest::addRow("%s", qPrintable(phrase)) << phrase << offered.join(u"; "_s);
            ++count;
        }
        QVERIFY(count >= 200);
    }
    void eachPhraseOffersWhatItSays()
    {
        QFETCH(QString, phrase);
        QFETCH(QString, offered);
        QCOMPARE(written(recognizer().read(phrase, kSituation)), offered);
    }

    /// Who reads a chip sees the words that it came from.
    void aProposalPointsAtItsWords()
    {
        const QString line = u"00:12:03 Anna: ~4k in / 600 out, on Sonnet 4.6"_s;
        QStringList words;
        for (const Proposal &one : recognizer().read(line, kSituation))
            words.append(line.mid(one.start, one.length));
        QCOMPARE(words, (QStringList{u"4k"_s, u"600"_s, u"Sonnet 4.6"_s}));
    }

    void nothingIsOfferedForOrdinaryNotes()
    {
        const QDir folder(support::sourcePath(u"tests/data/notes"_s));
        const QStringList pages = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
        QVERIFY(pages.size() >= 50);
        QStringList wrong;
        qsizetype lines = 0;
        for (const QString &page : pages) {
            for (const QString &line : linesOf(u"tests/data/notes/"_s + page)) {
                ++lines;
                if (const auto offered = recognizer().read(line, kSituation); !offered.empty())
                    wrong.append(page + u": "_s + line + u" => "_s + written(offered));
            }
        }
        QVERIFY(lines > 1000);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void aNumberIsReadInAnyNotation_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("plain");
        const auto row = [](const QString &typed, const QString &plain) {
            QTest::addRow("%s", qPrintable(typed)) << typed << plain;
        };
        row(u"5k"_s, u"5000"_s);
        row(u"1,000.5"_s, u"1000.5"_s);
        row(u"1.000,5"_s, u"1000.5"_s);
        row(u"1 000"_s, u"1000"_s);
        row(u"1\u202f000"_s, u"1000"_s);
        row(u"1'000'000"_s, u"1000000"_s);
        row(u"1.000.000,25"_s, u"1000000.25"_s);
        row(u"1.5m"_s, u"1500000"_s);
        row(u"1,5 mio"_s, u"1500000"_s);
        row(u"7 grand"_s, u"7000"_s);
        row(u"$7k"_s, u"7000"_s);
        row(u"US$ 7,250.75"_s, u"7250.75"_s);
        row(u"0.5"_s, u"0.5"_s);
        row(u"0.500"_s, u"0.5"_s);
        row(u"0.0001"_s, u"0.0001"_s);
        row(u"12.5k"_s, u"12500"_s);
        row(u"999999999999999"_s, u"999999999999999"_s);
        for (const QString &no : {u"1.500k"_s, u"1,00,000"_s, u"1.2.3"_s, u"12,34,567"_s, u"k"_s, u""_s, u"1,"_s,
                                  u"9999999999999999"_s, u"999999999999bn"_s, u"1.1234567"_s, u"١٢"_s})
            row(no, {});
    }
    void aNumberIsReadInAnyNotation()
    {
        QFETCH(QString, written);
        QFETCH(QString, plain);
        QCOMPARE(call::plainQuantity(written).value_or(QString()), plain);
    }

    void hostileLinesAreReadToTheirEnd_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("digits") << QString(5000, u'7');
        QTest::newRow("groups") << u"1,000 "_s.repeated(800);
        QTest::newRow("words") << u"about 5k calls "_s.repeated(300);
        QTest::newRow("capitals") << u"Aaa "_s.repeated(1000) + u"led"_s;
        QTest::newRow("half a character") << QString(QChar(0xd800)) + u" 5k calls a day"_s + QChar(0xdc00);
        QTest::newRow("nothing") << QString();
    }
    void hostileLinesAreReadToTheirEnd()
    {
        QFETCH(QString, line);
        for (const Proposal &one : recognizer().read(line, kSituation))
            QVERIFY(one.start >= 0 && one.length > 0 && one.start + one.length <= line.size());
    }

private:
    static const call::Recognizer &recognizer()
    {
        static const call::Recognizer kRecognizer(support::shippedBook());
        return kRecognizer;
    }
};

QTEST_GUILESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
