#include "call/openquestions.h"

#include "domain/fieldat.h"
#include "domain/fielddefaults.h"
#include "domain/names.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace call {

using domain::FactStatus;
using domain::FieldMeta;
using domain::UseCase;
using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

struct FollowUp {
    QLatin1StringView key;
    QLatin1StringView text;
};
constexpr std::array<FollowUp, 5> kFollowUps{
    {{"steps"_L1, "Does volume step up at a launch: when, how much?"_L1},
     {"growthPerMonth"_L1, "How fast does it grow a month?"_L1},
     {"cachedPrefixTokens"_L1, "How much of the prompt repeats?"_L1},
     {"batchShare"_L1, "How much of it can wait for a batch?"_L1},
     {"range/requestsPerDay"_L1, "How unsure: requests a day at least, at most?"_L1}}};

bool isEmpty(const QString &text)
{
    return text.trimmed().isEmpty();
}
bool isEmpty(const QStringList &list)
{
    return list.isEmpty();
}
template <class T>
bool isEmpty(const std::optional<T> &value)
{
    return !value;
}
template <class T>
bool isEmpty(const std::vector<T> &list)
{
    return list.empty();
}
template <class T>
bool isEmpty(const T &)
{
    return false; // has a default, or is a struct of its own fields
}

bool isFieldEmpty(const Worksheet &worksheet, const QString &path)
{
    bool empty = true;
    domain::visitFieldAt(worksheet, path,
                         [&empty](const FieldMeta &, const auto &value, const auto &) { empty = isEmpty(value); });
    return empty;
}

/// The use case or workload that a field belongs to, by name.
QString topicOf(const Worksheet &worksheet, const QString &path)
{
    for (const WorkloadPlace &place : workloadPlaces(worksheet)) {
        if (path.startsWith(place.prefix))
            return nameOf(worksheet.useCases[place.useCase].workloads[place.workload]);
    }
    for (const UseCase &useCase : worksheet.useCases) {
        if (path.startsWith(QString(u"useCases/"_s + useCase.id + u'/')))
            return nameOf(useCase);
    }
    return {};
}

class Asking {
public:
    explicit Asking(const Worksheet &worksheet) : m_worksheet(worksheet) {}

    std::vector<Question> all()
    {
        askForTheBeginnings();
        askFields(m_worksheet.company, u"company/"_s, {}, true);
        if (m_worksheet.company.country != u"US"_s)
            std::erase_if(m_open, [](const Question &question) { return question.path == u"company/state"_s; });
        askFields(m_worksheet.aws, u"aws/"_s, {}, true);
        for (const UseCase &useCase : m_worksheet.useCases) {
            const QString prefix = u"useCases/"_s + useCase.id + u'/';
            askFields(useCase, prefix, nameOf(useCase), false); // its scope is a text that has no default
            for (const Workload &workload : useCase.workloads)
                askAboutWorkload(workload, prefix + u"workloads/" + workload.id + u'/');
        }
        askForTheNoted();
        return std::move(m_open);
    }

private:
    bool isNotedUnknown(const QString &path) const
    {
        const auto fact = m_worksheet.facts.find(path);
        return fact != m_worksheet.facts.end() && fact->second.status == FactStatus::Unknown;
    }

    void ask(const QString &path, const QString &topic, const QString &text, bool follow = false)
    {
        if (m_asked.contains(path))
            return;
        m_asked.insert(path);
        Question question{path, topic, text};
        question.follow = follow;
        question.unknown = isNotedUnknown(path);
        m_open.push_back(std::move(question));
    }

    /// A case that is only beginning is asked for what makes it one, before all that belongs to it.
    void askForTheBeginnings()
    {
        const auto begin = [this](const QString &path, const QString &text) {
            Question question{path, {}, text};
            question.blocks = true;
            m_open.push_back(std::move(question));
        };
        if (m_worksheet.useCases.empty())
            begin(u"useCases"_s, u"What is the use case?"_s);
        if (workloadPlaces(m_worksheet).empty())
            begin(u"useCases"_s, u"How many model calls a day, how long, on which model?"_s);
        if (m_worksheet.funding.pools.empty())
            begin(u"funding/pools"_s, u"Which programs are asked for?"_s);
    }

    /// Asks for every field of one struct that has a question and no value.
    template <class Struct>
    void askFields(const Struct &fields, const QString &prefix, const QString &topic, bool withDefaults)
    {
        domain::visitFields(fields, [&](const FieldMeta &meta, const auto &value, auto) {
            const QString question = QString::fromUtf8(meta.question);
            const QString key = QString::fromUtf8(meta.key);
            const bool isOptional = withDefaults && domain::hasDefault(key);
            if (!question.isEmpty() && (isNotedUnknown(prefix + key) || (isUnanswered(value) && !isOptional)))
                ask(prefix + key, topic, question);
        });
    }

    /// Lists of entries are not asked for as such.
    template <class T>
    static bool isUnanswered(const T &value)
    {
        return isEmpty(value);
    }
    template <domain::StructOfFields T>
    static bool isUnanswered(const std::vector<T> &)
    {
        return false;
    }

    void askAboutWorkload(const Workload &workload, const QString &prefix)
    {
        const std::size_t before = m_open.size();
        askFields(workload, prefix, nameOf(workload), true);
        // Of two alternatives one answer is enough, unless that one is not known itself.
        const auto isNeedless = [&](const Question &question) {
            const QString key = question.path.sliced(prefix.size());
            const bool isAlternative = key == "requestsPerDay"_L1 || key == "users"_L1;
            return !question.unknown
                && ((isAlternative && (workload.requestsPerDay || workload.users))
                    || (key == "actionsPerUserPerDay"_L1 && workload.requestsPerDay));
        };
        m_open.erase(std::remove_if(m_open.begin() + static_cast<std::ptrdiff_t>(before), m_open.end(), isNeedless),
                     m_open.end());
        if (!hasVolume(workload))
            return;
        for (const FollowUp &one : kFollowUps) {
            const QString path = prefix + one.key;
            // Somebody said that there is none: that is an answer.
            const bool isSaid = m_worksheet.facts.contains(path) && !isNotedUnknown(path);
            if (isFieldEmpty(m_worksheet, path) && !isSaid)
                ask(path, nameOf(workload), one.text, true);
        }
    }

    /// What somebody noted about a field that has no value, or whose value is not known, and that was not asked for yet.
    void askForTheNoted()
    {
        for (const auto &[path, fact] : m_worksheet.facts) {
            const QString label = domain::fieldLabel(m_worksheet, path);
            const bool isOpen = fact.status == FactStatus::Unknown
                             || (fact.status != FactStatus::Stated && isFieldEmpty(m_worksheet, path));
            if (isOpen && !label.isEmpty())
                ask(path, topicOf(m_worksheet, path), label + u'?');
        }
    }

    const Worksheet &m_worksheet;
    QSet<QString> m_asked;
    std::vector<Question> m_open;
};

} // namespace

std::vector<Question> openQuestions(const Worksheet &worksheet)
{
    return Asking(worksheet).all();
}

std::vector<Question> presumedFacts(const Worksheet &worksheet)
{
    std::vector<Question> presumed;
    for (const auto &[path, fact] : worksheet.facts) {
        const bool isPresumed = fact.status == FactStatus::Implied || fact.status == FactStatus::Assumed;
        if (isPresumed && !isFieldEmpty(worksheet, path))
            presumed.push_back({path, topicOf(worksheet, path), domain::fieldLabel(worksheet, path)});
    }
    return presumed;
}

std::vector<WorkloadPlace> workloadPlaces(const Worksheet &worksheet)
{
    std::vector<WorkloadPlace> places;
    for (std::size_t i = 0; i < worksheet.useCases.size(); ++i) {
        const UseCase &useCase = worksheet.useCases[i];
        for (std::size_t k = 0; k < useCase.workloads.size(); ++k)
            places.push_back({i, k, u"useCases/"_s + useCase.id + u"/workloads/" + useCase.workloads[k].id + u'/'});
    }
    return places;
}

bool hasVolume(const Workload &workload)
{
    return workload.requestsPerDay.value_or(0) > 0 || workload.users.value_or(0) > 0;
}

std::vector<Question> byTopic(const std::vector<Question> &questions)
{
    std::vector<Question> grouped;
    grouped.reserve(questions.size());
    QSet<std::pair<bool, QString>> done;
    for (const Question &first : questions) {
        const std::pair topic(first.own, first.topic);
        if (done.contains(topic))
            continue;
        done.insert(topic);
        std::ranges::copy_if(questions, std::back_inserter(grouped), [&](const Question &question) {
            return std::pair(question.own, question.topic) == topic;
        });
    }
    return grouped;
}

} // namespace call
