#include "call/quantities.h"
#include "call/rules.h"
#include "call/subjects.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

namespace call {

using domain::FactStatus;
using namespace Qt::StringLiterals;

namespace {

const QString kCalls =
    uR"((?:(?:model|llm|api|inference|bedrock|rag)\s)?(?:calls|requests|queries|questions|prompts|invocations|completions|inferences))"_s;
const QString kDay = uR"((?:\s*(?:a|per|each|every|/)\s*day\b|\s*/\s*d\b|\s+daily\b))"_s;
/// So many for each of something are not so many.
const QString kNotEach = uR"((?!\s*,?\s*(?:per|each|apiece|for (?:each|every)|from (?:each|every))\b))"_s;
const QString kPeople =
    uR"((?:(?:active|internal|daily|daily active|paying|pilot|beta)\s)?(?:users|agents|employees|people|analysts|engineers|developers|seats|reps|advisors|clinicians|lawyers|students|teachers|editors))"_s;
const QString kDoes = uR"((?:questions|queries|requests|calls|prompts|actions|tasks|messages|searches|runs))"_s;

std::optional<QString> wholeOf(const QRegularExpressionMatch &match, int group)
{
    const auto plain = plainQuantity(match.captured(group));
    const bool isMoney = match.captured(group).contains(u'$');
    return plain && isWhole(*plain) && !isMoney ? plain : std::nullopt;
}

/// 200 users, 12 questions a day: each, or all of them? A sum is hardly less than one of each.
void leaveUnclearUsers(Finds &finds)
{
    static const QRegularExpression kUnclear = pattern(
        u"<N>\\s+"_s + kPeople + uR"((?:\s*,|\s+(?:and|with|make|ask|send))?\s+)"_s + u"<M>\\s+"_s + kDoes + kDay);
    const auto unclear = kUnclear.match(finds.text());
    const auto users = unclear.hasMatch() ? wholeOf(unclear, 1) : std::nullopt;
    const auto often = unclear.hasMatch() ? wholeOf(unclear, 2) : std::nullopt;
    if (users && often && often->toLongLong() < users->toLongLong())
        finds.take(unclear);
}

void readUsers(Finds &finds)
{
    static const QRegularExpression kPatterns[] = {
        // 200 users, 12 questions each per day; 200 users asking 12 questions a day each
        pattern(
            u"<N>\\s+"_s + kPeople
            + uR"((?:\s*,|\s+with|\s+(?:who\s+)?(?:ask|do|make|send|asking|doing|making|sending|at|and)|\s*[x×])?\s+)"_s
            + uR"((?:(?:about|around|roughly|some|maybe|~)\s*)?)"_s + u"<M>\\s+"_s + kDoes
            + uR"((?:\s+(?:each|apiece|per (?:user|head|person|seat|agent))\s*,?)"_s + kDay + u"|"_s + kDay
            + uR"(\s+(?:each|apiece|per (?:user|head|person|seat|agent))\b))"_s),
        // 200 users x 12 questions a day
        pattern(u"<N>\\s+"_s + kPeople + uR"(\s*[x×]\s*)"_s + u"<M>\\s+"_s + kDoes + kDay),
        // 200 users, each asks 12 questions a day
        pattern(u"<N>\\s+"_s + kPeople + uR"(\s*,?\s+each\s+(?:of them\s+)?(?:asks|does|makes|sends|runs|with)\s+)"_s
                + u"<M>\\s+"_s + kDoes + kDay),
        // each of (the) 200 users asks 12 questions a day
        pattern(uR"(\beach of (?:the |our )?)"_s + u"<N>\\s+"_s + kPeople + uR"(\s+(?:asks|does|makes|sends|runs)\s+)"_s
                + u"<M>\\s+"_s + kDoes + kDay),
    };
    static const QRegularExpression kReversed = // 12 questions per user per day for 200 users
        pattern(u"<N>\\s+"_s + kDoes + uR"(\s+(?:per|a|each)\s+(?:user|person|seat|agent|head)(?:\s+and)?\s*)"_s + kDay
                + uR"((?:\s*,|\s+(?:for|from|by|with|x|times))\s+)"_s + u"<M>\\s+"_s + kPeople);
    if (isAboutOtherCalls(finds.text()))
        return;
    const auto add = [&](const QRegularExpressionMatch &match, int users, int actions) {
        const auto count = wholeOf(match, users);
        const auto often = plainQuantity(match.captured(actions));
        if (!count || !often)
            return;
        finds.add(match, users, Of::Workload, u"users"_s, *count);
        finds.add(match, actions, Of::Workload, u"actionsPerUserPerDay"_s, *often);
        finds.take(match);
    };
    for (const QRegularExpression &one : kPatterns) {
        if (const auto match = one.match(finds.text()); match.hasMatch())
            return add(match, 1, 2);
    }
    if (const auto match = kReversed.match(finds.text()); match.hasMatch())
        return add(match, 2, 1);
    leaveUnclearUsers(finds);
}

/// From so many to so many in the course of time, and not somewhere between them.
bool isChange(const QString &text)
{
    static const QRegularExpression kPattern = pattern(
        uR"(\b(?:go(?:es|ing)?|grow\w*|ris(?:e|es|ing)|increas\w*|jump\w*|scal(?:e|es|ing)|ramp\w*|drop\w*|fall\w*)\b)"_s);
    return kPattern.match(text).hasMatch();
}

void readRange(Finds &finds)
{
    static const QRegularExpression kRange =
        pattern(uR"((?:between\s+)?)"_s + u"<N>"_s + uR"(\s*(?:to|and|-|–)\s*)"_s + u"<M>\\s+"_s + kCalls + kDay);
    const auto match = kRange.match(finds.text());
    if (!match.hasMatch() || finds.isTaken(match, 0))
        return;
    finds.take(match);
    if (isChange(finds.text()) || isAboutOtherCalls(finds.text()) || isPartOrFuture(finds.text()))
        return;
    auto low = wholeOf(match, 1);
    const auto high = wholeOf(match, 2);
    if (!low || !high)
        return;
    // 3 to 8k is 3k to 8k.
    if (match.captured(2).back().isLetter() && !match.captured(1).back().isLetter())
        low = plainQuantity(QString(match.captured(1) + match.captured(2).back()));
    if (low && low->toLongLong() < high->toLongLong())
        finds.add(match, 0, Of::Workload, u"range/requestsPerDay"_s, *low + u" to "_s + *high);
}

/// A nightly evaluation is a workload of its own.
void readEvaluation(Finds &finds)
{
    static const QRegularExpression kPatterns[] = {
        pattern(uR"(\b(?:nightly|overnight)\s+(?:eval(?:uation)?s?|regression)(?:\s+(?:harness|suite|set|run|job))?)"_s
                + uR"((?:\s+(?:of|with|over|on|replays|replaying|runs|running|has|is)|:|,)?\s+)"_s
                + uR"((?:(?:about|around|roughly|some)\s+|~)?)"_s
                + u"<N>\\s+(?:test\\s+)?(?:prompts|cases|questions|queries|calls)"_s),
        pattern(uR"(\beval(?:uation)?s?(?:\s+(?:harness|suite|set|run|job))?)"_s
                + uR"((?:\s+(?:that|which))?(?:\s+(?:of|with|over|on|replays|replaying|runs|running)|:|,)?\s+)"_s
                + uR"((?:(?:about|around|roughly|some)\s+|~)?)"_s
                + u"<N>\\s+(?:test\\s+)?(?:prompts|cases|questions|queries|calls)"_s
                + uR"(\s+(?:(?:a|per|each|every)\s+night|nightly)\b)"_s),
        pattern(
            u"<N>\\s+(?:test\\s+)?(?:prompts|cases|questions|queries|calls)"_s
            + uR"(\s+(?:(?:a|per|each|every)\s+night|nightly)\s+(?:for|in|by)\s+(?:the\s+|our\s+)?eval(?:s|uation|uations)?\b)"_s),
        pattern(u"<N>\\s+(?:eval(?:uation)?|test)\\s+(?:prompts|cases|calls)"_s
                + uR"(\s+(?:a|per|each|every)\s+night\b)"_s),
    };
    static const QRegularExpression kLonger =
        pattern(uR"(\s*(?:(?:a|per|each|every|/)\s*(?:week|month|quarter|year)|weekly|monthly)\b)"_s);
    for (const QRegularExpression &one : kPatterns) {
        const auto match = one.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 1))
            continue;
        const auto longer = kLonger.match(finds.text(), match.capturedEnd(0));
        const bool isOfLonger = longer.hasMatch() && longer.capturedStart(0) == match.capturedEnd(0);
        if (const auto count = wholeOf(match, 1); count && !isOfLonger)
            finds.add(match, 1, Of::Workload, u"requestsPerDay"_s, *count, u"Nightly evaluation"_s);
        finds.take(match);
        return;
    }
}

/// Of two volumes in one breath, which one holds is for a person to say.
bool hasSeveral(const Finds &finds)
{
    static const QRegularExpression kOne = pattern(u"<N>\\s+"_s + kCalls + kDay);
    QString first;
    for (auto matches = kOne.globalMatch(finds.text()); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (finds.isTaken(match, 1))
            continue;
        if (!first.isEmpty() && first != match.captured(1))
            return true;
        first = match.captured(1);
    }
    return false;
}

void readRequests(Finds &finds)
{
    static const QRegularExpression kDaily[] = {
        pattern(u"<N>\\s+"_s + kCalls + kDay + kNotEach),
        pattern(uR"(\b)"_s + kCalls + kDay + uR"(\s*(?:[:=]|is|are)\s*~?)"_s + u"<M>"_s)};
    static const std::pair<QRegularExpression, int> kLonger[] = {
        {pattern(u"<N>\\s+"_s + kCalls + uR"(\s*(?:(?:a|per|each|every|/)\s*month\b|monthly\b))"_s),
         30}, // of model calls
        {pattern(u"<N>\\s+"_s + kCalls + uR"(\s*(?:(?:a|per|each|every|/)\s*week\b|weekly\b))"_s), 7}};
    const auto isOther = [&finds] {
        return isAboutOtherCalls(finds.text()) || isPartOrFuture(finds.text()) || hasSeveral(finds);
    };
    for (const QRegularExpression &one : kDaily) {
        const auto match = one.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 1))
            continue;
        if (isOther())
            return;
        if (const auto count = wholeOf(match, 1))
            finds.add(match, 1, Of::Workload, u"requestsPerDay"_s, *count);
        finds.take(match);
        return;
    }
    for (const auto &[longer, days] : kLonger) {
        const auto match = longer.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 1))
            continue;
        if (isOther())
            return;
        const auto count = wholeOf(match, 1);
        if (const auto daily = count ? divided(*count, days) : std::nullopt)
            finds.addWith(std::max(FactStatus::Implied, finds.clause().statusAt(match.capturedStart(1))), match, 1,
                          Of::Workload, u"requestsPerDay"_s, *daily);
        finds.take(match);
        return;
    }
}

bool isTokenCount(const QString &written, const QString &plain)
{
    return plain.size() >= 3 || written.back().isLetter();
}

void readTokenPair(Finds &finds)
{
    if (isTokenRateOrLimit(finds.text()))
        return;
    static const QRegularExpression kPairs[] = {
        // 4k in / 600 out, 4,000 tokens in and 600 out
        pattern(
            u"<N>"_s
            + uR"((?:\s+(?:tokens?|tok))?\s+(?:in|input)\b(?:\s+(?:tokens?|tok))?\s*(?:,|/|\+|&|and|;)?\s*(?:about|around|roughly|~)?\s*)"_s
            + u"<M>"_s + uR"((?:\s+(?:tokens?|tok))?\s+(?:out|output)\b(?!\s+of\b))"_s),
        // 600 out, 4k in
        pattern(
            u"<M>"_s
            + uR"((?:\s+(?:tokens?|tok))?\s+(?:out|output)\b(?:\s+tokens?)?\s*(?:,|/|\+|&|and|;)?\s*(?:about|around|roughly|~)?\s*)"_s
            + u"<M>"_s + uR"((?:\s+(?:tokens?|tok))?\s+(?:in|input)\b(?!\s+(?:the|a|our|\p{Lu})))"_s),
        // input 4k, output 600
        pattern(uR"(\b(?:in|input)(?:\s+(?:tokens?|tok))?\s*[:=]?\s*~?)"_s + u"<M>"_s
                + uR"((?:\s+(?:tokens?|tok))?\s*(?:,|/|and)?\s*(?:out|output)(?:\s+(?:tokens?|tok))?\s*[:=]?\s*~?)"_s
                + u"<M>"_s),
    };
    for (const QRegularExpression &one : kPairs) {
        const auto match = one.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 0))
            continue;
        const bool isReversed = &one == &kPairs[1];
        const int inGroup = isReversed ? 2 : 1;
        const int outGroup = isReversed ? 1 : 2;
        const auto in = wholeOf(match, inGroup);
        const auto out = wholeOf(match, outGroup);
        const bool saysTokens = match.captured(0).contains("tok"_L1, Qt::CaseInsensitive);
        if (!in || !out || (!saysTokens && !isTokenCount(match.captured(inGroup), *in))
            || (isReversed && !saysTokens && !isTokenCount(match.captured(outGroup), *out)))
            continue;
        finds.add(match, inGroup, Of::Workload, u"inputTokens"_s, *in);
        finds.add(match, outGroup, Of::Workload, u"outputTokens"_s, *out);
        finds.take(match);
        return;
    }
}

struct Single {
    QRegularExpression words;
    QString key;
};

void readTokens(Finds &finds)
{
    if (isTokenRateOrLimit(finds.text()))
        return;
    static const QString kIs =
        uR"(\s+(?:(?:is|are|of|at|runs?|has|have|with)\s+)?(?:about|around|roughly|some|~)?\s*)"_s;
    static const Single kSingles[] = {
        {pattern(uR"(\b(?:system prompt|shared context|context|prefix)\s+(?:of|is)\s+~?)"_s + u"<M>"_s
                 + uR"(\s+tokens?\s*,?\s*(?:that\s+|which\s+)?(?:repeats|repeated|is the same|is cached)\b)"_s),
         u"cachedPrefixTokens"_s},
        {pattern(
             u"<N>"_s
             + uR"((?:\s+tokens?)?\s+of (?:the|each|every) (?:prompt|input|context)\s+(?:repeats|is the same|are the same|repeat|is shared|is fixed)\b)"_s),
         u"cachedPrefixTokens"_s},
        {pattern(
             u"<N>"_s
             + uR"(\s+(?:(?:input|prompt) tokens|tokens (?:of )?input|tokens in\b(?!\s+\p{L}))(?!\s*(?:per|a)\s+(?:day|month|minute|second|hour)))"_s),
         u"inputTokens"_s},
        {pattern(u"<N>"_s + uR"(\s+(?:(?:output|completion) tokens|tokens (?:of )?output|tokens out\b(?!\s+of)))"_s),
         u"outputTokens"_s},
        {pattern(uR"(\b(?:prompts?|inputs?)\b)"_s + kIs + u"<M>"_s
                 + uR"(\s+tokens\b(?!\s*(?:per|a)\s+(?:day|month|minute|second|hour)))"_s),
         u"inputTokens"_s},
        {pattern(uR"(\b(?:answers?|outputs?|responses?|replies|completions?)\b)"_s + kIs + u"<M>"_s
                 + uR"(\s+tokens\b)"_s),
         u"outputTokens"_s},
    };
    for (const Single &one : kSingles) {
        const auto match = one.words.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 1))
            continue;
        if (const auto count = wholeOf(match, 1)) {
            finds.add(match, 1, Of::Workload, one.key, *count);
            finds.take(match, 1);
        }
    }
}

void readShape(Finds &finds)
{
    static const QRegularExpression kCallsEach = pattern(
        u"<N>"_s
        + uR"(\s+(?:model|llm|bedrock)\s+calls\s+(?:per|a|each|for each|for every)\s+(?:request|question|query|action|task|run|answer|turn)\b)"_s);
    static const QRegularExpression kDays =
        pattern(u"<N>"_s + uR"(\s+(?:working|business|work)\s?days\s+(?:a|per|each)\s+month\b)"_s);
    if (const auto match = kCallsEach.match(finds.text()); match.hasMatch()) {
        if (const auto count = wholeOf(match, 1))
            finds.add(match, 1, Of::Workload, u"callsPerRequest"_s, *count);
        finds.take(match);
    }
    if (const auto match = kDays.match(finds.text()); match.hasMatch()) {
        if (const auto days = plainQuantity(match.captured(1)); days && days->toInt() <= 31)
            finds.add(match, 1, Of::Workload, u"daysPerMonth"_s, *days);
        finds.take(match);
    }
}

/// Shares, which are typed as percentages.
void readShares(Finds &finds)
{
    static const QRegularExpression kGrowth[] = {
        pattern(
            uR"(\b(?:volume|traffic|usage|calls|requests|queries|it|they)?\s*(?:grows?|growing|growth)\s+(?:of|at|by|is|about|around|roughly|~|some|by about|at about)?\s*)"_s
            + u"<P>" + uR"(\s*(?:a|per|each|every|/)\s*month\b)"_s),
        pattern(u"<P>"
                + uR"(\s+(?:monthly\s+growth|growth\s+(?:a|per|each)\s+month|month[- ](?:over|on)[- ]month)\b)"_s)};
    static const Single kOthers[] = {
        {pattern(uR"(\b(?:cache\s+)?hit rate\s+(?:(?:of|is|at|around|about)\s+)*~?)"_s + u"<P>"_s), u"cacheHitRate"_s},
        {pattern(u"<P>" + uR"(\s+cache\s+hits?\b)"_s), u"cacheHitRate"_s},
        {pattern(
             u"<P>"
             + uR"(\s+(?:of (?:it|them|the calls|the requests|the traffic)\s+)?(?:can (?:run|go|wait)|runs?|goes)\s+(?:in|as|to|through|for)\s+(?:a\s+)?batch\b)"_s),
         u"batchShare"_s},
        {pattern(uR"(\bbatch share\s+(?:of|is)?\s*)"_s + u"<P>"_s), u"batchShare"_s},
    };
    for (const QRegularExpression &one : kGrowth) {
        const auto match = one.match(finds.text());
        if (!match.hasMatch() || isNoVolume(finds.text()) || finds.isTaken(match, 1))
            continue;
        if (const auto share = plainQuantity(match.captured(1)))
            finds.add(match, 1, Of::Workload, u"growthPerMonth"_s, *share);
        finds.take(match, 1);
    }
    for (const Single &one : kOthers) {
        const auto match = one.words.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 1) || isOtherCache(finds.text()))
            continue;
        if (const auto share = plainQuantity(match.captured(1));
            share && share->section(u'.', 0, 0).toLongLong() <= 100)
            finds.add(match, 1, Of::Workload, one.key, *share);
        finds.take(match, 1);
    }
}

/// "triples", "x3", "3x", "threefold": the factor; empty when it is none.
QString factorOf(const QString &words)
{
    static const QHash<QString, QString> kWords{
        {u"doubles"_s, u"2"_s},     {u"doubling"_s, u"2"_s}, {u"double"_s, u"2"_s},     {u"triples"_s, u"3"_s},
        {u"tripling"_s, u"3"_s},    {u"triple"_s, u"3"_s},   {u"quadruples"_s, u"4"_s}, {u"quadruple"_s, u"4"_s},
        {u"quadrupling"_s, u"4"_s}, {u"twofold"_s, u"2"_s},  {u"threefold"_s, u"3"_s},  {u"fourfold"_s, u"4"_s},
        {u"fivefold"_s, u"5"_s},    {u"tenfold"_s, u"10"_s}};
    if (const auto known = kWords.find(words.toLower()); known != kWords.end())
        return *known;
    QString digits = words;
    digits.remove(QChar(u'x'), Qt::CaseInsensitive).remove(QChar(u'×')).remove(u"times"_s);
    return plainQuantity(digits).value_or(QString());
}

/// The month of the projection that a named month is next; 0 when it is in none.
int projectionMonth(const Situation &situation, int month, int year)
{
    domain::Month named(year > 0 ? year : situation.startMonth.year(), month);
    if (year == 0 && named < situation.startMonth)
        named = named.plus(12);
    const int place = named.since(situation.startMonth) + 1;
    return place >= 1 && place <= situation.months ? place : 0;
}

void readLaunch(Finds &finds)
{
    static const QString kFactor =
        uR"(\b(doubl(?:es?|ing)|tripl(?:es?|ing)|quadrupl(?:es?|ing)|[x×]\s?\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?\s?(?:[x×]\b|times\b)|(?:two|three|four|five|ten)fold)\b)"_s;
    static const QString kLaunch =
        uR"((?:launch(?:es)?|go-?live|going live|general availability|ga|roll-?out|release)\b)"_s;
    static const QRegularExpression kPatterns[] = {
        pattern(kFactor + uR"([^,.;]{0,30}?\s+(?:at|with|on|after|from)\s+(?:the\s+|our\s+|public\s+)?)"_s + kLaunch
                + uR"([^.;]{0,12}?\b(?:in|from)?\s*)"_s + monthWords() + uR"((?:\s+(20\d\d))?\b)"_s),
        pattern(kLaunch + uR"(\s*(?:is\s+)?(?:in|:|,)?\s*)"_s + monthWords() + uR"((?:\s+(20\d\d))?\b[^.;]{0,30}?)"_s
                + kFactor),
        // triples in March at launch, triples when we launch in March
        pattern(kFactor + uR"(\s+in\s+)"_s + monthWords()
                + uR"((?:\s+(20\d\d))?\s*,?\s+(?:at|with|on|after)\s+(?:the\s+|our\s+|public\s+)?)"_s + kLaunch),
        pattern(kFactor + uR"(\s+when\s+(?:we|they|it)\s+(?:launch(?:es)?|go(?:es)? live)\s+in\s+)"_s + monthWords()
                + uR"((?:\s+(20\d\d))?\b)"_s),
    };
    if (isNoVolume(finds.text()))
        return;
    for (int kind = 0; kind < 4; ++kind) {
        const auto match = kPatterns[kind].match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 0))
            continue;
        const int factorGroup = kind == 1 ? 3 : 1;
        const int monthGroup = kind == 1 ? 1 : 2;
        const QString factor = factorOf(match.captured(factorGroup));
        const int month = projectionMonth(finds.situation(), monthNumber(match.captured(monthGroup)),
                                          match.captured(monthGroup + 1).toInt());
        if (!factor.isEmpty() && month > 0)
            finds.add(match, factorGroup, Of::Step, u"multiplier"_s, factor, QString::number(month));
        finds.take(match);
        return;
    }
}

} // namespace

void readVolume(Finds &finds)
{
    readUsers(finds);
    readRange(finds);
    readEvaluation(finds);
    readShape(finds);
    readRequests(finds);
    readTokenPair(finds);
    readTokens(finds);
    readShares(finds);
    readLaunch(finds);
}

} // namespace call
