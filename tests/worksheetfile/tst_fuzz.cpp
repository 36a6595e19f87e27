// The samples, damaged in ten thousand ways from a fixed seed: reading neither crashes nor lingers, whatever is refused
// is refused in one sentence, and whatever is accepted comes back. BRIEFSTACK_SLOW_TESTS=1 tries all; else one in twenty.
#include "messages/messages.h"
#include "support/cputime.h"
#include "support/sourcefolder.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

/// What people and programs put where it does not belong.
const QList<QByteArray> &tokens()
{
    static const QList<QByteArray> kTokens{"null",
                                           "true",
                                           "-1",
                                           "0",
                                           "1e999",
                                           "-0",
                                           "18446744073709551616",
                                           "5000.0",
                                           "\"\"",
                                           "\"01\"",
                                           "\"-0.000000\"",
                                           "\"1e3\"",
                                           "\"999999999999999999999999999999999\"",
                                           "[]",
                                           "{}",
                                           "[[[[[[[[[[[[[[[[[[",
                                           "{\"a\":",
                                           "\"\\ud83d\"",
                                           "\"\\u0000\"",
                                           "\xef\xbb\xbf",
                                           "\xff",
                                           "\xed\xa0\x80",
                                           "\"\U0001F680\"",
                                           "\"held\"",
                                           "\"2027-02-29\"",
                                           ",",
                                           ":",
                                           "\"",
                                           "\\",
                                           "\n",
                                           "}",
                                           "]",
                                           "\"id\": \"answers\", ",
                                           "\"id\": \"answers-2\", "};
    return kTokens;
}

QList<QByteArray> samples()
{
    QList<QByteArray> all;
    const QDir folder(support::sourcePath(u"resources/samples"_s));
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.append(file.readAll());
    }
    return all;
}

class Damager {
public:
    explicit Damager(unsigned seed) : m_random(seed) {}

    QByteArray damaged(QByteArray text)
    {
        for (qsizetype left = 1 + below(4); left > 0 && !text.isEmpty(); --left)
            damage(text);
        return text;
    }

    qsizetype below(qsizetype bound) { return static_cast<qsizetype>(m_random() % static_cast<std::uint64_t>(bound)); }

private:
    void damage(QByteArray &text)
    {
        const qsizetype at = below(text.size());
        const qsizetype length = std::min(1 + below(40), text.size() - at);
        switch (below(9)) {
        case 0: text[at] = static_cast<char>(below(256)); return;
        case 1: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); return;
        case 2: text.remove(at, length); return;
        case 3: text.insert(at, text.mid(below(text.size()), length)); return;
        case 4: text.truncate(at); return;
        case 5: text.insert(at, tokens()[below(tokens().size())]); return;
        case 6: replaceValue(text, at); return;
        case 7: replaceDigit(text, at); return;
        default: repeatLine(text, at); return;
        }
    }

    /// The next value after a colon becomes another: most of these are still JSON.
    void replaceValue(QByteArray &text, qsizetype from)
    {
        const qsizetype start = text.indexOf(": ", from) + 2;
        const qsizetype end = text.indexOf('\n', start);
        if (start < 2 || end < 0)
            return;
        const bool hasComma = text[end - 1] == ',';
        text.replace(start, end - start - (hasComma ? 1 : 0), tokens()[below(tokens().size())]);
    }
    void replaceDigit(QByteArray &text, qsizetype from)
    {
        for (qsizetype i = from; i < text.size(); ++i) {
            if (text[i] >= '0' && text[i] <= '9') {
                text[i] = static_cast<char>('0' + below(10));
                return;
            }
        }
    }
    void repeatLine(QByteArray &text, qsizetype from)
    {
        const qsizetype start = text.lastIndexOf('\n', from) + 1;
        const qsizetype end = text.indexOf('\n', from) + 1;
        if (end > start)
            text.insert(end, text.mid(start, end - start));
    }

    std::mt19937_64 m_random;
};

bool isOneLine(const QString &text)
{
    return !text.isEmpty() && !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(QChar(u'\0'));
}

} // namespace

class TestFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedSamplesAreRefusedInOneSentenceOrComeBack()
    {
        const QList<QByteArray> originals = samples();
        QCOMPARE(originals.size(), 3);
        const int count = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS") ? 10'000 : 500;
        Damager damager(20261122);
        int accepted = 0;
        for (int i = 0; i < count; ++i) {
            const QByteArray text = damager.damaged(originals[i % originals.size()]);
            const support::CpuTime time;
            const auto sheet = worksheetfile::read(text);
            const QByteArray about = "input " + QByteArray::number(i);
            QVERIFY2(time.milliseconds() < support::kAboutASecond, about.constData());
            if (!sheet) {
                QVERIFY2(isOneLine(messages::sentence(sheet.error())), about.constData());
                QVERIFY2(sheet.error().path.size() < 1000, about.constData());
                continue;
            }
            ++accepted;
            const QByteArray written = worksheetfile::write(*sheet);
            const auto again = worksheetfile::read(written);
            QVERIFY2(again && *again == *sheet, about.constData());
            QVERIFY2(worksheetfile::write(*again) == written, about.constData());
        }
        // Both kinds must occur, or nothing was tested.
        QVERIFY2(accepted > count / 50 && accepted < count, qPrintable(QString::number(accepted)));
    }
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
