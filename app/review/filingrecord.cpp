// The reviewer's fourth question: may this partner file, and how did its filings go?
#include "domain/vocabulary.h"
#include "records/english.h"
#include "review/checkparts.h"

namespace review {

using catalogue::Situation;
using domain::Partner;
using domain::PartnerTier;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const Partner &partner)
{
    return partner.name.isEmpty() ? u"The partner"_s : records::plain(partner.name);
}

CheckItem tierItem(const ReviewInput &input)
{
    const Partner &partner = input.worksheet.partner;
    CheckItem item;
    item.id = u"may-file"_s;
    const bool tier = partner.tier && *partner.tier >= PartnerTier::Advanced;
    const bool access = partner.aceAccess.value_or(false);
    item.field = !tier ? u"partner/tier"_s : !access ? u"partner/aceAccess"_s : QString();
    item.evidence.push_back(partner.tier ? evidenceOf(input.worksheet,
                                                      records::capitalized(domain::wordOf(*partner.tier)) + u" tier"_s,
                                                      u"partner/tier"_s)
                                         : missingEvidence(u"The partner's tier is not known."_s, u"partner/tier"_s));
    item.evidence.push_back(
        partner.aceAccess
            ? evidenceOf(input.worksheet, access ? u"ACE access"_s : u"no ACE access"_s, u"partner/aceAccess"_s)
            : missingEvidence(u"Whether it has ACE access is not known."_s, u"partner/aceAccess"_s));
    item.statement = tier && access ? QString(nameOf(partner) + u" may file through ACE."_s)
                                    : QString(nameOf(partner) + u" may not file through ACE as its profile stands."_s);
    for (const catalogue::EligibilityRule &rule : input.programmes.rules) {
        if (rule.when != (tier ? Situation::NoAceAccess : Situation::PartnerTier))
            continue;
        item.judgement = tier && access ? Judgement::Holds : Judgement::Against;
        item.rule = ruleText(u"Partners of Advanced or Premier tier with ACE access file"_s, rule.source, rule.asOf);
        break;
    }
    // Sources disagree on who may file: all of them stand here.
    for (const catalogue::Programme &programme : input.programmes.list) {
        for (const catalogue::ConflictingFigure &figure : programme.conflicting) {
            const QString says =
                u"Another source: "_s + figure.says + u" ("_s + figure.source + u", "_s + figure.asOf + u")."_s;
            if (figure.what == "who may file"_L1 && programme.proofOfConcept)
                item.evidence.push_back({says, {}, {}, {}});
        }
        if (item.evidence.size() > 2)
            break;
    }
    return item;
}

CheckItem solutionItem(const ReviewInput &input)
{
    const Partner &partner = input.worksheet.partner;
    CheckItem item;
    item.id = u"partner-solution"_s;
    item.field = u"partner/solutionIds"_s;
    const bool some = !partner.solutionIds.isEmpty();
    item.evidence.push_back(some ? evidenceOf(input.worksheet, records::listed(partner.solutionIds), item.field)
                                 : missingEvidence(u"No solution is named."_s, item.field));
    item.statement =
        some ? u"The record names the partner's solution."_s : u"The record names no solution of the partner."_s;
    judge(item, some ? Judgement::Holds : Judgement::Against, input.rules.check(u"solution-associated"));
    return item;
}

CheckItem ownerItem(const ReviewInput &input)
{
    const auto &owner = input.worksheet.partner.owner;
    CheckItem item;
    item.id = u"opportunity-owner"_s;
    item.field = u"partner/owner"_s;
    if (!owner || (owner->lastName.isEmpty() && owner->email.isEmpty())) {
        item.statement = u"Nobody at the partner is named whom AWS could call."_s;
        item.evidence.push_back(missingEvidence(u"No owner is named."_s, item.field));
        return item;
    }
    const QString name = records::plain(QString(owner->firstName + u' ' + owner->lastName).trimmed());
    item.statement = u"AWS can call "_s + (name.isEmpty() ? records::plain(owner->email) : name) + u'.';
    item.evidence.push_back(evidenceOf(input.worksheet, name, item.field));
    return item;
}

/// The partner's own record, as the case file knows it: figures, no judgement.
CheckItem outcomesItem(const std::optional<PartnerOutcomes> &outcomes)
{
    CheckItem item;
    item.id = u"own-outcomes"_s;
    if (!outcomes || outcomes->filed == 0) {
        item.statement = u"No outcome of a filed record is kept in this case file yet."_s;
        return item;
    }
    const auto said = [](int number) { return records::grouped(number); };
    item.statement = u"Filed so far: "_s + said(outcomes->filed) + u"; approved "_s + said(outcomes->approved)
                   + u", sent back for action "_s + said(outcomes->actionRequired) + u", rejected "_s
                   + said(outcomes->rejected) + u'.';
    if (outcomes->medianDays)
        item.statement += u" From filing to credits: "_s + said(*outcomes->medianDays)
                        + (*outcomes->medianDays == 1 ? u" day"_s : u" days"_s) + u" (median)."_s;
    return item;
}

} // namespace

ReviewCheck filingRecord(const CheckInput &input)
{
    return {
        u"filing-record"_s,
        u"The partner has a credible filing record"_s,
        {tierItem(input.review), solutionItem(input.review), ownerItem(input.review), outcomesItem(input.outcomes)}};
}

} // namespace review
