#include "drafting/founderworksheet.h"

#include "documents/formats.h"
#include "domain/defaults.h"
#include "domain/vocabulary.h"
#include "drafting/shippedfile.h"
#include "founderform/html.h"
#include "worksheetfile/writer.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace drafting {

using founderform::Choice;
using founderform::FormChoices;
using namespace Qt::StringLiterals;

namespace {

std::vector<Choice> countries()
{
    std::vector<Choice> choices;
    for (const QString &code : domain::countryCodes())
        choices.push_back({code, documents::countryName(code)});
    std::ranges::sort(choices, {}, &Choice::label);
    return choices;
}

std::vector<Choice> regions(const catalogue::RateBook &rates)
{
    QSet<QString> codes;
    for (const catalogue::Model &model : rates.models) {
        for (const catalogue::ModelRow &row : model.rows)
            codes.insert(row.region);
    }
    QStringList sorted(codes.begin(), codes.end());
    sorted.sort();
    std::vector<Choice> choices;
    for (const QString &code : sorted)
        choices.push_back({code, documents::regionName(code)});
    return choices;
}

std::vector<Choice> months(const domain::Worksheet &worksheet, QDate asOf)
{
    std::vector<Choice> choices;
    const domain::Month first = domain::startMonthOf(worksheet.funding, asOf);
    for (int month = 1; month <= domain::monthsOf(worksheet.funding); ++month)
        choices.push_back({QString::number(month), documents::monthAndYear(first.plus(month - 1))});
    return choices;
}

FormChoices choicesOf(const domain::Worksheet &worksheet, const Shipped &shipped, QDate asOf)
{
    FormChoices choices{countries(), regions(shipped.rates), months(worksheet, asOf), {}, {}};
    for (const catalogue::Model &model : shipped.rates.models) {
        if (model.billedBy == catalogue::BilledBy::Token && !model.rows.empty())
            choices.models.append(model.name);
    }
    choices.models.sort(Qt::CaseInsensitive);
    for (const catalogue::Item &item : shipped.rates.items)
        choices.services.append(item.service);
    choices.services.sort(Qt::CaseInsensitive);
    choices.services.removeDuplicates();
    return choices;
}

} // namespace

QString worksheetDigest(const domain::Worksheet &worksheet)
{
    const QByteArray bytes = worksheetfile::write(worksheet);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

founderform::Form founderForm(const domain::Worksheet &worksheet, const QString &caseId, int revision,
                              const Shipped &shipped, QDate asOf)
{
    const founderform::FormIdentity identity{caseId, worksheet.company.name, worksheet.partner.name, revision,
                                             worksheetDigest(worksheet)};
    return founderform::buildForm(worksheet, identity, choicesOf(worksheet, shipped, asOf));
}

domain::Result<QByteArray, domain::InputError> founderFormHtml(const founderform::Form &form)
{
    const auto style = shippedFile(u"founderform/form.css"_s);
    if (!style)
        return domain::Unexpected(style.error());
    const auto script = shippedFile(u"founderform/form.js"_s);
    if (!script)
        return domain::Unexpected(script.error());
    return founderform::toHtml(form, {*style, *script});
}

} // namespace drafting
