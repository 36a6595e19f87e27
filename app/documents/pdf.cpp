#include "documents/pdf.h"

#include "documents/pdfproperties.h"

#include <QBuffer>
#include <QHashFunctions>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <mutex>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

/// Qt orders the fonts of a PDF by hash, with a seed that is another in each process. While any PDF is written the seed is
/// fixed, so that what was filed can be told from what was not by its bytes; hashes that exist keep their own.
class SteadyHashes {
public:
    SteadyHashes()
    {
        const std::lock_guard guard(s_lock);
        if (s_users++ == 0)
            QHashSeed::setDeterministicGlobalSeed();
    }
    ~SteadyHashes()
    {
        const std::lock_guard guard(s_lock);
        if (--s_users == 0)
            QHashSeed::resetRandomGlobalSeed();
    }
    SteadyHashes(const SteadyHashes &) = delete;
    SteadyHashes &operator=(const SteadyHashes &) = delete;
    SteadyHashes(SteadyHashes &&) = delete;
    SteadyHashes &operator=(SteadyHashes &&) = delete;

private:
    static inline std::mutex s_lock;
    static inline int s_users = 0;
};

domain::Result<QByteArray, PdfError> paint(const Pages &pages, const Properties &properties)
{
    constexpr qreal kPointsPerInch = 72;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(int(kPointsPerInch * kUnitsPerPoint));
    writer.setPageSize(
        QPageSize(QSizeF(pages.grid.width, pages.grid.height), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({0, 0, 0, 0});
    writer.setTitle(properties.title);
    writer.setCreator(u"Briefstack"_s);
    QPainter painter;
    if (!painter.begin(&writer))
        return domain::Unexpected(PdfError{PdfError::Kind::Begin, {}});
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0 && !writer.newPage())
            return domain::Unexpected(PdfError{PdfError::Kind::Finish, u"new page"_s});
        paintPage(painter, pages.pages[size_t(page)], kUnitsPerPoint);
    }
    if (!painter.end())
        return domain::Unexpected(PdfError{PdfError::Kind::Finish, u"end of document"_s});
    return bytes;
}

} // namespace

domain::Result<QByteArray, PdfError> toPdf(const Pages &pages, const Properties &properties)
{
    const SteadyHashes steady;
    const auto painted = paint(pages, properties);
    if (!painted)
        return painted;
    return withProperties(*painted, pages, properties);
}

} // namespace documents
