#include "session/takefacts.h"

#include "domain/fieldpath.h"
#include "domain/identifiers.h"
#include "session/fieldlists.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"

#include <algorithm>

namespace session {

using call::Of;
using call::Proposal;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestNote = 2000;

QString noteOf(const QString &line)
{
    return line.simplified().left(kLongestNote);
}

class Taker {
public:
    Taker(const Worksheet &before, TakenFacts &taken, const QString &note)
        : m_before(before), m_taken(taken), m_sheet(taken.after), m_note(note)
    {
    }

    void take(const Proposal &proposal)
    {
        const QString path = pathOf(proposal);
        TakenFact fact;
        fact.path = path;
        if (proposal.of == Of::Pool) {
            fact.label = u"Program"_s;
            fact.before = hasPool(m_before, proposal.entry) ? proposal.entry : QString();
            fact.shown = proposal.entry;
        } else {
            const auto info = fieldInfo(m_sheet, path);
            fact.label = info ? QString::fromLatin1(info->meta.label) : path;
            fact.before = fieldText(m_before, path); // an entry that is made for it has its name at once
            set(proposal, path, fact);
            fact.shown = fieldText(m_sheet, path);
        }
        if (!fact.error && proposal.of != Of::Pool)
            setFactStatus(m_sheet, path, proposal.status, m_note);
        m_taken.facts.push_back(std::move(fact));
    }

private:
    void set(const Proposal &proposal, const QString &path, TakenFact &fact)
    {
        QString value = proposal.value;
        if (proposal.key == "alternatives"_L1 && !fact.before.isEmpty() && !fact.before.split(u'\n').contains(value))
            value = fact.before + u'\n' + value;
        Worksheet candidate = m_sheet;
        clearAlternatives(candidate, proposal);
        if (const FieldResult done = setFieldText(candidate, path, value); !done)
            fact.error = done.error();
        else
            m_sheet = std::move(candidate);
    }

    /// Requests a day, or users and their actions: never both.
    void clearAlternatives(Worksheet &sheet, const Proposal &proposal) const
    {
        if (proposal.of != Of::Workload)
            return;
        const QString base = pathOfWorkload();
        const auto clear = [&](const QString &key) {
            (void)setFieldText(sheet, base + key, {});
            sheet.facts.erase(base + key);
        };
        if (proposal.key == "requestsPerDay"_L1) {
            clear(u"users"_s);
            clear(u"actionsPerUserPerDay"_s);
        } else if (proposal.key == "users"_L1) {
            clear(u"requestsPerDay"_s);
        }
    }

    QString pathOf(const Proposal &proposal)
    {
        switch (proposal.of) {
        case Of::Company: return u"company/"_s + proposal.key;
        case Of::Aws: return u"aws/"_s + proposal.key;
        case Of::UseCase: return useCase(proposal) + proposal.key;
        case Of::Workload: return workload(proposal) + proposal.key;
        case Of::Step: return step(proposal) + u'/' + proposal.key;
        case Of::Service: return service(proposal.entry) + u'/' + proposal.key;
        case Of::Credit: return credit(proposal.entry) + u'/' + proposal.key;
        case Of::Pool: break;
        }
        return pool(proposal.entry);
    }

    QString useCase(const Proposal &proposal)
    {
        if (m_taken.place.useCase.isEmpty()) {
            const QString title = proposal.of == Of::UseCase && proposal.key == "title"_L1 ? proposal.value : QString();
            m_taken.place.useCase = addEntry(m_sheet, u"useCases"_s, 1000, title).value_or(QString());
        }
        return u"useCases/"_s + m_taken.place.useCase + u'/';
    }

    QString pathOfWorkload() const
    {
        return u"useCases/"_s + m_taken.place.useCase + u"/workloads/"_s + m_workload + u'/';
    }

    QString workload(const Proposal &proposal)
    {
        const QString list = useCase(proposal) + u"workloads"_s;
        if (!proposal.entry.isEmpty() && proposal.of == Of::Workload) {
            m_workload = named(list, proposal.entry);
        } else {
            if (m_taken.place.workload.isEmpty())
                m_taken.place.workload = addEntry(m_sheet, list, 1000, {}).value_or(QString());
            m_workload = m_taken.place.workload;
        }
        return pathOfWorkload();
    }

    /// The workload of that name, made when there is none.
    QString named(const QString &list, const QString &name)
    {
        for (const QString &id : listIds(m_sheet, list)) {
            if (fieldText(m_sheet, list + u'/' + id + u"/name"_s).compare(name, Qt::CaseInsensitive) == 0)
                return id;
        }
        return addEntry(m_sheet, list, 1000, name).value_or(QString());
    }

    QString step(const Proposal &proposal)
    {
        const QString list = workload(proposal) + u"steps"_s;
        if (!listIds(m_sheet, list).contains(proposal.entry))
            (void)addEntry(m_sheet, list, 1000, proposal.entry);
        return list + u'/' + proposal.entry;
    }

    QString service(const QString &name)
    {
        const QString list = u"footprint"_s;
        for (const QString &id : listIds(m_sheet, list)) {
            if (fieldText(m_sheet, list + u'/' + id + u"/service"_s).compare(name, Qt::CaseInsensitive) == 0)
                return list + u'/' + id;
        }
        const QString path = list + u'/' + addEntry(m_sheet, list, 1000, name).value_or(QString());
        if (name.contains("Marketplace"_L1)) // purchases there take no credits
            (void)setFieldText(m_sheet, path + u"/creditEligible"_s, u"false"_s);
        return path;
    }

    QString credit(const QString &programme)
    {
        const QString list = u"aws/priorCredits"_s;
        const QString id = domain::slugOf(programme);
        if (!listIds(m_sheet, list).contains(id))
            (void)addEntry(m_sheet, list, 1000, programme);
        return list + u'/' + id;
    }

    static bool hasPool(const Worksheet &sheet, const QString &programme)
    {
        return std::ranges::find(sheet.funding.pools, programme, &domain::PoolRequest::programme)
            != sheet.funding.pools.end();
    }

    QString pool(const QString &programme)
    {
        const QString list = u"funding/pools"_s;
        for (const domain::PoolRequest &one : m_sheet.funding.pools) {
            if (one.programme == programme)
                return list + u'/' + one.id;
        }
        return list + u'/' + addEntry(m_sheet, list, 1000, programme).value_or(QString());
    }

    const Worksheet &m_before;
    TakenFacts &m_taken;
    Worksheet &m_sheet;
    QString m_note;
    QString m_workload; ///< that the last path went through
};

} // namespace

TakenFacts takeFacts(const Worksheet &before, const std::vector<Proposal> &proposals, const FactPlace &place,
                     const QString &note)
{
    TakenFacts taken{before, {}, place};
    Taker taker(before, taken, noteOf(note));
    for (const Proposal &proposal : proposals)
        taker.take(proposal);
    return taken;
}

std::vector<FactPlace> factPlaces(const Worksheet &worksheet)
{
    std::vector<FactPlace> places;
    for (const domain::UseCase &useCase : worksheet.useCases) {
        for (const domain::Workload &workload : useCase.workloads)
            places.push_back({useCase.id, workload.id});
    }
    places.push_back({worksheet.useCases.empty() ? QString() : worksheet.useCases.back().id, {}});
    return places;
}

Worksheet withQuotes(const Worksheet &before, const std::map<QString, ports::Evidence> &evidence, const QString &callId,
                     const QString &said, bool mayQuote)
{
    Worksheet after = before;
    for (auto &[path, fact] : after.facts) {
        const auto line = evidence.find(path);
        if (line == evidence.end() || line->second.callId != callId)
            continue;
        const QString words = noteOf(line->second.text);
        if (fact.note == (mayQuote ? said : words))
            fact.note = mayQuote ? words : said;
    }
    return after;
}

void setFactStatus(Worksheet &worksheet, const QString &path, domain::FactStatus status, const QString &note)
{
    if (!domain::namesSomething(worksheet, path))
        return;
    domain::Fact &fact = worksheet.facts[path];
    fact.status = status;
    if (!note.isEmpty())
        fact.note = note;
}

} // namespace session
