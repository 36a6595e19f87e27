#include "catalogue/offerfiles.h"
#include "fuzz/fuzztarget.h"
#include "messages/messages.h"

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> seeds()
{
    return fuzz::filesOf(u"tests/catalogue/offers"_s, {u"*.json"_s, u"*.csv"_s});
}

QString feed(const QByteArray &input)
{
    const auto found = support::imported(input);
    return found ? QString() : fuzz::unlessOneLine(messages::sentence(found.error()));
}

} // namespace

fuzz::Target fuzz::target()
{
    return {u"offer"_s, seeds, feed};
}
