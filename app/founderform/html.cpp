#include "founderform/html.h"

#include "domain/identifiers.h"
#include "founderform/fieldvalue.h"
#include "founderform/htmlfield.h"

#include <QCryptographicHash>

namespace founderform {

using namespace Qt::StringLiterals;

namespace {

QString hashOf(const QByteArray &text)
{
    return u"'sha256-"_s + QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64())
         + u'\'';
}

class Page {
public:
    explicit Page(const Form &form) : m_form(form) {}

    QString whole(const PageParts &parts)
    {
        const QString title = escaped(m_form.identity.company) + u": facts for AWS credits"_s;
        m_text += u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "_s
                + hashOf(parts.style) + u"; script-src "_s + hashOf(parts.script)
                + u"; form-action 'none'; base-uri 'none'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"_s
                + title + u"</title>\n<style>"_s + QString::fromUtf8(parts.style) + u"</style>\n</head>\n<body>\n"_s;
        openForm();
        head(title);
        for (const FormGroup &section : m_form.sections)
            addSection(section);
        end();
        suggestions();
        m_text += u"</form>\n<script>"_s + QString::fromUtf8(parts.script) + u"</script>\n</body>\n</html>\n"_s;
        return std::move(m_text);
    }

private:
    void openForm()
    {
        const FormIdentity &identity = m_form.identity;
        m_text += u"<form id=\"form\" novalidate autocomplete=\"off\""_s + attribute(u"data-case"_s, identity.caseId)
                + attribute(u"data-company"_s, identity.company)
                + attribute(u"data-revision"_s, QString::number(identity.revision))
                + attribute(u"data-worksheet"_s, identity.worksheetSha256)
                + attribute(u"data-file"_s, domain::slugOf(identity.company) + u"-answer.json"_s) + u">\n"_s;
    }

    void head(const QString &title)
    {
        const QString asks = m_form.identity.partner.isEmpty() ? u"Your partner"_s : escaped(m_form.identity.partner);
        m_text +=
            u"<header>\n<h1>"_s + title + u"</h1>\n<p>"_s + asks
            + u" asks AWS for credits on your behalf and needs these facts for it. Correct what is wrong, answer what "
              "you know, leave the rest empty: an empty answer is better than a guess.</p>\n"
              "<p class=\"soft\">This page works without a network and sends nothing. At the end, \u201CSave "
              "answer\u201D gives you a small file to mail back.</p>\n"
              "<noscript><p><strong>This browser runs no script here, so the answer cannot be saved. Print the page, "
              "or answer by mail.</strong></p></noscript>\n</header>\n"
              "<div class=\"bar needs-script\" role=\"region\" aria-label=\"Progress and numbers\"><span><progress "
              "id=\"done\" value=\"0\" max=\"1\" "
              "aria-labelledby=\"count\"></progress> <span id=\"count\"></span></span>\n"
              "<span><label for=\"numbers\">Numbers are written like</label> <select id=\"numbers\">"
              "<option value=\"us\">1,234.5</option><option value=\"de\">1.234,5</option>"
              "<option value=\"fr\">1 234,5</option><option value=\"ch\">1\u2019234.5</option></select></span>\n"
              "<nav aria-label=\"Sections\"><ul>"_s;
        for (const FormGroup &section : m_form.sections)
            m_text +=
                u"<li><a href=\"#s-"_s + escaped(section.path) + u"\">"_s + escaped(section.title) + u"</a></li>"_s;
        m_text += u"</ul></nav></div>\n<main>\n"_s;
    }

    void addSection(const FormGroup &section)
    {
        const QString id = escaped(section.path);
        m_text += u"<section id=\"s-"_s + id + u"\" aria-labelledby=\"h-"_s + id + u"\">\n<h2 id=\"h-"_s + id + u"\">"_s
                + escaped(section.title) + u"</h2>\n"_s;
        addGroup(section, {}, 1, section.title);
        m_text += u"</section>\n"_s;
    }

    /// `prefix` begins the ids of what is inside: those of a blank entry are made unique when it is added.
    void addGroup(const FormGroup &group, const QString &prefix, int depth, const QString &shownTitle = {})
    {
        if (!group.fields.empty()) {
            m_text += u"<div class=\"fields\">\n"_s;
            for (const FormField &field : group.fields)
                m_text += htmlField(field, u"f"_s + prefix + QString::number(++m_number));
            m_text += u"</div>\n"_s;
        }
        for (const FormList &list : group.lists)
            addList(list, prefix, depth, list.path == group.path ? shownTitle : QString());
    }

    void addList(const FormList &list, const QString &prefix, int depth, const QString &shownTitle)
    {
        m_text += u"<div class=\"list\""_s + attribute(u"data-path"_s, list.path)
                + attribute(u"data-depth"_s, QString::number(depth))
                + attribute(u"data-most"_s, QString::number(list.most)) + u">\n"_s;
        if (shownTitle.isEmpty()) // a section that is a list has its head already
            m_text += u"<h3>"_s + escaped(list.title) + u"</h3>\n"_s;
        m_text += u"<div class=\"rows\">\n"_s;
        for (const FormGroup &entry : list.entries)
            addEntry(entry, prefix, depth + 1, false);
        m_text += u"</div>\n<template>"_s;
        for (const FormGroup &entry : list.blank)
            addEntry(entry, prefix + blankId(depth) + u'-', depth + 1, true);
        m_text += u"</template>\n<button type=\"button\" class=\"add needs-script\">Add a "_s + escaped(list.entry)
                + u"</button>\n</div>\n"_s;
    }

    void addEntry(const FormGroup &entry, const QString &prefix, int depth, bool isBlank)
    {
        m_text += u"<fieldset"_s + (isBlank ? QString() : attribute(u"data-entry"_s, entry.path)) + u"><legend>"_s
                + escaped(entry.title) + u"</legend>\n"_s;
        addGroup(entry, prefix, depth);
        m_text += u"<button type=\"button\" class=\"remove needs-script\">Remove this entry</button>\n"_s;
        m_text += u"</fieldset>\n"_s;
    }

    void end()
    {
        m_text +=
            u"<div class=\"end\">\n<h2>Save and send back</h2>\n<div class=\"fields\">\n"
            "<div><label for=\"by\">Your name</label><input id=\"by\" type=\"text\" maxlength=\"120\" "
            "autocomplete=\"name\" aria-describedby=\"by-error\"><p class=\"error\" id=\"by-error\" hidden>Your name "
            "stands beside every answer.</p></div>\n"
            "<div class=\"wide\"><label for=\"remark\">Anything else, such as what is no longer true</label>"
            "<textarea id=\"remark\" maxlength=\"2000\"></textarea></div>\n</div>\n"
            "<div class=\"actions needs-script\"><button type=\"button\" id=\"save\" class=\"main\">Save "
            "answer</button></div>\n<p id=\"status\" role=\"status\" aria-live=\"polite\"></p>\n"
            "<div id=\"paste\" hidden><p>No file? Paste this text into a mail instead; it is the same answer.</p>"
            "<label for=\"block\">The answer as text</label><textarea id=\"block\" readonly "
            "spellcheck=\"false\"></textarea><div class=\"actions\"><button type=\"button\" id=\"copy\">Copy the "
            "text</button></div></div>\n"
            "<div class=\"needs-script\"><label for=\"saved\">Go on from an answer saved before</label>"
            "<input id=\"saved\" type=\"file\" accept=\".json,application/json\"></div>\n</div>\n</main>\n"_s;
    }

    void suggestions()
    {
        const auto list = [this](const QString &id, const auto &entries, auto valueOf, auto labelOf) {
            m_text += u"<datalist id=\""_s + id + u"\">"_s;
            for (const auto &entry : entries)
                m_text += u"<option"_s + attribute(u"value"_s, valueOf(entry)) + u'>' + escaped(labelOf(entry))
                        + u"</option>"_s;
            m_text += u"</datalist>\n"_s;
        };
        const auto same = [](const QString &text) { return text; };
        const auto none = [](const QString &) { return QString(); };
        list(u"models"_s, m_form.choices.models, same, none);
        list(u"services"_s, m_form.choices.services, same, none);
        list(
            u"regions"_s, m_form.choices.regions, [](const Choice &region) { return region.value; },
            [](const Choice &region) { return region.label; });
    }

    const Form &m_form;
    QString m_text;
    int m_number = 0;
};

} // namespace

QByteArray toHtml(const Form &form, const PageParts &parts)
{
    return Page(form).whole(parts).toUtf8();
}

} // namespace founderform
