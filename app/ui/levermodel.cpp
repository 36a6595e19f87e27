#include "ui/levermodel.h"

#include "ui/words.h"

#include <algorithm>

namespace ui {

using domain::Money;
using whatif::Lever;
using whatif::LeverKind;
using namespace Qt::StringLiterals;

namespace {

QString keyOf(const Lever &lever)
{
    const QString about = lever.kind == LeverKind::Global ? QString() : lever.workloads.value(0);
    return QString::number(static_cast<int>(lever.kind)) + u':' + about;
}

QString titleText(LeverKind kind)
{
    switch (kind) {
    case LeverKind::Batch: return LeverModel::tr("Move to Batch");
    case LeverKind::Cache: return LeverModel::tr("Cache the prefix");
    case LeverKind::Model: return LeverModel::tr("Smaller model");
    case LeverKind::Global: return LeverModel::tr("Global profile");
    case LeverKind::Provisioned: break;
    }
    return LeverModel::tr("Provisioned throughput");
}

whatif::Basis basisOf(const session::CaseView &view, const session::ShippedData &shipped)
{
    return {shipped->rates, shipped->programmes, view.asOf, view.computed.plan.order};
}

} // namespace

void LeverModel::setCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    if (!view || !m_case || view->summary.id != m_case->summary.id) {
        m_set.clear();
        m_checked.clear();
    }
    beginResetModel();
    m_case = view;
    m_shipped = shipped;
    fill();
    endResetModel();
    computeTogether();
}

void LeverModel::fill()
{
    m_rows.clear();
    if (!m_case || !m_shipped)
        return;
    const whatif::Figures stated{m_case->computed.projection, m_case->computed.plan};
    const whatif::LeverTable table =
        whatif::leverTableOf(m_case->computed.worksheet, stated, basisOf(*m_case, m_shipped));
    for (const whatif::LeverResult &result : table.levers) {
        const QString key = keyOf(result.lever);
        const auto same = std::ranges::find(m_rows, key, &Row::key);
        if (same != m_rows.end())
            same->choices.push_back(result.lever);
        else
            m_rows.push_back({key, {result.lever}, result.lever, result.effect});
    }
    for (Row &row : m_rows) {
        const auto set = m_set.constFind(row.key);
        if (set == m_set.constEnd())
            continue;
        // A model that is no longer offered is no choice any more; workloads are those of the case as it is now.
        const auto still = std::ranges::find_if(row.choices, [&](const Lever &choice) {
            return choice.model == set->model && choice.commitment == set->commitment;
        });
        if (still == row.choices.end())
            continue;
        row.lever = *set;
        row.lever.workloads = still->workloads;
        compute(row);
    }
    // What was checked and is not offered any more, because it was applied say, is not checked.
    QSet<QString> offered;
    for (const Row &row : m_rows)
        offered.insert(row.key);
    m_checked.intersect(offered);
}

void LeverModel::compute(Row &row) const
{
    const whatif::Figures stated{m_case->computed.projection, m_case->computed.plan};
    auto effect = whatif::effectOf({row.lever}, m_case->computed.worksheet, stated, basisOf(*m_case, m_shipped));
    row.effect = effect ? std::optional(*std::move(effect)) : std::nullopt;
}

std::vector<Lever> LeverModel::checkedLevers() const
{
    std::vector<Lever> levers;
    for (const Row &row : m_rows) {
        if (m_checked.contains(row.key))
            levers.push_back(row.lever);
    }
    return levers;
}

void LeverModel::computeTogether()
{
    m_together.reset();
    const std::vector<Lever> levers = checkedLevers();
    if (!levers.empty()) {
        const whatif::Figures stated{m_case->computed.projection, m_case->computed.plan};
        auto effect = whatif::effectOf(levers, m_case->computed.worksheet, stated, basisOf(*m_case, m_shipped));
        if (effect)
            m_together = *std::move(effect);
    }
    Q_EMIT togetherChanged();
}

int LeverModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LeverModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Lever &LeverModel::lever(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).lever;
}

const std::vector<Lever> &LeverModel::choices(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).choices;
}

const domain::Workload *LeverModel::workload(int row) const
{
    const Lever &about = lever(row);
    return about.workloads.size() == 1
             ? whatif::findWorkload(m_case->computed.worksheet, about.workloads.constFirst()).workload
             : nullptr;
}

QString LeverModel::choiceName(const Lever &lever) const
{
    return whatif::detailOf(lever, m_shipped->rates);
}

QString LeverModel::conditions(int row) const
{
    const Row &shown = m_rows.at(static_cast<std::size_t>(row));
    QStringList text = whatif::conditionsOf(shown.lever, m_case->computed.worksheet, m_shipped->rates);
    if (shown.effect)
        text += shown.effect->notes;
    return text.join(u' ');
}

QString LeverModel::monthsText(const Row &row) const
{
    if (!row.effect || row.effect->pools.empty())
        return u"-"_s;
    // The pool that gains most: a general-purpose one behind a proof of concept, as a rule.
    const auto most = std::ranges::max_element(row.effect->pools, {}, &whatif::PoolEffect::gained);
    const QString sign = most->gained > domain::Decimal() ? u"+"_s : QString();
    const bool least = !most->after.exhausted && !most->gained.isZero();
    return sign + most->gained.toString() + (least ? u"\u2191"_s : QString());
}

QString LeverModel::toolTip(const Row &row) const
{
    if (!row.effect)
        return tr("The rate book has no price for this.");
    QStringList lines{tr("Saves %1 over the projection").arg(cents(row.effect->saved))};
    for (const whatif::PoolEffect &pool : row.effect->pools) {
        const QString months = tr("%1: lasts %2 months instead of %3, need %4 instead of %5")
                                   .arg(pool.id, pool.after.months.toString(), pool.before.months.toString(),
                                        cents(pool.needAfter), cents(pool.needBefore));
        lines.append(pool.after.exhausted ? months : tr("%1 (or more)").arg(months));
    }
    return lines.join(u'\n');
}

QVariant LeverModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == LeverColumn)
        return m_checked.contains(row.key) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole)
        return index.column() == LeverColumn ? conditions(index.row()) : toolTip(row);
    if (role == Qt::TextAlignmentRole && index.column() != LeverColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == DetailRole && index.column() == LeverColumn) {
        QStringList names;
        for (const QString &id : row.lever.workloads) {
            const domain::Workload *workload = whatif::findWorkload(m_case->computed.worksheet, id).workload;
            if (workload)
                names.append(workload->name.isEmpty() ? id : workload->name);
        }
        return row.lever.kind == LeverKind::Global ? names.join(u", "_s)
                                                   : u"%1: %2"_s.arg(names.join(u", "_s), choiceName(row.lever));
    }
    if (role == Qt::AccessibleTextRole && index.column() == LeverColumn)
        return u"%1, %2"_s.arg(titleText(row.lever.kind), data(index, DetailRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case LeverColumn: return titleText(row.lever.kind);
    case SavesColumn: return row.effect ? cents(row.effect->saved) : u"-"_s;
    default: return monthsText(row);
    }
}

bool LeverModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != LeverColumn
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &key = m_rows[static_cast<std::size_t>(index.row())].key;
    if (static_cast<Qt::CheckState>(value.toInt()) == Qt::Checked)
        m_checked.insert(key);
    else
        m_checked.remove(key);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    computeTogether();
    return true;
}

QVariant LeverModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == MonthsColumn)
        return tr("Months that the pool which gains most lasts longer; \u2191: or more, as it outlasts the projection");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == LeverColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == LeverColumn ? tr("Lever") : section == SavesColumn ? tr("Saves") : tr("Months");
}

Qt::ItemFlags LeverModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == LeverColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

void LeverModel::setLever(int row, const Lever &lever)
{
    Row &changed = m_rows.at(static_cast<std::size_t>(row));
    if (changed.lever == lever)
        return;
    changed.lever = lever;
    m_set.insert(changed.key, lever);
    compute(changed);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    computeTogether();
}

void LeverModel::reset()
{
    m_set.clear();
    m_checked.clear();
    beginResetModel();
    fill();
    endResetModel();
    computeTogether();
}

int LeverModel::checkedCount() const
{
    return static_cast<int>(m_checked.size());
}

bool LeverModel::isChanged() const
{
    return !m_checked.isEmpty() || !m_set.isEmpty();
}

domain::Worksheet LeverModel::changedWorksheet() const
{
    return whatif::applied(m_case->computed.worksheet, checkedLevers());
}

} // namespace ui
