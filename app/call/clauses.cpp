#include "call/clauses.h"

#include <algorithm>

namespace call {

using domain::FactStatus;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kOptions = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

const QString kNumber = uR"((?:US)?\$?\s?(?:\d{1,3}(?:[,.'’\x{A0}\x{202F} ]\d{3})+(?:[.,]\d{1,6})?|\d+(?:[.,]\d+)?))"
                        uR"((?:(?:k|mm|mn|m|bn)\b|\s?(?:grand|thousand|tsd|mio|millions?)\b\.?)?)"_s;
const QString kNothingBefore = uR"((?<![\p{L}\p{N}.,:#/+€£¥₹'-]))"_s;
const QString kNothingBehind =
    uR"((?![\p{L}\p{N}]|[.,]\d|:\d|\s?[%€£¥₹]|\s?(?:EUR|euros?|GBP|pounds?|CHF|percent|pct)\b))"_s;

/// A full stop ends a clause before a space, unless it ends one of these.
bool isAbbreviation(QStringView before)
{
    for (const QLatin1StringView word :
         {"ca"_L1, "approx"_L1, "e.g"_L1, "i.e"_L1, "vs"_L1, "inc"_L1, "max"_L1, "min"_L1, "mio"_L1, "tsd"_L1, "no"_L1,
          "dr"_L1, "mr"_L1, "ms"_L1, "incl"_L1, "n"_L1}) {
        if (before.endsWith(word, Qt::CaseInsensitive)
            && (before.size() == word.size() || !before.at(before.size() - word.size() - 1).isLetterOrNumber()))
            return true;
    }
    return false;
}

bool endsAt(const QString &line, qsizetype at)
{
    const QChar sign = line.at(at);
    if (sign == u';')
        return true;
    const bool isEnd = at + 1 == line.size() || line.at(at + 1).isSpace();
    if (sign == u'?' || sign == u'!')
        return isEnd;
    return sign == u'.' && isEnd && (at == 0 || line.at(at - 1) != u'.')
        && !isAbbreviation(QStringView(line).first(at));
}

/// Not the founder's own facts, or not so.
const QRegularExpression &silencing()
{
    static const QRegularExpression kPattern(
        // said, and taken back or asked in the same breath
        uR"(\b(?:no,? wait|wait,|hang on|hold on|sorry|scratch that|strike that|correction|i mean|or rather|make (?:that|it))(?!\p{L})|)"
        uR"(^\s*(?:do|does|did|should|can|could|shall|may|would|is|are|will|have|has)\s+(?:we|they|you|it|i|he|she|there)\b|)"
        uR"(^\s*(?:how (?:many|much|often)|what(?:['’]s| is| are)|which|who|why)\b|)"
        uR"(\bcustomers?\s+(?:use|run|spend|pay|make|ha[sv]e?)s?\b|\b(?:at|of|from) (?:an?|the|our|their|one|some) (?:customer|client|prospect)s?\b|)"
        uR"(\b(?:except|excluding|skip(?:s|ped)?|everything but|anything but)\b|)"
        uR"(\b(?:not?|nor|neither|never|nobody|without|no longer|isn't|aren't|don't|doesn't|didn't|won't|can't|cannot|wasn't|)"
        uR"(weren't|haven't|hasn't|isn’t|aren’t|don’t|doesn’t|didn’t|won’t|can’t|wasn’t|weren’t|haven’t|hasn’t)\b|)"
        uR"(\b(?:used to|last (?:year|quarter|month|week|summer|winter)|ago|previously|formerly|originally|back then|in the past|)"
        uR"(initially|was|were|had|yesterday|churned)\b|)"
        uR"(\b(?:competitors?|rivals?|another|other (?:company|companies|customer|startup|vendor)s?|someone|somebody|theirs?|)"
        uR"(his|her|its customers?|prospects?|a friend|case study|webinar|podcast|blog|article|press|slides?|whitepaper|)"
        uR"(keynote|re:invent|linkedin|job (?:ad|post\w*)|invoice from|quoted?|proposal from)\b|)"
        uR"(\b(?:if|unless|might|could|hypothetical\w*|suppose|imagine|(?:for|an|as an) example|e\.g\.|for instance|such as|instead of|)"
        uR"(rather than|limit(?:s|ed)?|quotas?|capped|throttl\w*|max|maximum|at most|up to|at least|more than|less than|)"
        uR"(fewer than|(?:over|under|below|above|beyond)\b(?=\s+\$?\d)|exceed\w*|free tier|pricing|list price|benchmark\w*|target(?:ed|ing)?|)"
        uR"(goal|hope|hoping|dream|want to (?:reach|get to)|minimum|test(?:ed|ing)? with|load test\w*|demo(?:ed)?|)"
        uR"(trial(?:ed)?|stopped|cancel\w*|refus\w*|declin\w*|rejected|reject|ruled out|against|unsure|unknown|tbd|)"
        uR"(unclear|don't know|no idea|ask(?:ed)? (?:whether|if|about|for more)|check (?:whether|if)|to confirm|follow up|todo|to do)\b)"_s,
        kOptions);
    return kPattern;
}

} // namespace

qsizetype wordsBegin(const QString &line)
{
    static const QRegularExpression kStamp(
        uR"(^\s*(?:[-*•>]\s+)?(?:\[?\(?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\)?\]?\s*[-–]?\s*)?)"
        uR"((?:(?!(?:use case|why now|in scope|out of scope)\b)\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}(?:\s\([^)]{1,30}\))?:\s+)?)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return kStamp.match(line).capturedEnd(0);
}

std::vector<Clause> clausesOf(const QString &line, qsizetype begin)
{
    static const QRegularExpression kForeign(
        uR"([€£¥₹]|\b(?:EUR|euros?|GBP|pounds?|sterling|CHF|francs?|SEK|NOK|DKK|PLN|INR|rupees?|JPY|yen|CAD|AUD|A\$|C\$|BRL|SGD)\b)"_s,
        kOptions);
    std::vector<Clause> clauses;
    const bool silent = silencing().match(line.first(begin)).hasMatch();
    qsizetype start = begin;
    const auto close = [&](qsizetype end, bool asked) {
        Clause clause;
        clause.text = line.sliced(start, end - start);
        clause.start = start;
        clause.silent = silent || asked || silencing().match(clause.text).hasMatch();
        if (!clause.text.trimmed().isEmpty())
            clauses.push_back(std::move(clause));
    };
    for (qsizetype at = begin; at < line.size(); ++at) {
        if (!endsAt(line, at))
            continue;
        close(at, line.at(at) == u'?');
        start = at + 1;
    }
    if (start < line.size())
        close(line.size(), false);
    const bool foreign = kForeign.match(line).hasMatch();
    for (Clause &clause : clauses)
        clause.foreignMoney = foreign;
    return clauses;
}

FactStatus Clause::statusAt(qsizetype place) const
{
    static const QRegularExpression kGuess(
        uR"(\b(?:maybe|perhaps|probably|presumably|say|guess(?:ing)?|guesstimate|think|assum(?:e|es|ing|ption)|expect(?:s|ed|ing)?|)"
        uR"(estimat(?:e|es|ed|ing)|plan(?:s|ned|ning)?|projected|forecast|would|should|will|hopefully)\b)"_s,
        kOptions);
    static const QRegularExpression kAbout(
        uR"((?:[~≈]|\b(?:about|around|roughly|approx\.?|approximately|ca\.?|circa|some|nearly|almost|close to|or so|order of|)"
        uR"(ballpark(?: of)?|something like|give or take))\s*(?:US)?\$?\s*$)"_s,
        kOptions);
    const QString before = text.first(place);
    if (kGuess.match(before).hasMatch())
        return FactStatus::Assumed;
    return kAbout.match(before).hasMatch() ? FactStatus::Implied : FactStatus::Stated;
}

QRegularExpression pattern(const QString &written)
{
    QString full = written;
    full.replace(u"<N>"_s, kNothingBefore + u'(' + kNumber + u')' + kNothingBehind);
    full.replace(u"<M>"_s, uR"((?<![\p{L}\p{N}.,]))"_s + u'(' + kNumber + u')' + kNothingBehind);
    full.replace(u"<P>"_s, kNothingBefore + uR"((\d+(?:[.,]\d+)?)\s?(?:%|percent\b|per cent\b|pct\b))"_s);
    QRegularExpression expression(full, kOptions);
    expression.optimize();
    return expression;
}

void Finds::add(const QRegularExpressionMatch &match, int group, Of of, const QString &key, const QString &value,
                const QString &entry)
{
    addWith(m_clause.statusAt(match.capturedStart(group)), match, group, of, key, value, entry);
}

void Finds::addWith(FactStatus status, const QRegularExpressionMatch &match, int group, Of of, const QString &key,
                    const QString &value, const QString &entry)
{
    const auto same = [&](const Proposal &other) { return other.of == of && other.key == key && other.entry == entry; };
    if (std::ranges::any_of(m_out, same))
        return;
    m_out.push_back(
        {of, key, value, entry, status, m_clause.start + match.capturedStart(group), match.capturedLength(group)});
}

void Finds::take(const QRegularExpressionMatch &match, int group)
{
    m_taken.push_back({match.capturedStart(group), match.capturedEnd(group)});
}

bool Finds::isTaken(const QRegularExpressionMatch &match, int group) const
{
    return std::ranges::any_of(m_taken, [&](Span span) {
        return match.capturedStart(group) < span.end && span.start < match.capturedEnd(group);
    });
}

bool Finds::foundWorkload() const
{
    return std::ranges::any_of(m_out, [](const Proposal &one) { return one.of == Of::Workload; });
}

} // namespace call
