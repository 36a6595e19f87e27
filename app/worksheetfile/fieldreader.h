// FieldReader: the visitor that fills a struct of the worksheet from one JSON object, field by field, and refuses what
// the list of fields does not know. One overload per kind of member.
#pragma once

#include "domain/fields.h"
#include "domain/vocabulary.h"
#include "json/objectreader.h"

#include <QString>

#include <concepts>

namespace worksheetfile {

template <class E>
concept Enumeration = std::is_enum_v<E>;

class FieldReader {
public:
    FieldReader(const json::Value &object, const QString &path, json::Problem &problem);

    /// Fills `value` from an object: every field of its list, and no other key.
    template <class Struct>
    static void readInto(Struct &value, const json::Value &object, const QString &path, json::Problem &problem)
    {
        FieldReader reader(object, path, problem);
        if (problem.error)
            return;
        if constexpr (std::same_as<Struct, domain::Worksheet>)
            reader.readIdentity(); // first: what another version means by its keys is not known
        domain::visitFields(value, reader);
        if constexpr (std::same_as<Struct, domain::Partner>)
            reader.readSingleSolution(value);
        reader.refuseUnknownKeys();
    }

    void operator()(const domain::FieldMeta &meta, QString &text, domain::TextLimits limits);
    void operator()(const domain::FieldMeta &meta, std::optional<qint64> &number, domain::IntegerLimits limits);
    void operator()(const domain::FieldMeta &meta, std::optional<int> &number, domain::IntegerLimits limits);
    void operator()(const domain::FieldMeta &meta, int &number, domain::IntegerLimits limits);
    void operator()(const domain::FieldMeta &meta, std::optional<domain::Decimal> &number,
                    domain::DecimalLimits limits);
    void operator()(const domain::FieldMeta &meta, domain::Decimal &number, domain::DecimalLimits limits);
    void operator()(const domain::FieldMeta &meta, std::optional<domain::Money> &amount, domain::MoneyLimits limits);
    void operator()(const domain::FieldMeta &meta, domain::Money &amount, domain::MoneyLimits limits);
    void operator()(const domain::FieldMeta &meta, std::optional<bool> &flag, domain::NoLimits);
    void operator()(const domain::FieldMeta &meta, std::optional<QDate> &date, domain::NoLimits);
    void operator()(const domain::FieldMeta &meta, std::optional<domain::Month> &month, domain::NoLimits);
    void operator()(const domain::FieldMeta &meta, std::optional<domain::CountRange> &range,
                    domain::IntegerLimits limits);
    void operator()(const domain::FieldMeta &meta, QStringList &texts, domain::ListOfTextLimits limits);
    void operator()(const domain::FieldMeta &meta, std::map<QString, domain::Fact> &facts, domain::NoLimits);

    template <Enumeration E>
    void operator()(const domain::FieldMeta &meta, std::optional<E> &value, domain::NoLimits)
    {
        if (const int index = word(meta, domain::wordsOf(E{})); index >= 0)
            value = static_cast<E>(index);
    }

    template <Enumeration E>
    void operator()(const domain::FieldMeta &meta, E &value, domain::NoLimits)
    {
        if (const int index = word(meta, domain::wordsOf(E{})); index >= 0)
            value = static_cast<E>(index);
    }

    template <class Struct>
    requires std::is_class_v<Struct>
    void operator()(const domain::FieldMeta &meta, std::vector<Struct> &list, domain::ListLimits limits)
    {
        const json::Value *value = take(meta, json::Kind::Array);
        if (!value || !hasLength(meta, value->elements.size(), limits))
            return;
        for (std::size_t i = 0; i < value->elements.size() && !m_problem.error; ++i) {
            list.emplace_back();
            readInto(list.back(), value->elements[i], json::elementPath(path(meta), static_cast<qsizetype>(i)),
                     m_problem);
        }
    }

    template <class Struct>
    requires std::is_class_v<Struct>
    void operator()(const domain::FieldMeta &meta, std::optional<Struct> &value, domain::NoLimits)
    {
        if (const json::Value *object = take(meta, json::Kind::Object))
            readInto(value.emplace(), *object, path(meta), m_problem);
    }

    template <class Struct>
    requires std::is_class_v<Struct>
    void operator()(const domain::FieldMeta &meta, Struct &value, domain::NoLimits)
    {
        if (const json::Value *object = take(meta, json::Kind::Object))
            readInto(value, *object, path(meta), m_problem);
    }

private:
    void refuseUnknownKeys();
    /// The file's `format` and `version`.
    void readIdentity();
    /// `solutionId` is accepted in place of a list of one.
    void readSingleSolution(domain::Partner &partner);
    const json::Value *find(const domain::FieldMeta &meta);
    const json::Value *take(const domain::FieldMeta &meta, json::Kind kind);
    QString path(const domain::FieldMeta &meta) const;
    bool hasLength(const domain::FieldMeta &meta, std::size_t count, domain::ListLimits limits);
    void checkText(const QString &at, const QString &text, domain::TextLimits limits);
    std::optional<qint64> integer(const QString &at, const json::Value &value, domain::IntegerLimits limits);
    std::optional<domain::Decimal> decimal(const domain::FieldMeta &meta, domain::DecimalLimits limits);
    std::optional<domain::Money> money(const domain::FieldMeta &meta, domain::MoneyLimits limits);
    int word(const domain::FieldMeta &meta, const QStringList &words);

    const json::Value &m_object;
    QString m_path;
    json::Problem &m_problem;
    std::vector<QLatin1StringView> m_known;
};

} // namespace worksheetfile
