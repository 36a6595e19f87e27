// ProgramCardsModel: a card per pool of the stack, in its order, then one per program that is not in it. Read-only itself:
// dropping a card of the stack on another place asks for the move by moveRequested().
#pragma once

#include "funding/outlook.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

class ProgramCardsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole, ///< "1. Bedrock proof of concept"
        VerdictRole,              ///< int of funding::Verdict
        FactsRole,                ///< "$10,000 to $50,000 · About 2 weeks · A partner files it through ACE"
        AskRole,                  ///< "Ask $29,500", "Would ask $100,000"
        ReasonsRole,              ///< why; may be empty
        ChangesRole,              ///< what would change it; may be empty
        PoolRole,                 ///< the pool's id; empty: not in the stack
        ProgrammeRole,
        SourcesRole, ///< where its figures come from, what other sources say, and one's own changes; lines of plain text
    };

    using QAbstractListModel::QAbstractListModel;

    void setOutlook(const funding::Outlook &outlook, const funding::FundingPlan &plan,
                    const catalogue::Programmes &programmes);
    void clear();
    /// How many cards stand in the stack; they are the first.
    int stacked() const { return m_stacked; }
    /// Row of a pool or, where it is none, of a program that is not in the stack; -1 when there is none.
    int rowOf(const QString &poolOrProgramme) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// `to` is the place that the pool has afterwards.
    void moveRequested(int from, int to);

private:
    struct Card {
        QString pool;
        QString programme;
        QString title;
        funding::Verdict verdict = funding::Verdict::Yes;
        QString facts;
        QString ask;
        QString reasons;
        QString changes;
        QString sources;
    };

    std::vector<Card> m_cards;
    int m_stacked = 0;
};

} // namespace ui
