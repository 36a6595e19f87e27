#include "records/kit/calculatorrecipe.h"

#include "records/english.h"

namespace records {

using projection::Line;
using projection::LineKind;
using namespace Qt::StringLiterals;

namespace {

QString digits(qint64 number)
{
    return QString::number(number);
}

/// "GB-month" -> "GB per month", "OCU-hour" -> "OCU-hours per month".
QString perMonth(const QString &unit)
{
    if (unit.isEmpty())
        return u"Quantity per month"_s;
    const QString counted = unit.endsWith("-month"_L1)                              ? unit.chopped(6)
                          : unit.endsWith("hour"_L1) || unit.endsWith("request"_L1) ? QString(unit + u's')
                                                                                    : unit;
    return counted + u" per month"_s;
}

/// A workload's requests in the month, and the tokens of one.
std::vector<RecipeField> tokenFields(const Line &line, int month)
{
    const projection::LineBasis &basis = line.basis;
    const qint64 requests = basis.requests.empty() ? 0 : basis.requests.at(static_cast<std::size_t>(month - 1));
    std::vector<RecipeField> fields{{u"Model provider"_s, line.provider},
                                    {u"Model"_s, line.modelName},
                                    {u"Requests per month"_s, digits(requests)},
                                    {u"Input tokens per request"_s, digits(basis.inputTokens)},
                                    {u"Output tokens per request"_s, digits(basis.outputTokens)}};
    if (basis.scope == domain::Scope::Global)
        fields.push_back({u"Inference"_s, u"global cross-region"_s});
    if (!basis.batchShare.isZero())
        fields.push_back({u"Share of requests in batch"_s, basis.batchShare.toString()});
    if (!basis.cacheHitRate.isZero()) {
        fields.push_back({u"Cached prompt tokens per request"_s, digits(basis.cachedPrefixTokens)});
        fields.push_back({u"Share of requests that read the cache"_s, basis.cacheHitRate.toString()});
    }
    return fields;
}

std::vector<RecipeField> fieldsOf(const Line &line, int month)
{
    const projection::LineBasis &basis = line.basis;
    const auto at = static_cast<std::size_t>(month - 1);
    switch (basis.kind) {
    case LineKind::Tokens: return tokenFields(line, month);
    case LineKind::Provisioned:
        return {{u"Model provider"_s, line.provider},
                {u"Model"_s, line.modelName},
                {u"Model units of provisioned throughput"_s, digits(basis.modelUnits)}};
    case LineKind::Item:
        return {{perMonth(basis.unit),
                 at < basis.quantities.size() ? basis.quantities[at].toString() : basis.quantity.toString()}};
    case LineKind::Flat: break;
    }
    return {{u"Monthly amount, USD"_s, line.monthly.at(at).toString()}};
}

} // namespace

Recipe calculatorRecipe(const Record &record, const projection::Projection &projection)
{
    Recipe recipe;
    recipe.month = projection.monthAt(record.statedMonth);
    recipe.total = record.statedMonthlySpend;
    for (const int index : record.statedLines) {
        const Line &line = projection.lines.at(static_cast<std::size_t>(index));
        recipe.services.push_back(
            {line.service, plain(line.name), line.basis.region.isEmpty() ? record.region : line.basis.region,
             fieldsOf(line, record.statedMonth), line.monthly.at(static_cast<std::size_t>(record.statedMonth - 1))});
    }
    return recipe;
}

QByteArray recipeText(const Recipe &recipe)
{
    QString text = u"Estimate at https://calculator.aws for "_s + monthAndYear(recipe.month) + u"\n\n"_s;
    int number = 0;
    for (const RecipeService &service : recipe.services) {
        text += QString::number(++number) + u". "_s + service.service + u"\n   Description: "_s + service.name
              + u"\n   Region: "_s + service.region + u'\n';
        for (const RecipeField &field : service.fields)
            text += u"   "_s + field.label + u": "_s + field.value + u'\n';
        text += u"   Should come to: USD "_s + service.expected.toString() + u"\n\n"_s;
    }
    text +=
        u"Monthly total: USD "_s + recipe.total.toString()
        + u"\n\nWhere the calculator has no such model, price or field, enter the amount as a line of its own, or "
          u"leave "
          u"the link out of the record: AWS drops a link whose total is not the amount stated, without a word.\nShare "
          u"the estimate, copy its link (https://calculator.aws/#/estimate?id=...) into the record's Calculator link, "
          u"and compare its monthly total with the one above.\n"_s;
    return text.toUtf8();
}

Reconciliation reconcile(domain::Money ours, domain::Money estimate)
{
    Reconciliation result;
    result.difference = estimate - ours;
    if (result.difference.isZero()) {
        result.sentence = u"The estimate's total is the amount that the record states."_s;
        return result;
    }
    const bool more = result.difference > domain::Money();
    result.sentence =
        u"The estimate is "_s + exactDollars(more ? result.difference : ours - estimate)
        + (more ? u" above"_s : u" below"_s)
        + u" the amount that the record states. Filed like this, AWS keeps the amount and drops the link: correct "
          u"the estimate, or leave the link out."_s;
    return result;
}

} // namespace records
