#include "cli/commands.h"
#include "cli/explainoutput.h"
#include "cli/fundingoutput.h"
#include "cli/projectionoutput.h"
#include "cli/whatifoutput.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.positional(u"WORKSHEET"_s, u"A worksheet file, or - for standard input."_s)
        .option(u"explain"_s, u"Add the arithmetic of every line, total, need and ask, step by step."_s)
        .option(u"levers"_s, u"Add what Batch, caching, smaller models, the global profile and provisioned throughput "
                             "save on this case, low and high demand, and what the total hangs on most."_s)
        .option(u"take"_s,
                u"With --levers: the ids of the levers to pull together, separated by commas; default the "
                "suggested ones."_s,
                u"levers"_s)
        .option(u"prefix-tokens"_s, u"With --levers: the cached prefix; default three quarters of the input."_s,
                u"tokens"_s)
        .option(u"hit-rate"_s, u"With --levers: the share of calls that find the prefix cached."_s, u"share"_s,
                u"0.8"_s)
        .option(u"batch-share"_s, u"With --levers: the share of calls moved to Batch."_s, u"share"_s, u"1"_s)
        .option(u"order"_s, u"planned: pools in the given order; aws: as AWS applies credits."_s, u"order"_s,
                u"planned"_s)
        .option(u"format"_s, u"table, json or csv."_s, u"format"_s, u"table"_s)
        .withRates()
        .withProgrammes();
}

/// A share from 0 to 1.
Outcome<domain::Decimal> share(const Arguments &arguments, const QString &option)
{
    const auto value = domain::Decimal::parse(arguments.value(option));
    if (!value || *value < domain::Decimal() || *value > domain::Decimal::fromInteger(1))
        return Unexpected(usage(u"--"_s + option + u": '"_s + arguments.value(option)
                                + u"' is not a share from 0 to 1, such as 0.8"_s));
    return *value;
}

Outcome<whatif::LeverInputs> leverInputs(const Arguments &arguments)
{
    constexpr qlonglong kMostTokens = 10'000'000; // as the worksheet allows
    whatif::LeverInputs inputs;
    const auto hitRate = share(arguments, u"hit-rate"_s);
    if (!hitRate)
        return Unexpected(hitRate.error());
    const auto batchShare = share(arguments, u"batch-share"_s);
    if (!batchShare)
        return Unexpected(batchShare.error());
    inputs.hitRate = *hitRate;
    inputs.batchShare = *batchShare;
    if (arguments.isSet(u"prefix-tokens"_s)) {
        bool isNumber = false;
        const qlonglong tokens = arguments.value(u"prefix-tokens"_s).toLongLong(&isNumber);
        if (!isNumber || tokens < 1 || tokens > kMostTokens)
            return Unexpected(usage(u"--prefix-tokens: '"_s + arguments.value(u"prefix-tokens"_s)
                                    + u"' is not a number of tokens from 1 to 10,000,000"_s));
        inputs.prefixTokens = tokens;
    }
    return inputs;
}

/// Options that say how levers are pulled mean nothing without --levers.
Step expectLevers(const Arguments &arguments)
{
    for (const QString &option : {u"take"_s, u"prefix-tokens"_s, u"hit-rate"_s, u"batch-share"_s}) {
        if (arguments.isSet(option) && !arguments.isSet(u"levers"_s))
            return Unexpected(usage(u"--"_s + option + u" needs --levers"_s));
    }
    return {};
}

/// "a, b" as a and b.
QStringList namesIn(const QString &list)
{
    QStringList names;
    for (const QString &name : list.split(u',')) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

Outcome<std::optional<WhatIf>> whatIf(const Arguments &arguments, const drafting::ComputedCase &computed,
                                      const drafting::Shipped &data)
{
    if (const Step expected = expectLevers(arguments); !expected)
        return Unexpected(expected.error());
    if (!arguments.isSet(u"levers"_s))
        return std::optional<WhatIf>();
    const auto inputs = leverInputs(arguments);
    if (!inputs)
        return Unexpected(inputs.error());
    auto found = whatIfOf(computed, {data.rates, data.programmes, arguments.asOf(), computed.plan.order}, *inputs,
                          namesIn(arguments.value(u"take"_s)));
    if (!found)
        return Unexpected(usage(found.error()));
    return std::optional(*std::move(found));
}

QByteArray output(const Arguments &arguments, const drafting::ComputedCase &computed, const drafting::Shipped &data,
                  const drafting::FundingView &view, const std::optional<WhatIf> &whatIf)
{
    const bool explain = arguments.isSet(u"explain"_s);
    const QString format = arguments.value(u"format"_s);
    if (format == u"csv"_s)
        return projectionCsv(computed);
    if (format == u"json"_s) {
        return projectionJson(computed, [&](json::Writer &out) {
            writeFundingView(out, view, data.programmes);
            if (explain)
                writeArithmetic(out, computed, data.programmes);
            if (whatIf)
                writeWhatIf(out, *whatIf, computed, data.rates);
        });
    }
    return projectionTable(computed, u'\n' + fundingViewTable(view, data.programmes)
                                         + (explain ? explanationText(computed, data.programmes) : QString())
                                         + (whatIf ? whatIfText(*whatIf, computed, data.rates) : QString()));
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, 1, u"the worksheet"_s); !counted)
        return Unexpected(counted.error());
    const auto order = arguments.oneOf(u"order"_s, {u"planned"_s, u"aws"_s});
    if (!order)
        return Unexpected(order.error());
    if (const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s, u"csv"_s}); !format)
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
    const auto view = drafting::fundingView(*computed, data->rates, data->programmes, arguments.asOf());
    if (!view)
        return Unexpected(fromInput(file, view.error()));
    const auto levers = whatIf(arguments, *computed, *data);
    if (!levers)
        return Unexpected(levers.error());
    if (const Step printed = print(output(arguments, *computed, *data, *view, *levers)); !printed)
        return Unexpected(printed.error());
    return statusOf(computed->spendFindings());
}

} // namespace

Command projectCommand()
{
    return {u"project"_s, u"the projection and the pool ledger of a worksheet"_s, describe, run};
}

} // namespace cli
