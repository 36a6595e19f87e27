#include "cli/commands.h"
#include "cli/daybackup.h"
#include "cli/filedcases.h"
#include "cli/findingsoutput.h"
#include "cli/openedcase.h"
#include "db/casestore.h"
#include "review/ace/preflight.h"
#include "json/json.h"

#include <QDateTime>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBriefLimit = 32 * 1024 * 1024;

void describe(Arguments &arguments)
{
    withRecord(arguments)
        .option(u"opportunity"_s, u"AWS's number of it: the letter O and digits."_s, u"number"_s)
        .option(u"channel"_s,
                u"How it was filed: "_s + drafting::aceChannels().join(u", "_s)
                    + u". Without it as the last time, else the one that the case file's profile prefers."_s,
                u"channel"_s)
        .option(u"on"_s, u"The day it was filed (YYYY-MM-DD); default today."_s, u"date"_s)
        .option(u"pdf"_s, u"The brief that was handed in; without it, as it is composed now."_s, u"file"_s)
        .option(u"note"_s, u"What changed since the filing before; generated when it is not given."_s, u"text"_s)
        .option(u"again"_s, u"File a record again that is filed already; what was filed before stays."_s)
        .withRates()
        .withProgrammes();
}

/// What the channel's rules say about the request that was filed: told, not refused.
domain::Findings findingsOf(const ports::FilingDraft &draft, const drafting::Shipped &shipped, QDate asOf)
{
    const auto rules = drafting::aceRulesOf(shipped, draft.channel);
    const auto request = json::parse(draft.files.at(1).bytes);
    return rules && request ? review::preflight(*request, *rules, review::Operation::Create, asOf) : domain::Findings();
}

Outcome<drafting::FilingWish> wishOf(const Arguments &arguments)
{
    drafting::FilingWish wish;
    for (const auto &[option, target] : {std::pair(u"pool"_s, &wish.poolId), {u"opportunity"_s, &wish.opportunityId}}) {
        const auto given = arguments.required(option);
        if (!given)
            return Unexpected(given.error());
        *target = *given;
    }
    if (arguments.isSet(u"channel"_s)) {
        const auto channel = arguments.oneOf(u"channel"_s, drafting::aceChannels());
        if (!channel)
            return Unexpected(channel.error());
        wish.channel = *channel;
    }
    const auto day = dayOf(arguments, u"on"_s);
    if (!day)
        return Unexpected(day.error());
    wish.filedOn = *day;
    if (arguments.isSet(u"pdf"_s)) {
        auto brief = readFile(arguments.value(u"pdf"_s), kBriefLimit);
        if (!brief)
            return Unexpected(brief.error());
        wish.brief = *std::move(brief);
    }
    if (arguments.isSet(u"note"_s))
        wish.changes = arguments.value(u"note"_s);
    wish.again = arguments.isSet(u"again"_s);
    return wish;
}

struct Filed {
    int number = 1;
    ports::FilingDraft draft;
    domain::Findings findings;
    QString doubt; ///< about what was frozen; empty: none
};

/// Reads, checks and writes in one transaction: nobody changes the case in between.
Outcome<Filed> fileRecord(const QString &file, const Arguments &arguments, drafting::FilingWish wish,
                          const drafting::Shipped &shipped)
{
    const auto store = db::openCaseStore(file, db::OpenMode::Write);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    const auto caseId = chosenCase(arguments, file, **store);
    if (!caseId)
        return Unexpected(caseId.error());
    backUpFirst(file);
    if (const auto begun = (*store)->begin(); !begun)
        return Unexpected(fromStore(file, begun.error()));
    const auto one = FiledCase::load(file, **store, *caseId, shipped, arguments.asOf());
    if (!one)
        return Unexpected(one.error());
    auto context = (*one)->contextOf(wish.poolId);
    if (!context)
        return Unexpected(context.error());
    auto elsewhere = drafting::filedElsewhere(**store, *caseId);
    if (!elsewhere)
        return Unexpected(fromStore(file, elsewhere.error()));
    context->filedElsewhere = *std::move(elsewhere);
    if (wish.channel.isEmpty())
        wish.channel = drafting::filingChannel(drafting::courseOf((*one)->filings(), wish.poolId), (*one)->profile());
    auto draft = drafting::filingDraft(*context, wish);
    if (!draft)
        return Unexpected(fromRefusals(file, draft.error()));
    const auto number = (*store)->filings()->addFiling(*caseId, (*one)->stored().summary.revision, *draft,
                                                       QDateTime::currentDateTimeUtc());
    if (!number)
        return Unexpected(fromStore(file, number.error()));
    if (const auto committed = (*store)->commit(); !committed)
        return Unexpected(fromStore(file, committed.error()));
    ports::Filing frozen;
    frozen.revision = (*one)->stored().summary.revision;
    frozen.filedOn = wish.filedOn;
    const auto doubt = drafting::frozenDoubt(**store, *caseId, frozen, arguments.asOf());
    domain::Findings findings = findingsOf(*draft, shipped, arguments.asOf());
    return Filed{*number, *std::move(draft), std::move(findings), doubt.value_or(QString())};
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto wish = wishOf(arguments);
    if (!wish)
        return Unexpected(wish.error());
    const auto data = shippedFor(arguments, *file);
    if (!data)
        return Unexpected(data.error());
    const auto filed = fileRecord(*file, arguments, *wish, *data);
    if (!filed)
        return Unexpected(filed.error());
    QString text = wish->poolId + u": filed as "_s + wish->opportunityId + u" on "_s
                 + wish->filedOn.toString(Qt::ISODate) + u", revision "_s + QString::number(filed->number) + u'\n';
    if (!filed->draft.changes.isEmpty())
        text += u"Changed since the filing before: "_s + filed->draft.changes + u'\n';
    if (!filed->doubt.isEmpty())
        complain({*file, u"records/"_s + wish->poolId, filed->doubt});
    QByteArray out = text.toUtf8();
    if (!filed->findings.empty())
        out += findingsTable(filed->findings);
    if (const Step printed = print(out); !printed)
        return Unexpected(printed.error());
    return statusOf(filed->findings);
}

} // namespace

Command fileCommand()
{
    return {u"file"_s, u"mark a record filed: freeze what was filed, byte for byte"_s, describe, run, true};
}

} // namespace cli
