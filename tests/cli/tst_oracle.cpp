// The program against tests/oracle, a second implementation of the arithmetic, over generated worksheets: to the cent.
// BRIEFSTACK_SLOW_TESTS=1 compares 2,000 instead of 60.
#include "cli/clifixture.h"
#include "support/sourcefolder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clitest;

class TestOracle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProgramAgreesWithTheOracle_data();
    void theProgramAgreesWithTheOracle();
};

void TestOracle::theProgramAgreesWithTheOracle_data()
{
    // So many a row that one takes minutes under the sanitizers, not an hour: each row is waited for by itself.
    QTest::addColumn<QString>("seed");
    QTest::addColumn<QString>("count");
    const bool slow = qEnvironmentVariableIsSet("BRIEFSTACK_SLOW_TESTS");
    const int rows = slow ? 20 : 1;
    for (int seed = 7; seed < 7 + rows; ++seed)
        QTest::addRow("seed %d", seed) << QString::number(seed) << (slow ? u"100"_s : u"60"_s);
}

void TestOracle::theProgramAgreesWithTheOracle()
{
    QFETCH(QString, seed);
    QFETCH(QString, count);
    const QString oracle = support::sourcePath(u"tests/oracle/"_s);
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    // -B: no compiled files beside the sources.
    const Ran made = runProgram(u"python3"_s, QStringList{u"-B"_s, oracle + u"generate.py"_s, u"--seed"_s, seed,
                                                          u"--count"_s, count, u"--out"_s, folder.path()});
    VERIFY_ENDED(made, 0);
    const Ran compared =
        runProgram(u"python3"_s, QStringList{u"-B"_s, oracle + u"compare.py"_s, program(), folder.path()});
    VERIFY_ENDED(compared, 0);
    QVERIFY2(compared.out.startsWith(QByteArray(count.toUtf8() + " worksheets "))
                 && compared.out.contains(", 0 differ"),
             compared.words().constData());
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"
