#include "documents/html.h"

#include "documents/logo.h"
#include "documents/markup.h"
#include "documents/svgchart.h"
#include "documents/typography.h"

using namespace Qt::StringLiterals;

namespace documents {

namespace {

QString escaped(const QString &text)
{
    return markupText(text).toHtmlEscaped();
}

/// Paragraphs may hold line feeds of their own.
QString escapedLines(const QString &text)
{
    return escaped(text).replace(u'\n', u"<br>"_s);
}

QString element(QStringView name, const QString &content, QStringView attributes = {})
{
    return u'<' + name + (attributes.isEmpty() ? QString() : QString(u' ' + attributes)) + u'>' + content + u"</" + name
         + u'>';
}

QString inlineText(const Text &text)
{
    QString html;
    for (const Span &span : text.spans)
        html += span.strong ? element(u"strong", escapedLines(span.text)) : escapedLines(span.text);
    return html;
}

QString labelledRows(const std::vector<LabelledText> &rows)
{
    QString html;
    for (const LabelledText &row : rows)
        html += u"<div>"_s + element(u"dt", escaped(row.label)) + element(u"dd", inlineText(row.value)) + u"</div>\n";
    return html.isEmpty() ? html : QString(u"<dl>\n" + html + u"</dl>\n");
}

QString cellHtml(const Cell &cell, ColumnKind kind, bool isHead, const Palette &palette)
{
    QString content = svgSwatch(cell.swatch, palette) + escaped(cell.text);
    if (cell.strong)
        content = element(u"strong", content);
    if (!cell.under.isEmpty())
        content += u"<br>"_s + element(u"small", escaped(cell.under));
    if (isHead)
        return element(u"th", content, u"scope=\"row\"");
    return element(u"td", content, isFigureColumn(kind) ? u"class=\"figure\"" : u"");
}

QString rowHtml(const Row &row, const Table &table, size_t headColumn, const Palette &palette)
{
    QString html;
    for (size_t i = 0; i < table.columns.size(); ++i)
        html += cellHtml(i < row.cells.size() ? row.cells[i] : Cell(), table.columns[i].kind, i == headColumn, palette);
    return element(u"tr", html, row.kind == RowKind::Total ? u"class=\"total\"" : u"") + u'\n';
}

/// The column that names a row: the first label, not the number before it.
size_t headColumnOf(const Table &table)
{
    for (size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == ColumnKind::Label)
            return i;
    }
    return 0;
}

QString tableHtml(const Table &table, const QString &caption, const Palette &palette)
{
    QString head;
    for (const Column &column : table.columns) {
        if (column.head.isEmpty()) // nothing heads it: no header that says nothing
            head += element(u"td", {});
        else
            head += element(u"th", escaped(flatHead(column.head)),
                            isFigureColumn(column.kind) ? u"scope=\"col\" class=\"figure\"" : u"scope=\"col\"");
    }
    QString body;
    const size_t headColumn = headColumnOf(table);
    for (const Row &row : table.rows)
        body += rowHtml(row, table, headColumn, palette);
    return u"<div class=\"wide\" role=\"region\" aria-label=\"%1\" tabindex=\"0\"><table>\n"_s.arg(escaped(caption))
         + element(u"caption", escaped(caption)) + u"\n<thead>" + element(u"tr", head) + u"</thead>\n<tbody>\n" + body
         + u"</tbody>\n</table></div>\n";
}

struct BlockHtml {
    QString caption; ///< of a table: its section's head
    const Palette &palette;

    QString operator()(const Paragraphs &block) const
    {
        QString html;
        for (const Text &paragraph : block.paragraphs)
            html += element(u"p", inlineText(paragraph)) + u'\n';
        return html;
    }
    QString operator()(const LabelledList &block) const { return labelledRows(block.rows); }
    QString operator()(const Table &block) const { return tableHtml(block, caption, palette); }
    QString operator()(const AskLine &block) const
    {
        QString html;
        for (const AskTerm &term : block.terms)
            html += u"<div>"_s + element(u"dt", escaped(term.label))
                  + element(u"dd", escaped(QString(term.sign + u' ' + term.figure).trimmed())) + u"</div>\n";
        html = element(u"dl", html, u"class=\"ask\"") + u'\n';
        return block.note.isEmpty() ? html : QString(html + noteHtml(block.note));
    }
    QString operator()(const KeyFigures &block) const
    {
        QString html;
        for (const KeyFigure &figure : block.figures)
            html += element(u"li", element(u"strong", escaped(figure.figure)) + u' ' + escaped(figure.label)) + u'\n';
        return element(u"ul", html, u"class=\"figures\"") + u'\n';
    }
    QString operator()(const Chart &block) const
    {
        return element(u"figure", svgChart(block, palette) + element(u"figcaption", escaped(block.summary))) + u'\n';
    }
    QString operator()(const Note &block) const { return noteHtml(block.text); }
    QString operator()(const SideNotes &block) const
    {
        QString html;
        for (const Text &note : block.notes)
            html += noteHtml(note);
        return html;
    }
    QString operator()(const NumberedList &block) const
    {
        QString html;
        for (const NumberedItem &item : block.items) {
            const QString status = statusPrefix(item.status);
            html += element(u"li", (status.isEmpty() ? QString() : element(u"strong", escaped(status.trimmed())) + u' ')
                                       + inlineText(item.text))
                  + u'\n';
        }
        return element(u"ol", html) + u'\n';
    }

private:
    static QString noteHtml(const Text &note) { return element(u"p", inlineText(note), u"class=\"note\"") + u'\n'; }
};

QString bandHtml(const Band &band)
{
    QString html = u"<header>\n"_s + element(u"h1", escaped(band.program)) + u'\n'
                 + element(u"p", escaped(band.title), u"class=\"title\"") + u'\n';
    if (!band.ask.isEmpty())
        html += element(u"p", u"<span class=\"label\">Ask</span> "_s + element(u"strong", escaped(band.ask)),
                        u"class=\"amount\"")
              + u'\n';
    if (!band.askNote.isEmpty())
        html += element(u"p", escaped(band.askNote), u"class=\"note\"") + u'\n';
    return html + labelledRows(band.facts) + u"</header>\n";
}

QString stripHtml(const Strip &strip)
{
    QString html = element(u"h2", escaped(strip.name));
    if (const QString target = linkTarget(strip.url); !target.isEmpty())
        html += element(u"p", element(u"a", escaped(strip.url), QString(u"href=\""_s + target.toHtmlEscaped() + u'"')));
    else if (!strip.url.isEmpty())
        html += element(u"p", escaped(strip.url));
    if (!strip.description.isEmpty())
        html += element(u"p", escaped(strip.description));
    std::vector<LabelledText> rows = strip.company;
    rows.insert(rows.end(), strip.bill.begin(), strip.bill.end());
    html += labelledRows(rows);
    if (!strip.reason.isEmpty())
        html += element(u"p", inlineText(strip.reason), u"class=\"note\"");
    return element(u"section", u'\n' + html, u"class=\"strip\"") + u'\n';
}

QString sectionHtml(const Section &section, const Palette &palette)
{
    QString html = element(u"h2", escaped(section.head)) + u'\n';
    if (!section.subline.isEmpty())
        html += element(u"p", escaped(section.subline), u"class=\"subline\"") + u'\n';
    int tables = 0;
    for (const Block &block : section.blocks) {
        // Each table has a name of its own, so that a list of them tells them apart.
        QString caption = section.head;
        if (std::holds_alternative<Table>(block) && ++tables > 1)
            caption += u", table "_s + QString::number(tables);
        html += std::visit(BlockHtml{caption, palette}, block);
    }
    return element(u"section", u'\n' + html) + u'\n';
}

QString name(QRgb color)
{
    return QColor::fromRgb(color).name();
}

QString styleSheet(Paper paper, const Palette &palette)
{
    return u"@page{size:%1;margin:16mm 19mm}"
           u"*{box-sizing:border-box}"
           u"body{margin:0 auto;padding:24px;max-width:820px;background:%2;color:%3;"
           u"font:15px/1.5 \"Liberation Sans\",Arial,Helvetica,sans-serif;overflow-wrap:anywhere}"
           u"header{border-top:4px solid %4;padding-top:8px}"
           u"h1,h2,.amount strong,dl.ask div:last-child dd{color:%4}"
           u"h1{font-size:28px;line-height:1.2;margin:0}h2{font-size:17px;margin:24px 0 4px}"
           u"section{border-top:1px solid %4;margin-top:24px}section h2{margin-top:8px}"
           u"p{margin:4px 0 8px}.title{font-size:17px}.amount strong{font-size:36px}"
           u".label,.subline,.note,dt,small,figcaption,footer{color:%5;font-size:13px}"
           u"dl{margin:8px 0}dl div{display:flex;gap:12px;padding:2px 0}dt{flex:0 0 150px}dd{margin:0;flex:1}"
           u"dl.ask{border-bottom:1px solid %6}dl.ask dt{flex-basis:280px}dl.ask dd{font-variant-numeric:tabular-nums}"
           u"thead .figure{white-space:normal}"
           u".strip{background:%7;padding:0 12px 8px;border:0}"
           u".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}"
           u"caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}"
           u"th,td{padding:4px 6px;border-bottom:1px solid "
           u"%6;text-align:left;vertical-align:top;overflow-wrap:break-word}"
           u"tbody th{min-width:9em}"
           u"thead th{color:%5;border-bottom:1px solid %3;font-weight:400}tbody th{font-weight:400}"
           u".figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"
           u".total{background:%7;font-weight:700}.total th{font-weight:700}"
           u"ul.figures{list-style:none;padding:0;display:flex;gap:24px;flex-wrap:wrap}ul.figures strong{display:block}"
           u"figure{margin:8px 0}.chart{width:100%;height:auto;font-size:11px}.chart text{fill:%5}"
           u".swatch{width:11px;height:11px;margin-right:6px}"
           u"a{color:%4}footer{border-top:1px solid %6;margin-top:24px;padding-top:6px;display:flex;"
           u"justify-content:space-between;gap:24px;flex-wrap:wrap}"
           u"@media "
           u"print{body{padding:0;max-width:none;font-size:10pt}h2{break-after:avoid}tr,figure{break-inside:avoid}"
           u"table{font-size:8pt}th,td{padding:3px}"
           u".wide{overflow:visible}}"_s.arg(paper == Paper::A4 ? u"A4"_s : u"letter"_s, name(color::kWhite),
                                             name(color::kInk), name(palette.of(color::kNavy)), name(color::kSecondary),
                                             name(color::kRule), name(color::kTint));
}

QString letterheadStyle()
{
    return u".letterhead{display:flex;justify-content:space-between;align-items:end;gap:24px;margin-bottom:12px;"
           u"font-size:13px}.letterhead img{max-height:44px;max-width:220px}.letterhead p{margin:0}"_s;
}

QString letterheadHtml(const Hand &hand)
{
    if (!hand.hasLetterhead())
        return {};
    QString html;
    if (hand.logo)
        html = u"<img src=\"data:%1;base64,%2\" alt=\"%3\">"_s.arg(
            hand.logo->mediaType(), QString::fromLatin1(hand.logo->bytes().toBase64()),
            (hand.name.isEmpty() ? u"Logo"_s : QString(u"Logo of "_s + escaped(hand.name))));
    QString words = hand.name.isEmpty() ? QString() : element(u"strong", escaped(hand.name));
    if (!hand.address.isEmpty())
        words += (words.isEmpty() ? QString() : u"<br>"_s) + escaped(hand.address);
    if (!words.isEmpty())
        html += element(u"p", words);
    return element(u"div", html, u"class=\"letterhead\" role=\"region\" aria-label=\"Letterhead\"") + u'\n';
}

} // namespace

QString toHtml(const Brief &brief)
{
    QString main;
    if (brief.strip)
        main += stripHtml(*brief.strip);
    for (const Section &section : brief.sections)
        main += sectionHtml(section, brief.hand.palette);
    QString head = u"<meta charset=\"utf-8\">\n"
                   u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   u"'unsafe-inline'%1\">\n"_s.arg(brief.hand.logo ? u"; img-src data:"_s : QString());
    head += element(u"title", escaped(brief.properties.title)) + u'\n';
    if (!brief.properties.author.isEmpty())
        head += u"<meta name=\"author\" content=\"%1\">\n"_s.arg(escaped(brief.properties.author));
    head += u"<meta name=\"description\" content=\"%1\">\n"_s.arg(escaped(brief.properties.subject));
    head += element(u"style", styleSheet(brief.paper, brief.hand.palette)
                                  + (brief.hand.hasLetterhead() ? letterheadStyle() : QString()))
          + u'\n';
    return u"<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n"_s + head + u"</head>\n<body>\n"
         + svgPatterns(brief.hand.palette) + letterheadHtml(brief.hand) + bandHtml(brief.band)
         + element(u"main", u'\n' + main) + u"\n<footer>" + element(u"span", escaped(brief.footerLeft))
         + element(u"span", escaped(brief.footerRight)) + u"</footer>\n</body>\n</html>\n";
}

} // namespace documents
