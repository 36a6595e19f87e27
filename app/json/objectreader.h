// ObjectReader: strict reading of one JSON object, for files with a fixed form.
//
// Every key must be asked for; finish() refuses the others. The first error is kept in the Problem that all readers of a
// document share, and everything after it reads as empty: so a reader is written straight down, without a check a line.
//
//     json::Problem problem;
//     json::ObjectReader object(root, {}, problem);
//     book.id = object.text("id"_L1);
//     object.finish();
//     if (problem.error) return Unexpected(*problem.error);
#pragma once

#include "json/json.h"

#include <QDate>
#include <QLatin1StringView>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace json {

struct Problem {
    std::optional<domain::InputError> error;
    /// Keeps the first one.
    void raise(domain::InputProblem kind, const QString &path, const QString &value, const QString &allowed);
};

/// The keys an object may have, for the message about one that it may not: those that look like it come first.
QString knownKeys(const QString &key, const std::vector<QLatin1StringView> &known);

class ObjectReader {
public:
    ObjectReader(const Value &value, const QString &path, Problem &problem);

    bool has(QLatin1StringView key) const;
    QString path(QLatin1StringView key) const;

    QString text(QLatin1StringView key);         ///< required
    QString optionalText(QLatin1StringView key); ///< empty when absent
    /// Required, one of `allowed`; its index.
    int oneOf(QLatin1StringView key, const QStringList &allowed);
    std::optional<qint64> optionalInteger(QLatin1StringView key, qint64 least, qint64 most);
    qint64 integer(QLatin1StringView key, qint64 least, qint64 most);
    bool boolean(QLatin1StringView key);
    QDate date(QLatin1StringView key);
    std::optional<QDate> optionalDate(QLatin1StringView key);
    QStringList texts(QLatin1StringView key); ///< a list of texts; empty when absent

    /// Required, of any kind: for a value whose form somebody else knows. Null when it is missing.
    Value any(QLatin1StringView key);

    /// A decimal string, read by `parse` (Money::parse, Rate::parse, ...).
    template <class T>
    std::optional<T> optionalDecimal(QLatin1StringView key, std::optional<T> (*parse)(QStringView),
                                     const QString &allowed)
    {
        const Value *value = take(key, Kind::String);
        if (!value)
            return std::nullopt;
        std::optional<T> number = parse(value->text);
        if (!number)
            m_problem.raise(domain::InputProblem::WrongForm, path(key), value->excerpt(), allowed);
        return number;
    }

    /// Calls `read` for every object of a list; the list is required when `required`.
    void objects(QLatin1StringView key, const std::function<void(ObjectReader &)> &read, bool required = true);
    /// Calls `read` for the object when it is there.
    void object(QLatin1StringView key, const std::function<void(ObjectReader &)> &read, bool required = true);
    /// Calls `read` for every member of an object whose keys are free; each value must be a text.
    void textMembers(QLatin1StringView key, const std::function<void(const QString &, const QString &)> &read);

    /// Refuses the keys that nobody asked for.
    void finish();

private:
    const Value *take(QLatin1StringView key, Kind kind);
    void requireKey(QLatin1StringView key);

    const Value &m_value;
    QString m_path;
    Problem &m_problem;
    std::vector<QLatin1StringView> m_asked;
};

} // namespace json
