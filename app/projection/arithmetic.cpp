// The arithmetic of one line in one month.
#include "projection/arithmetic.h"

#include "domain/exact.h"
#include "domain/numerals.h"
#include "projection/volume.h"

#include <algorithm>

namespace projection {

using domain::Decimal;
using domain::groupedDigits;
using domain::groupedNumber;
using domain::Int128;
using domain::Money;
using domain::Rate;
using namespace Qt::StringLiterals;

namespace {

constexpr int kExactDecimals = 18; // tokens x picodollars per million tokens

/// Dollars before they are rounded: as many decimals as there are, two at least.
QString exactDollars(Int128 value, int decimals)
{
    return u'$' + groupedDigits(domain::decimalText(value, decimals, Money::kDecimals));
}

QString priceOf(Rate rate)
{
    return u'$' + groupedDigits(rate.toString(Money::kDecimals));
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return groupedNumber(count) + u' ' + (count == 1 ? one : many);
}

QString calls(qint64 count)
{
    return counted(count, u"call"_s, u"calls"_s);
}

bool hasNoDecimals(const domain::Decimal &number)
{
    return number.millionths() % domain::Decimal::kScale == 0;
}

/// " x growth 1.0816", or nothing in the first month or without growth.
QString growthText(const LineBasis &basis, int month)
{
    if (basis.growthPerMonth.isZero() || month <= basis.firstMonth)
        return {};
    return u" x growth "_s + growthFactorText(basis.growthPerMonth, month - basis.firstMonth);
}

class LineSteps {
public:
    LineSteps(const Line &line, int month) : m_basis(line.basis), m_month(month), m_line(line) {}

    std::vector<ArithmeticStep> take()
    {
        if (m_line.isWorkload && m_line.model.isEmpty())
            add(u"Model"_s, u"no model is named"_s, u"nothing is priced"_s);
        else if (isIdle())
            add(u"This month"_s, {}, u"nothing runs"_s);
        else
            fill();
        if (m_terms.size() > 1)
            add(u"Sum, exact"_s, m_terms.join(u" + "_s), exactDollars(m_exact, kExactDecimals), true);
        const QString cents = domain::dollarsAndCents(amount());
        const QString exact = exactDollars(m_exact, kExactDecimals);
        add(u"This month"_s, m_terms.isEmpty() || exact == cents ? QString() : exact + u" to whole cents"_s, cents,
            true);
        return std::move(m_steps);
    }

private:
    std::size_t index() const { return static_cast<std::size_t>(m_month - 1); }
    Money amount() const { return m_line.monthly[index()]; }

    bool isIdle() const
    {
        switch (m_basis.kind) {
        case LineKind::Tokens: return m_basis.requests[index()] == 0;
        case LineKind::Item: return m_basis.quantities[index()].isZero();
        case LineKind::Provisioned:
        case LineKind::Flat: break;
        }
        return amount().isZero();
    }

    void fill()
    {
        switch (m_basis.kind) {
        case LineKind::Tokens: fillTokens(); break;
        case LineKind::Provisioned: fillProvisioned(); break;
        case LineKind::Item: fillItem(); break;
        case LineKind::Flat: fillFlat(); break;
        }
    }

    void add(const QString &label, const QString &formula, const QString &result, bool sum = false)
    {
        m_steps.push_back({label, formula, result, {}, {}, {}, sum});
    }

    /// A step that uses a price of the book; `exact` x 10^-decimals dollars.
    void addPriced(const QString &label, const QString &formula, Int128 exact, int decimals, const QString &rate)
    {
        m_exact += exact * domain::powerOfTen(kExactDecimals - decimals);
        const QString result = exactDollars(exact, decimals);
        m_terms.append(result);
        const QString asOf = m_basis.asOf;
        const QString band = m_basis.rates.longPrompt ? u", rates for long prompts"_s : QString();
        m_steps.push_back({label, formula, result, rate, m_basis.source + band, asOf, false});
    }

    /// Says of a product that may not be whole that it is rounded, so that a calculator's other digits surprise nobody.
    QString callsFormula() const
    {
        const QString growth = growthText(m_basis, m_month);
        bool isWhole = growth.isEmpty() && hasNoDecimals(m_basis.daysPerMonth);
        QString formula = counted(m_basis.callsPerDay, u"call a day"_s, u"calls a day"_s) + u" x "_s
                        + m_basis.daysPerMonth.toString() + u" days"_s + growth;
        for (const domain::Step &step : m_basis.steps) {
            if (step.month > m_month)
                continue;
            formula += u" x step "_s + step.multiplier.toString();
            isWhole = isWhole && hasNoDecimals(step.multiplier);
        }
        return isWhole ? formula : formula + u", to whole calls"_s;
    }

    void fillTokens()
    {
        const qint64 requests = m_basis.requests[index()];
        add(u"Calls"_s, callsFormula(), calls(requests));
        const qint64 batch = shareOf(requests, m_basis.batchShare);
        const qint64 onDemand = requests - batch;
        const qint64 hits = shareOf(onDemand, m_basis.cacheHitRate);
        if (batch > 0)
            add(u"Calls in Batch"_s, domain::percentText(m_basis.batchShare) + u" of "_s + calls(requests),
                calls(batch));
        if (batch > 0 && onDemand > 0)
            add(u"Calls on demand"_s, groupedNumber(requests) + u" - "_s + groupedNumber(batch), calls(onDemand));
        if (m_basis.cachedPrefixTokens > 0 && onDemand > 0) {
            add(u"Calls that find the prefix cached"_s,
                domain::percentText(m_basis.cacheHitRate) + u" of "_s + calls(onDemand), calls(hits));
            add(u"Calls that write it to the cache"_s, groupedNumber(onDemand) + u" - "_s + groupedNumber(hits),
                calls(onDemand - hits));
        }
        const AppliedRates &rates = m_basis.rates;
        const qint64 prefix = m_basis.cachedPrefixTokens;
        addTokens(prefix > 0 ? u"Input tokens after the prefix"_s : u"Input tokens"_s, onDemand,
                  m_basis.inputTokens - prefix, rates.input);
        addTokens(u"Prefix tokens read from the cache"_s, hits, prefix, rates.cacheRead);
        addTokens(u"Prefix tokens written to the cache"_s, onDemand - hits, prefix, rates.cacheWrite);
        addTokens(u"Output tokens"_s, onDemand, m_basis.outputTokens, rates.output);
        addTokens(u"Input tokens in Batch"_s, batch, m_basis.inputTokens, rates.batchInput);
        addTokens(u"Output tokens in Batch"_s, batch, m_basis.outputTokens, rates.batchOutput);
    }

    void addTokens(const QString &label, qint64 count, qint64 tokens, Rate rate)
    {
        if (count == 0 || tokens == 0)
            return;
        // The charge was computed, so no product exceeds its limit of 10^12 dollars.
        addPriced(label,
                  calls(count) + u" x "_s + counted(tokens, u"token"_s, u"tokens"_s) + u" x "_s + priceOf(rate)
                      + u" per million"_s,
                  Int128(count) * tokens * rate.picodollars(), kExactDecimals,
                  priceOf(rate) + u" per million tokens"_s);
    }

    void fillFlat()
    {
        const QString growth = growthText(m_basis, m_month);
        add(u"Monthly amount"_s,
            domain::dollarsAndCents(m_basis.flat) + u" a month, as given"_s + growth
                + (growth.isEmpty() ? QString() : u", to whole cents"_s),
            domain::dollarsAndCents(amount()));
    }

    void fillProvisioned()
    {
        const Rate rate = m_basis.unitRate.value_or(Rate());
        addPriced(u"Model units"_s,
                  counted(m_basis.modelUnits, u"model unit"_s, u"model units"_s) + u" x "_s + priceOf(rate)
                      + u" an hour x 730 hours a month"_s,
                  Int128(m_basis.modelUnits) * rate.picodollars() * 730, Rate::kDecimals,
                  priceOf(rate) + u" per model unit and hour"_s);
    }

    void fillItem()
    {
        const Decimal quantity = m_basis.quantities[index()];
        const QString unit = m_basis.unit.isEmpty() ? u"unit"_s : m_basis.unit;
        add(u"Quantity, "_s + unit,
            groupedDigits(m_basis.quantity.toString()) + u" a month, as given"_s + growthText(m_basis, m_month),
            groupedDigits(quantity.toString()));
        const QString each = m_basis.per > 1 ? u" per "_s + groupedNumber(m_basis.per) : QString();
        Decimal priced;
        for (const catalogue::PriceTier &tier : m_basis.tiers) {
            const Decimal end = tier.upTo ? std::min(*tier.upTo, quantity) : quantity;
            if (end <= priced)
                continue;
            const Decimal slice = Decimal::fromMillionths(end.millionths() - priced.millionths());
            const QString label = m_basis.tiers.size() == 1 ? u"Price"_s
                                : priced.isZero()           ? u"The first "_s + groupedDigits(end.toString())
                                                            : u"The next "_s + groupedDigits(slice.toString());
            addItemSlice(label, slice, tier.price, each);
            priced = end;
        }
    }

    void addItemSlice(const QString &label, Decimal slice, Rate price, const QString &each)
    {
        // Divided by the units that one price buys: rounded where the division does not end, far below a cent.
        const Int128 product = slice.millionths() * price.picodollars(); // 10^-18 dollars
        addPriced(label, groupedDigits(slice.toString()) + u" x "_s + priceOf(price) + each,
                  domain::divideHalfEven(product, m_basis.per), kExactDecimals,
                  priceOf(price) + (each.isEmpty() ? u" each"_s : each));
    }

    const LineBasis &m_basis;
    int m_month;
    const Line &m_line;
    std::vector<ArithmeticStep> m_steps;
    QStringList m_terms;
    Int128 m_exact = 0; ///< of the terms, 10^-18 dollars
};

} // namespace

Arithmetic lineArithmetic(const Line &line, int month, const Projection &projection)
{
    Arithmetic arithmetic;
    arithmetic.title = line.name;
    arithmetic.caption = (line.modelName.isEmpty() ? line.service : line.service + u", "_s + line.modelName) + u", "_s
                       + domain::shortMonthName(projection.monthAt(month));
    arithmetic.steps = LineSteps(line, month).take();
    arithmetic.result = arithmetic.steps.back().result;
    return arithmetic;
}

} // namespace projection
