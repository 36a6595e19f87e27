#include "fuzz/fuzztarget.h"

#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>

namespace fuzz {

using namespace Qt::StringLiterals;

QList<QByteArray> filesOf(const QString &folder, const QStringList &patterns)
{
    QList<QByteArray> all;
    const QDir files(support::sourcePath(folder));
    for (const QString &name : files.entryList(patterns, QDir::Files, QDir::Name)) {
        QFile file(files.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.append(file.readAll());
    }
    return all;
}

QString unlessOneLine(const QString &message)
{
    const bool isOne =
        !message.isEmpty() && !message.contains(u'\n') && !message.contains(u'\r') && !message.contains(QChar(u'\0'));
    return isOne ? QString() : u"a message is not one line: "_s + message;
}

} // namespace fuzz
