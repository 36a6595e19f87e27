#include "catalogue/offer/tokenusage.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

/// Words that say nothing more about a price per token of text.
bool isPlain(const QString &word)
{
    static const QSet<QString> kPlain{u"token"_s,   u"tokens"_s,   u"count"_s, u"units"_s,  u"unit"_s,
                                      u"million"_s, u"standard"_s, u"on"_s,    u"demand"_s, u"cross"_s,
                                      u"region"_s,  u"regional"_s, u"cris"_s,  u"geo"_s,    u"context"_s,
                                      u"ctx"_s,     u"mantle"_s,   u"text"_s,  u"5m"_s,     u"usage"_s};
    return kPlain.contains(word);
}

/// Why a word makes the row another thing than a price per token; empty when it does not.
QString refusalOf(const QString &word)
{
    if (word == u"latency" || word == u"optimized" || word == u"latencyoptimized")
        return u"latency-optimized inference is priced apart, and the book has no rate for it"_s;
    if (word == u"custom" || word == u"customization" || word == u"customized" || word == u"training")
        return u"customization is priced by item, not by model row"_s;
    if (word == u"reserved" || word == u"tpm" || word == u"minute")
        return u"reserved capacity, through the account team"_s;
    if (word == u"image" || word == u"images" || word == u"audio" || word == u"video" || word == u"speech")
        return u"a price for "_s + word + u", not for text"_s;
    return {};
}

enum class Direction { None, Input, Output, CacheRead, CacheWrite };
enum class Mode { Standard, Batch, Flex, Priority };

struct Words {
    Direction direction = Direction::None;
    Mode mode = Mode::Standard;
    bool oneHour = false;
    bool global = false;
    bool longPrompt = false;
    QString refusal;
    QString unknown;

    void take(const QString &word)
    {
        if (word == u"cache")
            m_cache = true;
        else if (word == u"read")
            direction = Direction::CacheRead;
        else if (word == u"write")
            direction = Direction::CacheWrite;
        else if (word == u"input" || word == u"output" || word == u"response")
            takeDirection(word == u"input" ? Direction::Input : Direction::Output);
        else if (word == u"batch" || word == u"flex" || word == u"priority")
            takeMode(word == u"batch" ? Mode::Batch : word == u"flex" ? Mode::Flex : Mode::Priority);
        else if (word == u"1h")
            oneHour = true;
        else if (word == u"global")
            global = true;
        else if (word == u"long")
            longPrompt = true;
        else if (word != u"30m" && !isPlain(word)) // a 30-minute write is entered as the book's short one
            takeOther(word);
    }

    bool readsCache() const { return direction == Direction::CacheRead || direction == Direction::CacheWrite; }
    bool cacheWithoutKind() const { return m_cache && !readsCache(); }

private:
    void takeDirection(Direction found)
    {
        if (!readsCache()) // "cache read input tokens"
            direction = found;
    }
    void takeMode(Mode found)
    {
        if (mode != Mode::Standard && mode != found)
            refusal = u"two tiers in one usage type"_s;
        mode = found;
    }
    void takeOther(const QString &word)
    {
        if (const QString why = refusalOf(word); !why.isEmpty())
            refusal = why;
        else if (unknown.isEmpty())
            unknown = word;
    }
    bool m_cache = false;
};

std::optional<RateKind> kindOf(const Words &words)
{
    const auto tier = [&words](RateKind standard, RateKind batch, RateKind flex, RateKind priority) {
        switch (words.mode) {
        case Mode::Batch: return batch;
        case Mode::Flex: return flex;
        case Mode::Priority: return priority;
        case Mode::Standard: break;
        }
        return standard;
    };
    const bool cacheOfTier = words.readsCache() && words.mode != Mode::Standard;
    switch (words.direction) {
    case Direction::Input:
        return tier(RateKind::Input, RateKind::BatchInput, RateKind::FlexInput, RateKind::PriorityInput);
    case Direction::Output:
        return tier(RateKind::Output, RateKind::BatchOutput, RateKind::FlexOutput, RateKind::PriorityOutput);
    case Direction::CacheRead: return cacheOfTier ? std::nullopt : std::optional(RateKind::CacheRead);
    case Direction::CacheWrite:
        if (cacheOfTier)
            return std::nullopt;
        return words.oneHour ? RateKind::CacheWrite1h : RateKind::CacheWrite5m;
    case Direction::None: break;
    }
    return std::nullopt;
}

/// `ProvisionedThroughput-1MonthCommit`, `ProvisionedThroughput_NoCommit_ModelUnits`.
TokenUsage provisionedUsage(const QString &tail, const QString &modelPart)
{
    static const QRegularExpression kCommitment(u"(no|1|6)[-_ ]?(month)?s?[-_ ]?(commit)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    TokenUsage usage;
    usage.modelPart = modelPart;
    const QString commitment = kCommitment.match(tail).captured(1).toLower();
    if (commitment.isEmpty()) {
        usage.refusal = u"provisioned throughput of a commitment that the book does not know"_s;
        return usage;
    }
    usage.kind = commitment == u"no" ? RateKind::ProvisionedNone
               : commitment == u"1"  ? RateKind::Provisioned1Month
                                     : RateKind::Provisioned6Month;
    return usage;
}

/// Where the words about tokens begin in a usage type.
qsizetype startOfWords(const QString &usage)
{
    static const QRegularExpression kStart(
        u"(cache[-_]?(read|write)|input|output|response|reserved|million|provisionedthroughput|customization)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return kStart.match(usage).capturedStart();
}

/// "NovaSonic-speech-input-tokens", "NovaLite-custom-model-input-tokens": words before may say what the tokens are of.
void takeModelPart(const QStringList &before, Words &words)
{
    const auto isApart = [](const QString &word) {
        return word.startsWith(u"custom") || word.startsWith(u"latency") || word == u"reserved";
    };
    for (const QString &word : before) {
        if (isApart(word) || (before.size() > 1 && &word == &before.constLast()))
            words.refusal = words.refusal.isEmpty() ? refusalOf(word) : words.refusal;
    }
}

/// Display-name rows say batch and tier in attributes only.
void takeAttributes(const OfferProduct &product, Words &words)
{
    for (const char *attribute : {"feature", "servicetier", "inferencetype", "crossregion"}) {
        for (const QString &word : usageWords(product.value(attribute))) {
            if (word == u"batch" || word == u"flex" || word == u"priority" || word == u"global"
                || word.startsWith(u"custom") || word.startsWith(u"latency") || word == u"reserved")
                words.take(word);
        }
    }
}

} // namespace

QString withoutRegion(const QString &usageType)
{
    static const QRegularExpression kRegion(u"^([A-Z]{2,4}[0-9]?|[a-z]{2}(-[a-z]+)+-[0-9])-"_s);
    const QRegularExpressionMatch match = kRegion.match(usageType);
    return match.hasMatch() ? usageType.mid(match.capturedLength()) : usageType;
}

QStringList usageWords(const QString &text)
{
    static const QRegularExpression kWord(u"[0-9]+[a-z]+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+"_s);
    QStringList words;
    for (auto found = kWord.globalMatch(text); found.hasNext();)
        words.append(found.next().captured().toLower());
    return words;
}

TokenUsage tokenUsage(const OfferProduct &product)
{
    static const QRegularExpression kMarketplace(u"^MP:[A-Z0-9]+_"_s);
    QString usage = withoutRegion(product.value("usagetype"));
    usage.remove(kMarketplace);
    const qsizetype start = startOfWords(usage);
    TokenUsage result;
    if (start < 0) {
        result.refusal = u"its usage type names no tokens"_s;
        return result;
    }
    const QString head = usage.left(start);
    const QString tail = usage.mid(start);
    QString modelPart = head;
    while (modelPart.endsWith(u'-') || modelPart.endsWith(u'_'))
        modelPart.chop(1);
    if (tail.startsWith(u"ProvisionedThroughput", Qt::CaseInsensitive))
        return provisionedUsage(tail, modelPart);

    Words words;
    for (const QString &word : usageWords(tail))
        words.take(word);
    takeModelPart(usageWords(modelPart), words);
    takeAttributes(product, words);
    const auto kind = kindOf(words);
    result.modelPart = modelPart;
    result.longPrompt = words.longPrompt;
    result.scope = words.global ? domain::Scope::Global : domain::Scope::Regional;
    if (!words.refusal.isEmpty())
        result.refusal = words.refusal;
    else if (!words.unknown.isEmpty())
        result.refusal = u"its usage type has a word that is not known: "_s + words.unknown.left(40);
    else if (!kind || words.cacheWithoutKind())
        result.refusal = u"the book has no rate of that kind"_s;
    else
        result.kind = *kind;
    return result;
}

} // namespace catalogue
