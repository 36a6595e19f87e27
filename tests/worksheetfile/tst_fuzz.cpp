// The samples, damaged in ten thousand ways from a fixed seed: reading neither crashes nor lingers, whatever is refused
// is refused in one sentence, and whatever is accepted comes back. BRIEFSTACK_SLOW_TESTS=1 tries all; else one in twenty.
#include "messages/messages.h"
#include "support/cputime.h"
#include "support/damager.h"
#include "support/sourcefolder.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

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
        support::Damager damager(20261122);
        int accepted = 0;
        for (int i = 0; i < count; ++i) {
            const QByteArray text = damager.damaged(originals[i % originals.size()]);
            const support::CpuTime time;
            const auto sheet = worksheetfile::read(text);
            const QByteArray about = "input " + QByteArray::number(i);
            QVERIFY2(time.milliseconds() < support::kASecond, about.constData());
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
