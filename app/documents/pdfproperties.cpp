#include "documents/pdfproperties.h"

#include "documents/pdftext.h"

// The library asks which of its pointer types is in use: std::shared_ptr only.
#define POINTERHOLDER_TRANSITION 3
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

QPDFObjectHandle textObject(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

void setInfo(QPDF &pdf, const Properties &properties)
{
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary())
        return;
    const auto set = [&info](const char *key, const QString &value) {
        if (value.isEmpty())
            info.removeKey(key);
        else
            info.replaceKey(key, textObject(value));
    };
    set("/Title", properties.title);
    set("/Subject", properties.subject);
    set("/Author", properties.author);
    set("/Keywords", properties.keywords.join(u", "_s));
    const std::string date = "D:" + properties.date.toString(u"yyyyMMdd"_s).toStdString() + "000000Z";
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
    info.removeKey("/ModDate");
}

/// A flat list of bookmarks, one per head.
void setOutline(QPDF &pdf, const Pages &pages)
{
    if (pages.bookmarks.empty())
        return;
    const std::vector<QPDFObjectHandle> pageObjects = pdf.getAllPages();
    QPDFObjectHandle outline = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> items;
    for (const Bookmark &bookmark : pages.bookmarks) {
        if (size_t(bookmark.page) >= pageObjects.size())
            continue;
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", textObject(bookmark.title));
        item.replaceKey("/Parent", outline);
        QPDFObjectHandle destination = QPDFObjectHandle::newArray();
        destination.appendItem(pageObjects[size_t(bookmark.page)]);
        destination.appendItem(QPDFObjectHandle::newName("/XYZ"));
        destination.appendItem(QPDFObjectHandle::newNull());
        destination.appendItem(QPDFObjectHandle::newReal(pages.grid.height - bookmark.y, 1));
        destination.appendItem(QPDFObjectHandle::newNull());
        item.replaceKey("/Dest", destination);
        if (!items.empty()) {
            item.replaceKey("/Prev", items.back());
            items.back().replaceKey("/Next", item);
        }
        items.push_back(item);
    }
    if (items.empty())
        return;
    outline.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    outline.replaceKey("/First", items.front());
    outline.replaceKey("/Last", items.back());
    outline.replaceKey("/Count", QPDFObjectHandle::newInteger(int(items.size())));
    pdf.getRoot().replaceKey("/Outlines", outline);
}

/// The widths of a font as its file states them; empty when it is of another form than Qt writes.
GlyphWidths widthsOf(QPDFObjectHandle font)
{
    GlyphWidths widths;
    if (!font.isDictionary() || !font.getKey("/DescendantFonts").isArray())
        return widths;
    QPDFObjectHandle list = font.getKey("/DescendantFonts").getArrayItem(0).getKey("/W");
    if (!list.isArray() || list.getArrayNItems() != 2 || list.getArrayItem(0).getIntValue() != 0)
        return widths;
    for (QPDFObjectHandle width : list.getArrayItem(1).getArrayAsVector())
        widths.push_back(int(width.getNumericValue()));
    return widths;
}

void joinGlyphs(QPDF &pdf)
{
    QHash<QByteArray, GlyphWidths> fonts;
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        QPDFObjectHandle named = page.getKey("/Resources").getKey("/Font");
        for (const auto &[name, font] :
             named.isDictionary() ? named.getDictAsMap() : decltype(named.getDictAsMap()){}) {
            const QByteArray plain = QByteArray::fromStdString(name).sliced(1);
            if (!fonts.contains(plain))
                fonts.insert(plain, widthsOf(font));
        }
        QPDFObjectHandle content = page.getKey("/Contents");
        if (!content.isStream())
            continue;
        const std::shared_ptr<Buffer> data = content.getStreamData(qpdf_dl_generalized);
        const QByteArray joined = withJoinedGlyphs(
            QByteArray::fromRawData(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())),
            fonts);
        content.replaceStreamData(joined.toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

} // namespace

domain::Result<QByteArray, PdfError> withProperties(const QByteArray &bytes, const Pages &pages,
                                                    const Properties &properties)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("document", bytes.constData(), size_t(bytes.size()));
        joinGlyphs(pdf);
        setInfo(pdf, properties);
        setOutline(pdf, pages);
        QPDFObjectHandle root = pdf.getRoot();
        root.removeKey("/Metadata"); // repeats the properties, with the clock's time
        root.replaceKey("/Lang", QPDFObjectHandle::newString("en-US"));
        QPDFObjectHandle viewer = QPDFObjectHandle::newDictionary();
        viewer.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", viewer);

        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize()));
    } catch (const std::exception &failure) {
        return domain::Unexpected(PdfError{PdfError::Kind::Finish, QString::fromUtf8(failure.what())});
    }
}

} // namespace documents
