#include "catalogue/offer/offerfile.h"

#include "domain/date.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace catalogue {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHead = 512;

/// Reads at least `kHead` bytes when the source has them: sources may give less at a time.
QByteArray firstBytes(const json::ByteSource &source, bool *failed)
{
    QByteArray bytes(kHead, '\0');
    qsizetype length = 0;
    while (length < kHead) {
        const qsizetype got = source(bytes.data() + length, kHead - length);
        *failed = got < 0;
        if (got <= 0)
            break;
        length += got;
    }
    bytes.truncate(length);
    return bytes;
}

/// `head`, then the rest of `source`.
json::ByteSource rejoined(const QByteArray &head, const json::ByteSource &source)
{
    return [head, &source, taken = qsizetype(0)](char *buffer, qsizetype most) mutable {
        if (taken == head.size())
            return source(buffer, most);
        const qsizetype length = std::min(most, head.size() - taken);
        std::memcpy(buffer, head.constData() + taken, static_cast<std::size_t>(length));
        taken += length;
        return length;
    };
}

Unexpected<InputError> notAnOffer(const QString &what, const QString &way)
{
    return Unexpected(InputError{InputProblem::WrongType, {}, what, way});
}

bool startsWithIgnoringCase(QByteArrayView bytes, QByteArrayView start)
{
    return bytes.size() >= start.size()
        && QByteArray::fromRawData(bytes.data(), start.size()).compare(start, Qt::CaseInsensitive) == 0;
}

} // namespace

const QString &OfferProduct::value(QByteArrayView name) const
{
    static const QString kNone;
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [name](const auto &entry) { return entry.first == name; });
    return found == attributes.end() ? kNone : found->second;
}

QByteArray offerAttributeName(QByteArrayView name)
{
    QByteArray plain;
    plain.reserve(name.size());
    for (const char sign : name) {
        if (sign >= 'A' && sign <= 'Z')
            plain.append(static_cast<char>(sign - 'A' + 'a'));
        else if (sign != ' ' && sign != '_')
            plain.append(sign);
    }
    return plain;
}

QDate offerDate(QStringView text)
{
    constexpr qsizetype kDate = 10;
    return domain::parseDate(text.left(kDate)).value_or(QDate());
}

Result<OfferReading, InputError> readOffer(const json::ByteSource &source, OfferVisitor &visitor)
{
    bool failed = false;
    const QByteArray head = firstBytes(source, &failed);
    if (failed)
        return OfferReading{};
    const QString unpack = u"an AWS price file as JSON or CSV: unpack it first"_s;
    if (head.isEmpty())
        return notAnOffer(u"an empty file"_s, u"an AWS price file as JSON or CSV"_s);
    if (head.startsWith("\x1f\x8b"))
        return notAnOffer(u"a gzip archive"_s, unpack);
    if (head.startsWith("PK\x03\x04"))
        return notAnOffer(u"a zip archive"_s, unpack);
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return notAnOffer(u"UTF-16 text"_s, u"UTF-8, as AWS publishes it: download the file again"_s);
    const QByteArray unmarked = head.startsWith("\xef\xbb\xbf") ? head.sliced(3) : head;
    QByteArrayView text(unmarked);
    while (!text.isEmpty()
           && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
        text = text.sliced(1);
    if (text.startsWith('<'))
        return notAnOffer(u"an HTML or XML page"_s, u"the price file itself, as JSON or CSV: download it again"_s);
    const json::ByteSource whole = rejoined(unmarked, source);
    if (text.startsWith('{'))
        return readJsonOffer(whole, visitor);
    if (startsWithIgnoringCase(text, "\"FormatVersion\"") || startsWithIgnoringCase(text, "FormatVersion")
        || startsWithIgnoringCase(text, "\"SKU\"") || startsWithIgnoringCase(text, "SKU,"))
        return readCsvOffer(whole, visitor);
    return notAnOffer(u"another kind of file"_s, u"an AWS price file as JSON or CSV"_s);
}

} // namespace catalogue
