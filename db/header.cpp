#include "db/header.h"

#include <QtEndian>

#include <bit>
#include <limits>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kMagic("SQLite format 3\0", 16);
constexpr qsizetype kWriteFormat = 18;
constexpr qsizetype kTextEncoding = 56;
constexpr quint32 kEncodingBits = 3; // what SQLite reads of it
constexpr quint32 kUtf8 = 1;
constexpr qsizetype kUserVersion = 60;
constexpr qsizetype kApplicationIdAt = 68;
constexpr qint64 kSmallestPage = 512;
constexpr int kBitsOfDamage = 2; // no other program's id is that close to ours

quint32 bigEndian32(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

bool nearly(quint32 id)
{
    return std::popcount(id ^ kApplicationId) <= kBitsOfDamage;
}

ports::StoreError notSqlite(QByteArrayView start)
{
    // Our id in its place under a damaged signature: the file was a case.
    if (bigEndian32(start, kApplicationIdAt) == kApplicationId)
        return error(Kind::Corrupt, u"the file's signature is damaged"_s);
    return error(Kind::NotACase, u"it is not an SQLite database"_s);
}

} // namespace

domain::Result<FileHeader, ports::StoreError> judgeHeader(QByteArrayView start, qint64 size, int newestVersion)
{
    const QByteArrayView magic = start.first(qMin(start.size(), kMagic.size()));
    if (size == 0 || (size < kHeaderBytes && kMagic.startsWith(magic)))
        return Unexpected(error(Kind::TooShort, QString::number(size)));
    if (size < kHeaderBytes || start.size() < kHeaderBytes)
        return Unexpected(error(Kind::NotACase, u"it is not an SQLite database"_s));
    if (magic != kMagic)
        return Unexpected(notSqlite(start));
    const quint32 id = bigEndian32(start, kApplicationIdAt);
    if (id != kApplicationId && nearly(id))
        return Unexpected(error(Kind::Corrupt, u"the file's application id is damaged"_s));
    if (id != kApplicationId)
        return Unexpected(error(Kind::NotACase, u"it is an SQLite database of another program"_s));
    const quint32 version = bigEndian32(start, kUserVersion);
    if (version == 0 || version > quint32{std::numeric_limits<qint32>::max()})
        return Unexpected(error(Kind::Corrupt, u"the file's version is damaged"_s));
    if (version > static_cast<quint32>(newestVersion))
        return Unexpected(error(Kind::TooNew, QString::number(version)));
    if ((bigEndian32(start, kTextEncoding) & kEncodingBits) > kUtf8) // SQLite takes 0 for UTF-8 too
        return Unexpected(
            error(Kind::Corrupt, u"the file's texts are not in UTF-8, as those of every case file are"_s));
    if (size < kSmallestPage)
        return Unexpected(error(Kind::Corrupt, u"the file ends in its first page"_s));
    if (size > kLargestFile)
        return Unexpected(error(Kind::NotACase, u"it is larger than any case file"_s));
    return FileHeader{static_cast<int>(version), start[kWriteFormat] == 2};
}

} // namespace db
