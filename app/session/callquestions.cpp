#include "session/callquestions.h"

#include "session/numbertext.h"

#include <QObject>

namespace session {

using call::Question;
using namespace Qt::StringLiterals;

QString topicLabel(const Question &question)
{
    if (question.own)
        return QObject::tr("Own questions");
    return question.topic.isEmpty() ? QObject::tr("Company and account") : question.topic;
}

QString effectOf(const Question &question, bool anyPool)
{
    if (question.own)
        return QObject::tr("Own question");
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
