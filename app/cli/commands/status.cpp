#include "filing/status.h"
#include "cli/commands.h"
#include "cli/daybackup.h"
#include "cli/filingsoutput.h"
#include "cli/openedcase.h"
#include "cli/stagedfiles.h"
#include "db/casestore.h"
#include "domain/date.h"
#include "filing/reason.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    withRecord(arguments)
        .option(u"to"_s,
                u"The record's new status, as ours (in-review, action-required, approved, rejected, credits-issued, "
                "expired, ready, drafting) or as AWS's (\"Action Required\")."_s,
                u"status"_s)
        .option(u"on"_s, u"The day it happened (YYYY-MM-DD); default today."_s, u"date"_s)
        .option(u"reason"_s, u"What AWS wrote, or why a status is taken back."_s, u"text"_s)
        .option(u"reason-file"_s, u"The same, from a file; - is standard input."_s, u"file"_s)
        .option(u"credit"_s, u"A credit code and its amount in dollars; may be given several times."_s,
                u"code=amount"_s)
        .option(u"expires"_s, u"The day these credits expire (YYYY-MM-DD)."_s, u"date"_s)
        .option(u"account"_s, u"The AWS account they were granted on."_s, u"account"_s)
        .option(u"filing"_s, u"Write the files of this filing (1, 2, ...) as they were filed to --out."_s, u"number"_s)
        .option(u"out"_s, u"The folder for these files."_s, u"folder"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s)
        .withRates()
        .withProgrammes();
}

Outcome<QString> reasonOf(const Arguments &arguments)
{
    if (!arguments.isSet(u"reason-file"_s))
        return arguments.value(u"reason"_s);
    if (arguments.isSet(u"reason"_s))
        return Unexpected(usage(u"--reason and --reason-file exclude each other"_s));
    const auto bytes = readFile(arguments.value(u"reason-file"_s), filing::kLongestReason);
    if (!bytes)
        return Unexpected(bytes.error());
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(*bytes);
    if (utf8.hasError() || text.contains(QChar::Null))
        return Unexpected(
            Failure{arguments.value(u"reason-file"_s), {}, u"is not UTF-8 text: save it as plain text"_s});
    return text.trimmed();
}

Outcome<std::vector<ports::Award>> creditsOf(const Arguments &arguments, const QString &poolId, QDate issuedOn)
{
    std::optional<QDate> expires;
    if (arguments.isSet(u"expires"_s)) {
        expires = domain::parseDate(arguments.value(u"expires"_s));
        if (!expires || *expires < issuedOn)
            return Unexpected(usage(u"--expires: \""_s + arguments.value(u"expires"_s)
                                    + u"\" is not a date of the form YYYY-MM-DD on or after the day of issue"_s));
    }
    static const QRegularExpression kAccount(u"\\A[0-9]{12}\\z"_s);
    const QString account = arguments.value(u"account"_s);
    if (!account.isEmpty() && !kAccount.match(account).hasMatch())
        return Unexpected(usage(u"--account: \""_s + account + u"\" is not 12 digits"_s));
    std::vector<ports::Award> awards;
    for (const QString &credit : arguments.values(u"credit"_s)) {
        const qsizetype equals = credit.lastIndexOf(u'=');
        const auto amount = domain::Money::parse(QStringView(credit).sliced(equals + 1));
        if (equals < 1 || !amount || amount->cents() <= 0)
            return Unexpected(
                usage(u"--credit: \""_s + credit + u"\" is not a code, = and dollars, as in PC123=25000"_s));
        const QString code = credit.left(equals).trimmed();
        if (std::ranges::find(awards, code, &ports::Award::code) != awards.end())
            return Unexpected(usage(u"--credit: the code \""_s + code + u"\" is given twice"_s));
        awards.push_back({poolId, code, *amount, issuedOn, expires.value_or(QDate()), account});
    }
    return awards;
}

/// What is asked for, checked as far as it can be without the file.
struct Wish {
    ports::StatusChange change;
    std::vector<ports::Award> awards;
};

Outcome<Wish> wishOf(const Arguments &arguments, const catalogue::FilingRules &rules)
{
    const auto pool = arguments.required(u"pool"_s);
    if (!pool)
        return Unexpected(pool.error());
    const auto reason = reasonOf(arguments);
    if (!reason)
        return Unexpected(reason.error());
    const auto day = dayOf(arguments, u"on"_s);
    if (!day)
        return Unexpected(day.error());
    if (*day > arguments.asOf())
        return Unexpected(usage(u"--on: "_s + day->toString(Qt::ISODate) + u" lies ahead"_s));
    const auto awards = creditsOf(arguments, *pool, *day);
    if (!awards)
        return Unexpected(awards.error());
    const QString given = arguments.value(u"to"_s);
    const QString aws = filing::statusOfAws(rules, given);
    const QString word = rules.status(given) || aws.isEmpty() ? given : aws;
    if (!awards->empty() && word != "credits-issued"_L1)
        return Unexpected(usage(u"--credit goes with --to credits-issued"_s));
    return Wish{{*pool, word, *reason, *day, {}}, *awards};
}

Step setStatus(const QString &file, const Arguments &arguments, ports::CaseStore &store, const QString &caseId,
               const drafting::Shipped &shipped)
{
    const auto wish = wishOf(arguments, shipped.filingRules);
    if (!wish)
        return Unexpected(wish.error());
    backUpFirst(file);
    if (const auto begun = store.begin(); !begun)
        return Unexpected(fromStore(file, begun.error()));
    const auto one = FiledCase::load(file, store, caseId, shipped, arguments.asOf());
    if (!one)
        return Unexpected(one.error());
    const QString &pool = wish->change.poolId;
    const drafting::RecordCourse course = drafting::courseOf((*one)->filings(), pool);
    const bool drafted = std::ranges::find((*one)->computed().stack.records, pool, &records::Record::poolId)
                      != (*one)->computed().stack.records.end();
    if (!drafted && !course.since.isValid())
        return Unexpected(Failure{file, u"records/"_s + pool, u"the case has no record of that pool"_s});
    const QString refused = drafting::statusRefusal(shipped.filingRules, (*one)->computed(), course, wish->change);
    if (!refused.isEmpty())
        return Unexpected(Failure{file, u"records/"_s + pool, refused});
    const auto saved = store.filings()->addStatus(caseId, wish->change, wish->awards, QDateTime::currentDateTimeUtc());
    if (!saved)
        return Unexpected(fromStore(file, saved.error()));
    if (const auto committed = store.commit(); !committed)
        return Unexpected(fromStore(file, committed.error()));
    const auto now = wish->awards.empty() ? ports::StoreResult<ports::CaseFilings>(ports::CaseFilings())
                                          : store.filings()->loadFilings(caseId);
    const QString doubt = now ? drafting::awardDoubt((*one)->computed(), drafting::courseOf(*now, pool)) : QString();
    if (!doubt.isEmpty())
        complain({file, u"records/"_s + pool, doubt});
    return {};
}

/// The files of a filing, each verified against its digest.
Step writeFiles(const QString &file, const Arguments &arguments, ports::CaseStore &store, const QString &caseId)
{
    const auto pool = arguments.required(u"pool"_s);
    if (!pool)
        return Unexpected(pool.error());
    const auto out = arguments.required(u"out"_s);
    if (!out)
        return Unexpected(out.error());
    const auto filings = store.filings()->loadFilings(caseId);
    if (!filings)
        return Unexpected(fromStore(file, filings.error()));
    const auto stored = store.load(caseId);
    if (!stored)
        return Unexpected(fromStore(file, stored.error()));
    const auto wanted = std::ranges::find_if(filings->filings, [&](const ports::Filing &one) {
        return one.poolId == *pool && QString::number(one.number) == arguments.value(u"filing"_s);
    });
    if (wanted == filings->filings.end())
        return Unexpected(usage(u"--filing: "_s + *pool + u" has no filing "_s + arguments.value(u"filing"_s)));
    const auto staged = StagedFiles::in(*out);
    if (!staged)
        return Unexpected(staged.error());
    const QString lead = stored->summary.slug + u'-' + *pool + u"-filed-"_s + QString::number(wanted->number) + u'-';
    QString listed;
    for (const ports::FiledFileInfo &info : wanted->files) {
        const auto bytes = store.filings()->filedFile(caseId, wanted->id, info.name);
        if (!bytes)
            return Unexpected(fromStore(file, bytes.error()));
        if (const Step written = (*staged)->write(info.name, *bytes); !written)
            return written;
    }
    for (const ports::FiledFileInfo &info : wanted->files) {
        if (const Step published = (*staged)->publish(info.name, lead + info.name); !published)
            return published;
        listed += info.sha256 + u"  "_s + lead + info.name + u'\n';
    }
    (*staged)->keep();
    return print(listed.toUtf8());
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(0, 0, {}); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shippedFor(arguments, *file);
    if (!data)
        return Unexpected(data.error());
    const bool sets = arguments.isSet(u"to"_s);
    const auto store = db::openCaseStore(*file, sets ? db::OpenMode::Write : db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(*file, store.error()));
    const auto caseId = chosenCase(arguments, *file, **store);
    if (!caseId)
        return Unexpected(caseId.error());
    if (arguments.isSet(u"filing"_s)) {
        const Step written = writeFiles(*file, arguments, **store, *caseId);
        return written ? Outcome<ExitStatus>(Done) : Unexpected(written.error());
    }
    if (sets) {
        if (const Step set = setStatus(*file, arguments, **store, *caseId, *data); !set)
            return Unexpected(set.error());
    }
    const auto one = FiledCase::load(*file, **store, *caseId, *data, arguments.asOf());
    if (!one)
        return Unexpected(one.error());
    const auto text = *format == u"json" ? filingsJson(**one, arguments.value(u"pool"_s), *data, arguments.asOf())
                                         : filingsTable(**one, arguments.value(u"pool"_s), *data, arguments.asOf());
    if (!text)
        return Unexpected(text.error());
    if (const Step printed = print(*text); !printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command statusCommand()
{
    return {u"status"_s, u"what became of a case's records; move one's status; get what was filed"_s, describe, run,
            true};
}

} // namespace cli
