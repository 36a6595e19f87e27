#include "call/labels.h"
#include "call/rules.h"
#include "call/subjects.h"

#include "domain/vocabulary.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace call {

using namespace Qt::StringLiterals;

namespace {

struct Label {
    Of of;
    QString key;
};

/// What a line may be called by the one who writes it.
const QHash<QString, Label> &labels()
{
    static const QHash<QString, Label> kLabels{
        {u"company"_s, {Of::Company, u"name"_s}},
        {u"company name"_s, {Of::Company, u"name"_s}},
        {u"call with"_s, {Of::Company, u"name"_s}},
        {u"website"_s, {Of::Company, u"website"_s}},
        {u"what they do"_s, {Of::Company, u"description"_s}},
        {u"they do"_s, {Of::Company, u"description"_s}},
        {u"industry"_s, {Of::Company, u"industry"_s}},
        {u"country"_s, {Of::Company, u"country"_s}},
        {u"state"_s, {Of::Company, u"state"_s}},
        {u"city"_s, {Of::Company, u"city"_s}},
        {u"postal code"_s, {Of::Company, u"postalCode"_s}},
        {u"zip"_s, {Of::Company, u"postalCode"_s}},
        {u"use case"_s, {Of::UseCase, u"title"_s}},
        {u"problem"_s, {Of::UseCase, u"problem"_s}},
        {u"pain"_s, {Of::UseCase, u"problem"_s}},
        {u"why now"_s, {Of::UseCase, u"whyNow"_s}},
        {u"solution"_s, {Of::UseCase, u"solution"_s}},
        {u"why bedrock"_s, {Of::UseCase, u"whyBedrock"_s}},
        {u"scope"_s, {Of::UseCase, u"scope"_s}},
        {u"in scope"_s, {Of::UseCase, u"scope"_s}},
        {u"out of scope"_s, {Of::UseCase, u"outOfScope"_s}},
        {u"metric"_s, {Of::UseCase, u"successMetric"_s}},
        {u"success metric"_s, {Of::UseCase, u"successMetric"_s}},
        {u"baseline"_s, {Of::UseCase, u"baseline"_s}},
        {u"evaluation"_s, {Of::UseCase, u"evaluation"_s}},
        {u"who uses it"_s, {Of::UseCase, u"users"_s}},
        {u"starts"_s, {Of::UseCase, u"startsOn"_s}},
        {u"ends"_s, {Of::UseCase, u"endsOn"_s}},
        {u"go-live"_s, {Of::UseCase, u"goLiveOn"_s}},
        {u"go live"_s, {Of::UseCase, u"goLiveOn"_s}},
        {u"workload"_s, {Of::Workload, u"name"_s}},
        {u"why month 1 differs"_s, {Of::Aws, u"spendChangeReason"_s}},
    };
    return kLabels;
}

/// "2027-03-01", "March 1, 2027", "1 March 2027"; empty when it is no full date.
QString isoDate(const QString &text)
{
    static const QRegularExpression kForms[] = {
        pattern(u"^(20\\d\\d)-(\\d\\d)-(\\d\\d)$"_s),
        pattern(u'^' + monthWords() + uR"(\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)$)"_s),
        pattern(uR"(^(\d{1,2})(?:st|nd|rd|th)?\.?\s+)"_s + monthWords() + uR"(,?\s+(20\d\d)$)"_s)};
    QDate date;
    if (const auto match = kForms[0].match(text); match.hasMatch())
        date = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    else if (const auto us = kForms[1].match(text); us.hasMatch())
        date = QDate(us.captured(3).toInt(), monthNumber(us.captured(1)), us.captured(2).toInt());
    else if (const auto other = kForms[2].match(text); other.hasMatch())
        date = QDate(other.captured(3).toInt(), monthNumber(other.captured(2)), other.captured(1).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

/// A country by its code or one of the names that founders use.
QString countryOf(const QString &text)
{
    static const QHash<QString, QString> kNames{{u"us"_s, u"US"_s},
                                                {u"usa"_s, u"US"_s},
                                                {u"united states"_s, u"US"_s},
                                                {u"uk"_s, u"GB"_s},
                                                {u"united kingdom"_s, u"GB"_s},
                                                {u"germany"_s, u"DE"_s},
                                                {u"france"_s, u"FR"_s},
                                                {u"spain"_s, u"ES"_s},
                                                {u"italy"_s, u"IT"_s},
                                                {u"ireland"_s, u"IE"_s},
                                                {u"netherlands"_s, u"NL"_s},
                                                {u"switzerland"_s, u"CH"_s},
                                                {u"austria"_s, u"AT"_s},
                                                {u"sweden"_s, u"SE"_s},
                                                {u"norway"_s, u"NO"_s},
                                                {u"denmark"_s, u"DK"_s},
                                                {u"finland"_s, u"FI"_s},
                                                {u"poland"_s, u"PL"_s},
                                                {u"canada"_s, u"CA"_s},
                                                {u"australia"_s, u"AU"_s},
                                                {u"india"_s, u"IN"_s},
                                                {u"japan"_s, u"JP"_s},
                                                {u"singapore"_s, u"SG"_s},
                                                {u"israel"_s, u"IL"_s},
                                                {u"brazil"_s, u"BR"_s},
                                                {u"mexico"_s, u"MX"_s}};
    if (const auto known = kNames.find(text.toLower()); known != kNames.end())
        return *known;
    return text.size() == 2 && domain::countryCodes().contains(text.toUpper()) ? text.toUpper() : QString();
}

/// Whether words can be what a field of a certain form holds.
bool fits(const Label &label, const QString &words)
{
    static const QRegularExpression kSite(uR"(^(?:https?://)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:/\S*)?$)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kPostal(u"^(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 -]{2,9}$"_s);
    if (label.key == "website"_L1)
        return kSite.match(words).hasMatch();
    if (label.key == "postalCode"_L1)
        return kPostal.match(words).hasMatch();
    if (label.key == "city"_L1 || label.key == "state"_L1)
        return words.front().isUpper() && std::ranges::none_of(words, [](QChar sign) { return sign.isDigit(); });
    return true;
}

QString valueOf(const Label &label, const QString &words, const Situation &situation)
{
    if (saysNothing(words) || !fits(label, words))
        return {};
    if (label.key == "country"_L1)
        return countryOf(words);
    if (label.key.endsWith("On"_L1)) {
        const QString day = isoDate(words);
        const bool isOver = label.key != "startsOn"_L1 && day < situation.today.toString(Qt::ISODate);
        return isOver ? QString() : day;
    }
    if (label.key == "industry"_L1) {
        for (const QString &industry : domain::industries()) {
            if (industry.compare(words, Qt::CaseInsensitive) == 0)
                return industry;
        }
        return {};
    }
    return words;
}

} // namespace

bool readLabel(const QString &line, qsizetype start, const Situation &situation, std::vector<Proposal> &out)
{
    static const QRegularExpression kLabelled(uR"(^([\p{L}][\p{L} 1-]{1,20}?)\s*:\s*(\S.*?)[\s.]*$)"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
    const auto match = kLabelled.match(line.sliced(start));
    if (!match.hasMatch())
        return false;
    const auto label = labels().find(match.captured(1).simplified().toLower());
    if (label == labels().end() || match.captured(2).endsWith(u'?'))
        return false;
    if (label->of == Of::Workload && match.captured(2).front().isDigit())
        return false; // its volume, not its name
    if (const QString value = valueOf(*label, match.captured(2), situation); !value.isEmpty())
        out.push_back({label->of,
                       label->key,
                       value,
                       {},
                       domain::FactStatus::Stated,
                       start + match.capturedStart(2),
                       match.capturedLength(2)});
    return true;
}

QString labelFor(const QString &path)
{
    // One of several names is the one to show.
    static const QHash<QString, QString> kCompany{
        {u"name"_s, u"company"_s},      {u"website"_s, u"website"_s},       {u"description"_s, u"what they do"_s},
        {u"industry"_s, u"industry"_s}, {u"country"_s, u"country"_s},       {u"state"_s, u"state"_s},
        {u"city"_s, u"city"_s},         {u"postalCode"_s, u"postal code"_s}};
    static const QHash<QString, QString> kUseCase{
        {u"title"_s, u"use case"_s},    {u"problem"_s, u"problem"_s},         {u"whyNow"_s, u"why now"_s},
        {u"solution"_s, u"solution"_s}, {u"whyBedrock"_s, u"why bedrock"_s},  {u"users"_s, u"who uses it"_s},
        {u"scope"_s, u"in scope"_s},    {u"outOfScope"_s, u"out of scope"_s}, {u"successMetric"_s, u"metric"_s},
        {u"baseline"_s, u"baseline"_s}, {u"evaluation"_s, u"evaluation"_s},   {u"startsOn"_s, u"starts"_s},
        {u"endsOn"_s, u"ends"_s},       {u"goLiveOn"_s, u"go-live"_s}};
    const QString key = path.section(u'/', -1);
    if (path.startsWith("company/"_L1))
        return kCompany.value(key);
    if (path == "useCases"_L1)
        return u"use case"_s;
    if (path.contains("/workloads/"_L1))
        return key == "name"_L1 && !path.contains("/steps/"_L1) ? u"workload"_s : QString();
    if (path == "aws/spendChangeReason"_L1)
        return u"why month 1 differs"_s;
    return path.startsWith("useCases/"_L1) ? kUseCase.value(key) : QString();
}

} // namespace call
