// For every field of the worksheet: values that must be read, and values that must be refused, each with the problem, the
// place and the words that say what is allowed. Made by walking the one list of fields over a full worksheet.
#pragma once

#include "domain/fieldpath.h"
#include "domain/fields.h"
#include "domain/inputerror.h"
#include "domain/vocabulary.h"
#include "worksheetfile/jsonat.h"

namespace support {

struct Refused {
    QJsonValue value; ///< undefined: the key is taken away
    domain::InputProblem problem;
    QString allowed; ///< a part of what the error says is allowed
    Steps inside;    ///< where inside the value the error lies
};

struct FieldCase {
    Steps steps;
    QString idPath; ///< as facts name it
    bool isObject = false;
    std::vector<QJsonValue> read; ///< in their canonical form; what is empty is not written
    std::vector<Refused> refused;
};

class CaseMaker {
public:
    CaseMaker(std::vector<FieldCase> &cases, Steps steps, QString idPath)
        : m_cases(cases), m_steps(std::move(steps)), m_idPath(std::move(idPath))
    {
    }

    void operator()(const domain::FieldMeta &meta, const QString &, domain::TextLimits limits);
    void operator()(const domain::FieldMeta &meta, const std::optional<qint64> &, domain::IntegerLimits limits)
    {
        integer(meta, limits);
    }
    void operator()(const domain::FieldMeta &meta, const std::optional<int> &, domain::IntegerLimits limits)
    {
        integer(meta, limits);
    }
    void operator()(const domain::FieldMeta &meta, const int &, domain::IntegerLimits limits) { integer(meta, limits); }
    void operator()(const domain::FieldMeta &meta, const std::optional<domain::Decimal> &, domain::DecimalLimits limits)
    {
        decimal(meta, limits);
    }
    void operator()(const domain::FieldMeta &meta, const domain::Decimal &, domain::DecimalLimits limits)
    {
        decimal(meta, limits);
    }
    void operator()(const domain::FieldMeta &meta, const std::optional<domain::Money> &, domain::MoneyLimits limits)
    {
        money(meta, limits);
    }
    void operator()(const domain::FieldMeta &meta, const domain::Money &, domain::MoneyLimits limits)
    {
        money(meta, limits);
    }
    void operator()(const domain::FieldMeta &meta, const std::optional<bool> &, domain::NoLimits);
    void operator()(const domain::FieldMeta &meta, const std::optional<QDate> &, domain::NoLimits);
    void operator()(const domain::FieldMeta &meta, const std::optional<domain::Month> &, domain::NoLimits);
    void operator()(const domain::FieldMeta &meta, const std::optional<domain::CountRange> &,
                    domain::IntegerLimits limits);
    void operator()(const domain::FieldMeta &meta, const QStringList &, domain::ListOfTextLimits limits);
    void operator()(const domain::FieldMeta &meta, const std::map<QString, domain::Fact> &facts, domain::NoLimits);

    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const domain::FieldMeta &meta, const std::optional<Enum> &, domain::NoLimits)
    {
        words(meta, domain::wordsOf(Enum{}));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const domain::FieldMeta &meta, const Enum &, domain::NoLimits)
    {
        words(meta, domain::wordsOf(Enum{}));
    }
    template <class Struct>
    void operator()(const domain::FieldMeta &meta, const std::vector<Struct> &list, domain::ListLimits limits)
    {
        const Steps steps = below(listOfObjects(meta, limits), 0);
        const QString path = idPath(meta) + u'/' + idOf(list);
        CaseMaker inside(m_cases, steps, path);
        object(steps, path, false);
        domain::visitFields(list.front(), inside);
    }
    template <class Struct>
    requires std::is_class_v<Struct>
    void operator()(const domain::FieldMeta &meta, const std::optional<Struct> &value, domain::NoLimits limits)
    {
        operator()(meta, *value, limits);
    }
    template <class Struct>
    requires std::is_class_v<Struct>
    void operator()(const domain::FieldMeta &meta, const Struct &value, domain::NoLimits)
    {
        const Steps steps = below(m_steps, key(meta));
        CaseMaker inside(m_cases, steps, idPath(meta));
        object(steps, idPath(meta), meta.required);
        domain::visitFields(value, inside);
    }

private:
    static QString key(const domain::FieldMeta &meta) { return QString::fromLatin1(meta.key); }
    QString idPath(const domain::FieldMeta &meta) const
    {
        return m_idPath.isEmpty() ? key(meta) : m_idPath + u'/' + key(meta);
    }

    template <class Struct>
    static QString idOf(const std::vector<Struct> &list)
    {
        if constexpr (std::same_as<Struct, domain::Contact>)
            return domain::contactIds(list).front();
        else if constexpr (std::same_as<Struct, domain::PriorCredit>)
            return domain::priorCreditIds(list).front();
        else if constexpr (std::same_as<Struct, domain::Step>)
            return QString::number(list.front().month);
        else if constexpr (std::same_as<Struct, domain::RecordFacts>)
            return list.front().pool;
        else
            return list.front().id;
    }

    /// A new case of a field, which refuses to be missing when it is required.
    FieldCase &add(const domain::FieldMeta &meta);
    void object(const Steps &steps, const QString &idPath, bool required);
    Steps listOfObjects(const domain::FieldMeta &meta, domain::ListLimits limits);
    void integer(const domain::FieldMeta &meta, domain::IntegerLimits limits);
    void decimal(const domain::FieldMeta &meta, domain::DecimalLimits limits);
    void money(const domain::FieldMeta &meta, domain::MoneyLimits limits);
    void words(const domain::FieldMeta &meta, const QStringList &words);

    std::vector<FieldCase> &m_cases;
    Steps m_steps;
    QString m_idPath;
};

/// The cases of every field and every object of the worksheet, which must be full.
std::vector<FieldCase> fieldCases(const domain::Worksheet &full);

} // namespace support
