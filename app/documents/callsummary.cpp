// The summary of the scoping call: every fact as it stands with its status, what is assumed, what is still open.
#include "documents/casesections.h"
#include "documents/formats.h"
#include "documents/sections.h"
#include "worksheetfile/difference.h"

using namespace Qt::StringLiterals;

namespace documents {

namespace {

using worksheetfile::FieldChange;

QString statusOf(const domain::Worksheet &worksheet, const QString &path)
{
    const auto fact = worksheet.facts.find(path);
    if (fact == worksheet.facts.end() || fact->second.status == domain::FactStatus::Stated)
        return {};
    switch (fact->second.status) {
    case domain::FactStatus::Implied: return u" (implied)"_s;
    case domain::FactStatus::Assumed: return u" (assumed)"_s;
    case domain::FactStatus::Unknown: return u" (unknown)"_s;
    case domain::FactStatus::Stated: break;
    }
    return {};
}

/// A section per part of the worksheet and per entry of its lists: "Answers", of "Use cases, Support assistant".
void addFacts(Brief &brief, const CaseInput &input)
{
    QStringList part;
    for (const FieldChange &fact : worksheetfile::difference(domain::Worksheet(), input.worksheet)) {
        const bool isId = fact.path.endsWith(u"/id"_s);
        if (fact.kind != FieldChange::Kind::Changed || fact.after.trimmed().isEmpty() || isId
            || !isCustomers(fact.path)) // it says what the customer said
            continue;
        if (brief.sections.empty() || fact.above != part) {
            part = fact.above;
            QStringList above = part;
            const QString head = above.isEmpty() ? u"Facts"_s : above.takeLast();
            brief.sections.push_back(section(head, above.join(u", "_s)));
            brief.sections.back().blocks.push_back(LabelledList());
        }
        std::get<LabelledList>(brief.sections.back().blocks.front())
            .rows.push_back({fact.label, Text(writtenFact(fact, input) + statusOf(input.worksheet, fact.path))});
    }
}

QStringList notedFacts(const domain::Worksheet &worksheet)
{
    QStringList items;
    for (const auto &[path, fact] : worksheet.facts) {
        if (fact.status != domain::FactStatus::Stated && !fact.note.trimmed().isEmpty())
            items.append(fact.note.trimmed());
    }
    items.removeDuplicates(); // several facts of one line of notes
    return items;
}

} // namespace

QString writtenFact(const FieldChange &fact, const CaseInput &input)
{
    constexpr QLatin1StringView kDollars = "US dollars"_L1;
    if (fact.path == u"company/stage"_s && input.worksheet.company.stage)
        return stageName(*input.worksheet.company.stage);
    if (fact.path == u"company/country"_s)
        return countryName(fact.after);
    if (const auto share = domain::Decimal::parse(fact.after); share && fact.unit == u"share"_s)
        return percentOf(*share);
    if (fact.path.endsWith(u"/programme"_s))
        return programmeName(input, fact.after);
    if (fact.unit.startsWith(kDollars)) {
        const auto money = domain::Money::parse(fact.after);
        const QString per = fact.unit.mid(kDollars.size());
        return (money ? textCents(*money) : fact.after) + per;
    }
    bool isNumber = false;
    const qint64 number = fact.after.toLongLong(&isNumber);
    if (isNumber && !fact.unit.isEmpty() && fact.unit != u"year"_s)
        return grouped(number) + u' ' + fact.unit;
    const bool showsUnit = !fact.unit.isEmpty() && fact.unit != u"year"_s;
    return withReadableDates(fact.after) + (showsUnit ? QString(u' ' + fact.unit) : QString());
}

Brief callSummary(const CaseInput &input, const std::vector<call::Question> &open)
{
    Brief brief;
    brief.band.program = u"Scoping call"_s;
    brief.band.title = input.worksheet.company.name + u": the facts as they stand";
    brief.band.facts = {{u"Partner"_s, orNotStated(input.worksheet.partner.name)},
                        {u"Prepared"_s, longDate(input.asOf)}};
    addFacts(brief, input);
    if (const QStringList noted = notedFacts(input.worksheet); !noted.isEmpty()) {
        Section assumed = section(u"Assumed, implied or unknown"_s);
        assumed.blocks.push_back(numbered(noted));
        brief.sections.push_back(std::move(assumed));
    }
    brief.sections.push_back(questionSection(u"Still open"_s, input, open));
    finish(brief, input, u"Scoping call"_s);
    return brief;
}

} // namespace documents
