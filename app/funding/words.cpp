#include "funding/words.h"

namespace funding {

using namespace Qt::StringLiterals;

QString dollars(domain::Money amount)
{
    QString text = amount.toString();
    if (text.endsWith(".00"_L1))
        text.chop(3);
    const qsizetype point = text.indexOf(u'.');
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > (text.startsWith(u'-') ? 1 : 0); at -= 3)
        text.insert(at, u',');
    return u'$' + text;
}

} // namespace funding
