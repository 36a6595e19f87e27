#include "review/checkedtexts.h"

#include <array>

namespace review {

using domain::RecordFacts;
using domain::UseCase;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

template <class Owner>
struct TextOf {
    QLatin1StringView key;
    QLatin1StringView label;
    QString Owner::*text;
};

constexpr std::array kUseCaseTexts{
    TextOf<UseCase>{"problem"_L1, "problem"_L1, &UseCase::problem},
    TextOf<UseCase>{"whyNow"_L1, "why now"_L1, &UseCase::whyNow},
    TextOf<UseCase>{"solution"_L1, "solution"_L1, &UseCase::solution},
    TextOf<UseCase>{"whyBedrock"_L1, "why Bedrock"_L1, &UseCase::whyBedrock},
    TextOf<UseCase>{"scope"_L1, "scope"_L1, &UseCase::scope},
    TextOf<UseCase>{"outOfScope"_L1, "out of scope"_L1, &UseCase::outOfScope},
    TextOf<UseCase>{"successMetric"_L1, "success metric"_L1, &UseCase::successMetric},
    TextOf<UseCase>{"baseline"_L1, "baseline"_L1, &UseCase::baseline},
    TextOf<UseCase>{"evaluation"_L1, "evaluation"_L1, &UseCase::evaluation},
};
constexpr std::array kRecordTexts{
    TextOf<RecordFacts>{"title"_L1, "title"_L1, &RecordFacts::title},
    TextOf<RecordFacts>{"problem"_L1, "business problem"_L1, &RecordFacts::problem},
    TextOf<RecordFacts>{"scope"_L1, "scope"_L1, &RecordFacts::scope},
    TextOf<RecordFacts>{"successMetric"_L1, "success metric"_L1, &RecordFacts::successMetric},
    TextOf<RecordFacts>{"nextSteps"_L1, "next steps"_L1, &RecordFacts::nextSteps},
    TextOf<RecordFacts>{"comments"_L1, "comments"_L1, &RecordFacts::comments},
};

/// The use case a record's wording is about: the first its pool names, else the first of all.
const UseCase *useCaseOf(const Worksheet &worksheet, const QString &pool)
{
    for (const domain::PoolRequest &request : worksheet.funding.pools) {
        for (const UseCase &useCase : worksheet.useCases) {
            if (request.id == pool && request.useCases.contains(useCase.id))
                return &useCase;
        }
    }
    return worksheet.useCases.empty() ? nullptr : &worksheet.useCases.front();
}

} // namespace

std::vector<CheckedText> checkedTexts(const Worksheet &worksheet)
{
    std::vector<CheckedText> texts;
    for (const UseCase &useCase : worksheet.useCases) {
        for (const auto &entry : kUseCaseTexts) {
            const QString &text = useCase.*entry.text;
            if (!text.trimmed().isEmpty())
                texts.push_back({u"useCases/"_s + useCase.id + u'/' + entry.key, entry.key,
                                 u"The "_s + entry.label + u" of "_s + useCase.id, &text, &useCase});
        }
    }
    for (const RecordFacts &record : worksheet.records) {
        for (const auto &entry : kRecordTexts) {
            const QString &text = record.*entry.text;
            if (!text.trimmed().isEmpty())
                texts.push_back({u"records/"_s + record.pool + u'/' + entry.key, entry.key,
                                 u"The "_s + entry.label + u" of the record "_s + record.pool, &text,
                                 useCaseOf(worksheet, record.pool)});
        }
    }
    return texts;
}

} // namespace review
