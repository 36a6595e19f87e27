// The arithmetic of a line in words. Everything printed here is read from the line's basis: nothing is computed a second
// way except the growth factor, which comes from the same code as the volume.
#include "domain/exact.h"
#include "projection/projection.h"
#include "projection/volume.h"

namespace projection {

using domain::Decimal;
using domain::Money;
using domain::Rate;
using namespace Qt::StringLiterals;

namespace {

/// Digits grouped by threes, as US readers expect: 1234567.5 -> 1,234,567.5.
QString grouped(QString number)
{
    const qsizetype point = number.indexOf(u'.');
    for (qsizetype at = (point < 0 ? number.size() : point) - 3; at > 0; at -= 3)
        number.insert(at, u',');
    return number;
}

QString grouped(domain::Int128 number)
{
    return grouped(Decimal::fromMillionths(number * Decimal::kScale).toString());
}

QString dollars(Money amount)
{
    return u'$' + grouped(amount.toString());
}

QString percent(Decimal share)
{
    return Decimal::fromMillionths(share.millionths() * 100).toString() + u" %"_s;
}

QString monthName(domain::Month month)
{
    static const QStringList names{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                   u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    return names[month.month() - 1] + u' ' + QString::number(month.year());
}

QString callsFormula(const LineBasis &basis, int month)
{
    QString text = grouped(basis.callsPerDay) + u" calls a day x "_s + basis.daysPerMonth.toString() + u" days"_s;
    if (!basis.growthPerMonth.isZero() && month > basis.firstMonth)
        text += u" x growth "_s + growthFactorText(basis.growthPerMonth, month - basis.firstMonth);
    for (const domain::Step &step : basis.steps) {
        if (step.month <= month)
            text += u" x step "_s + step.multiplier.toString();
    }
    return text + u" = "_s + grouped(basis.requests[static_cast<std::size_t>(month - 1)]) + u" calls"_s;
}

/// "150,000 calls x 4,000 tokens x $3.30 per million"; empty when nothing of the kind is billed.
QString tokenTerm(qint64 calls, const QString &kind, qint64 tokens, Rate rate)
{
    if (calls == 0 || tokens == 0)
        return {};
    return kind + u' ' + grouped(calls) + u" x "_s + grouped(tokens) + u" tokens x $"_s + rate.toString(2)
         + u" per million"_s;
}

QString tokenFormula(const LineBasis &basis, int month)
{
    const qint64 requests = basis.requests[static_cast<std::size_t>(month - 1)];
    const qint64 batch = shareOf(requests, basis.batchShare);
    const qint64 onDemand = requests - batch;
    const qint64 hits = shareOf(onDemand, basis.cacheHitRate);
    const qint64 prefix = basis.cachedPrefixTokens;
    QStringList terms{
        tokenTerm(onDemand, u"input"_s, basis.inputTokens - prefix, basis.rates.input),
        tokenTerm(hits, u"cache read"_s, prefix, basis.rates.cacheRead),
        tokenTerm(onDemand - hits, u"cache write"_s, prefix, basis.rates.cacheWrite),
        tokenTerm(onDemand, u"output"_s, basis.outputTokens, basis.rates.output),
        tokenTerm(batch, u"batch input"_s, basis.inputTokens, basis.rates.batchInput),
        tokenTerm(batch, u"batch output"_s, basis.outputTokens, basis.rates.batchOutput),
    };
    terms.removeAll(QString());
    QString split;
    if (batch > 0)
        split += u"; batch "_s + percent(basis.batchShare) + u" = "_s + grouped(batch);
    if (hits > 0)
        split += u"; cache hits "_s + percent(basis.cacheHitRate) + u" = "_s + grouped(hits);
    return callsFormula(basis, month) + split + (terms.isEmpty() ? QString() : u"; "_s + terms.join(u" + "_s));
}

QString itemFormula(const LineBasis &basis, int month)
{
    const Decimal quantity = basis.quantities[static_cast<std::size_t>(month - 1)];
    QString text = grouped(quantity.toString()) + u" x "_s;
    if (basis.tiers.size() == 1)
        text += u'$' + basis.tiers.front().price.toString(2);
    else
        text += u"tiered price"_s;
    if (basis.per > 1)
        text += u" per "_s + grouped(basis.per);
    if (basis.tiers.size() > 1) {
        QStringList tiers;
        for (const catalogue::PriceTier &tier : basis.tiers)
            tiers.append((tier.upTo ? u"up to "_s + grouped(tier.upTo->toString()) : u"above"_s) + u" $"_s
                         + tier.price.toString(2));
        text += u" ("_s + tiers.join(u", "_s) + u')';
    }
    return text;
}

QString formula(const Line &line, int month)
{
    const LineBasis &basis = line.basis;
    switch (basis.kind) {
    case LineKind::Tokens: return tokenFormula(basis, month);
    case LineKind::Provisioned:
        return grouped(basis.modelUnits) + u" model units x $"_s + basis.unitRate.value_or(Rate()).toString(2)
             + u" an hour x 730 hours"_s;
    case LineKind::Item: return itemFormula(basis, month);
    case LineKind::Flat: break;
    }
    return u"flat estimate "_s + dollars(basis.flat) + u" a month"_s;
}

QString origin(const LineBasis &basis)
{
    if (basis.source.isEmpty())
        return {};
    const QString source = basis.source.endsWith(u'.') ? basis.source.chopped(1) : basis.source;
    return u"Rate: "_s + source + u", as of "_s + basis.asOf
         + (basis.rates.longPrompt ? u", long-prompt band"_s : QString()) + u"."_s;
}

} // namespace

QString explain(const Line &line, const Projection &projection)
{
    QStringList paragraphs;
    for (int first = 1; first <= projection.months;) {
        const Money amount = line.monthly[static_cast<std::size_t>(first - 1)];
        const QString text = formula(line, first);
        int last = first;
        while (last < projection.months && line.monthly[static_cast<std::size_t>(last)] == amount
               && formula(line, last + 1) == text)
            ++last;
        if (!amount.isZero()) {
            const QString span =
                first == last ? monthName(projection.monthAt(first))
                              : monthName(projection.monthAt(first)) + u" to "_s + monthName(projection.monthAt(last));
            paragraphs.append(span + u": "_s + text + u" = "_s + dollars(amount) + u'.');
        }
        first = last + 1;
    }
    if (paragraphs.isEmpty())
        paragraphs.append(u"Nothing is projected on this line."_s);
    const QString source = origin(line.basis);
    if (!source.isEmpty())
        paragraphs.append(source);
    return paragraphs.join(u'\n');
}

} // namespace projection
