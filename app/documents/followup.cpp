#include "documents/followup.h"

#include "documents/casesections.h"
#include "documents/formats.h"
#include "worksheetfile/difference.h"

#include <QHash>

namespace documents {

using call::Question;
using worksheetfile::FieldChange;
using namespace Qt::StringLiterals;

namespace {

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

/// The values to confirm: "Requests a day: 5,000 requests per day".
std::vector<Question> confirmations(const CaseInput &input, const std::vector<Question> &presumed)
{
    const QHash<QString, FieldChange> known = knownFacts(input.worksheet);
    std::vector<Question> confirmed;
    for (const Question &fact : presumed) {
        const auto value = known.constFind(fact.path);
        if (value == known.constEnd() || !isCustomers(fact.path))
            continue;
        confirmed.push_back(fact);
        confirmed.back().text = fact.text + u": "_s + writtenFact(*value, input);
    }
    return call::byTopic(confirmed);
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

QString questionLines(const std::vector<Question> &asked, const QString &company)
{
    QString text;
    QString head;
    int number = 0;
    for (const Question &question : asked) {
        const QString topic = question.own ? u"And besides"_s : question.topic.isEmpty() ? company : question.topic;
        if (number == 0 || topic != head)
            text += topic + u"\n\n"_s;
        head = topic;
        text += QString::number(++number) + u". "_s + question.text + u"\n   > \n\n"_s;
    }
    return text;
}

QString presumedLines(const std::vector<Question> &presumed)
{
    QString text;
    for (const Question &fact : presumed)
        text +=
            u"- "_s + (fact.topic.isEmpty() ? QString() : QString(fact.topic + u", "_s)) + fact.text + u"\n   > \n\n"_s;
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

FollowUp followUp(const CaseInput &input, const std::vector<Question> &open, const std::vector<Question> &presumed)
{
    const domain::Worksheet &worksheet = input.worksheet;
    const domain::Contact *contact = reader(worksheet);
    const std::vector<Question> asked = customersQuestions(input, open);
    const std::vector<Question> toConfirm = confirmations(input, presumed);
    FollowUp mail;
    mail.questions = static_cast<int>(asked.size());
    if (contact && !contact->email.isEmpty())
        mail.to.append(contact->email);
    mail.subject = worksheet.company.name + u": facts for the AWS credits"_s;
    mail.text = greeting(contact) + u"thank you for your time. "_s;
    if (!asked.empty())
        mail.text +=
            u"To ask AWS for the credits we still need a few facts. Please write each answer below its question; "
            "\u201Cnot known\u201D is an answer too. The attached worksheet takes the same answers, if you like that "
            "better.\n\n"_s
            + questionLines(asked, worksheet.company.name);
    else
        mail.text += u"We have every fact that we need to ask AWS for the credits.\n\n"_s;
    if (!toConfirm.empty())
        mail.text +=
            u"This we assumed for now. Please correct below it what is wrong:\n\n"_s + presumedLines(toConfirm);
    mail.text += signature(worksheet.partner);
    return mail;
}

} // namespace documents
