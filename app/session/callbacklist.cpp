#include "session/callbacklist.h"

#include "call/question.h"
#include "drafting/questions.h"
#include "session/callquestions.h"
#include "session/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace session {

using call::Question;
using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("session::CallBackList", text);
}

class Lines {
public:
    Lines(const CaseSession &open, bool anyPool) : m_open(open), m_anyPool(anyPool) {}

    /// A head, then each topic's questions with what their answers do.
    void addQuestions(const QString &head, const std::vector<Question> &questions)
    {
        add(head, questions, [this](const Question &question) { return effectOf(question, m_anyPool); });
    }

    /// A head, then each topic's facts with the value to confirm and what it rests on.
    void addPresumed(const QString &head, const std::vector<Question> &facts)
    {
        add(head, facts, [this](const Question &fact) {
            const auto known = m_open.worksheet().facts.find(fact.path);
            const QString note = known == m_open.worksheet().facts.end() ? QString() : known->second.note.simplified();
            const QString value = fieldText(m_open.worksheet(), fact.path).simplified();
            return note.isEmpty() ? value : translated("%1, from “%2”").arg(value, note);
        });
    }

    QString text() const { return m_text; }

private:
    template <class More>
    void add(const QString &head, const std::vector<Question> &questions, More more)
    {
        if (questions.empty())
            return;
        m_text += (m_text.isEmpty() ? QString() : u"\n"_s) + head.toUpper() + u'\n';
        QString topic;
        bool isFirst = true;
        for (const Question &question : call::byTopic(questions)) {
            const QString at = topicLabel(question);
            if (isFirst || at != topic)
                m_text += u'\n' + at + u'\n';
            isFirst = false;
            topic = at;
            const QString words = more(question);
            m_text +=
                u"[ ] "_s + question.text + (words.isEmpty() ? QString() : QString(u" ("_s + words + u')')) + u'\n';
        }
    }

    const CaseSession &m_open;
    bool m_anyPool;
    QString m_text;
};

} // namespace

std::optional<CallBackList> callBackListOf(const CaseSession &open)
{
    const CaseViewPointer view = open.view();
    if (!view)
        return std::nullopt;
    std::vector<Question> unknown =
        drafting::openQuestionsOf(view->computed, open.shipped(), view->findings, view->asOf, open.notes().questions)
            .questions;
    std::vector<Question> asked;
    std::ranges::copy_if(unknown, std::back_inserter(asked), [](const Question &one) { return !one.unknown; });
    std::erase_if(unknown, [](const Question &one) { return !one.unknown; });
    const auto presumed = drafting::presumedFactsOf(view->computed, open.shipped(), view->asOf);
    Lines lines(open, !open.worksheet().funding.pools.empty());
    lines.addQuestions(translated("Not known on the call"), unknown);
    lines.addQuestions(translated("Still open"), asked);
    lines.addPresumed(translated("Implied or assumed, to confirm"), presumed);
    return CallBackList{open.worksheet().company.name, lines.text(), static_cast<int>(unknown.size()),
                        static_cast<int>(asked.size()), static_cast<int>(presumed.size())};
}

} // namespace session
