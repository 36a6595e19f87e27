#include "call/quantities.h"
#include "call/rules.h"
#include "call/subjects.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace call {

using domain::FactStatus;
using namespace Qt::StringLiterals;

namespace {

struct Place {
    QLatin1StringView code;
    QStringView names; ///< parted by |
};

// Where AWS's regions are, by the names of its own documentation and the city that people say instead.
constexpr std::array<Place, 22> kPlaces{{{"us-east-1"_L1, u"N. Virginia|North Virginia|Northern Virginia|Virginia"},
                                         {"us-east-2"_L1, u"Ohio"},
                                         {"us-west-1"_L1, u"N. California|Northern California"},
                                         {"us-west-2"_L1, u"Oregon"},
                                         {"ca-central-1"_L1, u"Montreal|Montréal"},
                                         {"sa-east-1"_L1, u"Sao Paulo|São Paulo"},
                                         {"eu-west-1"_L1, u"Ireland|Dublin"},
                                         {"eu-west-2"_L1, u"London"},
                                         {"eu-west-3"_L1, u"Paris"},
                                         {"eu-central-1"_L1, u"Frankfurt"},
                                         {"eu-central-2"_L1, u"Zurich|Zürich"},
                                         {"eu-north-1"_L1, u"Stockholm"},
                                         {"eu-south-1"_L1, u"Milan"},
                                         {"eu-south-2"_L1, u"Spain"},
                                         {"ap-south-1"_L1, u"Mumbai"},
                                         {"ap-south-2"_L1, u"Hyderabad"},
                                         {"ap-southeast-1"_L1, u"Singapore"},
                                         {"ap-southeast-2"_L1, u"Sydney"},
                                         {"ap-northeast-1"_L1, u"Tokyo"},
                                         {"ap-northeast-2"_L1, u"Seoul"},
                                         {"ap-northeast-3"_L1, u"Osaka"},
                                         {"af-south-1"_L1, u"Cape Town"}}};

struct Service {
    QLatin1StringView name;
    QStringView words;
};

constexpr std::array<Service, 16> kServices{{{"Amazon EC2"_L1, u"EC2"},
                                             {"Amazon RDS"_L1, u"RDS"},
                                             {"Amazon S3"_L1, u"S3"},
                                             {"Amazon CloudFront"_L1, u"CloudFront"},
                                             {"AWS Lambda"_L1, u"Lambda"},
                                             {"Amazon OpenSearch Service"_L1, u"OpenSearch"},
                                             {"Amazon DynamoDB"_L1, u"DynamoDB"},
                                             {"Amazon Aurora"_L1, u"Aurora"},
                                             {"AWS Fargate"_L1, u"Fargate"},
                                             {"Amazon EKS"_L1, u"EKS"},
                                             {"Amazon ECS"_L1, u"ECS"},
                                             {"Amazon ElastiCache"_L1, u"ElastiCache"},
                                             {"Amazon SageMaker"_L1, u"SageMaker"},
                                             {"Amazon CloudWatch"_L1, u"CloudWatch"},
                                             {"Amazon Redshift"_L1, u"Redshift"},
                                             {"AWS Marketplace"_L1, u"Marketplace"}}};

const QString kMonth = uR"((?:\s*(?:a|per|each|every|/)\s*(?:month|mo)\b|\s+monthly\b))"_s;

/// Dollars with at most two decimals, of any size that a bill can have.
std::optional<QString> dollarsOf(const QRegularExpressionMatch &match, int group)
{
    const auto plain = plainQuantity(match.captured(group));
    if (!plain || plain->section(u'.', 1).size() > 2)
        return std::nullopt;
    return plain;
}

QString serviceNames()
{
    QStringList words;
    for (const Service &service : kServices)
        words.append(service.words.toString());
    return u'(' + words.join(u'|') + u')';
}

QString serviceOf(const QString &word)
{
    const auto found = std::ranges::find_if(
        kServices, [&](const Service &service) { return service.words.compare(word, Qt::CaseInsensitive) == 0; });
    return found == kServices.end() ? QString() : QString(found->name);
}

/// "AWS bill 7k: EC2 2200, RDS 1100": what stands behind the colon is the bill's parts.
void readParts(Finds &finds)
{
    static const QRegularExpression kBill = pattern(uR"(\b(?:aws\s+(?:bill|spend|costs?|invoice)|bill|breakdown)\b)"_s);
    static const QRegularExpression kPart =
        pattern(uR"(\b(?:amazon |aws )?)"_s + serviceNames() + uR"(\s*(?:is|at|:|for)?\s*(?:about\s|around\s|~)?\s*)"_s
                + u"<M>"_s + uR"((?=\s*(?:$|[,/)+]|(?:and|plus|dollars|usd|a month|per month|monthly)\b)))"_s);
    if (!kBill.match(finds.text()).hasMatch())
        return;
    for (auto parts = kPart.globalMatch(finds.text()); parts.hasNext();) {
        const QRegularExpressionMatch part = parts.next();
        const auto amount = dollarsOf(part, 2);
        if (!amount || finds.isTaken(part, 0) || amount->size() < 2)
            continue;
        finds.add(part, 2, Of::Service, u"monthlyUsd"_s, *amount, serviceOf(part.captured(1)));
        finds.take(part);
    }
}

void readBedrockBill(Finds &finds)
{
    static const QRegularExpression kBedrock = pattern(
        uR"(\bbedrock(?:\s+(?:bill|spend|costs?|part|share))?\s+(?:(?:is|of it|went to|is at|at|now|today|currently|runs at|went up to|grew to|about|around|roughly)\s+)*~?)"_s
        + u"<M>"_s
        + uR"((?!\s*(?:calls|requests|tokens|users|prompts|queries|models|regions|accounts|teams|people))()"_s + kMonth
        + uR"(|\s+in \p{L}+ (?:weeks|months)\b|\s*(?:,|$)|\s+of (?:it|that)\b))"_s);
    const auto match = kBedrock.match(finds.text());
    if (!match.hasMatch() || finds.isTaken(match, 1))
        return;
    // A bare small number behind "Bedrock" may count anything.
    const auto amount = dollarsOf(match, 1);
    const bool looksLikeMoney =
        match.captured(1).contains(u'$') || match.captured(1).back().isLetter() || match.captured(2).contains("mo"_L1);
    if (amount && looksLikeMoney)
        finds.add(match, 1, Of::Aws, u"bedrockMonthlySpendUsd"_s, *amount);
    finds.take(match, 1);
}

void readWholeBill(Finds &finds)
{
    static const QRegularExpression kPatterns[] = {
        // AWS bill 7k, AWS spend is about $7,000 a month
        pattern(
            uR"(\b(?:aws|cloud)\s+(?:bill|spend|costs?)(?:\s+today)?\s*(?:is|:|at|runs at|of)?\s*(?:about|around|roughly|~|some|currently)?\s*)"_s
            + u"<M>"_s + uR"((?!\s*(?:calls|tokens|users|%|(?:-|–|to|or|and)\s*~?\$?\d)))"_s),
        // we pay (AWS) about 7 grand a month (to AWS, on AWS)
        pattern(
            uR"(\b(?:we|they|company)(?:'re| are|’re)?\s+(?:pay|paying|spend|spending)\s+(?:aws|amazon)?\s*(?:about|around|roughly|some|nearly|almost|~)?\s*)"_s
            + u"<N>"_s + kMonth
            + uR"((?=\s*(?:$|,(?=.*\b(?:aws|bedrock)\b)|(?:to|on|for|at|with)\s+(?:aws|amazon|the cloud)\b)))"_s),
        // 7k a month on AWS, AWS is 7k a month
        pattern(u"<N>"_s + kMonth + uR"(\s+(?:on|to|for)\s+aws\b)"_s),
        pattern(
            uR"((?:^|,)\s*aws\s+(?:is|runs|runs at|costs|costs us)\s+(?:at\s+)?(?:about|around|roughly|~|some|currently)?\s*)"_s
            + u"<M>"_s + kMonth + uR"((?=\s*(?:$|,)))"_s),
    };
    static const QRegularExpression kBare(u"^20\\d\\d$"_s); // a year as well as an amount
    for (const QRegularExpression &one : kPatterns) {
        const auto match = one.match(finds.text());
        if (!match.hasMatch() || finds.isTaken(match, 1) || kBare.match(match.captured(1).trimmed()).hasMatch())
            continue;
        const auto amount = dollarsOf(match, 1);
        const bool looksLikeMoney = match.captured(1).contains(u'$') || match.captured(1).back().isLetter()
                                 || match.captured(1).back() == u'.' || (amount && amount->size() >= 3);
        if (amount && looksLikeMoney)
            finds.add(match, 1, Of::Aws, u"monthlySpendUsd"_s, *amount);
        finds.take(match, 1);
        return;
    }
}

void readCredits(Finds &finds)
{
    static const QRegularExpression kCredits =
        pattern(uR"(\b(?:activate\s+)?(founders|portfolio)\s+credits?\s*,?\s*(?:of\s+|about\s+|for\s+)?)"_s + u"<M>"_s);
    static const QRegularExpression kUsed =
        pattern(uR"(\b(?:all|fully)\s+(?:used|spent|gone|consumed)\b|\bused up\b)"_s);
    static const QRegularExpression kLeft = pattern(u"<N>"_s + uR"(\s+(?:left|remaining)\b)"_s);
    const auto match = kCredits.match(finds.text());
    const auto amount = match.hasMatch() ? dollarsOf(match, 2) : std::nullopt;
    if (!amount || isNoCreditHeld(finds.text()))
        return;
    const QString programme = match.captured(1).compare("founders"_L1, Qt::CaseInsensitive) == 0
                                ? u"activate-founders"_s
                                : u"activate-portfolio"_s;
    finds.add(match, 2, Of::Credit, u"amountUsd"_s, *amount, programme);
    finds.take(match);
    if (const auto used = kUsed.match(finds.text()); used.hasMatch()) {
        finds.add(used, 0, Of::Credit, u"remainingUsd"_s, u"0"_s, programme);
    } else if (const auto left = kLeft.match(finds.text()); left.hasMatch()) {
        if (const auto remaining = dollarsOf(left, 1))
            finds.add(left, 1, Of::Credit, u"remainingUsd"_s, *remaining, programme);
    }
}

} // namespace

QString regionOf(const QString &place)
{
    for (const Place &one : kPlaces) {
        for (const QStringView name : one.names.split(u'|')) {
            if (name.compare(place, Qt::CaseInsensitive) == 0)
                return one.code;
        }
    }
    return {};
}

QString regionPlaces()
{
    QStringList all;
    for (const Place &one : kPlaces) {
        for (const QStringView name : one.names.split(u'|'))
            all.append(QRegularExpression::escape(name.toString()));
    }
    // "Virginia Beach", "Ohio State University", "Paris, Texas": another place or no place at all.
    static const QString kGoesOn =
        uR"((?!\s+(?:(?:beach|city|state|road|street|avenue)\b|(?-i:(?!AWS\b|Region\b|EU\b|UK\b|US\b)\p{Lu}))|)"
        uR"(\s*,\s*(?-i:(?:Texas|California|Ohio|Kentucky|Tennessee|Ontario)\b|(?!UK|EU|IE|DE|FR|ES|IT|CH|SE|JP|SG|AU)[A-Z]{2}\b)))"_s;
    return u"(?:"_s + all.join(u'|') + u")\\b"_s + kGoesOn;
}

QString regionCodes()
{
    return u"(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-[1-7]"_s;
}

namespace {

void readAccountIds(Finds &finds)
{
    static const QRegularExpression kAccount = pattern(
        uR"(\b(?:(payer|paying|management)\s+)?(?:account|acct\.?|aws id)(?:\s+(?:id|number|no\.?|is))*\s*[:#]?\s*(\d{4}[ -]?\d{4}[ -]?\d{4})(?![\d-])(?!\s+(?:belongs|is owned|of (?:a|the|their) customer)))"_s);
    static const QString kPlain = u"accountId"_s;
    if (isOtherAccount(finds.text()))
        return;
    struct Found {
        QRegularExpressionMatch match;
        QString key;
        QString digits;
    };
    std::vector<Found> all;
    for (auto matches = kAccount.globalMatch(finds.text()); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QString digits = match.captured(2);
        digits.remove(u' ').remove(u'-');
        all.push_back({match, match.captured(1).isEmpty() ? kPlain : u"payerAccountId"_s, digits});
        finds.take(match);
    }
    for (const Found &one : all) {
        // Of two accounts, which one it is about is for a person to say.
        const bool isOnly = std::ranges::all_of(
            all, [&one](const Found &other) { return other.key != one.key || other.digits == one.digits; });
        if (isOnly)
            finds.add(one.match, 2, Of::Aws, one.key, one.digits);
    }
}

void readRegion(Finds &finds)
{
    static const QRegularExpression kCode =
        pattern(uR"((?<![\p{L}\p{N}-])()"_s + regionCodes() + uR"()(?![\p{N}-]))"_s);
    static const QRegularExpression kPlace = pattern(
        uR"((?:\bregion(?:\s+is)?:?|(?:^|[,:]|\b(?:we|they|it|everything|all|that|which|app|stack|platform|product|production|backend|system|bedrock|workloads?|services?|api|and|already|currently))\s*(?:runs?|running)\s+in|\b(?:hosted|deployed|deploy|bedrock|inference|everything)\s+in)\s+(?:aws\s+)?()"_s
        + regionPlaces()
        + uR"()\b(?!\s+(?:(?:every|each|on|office|in the|at the|is|was|has|lacks)\b|(?:by|with|at)\s+(?-i:(?!AWS\b|Amazon\b)\p{Lu}))))"_s);
    static const QRegularExpression kOtherCloud = pattern(
        uR"(\b(?:azure|gcp|google cloud|ovh\w*|hetzner|digital\s?ocean|heroku|vercel|scaleway|ionos|oracle cloud|alibaba)\b)"_s);
    if (isAboutCopies(finds.text()) || kOtherCloud.match(finds.text()).hasMatch())
        return;
    auto codes = kCode.globalMatch(finds.text());
    const auto first = codes.hasNext() ? codes.next() : QRegularExpressionMatch();
    if (first.hasMatch() && !codes.hasNext())
        finds.add(first, 1, Of::Aws, u"region"_s, first.captured(1).toLower());
    else if (const auto match = kPlace.match(finds.text()); match.hasMatch() && !first.hasMatch())
        finds.add(match, 1, Of::Aws, u"region"_s, regionOf(match.captured(1)));
}

} // namespace

void readAccount(Finds &finds)
{
    readAccountIds(finds);
    readRegion(finds);
}

void readBill(Finds &finds)
{
    static const QRegularExpression kYear =
        pattern(uR"(\b(?:a|per)\s+(?:year|annum|quarter|week|day)\b|\bannual\w*|\byearly\b)"_s);
    if (finds.clause().foreignMoney)
        return;
    readCredits(finds);
    if (kYear.match(finds.text()).hasMatch() || isOtherMoney(finds.text()))
        return;
    readParts(finds);
    readBedrockBill(finds);
    readWholeBill(finds);
}

} // namespace call
