// Month: a calendar month, the unit of every projection.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace domain {

class Month {
public:
    constexpr Month() = default;
    constexpr Month(int year, int month) : m_index(year * 12 + month - 1) {}
    static Month of(QDate date) { return Month(date.year(), date.month()); }

    /// Reads `YYYY-MM`, year 1000..9999.
    static std::optional<Month> parse(QStringView text);

    constexpr int year() const { return m_index / 12; }
    constexpr int month() const { return m_index % 12 + 1; }
    constexpr Month plus(int months) const
    {
        Month later;
        later.m_index = m_index + months;
        return later;
    }
    /// Months from `earlier` to this one; negative when this one is earlier.
    constexpr int since(Month earlier) const { return m_index - earlier.m_index; }
    QDate firstDay() const { return {year(), month(), 1}; }
    QDate lastDay() const { return plus(1).firstDay().addDays(-1); }

    /// `YYYY-MM`.
    QString toString() const;

    friend constexpr auto operator<=>(const Month &, const Month &) = default;

private:
    int m_index = 0;
};

} // namespace domain
