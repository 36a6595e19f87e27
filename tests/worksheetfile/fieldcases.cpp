#include "worksheetfile/fieldcases.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace support {

using domain::Decimal;
using domain::FieldMeta;
using domain::InputProblem;
using domain::Money;
using domain::TextForm;
using namespace Qt::StringLiterals;

namespace {

enum class Type { Text, Integer, Fraction, Boolean, Null, List, Object };

/// A value of every JSON type but those: each is refused as of the wrong type.
void refuseTypes(FieldCase &field, std::initializer_list<Type> right, const QString &allowed)
{
    const std::vector<std::pair<Type, QJsonValue>> all{
        {Type::Text, u"text"_s},        {Type::Integer, 1},         {Type::Fraction, 1.5},        {Type::Boolean, true},
        {Type::Null, QJsonValue::Null}, {Type::List, QJsonArray()}, {Type::Object, QJsonObject()}};
    for (const auto &[type, value] : all) {
        if (std::find(right.begin(), right.end(), type) == right.end())
            field.refused.push_back({value, InputProblem::WrongType, allowed, {}});
    }
}

void refuse(FieldCase &field, const QStringList &texts, InputProblem problem, const QString &allowed)
{
    for (const QString &text : texts)
        field.refused.push_back({text, problem, allowed, {}});
}

QString repeated(const QString &text, int count)
{
    return text.repeated(count);
}

void formCases(FieldCase &field, TextForm form)
{
    switch (form) {
    case TextForm::Any: return;
    case TextForm::Identifier:
        field.read = {u"a"_s, u"0-z"_s, u"-"_s, QString(40, u'z')};
        refuse(field, {QString(41, u'z'), u"A"_s, u"a_b"_s, u"a b"_s, u"\u00e9"_s, u"a\n"_s, u"a/b"_s, u"\u0661"_s},
               InputProblem::WrongForm, u"1 to 40"_s);
        return;
    case TextForm::AccountId:
        field.read = {u"000000000001"_s, u""_s};
        refuse(field,
               {u"11112222333"_s, u"1111222233334"_s, u"11112222333a"_s, u"1111-2222-3333"_s, u" 11112222333"_s,
                u"111122223333\n"_s, repeated(u"\u0661"_s, 12)},
               InputProblem::WrongForm, u"12 digits"_s);
        return;
    case TextForm::Duns:
        field.read = {u"012345678"_s};
        refuse(field, {u"12345678"_s, u"1234567890"_s, u"12-345-678"_s}, InputProblem::WrongForm, u"9 digits"_s);
        return;
    case TextForm::Region:
        field.read = {u"us-east-1"_s, u"us-gov-west-1"_s, u"ap-southeast-7"_s, u"mx-central-1"_s};
        refuse(field, {u"us-east"_s, u"US-EAST-1"_s, u"us-east-1a"_s, u"us east 1"_s, u"global"_s, u"us-east-1\n"_s},
               InputProblem::WrongForm, u"us-east-1"_s);
        return;
    case TextForm::Country:
        field.read = {u"US"_s, u"DE"_s};
        refuse(field, {u"us"_s, u"UK"_s, u"USA"_s, u"Germany"_s}, InputProblem::WrongForm, u"3166-1"_s);
        return;
    case TextForm::Industry:
        for (const QString &industry : domain::industries())
            field.read.push_back(industry);
        refuse(field, {u"Software"_s, u"other"_s, u"Aerospace "_s}, InputProblem::NotOneOf, u"Aerospace, "_s);
        return;
    case TextForm::Phone:
        field.read = {u"+12"_s, u"+123456789012345"_s, u""_s};
        refuse(field,
               {u"12065550100"_s, u"+02065550100"_s, u"+1 206 555 0100"_s, u"+1234567890123456"_s, u"+"_s, u"+1"_s},
               InputProblem::WrongForm, u"E.164"_s);
        return;
    }
}

} // namespace

FieldCase &CaseMaker::add(const FieldMeta &meta)
{
    FieldCase field;
    field.steps = below(m_steps, key(meta));
    field.idPath = idPath(meta);
    if (meta.required)
        field.refused.push_back({QJsonValue::Undefined, InputProblem::MissingKey, {}, {}});
    return m_cases.emplace_back(std::move(field));
}

void CaseMaker::operator()(const FieldMeta &meta, const QString &, domain::TextLimits limits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Text}, u"a text"_s);
    formCases(field, limits.form);
    if (limits.least > 0)
        refuse(field, {QString()}, InputProblem::WrongLength,
               limits.form == TextForm::Any ? QString::number(limits.least) + u" to "_s : QString());
    if (limits.form != TextForm::Any)
        return;
    // Lengths count code points: each of these is one sign, two units of UTF-16 and four bytes.
    field.read = {repeated(u"\U0001F680"_s, limits.least), repeated(u"\U0001F680"_s, limits.most),
                  u"<img src=x>=HYPERLINK(1)\u202e\n\t\""_s.left(limits.most)};
    const QString allowed = QString::number(limits.least) + u" to "_s + QString::number(limits.most) + u" characters"_s;
    refuse(field, {QString(limits.most + 1, u'x'), repeated(u"\U0001F680"_s, limits.most + 1)},
           InputProblem::WrongLength, allowed);
    if (limits.least > 1)
        refuse(field, {QString(limits.least - 1, u'x')}, InputProblem::WrongLength, allowed);
}

void CaseMaker::integer(const FieldMeta &meta, domain::IntegerLimits limits)
{
    FieldCase &field = add(meta);
    const QString allowed = QString::number(limits.least) + u" to "_s + QString::number(limits.most);
    refuseTypes(field, {Type::Integer}, allowed);
    field.read = {limits.least, limits.most};
    for (const qint64 number :
         {limits.least - 1, limits.most + 1, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        field.refused.push_back({number, InputProblem::OutOfRange, allowed, {}});
}

void CaseMaker::decimal(const FieldMeta &meta, domain::DecimalLimits limits)
{
    FieldCase &field = add(meta);
    if (limits.integerAccepted)
        refuseTypes(field, {Type::Text, Type::Integer}, u"decimal"_s);
    else
        refuseTypes(field, {Type::Text}, u"decimal"_s);
    const Decimal above = Decimal::fromMillionths(limits.most.millionths() + 1);
    const Decimal below = Decimal::fromMillionths(limits.least.millionths() - 1);
    const Decimal inside = Decimal::fromMillionths(limits.least.millionths() + 1);
    field.read = {inside.toString(), limits.most.toString()};
    QStringList out{above.toString(), below.toString(), QString(100, u'9')};
    if (limits.leastExcluded)
        out.append(limits.least.toString());
    else
        field.read.push_back(limits.least.toString());
    refuse(field, out, InputProblem::OutOfRange, limits.least.toString() + u" to "_s + limits.most.toString());
    refuse(field, {u""_s, u"01"_s, u"+1"_s, u".5"_s, u"1."_s, u"1e0"_s, u"0.1234567"_s, u"1,5"_s, u" 1"_s, u"1%"_s},
           InputProblem::WrongForm, u"6 decimals"_s);
}

void CaseMaker::money(const FieldMeta &meta, domain::MoneyLimits limits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Text}, u"dollars"_s);
    field.read = {limits.least.toString(), u"0.01"_s, u"1250.50"_s, limits.most.toString()};
    refuse(field,
           {Money(limits.least - Money::fromCents(1)).toString(), Money(limits.most + Money::fromCents(1)).toString(),
            QString(100, u'9')},
           InputProblem::OutOfRange, limits.most.toString());
    refuse(field, {u""_s, u"01"_s, u"+1"_s, u".5"_s, u"1."_s, u"1e3"_s, u"1.005"_s, u"$1"_s, u"1,000"_s, u"1 USD"_s},
           InputProblem::WrongForm, u"2 decimals"_s);
}

void CaseMaker::operator()(const FieldMeta &meta, const std::optional<bool> &, domain::NoLimits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Boolean}, u"true or false"_s);
    field.read = {true, false};
}

void CaseMaker::operator()(const FieldMeta &meta, const std::optional<QDate> &, domain::NoLimits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Text}, u"a text"_s);
    field.read = {u"2026-11-22"_s, u"2028-02-29"_s};
    refuse(field, {u""_s, u"2027-02-29"_s, u"2026-1-1"_s, u"22.11.2026"_s, u"2026-11-22T00:00"_s, u"2026-11"_s},
           InputProblem::WrongForm, u"YYYY-MM-DD"_s);
}

void CaseMaker::operator()(const FieldMeta &meta, const std::optional<domain::Month> &, domain::NoLimits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Text}, u"a text"_s);
    field.read = {u"2026-12"_s, u"2030-01"_s};
    refuse(field, {u""_s, u"2026-13"_s, u"2026-1"_s, u"2026-01-01"_s, u"January 2027"_s}, InputProblem::WrongForm,
           u"YYYY-MM"_s);
}

void CaseMaker::operator()(const FieldMeta &meta, const std::optional<domain::CountRange> &,
                           domain::IntegerLimits limits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::List}, u"a list"_s);
    const auto pair = [](QJsonValue low, QJsonValue high) { return QJsonArray{low, high}; };
    field.read = {pair(limits.least, limits.most), pair(limits.most, limits.most)};
    field.refused.push_back({pair(limits.most, limits.least), InputProblem::Contradiction, {}, {}});
    field.refused.push_back({QJsonArray(), InputProblem::WrongLength, u"2"_s, {}});
    field.refused.push_back({QJsonArray{1}, InputProblem::WrongLength, u"2"_s, {}});
    field.refused.push_back({QJsonArray{1, 2, 3}, InputProblem::WrongLength, u"2"_s, {}});
    const QString allowed = QString::number(limits.least) + u" to "_s + QString::number(limits.most);
    field.refused.push_back({pair(limits.least - 1, 1), InputProblem::OutOfRange, allowed, {0}});
    field.refused.push_back({pair(1, limits.most + 1), InputProblem::OutOfRange, allowed, {1}});
    field.refused.push_back({pair(u"1"_s, 2), InputProblem::WrongType, allowed, {0}});
    field.refused.push_back({pair(1, 2.5), InputProblem::WrongType, allowed, {1}});
    field.refused.push_back({pair(1, QJsonValue::Null), InputProblem::WrongType, allowed, {1}});
}

void CaseMaker::operator()(const FieldMeta &meta, const QStringList &, domain::ListOfTextLimits limits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::List}, u"a list"_s);
    const QString longest = repeated(u"\U0001F680"_s, limits.text.most);
    QJsonArray most;
    for (int i = 0; i < limits.list.most; ++i)
        most.append(QString::number(i));
    field.read = {QJsonArray(), QJsonArray{u""_s, longest}, most};
    most.append(u"one more"_s);
    field.refused.push_back({most, InputProblem::WrongLength, QString::number(limits.list.most) + u" entries"_s, {}});
    field.refused.push_back({QJsonArray{u"x"_s, 5}, InputProblem::WrongType, u"a text"_s, {1}});
    field.refused.push_back({QJsonArray{QJsonArray()}, InputProblem::WrongType, u"a text"_s, {0}});
    field.refused.push_back({QJsonArray{u"x"_s, u"y"_s, QJsonValue(longest + u'x')},
                             InputProblem::WrongLength,
                             QString::number(limits.text.most) + u" characters"_s,
                             {2}});
}

void CaseMaker::operator()(const FieldMeta &meta, const std::map<QString, domain::Fact> &facts, domain::NoLimits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Object}, u"an object"_s);
    field.read = {QJsonObject()};
    const Steps steps = below(field.steps, facts.begin()->first);
    object(steps, {}, false);
    CaseMaker inside(m_cases, steps, {});
    const std::size_t before = m_cases.size();
    domain::visitFields(facts.begin()->second, inside);
    for (std::size_t i = before; i < m_cases.size(); ++i)
        m_cases[i].idPath.clear(); // what is noted about a fact is no fact
}

void CaseMaker::words(const FieldMeta &meta, const QStringList &words)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::Text}, u"a text"_s);
    for (const QString &word : words)
        field.read.push_back(word);
    refuse(field, {u""_s, u"no-such-word"_s, words.first().toUpper(), QString(words.first() + u' ')},
           InputProblem::NotOneOf, words.join(u", "_s));
}

void CaseMaker::object(const Steps &steps, const QString &idPath, bool required)
{
    FieldCase field;
    field.steps = steps;
    field.idPath = idPath;
    field.isObject = true;
    if (required)
        field.refused.push_back({QJsonValue::Undefined, InputProblem::MissingKey, {}, {}});
    refuseTypes(field, {Type::Object}, u"an object"_s);
    m_cases.push_back(std::move(field));
}

Steps CaseMaker::listOfObjects(const FieldMeta &meta, domain::ListLimits limits)
{
    FieldCase &field = add(meta);
    refuseTypes(field, {Type::List}, u"a list"_s);
    QJsonArray tooMany;
    for (int i = 0; i <= limits.most; ++i)
        tooMany.append(QJsonObject());
    field.read = {QJsonArray()};
    field.refused.push_back({tooMany, InputProblem::WrongLength, QString::number(limits.most) + u" entries"_s, {}});
    return field.steps;
}

std::vector<FieldCase> fieldCases(const domain::Worksheet &full)
{
    std::vector<FieldCase> cases;
    FieldCase root;
    root.isObject = true;
    cases.push_back(root);
    CaseMaker maker(cases, {}, {});
    domain::visitFields(full, maker);
    return cases;
}

} // namespace support
