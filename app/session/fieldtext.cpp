#include "session/fieldtext.h"

#include "domain/fieldat.h"
#include "session/valuetext.h"

namespace session {

using domain::FieldMeta;
using domain::InputError;
using domain::InputProblem;
using domain::Unexpected;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLongText = 255; ///< above this a text is written over several lines

template <class T>
concept Enumeration = std::is_enum_v<T>;

bool isPercent(const FieldMeta &meta)
{
    return QLatin1StringView(meta.unit) == "share"_L1;
}

bool isYear(const FieldMeta &meta)
{
    return QLatin1StringView(meta.unit) == "year"_L1;
}

/// Any value as text; one overload per kind of member.
struct TextOfValue {
    const FieldMeta &meta;
    domain::TextForm form = domain::TextForm::Any;

    QString operator()(const QString &text) const { return textOf(text, form); }
    QString operator()(qint64 number) const { return textOf(number, isYear(meta)); }
    QString operator()(int number) const { return textOf(qint64(number), isYear(meta)); }
    QString operator()(domain::Decimal number) const { return textOf(number, isPercent(meta)); }
    QString operator()(domain::Money amount) const { return textOf(amount); }
    QString operator()(bool flag) const { return flag ? u"true"_s : u"false"_s; }
    QString operator()(QDate date) const { return date.toString(Qt::ISODate); }
    QString operator()(domain::Month month) const { return month.toString(); }
    QString operator()(const domain::CountRange &range) const { return textOf(range); }
    QString operator()(const QStringList &texts) const { return texts.join(u'\n'); }
    template <Enumeration E>
    QString operator()(E value) const
    {
        return domain::wordOf(value);
    }
    template <class T>
    QString operator()(const std::optional<T> &value) const
    {
        return value ? operator()(*value) : QString();
    }
    template <class T>
    requires domain::StructOfFields<T> QString operator()(const T &) const { return {}; }
    template <class T>
    QString operator()(const std::vector<T> &) const
    {
        return {};
    }
    QString operator()(const std::map<QString, domain::Fact> &) const { return {}; }
};

template <class Limits>
domain::TextForm formOf(const Limits &)
{
    return domain::TextForm::Any;
}

domain::TextForm formOf(const domain::TextLimits &limits)
{
    return limits.form;
}

/// Kind, words and limits of a member.
class Describe {
public:
    explicit Describe(FieldInfo &info) : m_info(info) {}

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &value, const Limits &limits) const
    {
        m_info.meta = meta;
        describe(value, limits);
        if (m_info.kind == FieldKind::Decimal && isPercent(meta))
            m_info.kind = FieldKind::Percent;
    }

private:
    void describe(const QString &, const domain::TextLimits &limits) const
    {
        m_info.kind = limits.most > kLongText ? FieldKind::Lines : FieldKind::Line;
        m_info.mostCharacters = limits.form == domain::TextForm::Any ? limits.most : 0;
        m_info.form = limits.form;
    }
    void describe(const QStringList &, const domain::ListOfTextLimits &) const { m_info.kind = FieldKind::Texts; }
    template <class T, class Limits>
    void describe(const std::optional<T> &, const Limits &limits) const
    {
        describe(T{}, limits);
    }
    void describe(qint64, domain::IntegerLimits) const { m_info.kind = FieldKind::Number; }
    void describe(int, domain::IntegerLimits) const { m_info.kind = FieldKind::Number; }
    void describe(domain::Decimal, const domain::DecimalLimits &) const { m_info.kind = FieldKind::Decimal; }
    void describe(domain::Money, domain::MoneyLimits) const { m_info.kind = FieldKind::Money; }
    void describe(const domain::CountRange &, domain::IntegerLimits) const { m_info.kind = FieldKind::Range; }
    void describe(bool, domain::NoLimits) const { m_info.kind = FieldKind::Flag; }
    void describe(QDate, domain::NoLimits) const { m_info.kind = FieldKind::Date; }
    void describe(domain::Month, domain::NoLimits) const { m_info.kind = FieldKind::Month; }
    template <class T, class Limits>
    void describe(const std::vector<T> &, const Limits &) const
    {
        m_info.kind = FieldKind::List;
    }
    template <class T, class Limits>
    void describe(const T &, const Limits &) const
    {
        if constexpr (Enumeration<T>) {
            m_info.kind = FieldKind::Word;
            m_info.words = domain::wordsOf(T{});
        } else {
            m_info.kind = FieldKind::Section;
        }
    }

    FieldInfo &m_info;
};

/// Whether a member is one value, which an empty text clears.
template <class T>
inline constexpr bool kIsSingle = !domain::StructOfFields<T>;
template <class T>
inline constexpr bool kIsSingle<std::optional<T>> = kIsSingle<T>;
template <class T>
inline constexpr bool kIsSingle<std::vector<T>> = false;
template <>
inline constexpr bool kIsSingle<std::map<QString, domain::Fact>> = false;

/// Sets a member from what was typed; one overload per kind.
class SetFromText {
public:
    SetFromText(const QString &typed, std::optional<InputError> &error) : m_typed(typed), m_error(error) {}

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, T &value, const Limits &limits) const
    {
        const bool isEmpty = m_typed.trimmed().isEmpty();
        if (isEmpty && meta.required)
            m_error = InputError{InputProblem::MissingKey, {}, QString::fromLatin1(meta.label), {}};
        else if (isEmpty && kIsSingle<T>)
            value = T{};
        else
            set(meta, value, limits);
    }

private:
    template <class T>
    void take(T &value, Parsed<T> parsed) const
    {
        if (parsed)
            value = *std::move(parsed);
        else
            m_error = parsed.error();
    }

    void set(const FieldMeta &, QString &text, const domain::TextLimits &limits) const
    {
        take(text, parseText(m_typed, limits));
    }
    void set(const FieldMeta &, QStringList &texts, const domain::ListOfTextLimits &limits) const
    {
        take(texts, parseTexts(m_typed, limits));
    }
    void set(const FieldMeta &, qint64 &number, domain::IntegerLimits limits) const
    {
        take(number, parseWhole(m_typed, limits));
    }
    void set(const FieldMeta &meta, int &number, domain::IntegerLimits limits) const
    {
        qint64 wide = number;
        set(meta, wide, limits);
        number = static_cast<int>(wide);
    }
    void set(const FieldMeta &meta, domain::Decimal &number, const domain::DecimalLimits &limits) const
    {
        take(number, parseDecimal(m_typed, limits, isPercent(meta)));
    }
    void set(const FieldMeta &, domain::Money &amount, domain::MoneyLimits limits) const
    {
        take(amount, parseMoney(m_typed, limits));
    }
    void set(const FieldMeta &, domain::CountRange &range, domain::IntegerLimits limits) const
    {
        take(range, parseRange(m_typed, limits));
    }
    void set(const FieldMeta &, bool &flag, domain::NoLimits) const { take(flag, parseFlag(m_typed)); }
    void set(const FieldMeta &, QDate &date, domain::NoLimits) const { take(date, parseDay(m_typed)); }
    void set(const FieldMeta &, domain::Month &month, domain::NoLimits) const { take(month, parseMonth(m_typed)); }
    template <class T, class Limits>
    void set(const FieldMeta &meta, std::optional<T> &value, const Limits &limits) const
    {
        T inside = value.value_or(T{});
        set(meta, inside, limits);
        if (!m_error)
            value = std::move(inside);
    }
    template <class T, class Limits>
    void set(const FieldMeta &meta, T &value, const Limits &) const
    {
        if constexpr (Enumeration<T>) {
            const auto index = parseWord(m_typed, domain::wordsOf(T{}));
            if (index)
                value = static_cast<T>(*index);
            else
                m_error = index.error();
        } else {
            m_error = InputError{InputProblem::WrongType, {}, QString::fromLatin1(meta.label), u"a single value"_s};
        }
    }

    const QString &m_typed;
    std::optional<InputError> &m_error;
};

/// Collects every field that was given, with its path.
class Collect {
public:
    Collect(const QString &prefix, std::vector<FieldValue> &fields) : m_prefix(prefix), m_fields(fields) {}

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &value, const Limits &limits) const
    {
        const QString path = m_prefix + QLatin1StringView(meta.key);
        if constexpr (domain::StructOfFields<T>) {
            domain::visitFields(value, Collect(path + u'/', m_fields));
        } else {
            collect(meta, value, limits, path);
        }
    }

private:
    template <class T, class Limits>
    void collect(const FieldMeta &meta, const T &value, const Limits &limits, const QString &path) const
    {
        const QString text = TextOfValue{meta, formOf(limits)}(value);
        if (!text.isEmpty())
            m_fields.push_back({path, QString::fromLatin1(meta.label), text});
    }
    template <domain::StructOfFields T, class Limits>
    void collect(const FieldMeta &, const std::optional<T> &value, const Limits &, const QString &path) const
    {
        if (value)
            domain::visitFields(*value, Collect(path + u'/', m_fields));
    }
    template <domain::StructOfFields T, class Limits>
    void collect(const FieldMeta &, const std::vector<T> &list, const Limits &, const QString &path) const
    {
        const QStringList ids = domain::entryIds(list);
        for (std::size_t i = 0; i < list.size(); ++i)
            domain::visitFields(list[i], Collect(path + u'/' + ids[static_cast<qsizetype>(i)] + u'/', m_fields));
    }
    template <class Limits>
    void collect(const FieldMeta &, const std::map<QString, domain::Fact> &facts, const Limits &,
                 const QString &path) const
    {
        for (const auto &[at, fact] : facts)
            domain::visitFields(fact, Collect(path + u'/' + at + u'/', m_fields));
    }

    QString m_prefix;
    std::vector<FieldValue> &m_fields;
};

} // namespace

std::optional<FieldInfo> fieldInfo(const Worksheet &worksheet, const QString &path)
{
    FieldInfo info;
    if (!domain::visitFieldAt(worksheet, path, Describe(info)))
        return std::nullopt;
    return info;
}

QString fieldText(const Worksheet &worksheet, const QString &path)
{
    QString text;
    domain::visitFieldAt(worksheet, path, [&text](const FieldMeta &meta, const auto &value, const auto &limits) {
        text = TextOfValue{meta, formOf(limits)}(value);
    });
    return text;
}

FieldResult setFieldText(Worksheet &worksheet, const QString &path, const QString &text)
{
    std::optional<InputError> error;
    if (!domain::visitFieldAt(worksheet, path, SetFromText(text, error)))
        error = InputError{InputProblem::UnknownReference, {}, path, {}};
    if (!error)
        return {};
    error->path = path;
    return Unexpected(*error);
}

std::vector<FieldValue> givenFields(const Worksheet &worksheet)
{
    std::vector<FieldValue> fields;
    domain::visitFields(worksheet, Collect({}, fields));
    return fields;
}

} // namespace session
