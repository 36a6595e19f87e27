#include "catalogue/ratebookreader.h"
#include "cli/commands/ratesactions.h"
#include "cli/openedcase.h"
#include "cli/ratesoutput.h"
#include "cli/texttable.h"
#include "db/casestore.h"
#include "domain/oneline.h"
#include "drafting/casedraft.h"
#include "funding/reprice.h"
#include "worksheetfile/reader.h"

#include <algorithm>
#include <tuple>

namespace cli {

using catalogue::RateBook;
using catalogue::RateChange;
using domain::Money;
using domain::Unexpected;
using funding::Repricing;
using json::Writer;
using namespace Qt::StringLiterals;

namespace {

/// A case with the rates it was saved with, beside the book in force.
struct RepricedCase {
    ports::CaseSummary summary;
    bool kept = false; ///< its rates were kept: not by earlier versions, and spoiled ones not by a repair
    Repricing repricing;
    std::vector<RateChange> rates; ///< of those that the case uses
};

Outcome<drafting::ComputedCase> computedWith(const QString &place, const ports::StoredCase &stored,
                                             const RateBook &rates, const drafting::Shipped &shipped, QDate asOf)
{
    const auto worksheet = worksheetfile::read(stored.worksheet);
    if (!worksheet)
        return Unexpected(fromInput(place, worksheet.error()));
    auto computed = drafting::compute(*worksheet, rates, shipped.programmes, asOf);
    if (!computed)
        return Unexpected(fromInput(place, computed.error()));
    return *std::move(computed);
}

Outcome<RepricedCase> repriced(const QString &file, const ports::StoredCase &stored, const drafting::Shipped &shipped,
                               QDate asOf)
{
    RepricedCase result{stored.summary, !stored.rateRows.isEmpty(), {}, {}};
    if (!result.kept)
        return result;
    const QString place = file + u", case "_s + stored.summary.id;
    const auto then = catalogue::readRateBook(stored.rateRows);
    if (!then)
        return Unexpected(fromInput(place + u", its rates"_s, then.error()));
    const auto before = computedWith(place, stored, *then, shipped, asOf);
    if (!before)
        return Unexpected(before.error());
    const auto after = computedWith(place, stored, shipped.rates, shipped, asOf);
    if (!after)
        return Unexpected(after.error());
    result.repricing = funding::reprice(before->projection, before->plan, after->projection, after->plan);
    const auto now = catalogue::readRateBook(drafting::rateRows(after->worksheet, shipped.rates));
    if (!now)
        return Unexpected(fromInput(place, now.error()));
    result.rates = catalogue::bookChanges(*then, *now);
    return result;
}

Outcome<std::vector<RepricedCase>> repriceAll(const QString &file, const QString &caseId,
                                              const drafting::Shipped &shipped, QDate asOf)
{
    const auto store = db::openCaseStore(file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    const auto ids = chosenCases(file, caseId, **store);
    if (!ids)
        return Unexpected(ids.error());
    std::vector<RepricedCase> all;
    for (const QString &id : *ids) {
        const auto stored = (*store)->load(id);
        if (!stored)
            return Unexpected(fromStore(file, stored.error()));
        auto one = repriced(file, *stored, shipped, asOf);
        if (!one)
            return Unexpected(one.error());
        all.push_back(*std::move(one));
    }
    return all;
}

QString difference(Money before, Money after)
{
    const qint64 cents = after.cents() - before.cents();
    return (cents > 0 ? u"+"_s : QString()) + Money::fromCents(cents).toString();
}

QByteArray table(const std::vector<RepricedCase> &cases)
{
    QString text;
    for (const RepricedCase &one : cases) {
        const Repricing &now = one.repricing;
        text += domain::oneLine(one.summary.company) + u" ("_s + one.summary.id + u")\n"_s;
        if (!one.kept) {
            text += u"No rates were kept with it: nothing to compare with. Saving it again keeps them.\n\n"_s;
            continue;
        }
        text += u"Rate book "_s + now.bookBefore + u" of "_s + now.bookBeforeAsOf.toString(Qt::ISODate) + u", now "_s
              + now.bookAfter + u" of "_s + now.bookAfterAsOf.toString(Qt::ISODate) + u'\n';
        if (!now.differs() && one.rates.empty()) {
            text += u"No rate that the case uses has changed.\n\n"_s;
            continue;
        }
        TextTable lines({u"Line"_s, u"Then"_s, u"Now"_s, u"Difference"_s});
        for (const funding::RepricedLine &line : now.lines)
            lines.addRow(
                {line.name, line.before.toString(), line.after.toString(), difference(line.before, line.after)});
        lines.addRule();
        lines.addRow({u"Total"_s, now.totalBefore.toString(), now.totalAfter.toString(),
                      difference(now.totalBefore, now.totalAfter)});
        for (const funding::RepricedPool &pool : now.pools)
            lines.addRow({u"Ask of "_s + pool.id, pool.askBefore.toString(), pool.askAfter.toString(),
                          difference(pool.askBefore, pool.askAfter)});
        text += lines.toString();
        TextTable rates({u"Rate"_s, u"Region"_s, u"Kind"_s, u"Then"_s, u"Now"_s, u"Change"_s});
        for (const RateChange &change : one.rates)
            rates.addRow({change.what, change.region, change.detail, change.before, change.after, change.percent});
        text += (one.rates.empty() ? QString() : u'\n' + rates.toString()) + u'\n';
    }
    return text.toUtf8();
}

void writeAmounts(Writer &out, Money before, Money after)
{
    out.member("then"_L1, before.toString())
        .member("now"_L1, after.toString())
        .member("difference"_L1, Money::fromCents(after.cents() - before.cents()).toString());
}

void writeCase(Writer &out, const RepricedCase &one)
{
    const Repricing &now = one.repricing;
    out.beginObject()
        .member("id"_L1, one.summary.id)
        .member("company"_L1, one.summary.company)
        .member("ratesKept"_L1, one.kept);
    if (one.kept) {
        for (const auto &[key, id, asOf] : {std::tuple{"then"_L1, now.bookBefore, now.bookBeforeAsOf},
                                            std::tuple{"now"_L1, now.bookAfter, now.bookAfterAsOf}})
            out.key(key)
                .beginObject()
                .member("rateBook"_L1, id)
                .member("asOf"_L1, asOf.toString(Qt::ISODate))
                .endObject();
        out.key("lines"_L1).beginArray();
        for (const funding::RepricedLine &line : now.lines) {
            out.beginObject().member("id"_L1, line.id).member("name"_L1, line.name);
            writeAmounts(out, line.before, line.after);
            out.endObject();
        }
        out.endArray().key("total"_L1).beginObject();
        writeAmounts(out, now.totalBefore, now.totalAfter);
        out.endObject().key("asks"_L1).beginArray();
        for (const funding::RepricedPool &pool : now.pools) {
            out.beginObject().member("pool"_L1, pool.id);
            writeAmounts(out, pool.askBefore, pool.askAfter);
            out.endObject();
        }
        out.endArray().key("rates"_L1).beginArray();
        for (const RateChange &change : one.rates)
            writeChange(out, change);
        out.endArray();
    }
    out.endObject();
}

QByteArray json(const std::vector<RepricedCase> &cases, QDate asOf)
{
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-reprice"_s)
        .member("version"_L1, 1)
        .member("evaluatedOn"_L1, asOf.toString(Qt::ISODate));
    out.key("cases"_L1).beginArray();
    for (const RepricedCase &one : cases)
        writeCase(out, one);
    out.endArray().endObject();
    return out.take();
}

} // namespace

Outcome<ExitStatus> repriceCases(const Arguments &arguments)
{
    if (arguments.files().size() != 1)
        return Unexpected(usage(u"rates reprice takes a case file with --case"_s));
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto data = cli::shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const auto cases = repriceAll(*file, arguments.value(u"id"_s), *data, arguments.asOf());
    if (!cases)
        return Unexpected(cases.error());
    const bool differs =
        std::any_of(cases->begin(), cases->end(), [](const RepricedCase &one) { return one.repricing.differs(); });
    const Step printed =
        print(arguments.value(u"format"_s) == u"json" ? json(*cases, arguments.asOf()) : table(*cases));
    if (!printed)
        return Unexpected(printed.error());
    return differs ? WithFindings : Done;
}

} // namespace cli
