#include "documents/odtcontent.h"

#include "documents/logo.h"
#include "documents/markup.h"
#include "documents/odtnames.h"
#include "documents/odtstyles.h"
#include "documents/svgchart.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

using namespace odt;
namespace style = odt::style; // not the page composer's

constexpr size_t kMostColumns = 8; ///< in the type of the brief's tables

/// Every table of the document in its order, the ask lines as the tables they become.
std::vector<Table> tablesOf(const Brief &brief)
{
    std::vector<Table> tables;
    for (const Section &section : brief.sections) {
        for (const Block &block : section.blocks) {
            if (const auto *table = std::get_if<Table>(&block))
                tables.push_back(*table);
            else if (const auto *line = std::get_if<AskLine>(&block))
                tables.push_back(askTable(*line));
        }
    }
    return tables;
}

/// Writes the body. User text only ever goes through writeCharacters and writeAttribute.
class ContentWriter {
public:
    explicit ContentWriter(const Brief &brief) : m_xml(&m_content.xml), m_palette(brief.hand.palette)
    {
        begin(brief);
        writeLetterhead(brief.hand);
        writeBand(brief.band);
        if (brief.strip)
            writeStrip(*brief.strip);
        for (const Section &section : brief.sections) {
            heading(2, section.head);
            paragraph(style::kSubline, Text(section.subline));
            for (const Block &block : section.blocks)
                std::visit(*this, block);
        }
        m_xml.writeEndDocument();
    }

    OdtContent take() { return std::move(m_content); }

    void operator()(const Paragraphs &block)
    {
        for (const Text &text : block.paragraphs)
            paragraph(style::kBody, text);
    }
    void operator()(const LabelledList &block) { labelled(block.rows); }
    void operator()(const Table &block) { writeTable(block); }
    void operator()(const AskLine &block)
    {
        writeTable(askTable(block));
        paragraph(style::kNote, block.note);
    }
    void operator()(const KeyFigures &block)
    {
        for (const KeyFigure &figure : block.figures)
            paragraph(style::kBody, Text({{figure.figure, true}, {u" "_s + figure.label, false}}));
    }
    void operator()(const Chart &block) { picture(block); }
    void operator()(const Note &block) { paragraph(style::kNote, block.text); }
    void operator()(const SideNotes &block)
    {
        for (const Text &note : block.notes)
            paragraph(style::kNote, note);
    }
    void operator()(const NumberedList &block)
    {
        m_xml.writeStartElement(kText, u"list"_s);
        m_xml.writeAttribute(kText, u"style-name"_s, style::kNumbers);
        for (const NumberedItem &item : block.items) {
            m_xml.writeStartElement(kText, u"list-item"_s);
            Text text = item.text;
            if (const QString status = statusPrefix(item.status); !status.isEmpty())
                text.spans.insert(text.spans.begin(), Span{status, true});
            paragraph(style::kBody, text);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

private:
    void begin(const Brief &brief)
    {
        m_xml.writeStartDocument();
        for (const auto &[space, prefix] : kNamespaces)
            m_xml.writeNamespace(space, prefix);
        m_xml.writeStartElement(kOffice, u"document-content"_s);
        m_xml.writeAttribute(kOffice, u"version"_s, u"1.2"_s);
        writeTableStyles(m_xml, tablesOf(brief), brief.paper);
        m_xml.writeStartElement(kOffice, u"body"_s);
        m_xml.writeStartElement(kOffice, u"text"_s);
    }

    void characters(const QString &text)
    {
        const QStringList lines = markupText(text).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                m_xml.writeEmptyElement(kText, u"line-break"_s);
            m_xml.writeCharacters(lines[i]);
        }
    }

    void spans(const Text &text)
    {
        for (const Span &span : text.spans) {
            if (!span.strong) {
                characters(span.text);
                continue;
            }
            m_xml.writeStartElement(kText, u"span"_s);
            m_xml.writeAttribute(kText, u"style-name"_s, style::kStrong);
            characters(span.text);
            m_xml.writeEndElement();
        }
    }

    /// Nothing at all for an empty text.
    void paragraph(const QString &styleName, const Text &text)
    {
        if (text.isEmpty())
            return;
        m_xml.writeStartElement(kText, u"p"_s);
        m_xml.writeAttribute(kText, u"style-name"_s, styleName);
        spans(text);
        m_xml.writeEndElement();
    }

    void heading(int level, const QString &text)
    {
        m_xml.writeStartElement(kText, u"h"_s);
        m_xml.writeAttribute(kText, u"style-name"_s, level == 1 ? style::kHeading1 : style::kHeading2);
        m_xml.writeAttribute(kText, u"outline-level"_s, QString::number(level));
        characters(text);
        m_xml.writeEndElement();
    }

    void labelled(const std::vector<LabelledText> &rows)
    {
        for (const LabelledText &row : rows) {
            Text text = row.value;
            text.spans.insert(text.spans.begin(), Span{row.label + u": ", true});
            paragraph(style::kBody, text);
        }
    }

    void writeLetterhead(const Hand &hand)
    {
        if (hand.logo) {
            const QString name = hand.logo->isSvg() ? u"Pictures/logo.svg"_s : u"Pictures/logo.png"_s;
            m_content.pictures.push_back({name, hand.logo->bytes(), hand.logo->mediaType()});
            const QSizeF size = hand.logo->fitted({120, 24});
            m_xml.writeStartElement(kText, u"p"_s);
            m_xml.writeAttribute(kText, u"style-name"_s, style::kBody);
            frame(name, QString::number(size.width(), 'f', 1) + u"pt", QString::number(size.height(), 'f', 1) + u"pt",
                  hand.name.isEmpty() ? u"Logo"_s : QString(u"Logo of "_s + hand.name));
            m_xml.writeEndElement();
        }
        paragraph(style::kNote, Text(letterhead(hand)));
    }

    void writeBand(const Band &band)
    {
        heading(1, band.program);
        paragraph(style::kBody, Text(band.title));
        if (!band.ask.isEmpty())
            paragraph(style::kAsk, Text(u"Ask "_s + band.ask));
        paragraph(style::kNote, Text(band.askNote));
        labelled(band.facts);
    }

    void writeStrip(const Strip &strip)
    {
        heading(2, strip.name);
        if (const QString target = linkTarget(strip.url); !target.isEmpty()) {
            m_xml.writeStartElement(kText, u"p"_s);
            m_xml.writeAttribute(kText, u"style-name"_s, style::kBody);
            m_xml.writeStartElement(kText, u"a"_s);
            m_xml.writeAttribute(kXlink, u"type"_s, u"simple"_s);
            m_xml.writeAttribute(kXlink, u"href"_s, target);
            characters(strip.url);
            m_xml.writeEndElement();
            m_xml.writeEndElement();
        } else {
            paragraph(style::kBody, Text(strip.url));
        }
        paragraph(style::kBody, Text(strip.description));
        labelled(strip.company);
        labelled(strip.bill);
        paragraph(style::kNote, strip.reason);
    }

    void writeCell(const Cell &cell, ColumnKind kind, bool isHead, bool isStrong)
    {
        m_xml.writeStartElement(kTable, u"table-cell"_s);
        m_xml.writeAttribute(kTable, u"style-name"_s, isHead ? style::kHeadCell : style::kCell);
        m_xml.writeAttribute(kOffice, u"value-type"_s, u"string"_s);
        const QString &words = m_isSmall ? style::kSmallTableText : style::kTableText;
        const QString &figures = m_isSmall ? style::kSmallFigure : style::kFigure;
        const QString &name = isFigureColumn(kind) ? figures : words;
        m_xml.writeStartElement(kText, u"p"_s);
        m_xml.writeAttribute(kText, u"style-name"_s, name);
        if (cell.swatch != Fill::None) {
            frame(swatchName(cell.swatch), u"0.3cm"_s, u"0.3cm"_s, {});
            characters(u" "_s);
        }
        spans(Text({{cell.text, isStrong}}));
        m_xml.writeEndElement();
        paragraph(words, Text(cell.under));
        m_xml.writeEndElement();
    }

    void writeTable(const Table &table)
    {
        ++m_tables;
        m_isSmall = table.columns.size() > kMostColumns;
        m_xml.writeStartElement(kTable, u"table"_s);
        m_xml.writeAttribute(kTable, u"name"_s, u"Table %1"_s.arg(m_tables));
        m_xml.writeAttribute(kTable, u"style-name"_s, style::kTable);
        for (size_t i = 0; i < table.columns.size(); ++i) {
            m_xml.writeEmptyElement(kTable, u"table-column"_s);
            m_xml.writeAttribute(kTable, u"style-name"_s, columnStyle(m_tables, i));
        }
        m_xml.writeStartElement(kTable, u"table-header-rows"_s);
        m_xml.writeStartElement(kTable, u"table-row"_s);
        for (const Column &column : table.columns)
            writeCell({flatHead(column.head), false, {}, Fill::None}, column.kind, true, false);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        for (const Row &row : table.rows) {
            m_xml.writeStartElement(kTable, u"table-row"_s);
            m_xml.writeAttribute(kTable, u"style-name"_s, style::kRow);
            for (size_t i = 0; i < table.columns.size(); ++i) {
                const Cell cell = i < row.cells.size() ? row.cells[i] : Cell();
                writeCell(cell, table.columns[i].kind, false, cell.strong || row.kind == RowKind::Total);
            }
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void picture(const Chart &chart)
    {
        const QString name = u"Pictures/chart%1.svg"_s.arg(++m_charts);
        m_content.pictures.push_back({name, svgFile(chart, m_palette)});
        m_xml.writeStartElement(kText, u"p"_s);
        m_xml.writeAttribute(kText, u"style-name"_s, style::kSubline);
        frame(name, u"17cm"_s, u"5.7cm"_s, chart.summary);
        m_xml.writeEndElement();
        paragraph(style::kNote, Text(chart.summary));
    }

    /// The picture of a payer's fill, kept once per document.
    QString swatchName(Fill fill)
    {
        const QString name = u"Pictures/key%1.svg"_s.arg(int(fill));
        if (std::ranges::find(m_content.pictures, name, &OdtPicture::name) == m_content.pictures.end())
            m_content.pictures.push_back({name, svgSwatchFile(fill, m_palette)});
        return name;
    }

    /// A picture in the line of text; `words` is what stands for it where it cannot be seen.
    void frame(const QString &name, const QString &width, const QString &height, const QString &words)
    {
        m_xml.writeStartElement(kDraw, u"frame"_s);
        m_xml.writeAttribute(kDraw, u"name"_s, u"Picture %1"_s.arg(++m_frames));
        m_xml.writeAttribute(kText, u"anchor-type"_s, u"as-char"_s);
        m_xml.writeAttribute(kSvg, u"width"_s, width);
        m_xml.writeAttribute(kSvg, u"height"_s, height);
        m_xml.writeEmptyElement(kDraw, u"image"_s);
        m_xml.writeAttribute(kXlink, u"href"_s, name);
        m_xml.writeAttribute(kXlink, u"type"_s, u"simple"_s);
        if (!words.isEmpty())
            m_xml.writeTextElement(kSvg, u"desc"_s, markupText(words));
        m_xml.writeEndElement();
    }

    OdtContent m_content;
    QXmlStreamWriter m_xml;
    Palette m_palette;
    int m_tables = 0;
    bool m_isSmall = false; ///< the table has so many columns that its type is smaller
    int m_charts = 0;
    int m_frames = 0;
};

} // namespace

OdtContent odtContent(const Brief &brief)
{
    return ContentWriter(brief).take();
}

} // namespace documents
