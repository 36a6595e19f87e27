// The summary of the scoping call: what is still open, what is assumed, and every fact as it stands with its status.
#include "documents/casesections.h"
#include "documents/formats.h"
#include "documents/sections.h"
#include "domain/names.h"
#include "worksheetfile/difference.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <optional>

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

/// Facts that stand together in the worksheet: "Answers", of "Use cases, Support assistant, Workloads".
struct Part {
    QStringList above;
    std::vector<FieldChange> facts;
};

std::vector<Part> partsOf(const domain::Worksheet &worksheet)
{
    std::vector<Part> parts;
    for (const FieldChange &fact : worksheetfile::difference(domain::Worksheet(), worksheet)) {
        const bool isId = fact.path.endsWith(u"/id"_s);
        if (fact.kind != FieldChange::Kind::Changed || fact.after.trimmed().isEmpty() || isId
            || !isCustomers(fact.path)) // it says what the customer said
            continue;
        const auto same = std::ranges::find(parts, fact.above, &Part::above);
        if (same == parts.end())
            parts.push_back({fact.above, {fact}});
        else
            same->facts.push_back(fact);
    }
    return parts;
}

/// Whether the entry's name says the fact already.
bool isInName(const QString &name, const FieldChange &fact)
{
    return name == fact.after || (name.contains(u' ') && name.split(u' ').contains(fact.after) && fact.unit.isEmpty());
}

/// A fact's label before its value, without what the row's name says already: "Last round", "Low and high".
QString labelWithin(const QString &name, const QString &label)
{
    if (label == name)
        return {};
    const QString suffix = u", "_s + name.toLower();
    return (label.endsWith(suffix) ? label.chopped(suffix.size()) : label) + u' ';
}

/// The facts of a small entry in one row: "Amazon EC2: Monthly amount $2,200.00 per month; Growth a month 3%".
std::optional<LabelledText> rowOf(const Part &part, const CaseInput &input)
{
    constexpr qsizetype kMostLetters = 190; // two lines
    if (part.above.size() < 2)
        return std::nullopt;
    const QString name = part.above.last();
    QString label = name;
    bool isNamed = false;
    QStringList said;
    for (const FieldChange &fact : part.facts) {
        const QString status = statusOf(input.worksheet, fact.path);
        const bool isNumber = !fact.unit.isEmpty();
        if (isInName(name, fact) && status.isEmpty() && !(isNumber && isNamed)) {
            if (isNumber) // a number alone is no name: "Launch steps, month 3"
                label = part.above.at(part.above.size() - 2) + u", " + fact.label.toLower() + u' ' + name;
            else if (name == fact.after)
                label = writtenFact(fact, input); // the program's name for its id
            isNamed = true;
            continue;
        }
        said.append(labelWithin(name, fact.label) + writtenFact(fact, input) + status);
    }
    const QString text = said.join(u"; "_s);
    if (text.isEmpty() || text.size() > kMostLetters || text.contains(u'\n'))
        return std::nullopt;
    return LabelledText{label, Text(text)};
}

/// The section of that name, made when it is not there yet.
std::vector<LabelledText> &rowsUnder(Brief &brief, QStringList above)
{
    const QString head = above.isEmpty() ? u"Facts"_s : above.takeLast();
    const QString subline = above.join(u", "_s);
    auto found = std::ranges::find_if(
        brief.sections, [&](const Section &each) { return each.head == head && each.subline == subline; });
    if (found == brief.sections.end()) {
        brief.sections.push_back(section(head, subline));
        brief.sections.back().blocks.push_back(LabelledList());
        found = std::prev(brief.sections.end());
    }
    return std::get<LabelledList>(found->blocks.front()).rows;
}

/// A section per part of the worksheet; small entries of a list are rows of the list's, or of what the list belongs to.
void addFacts(Brief &brief, const CaseInput &input)
{
    const std::vector<Part> parts = partsOf(input.worksheet);
    const auto isPart = [&parts](const QStringList &above) {
        return std::ranges::find(parts, above, &Part::above) != parts.end();
    };
    for (const Part &part : parts) {
        if (const auto row = rowOf(part, input)) {
            QStringList list = part.above;
            list.removeLast();
            const QStringList owner = list.first(list.size() - 1);
            constexpr qsizetype kDeep = 4; // a workload's own: under its facts
            rowsUnder(brief, owner.size() >= kDeep && isPart(owner) ? owner : list).push_back(*row);
            continue;
        }
        std::vector<LabelledText> &rows = rowsUnder(brief, part.above);
        for (const FieldChange &fact : part.facts) {
            const QString status = statusOf(input.worksheet, fact.path);
            if (!part.above.isEmpty() && fact.after == part.above.last() && status.isEmpty())
                continue; // the head
            rows.push_back({fact.label, Text(writtenFact(fact, input) + status)});
        }
    }
}

/// What was not simply said, with what it rests on: "Assistant answers, Growth a month: 4% (assumed); no plan yet"
QStringList notedFacts(const CaseInput &input)
{
    QStringList items;
    QSet<QString> known;
    for (const Part &part : partsOf(input.worksheet)) {
        for (const FieldChange &fact : part.facts) {
            const auto noted = input.worksheet.facts.find(fact.path);
            if (noted == input.worksheet.facts.end() || noted->second.status == domain::FactStatus::Stated)
                continue;
            known.insert(fact.path);
            const QString where = part.above.isEmpty() ? QString() : QString(part.above.last() + u", ");
            const QString note = noted->second.note.trimmed();
            items.append(where + fact.label + u": " + writtenFact(fact, input) + statusOf(input.worksheet, fact.path)
                         + (note.isEmpty() ? QString() : QString(u"; "_s + note)));
        }
    }
    // What is not known has no value, but a note: "will ask finance".
    for (const auto &[path, fact] : input.worksheet.facts) {
        if (fact.status == domain::FactStatus::Stated || fact.note.trimmed().isEmpty() || known.contains(path)
            || !isCustomers(path))
            continue;
        const QString label = domain::fieldLabel(input.worksheet, path);
        items.append((label.isEmpty() ? path : label) + u':' + statusOf(input.worksheet, path) + u"; "_s
                     + fact.note.trimmed());
    }
    return items;
}

/// "3500 to 8000" with the figures in groups.
std::optional<QString> writtenRange(const QString &text)
{
    const QStringList ends = text.split(u" to "_s);
    bool isLow = false;
    bool isHigh = false;
    if (ends.size() != 2)
        return std::nullopt;
    const qint64 low = ends.first().toLongLong(&isLow);
    const qint64 high = ends.last().toLongLong(&isHigh);
    if (!isLow || !isHigh)
        return std::nullopt;
    return grouped(low) + u" to " + grouped(high);
}

/// The names of models for the ids in a list of them.
QString modelNames(const QString &ids, const catalogue::RateBook &rates)
{
    QStringList names = ids.split(u", "_s);
    for (QString &one : names) {
        if (const catalogue::Model *model = rates.model(one))
            one = model->name;
    }
    return names.join(u", "_s);
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
    if (fact.path.endsWith(u"/model"_s) || fact.path.endsWith(u"/alternatives"_s))
        return modelNames(fact.after, input.rates);
    if (fact.path.endsWith(u"/programme"_s))
        return programmeName(input, fact.after);
    if (fact.unit.startsWith(kDollars)) {
        const auto money = domain::Money::parse(fact.after);
        const QString per = fact.unit.mid(kDollars.size());
        return (money ? textCents(*money) : fact.after) + per;
    }
    if (const auto range = writtenRange(fact.after))
        return *range + (fact.unit.isEmpty() ? QString() : QString(u' ' + fact.unit));
    if (fact.path.endsWith(u"ccountId"_s))
        return accountId(fact.after);
    bool isNumber = false;
    const qint64 number = fact.after.toLongLong(&isNumber);
    // The label says it: "Founded 2022", "To month 3".
    const bool showsUnit = !fact.unit.isEmpty() && fact.unit != u"year"_s && fact.unit != u"month of the projection"_s;
    if (isNumber && showsUnit)
        return grouped(number) + u' ' + fact.unit;
    return withReadableDates(fact.after) + (showsUnit ? QString(u' ' + fact.unit) : QString());
}

Brief callSummary(const CaseInput &input, const std::vector<call::Question> &open)
{
    Brief brief;
    brief.band.program = u"Scoping call"_s;
    brief.band.title = input.worksheet.company.name + u": the facts as they stand";
    brief.band.facts = {{u"Partner"_s, orNotStated(input.worksheet.partner.name)},
                        {u"Prepared"_s, longDate(input.asOf)}};
    brief.sections.push_back(questionSection(u"Still open"_s, input, open));
    if (const QStringList noted = notedFacts(input); !noted.isEmpty()) {
        Section assumed = section(u"Assumed, implied or unknown"_s);
        assumed.blocks.push_back(numbered(noted));
        brief.sections.push_back(std::move(assumed));
    }
    addFacts(brief, input);
    finish(brief, input, u"Scoping call"_s);
    return brief;
}

} // namespace documents
