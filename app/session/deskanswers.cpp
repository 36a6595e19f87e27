// What the desk does with a founder's answer: finds its case in the open file and compares the two.
#include "session/desk.h"
#include "session/founderfiles.h"

#include <QFileInfo>

namespace session {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

Problem problemOf(const QString &answerFile, const QString &caseFile, const drafting::AnswerProblem &problem)
{
    if (const auto *input = std::get_if<domain::InputError>(&problem))
        return {answerFile, *input};
    return {caseFile, std::get<ports::StoreError>(problem)};
}

domain::InputError anotherFilesCase(const founderform::Answer &answer)
{
    return {domain::InputProblem::Contradiction,
            {},
            u"is an answer about a case of \u201C"_s + answer.company + u"\u201D"_s,
            u"the open case file does not have it; open the one that does"_s};
}

} // namespace

QString Desk::chooseAnswer()
{
    return m_services.prompter.answerFile(folderOfFile());
}

Outcome<drafting::ComparedCase> Desk::compareAnswer(const QString &file)
{
    if (!m_store || !m_shipped)
        return Unexpected(Problem{file, Cancelled{}});
    const auto bytes = answerBytes(file);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto answer = drafting::readFounderAnswer(*bytes, m_services.clock.today());
    if (!answer)
        return Unexpected(Problem{file, answer.error()});
    if (!m_case || m_case->caseId() != answer->caseId) {
        const auto stored = m_store->load(answer->caseId);
        if (!stored && stored.error().kind == ports::StoreError::Kind::NoSuchCase)
            return Unexpected(Problem{file, anotherFilesCase(*answer)});
        if (!stored)
            return Unexpected(Problem{m_path, stored.error()});
        show(answer->caseId);
    }
    if (!m_case || m_case->caseId() != answer->caseId) // the case that was shown could not be left
        return Unexpected(Problem{file, Cancelled{}});
    flush();
    auto compared = drafting::compareAnswer(*answer, m_case->summary(), m_case->worksheet(), *m_store);
    if (!compared)
        return Unexpected(problemOf(file, m_path, compared.error()));
    return *std::move(compared);
}

} // namespace session
