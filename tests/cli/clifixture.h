// What the tests of the command line share: the real program run on real files, the samples, and worksheets changed in one
// place.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QTest>

namespace clitest {

/// How a run of the program ended. A crash is -1.
struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// Everything there is to say when a test fails.
    QByteArray words() const;
};

/// Runs `program` and waits for its end.
Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
               const QString &outputFile = {});
/// Runs briefstack-cli with `arguments` as they are.
Ran run(const QStringList &arguments, const QByteArray &input = {}, const QString &outputFile = {});
/// The same as of 2026-11-22, the day of all samples' figures.
Ran runAsOf(QStringList arguments, const QByteArray &input = {});
QString program();

/// Fails with the run's own words unless it ended with that status and said nothing on standard error.
#define VERIFY_ENDED(ran, expected) \
    do { \
        const clitest::Ran &ended_ = (ran); \
        QVERIFY2(ended_.status == (expected) && ended_.err.isEmpty(), ended_.words().constData()); \
    } while (false)

/// Fails unless the run was refused: exit status 2, nothing on standard output, and one line on standard error that
/// begins with `start` (after the program's name) and holds `part`.
#define VERIFY_REFUSED(ran, start, part) \
    do { \
        const clitest::Ran &ended_ = (ran); \
        QVERIFY2(clitest::isRefused(ended_, (start), (part)), ended_.words().constData()); \
    } while (false)

bool isRefused(const Ran &ran, const QString &start, const QString &part);

/// Paths of the shipped samples.
QString samplePath(const QString &name);
inline const QString kSeriesA = QStringLiteral("series-a-rag-assistant");
inline const QString kPreSeed = QStringLiteral("pre-seed-agent");
inline const QString kEnterprise = QStringLiteral("enterprise-two-use-cases");
QStringList allSamples();

QByteArray bytesOf(const QString &path);
bool writeBytes(const QString &path, const QByteArray &bytes);
/// Every file and folder below `folder`, hidden ones too, sorted.
QStringList everythingIn(const QString &folder);

QJsonObject object(const QByteArray &json);
QJsonObject sampleObject(const QString &name);
QByteArray jsonOf(const QJsonObject &object);
/// `root` with `value` at `path`, such as `useCases[0].workloads[1].inputTokens`; an undefined value removes the key.
QJsonObject changed(const QJsonObject &root, const QString &path, const QJsonValue &value);
/// The element of `array` whose `key` is `value`, or an empty object.
QJsonObject element(const QJsonValue &array, const QString &key, const QString &value);
/// The keys of an object, sorted and joined by a space.
QString keys(const QJsonValue &object);

/// Cents of "123.45".
qint64 cents(const QJsonValue &dollars);
qint64 centsOfAll(const QJsonValue &array);

/// The text of a PDF as a reader selects it, by poppler's pdftotext; lines as laid out.
QString pdfText(const QString &path);

} // namespace clitest
