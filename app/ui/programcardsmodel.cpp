#include "ui/programcardsmodel.h"

#include "ui/plaintooltip.h"
#include "ui/words.h"

#include <QMimeData>

#include <algorithm>

namespace ui {

using catalogue::Programme;
using funding::Verdict;
using namespace Qt::StringLiterals;

namespace {

const auto kMime = u"application/x-briefstack-pool-row"_s;

/// Half sentences as sentences.
QString sentences(const QStringList &halves)
{
    QStringList all;
    for (const QString &half : halves)
        all.append(half.left(1).toUpper() + half.mid(1));
    return all.join(u' ');
}

QString wordsOf(const std::vector<funding::Change> &changes)
{
    QStringList all;
    for (const funding::Change &change : changes) {
        if (!all.contains(change.what))
            all.append(change.what);
    }
    return all.join(u' ');
}

QString withoutStop(QString text)
{
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString factsOf(const Programme &programme)
{
    const QString amount = funding::amountRange(programme);
    return QStringList{amount.left(1).toUpper() + amount.mid(1), withoutStop(programme.speed),
                       withoutStop(programme.howFiled)}
        .join(u" \u00b7 "_s);
}

/// Sources that disagree, side by side.
QString sourcesOf(const Programme &programme)
{
    QStringList lines{ProgramCardsModel::tr("Figures: %1, %2").arg(programme.source, programme.asOf)};
    for (const catalogue::Override &own : programme.overrides)
        lines.append(ProgramCardsModel::tr("Your own %1: %2 instead of %3, by %4 on %5: %6")
                         .arg(own.key, own.to, own.from, own.by, dateLabel(own.on), own.why));
    for (const catalogue::ConflictingFigure &other : programme.conflicting)
        lines.append(
            ProgramCardsModel::tr("Others, %1: %2 (%3, %4)").arg(other.what, other.says, other.source, other.asOf));
    return lines.join(u'\n');
}

QString change(Verdict verdict)
{
    return verdict == Verdict::No ? ProgramCardsModel::tr("Nothing would change this.") : QString();
}

} // namespace

void ProgramCardsModel::setOutlook(const funding::Outlook &outlook, const funding::FundingPlan &plan,
                                   const catalogue::Programmes &programmes)
{
    std::vector<Card> cards;
    for (const funding::Pool &pool : plan.pools) {
        const Programme &programme = *programmes.find(pool.programme);
        const QString changes = wordsOf(pool.changes);
        cards.push_back({pool.id, programme.id, u"%1. %2"_s.arg(QString::number(cards.size() + 1), programme.name),
                         pool.verdict, factsOf(programme), tr("Ask %1").arg(dollars(pool.ask)),
                         sentences(pool.reasons + pool.gaps), changes.isEmpty() ? change(pool.verdict) : changes,
                         sourcesOf(programme)});
    }
    const int stacked = static_cast<int>(cards.size());
    for (const funding::ProgrammeOutlook &card : outlook.programmes) {
        if (!card.poolIds.isEmpty())
            continue;
        const Programme &programme = *programmes.find(card.programme);
        const QString changes = wordsOf(card.changes);
        cards.push_back({{},
                         programme.id,
                         programme.name,
                         card.verdict,
                         factsOf(programme),
                         card.eligible ? tr("Would ask %1").arg(dollars(card.ask)) : QString(),
                         sentences(card.reasons),
                         changes.isEmpty() ? change(card.verdict) : changes,
                         sourcesOf(programme)});
    }
    beginResetModel();
    m_cards = std::move(cards);
    m_stacked = stacked;
    endResetModel();
}

void ProgramCardsModel::clear()
{
    beginResetModel();
    m_cards.clear();
    m_stacked = 0;
    endResetModel();
}

int ProgramCardsModel::rowOf(const QString &poolOrProgramme) const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(), [&poolOrProgramme](const Card &card) {
        return (card.pool.isEmpty() ? card.programme : card.pool) == poolOrProgramme;
    });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

int ProgramCardsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant ProgramCardsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Card &card = m_cards[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return card.title;
    case VerdictRole: return static_cast<int>(card.verdict);
    case FactsRole: return card.facts;
    case AskRole: return card.ask;
    case ReasonsRole: return card.reasons;
    case ChangesRole: return card.changes;
    case SourcesRole:
    case Qt::AccessibleDescriptionRole: return card.sources;
    case Qt::ToolTipRole: return plainToolTip(card.sources);
    case PoolRole: return card.pool;
    case ProgrammeRole: return card.programme;
    case Qt::AccessibleTextRole: {
        const QString place = card.pool.isEmpty() ? tr("not in the stack") : tr("in the stack");
        QStringList parts{card.title,   place,       funding::verdictName(card.verdict), card.facts, card.ask,
                          card.reasons, card.changes};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

Qt::ItemFlags ProgramCardsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the cards
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.row() < m_stacked && m_stacked > 1 ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList ProgramCardsModel::mimeTypes() const
{
    return {kMime};
}

QMimeData *ProgramCardsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.size() != 1)
        return nullptr;
    auto *data = new QMimeData;
    data->setData(kMime, QByteArray::number(indexes.first().row()));
    return data;
}

bool ProgramCardsModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                        const QModelIndex &parent) const
{
    return action == Qt::MoveAction && data->hasFormat(kMime) && !parent.isValid() && row >= 0 && row <= m_stacked;
}

bool ProgramCardsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                     const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int from = data->data(kMime).toInt();
    const int to = row > from ? row - 1 : row;
    if (from >= 0 && from < m_stacked && from != to)
        Q_EMIT moveRequested(from, to);
    return false; // the stack is another one already; the view must not take the row out
}

} // namespace ui
