#include "call/subjects.h"

#include "call/clauses.h"

namespace call {

using namespace Qt::StringLiterals;

bool isAboutOtherCalls(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:phones?|telephone|dial\w*|hotline|helpline|help ?desk|call ?cent(?:er|re)s?|sdrs?|cold|sales team|sales reps|)"
        uR"(standups?|stand-ups?|meetings?|zoom|inbox|mailbox|slack|forum|faq|stripe|salesforce|hubspot|stack ?overflow|)"
        uR"(elastic\w*|web ?sites?|web api|web ?server|rest api|by hand|manually|humans?|transcrib\w*|recordings?|)"
        uR"(charg(?:e|es|ed|ing)|sla|gartner|according to|(?:pro|free|basic|starter|enterprise) (?:tier|plan)|plan includes)\b|)"
        uR"(\bper\s+\d[\d.,]*k?\s+(?:calls|requests|queries|prompts|questions)\b|)"
        uR"(\b(?:we|they|agents|reps|staff|people|nurses|operators)\s+(?:take|answer|handle|field|pick up|receive|get)\s+[^,]{0,20}\bcalls\b|)"
        uR"(\b(?:reps|operators|agents)\b[^;]{0,20}\bcalls\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isPartOrFuture(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:per|each|every|(?:each|one) of (?:the|our|their|\d+))\s+(?:\p{L}+\s+)?(?:tenant|customer|client|account|site|store|region|location|team|department|company|shop|clinic|branch|user|person|head|seat|agent|employee|student|session)s?\b|)"
        uR"((?:\btimes|[x×])\s*\d+\s+\p{L}|(?:±|\+/-|\+-)|(?:\bor|\.\.\.|…)\s*~?\d|)"
        uR"(\b(?:peaks?|peak time|spikes?|black friday|worst case|best case|eventually|later|someday|from now|next (?:year|quarter|summer|winter)|)"
        uR"(years? \d|in (?:two|three|four|five|\d+|a few) years?|by (?:20\d\d|spring|summer|autumn|fall|winter)|(?:after|post) launch|)"
        uR"(of which|fail(?:s|ed|ing)?|dropped|wants?|budget)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isTokenRateOrLimit(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:tokens?|tok)(?:\s+(?:in|out|input|output))?\s*(?:per|an?|/|each|every)\s*(?:second|minute|hour|day|week|month|year)\b|)"
        uR"(\bt(?:ok)?/s\b|\b(?:in total|altogether|context window|fits?|dpi|pixels|truncat\w*)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isOtherMoney(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:azure|gcp|google cloud|openai|anthropic|hetzner|oracle|ovh|digital ?ocean|customers?|clients?|tenants?|resell\w*|)"
        uR"(sav(?:e|es|ed|ing|ings)|sister|parent company|subsidiary|end users|partners?|rent|salar\w+|payroll|ads|marketing)\b|)"
        // Who is named by name spends other money than "we" and "they".
        uR"(\b(?!we\b|they\b|it\b|company\b|startup\b|founders?\b|currently\b|now\b|today\b)\p{L}+\s+(?:spends|pays|burns)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isOtherAccount(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:customers?|clients?|bank\w*|iban|chase|salesforce|stripe|paypal|hubspot|github|google|azure|gcp|partners?|old|)"
        uR"(dev|development|test|sandbox|staging|personal|private|agency|reseller|contractor|investors?)\b|)"
        uR"(\p{L}['’]s\s+(?:\p{L}+\s+)?(?:account|acct))"_s);
    return kPattern.match(text).hasMatch();
}

bool isNoCreditHeld(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:expired|lapsed|appl(?:y|ied|ies|ying)|wants?|next (?:week|month|quarter|year)|google|azure|microsoft|openai|)"
        uR"(pending|waiting|ask(?:s|ed|ing)?|request\w*|eligible|would like)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isOtherCache(const QString &text)
{
    static const QRegularExpression kPattern =
        pattern(uR"(\b(?:redis|valkey|cdn|cloudfront|elasticache|memcached?|browser|varnish|cpu|disk)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isNoVolume(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:revenue|arr|mrr|sales|headcount|hiring|staff|team|customers?|sign-?ups?|bookings?|market|valuation|stock|costs?|)"
        uR"(bills?|spend|budgets?|prices?|pricing|fees?|rent|salar\w+|inflation|churn|latency|storage|errors?|error rate|tickets?|)"
        uR"(waitlist|debt|margins?|funding|leads|fun|shifts?)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool isAboutCopies(const QString &text)
{
    static const QRegularExpression kPattern =
        pattern(uR"(\b(?:back-?ups?|buckets?|replica\w*|disaster|failover|archive\w*|customers?|clients?)\b)"_s);
    return kPattern.match(text).hasMatch();
}

bool saysNothing(const QString &words)
{
    static const QRegularExpression kPattern = pattern(
        uR"(^(?:tb[acd]|n/?a|none(?: so far| yet| for now)?|unknown|unclear|open|no idea|later|missing|[-–—?.…]+|\[.*\]|)"
        uR"((?:not|to be|to do|todo|see|ask|same as|as above)\b.*|)"
        uR"((?:they |he |she |we |i |still )*(?:do not|does not|don['’]t|doesn['’]t) know\b.*)$)"_s);
    return kPattern.match(words).hasMatch();
}

} // namespace call
