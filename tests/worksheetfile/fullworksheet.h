// A worksheet in which every field of the one list is given, each list with one entry: filled by walking that list, so
// that a new field is in it without being named here. Only what excludes or refers to each other is put right by hand.
#pragma once

#include "domain/fields.h"
#include "domain/identifiers.h"

#include <concepts>
#include <type_traits>

namespace support {

template <class Struct>
concept OwnFields = std::is_class_v<Struct> && !requires(const Struct &value)
{
    value.has_value();
};

class Filler {
public:
    void operator()(const domain::FieldMeta &meta, QString &text, domain::TextLimits limits)
    {
        using namespace Qt::StringLiterals;
        switch (limits.form) {
        case domain::TextForm::Any: text = QString::fromLatin1(meta.key) + u" \u00e9\U0001F680"_s; return;
        case domain::TextForm::Identifier: text = u"id-"_s + QString::number(++m_ids); return;
        case domain::TextForm::AccountId: text = u"111122223333"_s; return;
        case domain::TextForm::Duns: text = u"123456789"_s; return;
        case domain::TextForm::Region: text = u"eu-central-1"_s; return;
        case domain::TextForm::Country: text = u"DE"_s; return;
        case domain::TextForm::Industry: text = u"Life Sciences"_s; return;
        case domain::TextForm::Phone: text = u"+12065550100"_s; return;
        }
    }
    template <std::integral Integer>
    void operator()(const domain::FieldMeta &, Integer &number, domain::IntegerLimits limits)
    {
        number = static_cast<Integer>(limits.least);
    }
    void operator()(const domain::FieldMeta &, domain::Decimal &number, domain::DecimalLimits limits)
    {
        number = limits.most;
    }
    void operator()(const domain::FieldMeta &, domain::Money &amount, domain::MoneyLimits)
    {
        amount = domain::Money::fromCents(12'345);
    }
    void operator()(const domain::FieldMeta &, bool &flag, domain::NoLimits) { flag = true; }
    void operator()(const domain::FieldMeta &, QDate &date, domain::NoLimits) { date = QDate(2026, 11, 22); }
    void operator()(const domain::FieldMeta &, domain::Month &month, domain::NoLimits)
    {
        month = domain::Month(2027, 1);
    }
    void operator()(const domain::FieldMeta &, domain::CountRange &range, domain::IntegerLimits limits)
    {
        range = {limits.least, limits.most};
    }
    void operator()(const domain::FieldMeta &meta, QStringList &texts, domain::ListOfTextLimits)
    {
        texts = {QString::fromLatin1(meta.key)};
    }
    void operator()(const domain::FieldMeta &, std::map<QString, domain::Fact> &facts, domain::NoLimits)
    {
        domain::visitFields(facts[QStringLiteral("company/headcount")], *this);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const domain::FieldMeta &, Enum &value, domain::NoLimits) { value = static_cast<Enum>(1); }
    template <class T, class Limits>
    void operator()(const domain::FieldMeta &meta, std::optional<T> &value, Limits limits)
    {
        operator()(meta, value.emplace(), limits);
    }
    template <class Struct>
    void operator()(const domain::FieldMeta &, std::vector<Struct> &list, domain::ListLimits)
    {
        domain::visitFields(list.emplace_back(), *this);
    }
    template <OwnFields Struct>
    void operator()(const domain::FieldMeta &, Struct &value, domain::NoLimits)
    {
        domain::visitFields(value, *this);
    }

private:
    int m_ids = 0;
};

/// Every field given, but of two alternatives (requestsPerDay and users, item and monthlyUsd) the first.
inline domain::Worksheet fullWorksheet()
{
    domain::Worksheet sheet;
    Filler filler;
    domain::visitFields(sheet, filler);
    domain::UseCase &useCase = sheet.useCases[0];
    domain::Workload &workload = useCase.workloads[0];
    workload.users.reset();
    workload.actionsPerUserPerDay.reset();
    workload.inputTokens = domain::kTokenLimits.most; // no prefix is longer
    workload.toMonth = static_cast<int>(domain::kMonthLimits.most);
    useCase.services[0].monthlyUsd.reset();
    useCase.services[0].toMonth = workload.toMonth;
    useCase.services[0].id = QStringLiteral("service-1");
    sheet.footprint[0].monthlyUsd.reset();
    sheet.footprint[0].toMonth = workload.toMonth;
    sheet.footprint[0].id = QStringLiteral("footprint-1");
    sheet.funding.months = static_cast<int>(domain::kMonthLimits.most);
    sheet.funding.pools[0].useCases = QStringList{useCase.id};
    sheet.records[0].pool = sheet.funding.pools[0].id;
    return sheet;
}

} // namespace support
