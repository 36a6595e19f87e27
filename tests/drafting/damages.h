// What is done to copies of sound requests: one thing that is wrong, and the field that it is wrong in.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace drafting {

using namespace Qt::StringLiterals;

/// One thing that is wrong, and the field that both readings must name.
struct Damage {
    QString operation;
    QStringList place; ///< keys; a number is a list's index
    QJsonValue value;  ///< undefined: the key is taken away
    QString field;
};

inline const std::vector<Damage> &damages()
{
    const QJsonValue gone = QJsonValue(QJsonValue::Undefined);
    static const std::vector<Damage> kDamages{
        {u"create"_s, {u"Catalog"_s}, gone, u"Catalog"_s},
        {u"create"_s, {u"ClientToken"_s}, QString(256, u't'), u"ClientToken"_s},
        {u"create"_s, {u"Surprise"_s}, u"x"_s, u"Surprise"_s},
        {u"create"_s,
         {u"Customer"_s, u"Account"_s, u"CompanyName"_s},
         QString(121, u'n'),
         u"Customer.Account.CompanyName"_s},
        {u"create"_s, {u"Customer"_s, u"Account"_s, u"Industry"_s}, u"Softwares"_s, u"Customer.Account.Industry"_s},
        {u"create"_s, {u"Customer"_s, u"Account"_s, u"Duns"_s}, u"12345678"_s, u"Customer.Account.Duns"_s},
        {u"create"_s,
         {u"Customer"_s, u"Account"_s, u"Address"_s, u"CountryCode"_s},
         u"KP"_s,
         u"Customer.Account.Address.CountryCode"_s},
        {u"create"_s, {u"Project"_s, u"Title"_s}, gone, u"Project.Title"_s},
        {u"create"_s,
         {u"Project"_s, u"CustomerBusinessProblem"_s},
         u"too short"_s,
         u"Project.CustomerBusinessProblem"_s},
        {u"create"_s,
         {u"Project"_s, u"ExpectedCustomerSpend"_s, u"0"_s, u"Amount"_s},
         u"1,000"_s,
         u"Project.ExpectedCustomerSpend[0].Amount"_s},
        {u"create"_s,
         {u"Project"_s, u"ExpectedCustomerSpend"_s, u"0"_s, u"CurrencyCode"_s},
         7,
         u"Project.ExpectedCustomerSpend[0].CurrencyCode"_s},
        {u"create"_s,
         {u"Project"_s, u"ExpectedCustomerSpend"_s, u"0"_s, u"EstimationUrl"_s},
         u"https://x.example"_s,
         u"Project.ExpectedCustomerSpend[0].EstimationUrl"_s},
        {u"create"_s, {u"Project"_s, u"DeliveryModels"_s, u"0"_s}, u"SaaS"_s, u"Project.DeliveryModels[0]"_s},
        {u"create"_s, {u"LifeCycle"_s, u"TargetCloseDate"_s}, u"2027-13-01"_s, u"LifeCycle.TargetCloseDate"_s},
        {u"create"_s, {u"LifeCycle"_s, u"Stage"_s}, u""_s, u"LifeCycle.Stage"_s},
        {u"create"_s,
         {u"OpportunityTeam"_s, u"0"_s, u"Email"_s},
         u"Pat@partner.example"_s,
         u"OpportunityTeam[0].Email"_s},
        {u"update"_s, {u"Identifier"_s}, u"1234"_s, u"Identifier"_s},
        {u"update"_s, {u"LastModifiedDate"_s}, gone, u"LastModifiedDate"_s},
        {u"update"_s, {u"OpportunityType"_s}, u"Renewal"_s, u"OpportunityType"_s},
        {u"engagement"_s, {u"AwsSubmission"_s, u"InvolvementType"_s}, u"CoSell"_s, u"AwsSubmission.InvolvementType"_s},
        {u"engagement"_s, {u"Identifier"_s}, gone, u"Identifier"_s},
    };
    return kDamages;
}

inline QJsonValue damaged(const QJsonValue &holder, const QStringList &place, const QJsonValue &value)
{
    if (place.isEmpty())
        return value;
    const QStringList rest = place.mid(1);
    if (holder.isArray()) {
        QJsonArray list = holder.toArray();
        list[place.front().toInt()] = damaged(list[place.front().toInt()], rest, value);
        return list;
    }
    QJsonObject object = holder.toObject();
    const QJsonValue made = damaged(object.value(place.front()), rest, value);
    if (made.isUndefined())
        object.remove(place.front());
    else
        object.insert(place.front(), made);
    return object;
}

} // namespace drafting
