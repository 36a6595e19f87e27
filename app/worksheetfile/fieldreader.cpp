#include "worksheetfile/fieldreader.h"

#include "domain/date.h"
#include "domain/digits.h"
#include "worksheetfile/textforms.h"

#include <algorithm>

namespace worksheetfile {

using domain::Decimal;
using domain::FieldMeta;
using domain::InputProblem;
using domain::Money;
using json::Kind;
using json::Value;
using namespace Qt::StringLiterals;

namespace {

QString key(const FieldMeta &meta)
{
    return QString::fromLatin1(meta.key);
}

QString span(const QString &least, const QString &most)
{
    return least + u" to "_s + most;
}

/// A whole number that does not fit 64 bits is read as a number: it is out of range, not of the wrong type.
bool isWhole(const Value &value)
{
    return value.kind == Kind::Integer || (value.kind == Kind::Number && domain::isPlainNumber(value.text, 0));
}

qsizetype codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

} // namespace

FieldReader::FieldReader(const Value &object, const QString &path, json::Problem &problem)
    : m_object(object), m_path(path), m_problem(problem)
{
    if (object.kind != Kind::Object)
        problem.raise(InputProblem::WrongType, path, object.excerpt(), json::kindName(Kind::Object));
}

void FieldReader::refuseUnknownKeys()
{
    const auto unknown =
        std::find_if(m_object.members.begin(), m_object.members.end(), [this](const json::Member &member) {
            return std::find(m_known.begin(), m_known.end(), member.key) == m_known.end();
        });
    if (unknown != m_object.members.end())
        m_problem.raise(InputProblem::UnknownKey, json::memberPath(m_path, unknown->key), unknown->key.left(80),
                        json::knownKeys(unknown->key, m_known));
}

void FieldReader::readIdentity()
{
    const domain::FieldMeta format{"format", "", "", "", "", true};
    const domain::FieldMeta version{"version", "", "", "", "", true};
    word(format, {u"briefstack-worksheet"_s});
    const Value *number = find(version);
    if (number && (number->kind != Kind::Integer || number->integer != 1))
        m_problem.raise(InputProblem::UnsupportedVersion, path(version), number->excerpt(), u"version 1"_s);
}

void FieldReader::readSingleSolution(domain::Partner &partner)
{
    const domain::FieldMeta single{"solutionId", "", "", "", ""};
    QString solution;
    operator()(single, solution, domain::TextLimits{});
    if (solution.isEmpty())
        return;
    if (!partner.solutionIds.isEmpty())
        m_problem.raise(InputProblem::Contradiction, path(single), u"solutionId and solutionIds are both given"_s,
                        u"keep solutionIds"_s);
    partner.solutionIds = {solution};
}

QString FieldReader::path(const FieldMeta &meta) const
{
    return json::memberPath(m_path, key(meta));
}

const Value *FieldReader::find(const FieldMeta &meta)
{
    const QLatin1StringView name(meta.key);
    m_known.push_back(name);
    const Value *value = m_object.find(name);
    if (!value && meta.required)
        m_problem.raise(InputProblem::MissingKey, path(meta), key(meta), {});
    return value;
}

const Value *FieldReader::take(const FieldMeta &meta, Kind kind)
{
    const Value *value = find(meta);
    if (!value || value->kind == kind)
        return value;
    m_problem.raise(InputProblem::WrongType, path(meta), value->excerpt(), json::kindName(kind));
    return nullptr;
}

bool FieldReader::hasLength(const FieldMeta &meta, std::size_t count, domain::ListLimits limits)
{
    const auto size = static_cast<qint64>(count);
    if (size >= limits.least && size <= limits.most)
        return true;
    m_problem.raise(InputProblem::WrongLength, path(meta), u"the list with "_s + QString::number(size) + u" entries"_s,
                    span(QString::number(limits.least), QString::number(limits.most)) + u" entries"_s);
    return false;
}

void FieldReader::checkText(const QString &at, const QString &text, domain::TextLimits limits)
{
    const qsizetype length = codePoints(text);
    if (!text.isEmpty() && !hasForm(text, limits.form)) {
        m_problem.raise(limits.form == domain::TextForm::Industry ? InputProblem::NotOneOf : InputProblem::WrongForm,
                        at, text.left(80), formInWords(limits.form));
    } else if (length < limits.least || length > limits.most) {
        m_problem.raise(InputProblem::WrongLength, at, u"the text of "_s + QString::number(length) + u" characters"_s,
                        limits.form == domain::TextForm::Any
                            ? span(QString::number(limits.least), QString::number(limits.most)) + u" characters"_s
                            : formInWords(limits.form));
    }
}

void FieldReader::operator()(const FieldMeta &meta, QString &text, domain::TextLimits limits)
{
    const Value *value = take(meta, Kind::String);
    if (!value)
        return;
    checkText(path(meta), value->text, limits);
    text = value->text;
}

std::optional<qint64> FieldReader::integer(const QString &at, const Value &value, domain::IntegerLimits limits)
{
    const QString allowed = u"a whole number, "_s + span(QString::number(limits.least), QString::number(limits.most));
    if (!isWhole(value)) {
        m_problem.raise(InputProblem::WrongType, at, value.excerpt(), allowed);
        return std::nullopt;
    }
    if (value.kind == Kind::Number || value.integer < limits.least || value.integer > limits.most) {
        m_problem.raise(InputProblem::OutOfRange, at, value.excerpt(), allowed);
        return std::nullopt;
    }
    return value.integer;
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<qint64> &number, domain::IntegerLimits limits)
{
    if (const Value *value = find(meta))
        number = integer(path(meta), *value, limits);
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<int> &number, domain::IntegerLimits limits)
{
    std::optional<qint64> wide;
    operator()(meta, wide, limits);
    if (wide)
        number = static_cast<int>(*wide);
}

void FieldReader::operator()(const FieldMeta &meta, int &number, domain::IntegerLimits limits)
{
    std::optional<int> read;
    operator()(meta, read, limits);
    number = read.value_or(number);
}

std::optional<Decimal> FieldReader::decimal(const FieldMeta &meta, domain::DecimalLimits limits)
{
    const Value *value = find(meta);
    if (!value)
        return std::nullopt;
    if (value->kind != Kind::String && !(limits.integerAccepted && isWhole(*value))) {
        m_problem.raise(InputProblem::WrongType, path(meta), value->excerpt(),
                        u"a decimal number as text, such as \"0.25\""_s);
        return std::nullopt;
    }
    if (!domain::isPlainNumber(value->text, Decimal::kDecimals)) {
        m_problem.raise(InputProblem::WrongForm, path(meta), value->excerpt(),
                        u"a decimal number as text, at most 6 decimals, such as \"0.25\""_s);
        return std::nullopt;
    }
    const auto number = Decimal::parse(value->text); // nothing: more digits than any limit has
    const bool fits =
        number && *number <= limits.most && (limits.leastExcluded ? *number > limits.least : *number >= limits.least);
    if (!fits) {
        m_problem.raise(InputProblem::OutOfRange, path(meta), value->excerpt(),
                        (limits.leastExcluded ? u"more than "_s : QString())
                            + span(limits.least.toString(), limits.most.toString()));
        return std::nullopt;
    }
    return number;
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<Decimal> &number, domain::DecimalLimits limits)
{
    number = decimal(meta, limits);
}

void FieldReader::operator()(const FieldMeta &meta, Decimal &number, domain::DecimalLimits limits)
{
    number = decimal(meta, limits).value_or(number);
}

std::optional<Money> FieldReader::money(const FieldMeta &meta, domain::MoneyLimits limits)
{
    const Value *value = find(meta);
    if (!value)
        return std::nullopt;
    if (value->kind != Kind::String) {
        m_problem.raise(InputProblem::WrongType, path(meta), value->excerpt(),
                        u"dollars as text, such as \"1250.50\""_s);
        return std::nullopt;
    }
    if (!domain::isPlainNumber(value->text, Money::kDecimals)) {
        m_problem.raise(InputProblem::WrongForm, path(meta), value->excerpt(),
                        u"dollars as text, at most 2 decimals, such as \"1250.50\""_s);
        return std::nullopt;
    }
    const auto amount = Money::parse(value->text); // nothing: more digits than any limit has
    if (!amount || *amount < limits.least || *amount > limits.most) {
        m_problem.raise(InputProblem::OutOfRange, path(meta), value->excerpt(),
                        span(limits.least.toString(), limits.most.toString()) + u" dollars"_s);
        return std::nullopt;
    }
    return amount;
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<Money> &amount, domain::MoneyLimits limits)
{
    amount = money(meta, limits);
}

void FieldReader::operator()(const FieldMeta &meta, Money &amount, domain::MoneyLimits limits)
{
    amount = money(meta, limits).value_or(amount);
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<bool> &flag, domain::NoLimits)
{
    if (const Value *value = take(meta, Kind::Boolean))
        flag = value->boolean;
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<QDate> &date, domain::NoLimits)
{
    const Value *value = take(meta, Kind::String);
    if (!value)
        return;
    date = domain::parseDate(value->text);
    if (!date)
        m_problem.raise(InputProblem::WrongForm, path(meta), value->excerpt(), u"a date of the form YYYY-MM-DD"_s);
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<domain::Month> &month, domain::NoLimits)
{
    const Value *value = take(meta, Kind::String);
    if (!value)
        return;
    month = domain::Month::parse(value->text);
    if (!month)
        m_problem.raise(InputProblem::WrongForm, path(meta), value->excerpt(), u"a month of the form YYYY-MM"_s);
}

void FieldReader::operator()(const FieldMeta &meta, std::optional<domain::CountRange> &range,
                             domain::IntegerLimits limits)
{
    const Value *value = take(meta, Kind::Array);
    if (!value || !hasLength(meta, value->elements.size(), {2, 2}))
        return;
    const auto low = integer(json::elementPath(path(meta), 0), value->elements[0], limits);
    const auto high = integer(json::elementPath(path(meta), 1), value->elements[1], limits);
    if (!low || !high)
        return;
    if (*low > *high) {
        m_problem.raise(InputProblem::Contradiction, path(meta),
                        u"the low end "_s + QString::number(*low) + u" exceeds the high end "_s
                            + QString::number(*high),
                        u"give the smaller number first"_s);
        return;
    }
    range = domain::CountRange{*low, *high};
}

void FieldReader::operator()(const FieldMeta &meta, QStringList &texts, domain::ListOfTextLimits limits)
{
    const Value *value = take(meta, Kind::Array);
    if (!value || !hasLength(meta, value->elements.size(), limits.list))
        return;
    for (const Value &element : value->elements) {
        const QString at = json::elementPath(path(meta), texts.size());
        if (element.kind != Kind::String)
            m_problem.raise(InputProblem::WrongType, at, element.excerpt(), json::kindName(Kind::String));
        checkText(at, element.text, limits.text);
        texts.append(element.text);
    }
}

void FieldReader::operator()(const FieldMeta &meta, std::map<QString, domain::Fact> &facts, domain::NoLimits)
{
    const Value *value = take(meta, Kind::Object);
    if (!value)
        return;
    for (const json::Member &member : value->members) {
        if (m_problem.error)
            return;
        readInto(facts[member.key], member.value, json::memberPath(path(meta), member.key), m_problem);
    }
}

int FieldReader::word(const FieldMeta &meta, const QStringList &words)
{
    const Value *value = take(meta, Kind::String);
    if (!value)
        return -1;
    const auto index = static_cast<int>(words.indexOf(value->text));
    if (index < 0)
        m_problem.raise(InputProblem::NotOneOf, path(meta), value->text.left(80), words.join(u", "_s));
    return index;
}

} // namespace worksheetfile
