#include "documents/followup.h"

#include "documents/casesections.h"
#include "documents/formats.h"
#include "domain/fieldat.h"
#include "worksheetfile/difference.h"

#include <QHash>

#include <algorithm>

namespace documents {

using domain::FactStatus;
using worksheetfile::FieldChange;
using namespace Qt::StringLiterals;

namespace {

/// The figures hang on these most: what is sized.
bool isVolume(const QString &path)
{
    static const QStringList kKeys{u"requestsPerDay"_s, u"users"_s,        u"actionsPerUserPerDay"_s,
                                   u"inputTokens"_s,    u"outputTokens"_s, u"model"_s};
    return path.contains(u"/workloads/"_s) && kKeys.contains(path.section(u'/', -1));
}

/// How much an answer is worth: 0 most.
int weightOf(const CallBack &open, const domain::Worksheet &worksheet)
{
    if (isVolume(open.path))
        return 0;
    bool isRecords = false;
    domain::visitFieldAt(worksheet, open.path, [&isRecords](const domain::FieldMeta &meta, const auto &, const auto &) {
        isRecords = *meta.ace != '\0';
    });
    return isRecords ? 1 : 2;
}

/// Whose fact it is, as a line of the mail has it.
QString aboutOf(const FieldChange &fact)
{
    return fact.path.startsWith(u"useCases/"_s) && !fact.above.isEmpty() ? fact.above.last() : QString();
}

/// The fields that are known, by path.
QHash<QString, FieldChange> knownFacts(const domain::Worksheet &worksheet)
{
    QHash<QString, FieldChange> facts;
    for (const FieldChange &fact : worksheetfile::difference(domain::Worksheet(), worksheet)) {
        if (fact.kind == FieldChange::Kind::Changed && !fact.after.trimmed().isEmpty())
            facts.insert(fact.path, fact);
    }
    return facts;
}

/// A field that was noted as unknown and has no question of its own.
CallBack askedByLabel(const domain::Worksheet &worksheet, const QString &path)
{
    CallBack open{path, {}, {}, false};
    domain::visitFieldAt(worksheet, path, [&open](const domain::FieldMeta &meta, const auto &, const auto &) {
        open.question = QString::fromLatin1(meta.label) + u'?';
    });
    return open;
}

/// A question that only makes sense after the one before it is led by the field's label: "Out of scope: What is not?"
QString wholeQuestion(const domain::Worksheet &worksheet, const OpenQuestion &open)
{
    constexpr qsizetype kSpeaksForItself = 24;
    if (open.question.size() >= kSpeaksForItself)
        return open.question;
    QString label;
    domain::visitFieldAt(worksheet, open.path, [&label](const domain::FieldMeta &meta, const auto &, const auto &) {
        label = QString::fromLatin1(meta.label);
    });
    return label.isEmpty() ? open.question : QString(label + u": "_s + open.question);
}

/// Facts that somebody noted about a field: unknown ones are asked for, assumed and implied ones are to be confirmed.
std::vector<CallBack> notedFacts(const CaseInput &input, const QSet<QString> &asked)
{
    const QHash<QString, FieldChange> known = knownFacts(input.worksheet);
    std::vector<CallBack> noted;
    for (const auto &[path, fact] : input.worksheet.facts) {
        if (fact.status == FactStatus::Stated || asked.contains(path))
            continue;
        if (const auto value = known.constFind(path); value != known.constEnd() && fact.status != FactStatus::Unknown)
            noted.push_back({path, aboutOf(*value), value->label + u": "_s + writtenFact(*value, input), true});
        else if (CallBack open = askedByLabel(input.worksheet, path); !open.question.isEmpty())
            noted.push_back(std::move(open));
    }
    return noted;
}

const domain::Contact *reader(const domain::Worksheet &worksheet)
{
    for (const domain::Contact &contact : worksheet.contacts) {
        if (contact.role == domain::ContactRole::Founder && !contact.email.isEmpty())
            return &contact;
    }
    for (const domain::Contact &contact : worksheet.contacts) {
        if (!contact.email.isEmpty())
            return &contact;
    }
    return worksheet.contacts.empty() ? nullptr : &worksheet.contacts.front();
}

/// Topics in the order in which they first come.
QStringList topicsOf(const std::vector<CallBack> &list, bool assumed)
{
    QStringList topics;
    for (const CallBack &open : list) {
        if (open.isAssumed == assumed && !topics.contains(open.about))
            topics.append(open.about);
    }
    return topics;
}

QString questionLines(const std::vector<CallBack> &list, const QString &company)
{
    QString text;
    int number = 0;
    for (const QString &topic : topicsOf(list, false)) {
        text += (topic.isEmpty() ? company : topic) + u"\n\n"_s;
        for (const CallBack &open : list) {
            if (!open.isAssumed && open.about == topic)
                text += QString::number(++number) + u". "_s + open.question + u"\n   > \n\n"_s;
        }
    }
    return text;
}

QString assumedLines(const std::vector<CallBack> &list)
{
    QString text;
    for (const QString &topic : topicsOf(list, true)) {
        for (const CallBack &open : list) {
            if (open.isAssumed && open.about == topic)
                text += u"- "_s + (topic.isEmpty() ? QString() : QString(topic + u", "_s)) + open.question
                      + u"\n   > \n\n"_s;
        }
    }
    return text;
}

QString greeting(const domain::Contact *contact)
{
    return contact && !contact->firstName.trimmed().isEmpty() ? u"Hello "_s + contact->firstName.trimmed() + u",\n\n"_s
                                                              : u"Hello,\n\n"_s;
}

QString signature(const domain::Partner &partner)
{
    QString text = u"Best regards\n"_s;
    if (partner.owner) {
        const QString name = QString(partner.owner->firstName + u' ' + partner.owner->lastName).trimmed();
        text += name.isEmpty() ? QString() : QString(name + u'\n');
    }
    return text + (partner.name.isEmpty() ? QString() : QString(partner.name + u'\n'));
}

} // namespace

std::vector<CallBack> callBackList(const CaseInput &input)
{
    std::vector<CallBack> list;
    QSet<QString> asked;
    for (const OpenQuestion &question : openQuestions(input.worksheet)) {
        list.push_back({question.path, question.about, wholeQuestion(input.worksheet, question), false});
        asked.insert(question.path);
    }
    for (CallBack &noted : notedFacts(input, asked))
        list.push_back(std::move(noted));
    std::ranges::stable_sort(list, {}, [&input](const CallBack &open) { return weightOf(open, input.worksheet); });
    return list;
}

FollowUp followUp(const CaseInput &input)
{
    const domain::Worksheet &worksheet = input.worksheet;
    const domain::Contact *contact = reader(worksheet);
    const std::vector<CallBack> list = callBackList(input);
    const auto questions =
        static_cast<int>(std::ranges::count_if(list, [](const CallBack &open) { return !open.isAssumed; }));
    const bool hasAssumed = questions < static_cast<int>(list.size());
    FollowUp mail;
    mail.questions = questions;
    if (contact && !contact->email.isEmpty())
        mail.to.append(contact->email);
    mail.subject = worksheet.company.name + u": facts for the AWS credits"_s;
    mail.text = greeting(contact) + u"thank you for your time. "_s;
    if (questions > 0)
        mail.text +=
            u"To ask AWS for the credits we still need a few facts. Please write each answer below its question; "
            "\u201Cnot known\u201D is an answer too. The attached worksheet takes the same answers, if you like that "
            "better.\n\n"_s
            + questionLines(list, worksheet.company.name);
    else
        mail.text += u"We have every fact that we need to ask AWS for the credits.\n\n"_s;
    if (hasAssumed)
        mail.text += u"This we assumed for now. Please correct below it what is wrong:\n\n"_s + assumedLines(list);
    mail.text += signature(worksheet.partner);
    return mail;
}

} // namespace documents
