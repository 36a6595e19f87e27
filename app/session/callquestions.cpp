#include "session/callquestions.h"

#include "documents/casesections.h"
#include "session/numbertext.h"

#include <QObject>

#include <algorithm>

namespace session {

using call::Question;
using ports::CallQuestion;
using namespace Qt::StringLiterals;

namespace {

bool isUnknown(const domain::Worksheet &worksheet, const QString &path)
{
    const auto fact = worksheet.facts.find(path);
    return fact != worksheet.facts.end() && fact->second.status == domain::FactStatus::Unknown;
}

/// A case that is only beginning is asked for what makes it one.
void askForTheBeginnings(const domain::Worksheet &worksheet, std::vector<call::Asked> &asked)
{
    const std::size_t given = asked.size();
    if (worksheet.useCases.empty())
        asked.push_back({u"useCases"_s, {}, QObject::tr("What is the use case?")});
    const bool hasWorkload = std::ranges::any_of(
        worksheet.useCases, [](const domain::UseCase &useCase) { return !useCase.workloads.empty(); });
    if (!hasWorkload)
        asked.push_back({u"useCases"_s, {}, QObject::tr("How many model calls a day, how long, on which model?")});
    if (worksheet.funding.pools.empty())
        asked.push_back({u"funding/pools"_s, {}, QObject::tr("Which programs are asked for?")});
    // They come before all that belongs to them.
    std::ranges::rotate(asked, asked.begin() + static_cast<std::ptrdiff_t>(given));
}

} // namespace

OpenQuestions openQuestionsOf(const CaseView &view, const drafting::Shipped &shipped,
                              const std::vector<CallQuestion> &known)
{
    const domain::Worksheet &worksheet = view.computed.worksheet;
    std::vector<call::Asked> asked;
    for (const documents::OpenQuestion &one : documents::openQuestions(worksheet))
        asked.push_back({one.path, one.about, one.question});
    askForTheBeginnings(worksheet, asked);
    QSet<QString> blocking{u"useCases"_s, u"funding/pools"_s};
    for (const domain::Finding &finding : view.findings) {
        if (finding.severity == domain::Severity::Error)
            blocking.insert(finding.field);
    }
    const whatif::Basis basis{shipped.rates, shipped.programmes, view.asOf};
    OpenQuestions open;
    for (Question &question : call::rankedQuestions(asked, blocking, worksheet, basis)) {
        const auto state = std::ranges::find(known, question.path, &CallQuestion::key);
        if (state != known.end() && state->state == CallQuestion::State::Skipped)
            ++open.skipped;
        else if (isUnknown(worksheet, question.path))
            open.later.push_back(std::move(question));
        else
            open.questions.push_back(std::move(question));
    }
    for (const CallQuestion &own : known) {
        if (own.key.startsWith("own/"_L1) && own.state == CallQuestion::State::Open)
            open.questions.push_back({own.key, QObject::tr("Own question"), own.text, {}, {}, false, false});
    }
    return open;
}

QString effectOf(const Question &question, bool anyPool)
{
    const bool asks = question.moves > domain::Money();
    if (asks || (question.spend > domain::Money() && !question.blocks)) {
        const domain::Money money = asks ? question.moves : question.spend;
        const QString amount = u'$' + groupedNumber(money.toString().section(u'.', 0, 0));
        const QString start =
            anyPool && asks ? QObject::tr("Moves the asks by %1") : QObject::tr("Moves the projection by %1");
        return start.arg(amount);
    }
    if (question.blocks)
        return QObject::tr("The record bounces without it");
    return question.follow ? QObject::tr("Moves the envelope") : QObject::tr("Record text");
}

} // namespace session
