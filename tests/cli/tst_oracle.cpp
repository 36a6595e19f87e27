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
    void theProgramAgreesWithTheOracle();
};

void TestOracle::theProgramAgreesWithTheOracle()
{
    const bool slow = qEnvironmentVariable("BRIEFSTACK_SLOW_TESTS") == u"1";
    const QString count = QString::number(slow ? 2000 : 60);
    const QString oracle = support::sourcePath(u"tests/oracle/"_s);
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    // -B: no compiled files beside the sources.
    const Ran made = runProgram(u"python3"_s, QStringList{u"-B"_s, oracle + u"generate.py"_s, u"--seed"_s, u"7"_s,
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
