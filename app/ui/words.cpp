#include "ui/words.h"

#include "filing/deadlines.h"

#include <QLocale>

#include <array>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

using Word = std::pair<QLatin1StringView, QLatin1StringView>;

template <std::size_t N>
QString lookedUp(const std::array<Word, N> &words, const QString &key)
{
    for (const auto &[from, to] : words) {
        if (key == from)
            return QString(to);
    }
    return key;
}

/// The cents' magnitude, which an absolute value of the smallest 64-bit number would not be.
quint64 magnitudeOf(domain::Money amount)
{
    const qint64 cents = amount.cents();
    return cents < 0 ? quint64(0) - static_cast<quint64>(cents) : static_cast<quint64>(cents);
}

QString grouped(quint64 number)
{
    static const QLocale kGrouped(QLocale::English, QLocale::UnitedStates);
    return kGrouped.toString(number);
}

} // namespace

QString dollars(domain::Money amount)
{
    if (magnitudeOf(amount) % 100 != 0)
        return cents(amount);
    return (amount.cents() < 0 ? u"-$"_s : u"$"_s) + grouped(magnitudeOf(amount) / 100);
}

QString cents(domain::Money amount)
{
    const quint64 magnitude = magnitudeOf(amount);
    return (amount.cents() < 0 ? u"-$"_s : u"$"_s) + grouped(magnitude / 100) + u'.'
         + QString::number(magnitude % 100).rightJustified(2, u'0');
}

QString wholeDollars(domain::Money amount)
{
    const quint64 magnitude = magnitudeOf(amount);
    quint64 whole = magnitude / 100;
    const quint64 rest = magnitude % 100;
    if (rest > 50 || (rest == 50 && whole % 2 == 1))
        ++whole;
    return (amount.cents() < 0 && whole > 0 ? u"-"_s : QString()) + grouped(whole);
}

QString dateLabel(QDate date)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(date, u"MMM d, yyyy"_s);
}

QString momentLabel(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return dateLabel(local.date()) + u", "_s + QLocale::c().toString(local.time(), u"HH:mm"_s);
}

QString elapsedLabel(qint64 seconds)
{
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(seconds % 3600 / 60) + u':' + two(seconds % 60);
    return seconds < 3600 ? minutes : QString::number(seconds / 3600) + u':' + minutes;
}

QString shortMonth(domain::Month month)
{
    return QLocale::c().standaloneMonthName(month.month(), QLocale::ShortFormat);
}

QString monthLabel(domain::Month month)
{
    return shortMonth(month) + u' ' + QString::number(month.year());
}

QString windowLabel(domain::Month from, domain::Month to)
{
    if (from == to)
        return monthLabel(from);
    if (from.year() == to.year())
        return shortMonth(from) + u" to "_s + monthLabel(to);
    return monthLabel(from) + u" to "_s + monthLabel(to);
}

QString statusLabel(const QString &status)
{
    static constexpr std::array<Word, 9> kWords{{{"drafting"_L1, "Draft"_L1},
                                                 {"ready"_L1, "Ready"_L1},
                                                 {"filed"_L1, "Filed"_L1},
                                                 {"in-review"_L1, "In review"_L1},
                                                 {"action-required"_L1, "Action required"_L1},
                                                 {"approved"_L1, "Approved"_L1},
                                                 {"rejected"_L1, "Rejected"_L1},
                                                 {"credits-issued"_L1, "Credits issued"_L1},
                                                 {"expired"_L1, "Expired"_L1}}};
    return lookedUp(kWords, status);
}

QString stageLabel(const QString &stage)
{
    static constexpr std::array<Word, 6> kWords{{{"individual"_L1, "Individual"_L1},
                                                 {"pre-seed"_L1, "Pre-seed"_L1},
                                                 {"seed"_L1, "Seed"_L1},
                                                 {"series-a"_L1, "Series A"_L1},
                                                 {"series-b-plus"_L1, "Series B or later"_L1},
                                                 {"established"_L1, "Established"_L1}}};
    return lookedUp(kWords, stage);
}

QString deadlineLabel(const filing::Deadline &deadline, QDate today)
{
    const QString label = filing::labelOf(deadline.kind) + u", "_s + dateLabel(deadline.on);
    return deadline.on < today ? label + u", overdue"_s : label;
}

QString channelLabel(const QString &channel)
{
    static constexpr std::array<Word, 3> kWords{
        {{"api"_L1, "API"_L1}, {"bulk"_L1, "Bulk import"_L1}, {"console"_L1, "Console"_L1}}};
    return lookedUp(kWords, channel);
}

QString severityLabel(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Error: return u"Must fix"_s;
    case domain::Severity::Warning: return u"Weak"_s;
    case domain::Severity::Advice: break;
    }
    return u"Advice"_s;
}

QString counted(qsizetype count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

} // namespace ui
