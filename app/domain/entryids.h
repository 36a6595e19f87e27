// Entry ids: what the entries of each list of the worksheet are called in a field path (domain/fieldpath.h), in order.
#pragma once

#include "domain/fieldpath.h"

#include <concepts>

namespace domain {

template <class Entry>
QStringList entryIds(const std::vector<Entry> &list)
{
    if constexpr (std::same_as<Entry, Contact>) {
        return contactIds(list);
    } else if constexpr (std::same_as<Entry, PriorCredit>) {
        return priorCreditIds(list);
    } else {
        QStringList ids;
        for (const Entry &entry : list) {
            if constexpr (std::same_as<Entry, Step>)
                ids.append(QString::number(entry.month));
            else if constexpr (std::same_as<Entry, RecordFacts>)
                ids.append(entry.pool);
            else
                ids.append(entry.id);
        }
        return ids;
    }
}

} // namespace domain
