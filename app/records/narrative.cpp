#include "records/narrative.h"

#include "records/english.h"
#include "records/factwords.h"
#include "records/production.h"

namespace records {

using domain::UseCase;
using namespace Qt::StringLiterals;

namespace {

// How readily sentences give way: what a reviewer asks for first stays longest.
constexpr int kStays = 0;
constexpr int kOutcome = 1; // and the problems of further use cases
constexpr int kOpening = 2; // the first sentence of why now and of the solution
constexpr int kFigures = 3;
constexpr int kToday = 4;
constexpr int kProblemRest = 5;
constexpr int kRest = 6;
constexpr int kServices = 7;

void append(std::vector<Sentence> &all, const QString &text, int firstRank, int restRank, const QString &field)
{
    const QStringList parts = sentences(text);
    for (qsizetype i = 0; i < parts.size(); ++i)
        all.push_back({parts[i], i == 0 ? firstRank : restRank, field});
}

/// Two clauses as one sentence, or the one there is.
QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return withStop(capitalized(first + second));
    return capitalized(first) + u"; "_s + withStop(second);
}

/// The same two clauses as two sentences.
QString separate(const QString &first, const QString &second)
{
    QStringList sentences;
    for (const QString &clause : {first, second}) {
        if (!clause.isEmpty())
            sentences.append(withStop(capitalized(clause)));
    }
    return sentences.join(u' ');
}

std::vector<const UseCase *> untold(const RecordContext &context)
{
    std::vector<const UseCase *> found;
    for (const UseCase *useCase : context.useCases) {
        if (!context.toldBy(*useCase))
            found.push_back(useCase);
    }
    return found;
}

/// Whether spend and platform belong into the text: in every record but a proof of concept's.
bool tellsSpend(const RecordContext &context)
{
    return !context.pool.earmarked || context.tellsProduction();
}

/// A use case's texts in the order they are told; with several use cases the first text stands under the title.
struct ToldText {
    QString text;
    QLatin1StringView key;
};
std::vector<ToldText> textsOf(const RecordContext &context, const UseCase &useCase)
{
    std::vector<ToldText> texts{{plain(useCase.problem), "problem"_L1},
                                {plain(useCase.whyNow), "whyNow"_L1},
                                {plain(useCase.solution), "solution"_L1}};
    std::erase_if(texts, [](const ToldText &told) { return told.text.isEmpty(); });
    if (context.useCases.size() > 1 && !texts.empty())
        texts.front().text = context.titleOf(useCase) + u": "_s + texts.front().text;
    return texts;
}

/// What is left to say of a use case that states neither problem nor solution: which models it runs on.
QString modelSentence(const RecordContext &context, const UseCase &useCase)
{
    QStringList models;
    for (const domain::Workload &workload : useCase.workloads) {
        const projection::Line *line = context.projection.line(workload.id);
        if (line && !line->modelName.isEmpty() && !models.contains(line->modelName))
            models.append(line->modelName);
    }
    if (models.isEmpty())
        return {};
    const bool plural = isPlural(context.titleOf(useCase));
    return capitalized(context.nameOf(useCase))
         + (plural ? u" run on Amazon Bedrock with "_s : u" runs on Amazon Bedrock with "_s) + listed(models) + u'.';
}

QString metricOutcome(const RecordContext &context, const UseCase &useCase)
{
    const QString metric = plain(useCase.successMetric);
    if (metric.isEmpty())
        return {};
    const QString of = context.useCases.size() > 1 ? QString(u" of "_s + context.nameOf(useCase)) : QString();
    return u"Expected outcome"_s + of + u": "_s + withStop(midSentence(metric));
}

/// "Expected outcome: 23,092 answers a day in December 2027, from 5,000 in January, with at least 90 percent of ..."
QString volumeOutcome(const RecordContext &context)
{
    const MainVolume volume = mainVolume(context);
    const int last = closingMonth(context);
    if (!volume.workload || last < 1)
        return {};
    const qint64 target = volume.perDay[static_cast<std::size_t>(last - 1)];
    const int first = std::min(context.firstMonth, last);
    const qint64 start = volume.perDay[static_cast<std::size_t>(first - 1)];
    if (target == 0)
        return {};
    QString text = u"Expected outcome: "_s + grouped(target) + u' ' + volume.unit + u" a day in "_s
                 + monthAndYear(context.month(last));
    if (start > 0 && start != target)
        text += u", from "_s + grouped(start) + u" in "_s + monthBefore(context, first, last);
    const QString bar = qualityBar(volume.useCase->successMetric);
    if (!bar.isEmpty())
        text += u", "_s + bar;
    return withStop(text);
}

QStringList ownParagraphs(const QString &text)
{
    QStringList paragraphs;
    QString unified = text;
    for (const QString &part : unified.replace(u"\r\n"_s, u"\n"_s).split(u"\n\n"_s)) {
        if (const QString paragraph = plain(part); !paragraph.isEmpty())
            paragraphs.append(paragraph);
    }
    return paragraphs;
}

} // namespace

std::vector<Sentence> problemSentences(const RecordContext &context)
{
    std::vector<Sentence> all;
    for (const UseCase *useCase : untold(context)) {
        for (const ToldText &told : textsOf(context, *useCase)) {
            const bool isProblem = told.key == "problem"_L1;
            append(all, told.text,
                   !isProblem    ? kOpening
                   : all.empty() ? kStays
                                 : kOutcome,
                   isProblem ? kProblemRest : kRest, u"useCases/"_s + useCase->id + u'/' + told.key);
        }
        if (useCase->problem.isEmpty() && useCase->solution.isEmpty())
            append(all, modelSentence(context, *useCase), kOpening, kRest, {});
    }
    return all;
}

std::vector<Sentence> productionSentences(const RecordContext &context)
{
    std::vector<Sentence> all;
    const auto add = [&all](const QString &text, int rank) {
        if (!text.isEmpty())
            all.push_back({text, rank, {}});
    };
    if (!tellsSpend(context))
        return all;
    const ProductionClauses clauses = productionClauses(context);
    if (context.useCases.empty())
        append(all, plain(context.worksheet.company.description), kOpening, kRest, u"company/description"_s);
    add(joined(clauses.launch, clauses.carries), kStays);
    append(all, clauses.today, kToday, kToday, {});
    if (!clauses.projected.isEmpty())
        add(joined(clauses.bill, clauses.projected), kFigures);
    if (context.useCases.empty() && !clauses.platform.isEmpty())
        add(joined(clauses.platform + u": "_s + clauses.platformFigures, {}), kFigures);
    else
        add(joined(clauses.services, clauses.platform), kServices);
    return all;
}

std::vector<Sentence> outcomeSentences(const RecordContext &context)
{
    std::vector<Sentence> all;
    const auto add = [&all](const QString &text, const QString &field) { append(all, text, kOutcome, kRest, field); };
    if (!context.own.successMetric.isEmpty()) {
        add(u"Expected outcome: "_s + withStop(midSentence(plain(context.own.successMetric))),
            u"records/"_s + context.pool.id + u"/successMetric"_s);
        return all;
    }
    for (const UseCase *useCase : untold(context))
        add(metricOutcome(context, *useCase), u"useCases/"_s + useCase->id + u"/successMetric"_s);
    if (context.tellsProduction())
        add(volumeOutcome(context), {});
    return all;
}

QString siblingSentence(const RecordContext &context)
{
    QList<int> siblings;
    bool proofs = true;
    for (const UseCase *useCase : context.useCases) {
        const DraftedPool *sibling = context.toldBy(*useCase);
        if (!sibling || siblings.contains(sibling->number))
            continue;
        siblings.append(sibling->number);
        const QString &id = context.input.plan.pools[static_cast<std::size_t>(sibling->pool)].programme;
        const catalogue::Programme *programme = context.input.programmes.find(id);
        proofs = proofs && programme && programme->proofOfConcept;
    }
    if (siblings.isEmpty())
        return {};
    if (siblings.size() == 1)
        return proofs ? u"The proof of concept before it is a record of its own."_s
                      : u"What comes before it is a record of its own."_s;
    return proofs ? u"The proofs of concept before it are records of their own."_s
                  : u"What comes before it are records of their own."_s;
}

QString requestSentence(const RecordContext &context)
{
    QString credits = context.programme.name.isEmpty() ? context.pool.programme : context.programme.name;
    credits.replace("proof of concept"_L1, "proof-of-concept"_L1);
    const QString ask =
        context.pool.ask.isZero() ? QString() : QString(u", "_s + exactDollars(context.pool.ask) + u',');
    return u"Requested: "_s + credits + u" credits"_s + ask + u" for "_s
         + monthSpan(context.month(context.firstMonth), context.month(context.lastMonth)) + u'.';
}

QStringList useCaseParagraphs(const RecordContext &context)
{
    if (!context.own.problem.isEmpty())
        return ownParagraphs(context.own.problem);
    QStringList paragraphs;
    const auto add = [&paragraphs](const QString &text) {
        if (!text.isEmpty())
            paragraphs.append(text);
    };
    const ProductionClauses clauses = tellsSpend(context) ? productionClauses(context) : ProductionClauses();
    if (context.useCases.empty())
        add(withStop(plain(context.worksheet.company.description)));
    for (const UseCase *useCase : untold(context)) {
        for (const ToldText &told : textsOf(context, *useCase))
            add(withStop(told.text));
        add(withStop(plain(useCase->whyBedrock)));
    }
    add(separate(clauses.launch, clauses.carries));
    add(clauses.today);
    if (!clauses.projected.isEmpty())
        add(separate(clauses.bill, clauses.projected));
    const QString figures = clauses.platformFigures.isEmpty() ? QString() : QString(u": "_s + clauses.platformFigures);
    add(separate(clauses.services, clauses.platform.isEmpty() ? QString() : QString(clauses.platform + figures)));
    add(separate(clauses.place, {}));
    return paragraphs;
}

} // namespace records
