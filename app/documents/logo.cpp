#include "documents/logo.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QStringList>
#include <QSvgRenderer>
#include <QXmlStreamReader>

namespace documents {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostBytes = 256 * 1024;
constexpr int kMostPixels = 4000;
constexpr int kPrintedPixels = 480; // of the longer side: 300 dots an inch at the size it is printed in
constexpr int kMostElements = 5000;
constexpr int kMostDepth = 32;

/// What is wrong with an element, in words; empty when nothing is.
QString wrongWith(const QXmlStreamReader &xml)
{
    static const QStringList kElements{u"svg"_s,     u"g"_s,       u"path"_s,           u"rect"_s,
                                       u"circle"_s,  u"ellipse"_s, u"line"_s,           u"polyline"_s,
                                       u"polygon"_s, u"defs"_s,    u"linearGradient"_s, u"radialGradient"_s,
                                       u"stop"_s,    u"title"_s,   u"desc"_s,           u"clipPath"_s};
    static const QRegularExpression kOutside(u"url\\(\\s*['\"]?\\s*(?!['\"]?#)|@import|expression\\("_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (!kElements.contains(xml.name()))
        return u"it has an element <%1>, and only shapes, groups and gradients are taken"_s.arg(xml.name());
    for (const QXmlStreamAttribute &attribute : xml.attributes()) {
        const QString name = attribute.name().toString().toLower();
        const QString value = attribute.value().toString();
        if (name.startsWith(u"on"_s))
            return u"it carries a script (%1)"_s.arg(name);
        if (name == "href"_L1 && !value.startsWith(u'#'))
            return u"it refers to something outside of it (%1)"_s.arg(value.left(60));
        if (value.contains(kOutside))
            return u"it refers to something outside of it (%1)"_s.arg(value.left(60));
    }
    return {};
}

QString wrongWithSvg(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    int depth = 0;
    int elements = 0;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD: return u"it has a document type of its own"_s;
        case QXmlStreamReader::StartElement:
            if (elements == 0 && xml.name() != "svg"_L1)
                return u"it is neither a PNG nor an SVG"_s;
            if (++elements > kMostElements || ++depth > kMostDepth)
                return u"it has too many parts for a logo"_s;
            // What editors add of their own is not drawn and not looked at.
            if (const QString wrong = wrongWith(xml); !wrong.isEmpty())
                return wrong;
            break;
        case QXmlStreamReader::EndElement: --depth; break;
        default: break;
        }
    }
    if (xml.hasError())
        return elements == 0 ? u"it is neither a PNG nor an SVG"_s : u"it is damaged: "_s + xml.errorString();
    return elements == 0 ? u"it is neither a PNG nor an SVG"_s : QString();
}

} // namespace

QString Logo::mediaType() const
{
    return isSvg() ? u"image/svg+xml"_s : u"image/png"_s;
}

domain::Result<std::shared_ptr<const Logo>, QString> Logo::read(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return Unexpected(u"it is empty"_s);
    if (bytes.size() > kMostBytes)
        return Unexpected(u"it is larger than %1 KiB"_s.arg(kMostBytes / 1024));
    return bytes.startsWith("\x89PNG\r\n\x1a\n") ? readPng(bytes) : readSvg(bytes);
}

domain::Result<std::shared_ptr<const Logo>, QString> Logo::readPng(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    // Looked at before it is unpacked: a small file may unfold to gigabytes.
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return Unexpected(u"it is a damaged PNG"_s);
    if (size.width() > kMostPixels || size.height() > kMostPixels)
        return Unexpected(u"it has more than %1 x %1 pixels"_s.arg(kMostPixels));
    QImage image = reader.read();
    if (image.isNull())
        return Unexpected(u"it is a damaged PNG"_s);
    if (std::max(image.width(), image.height()) > kPrintedPixels)
        image = image.scaled(kPrintedPixels, kPrintedPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const std::shared_ptr<Logo> logo(new Logo);
    logo->m_bytes = bytes;
    logo->m_image = image;
    logo->m_size = size;
    return std::shared_ptr<const Logo>(logo);
}

domain::Result<std::shared_ptr<const Logo>, QString> Logo::readSvg(const QByteArray &bytes)
{
    if (const QString wrong = wrongWithSvg(bytes); !wrong.isEmpty())
        return Unexpected(wrong);
    QSvgRenderer renderer;
    if (!renderer.load(bytes) || !renderer.isValid())
        return Unexpected(u"it is an SVG that cannot be drawn"_s);
    const QSizeF size = renderer.viewBoxF().isEmpty() ? QSizeF(renderer.defaultSize()) : renderer.viewBoxF().size();
    if (size.isEmpty())
        return Unexpected(u"it has no size"_s);
    const std::shared_ptr<Logo> logo(new Logo);
    logo->m_bytes = bytes;
    logo->m_size = size;
    return std::shared_ptr<const Logo>(logo);
}

void Logo::paint(QPainter &painter, const QRectF &rect) const
{
    if (!isSvg()) {
        painter.drawImage(rect, m_image);
        return;
    }
    QSvgRenderer renderer;
    if (renderer.load(m_bytes))
        renderer.render(&painter, rect);
}

} // namespace documents
