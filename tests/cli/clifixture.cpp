#include "cli/clifixture.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

namespace clitest {

using namespace Qt::StringLiterals;

QByteArray Ran::words() const
{
    return "status " + QByteArray::number(status) + "\nstandard output: " + out.left(2000) + "\nstandard error: " + err;
}

Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input, const QString &outputFile)
{
    constexpr int kPatience = 600'000;
    QProcess process;
    if (!outputFile.isEmpty())
        process.setStandardOutputFile(outputFile);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience))
        return {-1, {}, process.errorString().toUtf8()};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    const QByteArray out = outputFile.isEmpty() ? process.readAllStandardOutput() : QByteArray();
    return {status, out, process.readAllStandardError()};
}

QString program()
{
    return QStringLiteral(BRIEFSTACK_CLI);
}

Ran run(const QStringList &arguments, const QByteArray &input, const QString &outputFile)
{
    return runProgram(program(), arguments, input, outputFile);
}

Ran runAsOf(QStringList arguments, const QByteArray &input)
{
    return run(arguments << u"--as-of"_s << u"2026-11-22"_s, input);
}

bool isRefused(const Ran &ran, const QString &start, const QString &part)
{
    const QString said = QString::fromUtf8(ran.err);
    return ran.status == 2 && ran.out.isEmpty() && said.count(u'\n') == 1 && said.endsWith(u'\n')
        && said.startsWith(u"briefstack-cli: "_s + start) && said.contains(part);
}

QString samplePath(const QString &name)
{
    return support::sourcePath(u"resources/samples/"_s) + name + u".worksheet.json"_s;
}

QStringList allSamples()
{
    return {samplePath(kEnterprise), samplePath(kPreSeed), samplePath(kSeriesA)};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

QStringList everythingIn(const QString &folder)
{
    QStringList found;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        found.append(QDir(folder).relativeFilePath(all.next()));
    found.sort();
    return found;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject sampleObject(const QString &name)
{
    return object(bytesOf(samplePath(name)));
}

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

namespace {

QJsonValue changedValue(const QJsonValue &at, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString &step = path.first();
    bool isIndex = false;
    const int index = step.toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = at.toArray();
        array.replace(index, changedValue(array.at(index), path.sliced(1), value));
        return array;
    }
    QJsonObject object = at.toObject();
    object.insert(step, changedValue(object.value(step), path.sliced(1), value));
    return object;
}

} // namespace

QJsonObject changed(const QJsonObject &root, const QString &path, const QJsonValue &value)
{
    QString steps = path;
    steps.replace(u'[', u'.').remove(u']');
    return changedValue(root, steps.split(u'.'), value).toObject();
}

QJsonObject element(const QJsonValue &array, const QString &key, const QString &value)
{
    for (const QJsonValue &candidate : array.toArray()) {
        if (candidate.toObject().value(key).toString() == value)
            return candidate.toObject();
    }
    return {};
}

QString keys(const QJsonValue &object)
{
    return object.toObject().keys().join(u' ');
}

qint64 cents(const QJsonValue &dollars)
{
    return dollars.toString().remove(u'.').toLongLong();
}

qint64 centsOfAll(const QJsonValue &array)
{
    qint64 sum = 0;
    for (const QJsonValue &value : array.toArray())
        sum += cents(value);
    return sum;
}

QString pdfText(const QString &path)
{
    return QString::fromUtf8(runProgram(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).out);
}

} // namespace clitest
