#include "cli/commands.h"
#include "cli/commands/ratesactions.h"
#include "cli/texttable.h"
#include "json/writer.h"

namespace cli {

using catalogue::Model;
using catalogue::ModelRow;
using catalogue::RateBook;
using catalogue::TokenRates;
using domain::Rate;
using domain::Unexpected;
using json::Writer;
using namespace Qt::StringLiterals;

namespace {

QString scopeName(domain::Scope scope)
{
    return scope == domain::Scope::Global ? u"global"_s : u"regional"_s;
}

QString shown(const std::optional<Rate> &rate)
{
    return rate ? rate->toString(2) : u"-"_s;
}

struct NamedRate {
    QLatin1StringView key;
    std::optional<Rate> TokenRates::*rate;
};

const std::array<NamedRate, 11> kRates{{{"input"_L1, &TokenRates::input},
                                        {"output"_L1, &TokenRates::output},
                                        {"cacheRead"_L1, &TokenRates::cacheRead},
                                        {"cacheWrite5m"_L1, &TokenRates::cacheWrite5m},
                                        {"cacheWrite1h"_L1, &TokenRates::cacheWrite1h},
                                        {"batchInput"_L1, &TokenRates::batchInput},
                                        {"batchOutput"_L1, &TokenRates::batchOutput},
                                        {"flexInput"_L1, &TokenRates::flexInput},
                                        {"flexOutput"_L1, &TokenRates::flexOutput},
                                        {"priorityInput"_L1, &TokenRates::priorityInput},
                                        {"priorityOutput"_L1, &TokenRates::priorityOutput}}};

void writeRates(Writer &out, const TokenRates &rates)
{
    out.key("rates"_L1).beginObject();
    for (const NamedRate &named : kRates) {
        if (const auto &rate = rates.*named.rate)
            out.member(named.key, rate->toString());
    }
    out.endObject();
}

void writeRow(Writer &out, const RateBook &book, const ModelRow &row)
{
    out.beginObject().member("region"_L1, row.region).member("scope"_L1, scopeName(row.scope));
    writeRates(out, row.rates);
    if (row.cacheMinimumTokens)
        out.member("cacheMinimumTokens"_L1, *row.cacheMinimumTokens);
    if (row.longPrompt) {
        out.key("longPrompt"_L1).beginObject().member("thresholdTokens"_L1, row.longPrompt->thresholdTokens);
        writeRates(out, row.longPrompt->rates);
        out.endObject();
    }
    const std::array<QLatin1StringView, 3> commitments{"none"_L1, "1-month"_L1, "6-month"_L1};
    if (row.provisioned[0] || row.provisioned[1] || row.provisioned[2]) {
        out.key("provisioned"_L1).beginObject();
        for (std::size_t i = 0; i < commitments.size(); ++i) {
            if (row.provisioned[i])
                out.member(commitments[i], row.provisioned[i]->toString());
        }
        out.endObject();
    }
    out.strings("availability"_L1, row.availability).member("lifecycle"_L1, row.lifecycle);
    if (row.endOfLife)
        out.member("endOfLife"_L1, row.endOfLife->toString(Qt::ISODate));
    if (row.validFrom)
        out.member("validFrom"_L1, row.validFrom->toString(Qt::ISODate));
    if (row.validUntil)
        out.member("validUntil"_L1, row.validUntil->toString(Qt::ISODate));
    out.member("source"_L1, book.sources.value(row.source, row.source)).member("asOf"_L1, row.asOf);
    out.strings("suspect"_L1, row.suspect);
    out.endObject();
}

QByteArray modelJson(const RateBook &book, const Model &model)
{
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-rates"_s)
        .member("version"_L1, 1)
        .member("rateBook"_L1, book.id)
        .member("asOf"_L1, book.asOf.toString(Qt::ISODate))
        .member("id"_L1, model.id)
        .member("name"_L1, model.name)
        .member("provider"_L1, model.provider);
    out.key("rows"_L1).beginArray();
    for (const ModelRow &row : model.rows)
        writeRow(out, book, row);
    out.endArray().endObject();
    return out.take();
}

QByteArray modelTable(const RateBook &book, const Model &model)
{
    TextTable table({u"US dollars per million tokens"_s, u"Scope"_s, u"Input"_s, u"Output"_s, u"Cache read"_s,
                     u"Write 5m"_s, u"Write 1h"_s, u"Batch in"_s, u"Batch out"_s, u"As of"_s});
    for (const ModelRow &row : model.rows) {
        table.addRow({row.region, scopeName(row.scope), shown(row.rates.input), shown(row.rates.output),
                      shown(row.rates.cacheRead), shown(row.rates.cacheWrite5m), shown(row.rates.cacheWrite1h),
                      shown(row.rates.batchInput), shown(row.rates.batchOutput), row.asOf});
    }
    QString text = model.name + u" ("_s + model.id + u", "_s + model.provider + u")\n\n"_s + table.toString();
    for (const ModelRow &row : model.rows) {
        const QString where = row.region + u' ' + scopeName(row.scope) + u": "_s;
        for (const QString &doubt : row.suspect)
            text += where + u"doubtful: "_s + doubt + u'\n';
        if (row.longPrompt)
            text += where + u"prompts over "_s + QString::number(row.longPrompt->thresholdTokens) + u" tokens: input "_s
                  + shown(row.longPrompt->rates.input) + u", output "_s + shown(row.longPrompt->rates.output) + u'\n';
        if (row.endOfLife)
            text += where + u"end of life "_s + row.endOfLife->toString(Qt::ISODate) + u'\n';
        if (row.validFrom)
            text += where + u"since "_s + row.validFrom->toString(Qt::ISODate) + u'\n';
        if (row.validUntil)
            text += where + u"announced until "_s + row.validUntil->toString(Qt::ISODate) + u'\n';
    }
    QStringList sources;
    for (const ModelRow &row : model.rows) {
        const QString source = book.sources.value(row.source, row.source);
        if (!sources.contains(source))
            sources.append(source);
    }
    return (text + u"Sources: "_s + sources.join(u' ') + u'\n').toUtf8();
}

QByteArray listTable(const RateBook &book)
{
    TextTable models({u"Model"_s, u"Name"_s, u"Provider"_s, u"Rows"_s});
    for (const Model &model : book.models)
        models.addRow({model.id, model.name, model.provider, QString::number(model.rows.size())});
    TextTable items({u"Item"_s, u"Service"_s, u"Unit"_s, u"Regions"_s});
    for (const catalogue::Item &item : book.items) {
        QStringList regions;
        for (const catalogue::ItemPrice &price : item.prices)
            regions.append(price.region);
        items.addRow({item.id, item.service, item.unit, regions.join(u' ')});
    }
    const QString head = u"Rate book "_s + book.id + u", as of "_s + book.asOf.toString(Qt::ISODate) + u"\n\n"_s;
    return (head + models.toString() + u'\n' + items.toString()).toUtf8();
}

QByteArray listJson(const RateBook &book)
{
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-rates"_s)
        .member("version"_L1, 1)
        .member("rateBook"_L1, book.id)
        .member("asOf"_L1, book.asOf.toString(Qt::ISODate));
    out.key("models"_L1).beginArray();
    for (const Model &model : book.models)
        out.beginObject()
            .member("id"_L1, model.id)
            .member("name"_L1, model.name)
            .member("provider"_L1, model.provider)
            .member("rows"_L1, static_cast<qint64>(model.rows.size()))
            .endObject();
    out.endArray().key("items"_L1).beginArray();
    for (const catalogue::Item &item : book.items)
        out.beginObject()
            .member("id"_L1, item.id)
            .member("service"_L1, item.service)
            .member("unit"_L1, item.unit)
            .endObject();
    out.endArray().endObject();
    return out.take();
}

QByteArray itemTable(const RateBook &book, const catalogue::Item &item)
{
    TextTable table({u"US dollars"_s, u"Per"_s, u"Up to"_s, u"As of"_s});
    QStringList sources;
    for (const catalogue::ItemPrice &price : item.prices) {
        for (const catalogue::PriceTier &tier : price.tiers)
            table.addRow({price.region + u' ' + tier.price.toString(2),
                          (price.per == 1 ? QString() : QString::number(price.per) + u' ') + item.unit,
                          tier.upTo ? tier.upTo->toString() : u"-"_s, price.asOf});
        const QString source = book.sources.value(price.source, price.source);
        if (!sources.contains(source))
            sources.append(source);
    }
    QString text = item.name + u" ("_s + item.id + u", "_s + item.service + u")\n\n"_s;
    if (item.prices.empty())
        return (text
                + u"No source that was read states a price: give the amount as monthlyUsd, or import AWS's price file.\n"_s)
            .toUtf8();
    return (text + table.toString() + u"Sources: "_s + sources.join(u' ') + u'\n').toUtf8();
}

QByteArray itemJson(const RateBook &book, const catalogue::Item &item)
{
    Writer out;
    out.beginObject()
        .member("format"_L1, u"briefstack-rates"_s)
        .member("version"_L1, 1)
        .member("rateBook"_L1, book.id)
        .member("asOf"_L1, book.asOf.toString(Qt::ISODate))
        .member("id"_L1, item.id)
        .member("name"_L1, item.name)
        .member("service"_L1, item.service)
        .member("unit"_L1, item.unit);
    out.key("prices"_L1).beginArray();
    for (const catalogue::ItemPrice &price : item.prices) {
        out.beginObject().member("region"_L1, price.region).member("per"_L1, price.per);
        out.key("tiers"_L1).beginArray();
        for (const catalogue::PriceTier &tier : price.tiers) {
            out.beginObject();
            if (tier.upTo)
                out.member("upTo"_L1, tier.upTo->toString());
            out.member("price"_L1, tier.price.toString()).endObject();
        }
        out.endArray()
            .member("source"_L1, book.sources.value(price.source, price.source))
            .member("asOf"_L1, price.asOf)
            .endObject();
    }
    out.endArray().endObject();
    return out.take();
}

void describe(Arguments &arguments)
{
    arguments
        .positional(
            u"ACTION"_s,
            u"list: models and items of the book; show: one's prices; import: AWS price files (JSON or CSV) into "
            "your own prices; diff: what a price file or rate book would change (exit status 1 when anything); "
            "set, unset: one price by hand; reprice: cases with the rates they were saved with, and now."_s,
            u"list | show MODEL|ITEM | import FILE... | diff FILE | set MODEL|ITEM | unset MODEL|ITEM | reprice"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s)
        .option(u"into"_s, u"import, set, unset: your own prices are in this file instead of your data folder's."_s,
                u"file"_s)
        .option(u"dry-run"_s, u"import: report only, write nothing."_s)
        .option(u"all"_s, u"import, diff: list unchanged prices too."_s)
        .option(u"region"_s, u"set, unset: the AWS region."_s, u"region"_s)
        .option(u"scope"_s, u"set, unset: regional or global."_s, u"scope"_s, u"regional"_s)
        .option(u"rate"_s, u"set, unset: which rate of a model, as in show --format json."_s, u"rate"_s, u"input"_s)
        .option(u"price"_s, u"set: US dollars, per million tokens or as show says of an item."_s, u"dollars"_s)
        .option(u"by"_s, u"set: who enters it."_s, u"name"_s)
        .option(u"why"_s, u"set: why it differs from AWS's list."_s, u"text"_s)
        .option(u"case"_s, u"reprice: the case file."_s, u"file"_s)
        .option(u"id"_s, u"reprice: this case only."_s, u"case"_s)
        .withRates();
}

Outcome<ExitStatus> printed(const QByteArray &text)
{
    const Step done = print(text);
    return done ? Outcome<ExitStatus>(Done) : Outcome<ExitStatus>(Unexpected(done.error()));
}

Outcome<ExitStatus> list(const Arguments &arguments)
{
    if (arguments.files().size() != 1)
        return Unexpected(usage(u"rates list takes nothing more"_s));
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    return printed(arguments.value(u"format"_s) == u"json" ? listJson(data->rates) : listTable(data->rates));
}

Outcome<ExitStatus> show(const Arguments &arguments)
{
    const QStringList words = arguments.files();
    if (words.size() != 2)
        return Unexpected(usage(u"missing the model to show"_s));
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const bool asJson = arguments.value(u"format"_s) == u"json";
    if (const catalogue::Item *item = data->rates.item(words.last()))
        return printed(asJson ? itemJson(data->rates, *item) : itemTable(data->rates, *item));
    const Model *model = data->rates.model(words.last());
    if (!model)
        return Unexpected(fromInput({}, {domain::InputProblem::UnknownModel,
                                         {},
                                         words.last(),
                                         data->rates.closeModels(words.last()).join(u", "_s)}));
    return printed(asJson ? modelJson(data->rates, *model) : modelTable(data->rates, *model));
}

struct Action {
    QLatin1StringView name;
    Outcome<ExitStatus> (*run)(const Arguments &arguments);
    QStringList options; ///< that it takes beside --format, --rates and --as-of
};

const std::vector<Action> &actions()
{
    static const QStringList kTarget{u"into"_s, u"region"_s, u"scope"_s, u"rate"_s};
    static const std::vector<Action> kActions{
        {"list"_L1, list, {}},
        {"show"_L1, show, {}},
        {"import"_L1, importRates, {u"into"_s, u"dry-run"_s, u"all"_s}},
        {"diff"_L1, diffRates, {u"all"_s}},
        {"set"_L1, setRate, kTarget + QStringList{u"price"_s, u"by"_s, u"why"_s}},
        {"unset"_L1, unsetRate, kTarget},
        {"reprice"_L1, repriceCases, {u"case"_s, u"id"_s}},
    };
    return kActions;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, -1, u"the action: list, show, import, diff, set, unset or reprice"_s);
        !counted)
        return Unexpected(counted.error());
    if (const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s}); !format)
        return Unexpected(format.error());
    const QString wanted = arguments.files().constFirst();
    for (const Action &action : actions()) {
        if (action.name != wanted)
            continue;
        for (const QString &option : {u"into"_s, u"dry-run"_s, u"all"_s, u"region"_s, u"scope"_s, u"rate"_s, u"price"_s,
                                      u"by"_s, u"why"_s, u"case"_s, u"id"_s}) {
            if (arguments.isSet(option) && !action.options.contains(option))
                return Unexpected(usage(u"rates "_s + wanted + u" does not take --"_s + option));
        }
        return action.run(arguments);
    }
    return Unexpected(
        usage(u"there is no rates action \""_s + wanted + u"\": list, show, import, diff, set, unset or reprice"_s));
}

} // namespace

Command ratesCommand()
{
    return {u"rates"_s, u"the rate book: list, show, import AWS price files, compare, override, re-price"_s, describe,
            run};
}

} // namespace cli
