// Entry ids: what the entries of each list of the worksheet are called in a field path (domain/fieldpath.h), in order.
#pragma once

#include "domain/fieldpath.h"

#include <algorithm>
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

/// The place of the entry that is called `id`; -1: none is. Looks no further than that entry: paths are followed at every key.
template <class Entry>
qsizetype entryIndex(const std::vector<Entry> &list, QStringView id)
{
    if constexpr (std::same_as<Entry, Contact> || std::same_as<Entry, PriorCredit>) {
        return entryIds(list).indexOf(id);
    } else {
        const auto isCalledSo = [id](const Entry &entry) {
            if constexpr (std::same_as<Entry, Step>)
                return QString::number(entry.month) == id;
            else if constexpr (std::same_as<Entry, RecordFacts>)
                return entry.pool == id;
            else
                return entry.id == id;
        };
        const auto found = std::ranges::find_if(list, isCalledSo);
        return found == list.end() ? -1 : static_cast<qsizetype>(found - list.begin());
    }
}

} // namespace domain
