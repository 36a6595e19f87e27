// What is to tick off before the stack is filed, and what nobody knows yet. Each line of the list is a set of rules: it
// is done when none of them has a finding.
#include "domain/finding.h"
#include "records/english.h"
#include "review/checkparts.h"

#include <QSet>

#include <algorithm>

namespace review {

using domain::FactStatus;
using domain::Finding;
using domain::Findings;
using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

struct ReadyLine {
    QString id;
    QString statement;
    QStringList rules;
    Severity least = Severity::Advice; ///< findings below it do not hold the line up
};

const std::vector<ReadyLine> &readyLines()
{
    static const std::vector<ReadyLine> kLines{
        {u"facts"_s, u"The facts that AWS requires are there"_s, {u"ace-fact-missing"_s}},
        {u"dates"_s, u"All dates lie ahead"_s, {u"date-in-the-past"_s, u"pool-issued-too-early"_s}},
        {u"fields"_s, u"Each record has the fields that a submission needs"_s, {u"ace/"_s}, Severity::Warning},
        {u"partner"_s, u"The partner may file"_s, {u"partner-cannot-file"_s}},
        {u"distinct"_s,
         u"Each record is a use case or phase of its own"_s,
         {u"records-share-"_s, u"records-state-same-lines"_s, u"repeats-filed-text"_s},
         Severity::Warning},
        {u"words"_s,
         u"The texts hold facts and no general words"_s,
         {u"wording-"_s, u"text-fits-any-company"_s, u"metric-without-number"_s, u"number-without-unit"_s,
          u"sentence-repeated"_s},
         Severity::Warning},
    };
    return kLines;
}

ReadyItem itemOf(const ReadyLine &line, const Findings &findings)
{
    ReadyItem item{line.id, line.statement, true, {}, {}};
    Findings open = findingsOf(findings, line.rules);
    std::erase_if(open, [&line](const Finding &finding) { return finding.severity < line.least; });
    if (open.empty())
        return item;
    item.done = false;
    item.field = open.front().field;
    item.missing = open.size() == 1
                     ? open.front().message
                     : QString(open.front().message + u" And "_s + QString::number(open.size() - 1) + u" more."_s);
    return item;
}

ReadyItem poolsItem(const ReviewInput &input)
{
    ReadyItem item{u"pools"_s, u"Every pool asked for is open to this company"_s, true, {}, {}};
    for (const funding::Pool &pool : input.plan.pools) {
        if (pool.eligible && pool.verdict == funding::Verdict::Yes)
            continue;
        item.done = false;
        item.field = u"funding/pools/"_s + pool.id;
        const QString reason = !pool.reasons.isEmpty() ? pool.reasons.front() : pool.gaps.value(0);
        item.missing = pool.id + (reason.isEmpty() ? u" is not open."_s : QString(u": "_s + records::withStop(reason)));
        return item;
    }
    if (input.plan.pools.empty()) {
        item.done = false;
        item.field = u"funding/pools"_s;
        item.missing = u"No pool is asked for."_s;
    }
    return item;
}

ReadyItem consentItem(const ReviewInput &input)
{
    const bool consent = input.worksheet.company.consentToShare.value_or(false);
    return {u"consent"_s, u"The customer agreed that the partner shares this with AWS"_s, consent,
            consent ? QString() : u"The consent is not recorded."_s, consent ? QString() : u"company/consentToShare"_s};
}

ReadyItem unknownItem(const std::vector<UnknownFact> &unknown)
{
    if (unknown.empty())
        return {u"unknown"_s, u"Nothing is unknown"_s, true, {}, {}};
    return {u"unknown"_s, u"Nothing is unknown"_s, false,
            unknown.size() == 1
                ? unknown.front().what
                : QString(unknown.front().what + u" And "_s + QString::number(unknown.size() - 1) + u" more."_s),
            unknown.front().field};
}

/// Whatever else would bounce.
ReadyItem restItem(const Findings &findings)
{
    ReadyItem item{u"must-fix"_s, u"Nothing else would bounce"_s, true, {}, {}};
    QStringList listed;
    for (const ReadyLine &line : readyLines())
        listed += line.rules;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error && findingsOf({finding}, listed).empty()) {
            item.done = false;
            item.missing = finding.message;
            item.field = finding.field;
            break;
        }
    }
    return item;
}

} // namespace

std::vector<UnknownFact> unknownFacts(const ReviewInput &input, const Findings &findings)
{
    std::vector<UnknownFact> unknown;
    QSet<QString> seen;
    for (const Finding &finding : findings) {
        const bool missing = finding.rule == "ace-fact-missing"_L1 || finding.rule == "missing-fact"_L1;
        if (!missing || seen.contains(finding.field))
            continue;
        seen.insert(finding.field);
        unknown.push_back({finding.field, finding.message, finding.fix});
    }
    for (const auto &[path, fact] : input.worksheet.facts) {
        if (fact.status != FactStatus::Unknown || seen.contains(path))
            continue;
        const QString note = records::plain(fact.note);
        unknown.push_back(
            {path, u"Noted as unknown"_s + (note.isEmpty() ? u"."_s : QString(u": "_s + records::withStop(note))),
             u"Call back and ask."_s});
    }
    return unknown;
}

std::vector<ReadyItem> readyToFile(const CheckInput &input)
{
    std::vector<ReadyItem> ready;
    for (const ReadyLine &line : readyLines()) {
        ready.push_back(itemOf(line, input.findings));
        if (line.id == "facts"_L1)
            ready.push_back(poolsItem(input.review));
    }
    ready.push_back(consentItem(input.review));
    ready.push_back(unknownItem(unknownFacts(input.review, input.findings)));
    ready.push_back(restItem(input.findings));
    return ready;
}

} // namespace review
