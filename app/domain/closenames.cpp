#include "domain/closenames.h"

#include <algorithm>
#include <vector>

namespace domain {

namespace {

constexpr qsizetype kLongestText = 80; // what is longer is no slip of a name; it also bounds the work

/// Edits (insert, delete, replace) that turn `a` into `b`; by Wagner and Fischer, one row kept.
int editDistance(QStringView a, QStringView b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[static_cast<std::size_t>(b.size())];
}

} // namespace

QStringList closeNames(const QString &text, const QStringList &names, int most)
{
    const QString wanted = text.toCaseFolded();
    if (wanted.isEmpty() || wanted.size() > kLongestText)
        return {};
    std::vector<std::pair<int, QString>> ranked;
    for (const QString &name : names) {
        const QString candidate = name.toCaseFolded();
        const int distance = editDistance(wanted, candidate);
        const bool contained = wanted.size() >= 3 && (candidate.contains(wanted) || wanted.contains(candidate));
        if (contained || distance <= std::max<qsizetype>(2, wanted.size() / 3))
            ranked.emplace_back(contained ? std::min(distance, 2) : distance, name);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList close;
    for (const auto &[distance, name] : ranked) {
        if (close.size() < most)
            close.append(name);
    }
    return close;
}

} // namespace domain
