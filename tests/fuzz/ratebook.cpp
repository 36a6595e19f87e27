#include "catalogue/ratebookreader.h"
#include "fuzz/fuzztarget.h"
#include "messages/messages.h"

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> seeds()
{
    return fuzz::filesOf(u"tests/data/fuzz/ratebook"_s, {u"*"_s});
}

QString feed(const QByteArray &input)
{
    const auto book = catalogue::readRateBook(input);
    return book ? QString() : fuzz::unlessOneLine(messages::sentence(book.error()));
}

} // namespace

fuzz::Target fuzz::target()
{
    return {u"ratebook"_s, seeds, feed};
}
