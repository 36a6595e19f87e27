#include "documents/blocklayout.h"

#include "documents/chart.h"
#include "documents/formats.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

/// The lines of a text as pieces: no line of a paragraph stands alone at the foot or the top of a page.
void addLines(Flow &flow, const SetText &text, const TextStyle &style, qreal left, qreal before, Keep within)
{
    const int count = text.lineCount();
    for (int i = 0; i < count; ++i) {
        Fragment line;
        line.height = style.leading;
        line.texts.push_back(text.mark(i, left, 0));
        const bool edge = i == 0 || i == count - 2;
        const Keep keep = i == count - 1 ? Keep::None : edge ? Keep::Hard : within;
        flow.add(std::move(line), i == 0 ? before : 0, keep);
    }
}

} // namespace

Flow layoutHead(const QString &head, const QString &subline, qreal width, LayoutContext &context)
{
    Fragment fragment;
    fragment.rule(0, 0, width, measure::kHeadRule, color::kNavy);
    const qreal top = measure::kHeadRule + measure::kRuleToHead;
    qreal height = top + style::kHead.leading;
    qreal left = width; // a head of several lines has its subline below
    if (context.type.width(head, style::kHead) <= width)
        left = context.type.line(fragment, head, style::kHead, 0, top) + measure::kHeadToSubline;
    else
        height = top + context.type.paragraph(fragment, Text(head), style::kHead, 0, top, width);
    if (!subline.isEmpty() && left + context.type.width(subline, style::kSubline) <= width) {
        context.type.line(fragment, subline, style::kSubline, left, top + 0.5);
    } else if (!subline.isEmpty()) {
        height += context.type.paragraph(fragment, Text(subline), style::kNote, 0, height, width);
    }
    fragment.height = height;
    Flow flow;
    flow.add(std::move(fragment), 0, Keep::Hard);
    flow.pieces.back().bookmark = head;
    return flow;
}

Flow layoutParagraphs(const Paragraphs &block, const TextStyle &style, qreal width, LayoutContext &context)
{
    Flow flow;
    for (const Text &paragraph : block.paragraphs) {
        const qreal before = flow.pieces.empty() ? 0 : context.tight.paragraphGap;
        addLines(flow, context.type.set(paragraph, style, width), style, 0, before, Keep::None);
    }
    return flow;
}

Flow layoutNote(const Text &text, qreal width, LayoutContext &context)
{
    Flow flow;
    if (!text.isEmpty())
        addLines(flow, context.type.set(text, style::kNote, width), style::kNote, 0, 0, Keep::Soft);
    return flow;
}

Flow layoutSideNotes(const SideNotes &block, qreal width, LayoutContext &context)
{
    Flow flow;
    for (const Text &note : block.notes)
        flow.append(layoutNote(note, width, context), flow.pieces.empty() ? 0 : 2);
    return flow;
}

Flow layoutLabelledList(const LabelledList &block, const ListLook &look, qreal width, LayoutContext &context)
{
    constexpr qreal kBesideLabel = 3;
    constexpr int kMostLinesKept = 8; // a longer text runs on rather than leave a gap
    Flow flow;
    TextStyle label = style::kListLabel;
    label.leading = look.style.leading;
    for (const LabelledText &row : block.rows) {
        const SetText text = context.type.set(row.value, look.style, width - look.labelWidth);
        const size_t first = flow.pieces.size();
        const Keep within = text.lineCount() > kMostLinesKept ? Keep::None : Keep::Soft;
        qreal before = first == 0 ? 0 : look.rowGap;
        const bool isOver = context.type.width(row.label, label) > look.labelWidth - kBesideLabel;
        if (isOver) { // a name of its own, longer than its column
            Fragment name;
            name.height = context.type.paragraph(name, Text(row.label), label, 0, 0, width);
            flow.add(std::move(name), before, Keep::Hard);
            before = 0;
        }
        addLines(flow, text, look.style, look.labelWidth, before, within);
        if (isOver)
            continue;
        // The label is read before its text.
        Fragment &fragment = flow.pieces[first].fragment;
        context.type.line(fragment, row.label, label, 0, 0);
        std::rotate(fragment.texts.begin(), fragment.texts.end() - 1, fragment.texts.end());
    }
    return flow;
}

Flow layoutAskLine(const AskLine &block, LayoutContext &context)
{
    constexpr qreal kAbove = 9;
    constexpr qreal kPad = 4.5;
    constexpr qreal kAroundSign = 7;
    constexpr qreal kUnderRow = 4;
    Typesetter &type = context.type;
    Fragment fragment;
    const qreal width = context.grid.content;
    const TextStyle sign = [] {
        TextStyle style = style::kFigure;
        style.face = Face::Regular;
        return style.in(color::kSecondary);
    }();
    const qreal rowHeight = style::kLabel.leading + style::kFigure.leading;
    fragment.rule(0, kAbove, width, measure::kThinRule, color::kRule);
    qreal x = 0;
    qreal y = kAbove + measure::kThinRule + kPad;
    for (size_t i = 0; i < block.terms.size(); ++i) {
        const AskTerm &term = block.terms[i];
        const bool isAsk = i + 1 == block.terms.size();
        const TextStyle figure = isAsk ? style::kFigure.in(color::kNavy) : style::kFigure;
        const qreal signWidth = term.sign.isEmpty() ? 0 : type.width(term.sign, sign) + kAroundSign;
        const qreal termWidth = std::max(type.width(term.label, style::kLabel), type.width(term.figure, figure));
        if (x > 0 && x + signWidth + termWidth > width) {
            x = 0;
            y += rowHeight + kUnderRow;
        }
        const qreal left = isAsk ? width - termWidth : x + signWidth;
        if (isAsk) {
            type.lineToRight(fragment, term.label, style::kLabel, width, y);
            const qreal start = width - type.width(term.figure, figure);
            if (!term.sign.isEmpty())
                type.lineToRight(fragment, term.sign, sign, std::min(start, left) - kAroundSign,
                                 y + style::kLabel.leading);
            type.lineToRight(fragment, term.figure, figure, width, y + style::kLabel.leading);
        } else {
            type.line(fragment, term.label, style::kLabel, left, y);
            type.line(fragment, term.sign, sign, x, y + style::kLabel.leading);
            type.line(fragment, term.figure, figure, left, y + style::kLabel.leading);
        }
        x = left + termWidth + kAroundSign;
    }
    y += rowHeight + kPad;
    fragment.rule(0, y, width, measure::kThinRule, color::kRule);
    fragment.height = y + measure::kThinRule;
    Flow flow;
    flow.add(std::move(fragment), 0, Keep::None);
    if (!block.note.isEmpty()) {
        flow.pieces.back().keep = Keep::Hard;
        flow.append(layoutNote(block.note, width, context), measure::kTableToNote);
    }
    return flow;
}

Flow layoutKeyFigures(const KeyFigures &block, LayoutContext &context)
{
    const qreal count = qreal(std::max<size_t>(block.figures.size(), 1));
    const qreal step = (context.grid.content + measure::kGutter) / count;
    Fragment fragment;
    for (size_t i = 0; i < block.figures.size(); ++i) {
        const qreal left = step * qreal(i);
        context.type.line(fragment, block.figures[i].figure, style::kFigure, left, 0);
        const qreal height = context.type.paragraph(fragment, Text(block.figures[i].label), style::kNote, left,
                                                    style::kFigure.leading, step - measure::kGutter);
        fragment.height = std::max(fragment.height, style::kFigure.leading + height);
    }
    Flow flow;
    flow.add(std::move(fragment), 0, Keep::Soft);
    return flow;
}

namespace {

constexpr qreal kAbovePlot = 17;
constexpr qreal kWindowLabelTop = 2;
constexpr qreal kBesideLine = 3;

/// Puts the go-live label beside its line where no bar reaches up to it; else the scale gets a step taller.
void placeGoLive(Fragment &into, ChartMark &mark, LayoutContext &context)
{
    const Chart &chart = mark.chart;
    const qreal width = context.type.width(chart.goLiveLabel, style::kChart) + kBesideLine;
    const qreal x = mark.pitch * *chart.goLive;
    const bool roomRight = x + width <= mark.plot.width();
    const qreal left = roomRight ? x : x - width;
    const int first = std::max(int(left / mark.pitch), 0);
    const int last = std::min(int((left + width) / mark.pitch), int(chart.periods.size()) - 1);
    constexpr int kMostExtraSteps = 4;
    for (int extra = 0; extra <= kMostExtraSteps; ++extra) {
        mark.scale = chartScale(chart, extra);
        qreal highest = 0;
        for (int period = first; period <= last; ++period)
            highest = std::max(highest, qreal(chartHeight(chart, period)));
        if (highest / qreal(mark.scale.top) * mark.plot.height() <= mark.plot.height() - style::kChart.leading)
            break;
    }
    const qreal top = mark.plot.top() - 1;
    if (roomRight)
        context.type.line(into, chart.goLiveLabel, style::kChart, mark.plot.left() + x + kBesideLine, top);
    else
        context.type.lineToRight(into, chart.goLiveLabel, style::kChart, mark.plot.left() + x - kBesideLine, top);
}

} // namespace

Fragment layoutChart(const Chart &chart, LayoutContext &context)
{
    const int periods = int(chart.periods.size());
    const PageGrid grid = context.grid.forPeriods(periods);
    Fragment fragment;
    ChartMark mark;
    mark.plot = {grid.label, kAbovePlot, grid.pitch * periods, context.tight.chartHeight};
    mark.pitch = grid.pitch;
    mark.chart = chart;
    mark.scale = chartScale(chart);
    if (chart.windowFrom <= chart.windowTo && !chart.windowLabel.isEmpty()) {
        const TextStyle style = style::kChart.in(color::kNavy);
        const qreal width = context.type.width(chart.windowLabel, style);
        const qreal left = std::min(grid.label + grid.pitch * chart.windowFrom + 2, grid.content - width);
        context.type.line(fragment, chart.windowLabel, style, left, kWindowLabelTop);
    }
    if (chart.goLive)
        placeGoLive(fragment, mark, context);
    const qreal labelRight = grid.label - 4;
    for (const qint64 line : mark.scale.lines) {
        const qreal y = mark.plot.bottom() - mark.plot.height() * qreal(line) / qreal(mark.scale.top);
        context.type.lineToRight(fragment, grouped(line), style::kChart, labelRight, y - style::kChart.leading / 2);
    }
    context.type.lineToRight(fragment, u"0"_s, style::kChart, labelRight,
                             mark.plot.bottom() - style::kChart.leading + 2);
    fragment.height = mark.plot.bottom() + measure::kTableRule;
    fragment.charts.push_back(std::move(mark));
    return fragment;
}

std::vector<Flow> layoutItems(const NumberedList &block, qreal width, LayoutContext &context)
{
    constexpr qreal kNumberWidth = 14;
    std::vector<Flow> items;
    TextStyle style = style::kSmallList.sized(context.tight.assumptionSize);
    style.leading = style::kSmallList.leading * context.tight.assumptionSize / style::kSmallList.size;
    for (size_t i = 0; i < block.items.size(); ++i) {
        const NumberedItem &item = block.items[i];
        if (!context.tight.statedAssumptions && item.status == ItemStatus::Stated)
            continue;
        Text text = item.text;
        if (item.status != ItemStatus::None)
            text.spans.insert(text.spans.begin(), {Span{statusWord(item.status) + u'.', true}, Span{u" "_s, false}});
        Flow flow;
        addLines(flow, context.type.set(text, style, width - kNumberWidth), style, kNumberWidth, 0, Keep::Soft);
        Fragment &first = flow.pieces.front().fragment;
        context.type.line(first, QString::number(i + 1), style, 0, 0);
        std::rotate(first.texts.begin(), first.texts.end() - 1, first.texts.end());
        items.push_back(std::move(flow));
    }
    return items;
}

} // namespace documents
