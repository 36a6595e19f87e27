#include "session/comparison.h"

#include <algorithm>

namespace session {

using Choice = Difference::Choice;
using Kind = Difference::Kind;

Comparison::Comparison(QString ours, QString theirs, std::vector<Difference> differences)
    : m_ours(std::move(ours)), m_theirs(std::move(theirs))
{
    std::vector<QStringList> topics;
    for (const Difference &one : differences) {
        if (std::ranges::find(topics, one.above) == topics.end())
            topics.push_back(one.above);
    }
    m_differences.reserve(differences.size());
    for (const QStringList &topic : topics) {
        for (Difference &one : differences) {
            if (one.above == topic)
                m_differences.push_back(one);
        }
    }
}

bool Comparison::choose(std::size_t index, std::optional<Choice> choice)
{
    Difference &one = m_differences.at(index);
    if (choice == Choice::Theirs && !one.obstacle.isEmpty())
        return false;
    one.choice = choice;
    return true;
}

std::size_t Comparison::chooseUndisputed()
{
    std::size_t made = 0;
    for (Difference &one : m_differences) {
        if (one.choice || one.kind == Kind::Conflict || (one.kind == Kind::Theirs && !one.obstacle.isEmpty()))
            continue;
        one.choice = one.kind == Kind::Theirs ? Choice::Theirs : Choice::Ours;
        ++made;
    }
    return made;
}

std::size_t Comparison::openConflicts() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        m_differences, [](const Difference &one) { return one.kind == Kind::Conflict && !one.choice; }));
}

std::size_t Comparison::taken() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_differences, [](const Difference &one) { return one.choice == Choice::Theirs; }));
}

} // namespace session
