// Field lists: rows of the worksheet's lists added, taken away, moved and copied, by the path of the list ("contacts",
// "useCases/support-assistant/workloads"). Ids are made here and are unique where the format wants it; what speaks of a row
// that goes (fact notes, earmarks, wording) goes with it.
#pragma once

#include "domain/worksheet.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace session {

/// The ids of the list's entries, in order; empty when the path names no list.
QStringList listIds(const domain::Worksheet &worksheet, const QString &listPath);

/// Adds an entry before `at` (at the end when that is beyond it) and gives its id. `name` is its name, title, service,
/// program or month: what the entry cannot be without. Nothing when the list is full, the path names none, or the name is
/// missing where one is needed.
std::optional<QString> addEntry(domain::Worksheet &worksheet, const QString &listPath, qsizetype at,
                                const QString &name = {});

/// A copy right behind the entry; its id.
std::optional<QString> duplicateEntry(domain::Worksheet &worksheet, const QString &listPath, qsizetype at);

/// Takes the entry out, and what the worksheet says about it elsewhere.
void removeEntry(domain::Worksheet &worksheet, const QString &listPath, const QString &id);

/// `to` is the place it has afterwards.
void moveEntry(domain::Worksheet &worksheet, const QString &listPath, qsizetype from, qsizetype to);

} // namespace session
