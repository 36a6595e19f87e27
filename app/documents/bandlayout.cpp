// The band, the company strip and the footer.
#include "documents/blocklayout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr qreal kSmallestGap = 14;
constexpr qreal kLargestGap = 44;

qreal naturalWidth(const LabelledText &fact, const TextStyle &value, Typesetter &type)
{
    return std::max(type.width(fact.label, style::kLabel), type.width(fact.value.plain(), value));
}

/// Labels over values, side by side; as many rows as they need. Returns the height taken.
qreal layoutFacts(Fragment &into, const std::vector<LabelledText> &facts, const TextStyle &value, qreal left, qreal top,
                  qreal width, Typesetter &type)
{
    constexpr qreal kBetweenRows = 4;
    const qreal rowHeight = style::kLabel.leading - 0.5 + value.leading;
    qreal y = top;
    size_t first = 0;
    while (first < facts.size()) {
        qreal used = 0;
        size_t end = first;
        for (; end < facts.size(); ++end) {
            const qreal more = naturalWidth(facts[end], value, type) + (end > first ? kSmallestGap : 0);
            if (end > first && used + more > width)
                break;
            used += more;
        }
        const size_t gaps = end - first > 1 ? end - first - 1 : 1;
        const qreal gap = std::min(kSmallestGap + std::max<qreal>(width - used, 0) / qreal(gaps), kLargestGap);
        qreal x = left;
        qreal tallest = value.leading;
        for (; first < end; ++first) {
            const LabelledText &fact = facts[first];
            type.line(into, fact.label, style::kLabel, x, y);
            const qreal room = left + width - x;
            const qreal natural = naturalWidth(fact, value, type);
            if (natural <= room + 0.01)
                type.line(into, fact.value.plain(), value, x, y + style::kLabel.leading - 0.5);
            else
                tallest = std::max(tallest,
                                   type.paragraph(into, fact.value, value, x, y + style::kLabel.leading - 0.5, room));
            x += natural + gap;
        }
        y += rowHeight - value.leading + tallest + (first < facts.size() ? kBetweenRows : 0);
    }
    return y - top;
}

/// How many letters of the text, up to the end of a word, one line holds.
qsizetype lettersOfLine(const QString &text, const TextStyle &style, qreal width, LayoutContext &context)
{
    qsizetype fits = 0;
    for (qsizetype end = text.indexOf(u' '); end > 0; end = text.indexOf(u' ', end + 1)) {
        if (context.type.width(text.first(end), style) > width)
            break;
        fits = end;
    }
    return fits;
}

} // namespace

Fragment layoutBand(const Band &band, LayoutContext &context)
{
    constexpr qreal kUnderTopRule = 9;
    constexpr qreal kBetweenAskAndTitle = 20;
    constexpr qreal kAboveNote = 4;
    constexpr qreal kAboveRule = 5.5;
    constexpr qreal kUnderRule = 5.5;
    Typesetter &type = context.type;
    const qreal width = context.grid.content;
    Fragment fragment;
    fragment.rule(0, 0, width, measure::kTopRule, color::kNavy);
    const qreal top = measure::kTopRule + kUnderTopRule;

    // The ask shrinks rather than touching the name of the program, but stays the largest thing on the page.
    TextStyle ask = style::kAsk;
    while (type.width(band.ask, ask) > width * 0.55 && ask.size > style::kProgram.size)
        ask.size -= 1;
    const qreal askWidth = band.ask.isEmpty() ? 0 : type.width(band.ask, ask) + kBetweenAskAndTitle;
    const qreal noteWidth = type.width(band.askNote, style::kLabel);
    qreal y = top;
    y += type.paragraph(fragment, Text(band.program), style::kProgram, 0, y, width - askWidth) + 2;
    const qreal titleRoom = width - std::max(askWidth, noteWidth + kBetweenAskAndTitle);
    y += type.paragraph(fragment, Text(band.title), style::kRecordTitle, 0, y, titleRoom);
    qreal rightEnd = top;
    if (!band.ask.isEmpty()) {
        type.lineToRight(fragment, band.ask, ask, width, top);
        type.lineToRight(fragment, band.askNote, style::kLabel, width, top + ask.leading + kAboveNote);
        rightEnd = top + ask.leading + kAboveNote + style::kLabel.leading;
    }
    y = std::max(y, rightEnd) + kAboveRule;
    if (!band.facts.empty()) {
        fragment.rule(0, y, width, measure::kThinRule, color::kRule);
        y += measure::kThinRule + kUnderRule;
        y += layoutFacts(fragment, band.facts, style::kValue, 0, y, width, type);
    }
    fragment.height = y - 1.5; // the air under the values' base line
    return fragment;
}

Fragment layoutStrip(const Strip &strip, LayoutContext &context)
{
    constexpr qreal kPadLeft = 9;
    constexpr qreal kPadTop = 6;
    constexpr qreal kPadBottom = 7.5;
    constexpr qreal kReasonGap = 18;
    Typesetter &type = context.type;
    const qreal inner = context.grid.content - 2 * kPadLeft;
    Fragment fragment;
    qreal y = kPadTop;

    const qreal nameWidth = type.width(strip.name, style::kFigure);
    const qreal urlWidth = type.width(strip.url, style::kValue);
    if (nameWidth + measure::kHeadToSubline + urlWidth <= inner) {
        type.line(fragment, strip.name, style::kFigure, kPadLeft, y);
        type.line(fragment, strip.url, style::kValue.in(color::kSecondary), kPadLeft + nameWidth + 8, y + 1.6);
        y += style::kFigure.leading;
    } else {
        y += type.paragraph(fragment, Text(strip.name), style::kFigure, kPadLeft, y, inner);
        if (!strip.url.isEmpty())
            y += type.paragraph(fragment, Text(strip.url), style::kValue.in(color::kSecondary), kPadLeft, y, inner);
    }
    if (context.tight.description && !strip.description.isEmpty())
        y += type.paragraph(fragment, Text(strip.description), style::kValue, kPadLeft, y, inner);
    y += 4.5;
    y += layoutFacts(fragment, strip.company, style::kValue, kPadLeft, y, inner, type) + 3.5;

    if (!strip.bill.empty() || !strip.reason.isEmpty()) {
        fragment.rule(kPadLeft, y, inner, measure::kThinRule, color::kRule);
        y += measure::kThinRule + 4;
        const TextStyle value = style::kValue.strong();
        qreal billWidth = -kReasonGap;
        for (const LabelledText &fact : strip.bill)
            billWidth += naturalWidth(fact, value, type) + kReasonGap;
        const bool beside = !strip.reason.isEmpty() && billWidth < inner * 0.55;
        const qreal billRoom = beside ? billWidth : inner;
        qreal height = layoutFacts(fragment, strip.bill, value, kPadLeft, y, billRoom, type);
        if (!strip.reason.isEmpty()) {
            const qreal left = beside ? billWidth + kReasonGap : 0;
            const qreal top = beside ? y + 1 : y + height + 2;
            const qreal taken =
                type.paragraph(fragment, strip.reason, style::kSmallList, kPadLeft + left, top, inner - left);
            height = std::max(height, top - y + taken);
        }
        y += height;
    }
    fragment.height = y + kPadBottom;
    fragment.fills.insert(fragment.fills.begin(),
                          FillMark{{0, 0, context.grid.content, fragment.height}, color::kTint});
    return fragment;
}

Fragment layoutFooter(const Brief &brief, int page, int pages, LayoutContext &context)
{
    Fragment fragment;
    const qreal width = context.grid.content;
    fragment.rule(0, 0, width, measure::kThinRule, color::kRule);
    const QString right = brief.footerRight + (brief.footerRight.isEmpty() ? QString() : u" · "_s)
                        + u"Page %1 of %2"_s.arg(page).arg(pages);
    constexpr qreal kUnderRule = 4.5;
    const qreal room = width - context.type.width(right, style::kFooter) - 12;
    // There is room for two lines up to the edge that printers leave white: what is longer goes on under the right part.
    constexpr int kMostLines = 2;
    const QString &left = brief.footerLeft;
    const bool isLong = context.type.set(Text(left), style::kFooter, room).lineCount() > kMostLines;
    const qsizetype first = isLong ? lettersOfLine(left, style::kFooter, room, context) : 0;
    qreal taken = 0;
    if (isLong) {
        context.type.line(fragment, left.first(first), style::kFooter, 0, kUnderRule);
        taken = style::kFooter.leading;
    }
    taken += context.type.paragraph(fragment, Text(left.mid(first).trimmed()), style::kFooter, 0, kUnderRule + taken,
                                    isLong ? width : room);
    context.type.lineToRight(fragment, right, style::kFooter, width, kUnderRule);
    fragment.height = kUnderRule + taken;
    return fragment;
}

} // namespace documents
