#include "call/quantities.h"

#include <array>
#include <utility>
#include <vector>

namespace call {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostDigits = 15;

/// Words for powers of ten, longest first where one begins with another.
constexpr std::array<std::pair<QLatin1StringView, int>, 13> kScales{{{"thousand"_L1, 3},
                                                                     {"millions"_L1, 6},
                                                                     {"million"_L1, 6},
                                                                     {"billion"_L1, 9},
                                                                     {"grand"_L1, 3},
                                                                     {"mio"_L1, 6},
                                                                     {"tsd"_L1, 3},
                                                                     {"bn"_L1, 9},
                                                                     {"mm"_L1, 6},
                                                                     {"mn"_L1, 6},
                                                                     {"m"_L1, 6},
                                                                     {"k"_L1, 3},
                                                                     {"b"_L1, 9}}};

int takeScale(QStringView &text)
{
    if (text.endsWith(u'.'))
        text.chop(1);
    for (const auto &[word, power] : kScales) {
        if (text.endsWith(word, Qt::CaseInsensitive)) {
            text = text.chopped(word.size()).trimmed();
            return power;
        }
    }
    return 0;
}

bool isSeparator(QChar sign)
{
    return sign == u',' || sign == u'.' || sign == u'\'' || sign == u'’' || sign.isSpace();
}

/// Digits in groups with the signs between them.
struct Groups {
    std::vector<QString> digits{QString()};
    std::vector<QChar> signs;
};

std::optional<Groups> groupsOf(QStringView text)
{
    Groups groups;
    for (const QChar sign : text) {
        if (sign >= u'0' && sign <= u'9') {
            groups.digits.back() += sign;
        } else if (isSeparator(sign) && !groups.digits.back().isEmpty()) {
            groups.signs.push_back(sign.isSpace() ? QChar(u' ') : sign);
            groups.digits.emplace_back();
        } else {
            return std::nullopt;
        }
    }
    return groups.digits.back().isEmpty() ? std::nullopt : std::optional(groups);
}

/// Whether the first `count` signs group thousands.
bool groupThousands(const Groups &groups, std::size_t count)
{
    const QString &first = groups.digits.front();
    if (first.size() > 3 || first.startsWith(u'0'))
        return count == 0;
    for (std::size_t at = 0; at < count; ++at) {
        if (groups.signs[at] != groups.signs.front() || groups.digits[at + 1].size() != 3)
            return false;
    }
    return true;
}

QString shifted(QString digits, qsizetype decimals, int power)
{
    for (; power > 0; --power) {
        if (decimals > 0)
            --decimals;
        else
            digits += u'0';
    }
    while (decimals > 0 && digits.endsWith(u'0')) {
        digits.chop(1);
        --decimals;
    }
    while (digits.size() > decimals + 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return digits;
}

} // namespace

std::optional<QString> plainQuantity(QStringView written)
{
    QStringView text = written.trimmed();
    for (const QLatin1StringView prefix : {"US$"_L1, "USD"_L1, "$"_L1}) {
        if (text.startsWith(prefix, Qt::CaseInsensitive)) {
            text = text.sliced(prefix.size()).trimmed();
            break;
        }
    }
    const int power = takeScale(text);
    const auto groups = groupsOf(text);
    if (!groups || text.size() > 2 * kMostDigits)
        return std::nullopt;
    const std::size_t signs = groups->signs.size();
    const bool allGroup = groupThousands(*groups, signs);
    if (allGroup && signs == 1 && power > 0 && groups->signs.front() != u' ')
        return std::nullopt; // 1.500k: a thousand and a half of thousands, or a million and a half?
    QString digits;
    for (const QString &group : groups->digits)
        digits += group;
    if (digits.size() + power > kMostDigits)
        return std::nullopt;
    if (allGroup)
        return shifted(digits, 0, power);
    const QChar point = groups->signs.back();
    const bool isPoint = (point == u'.' || point == u',') && (signs == 1 || point != groups->signs.front());
    const qsizetype decimals = groups->digits.back().size();
    if (!isPoint || !groupThousands(*groups, signs - 1) || decimals > 6)
        return std::nullopt;
    return shifted(digits, decimals, power);
}

bool isWhole(const QString &plain)
{
    return !plain.contains(u'.');
}

std::optional<QString> divided(const QString &plain, qint64 divisor)
{
    bool isNumber = false;
    const qint64 number = plain.toLongLong(&isNumber);
    return isNumber && number % divisor == 0 ? std::optional(QString::number(number / divisor)) : std::nullopt;
}

} // namespace call
