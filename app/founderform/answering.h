// Answering: a worksheet while the fields of an answer are put into it. Internal to founderform/answered.h.
#pragma once

#include "founderform/answer.h"
#include "founderform/places.h"

#include <utility>

namespace founderform {

class Answering {
public:
    explicit Answering(domain::Worksheet worksheet);

    domain::Worksheet &worksheet() { return m_worksheet; }
    /// The ids of a list's entries as they were at first, and of those that were added.
    QStringList idsOf(const QString &list) const { return m_ids.value(list); }

    /// Adds an empty entry under the id that the answer gives it.
    std::optional<domain::InputError> add(const QString &path);
    /// The value that stands in a field; nothing when there is no such field.
    std::optional<json::Value> value(const QString &path);
    /// The list and the id of an entry that was there at first; nothing when the path names none.
    std::optional<std::pair<QString, QString>> entryAt(const QString &path) const;
    /// Takes an entry out, with what is noted about its facts.
    std::optional<domain::InputError> remove(const QString &path);
    /// Sets a field and gives the value as it is kept then.
    domain::Result<json::Value, domain::InputError> set(const QString &path, const json::Value &value);
    /// Where a field stands; nothing when the path names none.
    std::optional<Place> place(const QString &path);

    /// Gives added entries ids of their own, after their names. Paths stay those of the answer.
    void nameAdded();
    /// The facts' paths after entries got other names.
    void renameFacts();

private:
    domain::Worksheet m_worksheet;
    ListIds m_ids;
};

} // namespace founderform
