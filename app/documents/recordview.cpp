#include "documents/recordview.h"

#include "documents/formats.h"
#include "records/english.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using domain::Money;
using funding::PayerKind;
using projection::Monthly;

namespace documents {

namespace {

constexpr int kMostPeriods = 12;
// What a period's cell can take in its smallest type: below a million dollars, sign and all.
constexpr qint64 kWidestCellCents = 99'999'950;

Periods spansOf(domain::Month start, int first, int last, int length)
{
    Periods periods;
    periods.areMonths = length == 1;
    for (int month = first; month <= last; month += length) {
        Periods::Span span{month, std::min(month + length - 1, last), {}};
        const domain::Month from = start.plus(span.first - 1);
        const domain::Month to = start.plus(span.last - 1);
        if (length == 1)
            span.head = monthShort(from);
        else if (from.year() == to.year())
            span.head = monthRangeInTable(from, to) + u'\n' + QString::number(to.year());
        else
            span.head = monthShort(from) + QStringLiteral(" %1\u2013\n").arg(from.year() % 100, 2, 10, QChar(u'0'))
                      + monthShort(to) + QStringLiteral(" %1").arg(to.year() % 100, 2, 10, QChar(u'0'));
        periods.spans.push_back(span);
    }
    return periods;
}

} // namespace

int Periods::indexOf(int month) const
{
    for (size_t i = 0; i < spans.size(); ++i) {
        if (month >= spans[i].first && month <= spans[i].last)
            return int(i);
    }
    return -1;
}

Money Periods::sum(const Monthly &monthly, int index) const
{
    Money sum;
    const Span &span = spans[size_t(index)];
    for (int month = span.first; month <= span.last; ++month)
        sum += monthly[size_t(month - 1)];
    return sum;
}

const funding::Pool &poolOf(const BriefInput &input)
{
    return input.plan.pools[size_t(input.record.pool)];
}

const catalogue::Programme &programmeOf(const BriefInput &input)
{
    static const catalogue::Programme kUnknown;
    const catalogue::Programme *programme = input.programmes.find(input.record.programme);
    return programme ? *programme : kUnknown;
}

RecordView::RecordView(const BriefInput &in)
    : input(in),
      worksheet(in.worksheet),
      projection(in.projection),
      plan(in.plan),
      record(in.record),
      pool(poolOf(in)),
      programme(programmeOf(in))
{
    firstMonth = pool.firstSizedMonth();
    lastMonth = std::min(std::max(pool.lastMonth, firstMonth), projection.months);
    firstMonth = std::min(firstMonth, lastMonth);
    for (const domain::UseCase &candidate : worksheet.useCases) {
        if (!pool.earmarked || pool.useCases.contains(candidate.id))
            useCases.push_back(&candidate);
    }
    m_paidBefore.assign(projection.lines.size(), Monthly(size_t(projection.months)));
    for (const funding::LedgerEntry &entry : plan.ledger) {
        const bool before = entry.payer.kind == PayerKind::Held
                         || (entry.payer.kind == PayerKind::Pool && entry.payer.index < record.pool);
        if (before)
            m_paidBefore[size_t(entry.line)][size_t(entry.month - 1)] += entry.amount;
    }
    collectPayers();
}

std::vector<int> RecordView::linesInScope() const
{
    std::vector<int> lines;
    for (size_t i = 0; i < projection.lines.size(); ++i) {
        if (pool.hasInScope(projection.lines[i]))
            lines.push_back(int(i));
    }
    return lines;
}

Money RecordView::unpaidBefore(int line, int month) const
{
    if (month < pool.issuedMonth)
        return {};
    const projection::Line &of = projection.lines[size_t(line)];
    if (!of.creditEligible)
        return {};
    return of.monthly[size_t(month - 1)] - m_paidBefore[size_t(line)][size_t(month - 1)];
}

Money RecordView::paidBefore(int month) const
{
    Money sum;
    for (const int line : linesInScope())
        sum += m_paidBefore[size_t(line)][size_t(month - 1)];
    return sum;
}

Money RecordView::notEligible(int month) const
{
    return plan.notEligible.monthly[size_t(month - 1)];
}

qint64 RecordView::asPrinted(Money amount, int month, size_t first, size_t end) const
{
    Money exact;
    qint64 dollars = 0;
    for (size_t i = first; payerPeriods.areMonths && i < end; ++i) {
        exact += payers[i].monthly[size_t(month - 1)];
        dollars += roundedPayers.cells[i][size_t(month - 1)];
    }
    return exact == amount ? dollars : qint64(domain::divideHalfEven(amount.cents(), 100));
}

size_t RecordView::ownPayer() const
{
    const auto own = std::ranges::find(payers, true, &PayerRow::isOwn);
    return own == payers.end() ? 0 : size_t(own - payers.begin());
}

QStringList RecordView::payersBefore() const
{
    QStringList names;
    const bool holds = std::any_of(plan.heldCredits.begin(), plan.heldCredits.end(),
                                   [](const funding::HeldCredit &credit) { return !credit.pays.total.isZero(); });
    if (holds)
        names.append(u"credits already held"_s);
    for (int i = 0; i < record.pool; ++i) {
        if (!plan.pools[size_t(i)].pays.total.isZero())
            names.append(poolName(i));
    }
    return names;
}

int RecordView::firstYearMonths() const
{
    return std::min(projection.months, 12);
}

Money RecordView::firstYear() const
{
    Money sum;
    for (int month = 0; month < firstYearMonths(); ++month)
        sum += projection.total.monthly[size_t(month)];
    return sum;
}

QString RecordView::spanName() const
{
    if (projection.months == 12 && projection.startMonth.month() == 1)
        return QString::number(projection.startMonth.year());
    return projection.months == 1 ? u"1 month"_s : QString(QString::number(projection.months) + u" months");
}

QString RecordView::poolName(int index) const
{
    const QString &id = plan.pools[size_t(index)].programme;
    const catalogue::Programme *of = input.programmes.find(id);
    const QString name = of && !of->creditsName.isEmpty() ? of->creditsName : id;
    int same = 0;
    int place = 0;
    for (size_t i = 0; i < plan.pools.size(); ++i) {
        if (plan.pools[i].programme != id)
            continue;
        ++same;
        if (int(i) == index)
            place = same;
    }
    return same > 1 ? QString(name + u' ' + QString::number(place)) : name;
}

const domain::UseCase *RecordView::useCase(const QString &id) const
{
    const auto found = std::find_if(worksheet.useCases.begin(), worksheet.useCases.end(),
                                    [&id](const domain::UseCase &candidate) { return candidate.id == id; });
    return found == worksheet.useCases.end() ? nullptr : &*found;
}

QString RecordView::insideSentence(const QString &title) const
{
    return records::titleInSentence(title, {records::plain(worksheet.company.name).section(u' ', 0, 0)});
}

QString RecordView::useCaseNames() const
{
    QStringList names;
    for (const domain::UseCase *of : useCases) {
        if (!of->title.isEmpty())
            names.append(insideSentence(of->title));
    }
    return listed(names);
}

Periods RecordView::periods(int first, int last, const std::vector<const Monthly *> &rows) const
{
    const auto fits = [&](const Periods &periods) {
        if (periods.count() > kMostPeriods)
            return false;
        // Few periods have wide columns.
        if (periods.count() <= 7)
            return true;
        for (int i = 0; i < periods.count(); ++i) {
            Money sum;
            for (const Monthly *row : rows)
                sum += periods.sum(*row, i);
            if (sum.cents() > kWidestCellCents)
                return false;
        }
        return true;
    };
    for (const int length : {1, 3}) {
        Periods periods = spansOf(projection.startMonth, first, last, length);
        if (fits(periods))
            return periods;
    }
    return spansOf(projection.startMonth, first, last, 12);
}

/// A payer keeps its fill in every record of the stack: it follows from the plan alone.
void RecordView::collectPayers()
{
    Monthly held(static_cast<size_t>(projection.months));
    bool holds = false;
    for (const funding::HeldCredit &credit : plan.heldCredits) {
        for (size_t month = 0; month < held.size(); ++month)
            held[month] += credit.pays.monthly[month];
        holds = holds || !credit.pays.total.isZero();
    }
    if (holds)
        payers.push_back({u"Credits held"_s, Fill::Plain, held, false, false});
    // One for each of the ten pools would not be told apart by eye; more than seven that pay begin again.
    static constexpr std::array kFurther{Fill::Plain, Fill::Leaning, Fill::Crossed, Fill::Lined, Fill::Pale};
    size_t further = holds ? 1 : 0;
    bool solidTaken = false;
    bool hatchedTaken = false;
    for (size_t i = 0; i < plan.pools.size(); ++i) {
        const funding::Pool &of = plan.pools[i];
        if (!of.eligible || of.pays.total.isZero())
            continue;
        Fill fill = Fill::Plain;
        if (of.earmarked && !solidTaken)
            fill = Fill::Solid;
        else if (!of.earmarked && !hatchedTaken)
            fill = Fill::Hatched;
        else
            fill = kFurther[further++ % kFurther.size()];
        solidTaken = solidTaken || fill == Fill::Solid;
        hatchedTaken = hatchedTaken || fill == Fill::Hatched;
        payers.push_back({poolName(int(i)), fill, of.pays.monthly, int(i) == record.pool, false});
    }
    Monthly customer = plan.customer.monthly;
    for (size_t month = 0; month < customer.size(); ++month)
        customer[month] += plan.notEligible.monthly[month];
    payers.push_back({u"Customer pays"_s, Fill::Cash, customer, false, true});

    std::vector<const Monthly *> rows;
    for (const PayerRow &row : payers)
        rows.push_back(&row.monthly);
    payerPeriods = periods(1, projection.months, rows);
    Cells cells;
    for (const PayerRow &row : payers) {
        std::vector<Money> line;
        for (int i = 0; i < payerPeriods.count(); ++i)
            line.push_back(payerPeriods.sum(row.monthly, i));
        cells.push_back(std::move(line));
    }
    roundedPayers = roundToDollars(cells);
}

} // namespace documents
