// Record view: what several sections of a brief need to know about its record, worked out once.
#pragma once

#include "documents/briefbuilder.h"
#include "documents/rounding.h"

#include <vector>

namespace documents {

/// The columns of a table over time: months, or spans of them when months do not fit.
struct Periods {
    struct Span {
        int first = 1; ///< month of the projection
        int last = 1;
        QString head; ///< "Jan"; with a line feed for spans
    };
    std::vector<Span> spans;
    bool areMonths = true;

    int count() const { return int(spans.size()); }
    /// The index of the span that holds `month`, or -1.
    int indexOf(int month) const;
    domain::Money sum(const projection::Monthly &monthly, int index) const;
};

/// Who pays, as one row of the table of payers.
struct PayerRow {
    QString name;
    Fill fill = Fill::None;
    projection::Monthly monthly;
    bool isOwn = false;
    bool isCustomer = false;
};

class RecordView {
public:
    explicit RecordView(const BriefInput &input);

    const BriefInput &input;
    const domain::Worksheet &worksheet;
    const projection::Projection &projection;
    const funding::FundingPlan &plan;
    const records::Record &record;
    const funding::Pool &pool;
    const catalogue::Programme &programme;

    /// The months that the ask is sized on.
    int firstMonth = 1;
    int lastMonth = 1;
    /// Use cases in the pool's scope: those earmarked to it, or all.
    std::vector<const domain::UseCase *> useCases;
    std::vector<PayerRow> payers;
    Periods payerPeriods;
    RoundedTable roundedPayers;

    bool isEarmarked() const { return pool.earmarked; }
    domain::Month month(int number) const { return projection.monthAt(number); }
    /// Indices of the lines in scope, eligible or not.
    std::vector<int> linesInScope() const;
    /// What of a line's month nothing before this pool pays; zero when it is not eligible, and before the pool is issued.
    domain::Money unpaidBefore(int line, int month) const;
    /// What credits before this pool pay on the lines in scope in a month.
    domain::Money paidBefore(int month) const;
    domain::Money notEligible(int month) const;
    /// Whole dollars of `amount` as they print in a text: what the payers from `first` to before `end` print together for
    /// that month in their table, where that is the same amount; else the nearest dollar.
    qint64 asPrinted(domain::Money amount, int month, size_t first, size_t end) const;
    size_t ownPayer() const; ///< the index of the row of this record's pool; 0 when it pays nothing
    /// The names of the credits that pay before this pool, as they appear in the table of payers.
    QStringList payersBefore() const;
    /// The first twelve months, or fewer when the projection is shorter.
    domain::Money firstYear() const;
    int firstYearMonths() const;
    /// "2027" when the projection is that calendar year, else "12 months".
    QString spanName() const;
    QString poolName(int pool) const; ///< "POC credits"
    const domain::UseCase *useCase(const QString &id) const;
    /// The title of a use case or the name of a workload inside a sentence; one written in title case, in German or after
    /// the company keeps its capital.
    QString insideSentence(const QString &title) const;
    /// What the use cases in scope are called inside a sentence: "in-product support assistant".
    QString useCaseNames() const;

    /// Columns for `first`..`last`: months, quarters or years, by their number and by the largest amount in them.
    Periods periods(int first, int last, const std::vector<const projection::Monthly *> &rows) const;

private:
    void collectPayers();
    std::vector<std::vector<domain::Money>> m_paidBefore; ///< by line and month (0-based)
};

const funding::Pool &poolOf(const BriefInput &input);
const catalogue::Programme &programmeOf(const BriefInput &input);

} // namespace documents
