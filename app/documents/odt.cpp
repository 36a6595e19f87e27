#include "documents/odt.h"

#include "documents/odtcontent.h"
#include "documents/odtstyles.h"
#include "documents/zipfile.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

const QByteArray kMediaType = "application/vnd.oasis.opendocument.text";

QByteArray manifest(const std::vector<OdtPicture> &pictures)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QString space = u"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"_s;
    xml.writeStartDocument();
    xml.writeNamespace(space, u"manifest"_s);
    xml.writeStartElement(space, u"manifest"_s);
    xml.writeAttribute(space, u"version"_s, u"1.2"_s);
    const auto entry = [&](const QString &path, const QString &type) {
        xml.writeEmptyElement(space, u"file-entry"_s);
        xml.writeAttribute(space, u"full-path"_s, path);
        xml.writeAttribute(space, u"media-type"_s, type);
    };
    entry(u"/"_s, QString::fromLatin1(kMediaType));
    entry(u"content.xml"_s, u"text/xml"_s);
    entry(u"styles.xml"_s, u"text/xml"_s);
    entry(u"meta.xml"_s, u"text/xml"_s);
    for (const OdtPicture &picture : pictures)
        entry(picture.name, picture.mediaType);
    xml.writeEndDocument();
    return bytes;
}

} // namespace

domain::Result<QByteArray, QString> toOdt(const Brief &brief)
{
    const OdtContent content = odtContent(brief);
    // Readers tell the type by the first entry, which stands there as it is.
    std::vector<ZipEntry> entries{{u"mimetype"_s, kMediaType, true},
                                  {u"META-INF/manifest.xml"_s, manifest(content.pictures)},
                                  {u"content.xml"_s, content.xml},
                                  {u"styles.xml"_s, odtStyles(brief)},
                                  {u"meta.xml"_s, odtMeta(brief.properties)}};
    for (const OdtPicture &picture : content.pictures)
        entries.push_back({picture.name, picture.bytes});
    return zipped(entries, brief.properties.date);
}

} // namespace documents
