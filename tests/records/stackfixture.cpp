#include "records/stackfixture.h"

#include "catalogue/ratebookreader.h"
#include "domain/identifiers.h"
#include "support/sourcefolder.h"
#include "worksheetfile/reader.h"

#include <QFile>

#include <cstdlib>

namespace records {

using namespace Qt::StringLiterals;

namespace {

QByteArray shipped(const QString &path)
{
    QFile file(support::sourcePath(u"resources/"_s) + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.readAll();
}

template <class T, class E>
const T &valueOf(const domain::Result<T, E> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().path));
    return *result;
}

} // namespace

domain::Worksheet sample(const QString &name)
{
    return valueOf(worksheetfile::read(shipped(u"samples/"_s + name + u".worksheet.json"_s)), "sample");
}

domain::Worksheet seriesAWith(const std::function<void(domain::Worksheet &)> &change)
{
    domain::Worksheet worksheet = seriesA();
    change(worksheet);
    domain::fillIds(worksheet);
    return worksheet;
}

const domain::Finding *ComposedCase::finding(QStringView rule) const
{
    for (const domain::Finding &finding : stack.findings) {
        if (finding.rule == rule)
            return &finding;
    }
    return nullptr;
}

ComposedCase composed(const domain::Worksheet &worksheet, QDate asOf)
{
    static const catalogue::RateBook book =
        valueOf(catalogue::readRateBook(shipped(u"rates/rate-book.json"_s)), "rates");
    static const catalogue::Programmes programmes =
        valueOf(catalogue::readProgrammes(shipped(u"programmes/programmes.json"_s)), "programmes");
    const auto projection = projection::project(worksheet, book, asOf);
    const auto plan = funding::plan(worksheet, valueOf(projection, "projection"), programmes, asOf);
    return {worksheet, *projection, valueOf(plan, "plan"), compose(worksheet, *projection, *plan, programmes, asOf)};
}

} // namespace records
