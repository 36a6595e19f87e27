#include "db/companions.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sys/stat.h>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
constexpr qint64 kTrailer = 16; // length of the name, its sum, the magic

/// Whether the journal ends as one that names another file. Taken for such is also what SQLite would find to be damaged.
bool namesAnotherFile(const QString &path)
{
    QFile journal(path);
    if (!journal.open(QIODevice::ReadOnly) || journal.size() < kTrailer || !journal.seek(journal.size() - kTrailer))
        return false; // what cannot be read is SQLite's to say
    const QByteArray trailer = journal.read(kTrailer);
    if (trailer.size() != kTrailer || !trailer.endsWith(kMagic))
        return false;
    const auto length = qFromBigEndian<quint32>(trailer.constData());
    return length > 0 && length <= journal.size() - kTrailer;
}

} // namespace

Step judgeCompanions(const QString &path)
{
    const QString file = QFileInfo(path).canonicalFilePath(); // SQLite follows links to the file itself
    for (const QString &ending : {u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        const QString companion = file + ending;
        struct stat status = {};
        if (::lstat(QFile::encodeName(companion).constData(), &status) != 0)
            continue;
        if (!S_ISREG(status.st_mode) || (ending == "-journal"_L1 && namesAnotherFile(companion)))
            return Unexpected(error(Kind::Unreadable, QFileInfo(companion).fileName()
                                                          + u" beside it was not made by Briefstack; move it away"_s));
    }
    return {};
}

} // namespace db
