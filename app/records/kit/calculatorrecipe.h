// Calculator recipe: what to enter at AWS's public Pricing Calculator (calculator.aws) so that its monthly total is the
// amount that the record states: per service the region, the fields and their values, and what should come out.
//
// Quantities are those of the month that the record states. The calculator's labels change and are not published: fields
// are named by what they mean. It does not know every model, cache or batch price: those lines say what to enter instead.
#pragma once

#include "projection/projection.h"
#include "records/record.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace records {

struct RecipeField {
    QString label;
    QString value; ///< digits without separators, to be typed as it is
};

struct RecipeService {
    QString service; ///< as the calculator's search finds it: "Amazon Bedrock"
    QString name;    ///< the estimate's own description of the entry
    QString region;
    std::vector<RecipeField> fields;
    domain::Money expected; ///< what the calculator should show for it
};

struct Recipe {
    domain::Month month;
    std::vector<RecipeService> services;
    domain::Money total; ///< the record's stated monthly spend
};

Recipe calculatorRecipe(const Record &record, const projection::Projection &projection);
QByteArray recipeText(const Recipe &recipe);

/// The calculator's total against ours. ACE silently drops the link unless both are the same to the cent.
struct Reconciliation {
    domain::Money difference; ///< the estimate's total less ours
    QString sentence;         ///< what it means and what to do
};
Reconciliation reconcile(domain::Money ours, domain::Money estimate);

} // namespace records
