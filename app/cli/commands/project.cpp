#include "cli/commands.h"
#include "cli/projectionoutput.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.positional(u"WORKSHEET"_s, u"A worksheet file, or - for standard input."_s)
        .option(u"explain"_s, u"Add the arithmetic of every line in words to the table (JSON always has it)."_s)
        .option(u"order"_s, u"planned: pools in the given order; aws: as AWS applies credits."_s, u"order"_s,
                u"planned"_s)
        .option(u"format"_s, u"table, json or csv."_s, u"format"_s, u"table"_s)
        .withRates();
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, 1, u"the worksheet"_s); !counted)
        return Unexpected(counted.error());
    const auto order = arguments.oneOf(u"order"_s, {u"planned"_s, u"aws"_s});
    if (!order)
        return Unexpected(order.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s, u"csv"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const QString file = arguments.files().constFirst();
    const auto worksheet = readWorksheet(file);
    if (!worksheet)
        return Unexpected(worksheet.error());
    const auto computed = drafting::compute(*worksheet, data->rates, data->programmes, arguments.asOf(),
                                            *order == u"aws" ? funding::Order::Aws : funding::Order::Planned);
    if (!computed)
        return Unexpected(fromInput(file, computed.error()));

    const bool explain = arguments.isSet(u"explain"_s);
    const QByteArray text = *format == u"json" ? projectionJson(*computed)
                          : *format == u"csv"  ? projectionCsv(*computed)
                                               : projectionTable(*computed, explain);
    if (const Step printed = print(text); !printed)
        return Unexpected(printed.error());
    return statusOf(computed->spendFindings());
}

} // namespace

Command projectCommand()
{
    return {u"project"_s, u"the projection and the pool ledger of a worksheet"_s, describe, run};
}

} // namespace cli
