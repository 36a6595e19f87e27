#include "drafting/footing.h"

#include "worksheetfile/reader.h"

namespace drafting {

using namespace Qt::StringLiterals;

std::optional<QString> ledgerDifference(const projection::Projection &projection, const funding::FundingPlan &plan)
{
    std::vector<projection::Monthly> placed;
    for (const auto &line : projection.lines)
        placed.emplace_back(line.monthly.size());
    for (const funding::LedgerEntry &entry : plan.ledger) {
        const auto line = static_cast<std::size_t>(entry.line);
        const auto month = static_cast<std::size_t>(entry.month - 1);
        if (line >= placed.size() || month >= placed[line].size())
            return u"an entry of the ledger is about no line of the projection"_s;
        placed[line][month] += entry.amount;
    }
    for (std::size_t line = 0; line < placed.size(); ++line) {
        for (std::size_t month = 0; month < placed[line].size(); ++month) {
            if (placed[line][month] != projection.lines[line].monthly[month])
                return u"line %1, month %2: %3 is projected and %4 is in a place"_s.arg(line + 1).arg(month + 1).arg(
                    projection.lines[line].monthly[month].toString(), placed[line][month].toString());
        }
    }
    return std::nullopt;
}

std::optional<QString> ledgerDifference(QByteArrayView worksheet, const QString &evaluatedOn, const Shipped &shipped)
{
    const auto read = worksheetfile::read(worksheet);
    const QDate asOf = QDate::fromString(evaluatedOn, Qt::ISODate);
    if (!read || !asOf.isValid())
        return std::nullopt;
    const auto computed = compute(*read, shipped.rates, shipped.programmes, asOf);
    return computed ? ledgerDifference(computed->projection, computed->plan) : std::nullopt;
}

} // namespace drafting
