#include "documents/casesections.h"

#include "documents/formats.h"
#include "documents/sections.h"
#include "domain/entryids.h"
#include "domain/fielddefaults.h"
#include "domain/fields.h"

using namespace Qt::StringLiterals;

namespace documents {

void finish(Brief &brief, const CaseInput &input, const QString &name)
{
    const QString dot = u" \u00b7 "_s;
    brief.paper = paperOf(input.worksheet);
    brief.properties.title = input.worksheet.company.name + u": " + name;
    brief.properties.subject = name;
    brief.properties.author = input.worksheet.partner.name;
    brief.properties.keywords = {input.worksheet.company.name, name, u"AWS credits"_s};
    brief.properties.date = input.asOf;
    brief.footerLeft = input.worksheet.company.name + dot + name + dot + u"Prepared " + shortDate(input.asOf);
    QStringList right{u"Revision "_s + QString::number(input.revision)};
    if (!input.shortHash.isEmpty())
        right.append(input.shortHash);
    if (input.projection.rateBookAsOf.isValid())
        right.append(u"Rate book "_s + shortDate(input.projection.rateBookAsOf));
    brief.footerRight = right.join(dot);
}

QString programmeName(const CaseInput &input, const QString &programme)
{
    const catalogue::Programme *found = input.programmes.find(programme);
    return found && !found->name.isEmpty() ? found->name : programme;
}

domain::Money totalAsk(const funding::FundingPlan &plan)
{
    domain::Money sum;
    for (const funding::Pool &pool : plan.pools)
        sum += pool.ask;
    return sum;
}

Section section(const QString &head, const QString &subline)
{
    Section made;
    made.head = head;
    made.subline = subline;
    return made;
}

NumberedList numbered(const QStringList &items)
{
    NumberedList list;
    for (const QString &item : items)
        list.items.push_back({ItemStatus::None, Text(item)});
    return list;
}

namespace {

bool isEmpty(const QString &text)
{
    return text.trimmed().isEmpty();
}
template <class T>
bool isEmpty(const std::optional<T> &value)
{
    return !value;
}
bool isEmpty(const QStringList &list)
{
    return list.isEmpty();
}
template <class T>
bool isEmpty(const T &)
{
    return false; // has a default, or is a struct or list of its own fields
}

/// Asks for every field of one struct that has a question and no value.
template <class Struct>
void ask(const Struct &fields, const QString &prefix, const QString &about, const domain::Worksheet &worksheet,
         bool inWorkload, std::vector<OpenQuestion> &open)
{
    domain::visitFields(fields, [&](const domain::FieldMeta &meta, const auto &value, auto) {
        const QString question = QString::fromUtf8(meta.question);
        const QString path = prefix + QString::fromUtf8(meta.key);
        const auto fact = worksheet.facts.find(path);
        const bool unknown = fact != worksheet.facts.end() && fact->second.status == domain::FactStatus::Unknown;
        // A use case's scope is its text; a workload's is where its profile runs.
        const bool isOptional = domain::hasDefault(QString::fromUtf8(meta.key))
                             && (inWorkload || path.startsWith(u"company/"_s) || path.startsWith(u"aws/"_s));
        if (!question.isEmpty() && (unknown || (isEmpty(value) && !isOptional)))
            open.push_back({path, about, question});
    });
}

void askAboutWorkload(const domain::Workload &workload, const QString &prefix, const domain::Worksheet &worksheet,
                      std::vector<OpenQuestion> &open)
{
    std::vector<OpenQuestion> asked;
    ask(workload, prefix, workload.name.isEmpty() ? workload.id : workload.name, worksheet, true, asked);
    // Of two alternatives one answer is enough.
    const bool hasVolume = workload.requestsPerDay || workload.users;
    std::erase_if(asked, [hasVolume](const OpenQuestion &question) {
        return hasVolume
            && (question.path.endsWith(u"/requestsPerDay"_s) || question.path.endsWith(u"/users"_s)
                || question.path.endsWith(u"/actionsPerUserPerDay"_s));
    });
    open.insert(open.end(), asked.begin(), asked.end());
}

} // namespace

std::vector<OpenQuestion> openQuestions(const domain::Worksheet &worksheet)
{
    std::vector<OpenQuestion> open;
    ask(worksheet.company, u"company/"_s, {}, worksheet, false, open);
    if (worksheet.company.country != u"US"_s)
        std::erase_if(open, [](const OpenQuestion &question) { return question.path == u"company/state"_s; });
    ask(worksheet.aws, u"aws/"_s, {}, worksheet, false, open);
    for (const domain::UseCase &useCase : worksheet.useCases) {
        const QString prefix = u"useCases/"_s + useCase.id + u'/';
        ask(useCase, prefix, useCase.title.isEmpty() ? useCase.id : useCase.title, worksheet, false, open);
        for (const domain::Workload &workload : useCase.workloads)
            askAboutWorkload(workload, prefix + u"workloads/" + workload.id + u'/', worksheet, open);
    }
    return open;
}

bool hasPocPlan(const CaseInput &input, const records::Record &record)
{
    const catalogue::Programme *programme = input.programmes.find(record.programme);
    return record.kind == records::RecordKind::Opportunity && programme && programme->proofOfConcept;
}

std::optional<Brief> buildCaseDocument(CaseDocument kind, const CaseInput &input)
{
    switch (kind) {
    case CaseDocument::StackSummary:
        if (input.stack.records.empty())
            return std::nullopt;
        return stackSummary(input);
    case CaseDocument::FounderSheet: return founderSheet(input);
    case CaseDocument::CallSummary: return callSummary(input);
    case CaseDocument::PocPlan: break;
    }
    return std::nullopt;
}

} // namespace documents
