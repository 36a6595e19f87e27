#include "fuzz/fuzztarget.h"
#include "messages/messages.h"
#include "worksheetfile/difference.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> seeds()
{
    return fuzz::filesOf(u"resources/samples"_s, {u"*.json"_s});
}

/// Refused in one sentence, or the same after writing and reading.
QString feed(const QByteArray &input)
{
    const auto sheet = worksheetfile::read(input);
    if (!sheet)
        return fuzz::unlessOneLine(messages::sentence(sheet.error()));
    const auto again = worksheetfile::read(worksheetfile::write(*sheet));
    if (!again || *again != *sheet)
        return u"what was read is not what was written"_s;
    return worksheetfile::difference(*sheet, *again).empty() ? QString() : u"equal worksheets differ"_s;
}

} // namespace

fuzz::Target fuzz::target()
{
    return {u"worksheet"_s, seeds, feed};
}
