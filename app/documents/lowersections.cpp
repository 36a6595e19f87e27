// The stack and the partner.
#include "documents/formats.h"
#include "documents/sections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

/// The program's short name; with what tells them apart when the stack has it twice.
QString recordName(const RecordView &view, const records::Record &record)
{
    const catalogue::Programme *programme = view.input.programmes.find(record.programme);
    QString name = programme && !programme->shortName.isEmpty() ? programme->shortName : record.programme;
    const auto &all = view.input.stack.records;
    const auto same = std::count_if(all.begin(), all.end(), [&record](const records::Record &other) {
        return other.programme == record.programme;
    });
    if (same < 2)
        return name;
    QStringList titles;
    for (const QString &id : view.plan.pools[size_t(record.pool)].useCases) {
        if (const domain::UseCase *useCase = view.useCase(id); useCase && !useCase->title.isEmpty())
            titles.append(view.insideSentence(useCase->title));
    }
    return titles.isEmpty() ? name : QString(name + u": " + listed(titles));
}

QString shortWindow(const RecordView &view, const funding::Pool &pool)
{
    const int first = std::min(pool.firstSizedMonth(), view.projection.months);
    return monthRangeShort(view.month(first), view.month(std::max(pool.lastMonth, first)));
}

/// Whole dollars of what a record states; as the table of payers prints it where that is the same amount.
qint64 printedStatement(const RecordView &view, const records::Record &record)
{
    const auto payer = std::ranges::find(view.payers, view.poolName(record.pool), &PayerRow::name);
    const bool pays = record.statedMonth >= 1 && payer != view.payers.end();
    const size_t at = pays ? size_t(payer - view.payers.begin()) : 0;
    return view.asPrinted(record.statedMonthlySpend, record.statedMonth, at, pays ? at + 1 : at);
}

/// "* A month: record 1 in March (its window's end), record 2 in December 2027."
QString statedNote(const RecordView &view)
{
    QStringList parts;
    std::vector<const records::Record *> stated;
    for (const records::Record &record : view.input.stack.records) {
        if (record.kind == records::RecordKind::Opportunity && record.statedMonth >= 1)
            stated.push_back(&record);
    }
    for (size_t i = 0; i < stated.size(); ++i) {
        const records::Record &record = *stated[i];
        const funding::Pool &pool = view.plan.pools[size_t(record.pool)];
        const domain::Month month = view.month(record.statedMonth);
        const bool yearFollows = i + 1 < stated.size() && view.month(stated[i + 1]->statedMonth).year() == month.year();
        QString part = u"record "_s + QString::number(record.number) + u" in "
                     + (yearFollows ? monthName(month) : monthAndYear(month));
        if (pool.earmarked && record.statedMonth == pool.lastMonth)
            part += u" (its window\u2019s end)"_s;
        parts.append(part);
    }
    return parts.isEmpty() ? QString() : QString(u"* A month: "_s + parts.join(u", "_s) + u'.');
}

QString personName(const QString &first, const QString &last, const QString &title)
{
    const QString name = QString(first + u' ' + last).trimmed();
    if (name.isEmpty())
        return title;
    return title.isEmpty() ? name : QString(name + u", " + title);
}

} // namespace

Section stackSection(const RecordView &view)
{
    Section section;
    section.kind = SectionKind::Stack;
    section.head = u"The stack"_s;
    Table table;
    table.kind = TableKind::Stack;
    table.columns = {{QString(), ColumnKind::Number},
                     {u"Record"_s, ColumnKind::Label},
                     {u"Ask"_s, ColumnKind::Figure},
                     {u"Window"_s, ColumnKind::Figure},
                     {u"Stated in ACE*"_s, ColumnKind::Figure}};
    int opportunities = 0;
    bool hasOthers = false;
    for (const records::Record &record : view.input.stack.records) {
        const funding::Pool &pool = view.plan.pools[size_t(record.pool)];
        const bool isOwn = &record == &view.record || record.poolId == view.record.poolId;
        const bool isFiled = record.kind == records::RecordKind::Opportunity;
        opportunities += isFiled ? 1 : 0;
        hasOthers = hasOthers || !isFiled;
        Row row;
        const auto add = [&](const QString &text) { row.cells.push_back({text, isOwn, {}, Fill::None}); };
        add(isFiled ? QString::number(record.number) : QString());
        add(recordName(view, record));
        add(pool.ask.isZero() ? u"\u2013"_s : tableDollars(qint64(domain::divideHalfEven(pool.ask.cents(), 100))));
        add(shortWindow(view, pool));
        add(isFiled ? tableDollars(printedStatement(view, record)) : u"\u2013"_s);
        table.rows.push_back(std::move(row));
    }
    section.blocks.push_back(std::move(table));
    const QString distinction = view.record.distinction.trimmed();
    if (!distinction.isEmpty())
        section.blocks.push_back(Paragraphs{{Text(withReadableDates(distinction))}});
    else if (opportunities == 1)
        section.blocks.push_back(Paragraphs{{Text(u"This is the only record of the case."_s)}});
    QStringList notes{statedNote(view)};
    if (hasOthers)
        notes.append(u"Without a number: the founder applies, no record in ACE."_s);
    notes.removeAll(QString());
    if (!notes.isEmpty())
        section.blocks.push_back(Note{Text(notes.join(u' '))});
    return section;
}

Section partnerSection(const RecordView &view)
{
    const domain::Partner &partner = view.worksheet.partner;
    Section section;
    section.kind = SectionKind::Partner;
    section.head = u"Partner"_s;
    LabelledList list;
    const auto add = [&list](const QString &label, const QString &text) {
        if (!text.isEmpty())
            list.rows.push_back({label, Text(text)});
    };
    add(u"Partner"_s, partner.name.isEmpty() ? u"Not stated"_s : partner.name);
    if (partner.tier) {
        const bool access = partner.aceAccess.value_or(false);
        add(u"Tier"_s, tierName(*partner.tier) + (access ? u", with ACE access"_s : QString()));
    }
    add(u"Solution"_s,
        view.record.solutionIds.isEmpty() ? partner.solutionIds.join(u", "_s) : view.record.solutionIds.join(u", "_s));
    if (partner.owner)
        add(u"Owner"_s, personName(partner.owner->firstName, partner.owner->lastName, partner.owner->title));
    for (const domain::Contact &contact : view.worksheet.contacts)
        add(u"Customer"_s, personName(contact.firstName, contact.lastName, contact.title));
    section.blocks.push_back(std::move(list));
    return section;
}

} // namespace documents
