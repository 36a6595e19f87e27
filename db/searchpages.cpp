#include "db/searchpages.h"

#include <QByteArray>

#include <optional>

namespace db {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHead = 4; // of a leaf
constexpr int kPageBits = 31;  // of an id: the page's number
constexpr int kHeightBits = 5; // above it: 0 for a leaf

unsigned byteAt(QByteArrayView page, qsizetype at)
{
    return static_cast<unsigned char>(page[at]);
}

/// A number of at most four bytes; none when it is longer or goes past the end. No page is larger than 64 KiB.
std::optional<qsizetype> varintAt(QByteArrayView page, qsizetype &at)
{
    qsizetype value = 0;
    for (int taken = 0; taken < 4 && at < page.size(); ++taken) {
        const unsigned byte = byteAt(page, at++);
        value = (value << 7) | static_cast<qsizetype>(byte & 0x7FU);
        if ((byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

bool isLeaf(qint64 id)
{
    const qint64 aboveThePage =
        (id >> kPageBits) & ((qint64{1} << (kHeightBits + 1)) - 1); // height, and no list of rows
    return id >= (qint64{1} << (kPageBits + kHeightBits + 1)) && aboveThePage == 0;
}

} // namespace

bool isRightLeaf(QByteArrayView page)
{
    if (page.size() < kHead)
        return false;
    const auto size = static_cast<qsizetype>(byteAt(page, 2) << 8U | byteAt(page, 3));
    if (size < kHead || size > page.size())
        return false;
    qsizetype place = 0;
    for (qsizetype at = size; at < page.size();) {
        const auto further = varintAt(page, at);
        if (!further || *further == 0)
            return false;
        place += *further;
        if (place < kHead || place >= size)
            return false;
    }
    return true;
}

Step verifyPages(Connection &connection, const QString &table)
{
    auto rows = connection.run(u"SELECT id, block FROM %1_data"_s.arg(table));
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        if (isLeaf(rows->integer(0)) && !isRightLeaf(rows->bytes(1)))
            return Unexpected(error(ports::StoreError::Kind::Corrupt,
                                    u"%1: page %2 of the index is damaged"_s.arg(table).arg(rows->integer(0))));
    }
    return rows->failure();
}

} // namespace db
