#include "founderform/form.h"

#include "domain/fieldat.h"
#include "founderform/choicewords.h"
#include "founderform/fieldvalue.h"
#include "worksheetfile/fieldtext.h"

namespace founderform {

using domain::FieldMeta;
using domain::StructOfFields;
using domain::TextForm;
using namespace Qt::StringLiterals;

namespace {

QString key(const FieldMeta &meta)
{
    return QString::fromLatin1(meta.key);
}

/// Whether a field of this struct is asked of a founder.
template <class Struct>
bool isAsked(const FieldMeta &meta)
{
    const QLatin1StringView name(meta.key);
    if (name == "id"_L1)
        return false;
    // What tells one entry from another is asked although a call has no question for it.
    constexpr bool kWhole =
        std::same_as<
            Struct, domain::Contact> || std::same_as<Struct, domain::PriorCredit> || std::same_as<Struct, domain::Step>;
    return kWhole || *meta.question != '\0';
}

/// Parts of the worksheet that are the partner's own.
bool isPartnersOwn(const FieldMeta &meta)
{
    return QStringList{u"records"_s, u"partner"_s, u"facts"_s, u"pools"_s}.contains(key(meta));
}

/// A service that is priced by its quantity has no amount beside it.
template <class Struct>
bool isPricedOtherwise(const Struct &, const FieldMeta &)
{
    return false;
}
bool isPricedOtherwise(const domain::ServiceUse &service, const FieldMeta &meta)
{
    return !service.item.isEmpty() && QLatin1StringView(meta.key) == "monthlyUsd"_L1;
}

template <class E>
concept Enumeration = std::is_enum_v<E>;

bool isShare(const FieldMeta &meta)
{
    return QLatin1StringView(meta.unit) == "share"_L1;
}

QString formWord(TextForm form)
{
    switch (form) {
    case TextForm::AccountId: return u"account"_s;
    case TextForm::Duns: return u"duns"_s;
    case TextForm::Region: return u"region"_s;
    case TextForm::Country: return u"country"_s;
    case TextForm::Phone: return u"phone"_s;
    case TextForm::Any:
    case TextForm::Identifier:
    case TextForm::Industry: break;
    }
    return {};
}

/// Kind and limits of a field; one overload per kind of member.
class Describe {
public:
    Describe(const FieldMeta &meta, const FormChoices &choices, FormField &field)
        : m_meta(meta), m_choices(choices), m_field(field)
    {
    }

    void operator()(const QString &, const domain::TextLimits &limits) const
    {
        constexpr int kOneLine = 255;
        m_field.kind = limits.most > kOneLine ? Kind::Lines : Kind::Line;
        m_field.limits.leastCharacters = limits.least;
        m_field.limits.mostCharacters = limits.most;
        m_field.limits.form = formWord(limits.form);
        if (limits.form == TextForm::Country)
            m_field.choices = m_choices.countries;
        if (limits.form == TextForm::Industry)
            m_field.choices = industryChoices();
        if (limits.form == TextForm::Region)
            m_field.suggestions = u"regions"_s;
        if (key(m_meta) == u"model"_s)
            m_field.suggestions = u"models"_s;
        if (key(m_meta) == u"service"_s)
            m_field.suggestions = u"services"_s;
    }
    void operator()(const QStringList &, const domain::ListOfTextLimits &limits) const
    {
        m_field.kind = Kind::Texts;
        m_field.limits.mostCharacters = limits.text.most;
        m_field.limits.mostEntries = limits.list.most;
    }
    void operator()(qint64, domain::IntegerLimits limits) const { whole(Kind::Number, limits); }
    void operator()(int, domain::IntegerLimits limits) const
    {
        whole(Kind::Number, limits);
        if (QLatin1StringView(m_meta.unit) == "month of the projection"_L1)
            m_field.choices = m_choices.months;
    }
    void operator()(const domain::CountRange &, domain::IntegerLimits limits) const { whole(Kind::Range, limits); }
    void operator()(domain::Decimal, const domain::DecimalLimits &limits) const
    {
        m_field.kind = isShare(m_meta) ? Kind::Percent : Kind::Decimal;
        m_field.limits.least = limits.least.toString();
        m_field.limits.most = limits.most.toString();
        m_field.limits.leastExcluded = limits.leastExcluded;
        m_field.limits.decimals = domain::Decimal::kDecimals;
    }
    void operator()(domain::Money, domain::MoneyLimits limits) const
    {
        m_field.kind = Kind::Money;
        m_field.limits.least = limits.least.toString();
        m_field.limits.most = limits.most.toString();
        m_field.limits.decimals = domain::Money::kDecimals;
    }
    void operator()(bool, domain::NoLimits) const { m_field.kind = Kind::Flag; }
    void operator()(QDate, domain::NoLimits) const { m_field.kind = Kind::Date; }
    void operator()(domain::Month, domain::NoLimits) const { m_field.kind = Kind::Month; }
    template <Enumeration E>
    void operator()(E, domain::NoLimits) const
    {
        m_field.kind = Kind::Word;
        m_field.choices = wordChoices(domain::wordsOf(E{}));
    }
    template <class T, class Limits>
    void operator()(const std::optional<T> &, const Limits &limits) const
    {
        operator()(T{}, limits);
    }

private:
    void whole(Kind kind, domain::IntegerLimits limits) const
    {
        m_field.kind = kind;
        m_field.limits.least = QString::number(limits.least);
        m_field.limits.most = QString::number(limits.most);
    }

    const FieldMeta &m_meta;
    const FormChoices &m_choices;
    FormField &m_field;
};

/// Where a group stands: its path, what leads to it, how many lists deep.
struct Spot {
    QString path;
    QStringList above;
    int depth = 0;

    QString below(const QString &step) const { return path.isEmpty() ? step : QString(path + u'/' + step); }
};

class Builder {
public:
    Builder(const domain::Worksheet &worksheet, const FormChoices &choices) : m_worksheet(worksheet), m_choices(choices)
    {
    }

    template <class Struct>
    void fill(FormGroup &group, const Struct &value, const Spot &spot, bool isBlank)
    {
        domain::visitFields(value, [&](const FieldMeta &meta, const auto &member, const auto &limits) {
            if (!isPartnersOwn(meta) && !isPricedOtherwise(value, meta))
                add<Struct>(group, meta, member, limits, spot, isBlank);
        });
    }

private:
    template <class Struct, class T, class Limits>
    void add(FormGroup &group, const FieldMeta &meta, const T &member, const Limits &limits, const Spot &spot,
             bool isBlank)
    {
        if constexpr (StructOfFields<T>)
            fill(group, member, {spot.below(key(meta)), spot.above, spot.depth}, isBlank);
        else if (isAsked<Struct>(meta))
            group.fields.push_back(field(meta, member, limits, spot, isBlank));
    }
    template <class Struct, StructOfFields T, class Limits>
    void add(FormGroup &group, const FieldMeta &meta, const std::optional<T> &member, const Limits &, const Spot &spot,
             bool isBlank)
    {
        fill(group, member.value_or(T{}), {spot.below(key(meta)), spot.above, spot.depth}, isBlank);
    }
    template <class Struct, StructOfFields T>
    void add(FormGroup &group, const FieldMeta &meta, const std::vector<T> &list, domain::ListLimits limits,
             const Spot &spot, bool)
    {
        FormList made;
        made.path = spot.below(key(meta));
        made.title = QString::fromLatin1(meta.label);
        made.entry = entryWord(key(meta));
        made.most = limits.most;
        const QStringList above = spot.above + QStringList{made.title};
        const QStringList ids = domain::entryIds(list);
        const auto entry = [&](const T &value, const QString &id, const QString &title, bool isBlank) {
            FormGroup one;
            one.path = made.path + u'/' + id;
            one.title = title;
            fill(one, value, {one.path, above + QStringList{title}, spot.depth + 1}, isBlank);
            return one;
        };
        for (std::size_t i = 0; i < list.size(); ++i) {
            const QString &id = ids[static_cast<qsizetype>(i)];
            made.entries.push_back(entry(list[i], id, worksheetfile::entryName(list[i], id), false));
        }
        made.blank.push_back(entry(T{}, blankId(spot.depth + 1), u"New "_s + made.entry, true));
        group.lists.push_back(std::move(made));
    }
    template <class Struct, class Limits>
    void add(FormGroup &, const FieldMeta &, const std::map<QString, domain::Fact> &, const Limits &, const Spot &,
             bool)
    {
    }

    template <class T, class Limits>
    FormField field(const FieldMeta &meta, const T &member, const Limits &limits, const Spot &spot, bool isBlank) const
    {
        FormField made;
        made.path = spot.below(key(meta));
        made.label = QString::fromLatin1(meta.label);
        made.unit = isShare(meta) ? u"percent"_s : QString::fromLatin1(meta.unit);
        made.question = QString::fromLatin1(meta.question);
        made.required = meta.required;
        made.above = spot.above;
        Describe(meta, m_choices, made)(member, limits);
        if (!isBlank)
            made.value = valueOf(member);
        const auto fact = m_worksheet.facts.find(made.path);
        const bool isNoted = fact != m_worksheet.facts.end() && !isBlank;
        const bool isKnown = made.value.kind != json::Kind::Null;
        made.unknown = isNoted && !isKnown && fact->second.status == domain::FactStatus::Unknown;
        made.presumed = isNoted && isKnown && fact->second.status != domain::FactStatus::Stated;
        return made;
    }

    const domain::Worksheet &m_worksheet;
    const FormChoices &m_choices;
};

void collect(const FormGroup &group, bool blanks, std::vector<const FormField *> &fields)
{
    for (const FormField &field : group.fields)
        fields.push_back(&field);
    for (const FormList &list : group.lists) {
        for (const FormGroup &entry : list.entries)
            collect(entry, blanks, fields);
        for (const FormGroup &entry : list.blank) {
            if (blanks)
                collect(entry, blanks, fields);
        }
    }
}

std::vector<const FormField *> collected(const Form &form, bool blanks)
{
    std::vector<const FormField *> fields;
    for (const FormGroup &section : form.sections)
        collect(section, blanks, fields);
    return fields;
}

/// A section of the form is a part of the worksheet; one that is a list is its only list.
template <class T>
FormGroup section(Builder &builder, const FieldMeta &meta, const T &part)
{
    FormGroup made;
    made.path = key(meta);
    made.title = sectionWord(key(meta), QString::fromLatin1(meta.label));
    builder.fill(made, part, {made.path, {QString::fromLatin1(meta.label)}, 0}, false);
    return made;
}

} // namespace

QString kindWord(Kind kind)
{
    static const QStringList kWords{u"line"_s, u"lines"_s, u"number"_s, u"decimal"_s, u"percent"_s, u"money"_s,
                                    u"flag"_s, u"date"_s,  u"month"_s,  u"word"_s,    u"range"_s,   u"texts"_s};
    return kWords.at(static_cast<qsizetype>(kind));
}

QString blankId(int depth)
{
    return u'@' + QString::number(depth);
}

Form buildForm(const domain::Worksheet &worksheet, const FormIdentity &identity, const FormChoices &choices)
{
    Form form;
    form.identity = identity;
    form.choices = choices;
    Builder builder(worksheet, form.choices);
    FormGroup whole; // the lists of the worksheet itself
    builder.fill(whole, worksheet, {}, false);
    domain::visitFields(worksheet, [&](const FieldMeta &meta, const auto &part, auto) {
        using Part = std::remove_cvref_t<decltype(part)>;
        if (isPartnersOwn(meta))
            return;
        if constexpr (StructOfFields<Part>) {
            form.sections.push_back(section(builder, meta, part));
        } else {
            for (const FormList &list : whole.lists) {
                if (list.path == key(meta)) {
                    FormGroup made;
                    made.path = list.path;
                    made.title = sectionWord(list.path, list.title);
                    made.lists.push_back(list);
                    form.sections.push_back(std::move(made));
                }
            }
        }
    });
    return form;
}

std::vector<const FormField *> fieldsOf(const Form &form)
{
    return collected(form, false);
}

std::vector<const FormField *> allFieldsOf(const Form &form)
{
    return collected(form, true);
}

} // namespace founderform
