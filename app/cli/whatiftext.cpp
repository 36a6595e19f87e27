#include "cli/whatifoutput.h"

#include "cli/texttable.h"
#include "domain/numerals.h"
#include "domain/oneline.h"

#include <algorithm>

namespace cli {

using domain::dollarsAndCents;
using drafting::ComputedCase;
using whatif::Effect;
using whatif::LeverResult;
using whatif::Outlook;
using namespace Qt::StringLiterals;

namespace {

QString signedMonths(domain::Decimal months)
{
    return (months > domain::Decimal() ? u"+"_s : QString()) + months.toString();
}

QString monthText(const ComputedCase &computed, std::optional<int> month)
{
    return month ? domain::shortMonthName(computed.projection.monthAt(*month)) : u"-"_s;
}

/// Months gained; "at least" where the pool outlasts the projection or its validity.
QString gainText(const whatif::PoolEffect &pool)
{
    return signedMonths(pool.gained) + (pool.after.exhausted || pool.gained.isZero() ? QString() : u" or more"_s);
}

QStringList leverHeads(const ComputedCase &computed)
{
    QStringList heads{u"Lever"_s, u"Id"_s, u"Inputs"_s, u"Saves"_s};
    for (const funding::Pool &pool : computed.plan.pools)
        heads.append(u"Months, "_s + pool.id);
    return heads;
}

QString leverTable(const cli::WhatIf &whatIf, const ComputedCase &computed, const catalogue::RateBook &book)
{
    TextTable table(leverHeads(computed));
    for (const LeverResult &result : whatIf.table.levers) {
        QStringList row{whatif::titleOf(result.lever, computed.worksheet), result.lever.id(),
                        whatif::detailOf(result.lever, book), result.effect.saved.toString()};
        for (const whatif::PoolEffect &pool : result.effect.pools)
            row.append(gainText(pool));
        table.addRow(row);
    }
    table.addRule();
    QStringList ids;
    for (const whatif::Lever &lever : whatIf.taken)
        ids.append(lever.id());
    QStringList row{u"Together"_s, ids.isEmpty() ? u"none taken"_s : ids.join(u", "_s), QString(),
                    whatIf.together.saved.toString()};
    for (const whatif::PoolEffect &pool : whatIf.together.pools)
        row.append(gainText(pool));
    table.addRow(row);
    return table.toString();
}

QString breakEvenText(const whatif::BreakEven &breakEven)
{
    return u" Pays from "_s + domain::groupedNumber(*breakEven.callsPerDay) + u" calls a day on: "_s
         + dollarsAndCents(breakEven.unitsAMonth) + u" a month against "_s + dollarsAndCents(breakEven.onDemandAMonth)
         + u" in the dearest month now."_s;
}

QString conditions(const cli::WhatIf &whatIf, const ComputedCase &computed, const catalogue::RateBook &book)
{
    QString text;
    for (const LeverResult &result : whatIf.table.levers) {
        QString line =
            result.lever.id() + u": "_s + whatif::conditionsOf(result.lever, computed.worksheet, book).join(u' ');
        if (result.breakEven && result.breakEven->callsPerDay)
            line += breakEvenText(*result.breakEven);
        for (const QString &note : result.effect.notes)
            line += u' ' + note;
        text += domain::oneLine(line) + u'\n';
    }
    for (const whatif::NotOffered &refused : whatIf.table.refused)
        text += u"Not offered for "_s + domain::oneLine(refused.workload) + u": "_s + domain::oneLine(refused.reason)
              + u'\n';
    return text;
}

QString poolTable(const Effect &together, const ComputedCase &computed)
{
    TextTable table({u"With these levers"_s, u"Need now"_s, u"Need then"_s, u"Ask now"_s, u"Ask then"_s, u"Lasts now"_s,
                     u"Lasts then"_s, u"Expires unused if held"_s});
    for (const whatif::PoolEffect &pool : together.pools)
        table.addRow({pool.id, pool.needBefore.toString(), pool.needAfter.toString(), pool.ask.toString(),
                      pool.askAfter.toString(), pool.before.months.toString(), pool.after.months.toString(),
                      pool.forfeitedAfter.toString()});
    return table.toString() + u"Credits end "_s + monthText(computed, together.lastPaidAfter) + u" (now "_s
         + monthText(computed, together.lastPaidBefore) + u"). Customer pays "_s
         + dollarsAndCents(together.customerAfter) + u" (now "_s + dollarsAndCents(together.customerBefore)
         + u"), asks held.\nSavings do not add up: what is in Batch is not cached, a smaller model saves on what is "
           "left.\n"_s;
}

QString demandTable(const cli::WhatIf &whatIf, const ComputedCase &computed)
{
    if (!whatIf.envelope.low && !whatIf.envelope.high)
        return u"Low and high demand: no range is stated.\n"_s;
    QStringList heads{u"Demand against the asks"_s, u"Total"_s, u"Customer pays"_s, u"Expires unused"_s,
                      u"Credits end"_s};
    for (const funding::Pool &pool : computed.plan.pools)
        heads.append(u"Months, "_s + pool.id);
    TextTable table(heads);
    const auto addRow = [&](const QString &name, const std::optional<Outlook> &outlook) {
        if (!outlook) {
            table.addRow(QStringList{name, u"beyond what is computed exactly"_s});
            return;
        }
        QStringList row{name, outlook->total.toString(), outlook->customer.toString(), outlook->forfeited.toString(),
                        monthText(computed, outlook->lastPaidMonth)};
        for (const whatif::PoolOutlook &pool : outlook->pools)
            row.append(pool.lasting.months.toString() + (pool.lasting.exhausted ? QString() : u" or more"_s));
        table.addRow(row);
    };
    addRow(u"Low"_s, whatIf.envelope.low);
    addRow(u"Stated"_s, whatIf.envelope.stated);
    addRow(u"High"_s, whatIf.envelope.high);
    return table.toString();
}

QString influenceTable(const cli::WhatIf &whatIf)
{
    if (whatIf.influences.empty())
        return {};
    TextTable table({u"The total hangs most on"_s, u"Low"_s, u"Stated"_s, u"High"_s, u"Total at low"_s,
                     u"Total at high"_s, u"Between them"_s});
    for (const whatif::Influence &influence : whatIf.influences)
        table.addRow({influence.what, QString::number(influence.low), QString::number(influence.stated),
                      QString::number(influence.high), influence.atLow.toString(), influence.atHigh.toString(),
                      influence.spread().toString()});
    return table.toString();
}

} // namespace

QString whatIfText(const WhatIf &whatIf, const ComputedCase &computed, const catalogue::RateBook &book)
{
    QString text = u'\n' + leverTable(whatIf, computed, book) + conditions(whatIf, computed, book) + u'\n';
    if (!computed.plan.pools.empty())
        text += poolTable(whatIf.together, computed) + u'\n';
    return text + demandTable(whatIf, computed) + u'\n' + influenceTable(whatIf);
}

} // namespace cli
