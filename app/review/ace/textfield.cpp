#include "review/ace/textfield.h"

#include "domain/closenames.h"
#include "review/ace/values.h"

namespace review {

using catalogue::AceDemand;
using catalogue::AceField;
using catalogue::AceOutside;
using catalogue::AcePack;
using catalogue::AceType;
using domain::Severity;
using json::Kind;
using json::Value;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShortCode = 3;      // two- and three-letter codes all resemble each other
constexpr qsizetype kLongestListed = 13; // values that a sentence can still list

QString typeName(AceType type)
{
    switch (type) {
    case AceType::List: return u"a list"_s;
    case AceType::Object: return u"an object"_s;
    case AceType::Timestamp: return u"a date and time"_s;
    case AceType::Text:
    case AceType::Date: break;
    }
    return u"a text"_s;
}

QString typeFix(const Value &value, const AceField *field)
{
    const bool isText = field && (field->type == AceType::Text || field->type == AceType::Date);
    if (value.kind == Kind::Null)
        return u"Leave the key out when there is no value."_s;
    if (isText && (value.kind == Kind::Integer || value.kind == Kind::Number))
        return u"Write it in quotes: \""_s + shown(value) + u"\"."_s;
    if (field && field->type == AceType::List)
        return u"Put it in square brackets, even when there is only one."_s;
    return u"Send "_s + (field ? typeName(field->type) : u"an object"_s) + u" here."_s;
}

QString fixOf(const AceField &field, const QString &otherwise)
{
    return field.fix.isEmpty() ? otherwise : field.fix;
}

QString quoted(const QStringList &values)
{
    return u'"' + values.join(u"\", \""_s) + u'"';
}

QString vocabularyFix(const QString &text, const AceField &field, const QStringList &values)
{
    if (text.isEmpty())
        return u"Leave the key out when there is no value."_s;
    QStringList close;
    if (text.size() > kShortCode) {
        close = domain::closeNames(text, values);
    } else {
        for (const QString &value : values) {
            if (value.compare(text, Qt::CaseInsensitive) == 0)
                close.append(value);
        }
    }
    if (!close.isEmpty())
        return u"Did you mean "_s + quoted(close) + u"?"_s;
    if (values.size() <= kLongestListed)
        return u"Choose one of "_s + quoted(values) + u'.';
    return fixOf(field, u"Choose one of the "_s + QString::number(values.size()) + u" values that AWS lists."_s);
}

AceRemark remark(const QString &code, const QString &what, const QString &path, const QString &message)
{
    AceRemark made;
    made.code = code;
    made.what = what;
    made.field = path;
    made.message = message;
    return made;
}

/// True when the length is right.
bool checkLength(const QString &text, const QString &path, const AceField &field, FindingList &list)
{
    const qsizetype length = codePoints(text);
    const qsizetype counted = field.leastTrimmed ? codePoints(QStringView(text).trimmed()) : length;
    if (field.most && length > *field.most) {
        AceRemark made = remark(u"INVALID_STRING_FORMAT"_s, u"length"_s, path,
                                path + u" has "_s + QString::number(length) + u" characters, and at most "_s
                                    + QString::number(*field.most) + u" are taken"_s);
        made.says = field.says.tooLong;
        made.fix = u"Shorten it by "_s + QString::number(length - *field.most) + u"."_s;
        list.addBroken(made);
        return false;
    }
    if (!field.least || counted >= *field.least)
        return true;
    AceRemark made = remark(u"INVALID_STRING_FORMAT"_s, u"length"_s, path,
                            path + u" has "_s + QString::number(counted) + u" characters, and at least "_s
                                + QString::number(*field.least) + u" are needed"_s);
    made.says = field.says.tooShort;
    made.fix = text.isEmpty() ? u"Leave the key out when there is no value."_s : u"Say more."_s;
    list.addBroken(made);
    return false;
}

/// True when the form is right.
bool checkForm(const Value &value, const QString &path, const AceField &field, FindingList &list)
{
    const bool wrong =
        field.type == AceType::Date ? !calendarDate(value.text) : field.pattern && !matches(*field.pattern, value.text);
    if (!wrong)
        return true;
    AceRemark made = remark(u"INVALID_STRING_FORMAT"_s, u"pattern"_s, path,
                            path + u" is "_s + shown(value) + u", which is not "_s + field.form);
    made.says = field.says.pattern;
    made.fix = value.text.isEmpty() ? u"Leave the key out when there is no value."_s
                                    : fixOf(field, u"Write "_s + field.form + u'.');
    list.addBroken(made);
    return false;
}

bool addTolerated(const Value &value, const QString &path, const AceField &field, FindingList &list)
{
    for (const catalogue::AceTolerated &tolerated : field.tolerated) {
        if (value.text != tolerated.value)
            continue;
        AceRemark made =
            remark({}, u"tolerated-value"_s, path, path + u" is "_s + shown(value) + u": "_s + tolerated.because);
        made.severity = Severity::Warning;
        made.fix = u"Try the request in the Sandbox catalog first."_s;
        list.add(made);
        return true;
    }
    return false;
}

void checkVocabulary(const Value &value, const QString &path, const AceField &field, const AcePack &pack,
                     FindingList &list)
{
    const catalogue::AceVocabulary *vocabulary = pack.vocabulary(field.vocabulary);
    if (!vocabulary || vocabulary->values.contains(value.text) || addTolerated(value, path, field, list))
        return;
    AceRemark made = remark(u"INVALID_ENUM_VALUE"_s, u"vocabulary"_s, path,
                            path + u" is "_s + shown(value) + u", which is not one of the values that AWS lists"_s);
    made.says = field.says.outside;
    made.fix = vocabularyFix(value.text, field, vocabulary->values);
    if (field.outside == AceOutside::Refused) {
        list.addBroken(made);
        return;
    }
    made.severity =
        list.submits() && field.outside == AceOutside::RefusedAtSubmission ? Severity::Error : Severity::Warning;
    if (field.outside == AceOutside::Dropped) {
        made.code.clear();
        made.message += u" and will be dropped without a word"_s;
    } else {
        made.message += u", and the record is refused when it is submitted"_s;
    }
    list.add(made);
}

} // namespace

void addMissing(const QString &path, const AceField &field, FindingList &list)
{
    const bool later = field.demand == AceDemand::Submission;
    AceRemark made = remark(
        u"REQUIRED_FIELD_MISSING"_s, u"required"_s, path,
        path + (later ? u" is missing, and the record cannot be submitted to AWS without it"_s : u" is missing"_s));
    made.severity = later && !list.submits() ? Severity::Warning : Severity::Error;
    made.says = field.says.required;
    made.fix = field.add;
    list.add(made);
}

void addWrongType(const Value &value, const QString &path, const AceField *field, FindingList &list)
{
    const QString name = path.isEmpty() ? u"The request"_s : path;
    AceRemark made = remark(u"INVALID_VALUE"_s, u"type"_s, path,
                            name + u" must be "_s + (field ? typeName(field->type) : u"an object"_s) + u", not "_s
                                + (value.kind == Kind::Null ? u"null"_s : json::kindName(value.kind)));
    made.fix = typeFix(value, field);
    list.addBroken(made);
}

void checkText(const Value &value, const QString &path, const AceField &field, const AcePack &pack, FindingList &list)
{
    if (value.kind != Kind::String) {
        addWrongType(value, path, &field, list);
        return;
    }
    const bool isBlank = !isPresent(&value) && !field.mayBeBlank;
    if (isBlank && field.demand != AceDemand::None) {
        addMissing(path, field, list);
        return;
    }
    if (isBlank && field.nullable)
        return;
    if (!checkLength(value.text, path, field, list) || !checkForm(value, path, field, list))
        return;
    if (!field.vocabulary.isEmpty()) {
        checkVocabulary(value, path, field, pack, list);
    } else if (isBlank) {
        AceRemark made = remark({}, u"empty-text"_s, path, path + u" is there, but blank"_s);
        made.severity = Severity::Warning;
        made.fix = u"Leave the key out when there is no value."_s;
        list.add(made);
    }
}

void checkTimestamp(const Value &value, const QString &path, const AceField &field, FindingList &list)
{
    if (value.kind == Kind::Integer || value.kind == Kind::Number)
        return;
    if (value.kind != Kind::String) {
        addWrongType(value, path, &field, list);
        return;
    }
    if (isTimestamp(value.text))
        return;
    AceRemark made = remark(u"INVALID_STRING_FORMAT"_s, u"pattern"_s, path,
                            path + u" is "_s + shown(value) + u", which is not a date and time with its offset"_s);
    made.fix = fixOf(field, u"Write it like 2026-11-20T10:00:00Z."_s);
    list.addBroken(made);
}

} // namespace review
