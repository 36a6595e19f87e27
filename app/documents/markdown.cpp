#include "documents/markdown.h"

#include "documents/markup.h"

using namespace Qt::StringLiterals;

namespace documents {

namespace {

/// Punctuation that may begin markup anywhere in a line. CommonMark lets any ASCII punctuation be escaped.
constexpr QStringView kSpecial = u"\\`*_[]<>|#~&";

/// A line that would begin a list, a quote, a rule or a code block does not: its first sign is escaped, its indent goes.
QString safeStart(const QString &line)
{
    QString text = line;
    while (text.startsWith(u' ') || text.startsWith(u'\t'))
        text.remove(0, 1);
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    if (digits > 0 && digits < text.size() && (text[digits] == u'.' || text[digits] == u')'))
        text.insert(digits, u'\\');
    else if (text.startsWith(u'-') || text.startsWith(u'+') || text.startsWith(u'='))
        text.prepend(u'\\');
    return text;
}

QString escaped(const QString &text)
{
    QString result;
    for (const QChar sign : markupText(text)) {
        if (kSpecial.contains(sign))
            result += u'\\';
        result += sign;
    }
    return result;
}

/// Inside a line: a line feed becomes a space.
QString inlined(const QString &text)
{
    return escaped(text).replace(u'\n', u' ');
}

QString strong(const QString &text)
{
    // The markers have to touch words.
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? text : QString(u"**" + trimmed + u"**" + (text.endsWith(u' ') ? u" " : u""));
}

QString inlineText(const Text &text)
{
    QString result;
    for (const Span &span : text.spans)
        result += span.strong ? strong(inlined(span.text)) : inlined(span.text);
    return result;
}

/// A paragraph of its own; line feeds inside it are hard breaks.
QString paragraph(const Text &text)
{
    QString whole;
    for (const Span &span : text.spans)
        whole += span.strong ? strong(escaped(span.text)) : escaped(span.text);
    QStringList lines;
    for (const QString &line : whole.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(safeStart(line));
    }
    return lines.isEmpty() ? QString() : QString(lines.join(u"  \n"_s) + u"\n\n");
}

QString labelledRows(const std::vector<LabelledText> &rows)
{
    QString text;
    for (const LabelledText &row : rows)
        text += u"- "_s + strong(inlined(row.label)) + u": " + inlineText(row.value) + u'\n';
    return text.isEmpty() ? text : QString(text + u'\n');
}

QString cellText(const Cell &cell)
{
    QString text = inlined(cell.text);
    if (cell.strong)
        text = strong(text);
    if (!cell.under.isEmpty())
        text += u" ("_s + inlined(cell.under) + u')';
    return text;
}

QString tableText(const Table &table)
{
    QString head = u"|"_s;
    QString rule = u"|"_s;
    for (const Column &column : table.columns) {
        head += u' ' + inlined(flatHead(column.head)) + u" |";
        rule += isFigureColumn(column.kind) ? u" ---: |"_s : u" --- |"_s;
    }
    QString text = head + u'\n' + rule + u'\n';
    for (const Row &row : table.rows) {
        text += u'|';
        for (size_t i = 0; i < table.columns.size(); ++i) {
            Cell cell = i < row.cells.size() ? row.cells[i] : Cell();
            cell.strong = cell.strong || (row.kind == RowKind::Total && !cell.text.isEmpty());
            text += u' ' + cellText(cell) + u" |";
        }
        text += u'\n';
    }
    return text + u'\n';
}

struct BlockMarkdown {
    QString operator()(const Paragraphs &block) const
    {
        QString text;
        for (const Text &entry : block.paragraphs)
            text += paragraph(entry);
        return text;
    }
    QString operator()(const LabelledList &block) const { return labelledRows(block.rows); }
    QString operator()(const Table &block) const { return tableText(block); }
    QString operator()(const AskLine &block) const { return tableText(askTable(block)) + paragraph(block.note); }
    QString operator()(const KeyFigures &block) const
    {
        QString text;
        for (const KeyFigure &figure : block.figures)
            text += u"- "_s + strong(inlined(figure.figure)) + u' ' + inlined(figure.label) + u'\n';
        return text + u'\n';
    }
    QString operator()(const Chart &block) const { return paragraph(Text(block.summary)); }
    QString operator()(const Note &block) const { return paragraph(block.text); }
    QString operator()(const SideNotes &block) const
    {
        QString text;
        for (const Text &note : block.notes)
            text += paragraph(note);
        return text;
    }
    QString operator()(const NumberedList &block) const
    {
        QString text;
        for (size_t i = 0; i < block.items.size(); ++i) {
            const NumberedItem &item = block.items[i];
            const QString status = statusPrefix(item.status);
            text += QString::number(i + 1) + u". " + (status.isEmpty() ? QString() : strong(status))
                  + inlineText(item.text) + u'\n';
        }
        return text + u'\n';
    }
};

QString heading(QStringView marks, const QString &text)
{
    return marks + u' ' + inlined(text) + u"\n\n";
}

QString stripText(const Strip &strip)
{
    QString text = heading(u"##", strip.name);
    if (const QString target = linkTarget(strip.url); !target.isEmpty())
        text += u"["_s + inlined(strip.url) + u"](<" + target + u">)\n\n";
    else
        text += paragraph(Text(strip.url));
    text += paragraph(Text(strip.description));
    std::vector<LabelledText> rows = strip.company;
    rows.insert(rows.end(), strip.bill.begin(), strip.bill.end());
    return text + labelledRows(rows) + paragraph(strip.reason);
}

} // namespace

QString toMarkdown(const Brief &brief)
{
    const Band &band = brief.band;
    QString text = paragraph(Text(letterhead(brief.hand))) + heading(u"#", band.program) + paragraph(Text(band.title));
    if (!band.ask.isEmpty())
        text += u"Ask "_s + strong(inlined(band.ask)) + u"\n\n";
    text += paragraph(Text(band.askNote)) + labelledRows(band.facts);
    if (brief.strip)
        text += stripText(*brief.strip);
    for (const Section &section : brief.sections) {
        text += heading(u"##", section.head) + paragraph(Text(section.subline));
        for (const Block &block : section.blocks)
            text += std::visit(BlockMarkdown(), block);
    }
    text += paragraph(Text(brief.footerLeft + u'\n' + brief.footerRight));
    while (text.endsWith(u"\n\n"_s))
        text.chop(1);
    return text;
}

} // namespace documents
