#include "ui/comparisonmodel.h"

#include "ui/plaintooltip.h"
#include "ui/rowpainting.h"

#include <QFont>
#include <QGuiApplication>

namespace ui {

using session::Difference;
using Choice = Difference::Choice;
using Kind = Difference::Kind;
using namespace Qt::StringLiterals;

namespace {

// An index of a difference holds its topic's row and one more; of a topic, nothing.
quintptr topicOf(const QModelIndex &index)
{
    return index.internalId();
}

} // namespace

void ComparisonModel::setComparison(session::Comparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_topics.clear();
    const auto &differences = m_comparison.differences();
    for (std::size_t i = 0; i < differences.size(); ++i) {
        if (i == 0 || differences[i].above != differences[i - 1].above)
            m_topics.push_back({differences[i].above.join(u" \u203a "_s), i, 0});
        ++m_topics.back().count;
    }
    endResetModel();
}

std::size_t ComparisonModel::numberOf(const QModelIndex &index) const
{
    return m_topics[topicOf(index) - 1].first + static_cast<std::size_t>(index.row());
}

const Difference *ComparisonModel::differenceAt(const QModelIndex &index) const
{
    return index.isValid() && topicOf(index) > 0 ? &m_comparison.differences()[numberOf(index)] : nullptr;
}

bool ComparisonModel::choose(const QModelIndex &index, std::optional<Choice> choice)
{
    if (!differenceAt(index) || !m_comparison.choose(numberOf(index), choice))
        return false;
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(Columns - 1));
    return true;
}

std::size_t ComparisonModel::chooseUndisputed()
{
    const std::size_t made = m_comparison.chooseUndisputed();
    for (int topic = 0; made > 0 && topic < rowCount(); ++topic) {
        const QModelIndex above = index(topic, 0);
        Q_EMIT dataChanged(index(0, 0, above), index(rowCount(above) - 1, Columns - 1, above));
    }
    return made;
}

QModelIndex ComparisonModel::nextOpenConflict(const QModelIndex &from) const
{
    QModelIndex wrapped;
    const QModelIndex start = from.siblingAtColumn(0);
    bool below = false;
    for (int topic = 0; topic < rowCount(); ++topic) {
        const QModelIndex above = index(topic, 0);
        below = below || above == start;
        for (int row = 0; row < rowCount(above); ++row) {
            const QModelIndex one = index(row, 0, above);
            const Difference *difference = differenceAt(one);
            const bool open = difference->kind == Kind::Conflict && !difference->choice;
            if (open && below)
                return one;
            if (open && !wrapped.isValid())
                wrapped = one;
            below = below || one == start;
        }
    }
    return wrapped;
}

QModelIndex ComparisonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex ComparisonModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || topicOf(child) == 0)
        return {};
    return createIndex(static_cast<int>(topicOf(child)) - 1, 0, quintptr{0});
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_topics.size());
    return topicOf(parent) == 0 && parent.column() == 0 ? m_topics[static_cast<std::size_t>(parent.row())].count : 0;
}

int ComparisonModel::columnCount(const QModelIndex &) const
{
    return Columns;
}

QString ComparisonModel::shown(const Difference &difference, const QString &text)
{
    if (!text.isNull())
        return text;
    return difference.isEntry ? tr("not there") : tr("not given");
}

QString ComparisonModel::stateWords(const Difference &difference) const
{
    if (!difference.obstacle.isEmpty() && difference.choice != Choice::Ours)
        return tr("Cannot be taken: %1").arg(difference.obstacle);
    if (difference.choice == Choice::Theirs)
        return difference.kind == Kind::Ours ? tr("Taken: what changed here is undone") : tr("Taken");
    if (difference.choice == Choice::Ours)
        return difference.kind == Kind::Ours ? tr("Stays as changed here") : tr("Stays as it is here");
    switch (difference.kind) {
    case Kind::Theirs: return tr("Changed there only");
    case Kind::Ours: return tr("Changed here only");
    case Kind::Conflict: break;
    }
    return difference.base ? tr("Conflict: changed in both, choose one") : tr("Conflict: choose one");
}

QVariant ComparisonModel::differenceData(const Difference &difference, int column, int role) const
{
    const bool ours = column == Ours;
    if (role == ChosenRole) {
        if ((!ours && column != Theirs) || (!ours && !difference.obstacle.isEmpty()))
            return {};
        return difference.choice == (ours ? Choice::Ours : Choice::Theirs);
    }
    const bool open = difference.kind == Kind::Conflict && !difference.choice;
    if (role == OpenRole)
        return open;
    QString text;
    switch (column) {
    case Field: text = difference.label; break;
    case Ours: text = shown(difference, difference.ours); break;
    case Theirs: text = shown(difference, difference.theirs); break;
    default: text = stateWords(difference);
    }
    const QString source = column == Theirs && !difference.source.isEmpty() ? difference.source : QString();
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole)
        return plainToolTip(source.isEmpty() ? text : source + u'\n' + text);
    if (role == Qt::AccessibleTextRole) {
        if (column != Ours && column != Theirs)
            return text;
        return differenceData(difference, column, ChosenRole).toBool() ? tr("%1, chosen").arg(text) : text;
    }
    if (role == Qt::AccessibleDescriptionRole)
        return source;
    if (role == Qt::FontRole && column == State && open)
        return strongFont(QGuiApplication::font());
    return {};
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Difference *difference = differenceAt(index))
        return differenceData(*difference, index.column(), role);
    if (index.column() == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return m_topics[static_cast<std::size_t>(index.row())].name;
    if (role == Qt::FontRole)
        return strongFont(QGuiApplication::font());
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field: return tr("Field");
    case Ours: return m_comparison.oursName();
    case Theirs: return m_comparison.theirsName();
    default: return tr("State");
    }
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return differenceAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

} // namespace ui
