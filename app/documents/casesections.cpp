#include "documents/casesections.h"

#include "documents/formats.h"
#include "documents/sections.h"
#include "domain/names.h"

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

/// Whether the question has a word of the label: "Starts on", "When do you start?"
bool namesField(const QString &question, const QString &label)
{
    constexpr qsizetype kStem = 4; // "Starts", "start"; "State", "stating"
    const QStringList words = label.toLower().split(u' ');
    return std::ranges::any_of(words, [&question](const QString &word) {
        return word.size() >= kStem && question.contains(word.first(kStem), Qt::CaseInsensitive);
    });
}

QString wholeQuestion(const domain::Worksheet &worksheet, const call::Question &question)
{
    constexpr qsizetype kSpeaksForItself = 24;
    const bool isShort = !question.own && question.text.size() < kSpeaksForItself;
    const QString label = isShort ? domain::fieldLabel(worksheet, question.path) : QString();
    // What was noted about a field without a question is asked for by its label alone.
    const bool isWhole = label.isEmpty() || question.text.startsWith(label) || namesField(question.text, label);
    return isWhole ? question.text : QString(label + u": " + question.text);
}

} // namespace

bool isCustomers(const QString &path)
{
    for (const QString &other : {u"records"_s, u"partner"_s, u"facts"_s, u"funding"_s}) {
        if (path == other || path.startsWith(QString(other + u'/')))
            return false;
    }
    return true;
}

std::vector<call::Question> customersQuestions(const CaseInput &input, const std::vector<call::Question> &open)
{
    std::vector<call::Question> asked;
    for (const call::Question &question : open) {
        if ((question.follow && !question.unknown) || !isCustomers(question.path))
            continue;
        asked.push_back(question);
        asked.back().text = wholeQuestion(input.worksheet, question);
    }
    return call::byTopic(asked);
}

Section questionSection(const QString &head, const CaseInput &input, const std::vector<call::Question> &open)
{
    Section made = section(head);
    QStringList items;
    for (const call::Question &question : customersQuestions(input, open))
        items.append(question.topic.isEmpty() ? question.text : QString(question.topic + u": " + question.text));
    made.blocks.push_back(items.isEmpty() ? Block(Paragraphs{{Text(u"Nothing: every question is answered."_s)}})
                                          : Block(numbered(items)));
    return made;
}

bool hasPocPlan(const CaseInput &input, const records::Record &record)
{
    const catalogue::Programme *programme = input.programmes.find(record.programme);
    return record.kind == records::RecordKind::Opportunity && programme && programme->proofOfConcept;
}

std::optional<Brief> buildCaseDocument(CaseDocument kind, const CaseInput &input,
                                       const std::vector<call::Question> &open)
{
    switch (kind) {
    case CaseDocument::StackSummary:
        if (input.stack.records.empty())
            return std::nullopt;
        return stackSummary(input);
    case CaseDocument::FounderSheet: return founderSheet(input, open);
    case CaseDocument::CallSummary: return callSummary(input, open);
    case CaseDocument::PocPlan: break;
    }
    return std::nullopt;
}

} // namespace documents
