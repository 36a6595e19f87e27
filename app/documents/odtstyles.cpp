#include "documents/odtstyles.h"

#include "documents/markup.h"
#include "documents/odtnames.h"
#include "documents/typography.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

using namespace odt;

struct Attribute {
    QString space;
    QString name;
    QString value;
};
using Attributes = std::initializer_list<Attribute>;

QString points(qreal size)
{
    return QString::number(size) + u"pt";
}

QString name(QRgb color)
{
    return QColor::fromRgb(color).name();
}

void write(QXmlStreamWriter &xml, const Attributes &attributes)
{
    for (const Attribute &attribute : attributes)
        xml.writeAttribute(attribute.space, attribute.name, attribute.value);
}

void beginStyle(QXmlStreamWriter &xml, const QString &styleName, const QString &family)
{
    xml.writeStartElement(kStyle, u"style"_s);
    write(xml, {{kStyle, u"name"_s, styleName}, {kStyle, u"family"_s, family}});
}

void properties(QXmlStreamWriter &xml, const QString &kind, const Attributes &attributes)
{
    xml.writeEmptyElement(kStyle, kind);
    write(xml, attributes);
}

void fontProperties(QXmlStreamWriter &xml, const TextStyle &type)
{
    properties(xml, u"text-properties"_s,
               {{kStyle, u"font-name"_s, fontFamily()},
                {kFo, u"font-size"_s, points(type.size)},
                {kFo, u"font-weight"_s, type.face == Face::Bold ? u"bold"_s : u"normal"_s},
                {kFo, u"color"_s, name(type.color)},
                {kFo, u"language"_s, u"en"_s},
                {kFo, u"country"_s, u"US"_s}});
}

void paragraphStyle(QXmlStreamWriter &xml, const QString &styleName, const TextStyle &type, qreal below,
                    const QString &alignment = u"start"_s)
{
    beginStyle(xml, styleName, u"paragraph"_s);
    properties(xml, u"paragraph-properties"_s,
               {{kFo, u"margin-top"_s, u"0pt"_s},
                {kFo, u"margin-bottom"_s, points(below)},
                {kFo, u"text-align"_s, alignment}});
    fontProperties(xml, type);
    xml.writeEndElement();
}

void headingStyle(QXmlStreamWriter &xml, const QString &styleName, int level, const TextStyle &type)
{
    beginStyle(xml, styleName, u"paragraph"_s);
    write(xml, {{kStyle, u"display-name"_s, u"Heading %1"_s.arg(level)},
                {kStyle, u"default-outline-level"_s, QString::number(level)}});
    properties(xml, u"paragraph-properties"_s,
               {{kFo, u"margin-top"_s, level == 1 ? u"0pt"_s : u"12pt"_s},
                {kFo, u"margin-bottom"_s, u"4pt"_s},
                {kFo, u"keep-with-next"_s, u"always"_s}});
    fontProperties(xml, type);
    xml.writeEndElement();
}

void namedStyles(QXmlStreamWriter &xml, const Palette &palette)
{
    const auto own = [&palette](const TextStyle &type) { return type.in(palette.of(type.color)); };
    xml.writeStartElement(kOffice, u"styles"_s);
    paragraphStyle(xml, odt::style::kBody, documents::style::kBody, 4);
    paragraphStyle(xml, odt::style::kNote, documents::style::kNote, 4);
    beginStyle(xml, odt::style::kSubline, u"paragraph"_s);
    write(xml, {{kStyle, u"parent-style-name"_s, odt::style::kNote}});
    properties(xml, u"paragraph-properties"_s,
               {{kFo, u"margin-bottom"_s, u"4pt"_s}, {kFo, u"keep-with-next"_s, u"always"_s}});
    xml.writeEndElement();
    paragraphStyle(xml, odt::style::kAsk, own(documents::style::kProgram), 4);
    paragraphStyle(xml, odt::style::kTableText, documents::style::kTable, 0);
    paragraphStyle(xml, odt::style::kFigure, documents::style::kTable, 0, u"end"_s);
    const TextStyle small = documents::style::kTable.sized(7.5);
    paragraphStyle(xml, odt::style::kSmallTableText, small, 0);
    paragraphStyle(xml, odt::style::kSmallFigure, small, 0, u"end"_s);
    headingStyle(xml, odt::style::kHeading1, 1, own(documents::style::kProgram));
    headingStyle(xml, odt::style::kHeading2, 2, own(documents::style::kHead));
    beginStyle(xml, odt::style::kStrong, u"text"_s);
    properties(xml, u"text-properties"_s, {{kFo, u"font-weight"_s, u"bold"_s}});
    xml.writeEndElement();
    xml.writeStartElement(kText, u"list-style"_s);
    write(xml, {{kStyle, u"name"_s, odt::style::kNumbers}});
    xml.writeStartElement(kText, u"list-level-style-number"_s);
    write(xml, {{kText, u"level"_s, u"1"_s}, {kStyle, u"num-format"_s, u"1"_s}, {kStyle, u"num-suffix"_s, u"."_s}});
    xml.writeStartElement(kStyle, u"list-level-properties"_s);
    write(xml, {{kText, u"list-level-position-and-space-mode"_s, u"label-alignment"_s}});
    properties(xml, u"list-level-label-alignment"_s,
               {{kText, u"label-followed-by"_s, u"listtab"_s},
                {kFo, u"margin-left"_s, u"18pt"_s},
                {kFo, u"text-indent"_s, u"-18pt"_s}});
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

void pageLayout(QXmlStreamWriter &xml, Paper paper)
{
    const PageGrid grid = pageGrid(paper);
    xml.writeStartElement(kOffice, u"automatic-styles"_s);
    xml.writeStartElement(kStyle, u"page-layout"_s);
    write(xml, {{kStyle, u"name"_s, u"Page"_s}});
    xml.writeStartElement(kStyle, u"page-layout-properties"_s);
    write(xml, {{kFo, u"page-width"_s, points(grid.width)},
                {kFo, u"page-height"_s, points(grid.height)},
                {kFo, u"margin-left"_s, points(grid.left)},
                {kFo, u"margin-right"_s, points(grid.left)},
                {kFo, u"margin-top"_s, points(grid.top)},
                {kFo, u"margin-bottom"_s, points(grid.top)}});
    xml.writeEndElement();
    xml.writeStartElement(kStyle, u"footer-style"_s);
    properties(xml, u"header-footer-properties"_s,
               {{kFo, u"min-height"_s, u"18pt"_s}, {kFo, u"margin-top"_s, u"8pt"_s}});
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

void pageFooter(QXmlStreamWriter &xml, const Brief &brief)
{
    xml.writeStartElement(kOffice, u"master-styles"_s);
    xml.writeStartElement(kStyle, u"master-page"_s);
    write(xml, {{kStyle, u"name"_s, u"Standard"_s}, {kStyle, u"page-layout-name"_s, u"Page"_s}});
    xml.writeStartElement(kStyle, u"footer"_s);
    xml.writeStartElement(kText, u"p"_s);
    write(xml, {{kText, u"style-name"_s, odt::style::kNote}});
    xml.writeCharacters(markupText(brief.footerLeft) + u" \u00b7 " + markupText(brief.footerRight) + u" \u00b7 ");
    xml.writeEmptyElement(kText, u"page-number"_s);
    xml.writeCharacters(u" of "_s);
    xml.writeEmptyElement(kText, u"page-count"_s);
    for (int open = 0; open < 4; ++open)
        xml.writeEndElement();
}

void begin(QXmlStreamWriter &xml, const QString &root)
{
    xml.writeStartDocument();
    for (const auto &[space, prefix] : kNamespaces)
        xml.writeNamespace(space, prefix);
    xml.writeStartElement(kOffice, root);
    xml.writeAttribute(kOffice, u"version"_s, u"1.2"_s);
}

void cellStyle(QXmlStreamWriter &xml, const QString &styleName, const QString &rule)
{
    beginStyle(xml, styleName, u"table-cell"_s);
    properties(xml, u"table-cell-properties"_s,
               {{kFo, u"padding-top"_s, u"2pt"_s},
                {kFo, u"padding-bottom"_s, u"2pt"_s},
                {kFo, u"padding-left"_s, u"1pt"_s},
                {kFo, u"padding-right"_s, u"1pt"_s},
                {kFo, u"border-bottom"_s, rule}});
    xml.writeEndElement();
}

/// How much of a table's width a column takes, beside one for a month.
int shareOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Number: return 6;
    case ColumnKind::Label: return 36;
    case ColumnKind::Basis: return 40;
    case ColumnKind::Figure: return 13;
    case ColumnKind::Total: return 15;
    case ColumnKind::Period: break;
    }
    return 10;
}

void columnStyles(QXmlStreamWriter &xml, const Table &table, int number, qreal width)
{
    int all = 0;
    for (const Column &column : table.columns)
        all += shareOf(column.kind);
    for (size_t i = 0; i < table.columns.size(); ++i) {
        beginStyle(xml, columnStyle(number, i), u"table-column"_s);
        properties(xml, u"table-column-properties"_s,
                   {{kStyle, u"column-width"_s, points(width * shareOf(table.columns[i].kind) / std::max(all, 1))}});
        xml.writeEndElement();
    }
}

} // namespace

QString columnStyle(int table, size_t column)
{
    return u"Table%1.%2"_s.arg(table).arg(column + 1);
}

void writeTableStyles(QXmlStreamWriter &xml, const std::vector<Table> &tables, Paper paper)
{
    const qreal width = pageGrid(paper).content;
    xml.writeStartElement(kOffice, u"automatic-styles"_s);
    beginStyle(xml, odt::style::kTable, u"table"_s);
    properties(
        xml, u"table-properties"_s,
        {{kStyle, u"rel-width"_s, u"100%"_s}, {kTable, u"align"_s, u"margins"_s}, {kFo, u"margin-bottom"_s, u"6pt"_s}});
    xml.writeEndElement();
    for (size_t i = 0; i < tables.size(); ++i)
        columnStyles(xml, tables[i], int(i) + 1, width);
    beginStyle(xml, odt::style::kRow, u"table-row"_s);
    properties(xml, u"table-row-properties"_s, {{kFo, u"keep-together"_s, u"always"_s}});
    xml.writeEndElement();
    cellStyle(xml, odt::style::kCell, u"0.5pt solid "_s + name(color::kRule));
    cellStyle(xml, odt::style::kHeadCell, u"0.75pt solid "_s + name(color::kInk));
    xml.writeEndElement();
}

QByteArray odtStyles(const Brief &brief)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    begin(xml, u"document-styles"_s);
    xml.writeStartElement(kOffice, u"font-face-decls"_s);
    xml.writeEmptyElement(kStyle, u"font-face"_s);
    write(xml, {{kStyle, u"name"_s, fontFamily()}, {kSvg, u"font-family"_s, u'\'' + fontFamily() + u'\''}});
    xml.writeEndElement();
    namedStyles(xml, brief.hand.palette);
    pageLayout(xml, brief.paper);
    pageFooter(xml, brief);
    xml.writeEndDocument();
    return bytes;
}

QByteArray odtMeta(const Properties &properties)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    begin(xml, u"document-meta"_s);
    xml.writeStartElement(kOffice, u"meta"_s);
    const auto add = [&xml](const QString &space, const QString &element, const QString &text) {
        if (!text.isEmpty())
            xml.writeTextElement(space, element, markupText(text));
    };
    add(kMeta, u"generator"_s, u"Briefstack"_s);
    add(kDc, u"title"_s, properties.title);
    add(kDc, u"subject"_s, properties.subject);
    add(kDc, u"creator"_s, properties.author);
    add(kDc, u"language"_s, u"en-US"_s);
    for (const QString &keyword : properties.keywords)
        add(kMeta, u"keyword"_s, keyword);
    add(kMeta, u"creation-date"_s, properties.date.toString(Qt::ISODate) + u"T00:00:00");
    xml.writeEndDocument();
    return bytes;
}

} // namespace documents
