// A case file with one case of a sample, and the commands that take its record to AWS and back.
#pragma once

#include "cli/clifixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace clitest {

using namespace Qt::StringLiterals;

inline const QString kPoc = u"bedrock-poc"_s;
inline const QString kSlug = u"northwind-support-software"_s;

inline QStringList asOf(QStringList arguments, const QString &day)
{
    return arguments << u"--as-of"_s << day;
}

class FiledFolder {
protected:
    ~FiledFolder() = default;

    /// Drafts the case anew, in a folder of its own.
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, path(u"c.briefstack"_s), u"--out"_s,
                              path(u"out"_s)}),
                     0);
        m_brief = bytesOf(path(u"out/"_s + kSlug + u"-bedrock-poc.pdf"_s));
        const Ran listed = run({u"list"_s, u"--case"_s, path(u"c.briefstack"_s), u"--format"_s, u"json"_s});
        m_case = QJsonDocument::fromJson(listed.out)[u"cases"_s][0][u"id"_s].toString();
        QVERIFY(!m_case.isEmpty());
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Ran file(const QStringList &more = {}, const QString &day = u"2026-11-22"_s) const
    {
        return run(asOf(QStringList{u"file"_s, u"--case"_s, path(u"c.briefstack"_s), u"--pool"_s, kPoc,
                                    u"--opportunity"_s, u"O1234567"_s}
                            + more,
                        day));
    }
    Ran status(const QStringList &more, const QString &day = u"2026-11-24"_s) const
    {
        return run(asOf(QStringList{u"status"_s, u"--case"_s, path(u"c.briefstack"_s)} + more, day));
    }
    QJsonObject record(const QString &day = u"2026-11-24"_s) const
    {
        const Ran ran = status({u"--pool"_s, kPoc, u"--format"_s, u"json"_s}, day);
        return QJsonDocument::fromJson(ran.out)[u"records"_s][0].toObject();
    }
    /// Sends the record back with that reason.
    void sendBack(const QString &reason)
    {
        VERIFY_ENDED(file(), 0);
        VERIFY_ENDED(status({u"--pool"_s, kPoc, u"--to"_s, u"Action Required"_s, u"--reason"_s, reason}), 0);
    }
    /// Saves the sample with one of its texts changed as the case's next revision.
    void change(const QByteArray &from, const QByteArray &to)
    {
        QByteArray worksheet = bytesOf(path(u"changed.json"_s));
        if (worksheet.isEmpty())
            worksheet = bytesOf(samplePath(kSeriesA));
        QVERIFY(worksheet.contains(from));
        worksheet.replace(from, to);
        QVERIFY(writeBytes(path(u"changed.json"_s), worksheet));
        const Ran ran =
            run(asOf({u"draft"_s, path(u"changed.json"_s), u"--case"_s, path(u"c.briefstack"_s), u"--update"_s, m_case},
                     u"2026-11-24"_s));
        QVERIFY2(ran.status < 2, ran.words().constData());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    QByteArray m_brief;
};

} // namespace clitest
