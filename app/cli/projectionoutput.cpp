#include "cli/projectionoutput.h"
#include "documents/csv.h"

#include "cli/findingsoutput.h"
#include "cli/texttable.h"
#include "domain/oneline.h"
#include "json/writer.h"

namespace cli {

using domain::Money;
using drafting::ComputedCase;
using funding::FundingPlan;
using json::Writer;
using projection::Line;
using projection::Monthly;
using projection::Projection;
using namespace Qt::StringLiterals;

namespace {

void writeMonthly(Writer &out, const Monthly &monthly)
{
    out.key("monthly"_L1).beginInlineArray();
    for (const Money amount : monthly)
        out.string(amount.toString());
    out.endInlineArray();
}

void writeTotals(Writer &out, const projection::Totals &totals)
{
    writeMonthly(out, totals.monthly);
    out.member("total"_L1, totals.total.toString())
        .member("average"_L1, totals.average.toString())
        .member("peak"_L1, totals.peak.toString())
        .member("full"_L1, totals.full.toString());
}

void writePayments(Writer &out, QLatin1StringView name, const funding::Payments &payments)
{
    out.key(name).beginObject();
    writeMonthly(out, payments.monthly);
    out.member("total"_L1, payments.total.toString()).endObject();
}

void writeTextOrNull(Writer &out, QLatin1StringView name, const std::optional<QString> &text)
{
    out.key(name);
    if (text)
        out.string(*text);
    else
        out.null();
}

void writeLines(Writer &out, const Projection &projection)
{
    out.key("lines"_L1).beginArray();
    for (const Line &line : projection.lines) {
        out.beginObject().member("id"_L1, line.id);
        writeTextOrNull(out, "useCase"_L1, line.useCase);
        out.member("name"_L1, line.name).member("service"_L1, line.service);
        writeTextOrNull(out, "model"_L1, line.model.isEmpty() ? std::nullopt : std::optional(line.model));
        out.member("creditEligible"_L1, line.creditEligible);
        writeMonthly(out, line.monthly);
        out.member("total"_L1, line.total.toString())
            .member("explain"_L1, projection::explain(line, projection))
            .endObject();
    }
    out.endArray();
}

void writeServices(Writer &out, const Projection &projection)
{
    out.key("services"_L1).beginArray();
    for (const projection::ServiceTotals &row : projection.services) {
        out.beginObject().member("service"_L1, row.service);
        writeTotals(out, row.totals);
        out.endObject();
    }
    out.endArray().key("total"_L1).beginObject();
    writeTotals(out, projection.total);
    out.endObject();
}

void writePools(Writer &out, const FundingPlan &plan)
{
    out.key("pools"_L1).beginArray();
    for (const funding::Pool &pool : plan.pools) {
        out.beginObject()
            .member("id"_L1, pool.id)
            .member("programme"_L1, pool.programme)
            .member("eligible"_L1, pool.eligible)
            .strings("reasons"_L1, pool.reasons)
            .member("need"_L1, pool.need.toString())
            .member("rawAsk"_L1, pool.rawAsk.toString())
            .member("ask"_L1, pool.ask.toString())
            .member("fromMonth"_L1, pool.fromMonth)
            .member("months"_L1, pool.months);
        writePayments(out, "pays"_L1, pool.pays);
        out.member("forfeited"_L1, pool.forfeited.toString()).member("unspent"_L1, pool.unspent.toString());
        out.key("exhaustedInMonth"_L1);
        if (pool.exhaustedInMonth)
            out.integer(*pool.exhaustedInMonth);
        else
            out.null();
        out.endObject();
    }
    out.endArray().key("heldCredits"_L1).beginArray();
    for (const funding::HeldCredit &held : plan.heldCredits) {
        out.beginObject().member("programme"_L1, held.programme);
        writePayments(out, "pays"_L1, held.pays);
        out.member("forfeited"_L1, held.forfeited.toString()).member("unspent"_L1, held.unspent.toString()).endObject();
    }
    out.endArray();
    writePayments(out, "customer"_L1, plan.customer);
    writePayments(out, "notEligible"_L1, plan.notEligible);
}

/// Several held credits that share a line's month are one entry: files know them as `held` only.
void writeLedger(Writer &out, const Projection &projection, const FundingPlan &plan)
{
    out.key("ledger"_L1).beginArray();
    for (std::size_t i = 0; i < plan.ledger.size();) {
        const funding::LedgerEntry &entry = plan.ledger[i];
        Money amount = entry.amount;
        std::size_t next = i + 1;
        for (;
             next < plan.ledger.size() && plan.ledger[next].line == entry.line && plan.ledger[next].month == entry.month
             && plan.ledger[next].payer.kind == entry.payer.kind && entry.payer.kind == funding::PayerKind::Held;
             ++next)
            amount += plan.ledger[next].amount;
        out.beginObject()
            .member("line"_L1, projection.lines[static_cast<std::size_t>(entry.line)].id)
            .member("month"_L1, entry.month)
            .member("pool"_L1, payerKey(plan, entry.payer))
            .member("amount"_L1, amount.toString())
            .endObject();
        i = next;
    }
    out.endArray();
}

QString monthHead(domain::Month month)
{
    return month.toString();
}

QStringList moneyCells(const Monthly &monthly)
{
    QStringList cells;
    for (const Money amount : monthly)
        cells.append(amount.isZero() ? u"-"_s : amount.toString());
    return cells;
}

QStringList monthHeads(const Projection &projection)
{
    QStringList heads;
    for (int month = 1; month <= projection.months; ++month)
        heads.append(monthHead(projection.monthAt(month)));
    return heads;
}

QString spendTable(const Projection &projection)
{
    TextTable table(QStringList{u"AWS service, US dollars"_s} + monthHeads(projection)
                    + QStringList{u"Total"_s, u"Average"_s, u"Peak"_s, u"Full"_s});
    const auto addRow = [&table](const QString &head, const projection::Totals &totals) {
        table.addRow(QStringList{head} + moneyCells(totals.monthly)
                     + QStringList{totals.total.toString(), totals.average.toString(), totals.peak.toString(),
                                   totals.full.toString()});
    };
    for (const projection::ServiceTotals &row : projection.services)
        addRow(row.service, row.totals);
    table.addRule();
    addRow(u"Total"_s, projection.total);
    return table.toString();
}

QString payerTable(const Projection &projection, const FundingPlan &plan)
{
    TextTable table(QStringList{u"Who pays, US dollars"_s} + monthHeads(projection) + QStringList{u"Total"_s});
    const auto addRow = [&table](const QString &head, const funding::Payments &payments) {
        table.addRow(QStringList{head} + moneyCells(payments.monthly) + QStringList{payments.total.toString()});
    };
    for (const funding::HeldCredit &held : plan.heldCredits)
        addRow(u"Held credits ("_s + held.programme + u')', held.pays);
    for (const funding::Pool &pool : plan.pools)
        addRow(pool.id, pool.pays);
    addRow(u"Customer pays"_s, plan.customer);
    addRow(u"Not eligible"_s, plan.notEligible);
    table.addRule();
    addRow(u"Total"_s, {projection.total.monthly, projection.total.total});
    return table.toString();
}

QString askTable(const FundingPlan &plan)
{
    TextTable table({u"Pool"_s, u"Eligible"_s, u"Need"_s, u"Need before ceiling"_s, u"Ask"_s, u"Expires unused"_s,
                     u"Unspent"_s, u"Used up in month"_s});
    for (const funding::Pool &pool : plan.pools) {
        table.addRow({pool.id, pool.eligible ? u"yes"_s : u"no"_s, pool.need.toString(), pool.rawAsk.toString(),
                      pool.ask.toString(), pool.forfeited.toString(), pool.unspent.toString(),
                      pool.exhaustedInMonth ? QString::number(*pool.exhaustedInMonth) : u"-"_s});
    }
    QString text = table.toString();
    for (const funding::Pool &pool : plan.pools) {
        for (const QString &reason : pool.reasons)
            text += pool.id + u": "_s + domain::oneLine(reason) + u'\n';
    }
    return text;
}

} // namespace

QByteArray projectionJson(const ComputedCase &computed, const std::function<void(Writer &)> &more)
{
    const Projection &projection = computed.projection;
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-projection"_s)
        .member("version"_L1, 1)
        .member("currency"_L1, u"USD"_s)
        .member("evaluatedOn"_L1, projection.evaluatedOn.toString(Qt::ISODate))
        .member("startMonth"_L1, projection.startMonth.toString())
        .member("months"_L1, projection.months);
    out.key("rateBook"_L1)
        .beginObject()
        .member("id"_L1, projection.rateBookId)
        .member("asOf"_L1, projection.rateBookAsOf.toString(Qt::ISODate))
        .endObject();
    writeLines(out, projection);
    writeServices(out, projection);
    writePools(out, computed.plan);
    writeLedger(out, projection, computed.plan);
    more(out);
    writeFindings(out, computed.spendFindings());
    out.endObject();
    return out.take();
}

QByteArray projectionTable(const ComputedCase &computed, const QString &more)
{
    const Projection &projection = computed.projection;
    QString text = domain::oneLine(computed.worksheet.company.name) + u", "_s + projection.startMonth.toString()
                 + u" to "_s + projection.monthAt(projection.months).toString() + u", rate book "_s
                 + projection.rateBookAsOf.toString(Qt::ISODate) + u", evaluated on "_s
                 + projection.evaluatedOn.toString(Qt::ISODate) + u"\n\n"_s;
    text += spendTable(projection) + u'\n' + payerTable(projection, computed.plan);
    if (!computed.plan.pools.empty())
        text += u'\n' + askTable(computed.plan);
    text += more;
    return text.toUtf8() + '\n' + findingsTable(computed.spendFindings());
}

QByteArray projectionCsv(const ComputedCase &computed)
{
    documents::Csv csv({u"line"_s, u"use case"_s, u"service"_s, u"month"_s, u"paid by"_s, u"amount USD"_s});
    for (const funding::LedgerEntry &entry : computed.plan.ledger) {
        const Line &line = computed.projection.lines[static_cast<std::size_t>(entry.line)];
        csv.addRow({line.id, line.useCase.value_or(QString()), line.service,
                    computed.projection.monthAt(entry.month).toString(), payerKey(computed.plan, entry.payer),
                    entry.amount.toString()});
    }
    return csv.take();
}

} // namespace cli
