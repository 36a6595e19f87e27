// CaseListModel: the cases of the open file as the left list shows them. Read-only; replaced as a whole.
#pragma once

#include "ports/casestore.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace ui {

class CaseListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        CompanyRole,
        StatusRole,   ///< the word shown: "Draft"
        DraftRole,    ///< bool: nothing of it is filed or ready yet
        AskRole,      ///< the sum of asks, as shown: "$129,500"
        DeadlineRole, ///< what is due next: "File by, Dec 18, 2026"; empty: nothing
    };

    using QAbstractListModel::QAbstractListModel;

    void setCases(std::vector<ports::CaseSummary> cases);
    /// What is due next, in words, by case.
    void setDeadlines(QHash<QString, QString> deadlines);
    /// Some case has something due: then each row has room to say what.
    bool showsDeadlines() const { return !m_deadlines.empty(); }
    const ports::CaseSummary *at(const QModelIndex &index) const;
    /// Invalid when there is no such case.
    QModelIndex indexOf(const QString &caseId) const;
    domain::Money sumOfAsks() const;
    /// Where a search met the case; null without a search, and where it met it in the company's name.
    const ports::SearchHit *hitAt(const QModelIndex &index) const;
    /// One of them was met elsewhere than in its name: then each row has room to say where.
    bool showsHits() const { return m_showsHits; }
    /// The parts of the company's name that a search met.
    std::vector<ports::TextRange> companyRanges(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ports::CaseSummary> m_cases;
    QHash<QString, QString> m_deadlines;
    bool m_showsHits = false;
};

/// The sum of a case's asks.
domain::Money asksOf(const ports::CaseSummary &summary);

} // namespace ui
