#include "founderform/htmlfield.h"

#include "founderform/fieldvalue.h"
#include "json/writer.h"

namespace founderform {

using namespace Qt::StringLiterals;

namespace {

/// The value as JSON on one line.
QString jsonOf(const json::Value &value)
{
    switch (value.kind) {
    case json::Kind::Null: return u"null"_s;
    case json::Kind::Boolean: return value.boolean ? u"true"_s : u"false"_s;
    case json::Kind::String: return QString::fromUtf8(json::quoted(value.text));
    case json::Kind::Array: {
        QStringList elements;
        for (const json::Value &element : value.elements)
            elements.append(jsonOf(element));
        return u'[' + elements.join(u',') + u']';
    }
    case json::Kind::Integer:
    case json::Kind::Number:
    case json::Kind::Object: break;
    }
    return value.text;
}

QString option(const QString &value, const QString &label, bool isChosen)
{
    return u"<option value=\""_s + escaped(value) + (isChosen ? u"\" selected>"_s : u"\">"_s) + escaped(label)
         + u"</option>"_s;
}

/// The value of a choice as the page has it.
QString chosen(const json::Value &value)
{
    if (value.kind == json::Kind::Boolean)
        return value.boolean ? u"true"_s : u"false"_s;
    return readable(value);
}

QString selection(const FormField &field, const QString &common)
{
    static const std::vector<Choice> kYesNo{{u"true"_s, u"Yes"_s}, {u"false"_s, u"No"_s}};
    const std::vector<Choice> &choices = field.kind == Kind::Flag ? kYesNo : field.choices;
    const QString current = chosen(field.value);
    QString text = u"<select"_s + common + u'>' + option({}, {}, current.isEmpty());
    bool isListed = current.isEmpty();
    for (const Choice &choice : choices) {
        isListed = isListed || choice.value == current;
        text += option(choice.value, choice.label, choice.value == current);
    }
    if (!isListed)
        text += option(current, current, true);
    return text + u"</select>"_s;
}

QString entry(const FormField &field, const QString &common)
{
    if (field.kind == Kind::Flag || field.kind == Kind::Word || !field.choices.empty())
        return selection(field, common);
    const QString value = readable(field.value);
    if (field.kind == Kind::Lines || field.kind == Kind::Texts) {
        QStringList lines{value};
        if (field.kind == Kind::Texts) {
            lines.clear();
            for (const json::Value &element : field.value.elements)
                lines.append(readable(element));
        }
        // A line feed right behind the tag is none of the text's.
        return u"<textarea"_s + common + u" rows=\"3\">\n"_s + escaped(lines.join(u'\n')) + u"</textarea>"_s;
    }
    QString type = u"text"_s;
    QString extra;
    if (field.kind == Kind::Date || field.kind == Kind::Month)
        type = kindWord(field.kind);
    else if (field.kind == Kind::Number)
        extra = u" inputmode=\"numeric\""_s;
    else if (field.kind == Kind::Decimal || field.kind == Kind::Percent || field.kind == Kind::Money)
        extra = u" inputmode=\"decimal\""_s;
    else
        extra = attribute(u"list"_s, field.suggestions);
    return u"<input type=\""_s + type + u'"' + common + extra + attribute(u"value"_s, value) + u'>';
}

QString limits(const FormField &field)
{
    const Limits &limits = field.limits;
    const auto count = [](int number) { return number > 0 ? QString::number(number) : QString(); };
    return attribute(u"data-least"_s, limits.least) + attribute(u"data-most"_s, limits.most)
         + attribute(u"data-least-excluded"_s, limits.leastExcluded ? u"true"_s : QString())
         + attribute(u"data-decimals"_s, count(limits.decimals))
         + attribute(u"data-least-characters"_s, count(limits.leastCharacters))
         + attribute(u"data-most-characters"_s, count(limits.mostCharacters))
         + attribute(u"data-most-entries"_s, count(limits.mostEntries)) + attribute(u"data-form"_s, limits.form);
}

QString hintOf(const FormField &field)
{
    QStringList hints;
    if (!field.question.isEmpty() && field.question != field.label)
        hints.append(escaped(field.label));
    if (field.kind == Kind::Texts)
        hints.append(u"One per line"_s);
    if (field.kind == Kind::Range)
        hints.append(u"Like 3,500 to 8,000"_s);
    QString text = hints.join(u". "_s);
    if (field.presumed)
        text += (text.isEmpty() ? QString() : u". "_s)
              + u"<span class=\"presumed\">We assumed this; please correct it.</span>"_s;
    return text;
}

} // namespace

QString escaped(const QString &text)
{
    QString safe;
    for (const QChar sign : text) {
        if (sign == u'&')
            safe += u"&amp;"_s;
        else if (sign == u'<')
            safe += u"&lt;"_s;
        else if (sign == u'>')
            safe += u"&gt;"_s;
        else if (sign == u'"')
            safe += u"&quot;"_s;
        else if (sign == u'\'')
            safe += u"&#39;"_s;
        else
            safe += sign;
    }
    return safe;
}

QString attribute(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u' ' + name + u"=\""_s + escaped(value) + u'"';
}

QString htmlField(const FormField &field, const QString &id)
{
    const QString hint = hintOf(field);
    const bool isWide = field.kind == Kind::Lines || field.kind == Kind::Texts;
    const QString described = (hint.isEmpty() ? QString() : QString(id + u"h "_s)) + id + u'e';
    const QString common = attribute(u"id"_s, id) + attribute(u"aria-describedby"_s, described);
    QString text = u"<div class=\"field"_s + (isWide ? u" wide\""_s : u"\""_s) + attribute(u"data-path"_s, field.path)
                 + attribute(u"data-kind"_s, kindWord(field.kind)) + attribute(u"data-unit"_s, field.unit)
                 + limits(field) + attribute(u"data-required"_s, field.required ? u"true"_s : QString());
    if (field.value.kind != json::Kind::Null)
        text += attribute(u"data-was"_s, jsonOf(field.value));
    text += u">\n<label"_s + attribute(u"for"_s, id) + u'>'
          + escaped(field.question.isEmpty() ? field.label : field.question);
    if (!field.unit.isEmpty() && field.unit != u"year"_s)
        text += u" <span class=\"unit\">("_s + escaped(field.unit) + u")</span>"_s;
    text += u"</label>\n"_s + entry(field, common) + u'\n';
    if (!field.required) // nothing else counts without it
        text += u"<label class=\"unknown needs-script\"><input type=\"checkbox\""_s
              + attribute(u"aria-label"_s,
                          u"I don\u2019t know: "_s + (field.question.isEmpty() ? field.label : field.question))
              + attribute(u"data-was"_s, field.unknown ? u"true"_s : QString()) + u"> I don\u2019t know</label>\n"_s;
    if (!hint.isEmpty())
        text += u"<p class=\"hint\""_s + attribute(u"id"_s, id + u'h') + u'>' + hint + u"</p>\n"_s;
    return text + u"<p class=\"error\""_s + attribute(u"id"_s, id + u'e') + u" hidden></p>\n</div>\n"_s;
}

} // namespace founderform
