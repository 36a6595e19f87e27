#include "filing/requestchanges.h"

#include "filing/freeze.h"
#include "filing/status.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace filing {

using catalogue::FilingRules;
using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShort = 80; // a text that is repeated in a note

using Fields = std::map<QString, QString>; ///< path -> text

/// Entries of a list that is a set stand in one order, and each once.
void flatten(const FilingRules &rules, const QString &path, const QJsonValue &value, Fields &fields)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.constBegin(); member != object.constEnd(); ++member)
            flatten(rules, path.isEmpty() ? member.key() : QString(path + u'.' + member.key()), member.value(), fields);
        return;
    }
    if (!value.isArray()) {
        if (!value.isNull())
            fields[path] = value.toVariant().toString();
        return;
    }
    const QJsonArray entries = value.toArray();
    QStringList texts;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries.at(i).isObject())
            flatten(rules, path + u'[' + QString::number(i) + u']', entries.at(i), fields);
        else
            texts.append(entries.at(i).toVariant().toString());
    }
    if (rules.sets.contain(path)) {
        texts.removeDuplicates();
        texts.sort();
    }
    if (!texts.isEmpty())
        fields[path] = texts.join(u", "_s);
}

Fields fieldsOf(const FilingRules &rules, const QByteArray &request)
{
    Fields fields;
    flatten(rules, {}, QJsonDocument::fromJson(request).object(), fields);
    return fields;
}

/// Its place in the freeze map; behind all others when it has none.
qsizetype placeOf(const FilingRules &rules, const QString &path)
{
    const catalogue::FreezeField *field = rules.field(path);
    return field ? field - rules.fields.data() : std::ssize(rules.fields);
}

QString sentenceOf(const RequestChange &change)
{
    if (change.before.size() > kShort || change.after.size() > kShort) {
        return change.before.isEmpty() ? QString(change.label + u" added."_s)
             : change.after.isEmpty()  ? QString(change.label + u" taken out."_s)
                                       : QString(change.label + u" reworded."_s);
    }
    if (change.before.isEmpty())
        return change.label + u": "_s + change.after + u", was empty."_s;
    if (change.after.isEmpty())
        return change.label + u": taken out, was "_s + change.before + u'.';
    return change.label + u": "_s + change.after + u", was "_s + change.before + u'.';
}

QString shortened(const QString &text)
{
    return text.size() > kShort ? QString(text.first(kShort - 1) + u'\u2026') : text;
}

} // namespace

std::vector<RequestChange> requestChanges(const FilingRules &rules, const QByteArray &before, const QByteArray &after)
{
    const Fields was = fieldsOf(rules, before);
    const Fields is = fieldsOf(rules, after);
    QStringList paths;
    for (const Fields *fields : {&was, &is}) {
        for (const auto &[path, text] : *fields) {
            if (!paths.contains(path) && !rules.ofTheCall.contain(path))
                paths.append(path);
        }
    }
    std::vector<RequestChange> changes;
    for (const QString &path : std::as_const(paths)) {
        const auto old = was.find(path);
        const auto now = is.find(path);
        const QString wasText = old == was.end() ? QString() : old->second;
        const QString isText = now == is.end() ? QString() : now->second;
        if (wasText == isText)
            continue;
        const catalogue::FreezeField *field = rules.field(path);
        changes.push_back({path, field ? field->label : path, wasText, isText});
    }
    std::ranges::stable_sort(changes, {}, [&](const RequestChange &one) { return placeOf(rules, one.path); });
    return changes;
}

QString changeNote(const std::vector<RequestChange> &changes)
{
    QStringList sentences;
    for (const RequestChange &change : changes)
        sentences.append(sentenceOf(change));
    return sentences.join(u' ');
}

domain::Findings lockedChanges(const FilingRules &rules, const std::vector<RequestChange> &changes, const QString &pool,
                               const QString &status, const QString &stage)
{
    domain::Findings findings;
    for (const RequestChange &change : changes) {
        const Editability edit = editability(rules, change.path, status, stage);
        if (edit.open)
            continue;
        const QString filed = change.before.isEmpty() ? u"empty"_s : QString(u'"' + shortened(change.before) + u'"');
        findings.push_back(
            {u"filed-field-locked"_s, Severity::Error, u"records/"_s + pool + u'/' + change.path,
             change.label + u" was filed as "_s + filed
                 + (change.after.isEmpty() ? u" and is left out now. "_s : u" and is another now. "_s) + edit.why,
             change.before.isEmpty() ? QString(u"Empty "_s + change.label + u" again."_s)
                                     : QString(u"Set "_s + change.label + u" back to "_s + filed + u'.')});
    }
    return findings;
}

domain::Findings lockedUpdate(const FilingRules &rules, const QByteArray &stored, const QByteArray &request,
                              const QString &status)
{
    const auto inLifeCycle = [](const QByteArray &bytes, QLatin1StringView key) {
        return QJsonDocument::fromJson(bytes)[u"LifeCycle"_s][key].toString();
    };
    const QString resent = inLifeCycle(request, "ReviewStatus"_L1);
    const QString review = resent.isEmpty() ? inLifeCycle(stored, "ReviewStatus"_L1) : resent;
    std::vector<RequestChange> changes = requestChanges(rules, stored, request);
    std::erase_if(changes, [&rules](const RequestChange &change) { return rules.outsideUpdate.contain(change.path); });
    domain::Findings findings = lockedChanges(
        rules, changes, {}, status.isEmpty() ? statusOfAws(rules, review) : status, inLifeCycle(stored, "Stage"_L1));
    for (domain::Finding &finding : findings) {
        finding.rule = u"ace/ACTION_NOT_PERMITTED/locked-field"_s;
        finding.field.remove(0, finding.field.indexOf(u"//"_s) + 2);
    }
    return findings;
}

} // namespace filing
