// Seconds and peak memory of `briefstack-cli draft` on 1,000 worksheets into one case file, without and with their PDFs,
// and of a list of that file. Runs the program itself, once each: what a partner would wait for.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWorksheets = 1000;

/// The sample under a thousand names with a thousand volumes.
QStringList writeWorksheets(const QString &folder)
{
    QFile source(QStringLiteral(BRIEFSTACK_SOURCE_DIR "/resources/samples/series-a-rag-assistant.worksheet.json"));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("the sample is missing");
    const QByteArray sample = source.readAll();
    QStringList files;
    for (int i = 0; i < kWorksheets; ++i) {
        QByteArray bytes = sample;
        const QByteArray number = QByteArray::number(1000 + i);
        bytes.replace("Northwind Support Software", QByteArray("Northwind ").append(number).append(" Software"));
        bytes.replace("\"requestsPerDay\": 5000",
                      QByteArray("\"requestsPerDay\": ").append(QByteArray::number(5000 + i)));
        QFile file(folder + u"/%1.worksheet.json"_s.arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no space for the worksheets");
        files.append(file.fileName());
    }
    return files;
}

void run(const char *what, const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(BRIEFSTACK_CLI), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() == 2)
        qFatal("%s failed: %s", what, process.readAll().constData());
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    std::printf("%-46s %7.2f s   peak so far %ld MiB\n", what, double(timer.nsecsElapsed()) / 1e9,
                usage.ru_maxrss / 1024);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QStringList worksheets = writeWorksheets(folder.path());
    const QString file = folder.filePath(u"bench.briefstack"_s);
    const QString asOf = u"2026-11-22"_s;
    run("draft 1,000 worksheets, no documents",
        QStringList{u"draft"_s} + worksheets + QStringList{u"--case"_s, file, u"--as-of"_s, asOf});
    run("list them", {u"list"_s, u"--case"_s, file});
    run("search them", {u"list"_s, u"--case"_s, file, u"--search"_s, u"northw 17"_s});
    run("project one", {u"project"_s, worksheets.first(), u"--as-of"_s, asOf});
    run("draft 1,000 worksheets with 2,000 briefs",
        QStringList{u"draft"_s} + worksheets
            + QStringList{u"--case"_s, folder.filePath(u"briefs.briefstack"_s), u"--out"_s,
                          folder.filePath(u"briefs"_s), u"--as-of"_s, asOf});
    return 0;
}
