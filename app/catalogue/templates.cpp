#include "catalogue/templates.h"

#include "domain/identifiers.h"
#include "json/objectreader.h"

#include <algorithm>

namespace catalogue {

using domain::Decimal;
using domain::InputProblem;
using domain::ServiceUse;
using domain::Workload;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostCalls = 1'000'000'000;
constexpr qint64 kMostTokens = 10'000'000;

std::optional<Decimal> decimal(ObjectReader &object, QLatin1StringView key)
{
    return object.optionalDecimal<Decimal>(key, &Decimal::parse, u"a decimal as text, such as \"0.5\""_s);
}

TemplateWorkload workloadOf(ObjectReader &object)
{
    TemplateWorkload read;
    Workload &workload = read.workload;
    workload.id = object.text("id"_L1);
    workload.name = object.text("name"_L1);
    read.models = object.texts("models"_L1);
    workload.requestsPerDay = object.optionalInteger("requestsPerDay"_L1, 0, kMostCalls);
    workload.users = object.optionalInteger("users"_L1, 0, kMostCalls);
    workload.actionsPerUserPerDay = decimal(object, "actionsPerUserPerDay"_L1);
    workload.callsPerRequest = object.optionalInteger("callsPerRequest"_L1, 1, 1000);
    workload.daysPerMonth = decimal(object, "daysPerMonth"_L1);
    workload.inputTokens = object.integer("inputTokens"_L1, 0, kMostTokens);
    workload.outputTokens = object.integer("outputTokens"_L1, 0, kMostTokens);
    workload.batchShare = decimal(object, "batchShare"_L1);
    return read;
}

ServiceUse serviceOf(ObjectReader &object)
{
    ServiceUse service;
    service.service = object.text("service"_L1);
    service.item = object.text("item"_L1);
    service.quantity = decimal(object, "quantity"_L1);
    return service;
}

bool isAboutSomething(const UseCaseTemplate &pattern, const QString &field)
{
    const auto names = [&field](const QString &place) { return field == place || field.startsWith(place + u'/'); };
    return std::any_of(pattern.workloads.begin(), pattern.workloads.end(),
                       [&](const TemplateWorkload &entry) { return names(u"workloads/"_s + entry.workload.id); })
        || std::any_of(pattern.services.begin(), pattern.services.end(),
                       [&](const ServiceUse &service) { return field == u"services/"_s + service.item; });
}

UseCaseTemplate templateOf(ObjectReader &object, const QHash<QString, QString> &sources, Problem &problem)
{
    UseCaseTemplate pattern;
    pattern.id = object.text("id"_L1);
    pattern.name = object.text("name"_L1);
    pattern.summary = object.text("summary"_L1);
    QStringList ids;
    object.objects("workloads"_L1, [&](ObjectReader &reader) {
        pattern.workloads.push_back(workloadOf(reader));
        const QString id = pattern.workloads.back().workload.id;
        if (ids.contains(id))
            problem.raise(InputProblem::DuplicateId, reader.path("id"_L1), id, {});
        ids.append(id);
    });
    object.objects("services"_L1, [&pattern](ObjectReader &reader) { pattern.services.push_back(serviceOf(reader)); });
    object.objects("assumptions"_L1, [&](ObjectReader &reader) {
        TemplateAssumption read{reader.text("field"_L1), reader.text("says"_L1), reader.text("source"_L1)};
        if (!isAboutSomething(pattern, read.field))
            problem.raise(InputProblem::UnknownReference, reader.path("field"_L1), read.field, ids.join(u", "_s));
        if (!sources.contains(read.source))
            problem.raise(InputProblem::UnknownReference, reader.path("source"_L1), read.source,
                          QStringList(sources.keys()).join(u", "_s));
        read.source = sources.value(read.source);
        pattern.assumptions.push_back(std::move(read));
    });
    return pattern;
}

QString pricedModel(const QStringList &models, const TemplatePlace &place)
{
    for (const QString &id : models) {
        const Model *model = place.book.model(id);
        if (model
            && (model->row(place.region, domain::Scope::Regional) || model->row(place.region, domain::Scope::Global)))
            return model->id;
    }
    return {};
}

/// `workloads/answers/inputTokens` becomes `useCases/<id>/workloads/answers-2/inputTokens`.
QString factPath(const QString &field, const QHash<QString, QString> &idOf, const QString &useCaseId)
{
    const QString base = u"useCases/"_s + useCaseId + u'/';
    const QStringList parts = field.split(u'/');
    if (parts.constFirst() == u"workloads")
        return base + u"workloads/"_s + idOf.value(u"workloads/"_s + parts.value(1)) + u'/' + parts.value(2);
    return base + u"services/"_s + idOf.value(field) + u"/quantity"_s;
}

} // namespace

const UseCaseTemplate *Templates::find(const QString &templateId) const
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&templateId](const UseCaseTemplate &pattern) { return pattern.id == templateId; });
    return found == list.end() ? nullptr : &*found;
}

domain::Result<Templates, domain::InputError> readTemplates(QByteArrayView bytes)
{
    const auto root = json::parse(bytes);
    if (!root)
        return domain::Unexpected(root.error());
    Problem problem;
    Templates templates;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-templates"_s});
    object.integer("version"_L1, 1, 1);
    templates.id = object.text("id"_L1);
    templates.asOf = object.text("asOf"_L1);
    QHash<QString, QString> sources;
    object.textMembers("sources"_L1, [&sources](const QString &key, const QString &words) { sources[key] = words; });
    object.objects("templates"_L1, [&](ObjectReader &reader) {
        UseCaseTemplate read = templateOf(reader, sources, problem);
        if (templates.find(read.id))
            problem.raise(InputProblem::DuplicateId, reader.path("id"_L1), read.id, {});
        templates.list.push_back(std::move(read));
    });
    object.finish();
    if (problem.error)
        return domain::Unexpected(*problem.error);
    return templates;
}

FilledTemplate fill(const UseCaseTemplate &pattern, const TemplatePlace &place)
{
    FilledTemplate filled;
    QSet<QString> taken(place.takenIds.begin(), place.takenIds.end());
    QHash<QString, QString> idOf; // by place in the template
    for (const TemplateWorkload &entry : pattern.workloads) {
        Workload workload = entry.workload;
        workload.id = domain::freeName(workload.id, taken);
        workload.model = pricedModel(entry.models, place);
        idOf.insert(u"workloads/"_s + entry.workload.id, workload.id);
        filled.workloads.push_back(std::move(workload));
    }
    for (const ServiceUse &entry : pattern.services) {
        ServiceUse service = entry;
        service.id = domain::freeName(domain::slugOf(entry.service), taken);
        const Item *item = place.book.item(entry.item);
        if (!item || !item->price(place.region)) {
            service.item.clear();
            service.quantity.reset();
        }
        idOf.insert(u"services/"_s + entry.item, service.id);
        filled.services.push_back(std::move(service));
    }
    for (const TemplateAssumption &assumption : pattern.assumptions) {
        filled.facts.insert_or_assign(
            factPath(assumption.field, idOf, place.useCaseId),
            domain::Fact{domain::FactStatus::Assumed, assumption.says + u' ' + assumption.source + u'.'});
    }
    return filled;
}

} // namespace catalogue
