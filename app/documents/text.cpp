#include "documents/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr qsizetype kWidth = 100;
constexpr qsizetype kBasisWidth = 44;

/// Breaks at spaces; what follows the first line is indented.
QString wrapped(const QString &text, qsizetype indent)
{
    QString result;
    QString line;
    const QString margin(indent, u' ');
    for (const QString &paragraph : text.split(u'\n')) {
        for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && indent + line.size() + 1 + word.size() > kWidth) {
                result += (result.isEmpty() ? QString() : margin) + line + u'\n';
                line.clear();
            }
            line += (line.isEmpty() ? QString() : u" "_s) + word;
        }
        result += (result.isEmpty() ? QString() : margin) + line + u'\n';
        line.clear();
    }
    return result;
}

QString labelledRows(const std::vector<LabelledText> &rows)
{
    qsizetype widest = 0;
    for (const LabelledText &row : rows)
        widest = std::max(widest, row.label.size());
    QString text;
    for (const LabelledText &row : rows)
        text += row.label.leftJustified(widest) + u"  " + wrapped(row.value.plain(), widest + 2);
    return text;
}

bool isFigure(ColumnKind kind)
{
    return kind == ColumnKind::Period || kind == ColumnKind::Figure || kind == ColumnKind::Total;
}

/// A head in two parts reads on as one: "Calls a day, Jan".
QString flat(const QString &head)
{
    QString text = head;
    return text.replace(u'\n', u' ');
}

QString tableText(const Table &table)
{
    std::vector<qsizetype> widths;
    for (const Column &column : table.columns)
        widths.push_back(flat(column.head).size());
    for (const Row &row : table.rows) {
        for (size_t i = 0; i < row.cells.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row.cells[i].text.size());
    }
    qsizetype whole = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        if (table.columns[i].kind == ColumnKind::Basis)
            widths[i] = std::min(widths[i], kBasisWidth);
        whole += widths[i] + (i > 0 ? 2 : 0);
    }
    const auto line = [&](const auto &textOf) {
        QString text;
        for (size_t i = 0; i < widths.size(); ++i) {
            const QString cell = textOf(i);
            text += (i > 0 ? u"  "_s : QString())
                  + (isFigure(table.columns[i].kind) ? cell.rightJustified(widths[i]) : cell.leftJustified(widths[i]));
        }
        while (text.endsWith(u' '))
            text.chop(1);
        return QString(text + u'\n');
    };
    QString text = line([&](size_t i) { return flat(table.columns[i].head); });
    text += QString(whole, u'-') + u'\n';
    for (const Row &row : table.rows) {
        if (row.kind == RowKind::Total)
            text += QString(whole, u'-') + u'\n';
        text += line([&](size_t i) { return i < row.cells.size() ? row.cells[i].text : QString(); });
        for (const Cell &cell : row.cells) {
            if (!cell.under.isEmpty())
                text += u"  "_s + wrapped(cell.under, 2);
        }
    }
    return text;
}

struct BlockText {
    QString operator()(const Paragraphs &block) const
    {
        QStringList texts;
        for (const Text &paragraph : block.paragraphs)
            texts.append(wrapped(paragraph.plain(), 0));
        return texts.join(u'\n');
    }
    QString operator()(const LabelledList &block) const { return labelledRows(block.rows); }
    QString operator()(const Table &block) const { return tableText(block); }
    QString operator()(const AskLine &block) const
    {
        QString text;
        for (const AskTerm &term : block.terms)
            text += term.sign.leftJustified(2) + term.figure.rightJustified(14) + u"  " + term.label + u'\n';
        return block.note.isEmpty() ? text : QString(text + u'\n' + wrapped(block.note.plain(), 0));
    }
    QString operator()(const KeyFigures &block) const
    {
        QString text;
        for (const KeyFigure &figure : block.figures)
            text += wrapped(figure.figure + u": " + figure.label, 0);
        return text;
    }
    QString operator()(const Chart &block) const { return wrapped(block.summary, 0); }
    QString operator()(const Note &block) const { return wrapped(block.text.plain(), 0); }
    QString operator()(const SideNotes &block) const
    {
        QString text;
        for (const Text &note : block.notes)
            text += wrapped(note.plain(), 0);
        return text;
    }
    QString operator()(const NumberedList &block) const
    {
        QString text;
        for (size_t i = 0; i < block.items.size(); ++i) {
            const NumberedItem &item = block.items[i];
            const QString word = statusWord(item.status);
            text += QString::number(i + 1).rightJustified(2) + u"  "
                  + wrapped((word.isEmpty() ? QString() : QString(word + u". ")) + item.text.plain(), 4);
        }
        return text;
    }
};

QString headed(const QString &head, const QString &subline)
{
    return head + (subline.isEmpty() ? QString() : QString(u" (" + subline + u')')) + u'\n' + QString(head.size(), u'-')
         + u'\n';
}

} // namespace

QString toText(const Brief &brief)
{
    const Band &band = brief.band;
    const QString head = letterhead(brief.hand);
    QString text = (head.isEmpty() ? QString() : QString(head + u"\n\n")) + band.program + u'\n'
                 + QString(band.program.size(), u'=') + u'\n' + band.title + u"\n\n";
    if (!band.ask.isEmpty())
        text += u"Ask "_s + band.ask + u'\n';
    if (!band.askNote.isEmpty())
        text += band.askNote + u'\n';
    text += u'\n' + labelledRows(band.facts);
    if (brief.strip) {
        const Strip &strip = *brief.strip;
        text += u'\n' + strip.name + (strip.url.isEmpty() ? QString() : QString(u", " + strip.url)) + u'\n';
        if (!strip.description.isEmpty())
            text += wrapped(strip.description, 0);
        std::vector<LabelledText> rows = strip.company;
        rows.insert(rows.end(), strip.bill.begin(), strip.bill.end());
        text += labelledRows(rows);
        if (!strip.reason.isEmpty())
            text += wrapped(strip.reason.plain(), 0);
    }
    for (const Section &section : brief.sections) {
        text += u'\n' + headed(section.head, section.subline);
        for (size_t i = 0; i < section.blocks.size(); ++i)
            text += (i > 0 ? u"\n"_s : QString()) + std::visit(BlockText(), section.blocks[i]);
    }
    text += u'\n' + brief.footerLeft + u'\n' + brief.footerRight + u'\n';
    return text.replace(QChar(QChar::Nbsp), u' ');
}

} // namespace documents
