#include "cli/explainoutput.h"

#include "domain/oneline.h"
#include "funding/arithmetic.h"
#include "projection/arithmetic.h"

#include <algorithm>

namespace cli {

using drafting::ComputedCase;
using json::Writer;
using projection::Arithmetic;
using projection::ArithmeticStep;
using projection::Span;
using namespace Qt::StringLiterals;

namespace {

struct Figure {
    QString name;
    QString id; ///< of the pool; empty otherwise
    Arithmetic arithmetic;
};

std::vector<Figure> figuresOf(const ComputedCase &computed, const catalogue::Programmes &programmes)
{
    const projection::Projection &projection = computed.projection;
    std::vector<Figure> figures{{u"month1"_s, {}, projection::totalArithmetic(Span::Month, 1, projection)},
                                {u"full"_s, {}, projection::totalArithmetic(Span::Full, 0, projection)},
                                {u"total"_s, {}, projection::totalArithmetic(Span::All, 0, projection)},
                                {u"average"_s, {}, projection::totalArithmetic(Span::Average, 0, projection)}};
    for (const funding::Pool &pool : computed.plan.pools) {
        figures.push_back({u"need"_s, pool.id, funding::needArithmetic(pool, projection)});
        figures.push_back(
            {u"ask"_s, pool.id, funding::askArithmetic(pool, projection, programmes, computed.worksheet)});
    }
    return figures;
}

/// "  Need before ceiling    $29,154.756 up to the next whole $500 = $29,500.00"
QString stepsText(const Arithmetic &arithmetic)
{
    qsizetype widest = 0;
    for (const ArithmeticStep &step : arithmetic.steps)
        widest = std::max(widest, step.label.size());
    QString text;
    for (const ArithmeticStep &step : arithmetic.steps) {
        text += u"  "_s + domain::oneLine(step.label).leftJustified(widest) + u"  "_s
              + (step.formula.isEmpty() ? QString() : step.formula + u" = "_s) + step.result;
        if (!step.source.isEmpty())
            text += u" ("_s + domain::oneLine(step.source) + u", as of "_s + step.asOf + u')';
        text += u'\n';
    }
    return text;
}

void writeSteps(Writer &out, const Arithmetic &arithmetic)
{
    out.member("title"_L1, arithmetic.title)
        .member("caption"_L1, arithmetic.caption)
        .member("result"_L1, arithmetic.result)
        .key("steps"_L1)
        .beginArray();
    for (const ArithmeticStep &step : arithmetic.steps) {
        out.beginObject()
            .member("label"_L1, step.label)
            .member("formula"_L1, step.formula)
            .member("result"_L1, step.result)
            .member("rate"_L1, step.rate)
            .member("source"_L1, step.source)
            .member("asOf"_L1, step.asOf)
            .member("sum"_L1, step.sum)
            .endObject();
    }
    out.endArray();
}

} // namespace

QString explanationText(const ComputedCase &computed, const catalogue::Programmes &programmes)
{
    QString text;
    for (const projection::Line &line : computed.projection.lines)
        text += u'\n' + domain::oneLine(line.name) + u" ("_s + domain::oneLine(line.id) + u")\n"_s
              + projection::explain(line, computed.projection) + u'\n';
    for (const Figure &figure : figuresOf(computed, programmes))
        text += u'\n' + figure.arithmetic.title + u", "_s + figure.arithmetic.caption + u": "_s
              + figure.arithmetic.result + u'\n' + stepsText(figure.arithmetic);
    return text;
}

void writeArithmetic(Writer &out, const ComputedCase &computed, const catalogue::Programmes &programmes)
{
    out.key("arithmetic"_L1).beginArray();
    for (const projection::Line &line : computed.projection.lines) {
        for (int month = 1; month <= computed.projection.months; ++month) {
            out.beginObject().member("figure"_L1, u"line"_s).member("id"_L1, line.id).member("month"_L1, month);
            writeSteps(out, projection::lineArithmetic(line, month, computed.projection));
            out.endObject();
        }
    }
    for (const Figure &figure : figuresOf(computed, programmes)) {
        out.beginObject().member("figure"_L1, figure.name);
        if (!figure.id.isEmpty())
            out.member("id"_L1, figure.id);
        writeSteps(out, figure.arithmetic);
        out.endObject();
    }
    out.endArray();
}

} // namespace cli
