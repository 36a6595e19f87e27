// The arithmetic of a line in words: the steps of projection/arithmetic.h, one text line per run of equal months.
#include "projection/arithmetic.h"

#include "domain/numerals.h"

#include <algorithm>

namespace projection {

using namespace Qt::StringLiterals;

namespace {

/// "Calls: 5,000 calls a day x 30 days = 150,000 calls; Input tokens: ... = $1,980.00; This month: $3,465.00."
QString sentence(const Arithmetic &arithmetic)
{
    QStringList parts;
    for (const ArithmeticStep &step : arithmetic.steps)
        parts.append(step.label + u": "_s + (step.formula.isEmpty() ? QString() : step.formula + u" = "_s)
                     + step.result);
    return parts.join(u"; "_s) + u'.';
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
        const QString text = sentence(lineArithmetic(line, first, projection));
        int last = first;
        while (last < projection.months && sentence(lineArithmetic(line, last + 1, projection)) == text)
            ++last;
        if (!line.monthly[static_cast<std::size_t>(first - 1)].isZero()) {
            const QString from = domain::shortMonthName(projection.monthAt(first));
            const QString to = first == last ? QString() : u" to "_s + domain::shortMonthName(projection.monthAt(last));
            paragraphs.append(from + to + u": "_s + text);
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
