#include "ui/reviewmodel.h"

#include <algorithm>

namespace ui {

using domain::FactStatus;
using review::CheckItem;
using review::Evidence;
using review::Judgement;
using review::ReviewCheck;
using namespace Qt::StringLiterals;

namespace {

// An index's internal id: 0 for a check, else 1 + the check's row, and for evidence the item's row + 1 above it.
constexpr quintptr kItemShift = 16;

quintptr idOfItem(int check)
{
    return static_cast<quintptr>(check) + 1;
}

quintptr idOfEvidence(int check, int item)
{
    return idOfItem(check) | (static_cast<quintptr>(item + 1) << kItemShift);
}

int checkOf(quintptr id)
{
    return static_cast<int>(id & ((quintptr(1) << kItemShift) - 1)) - 1;
}

int itemOf(quintptr id)
{
    return static_cast<int>(id >> kItemShift) - 1;
}

QString judgementLabel(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Holds: return ReviewModel::tr("Holds");
    case Judgement::Weak: return ReviewModel::tr("Weak");
    case Judgement::Against: break;
    }
    return ReviewModel::tr("Against");
}

QString statusLabel(FactStatus status)
{
    switch (status) {
    case FactStatus::Implied: return ReviewModel::tr("Implied");
    case FactStatus::Assumed: return ReviewModel::tr("Assumed");
    case FactStatus::Unknown: return ReviewModel::tr("Unknown");
    case FactStatus::Stated: break;
    }
    return {};
}

/// The worst of a check's items; none when nothing judges any.
std::optional<Judgement> worstOf(const ReviewCheck &check)
{
    std::optional<Judgement> worst;
    for (const CheckItem &item : check.items) {
        if (item.judgement && (!worst || *item.judgement > *worst))
            worst = item.judgement;
    }
    return worst;
}

QVariant judgementData(const std::optional<Judgement> &judgement)
{
    return judgement ? QVariant(static_cast<int>(*judgement)) : QVariant();
}

QString captionOf(const Evidence &evidence)
{
    const QString status = statusLabel(evidence.status);
    return status.isEmpty() || evidence.note.isEmpty() ? status : QString(status + u": "_s + evidence.note);
}

} // namespace

void ReviewModel::setChecks(std::vector<ReviewCheck> checks)
{
    beginResetModel();
    m_checks = std::move(checks);
    endResetModel();
}

QModelIndex ReviewModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    return createIndex(row, column,
                       parent.internalId() == 0 ? idOfItem(parent.row())
                                                : idOfEvidence(checkOf(parent.internalId()), parent.row()));
}

QModelIndex ReviewModel::parent(const QModelIndex &child) const
{
    const quintptr id = child.internalId();
    if (!child.isValid() || id == 0)
        return {};
    const int check = checkOf(id);
    return itemOf(id) < 0 ? createIndex(check, 0, quintptr(0)) : createIndex(itemOf(id), 0, idOfItem(check));
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_checks.size());
    const quintptr id = parent.internalId();
    if (id == 0)
        return static_cast<int>(m_checks[static_cast<std::size_t>(parent.row())].items.size());
    if (itemOf(id) >= 0)
        return 0;
    const ReviewCheck &check = m_checks[static_cast<std::size_t>(checkOf(id))];
    return static_cast<int>(check.items[static_cast<std::size_t>(parent.row())].evidence.size());
}

int ReviewModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ReviewModel::checkData(const ReviewCheck &check, int role) const
{
    const auto worst = worstOf(check);
    switch (role) {
    case Qt::DisplayRole: return check.title;
    case Qt::AccessibleTextRole: return worst ? QString(check.title + u": "_s + judgementLabel(*worst)) : check.title;
    case JudgementRole: return judgementData(worst);
    case LevelRole: return 0;
    default: return {};
    }
}

QVariant ReviewModel::itemData(const CheckItem &item, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return item.statement;
    case Qt::AccessibleTextRole:
        return item.judgement ? QString(judgementLabel(*item.judgement) + u". "_s + item.statement + u' ' + item.rule)
                              : item.statement;
    case CaptionRole: return item.rule.isEmpty() ? QString() : tr("Rule: %1").arg(item.rule);
    case FieldRole: return item.field;
    case JudgementRole: return judgementData(item.judgement);
    case LevelRole: return 1;
    default: return {};
    }
}

QVariant ReviewModel::evidenceData(const Evidence &evidence, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return evidence.fact;
    case Qt::AccessibleTextRole: {
        const QString caption = captionOf(evidence);
        return caption.isEmpty() ? evidence.fact : QString(evidence.fact + u". "_s + caption);
    }
    case CaptionRole: return captionOf(evidence);
    case FieldRole: return evidence.field;
    case LevelRole: return 2;
    default: return {};
    }
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const quintptr id = index.internalId();
    if (id == 0)
        return checkData(m_checks[static_cast<std::size_t>(index.row())], role);
    const ReviewCheck &check = m_checks[static_cast<std::size_t>(checkOf(id))];
    if (itemOf(id) < 0)
        return itemData(check.items[static_cast<std::size_t>(index.row())], role);
    return evidenceData(
        check.items[static_cast<std::size_t>(itemOf(id))].evidence[static_cast<std::size_t>(index.row())], role);
}

} // namespace ui
