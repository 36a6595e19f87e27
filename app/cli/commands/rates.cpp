#include "cli/commands.h"
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

void describe(Arguments &arguments)
{
    arguments
        .positional(u"ACTION"_s, u"list: models and items of the book; show MODEL: its rows."_s, u"list | show MODEL"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s)
        .withRates();
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, 2, u"the action: list or show MODEL"_s); !counted)
        return Unexpected(counted.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const QStringList words = arguments.files();
    const bool showsOne = words.first() == u"show";
    if (!showsOne && (words.first() != u"list" || words.size() != 1))
        return Unexpected(usage(u"rates takes list, or show and a model"_s));
    if (showsOne && words.size() != 2)
        return Unexpected(usage(u"missing the model to show"_s));
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const bool asJson = *format == u"json";
    if (!showsOne) {
        const Step printed = print(asJson ? listJson(data->rates) : listTable(data->rates));
        return printed ? Outcome<ExitStatus>(Done) : Outcome<ExitStatus>(Unexpected(printed.error()));
    }
    const Model *model = data->rates.model(words.last());
    if (!model)
        return Unexpected(fromInput({}, {domain::InputProblem::UnknownModel,
                                         {},
                                         words.last(),
                                         data->rates.closeModels(words.last()).join(u", "_s)}));
    const Step printed = print(asJson ? modelJson(data->rates, *model) : modelTable(data->rates, *model));
    return printed ? Outcome<ExitStatus>(Done) : Outcome<ExitStatus>(Unexpected(printed.error()));
}

} // namespace

Command ratesCommand()
{
    return {u"rates"_s, u"the rate book: list its models and items, show a model's rows"_s, describe, run};
}

} // namespace cli
