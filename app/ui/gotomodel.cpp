#include "ui/gotomodel.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecentBonus = 6;
constexpr int kBelowAll = -1000; ///< of what is found only together with where it is
constexpr std::size_t kMostRows = 100;

/// Each of the words that are typed, anywhere: letters in order would be met in any long text.
bool hasWords(const QString &text, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString kindWord(GoToEntry::Kind kind)
{
    switch (kind) {
    case GoToEntry::Kind::Case: return GoToModel::tr("Case");
    case GoToEntry::Kind::Field: return GoToModel::tr("Field");
    case GoToEntry::Kind::Command: break;
    }
    return GoToModel::tr("Command");
}

QString kindKey(GoToEntry::Kind kind)
{
    switch (kind) {
    case GoToEntry::Kind::Case: return u"case:"_s;
    case GoToEntry::Kind::Field: return u"field:"_s;
    case GoToEntry::Kind::Command: break;
    }
    return u"command:"_s;
}

} // namespace

GoToModel::GoToModel(std::vector<GoToEntry> entries, QStringList recent, QObject *parent)
    : QAbstractListModel(parent), m_entries(std::move(entries))
{
    for (const GoToEntry &entry : m_entries)
        m_recency.push_back(recent.indexOf(keyOf(entry)));
    setTyped({});
}

QString GoToModel::keyOf(const GoToEntry &entry)
{
    return kindKey(entry.kind) + entry.id;
}

void GoToModel::setTyped(const QString &typed)
{
    beginResetModel();
    m_rows.clear();
    const bool all = typed.trimmed().isEmpty();
    for (std::size_t index = 0; index < m_entries.size(); ++index) {
        const GoToEntry &entry = m_entries[index];
        const bool isRecent = m_recency[index] >= 0;
        if (auto match = fuzzyMatch(typed, entry.text)) {
            const int bonus = all ? int(isRecent ? 1000 - m_recency[index] : 0) : isRecent ? kRecentBonus : 0;
            m_rows.push_back({index, match->score + bonus, std::move(match->ranges)});
        } else if (hasWords(entry.detail + u' ' + entry.text, typed)) {
            m_rows.push_back({index, kBelowAll, {}});
        }
    }
    std::ranges::stable_sort(m_rows, std::ranges::greater(), &Row::score);
    if (m_rows.size() > kMostRows)
        m_rows.resize(kMostRows);
    endResetModel();
}

const GoToEntry &GoToModel::entry(const QModelIndex &index) const
{
    return m_entries[m_rows[static_cast<std::size_t>(index.row())].entry];
}

const std::vector<ports::TextRange> &GoToModel::ranges(const QModelIndex &index) const
{
    return m_rows[static_cast<std::size_t>(index.row())].ranges;
}

int GoToModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant GoToModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GoToEntry &shown = entry(index);
    switch (role) {
    case Qt::DisplayRole: return shown.text;
    case DetailRole: return shown.detail;
    case KeysRole: return shown.keys;
    case KindRole: return kindWord(shown.kind);
    case Qt::AccessibleTextRole: {
        QStringList parts{shown.text, kindWord(shown.kind)};
        for (const QString &more : {shown.detail, shown.keys}) {
            if (!more.isEmpty())
                parts.append(more);
        }
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

} // namespace ui
