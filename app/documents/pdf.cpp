#include "documents/pdf.h"

#include "documents/pdfproperties.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

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
    const auto painted = paint(pages, properties);
    if (!painted)
        return painted;
    return withProperties(*painted, pages, properties);
}

} // namespace documents
