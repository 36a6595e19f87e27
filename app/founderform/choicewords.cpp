#include "founderform/choicewords.h"

#include "domain/vocabulary.h"

#include <QHash>

namespace founderform {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QString> &labels()
{
    static const QHash<QString, QString> kLabels{
        {u"individual"_s, u"One person, no company yet"_s},
        {u"pre-seed"_s, u"Pre-seed or bootstrapped"_s},
        {u"seed"_s, u"Seed"_s},
        {u"series-a"_s, u"Series A"_s},
        {u"series-b-plus"_s, u"Series B or later"_s},
        {u"established"_s, u"Established company"_s},
        {u"regional"_s, u"Yes, in the Region"_s},
        {u"global"_s, u"No, it may run in any Region"_s},
        {u"founder"_s, u"Founder"_s},
        {u"technical"_s, u"Builds it"_s},
        {u"budget"_s, u"Pays for it"_s},
        {u"other"_s, u"Other"_s},
    };
    return kLabels;
}

} // namespace

std::vector<Choice> wordChoices(const QStringList &words)
{
    std::vector<Choice> choices;
    for (const QString &word : words)
        choices.push_back({word, labels().value(word, word)});
    return choices;
}

std::vector<Choice> labelledWords()
{
    return wordChoices(labels().keys());
}

const std::vector<Choice> &industryChoices()
{
    static const std::vector<Choice> kChoices = [] {
        std::vector<Choice> choices;
        for (const QString &industry : domain::industries())
            choices.push_back({industry, industry});
        return choices;
    }();
    return kChoices;
}

QString entryWord(const QString &listKey)
{
    static const QHash<QString, QString> kWords{
        {u"contacts"_s, u"contact"_s},   {u"priorCredits"_s, u"credit"_s}, {u"useCases"_s, u"use case"_s},
        {u"workloads"_s, u"workload"_s}, {u"services"_s, u"service"_s},    {u"footprint"_s, u"service"_s},
        {u"steps"_s, u"launch step"_s},
    };
    return kWords.value(listKey, u"entry"_s);
}

QString sectionWord(const QString &path, const QString &otherwise)
{
    static const QHash<QString, QString> kHeads{
        {u"contacts"_s, u"People"_s},
        {u"footprint"_s, u"Other AWS services of the company"_s},
        {u"funding"_s, u"Start"_s},
    };
    return kHeads.value(path, otherwise);
}

} // namespace founderform
