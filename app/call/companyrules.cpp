#include "call/quantities.h"
#include "call/rules.h"

#include <QStringList>

namespace call {

using domain::FactStatus;
using namespace Qt::StringLiterals;

namespace {

const QStringList &months()
{
    static const QStringList kMonths{u"january"_s,   u"february"_s, u"march"_s,    u"april"_s,
                                     u"may"_s,       u"june"_s,     u"july"_s,     u"august"_s,
                                     u"september"_s, u"october"_s,  u"november"_s, u"december"_s};
    return kMonths;
}

const QString kStage = uR"((?:series\s+([a-h])|(pre-?\s?seed)|(seed)|(?<=\bour |\bthe )((?-i:[ABC]))))"_s;

struct StageName {
    QString stage; ///< the file's word
    QString round; ///< as a round is called
};

StageName stageOf(const QRegularExpressionMatch &match, int group)
{
    if (!match.captured(group + 1).isEmpty())
        return {u"pre-seed"_s, u"Pre-seed"_s};
    if (!match.captured(group + 2).isEmpty())
        return {u"seed"_s, u"Seed"_s};
    const QString letter = (match.captured(group) + match.captured(group + 3)).toUpper();
    return {letter == u"A"_s ? u"series-a"_s : u"series-b-plus"_s, u"Series "_s + letter};
}

/// The day of a round that is dated by its month: the month's first, the last such month there was.
QString dayOf(const Situation &situation, const QString &month, const QString &year)
{
    const int number = monthNumber(month);
    if (number == 0)
        return {};
    QDate day(year.isEmpty() ? situation.today.year() : year.toInt(), number, 1);
    if (year.isEmpty() && day > situation.today)
        day = day.addYears(-1);
    return day <= situation.today ? day.toString(Qt::ISODate) : QString();
}

void readLead(Finds &finds, const StageName &name)
{
    // An investor's name begins with capitals.
    static const QRegularExpression kLead(
        uR"((?:(?:\bled by|\blead(?: investor)?(?: is|:)?)\s+((?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and)(?:\s+(?:\p{Lu}[\p{L}\p{N}&.'’-]*|\d+))*)|)"
        uR"(((?:\p{Lu}[\p{L}\p{N}&.'’-]*)(?:\s+(?:\p{Lu}[\p{L}\p{N}&.'’-]*))*)\s+led\b))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    auto match = kLead.match(finds.text());
    if (match.hasMatch() && monthNumber(match.captured(2)) > 0) // in March led by ...
        match = kLead.match(finds.text(), match.capturedEnd(2));
    if (!match.hasMatch())
        return;
    const int group = match.captured(1).isEmpty() ? 2 : 1;
    if (match.captured(group) == "We"_L1 || match.captured(group).startsWith("Series "_L1))
        return;
    finds.add(match, group, Of::Company, u"lastRound/leadInvestor"_s, match.captured(group));
    if (name.stage != "pre-seed"_L1)
        finds.addWith(FactStatus::Implied, match, group, Of::Company, u"institutionallyFunded"_s, u"true"_s);
}

void readSize(Finds &finds)
{
    static const QRegularExpression kSizes[] = {
        pattern(
            uR"(^\s*(?:(?:we|they)(?:'re| are|’re)\s+|(?:a\s+)?(?:team|staff) of\s+|about\s+|~)?)"_s + u"<M>"_s
            + uR"(\s+(?:people|employees|staff|ftes?|heads)\b(?=\s*(?:$|,|now|today|in total|full[- ]time|and growing)))"_s),
        pattern(uR"(\b(?:we|they)(?:'re| are|’re| have)\s+(?:a team of\s+)?(?:about\s+|around\s+|roughly\s+|~)?)"_s
                + u"<M>"_s
                + uR"(\s+(?:people|employees|ftes?)\b(?=\s*(?:$|,|now|today|in total|full[- ]time|and growing)))"_s),
        pattern(uR"(\bhead\s?count\s*(?:is|:|of)?\s*(?:about\s+|~)?)"_s + u"<M>"_s + uR"((?=\s*(?:$|,)))"_s),
        pattern(uR"((?:^|,)\s*(?:a\s+)?team of\s+(?:about\s+)?)"_s + u"<M>"_s + uR"((?=\s*(?:$|,)))"_s),
        pattern(uR"(\bcompany of\s+(?:about\s+)?)"_s + u"<M>"_s + uR"((?:\s+(?:people|employees))?(?=\s*(?:$|,)))"_s),
    };
    static const QRegularExpression kOther = pattern(
        u"<N>"_s
        + uR"(\s+(?:people|employees|staff|ftes?|left|leaving)\b|\b(?:on|in) (?:the|this) (?:call|meeting|room|demo)\b)"_s); // then the first counts a part
    for (const QRegularExpression &one : kSizes) {
        const auto match = one.match(finds.text());
        if (!match.hasMatch())
            continue;
        const bool hasOther = kOther.match(finds.text(), match.capturedEnd(0)).hasMatch();
        if (const auto count = plainQuantity(match.captured(1));
            count && isWhole(*count) && count->size() <= 7 && !hasOther)
            finds.add(match, 1, Of::Company, u"headcount"_s, *count);
        finds.take(match);
        return;
    }
}

/// Whether a ZIP code can be one of the state's, and a code without ZIP is hardly a country's. By the first digit, which the
/// postal service gives to groups of states.
bool isStateOf(const QString &city, const QString &state, const QString &zip)
{
    static const QStringList kByDigit{u"CT MA ME NH NJ RI VT"_s, u"DE NY PA"_s,    u"DC MD NC SC VA WV"_s,
                                      u"AL FL GA MS TN"_s,       u"IN KY MI OH"_s, u"IA MN MT ND SD WI"_s,
                                      u"IL KS MO NE"_s,          u"AR LA OK TX"_s, u"AZ CO ID NM NV UT WY"_s,
                                      u"AK CA HI OR WA"_s};
    static const QStringList kCanadian{u"Toronto"_s, u"Montreal"_s, u"Vancouver"_s, u"Ottawa"_s, u"Calgary"_s};
    static const QStringList kCountriesToo{u"DE"_s, u"IN"_s, u"IL"_s, u"CO"_s, u"AR"_s};
    if (zip.isEmpty())
        return !kCountriesToo.contains(state) && !(state == "CA"_L1 && kCanadian.contains(city));
    return kByDigit.at(zip.front().digitValue()).contains(state) && (state != "DE"_L1 || zip.startsWith("19"_L1));
}

void addPlace(Finds &finds, const QRegularExpressionMatch &match)
{
    if (!isStateOf(match.captured(1), match.captured(2), match.captured(3)))
        return;
    finds.add(match, 1, Of::Company, u"city"_s, match.captured(1));
    finds.add(match, 2, Of::Company, u"state"_s, match.captured(2));
    if (!match.captured(3).isEmpty())
        finds.add(match, 3, Of::Company, u"postalCode"_s, match.captured(3));
    finds.addWith(FactStatus::Implied, match, 2, Of::Company, u"country"_s, u"US"_s);
}

void readPlace(Finds &finds)
{
    static const QString kCity = uR"((\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2}))"_s;
    static const QString kState =
        u"(AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|"
        "OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)"_s;
    static const QRegularExpression kPlaces[] = {
        QRegularExpression(uR"(\b)"_s + kCity + uR"(,?\s+)"_s + kState + uR"(\s+(\d{5})(?!\d))"_s,
                           QRegularExpression::UseUnicodePropertiesOption),
        // We're based in Seattle, WA. Who else is based somewhere is another matter.
        QRegularExpression(
            uR"(^\s*(?:(?:[Ww]e(?:'re| are|’re)\s+)?(?:[Bb]ased|[Hh]eadquartered)|(?:[Oo]ur\s+)?(?:HQ|hq|[Hh]eadquarters)(?:\s+is)?)\s+in\s+)"_s
                + kCity + uR"(,\s+)"_s + kState + uR"((?=\s*(?:$|,)))"_s,
            QRegularExpression::UseUnicodePropertiesOption)};
    // Who is met, lives or is sent something somewhere is not the company.
    static const QRegularExpression kOwn = pattern(
        uR"(^\s*(?:(?:(?:we|they)(?:'re| are|’re)\s+)?(?:based|headquartered|located)\s+(?:in|at)|(?:(?:our|their|the)\s+)?(?:hq|headquarters|address|office)(?:\s+is)?(?:\s+(?:in|at))?:?|in|from)?\s*(?:\d+\s[^,]{3,40},\s*)?$|\b(?:people|employees|founded)\b[^;]*,\s*$)"_s);
    for (const QRegularExpression &one : kPlaces) {
        const auto match = one.match(finds.text());
        if (match.hasMatch() && kOwn.match(finds.text().first(match.capturedStart(1))).hasMatch())
            return addPlace(finds, match);
    }
}

} // namespace

int monthNumber(const QString &word)
{
    const QString lower = word.toLower();
    for (int month = 0; month < months().size(); ++month) {
        if (months().at(month) == lower || (lower.size() >= 3 && lower.left(3) == months().at(month).left(3)))
            return month + 1;
    }
    return 0;
}

QString monthWords()
{
    return u"(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"_s;
}

void readCompany(Finds &finds)
{
    static const QRegularExpression kFounded = pattern(
        uR"(\b(?:founded|started the company|company started|incorporated)\s+(?:in\s+)?((?:19|20)\d\d)(?=\s*(?:$|[,(]|(?:in|as|and|with)\b)))"_s);
    static const QRegularExpression kSite(
        uR"((?:\b(?:web\s?site|site|web|url|domain)\s*(?:is|:)?\s*)((?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:/\S*)?))"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Without the letter alone of kStage: stageOf() finds nothing in a group that is not there.
    static const QRegularExpression kStages[] = {
        pattern(uR"(\b(?:we|they|company)(?:'re| are|’re| is)\s+(?:a\s+|at\s+|still\s+)*)"_s
                + uR"((?:series\s+([a-h])|(pre-?\s?seed)|(seed))(?=\s*(?:$|,|stage|company|startup|funded|now)))"_s
                + uR"(\b)"_s),
        pattern(uR"(\bstage\s*(?:is|:)\s*)"_s + uR"((?:series\s+([a-h])|(pre-?\s?seed)|(seed))\b)"_s),
        pattern(uR"(^\s*(?:series\s+([a-h])|(pre-?\s?seed)|(seed))(?:\s+(?:stage|company|startup))?\s*(?:,|$))"_s),
    };
    readSize(finds);
    if (const auto match = kFounded.match(finds.text()); match.hasMatch())
        finds.add(match, 1, Of::Company, u"foundedYear"_s, match.captured(1));
    if (const auto match = kSite.match(finds.text()); match.hasMatch())
        finds.add(match, 1, Of::Company, u"website"_s, match.captured(1));
    for (const QRegularExpression &one : kStages) {
        if (const auto match = one.match(finds.text()); match.hasMatch()) {
            finds.add(match, 0, Of::Company, u"stage"_s, stageOf(match, 1).stage);
            break;
        }
    }
    readPlace(finds);
}

void readRound(Finds &finds)
{
    static const QRegularExpression kRound = pattern(
        uR"(\b(?:closed|raised|just raised|just closed)\s+(?:our|the|a|an)?\s*)"_s
        + uR"((?:(?:US)?\$?\d[\d.,]*\s?(?:k|mm|mn|m|mio|million)?\s+(?:(?:in|for|as)\s+)?(?:(?:our|the|a)\s+)?)?)"_s
        + kStage
        + uR"(\b(?:\s+round)?|\bseries\s+([a-h])\s+closed\b|^\s*series\s+([a-h])\s*[,:]\s*(?=(?:US)?\$\s?\d|\d[\d.,]*\s?(?:m|mm|mn|mio|million)\b(?!\s*\p{L})))"_s);
    static const QRegularExpression kWhen =
        pattern(uR"(\b(?:in|on|this)?\s*)"_s + monthWords()
                + uR"((?:\s+(20\d\d))?(?!\s*\d)(?=\s*(?:,|$|\bwith\b|\bfor\b|\bof\b|\bat\b|\bled\b)))"_s);
    static const QRegularExpression kAmount = pattern(
        u"<N>"_s + uR"((?=\s*(?:$|,|\b(?:led|dollars|usd|round|from|with|in|raised|series|seed|pre-?seed)\b)))"_s);
    static const QRegularExpression kOtherNoun = pattern(
        uR"(\s+(?:(?:rate|customer|client|investor|deal|user|compan|ticket|test|talk|extension|team|game|plan|share)\w*|with\s+an?\b|of\s+(?!\$|\d|about\b|usd\b))|/)"_s);
    const auto match = kRound.match(finds.text());
    if (!match.hasMatch())
        return;
    const auto noun = kOtherNoun.match(finds.text(), match.capturedEnd(0));
    if (noun.hasMatch() && noun.capturedStart(0) == match.capturedEnd(0))
        return;
    auto name = stageOf(match, 1);
    if (const QString letter = match.captured(5) + match.captured(6); !letter.isEmpty())
        name = {letter.toLower() == u"a"_s ? u"series-a"_s : u"series-b-plus"_s, u"Series "_s + letter.toUpper()};
    const auto when = kWhen.match(finds.text());
    const QString day = when.hasMatch() ? dayOf(finds.situation(), when.captured(1), when.captured(2)) : QString();
    if (when.hasMatch() && day.isEmpty())
        return; // closed in a month that is to come
    finds.add(match, 0, Of::Company, u"stage"_s, name.stage);
    finds.add(match, 0, Of::Company, u"lastRound/name"_s, name.round);
    if (!day.isEmpty())
        finds.addWith(FactStatus::Implied, when, 1, Of::Company, u"lastRound/closedOn"_s, day);
    if (!finds.clause().foreignMoney) {
        for (auto amounts = kAmount.globalMatch(finds.text()); amounts.hasNext();) {
            const QRegularExpressionMatch amount = amounts.next();
            const auto dollars = plainQuantity(amount.captured(1));
            if (!dollars || !isWhole(*dollars) || dollars->size() < 6)
                continue;
            finds.add(amount, 1, Of::Company, u"lastRound/amountUsd"_s, *dollars);
            break;
        }
    }
    readLead(finds, name);
}

void readDeclarations(Finds &finds)
{
    static const QRegularExpression kConsent = pattern(
        uR"(\b(?:ok(?:ay)?|fine|happy|agrees?|agreed|consents?)\s+(?:to|with us|that we|for us to|with|we)?\s*(?:to\s+)?shar(?:e|ing)\s+(?:(?:this|that|it|them|these|those|everything|all|the|our|their|of|facts|data|details|numbers|information|case)\s+){0,3}?with aws\b)"_s);
    static const QRegularExpression kDenied = pattern(
        uR"(\b(?:not|n't|don’t|isn’t|never|unless|if|whether|only|before|after|once|except|maybe|would|could|should|thinks?|part(?:s|ly)?|some|pricing|decks?|financials|legal|lawyers?)\b|\?)"_s);
    static const QRegularExpression kNoRival = pattern(
        uR"(\bnot a competitor(?:\s+of aws)?(?=\s*(?:$|,))|\b(?:do not|don't|don’t|doesn't|doesn’t|does not) compete with aws\b(?=\s*(?:$|,))(?!.*\bbut\b))"_s);
    static const QRegularExpression kAiFirst = pattern(
        uR"(\b(?:we|they|company)(?:'re| are|’re| is)\s+(?:an?\s+)?ai[- ](?:first|native)\b|\bai is the (?:core of the )?product\b)"_s);
    static const QRegularExpression kPoc = pattern(
        uR"(\b(?:it(?:'s|’s| is)|this is|start(?:s|ing)? with|begin with|run|first)\s+(?:as\s+)?(?:a|the)\s+(?:defined\s+)?(?:poc|proof of concept)\b)"_s);
    if (const auto match = kConsent.match(finds.text()); match.hasMatch() && !kDenied.match(finds.text()).hasMatch())
        finds.add(match, 0, Of::Company, u"consentToShare"_s, u"true"_s);
    if (const auto match = kNoRival.match(finds.text()); match.hasMatch())
        finds.add(match, 0, Of::Company, u"competesWithAws"_s, u"false"_s);
    if (finds.clause().silent)
        return;
    if (const auto match = kAiFirst.match(finds.text()); match.hasMatch())
        finds.add(match, 0, Of::Company, u"aiFirst"_s, u"true"_s);
    if (const auto match = kPoc.match(finds.text()); match.hasMatch())
        finds.add(match, 0, Of::UseCase, u"proofOfConcept"_s, u"true"_s);
}

void readPools(Finds &finds)
{
    static const QRegularExpression kAsks = pattern(
        uR"(\b(?:ask|asks|apply|applies|go|file|request)\s+for\s+(?:the\s+|both\s+)?(?:bedrock\s+)?(?:(poc|proof of concept)|(?:activate\s+)?(portfolio)|(?:activate\s+)?(founders))\b(?:\s*(?:and|\+|,|plus)\s*(?:the\s+)?(?:(?:bedrock\s+)?(poc|proof of concept)|(?:activate\s+)?(portfolio)|(?:activate\s+)?(founders))\b)?(?=\s*(?:$|[,+/]|(?:and|plus|now|first|later|credits?|programs?|too|as well|with|via|through|in)\b)))"_s);
    const auto match = kAsks.match(finds.text());
    if (!match.hasMatch())
        return;
    static const QString kPrograms[] = {u"bedrock-poc"_s, u"activate-portfolio"_s, u"activate-founders"_s};
    for (int group = 1; group <= 6; ++group) {
        if (!match.captured(group).isEmpty())
            finds.add(match, group, Of::Pool, {}, {}, kPrograms[(group - 1) % 3]);
    }
}

} // namespace call
