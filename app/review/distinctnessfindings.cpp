#include "review/distinctnessfindings.h"

#include "records/english.h"

#include <algorithm>
#include <array>

namespace review {

using domain::Findings;
using domain::Severity;
using domain::Worksheet;
using records::Record;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kExcerpt = 90;

QString excerpt(const QString &text)
{
    const QString words = records::withoutStop(records::plain(text));
    const QString start = records::leftCodePoints(words, kExcerpt);
    return u'"' + (start.size() < words.size() ? QString(start.trimmed() + u'\u2026') : words) + u'"';
}

QLatin1StringView keyOf(TextField field)
{
    switch (field) {
    case TextField::Problem: return "problem"_L1;
    case TextField::Scope: return "scope"_L1;
    case TextField::Metric: break;
    }
    return "successMetric"_L1;
}

/// The field that the shared text was typed into: the record's own wording, else the use case's text that holds it.
QString fieldOf(const Worksheet &worksheet, const Record &record, const SharedText &shared)
{
    const QString own = u"records/"_s + record.poolId + u'/' + keyOf(shared.field);
    for (const domain::RecordFacts &facts : worksheet.records) {
        const bool worded = shared.field == TextField::Problem ? !facts.problem.isEmpty()
                          : shared.field == TextField::Scope   ? !facts.scope.isEmpty()
                                                               : !facts.successMetric.isEmpty();
        if (facts.pool == record.poolId && worded)
            return own;
    }
    struct Text {
        QLatin1StringView key;
        QString domain::UseCase::*text;
    };
    constexpr std::array kTexts{
        Text{"problem"_L1, &domain::UseCase::problem},   Text{"whyNow"_L1, &domain::UseCase::whyNow},
        Text{"solution"_L1, &domain::UseCase::solution}, Text{"successMetric"_L1, &domain::UseCase::successMetric},
        Text{"scope"_L1, &domain::UseCase::scope},       Text{"baseline"_L1, &domain::UseCase::baseline}};
    // The last that holds it: the one that came later is the one to reword.
    for (auto useCase = worksheet.useCases.rbegin(); useCase != worksheet.useCases.rend(); ++useCase) {
        for (const Text &entry : kTexts) {
            const QString text = records::plain((*useCase).*entry.text);
            if (!text.isEmpty()
                && (text.contains(records::withoutStop(records::plain(shared.text)), Qt::CaseInsensitive)
                    || !sharedSentences(text, shared.text, {}).empty()))
                return u"useCases/"_s + useCase->id + u'/' + entry.key;
        }
    }
    return own;
}

class Collector {
public:
    Collector(const DistinctnessInput &input, const Comparison &comparison, Findings &findings)
        : m_input(input),
          m_comparison(comparison),
          m_record(input.stack.records[static_cast<std::size_t>(comparison.second)]),
          m_findings(findings)
    {
    }

    void lines()
    {
        if (m_comparison.linesInBoth.empty())
            return;
        QStringList names;
        for (const int line : m_comparison.linesInBoth)
            names.append(records::plain(m_input.projection.lines[static_cast<std::size_t>(line)].name));
        m_findings.push_back({u"records-state-same-lines"_s, Severity::Error, u"funding/pools/"_s + m_record.poolId,
                              m_comparison.secondName + u" and "_s + m_comparison.firstName + u" both state "_s
                                  + records::listed(names) + u" for the same month."_s,
                              u"Move the window of one of the two, or earmark it to another use case."_s});
    }

    void texts(TextField field, const QString &rule, const QString &way)
    {
        std::vector<const SharedText *> shared;
        for (const SharedText &text : m_comparison.shared) {
            if (text.field == field)
                shared.push_back(&text);
        }
        if (shared.empty())
            return;
        const bool filed = m_comparison.filed >= 0;
        const QString count =
            shared.size() == 1 ? u"A sentence"_s : QString(QString::number(shared.size()) + u" sentences"_s);
        m_findings.push_back(
            {filed ? u"repeats-filed-text"_s : rule, Severity::Warning,
             fieldOf(m_input.worksheet, m_record, *shared.front()),
             count + u" of the "_s + nameOf(field) + u" of "_s + m_comparison.secondName
                 + (shared.size() == 1 ? u" stands in "_s : u" stand in "_s) + m_comparison.firstName + u" too: "_s
                 + excerpt(shared.front()->text) + (shared.size() > 1 ? u" and others."_s : QString(u"."_s)),
             filed ? u"Say what is new since then: AWS closes a record that repeats one as a duplicate."_s
                   : fixOf(way)});
    }

    void dates()
    {
        if (!m_comparison.sameDates)
            return;
        m_findings.push_back(
            {u"records-share-dates"_s, Severity::Warning, u"funding/pools/"_s + m_record.poolId + u"/months"_s,
             m_comparison.secondName + u" and "_s + m_comparison.firstName
                 + u" are about the same use case in the same dates, "_s + records::longDate(*m_record.startsOn)
                 + u" to "_s + records::longDate(*m_record.endsOn) + u": that reads as a duplicate."_s,
             u"Give "_s + m_comparison.secondName
                 + u" a window of its own: production begins where the proof of concept ends."_s});
    }

private:
    QString fixOf(const QString &way) const
    {
        if (m_comparison.proposal.empty())
            return way;
        return u"Take the wording that the facts give: this record is for "_s + m_record.subject + u'.';
    }

    const DistinctnessInput &m_input;
    const Comparison &m_comparison;
    const Record &m_record;
    Findings &m_findings;
};

} // namespace

Findings distinctnessFindings(const DistinctnessInput &input, const std::vector<Comparison> &comparisons)
{
    Findings findings;
    for (const Comparison &comparison : comparisons) {
        Collector collector(input, comparison, findings);
        const Record &record = input.stack.records[static_cast<std::size_t>(comparison.second)];
        const QString subject = u"say what this record is for: "_s + record.subject + u'.';
        collector.lines();
        collector.texts(TextField::Problem, u"records-share-text"_s, u"Reword it, and "_s + subject);
        collector.texts(TextField::Scope, u"records-share-scope"_s,
                        u"Give this record its own scope, and "_s + subject);
        collector.texts(TextField::Metric, u"records-share-metric"_s,
                        u"Give this record a metric of its own, and "_s + subject);
        collector.dates();
    }
    return findings;
}

} // namespace review
