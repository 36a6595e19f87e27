#include "cli/whatifoutput.h"

namespace cli {

using drafting::ComputedCase;
using json::Writer;
using whatif::Effect;
using whatif::Outlook;
using namespace Qt::StringLiterals;

namespace {

void writeMonth(Writer &out, QLatin1StringView name, std::optional<int> month)
{
    out.key(name);
    if (month)
        out.integer(*month);
    else
        out.null();
}

void writeLasting(Writer &out, QLatin1StringView name, const whatif::Lasting &lasting)
{
    out.key(name)
        .beginObject()
        .member("months"_L1, lasting.months.toString())
        .member("exhausted"_L1, lasting.exhausted)
        .endObject();
}

void writeEffect(Writer &out, const Effect &effect)
{
    out.member("saved"_L1, effect.saved.toString()).key("monthly"_L1).beginInlineArray();
    for (const domain::Money amount : effect.monthly)
        out.string(amount.toString());
    out.endInlineArray()
        .member("customer"_L1, effect.customerAfter.toString())
        .member("customerNow"_L1, effect.customerBefore.toString());
    writeMonth(out, "creditsEndInMonth"_L1, effect.lastPaidAfter);
    out.key("pools"_L1).beginArray();
    for (const whatif::PoolEffect &pool : effect.pools) {
        out.beginObject()
            .member("id"_L1, pool.id)
            .member("monthsGained"_L1, pool.gained.toString())
            .member("need"_L1, pool.needAfter.toString())
            .member("needNow"_L1, pool.needBefore.toString())
            .member("ask"_L1, pool.askAfter.toString())
            .member("askNow"_L1, pool.ask.toString())
            .member("forfeited"_L1, pool.forfeitedAfter.toString());
        writeLasting(out, "lasts"_L1, pool.after);
        writeLasting(out, "lastsNow"_L1, pool.before);
        out.endObject();
    }
    out.endArray().strings("notes"_L1, effect.notes);
}

void writeLevers(Writer &out, const WhatIf &whatIf, const ComputedCase &computed, const catalogue::RateBook &book)
{
    out.key("levers"_L1).beginArray();
    for (const whatif::LeverResult &result : whatIf.table.levers) {
        out.beginObject()
            .member("id"_L1, result.lever.id())
            .member("title"_L1, whatif::titleOf(result.lever, computed.worksheet))
            .member("inputs"_L1, whatif::detailOf(result.lever, book))
            .strings("workloads"_L1, result.lever.workloads)
            .member("suggested"_L1, result.likely)
            .strings("conditions"_L1, whatif::conditionsOf(result.lever, computed.worksheet, book));
        if (result.breakEven && result.breakEven->callsPerDay)
            out.member("breakEvenCallsPerDay"_L1, *result.breakEven->callsPerDay)
                .member("unitsPerMonth"_L1, result.breakEven->unitsAMonth.toString());
        writeEffect(out, result.effect);
        out.endObject();
    }
    out.endArray().key("leversNotOffered"_L1).beginArray();
    for (const whatif::NotOffered &refused : whatIf.table.refused)
        out.beginObject().member("workload"_L1, refused.workload).member("reason"_L1, refused.reason).endObject();
    out.endArray();
    QStringList ids;
    for (const whatif::Lever &lever : whatIf.taken)
        ids.append(lever.id());
    out.key("together"_L1).beginObject().strings("levers"_L1, ids);
    writeEffect(out, whatIf.together);
    out.endObject();
}

void writeOutlook(Writer &out, QLatin1StringView name, const std::optional<Outlook> &outlook)
{
    out.key(name);
    if (!outlook) {
        out.null();
        return;
    }
    out.beginObject()
        .member("total"_L1, outlook->total.toString())
        .member("full"_L1, outlook->full.toString())
        .member("customer"_L1, outlook->customer.toString())
        .member("forfeited"_L1, outlook->forfeited.toString());
    writeMonth(out, "creditsEndInMonth"_L1, outlook->lastPaidMonth);
    out.key("pools"_L1).beginArray();
    for (const whatif::PoolOutlook &pool : outlook->pools) {
        out.beginObject()
            .member("id"_L1, pool.id)
            .member("ask"_L1, pool.ask.toString())
            .member("pays"_L1, pool.pays.toString())
            .member("forfeited"_L1, pool.forfeited.toString())
            .member("unspent"_L1, pool.unspent.toString());
        writeMonth(out, "exhaustedInMonth"_L1, pool.exhaustedInMonth);
        writeLasting(out, "lasts"_L1, pool.lasting);
        out.endObject();
    }
    out.endArray().endObject();
}

} // namespace

void writeWhatIf(Writer &out, const WhatIf &whatIf, const ComputedCase &computed, const catalogue::RateBook &book)
{
    writeLevers(out, whatIf, computed, book);
    out.key("demand"_L1).beginObject();
    writeOutlook(out, "low"_L1, whatIf.envelope.low);
    writeOutlook(out, "stated"_L1, whatIf.envelope.stated);
    writeOutlook(out, "high"_L1, whatIf.envelope.high);
    out.endObject().key("influences"_L1).beginArray();
    for (const whatif::Influence &influence : whatIf.influences)
        out.beginObject()
            .member("field"_L1, influence.field)
            .member("what"_L1, influence.what)
            .member("low"_L1, influence.low)
            .member("stated"_L1, influence.stated)
            .member("high"_L1, influence.high)
            .member("totalAtLow"_L1, influence.atLow.toString())
            .member("totalAtHigh"_L1, influence.atHigh.toString())
            .endObject();
    out.endArray();
}

} // namespace cli
