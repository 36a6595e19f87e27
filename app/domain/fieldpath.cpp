#include "domain/fieldpath.h"

#include "domain/fieldat.h"
#include "domain/identifiers.h"

namespace domain {

QStringList contactIds(const std::vector<Contact> &contacts)
{
    QSet<QString> taken;
    QStringList ids;
    for (const Contact &contact : contacts)
        ids.append(freeName(slugOf(contact.firstName + u' ' + contact.lastName), taken));
    return ids;
}

QStringList priorCreditIds(const std::vector<PriorCredit> &credits)
{
    QSet<QString> taken;
    QStringList ids;
    for (const PriorCredit &credit : credits)
        ids.append(freeName(slugOf(credit.programme), taken));
    return ids;
}

bool namesSomething(const Worksheet &worksheet, const QString &path)
{
    return visitFieldAt(worksheet, path, [](const FieldMeta &, const auto &, auto) {});
}

} // namespace domain
