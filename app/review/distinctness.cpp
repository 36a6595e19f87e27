#include "review/distinctness.h"

#include "domain/defaults.h"
#include "records/english.h"
#include "review/distinctnessfindings.h"
#include "review/rewrite.h"

#include <algorithm>
#include <array>

namespace review {

using domain::UseCase;
using domain::Worksheet;
using records::Record;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFields{TextField::Problem, TextField::Scope, TextField::Metric};

void addWords(QSet<QString> &known, const QString &text)
{
    for (const Word &word : wordsOf(text))
        known.insert(word.key);
}

/// What two records of one company cannot help sharing.
QSet<QString> knownWords(const Worksheet &worksheet)
{
    QSet<QString> known;
    for (const QString &text : {worksheet.company.name, worksheet.company.website, worksheet.partner.name,
                                worksheet.aws.accountId, domain::regionOf(worksheet.aws)})
        addWords(known, text);
    return known;
}

/// Whether all of a text are the same words, however few.
bool sameWords(const QString &first, const QString &second)
{
    const std::vector<Word> a = wordsOf(first);
    const std::vector<Word> b = wordsOf(second);
    return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Word &left, const Word &right) {
        return left.key == right.key;
    });
}

/// The sentences that the program composes alike for every record: what is requested, and the volume that production is
/// measured by, which quotes the bar of the proof of concept.
bool isComposedAlike(const QString &text, const TextRange &range, bool measuresVolume)
{
    for (const TextRange &sentence : records::sentenceRanges(text)) {
        if (range.start < sentence.start || range.start >= sentence.end())
            continue;
        const QStringView words = QStringView(text).mid(sentence.start, sentence.length);
        return words.startsWith("Requested: "_L1) || (measuresVolume && words.startsWith("Expected outcome: "_L1));
    }
    return false;
}

const domain::RecordFacts *ownWording(const Worksheet &worksheet, const QString &poolId)
{
    const auto found = std::find_if(worksheet.records.begin(), worksheet.records.end(),
                                    [&poolId](const domain::RecordFacts &own) { return own.pool == poolId; });
    return found == worksheet.records.end() ? nullptr : &*found;
}

/// The metric of a record that carries production is its volume, unless the partner words another.
bool measuresVolume(const Worksheet &worksheet, const Record &record)
{
    const domain::RecordFacts *own = ownWording(worksheet, record.poolId);
    return !record.target.isEmpty() && (!own || own->successMetric.isEmpty());
}

void compareText(TextField field, const QString &first, const QString &second, bool volume, const QSet<QString> &known,
                 Comparison &comparison)
{
    if (field == TextField::Metric && volume)
        return;
    for (const SharedSentence &shared : sharedSentences(first, second, known)) {
        if (field == TextField::Problem
            && (isComposedAlike(second, shared.inSecond, volume) || isComposedAlike(first, shared.inFirst, false)))
            continue;
        comparison.shared.push_back({field, shared, second.mid(shared.inSecond.start, shared.inSecond.length)});
    }
    const bool all = sameWords(first, second);
    const bool any = std::any_of(comparison.shared.begin(), comparison.shared.end(),
                                 [field](const SharedText &shared) { return shared.field == field; });
    if (all && !any) // too short for a sentence, and yet the same
        comparison.shared.push_back({field, {{0, first.size()}, {0, second.size()}, true}, second});
    if (field == TextField::Metric)
        comparison.sameMetric = all || any;
    if (field == TextField::Scope)
        comparison.sameScope = all || any;
}

/// A use case that both records are about.
bool shareUseCase(const funding::FundingPlan &plan, const Worksheet &worksheet, const Record &a, const Record &b)
{
    const funding::Pool &first = plan.pools[static_cast<std::size_t>(a.pool)];
    const funding::Pool &second = plan.pools[static_cast<std::size_t>(b.pool)];
    return std::any_of(worksheet.useCases.begin(), worksheet.useCases.end(), [&](const UseCase &useCase) {
        return (!first.earmarked || first.useCases.contains(useCase.id))
            && (!second.earmarked || second.useCases.contains(useCase.id));
    });
}

std::vector<int> linesInBoth(const Record &a, const Record &b)
{
    std::vector<int> lines;
    if (a.statedMonth != b.statedMonth)
        return lines;
    for (const int line : a.statedLines) {
        if (std::find(b.statedLines.begin(), b.statedLines.end(), line) != b.statedLines.end())
            lines.push_back(line);
    }
    return lines;
}

QString programName(const DistinctnessInput &input, const Record &record)
{
    const catalogue::Programme *programme = input.programmes.find(record.programme);
    const QString name = programme && !programme->shortName.isEmpty() ? programme->shortName : record.programme;
    const bool several = std::count_if(input.stack.records.begin(), input.stack.records.end(),
                                       [&record](const Record &other) { return other.programme == record.programme; })
                       > 1;
    return several ? QString(name + u" ("_s + record.poolId + u')') : name;
}

/// "Bedrock POC is the proof of concept of ..., January to March 2027, $13,237.83 a month in March 2027"
QString factsOf(const DistinctnessInput &input, const Record &record)
{
    const funding::Pool &pool = input.plan.pools[static_cast<std::size_t>(record.pool)];
    return programName(input, record) + u" is for "_s + record.subject + u", "_s
         + records::monthSpan(input.projection.monthAt(pool.firstSizedMonth()),
                              input.projection.monthAt(pool.lastMonth))
         + u", and states "_s + records::exactDollars(record.statedMonthlySpend) + u" a month as of "_s
         + records::monthAndYear(input.projection.monthAt(record.statedMonth));
}

QString lineNames(const DistinctnessInput &input, const std::vector<int> &lines)
{
    QStringList names;
    for (const int line : lines)
        names.append(records::plain(input.projection.lines[static_cast<std::size_t>(line)].name));
    return records::listed(names);
}

QString differenceOf(const DistinctnessInput &input, const Record &a, const Record &b, const std::vector<int> &lines)
{
    const QString end = lines.empty() ? u"no line is stated by both for the same month"_s
                                      : QString(u"both state "_s + lineNames(input, lines));
    return factsOf(input, a) + u"; "_s + factsOf(input, b) + u"; "_s + end + u'.';
}

Comparison compareRecords(const DistinctnessInput &input, int first, int second, const QSet<QString> &known)
{
    const Record &a = input.stack.records[static_cast<std::size_t>(first)];
    const Record &b = input.stack.records[static_cast<std::size_t>(second)];
    Comparison comparison;
    comparison.first = first;
    comparison.second = second;
    comparison.firstName = programName(input, a);
    comparison.secondName = programName(input, b);
    comparison.linesInBoth = linesInBoth(a, b);
    for (const TextField field : kFields)
        compareText(field, textOf(a, field), textOf(b, field), measuresVolume(input.worksheet, b), known, comparison);
    comparison.sameDates = a.startsOn && a.endsOn && a.startsOn == b.startsOn && a.endsOn == b.endsOn
                        && shareUseCase(input.plan, input.worksheet, a, b);
    comparison.difference = differenceOf(input, a, b, comparison.linesInBoth);
    return comparison;
}

Comparison compareFiled(const DistinctnessInput &input, const FiledRecord &filed, int index, int second,
                        const QSet<QString> &known)
{
    const Record &b = input.stack.records[static_cast<std::size_t>(second)];
    Comparison comparison;
    comparison.second = second;
    comparison.filed = index;
    comparison.firstName = filed.name;
    comparison.secondName = programName(input, b);
    for (const TextField field : kFields)
        compareText(field, textOf(filed, field), textOf(b, field), measuresVolume(input.worksheet, b), known,
                    comparison);
    return comparison;
}

} // namespace

QString nameOf(TextField field)
{
    switch (field) {
    case TextField::Problem: return u"business problem"_s;
    case TextField::Scope: return u"scope"_s;
    case TextField::Metric: break;
    }
    return u"success metric"_s;
}

const QString &textOf(const Record &record, TextField field)
{
    switch (field) {
    case TextField::Problem: return record.businessProblem;
    case TextField::Scope: return record.inScope;
    case TextField::Metric: break;
    }
    return record.metric;
}

const QString &textOf(const FiledRecord &filed, TextField field)
{
    switch (field) {
    case TextField::Problem: return filed.businessProblem;
    case TextField::Scope: return filed.scope;
    case TextField::Metric: break;
    }
    return filed.metric;
}

Comparison compared(const DistinctnessInput &input, int first, int second)
{
    return compareRecords(input, first, second, knownWords(input.worksheet));
}

Distinctness distinctness(const DistinctnessInput &input, const std::vector<FiledRecord> &filed)
{
    Distinctness result;
    const QSet<QString> known = knownWords(input.worksheet);
    const int count = static_cast<int>(input.stack.records.size());
    const auto isAce = [&input](int index) {
        return input.stack.records[static_cast<std::size_t>(index)].kind == records::RecordKind::Opportunity;
    };
    for (int second = 0; second < count; ++second) {
        if (!isAce(second))
            continue;
        for (int first = 0; first < second; ++first) {
            if (!isAce(first))
                continue;
            Comparison comparison = compareRecords(input, first, second, known);
            comparison.proposal = rewriteOf(input, comparison);
            result.comparisons.push_back(std::move(comparison));
        }
        for (std::size_t i = 0; i < filed.size(); ++i) {
            // A record filed again is the same record.
            if (filed[i].poolId != input.stack.records[static_cast<std::size_t>(second)].poolId)
                result.comparisons.push_back(compareFiled(input, filed[i], static_cast<int>(i), second, known));
        }
    }
    result.findings = distinctnessFindings(input, result.comparisons);
    return result;
}

} // namespace review
