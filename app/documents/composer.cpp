#include "documents/composer.h"

#include "documents/blocklayout.h"
#include "documents/composerfindings.h"
#include "documents/logo.h"
#include "documents/shortforms.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr qreal kBetweenBlocks = 9;
constexpr int kWantedPages = 2;

/// One attempt to lay a brief out, at one tightness.
class Attempt {
public:
    Attempt(const Brief &brief, Typesetter &type, const Tightness &front, const Tightness &back)
        : m_brief(brief), m_front(front), m_back(back), m_context{type, pageGrid(brief.paper), front}, m_placer(m_pages)
    {
        m_pages.grid = m_context.grid;
    }

    Pages briefPages();
    Pages otherPages();
    /// Where page 1's sections ended: with the table of spend, and without it.
    int frontEnd() const { return m_frontEnd; }
    int textEnd() const { return m_textEnd; }

private:
    void placeTop();
    void placePair(SectionKind left, SectionKind right, qreal leftWidth, qreal rightWidth);
    void placeSection(SectionKind kind, bool whole);
    void placeNumbers();
    void placeAssumptions();
    Flow sectionFlow(const Section &section, qreal width);
    Flow blockFlow(const Block &block, qreal width);
    ListLook listLook(SectionKind kind) const;
    Cursor afterGap(qreal gap) const;
    void addFooters();

    const Brief &m_brief;
    Tightness m_front;
    Tightness m_back;
    LayoutContext m_context;
    Pages m_pages;
    Placer m_placer;
    Cursor m_cursor;
    SectionKind m_kind = SectionKind::Other;
    int m_frontEnd = 0;
    int m_textEnd = 0;
};

ListLook Attempt::listLook(SectionKind kind) const
{
    ListLook look;
    look.style = style::kList;
    if (kind == SectionKind::Partner) {
        look.style = style::kPartner;
        look.labelWidth = 40;
        look.rowGap = 3.5;
    } else if (kind == SectionKind::Other) {
        look.labelWidth = 120;
    }
    return look;
}

Cursor Attempt::afterGap(qreal gap) const
{
    return {m_cursor.page, m_cursor.y <= m_context.grid.top ? m_cursor.y : m_cursor.y + gap};
}

Flow Attempt::blockFlow(const Block &block, qreal width)
{
    struct Visitor {
        Attempt &attempt;
        LayoutContext &context;
        qreal width;

        Flow operator()(const Paragraphs &text) const
        {
            const bool isSmall = attempt.m_kind == SectionKind::Stack;
            return layoutParagraphs(text, isSmall ? style::kSmallList : style::kBody, width, context);
        }
        Flow operator()(const LabelledList &list) const
        {
            return layoutLabelledList(list, attempt.listLook(attempt.m_kind), width, context);
        }
        Flow operator()(const Table &table) const
        {
            return layoutTable(context.tight.shortTables ? shortened(table) : table, width, context);
        }
        Flow operator()(const AskLine &line) const { return layoutAskLine(line, context); }
        Flow operator()(const KeyFigures &figures) const { return layoutKeyFigures(figures, context); }
        Flow operator()(const Chart &chart) const
        {
            Flow flow;
            flow.add(layoutChart(chart, context), 0, Keep::Hard);
            return flow;
        }
        Flow operator()(const Note &note) const { return layoutNote(note.text, width, context); }
        Flow operator()(const SideNotes &notes) const { return layoutSideNotes(notes, width, context); }
        Flow operator()(const NumberedList &list) const
        {
            Flow flow;
            for (Flow &item : layoutItems(list, width, context))
                flow.append(std::move(item), flow.pieces.empty() ? 0 : 2.6);
            return flow;
        }
    };
    return std::visit(Visitor{*this, m_context, width}, block);
}

/// Head and blocks under one another. A table, its ask line and its note stay together.
Flow Attempt::sectionFlow(const Section &section, qreal width)
{
    m_kind = section.kind;
    Flow flow = layoutHead(section.head, section.subline, width, m_context);
    bool isFirst = true;
    bool afterText = false;
    Keep joinNext = Keep::None;
    for (const Block &block : section.blocks) {
        Flow part = blockFlow(block, width);
        if (part.pieces.empty())
            continue;
        const bool isNote = std::holds_alternative<Note>(block);
        const bool isUnderChart = !flow.pieces.empty() && joinNext == Keep::Hard;
        qreal before = isFirst ? measure::kHeadToBody : isNote ? measure::kTableToNote : kBetweenBlocks;
        if (isUnderChart)
            before = 1;
        else if (std::holds_alternative<AskLine>(block))
            before = 0;
        else if (std::holds_alternative<Chart>(block))
            before = 2;
        else if (!isFirst && std::holds_alternative<Paragraphs>(block))
            before = measure::kTableToNote;
        if (!isFirst && (isNote || std::holds_alternative<AskLine>(block) || std::holds_alternative<Chart>(block)))
            flow.pieces.back().keep = std::max(flow.pieces.back().keep, Keep::Hard);
        if (!isFirst && afterText && std::holds_alternative<Table>(block)) // what the text explains
            flow.pieces.back().keep = std::max(flow.pieces.back().keep, Keep::Soft);
        afterText = std::holds_alternative<Paragraphs>(block);
        joinNext = std::holds_alternative<Chart>(block) ? Keep::Hard : Keep::None;
        flow.append(std::move(part), before);
        isFirst = false;
    }
    return flow;
}

void Attempt::placeTop()
{
    Flow flow;
    flow.add(layoutBand(m_brief.band, m_context));
    if (m_brief.strip)
        flow.add(layoutStrip(*m_brief.strip, m_context), m_context.tight.sectionGap);
    m_cursor = m_placer.place(flow, m_placer.top(0), m_context.grid.left);
}

void Attempt::placePair(SectionKind left, SectionKind right, qreal leftWidth, qreal rightWidth)
{
    const Section *first = m_brief.section(left);
    const Section *second = m_brief.section(right);
    if (!first || !second) {
        placeSection(first ? left : right, false);
        return;
    }
    if (m_context.tight.stackedTexts && left == SectionKind::UseCase) {
        placeSection(left, false);
        placeSection(right, false);
        return;
    }
    Flow leftFlow = sectionFlow(*first, leftWidth);
    Flow rightFlow = sectionFlow(*second, rightWidth);
    m_cursor = m_placer.placePair(leftFlow, rightFlow, afterGap(m_context.tight.sectionGap), m_context.grid.left,
                                  leftWidth + measure::kGutter);
}

/// `whole`: kept on one page as long as it is not longer than one.
void Attempt::placeSection(SectionKind kind, bool whole)
{
    const Section *section = m_brief.section(kind);
    if (!section)
        return;
    Flow flow = sectionFlow(*section, m_context.grid.content);
    if (whole) {
        for (size_t i = 0; i + 1 < flow.pieces.size(); ++i)
            flow.pieces[i].keep = std::max(flow.pieces[i].keep, Keep::Soft);
    }
    flow.pieces.front().before = m_context.tight.sectionGap;
    m_cursor = m_placer.place(flow, m_cursor, m_context.grid.left);
}

/// The workloads over the full width; the range beside the notes on the rates.
void Attempt::placeNumbers()
{
    const Section *section = m_brief.section(SectionKind::Numbers);
    if (!section)
        return;
    m_kind = section->kind;
    const PageGrid &grid = m_context.grid;
    Flow flow = layoutHead(section->head, section->subline, grid.content, m_context);
    Flow range;
    Flow notes;
    bool hasNotes = false;
    const SideNotes *sideNotes = nullptr;
    const auto isRange = [](const Block &block) {
        const Table *table = std::get_if<Table>(&block);
        return table && table->kind == TableKind::Demand;
    };
    const bool hasRange = std::any_of(section->blocks.begin(), section->blocks.end(), isRange);
    for (const Block &block : section->blocks) {
        if (isRange(block)) {
            range = blockFlow(block, grid.wide);
        } else if (const auto *side = std::get_if<SideNotes>(&block)) {
            hasNotes = true;
            sideNotes = side;
            notes = hasRange ? layoutSideNotes(*side, grid.narrow, m_context)
                             : layoutSideNotes(joined(*side), grid.content, m_context);
        } else {
            flow.append(blockFlow(block, grid.content), measure::kHeadToBody);
        }
    }
    flow.pieces.front().before = m_context.tight.sectionGap;
    m_cursor = m_placer.place(flow, m_cursor, grid.left);
    const Cursor below = afterGap(kBetweenBlocks - 1);
    // Notes much longer than the table beside them take less room under it, over the full width; where room is short,
    // any that are longer do.
    constexpr qreal kMuchLonger = 1.4;
    if (hasRange && hasNotes && (notes.height() > kMuchLonger * range.height() || m_context.tight.notesInOneLine)) {
        Flow under =
            layoutSideNotes(m_context.tight.notesInOneLine ? joined(*sideNotes) : *sideNotes, grid.content, m_context);
        if (range.height() + measure::kTableToNote + under.height() < notes.height()) {
            m_cursor = m_placer.place(range, below, grid.left);
            m_cursor = m_placer.place(under, afterGap(measure::kTableToNote), grid.left);
            return;
        }
    }
    if (hasRange && hasNotes) {
        m_cursor = m_placer.placePair(range, notes, below, grid.left, grid.wide + measure::kGutter);
        return;
    }
    if (hasRange)
        m_cursor = m_placer.place(range, below, grid.left);
    if (hasNotes)
        m_cursor = m_placer.place(notes, hasRange ? afterGap(measure::kTableToNote) : below, grid.left);
}

/// Two columns of items, read down the left one first, as even as they get.
void Attempt::placeAssumptions()
{
    constexpr qreal kItemGap = 2.6;
    const Section *section = m_brief.section(SectionKind::Assumptions);
    if (!section)
        return;
    const PageGrid &grid = m_context.grid;
    std::vector<Flow> items;
    for (const Block &block : section->blocks) {
        if (const auto *list = std::get_if<NumberedList>(&block))
            items = layoutItems(*list, grid.column, m_context);
    }
    qreal total = 0;
    for (const Flow &item : items)
        total += item.height() + kItemGap;
    Flow left;
    Flow right;
    qreal used = 0;
    for (Flow &item : items) {
        // An item goes left as long as its middle lies in the upper half.
        const qreal height = item.height() + kItemGap;
        Flow &column = right.pieces.empty() && used + height / 2 <= total / 2 ? left : right;
        used += height;
        column.append(std::move(item), column.pieces.empty() ? 0 : kItemGap);
    }
    Flow head = layoutHead(section->head, section->subline, grid.content, m_context);
    if (items.empty()) {
        return;
    }
    // The head is placed with the first lines under it: both columns count as what follows.
    const Fragment &firstLine = left.pieces.empty() ? right.pieces.front().fragment : left.pieces.front().fragment;
    const Cursor start = afterGap(m_context.tight.sectionGap);
    const qreal needed = head.height() + measure::kHeadToBody + 2 * firstLine.height;
    const Cursor from = start.y + needed > grid.bottom ? m_placer.top(start.page + 1) : start;
    m_cursor = m_placer.place(head, from, grid.left);
    m_cursor =
        m_placer.placePair(left, right, afterGap(measure::kHeadToBody), grid.left, grid.column + measure::kGutter);
}

void Attempt::addFooters()
{
    for (int page = 0; page < m_pages.count(); ++page) {
        const Fragment footer = layoutFooter(m_brief, page + 1, m_pages.count(), m_context);
        m_pages.pages[size_t(page)].add(footer, m_context.grid.left, m_context.grid.footer);
    }
}

Pages Attempt::briefPages()
{
    const PageGrid &grid = m_context.grid;
    m_context.tight = m_front;
    placeTop();
    placePair(SectionKind::UseCase, SectionKind::Scope, grid.column, grid.column);
    m_textEnd = m_cursor.page;
    placeSection(SectionKind::Spend, true);
    m_frontEnd = m_cursor.page;
    m_context.tight = m_back;
    if (m_frontEnd == 0)
        m_cursor = m_placer.top(1);
    placeNumbers();
    placeSection(SectionKind::After, true);
    placePair(SectionKind::Stack, SectionKind::Partner, grid.wide, grid.narrow);
    placeAssumptions();
    addFooters();
    return std::move(m_pages);
}

Pages Attempt::otherPages()
{
    placeTop();
    for (const Section &section : m_brief.sections) {
        Flow flow = sectionFlow(section, m_context.grid.content);
        flow.pieces.front().before = m_context.tight.sectionGap;
        m_cursor = m_placer.place(flow, m_cursor, m_context.grid.left);
    }
    addFooters();
    return std::move(m_pages);
}

/// The design's order of giving way on page 1.
std::vector<Tightness> frontSteps()
{
    std::vector<Tightness> steps(1);
    const auto add = [&steps](auto change) {
        steps.push_back(steps.back());
        change(steps.back());
    };
    add([](Tightness &tight) { tight.paragraphGap = 2; });
    add([](Tightness &tight) { tight.sectionGap = 8; });
    add([](Tightness &tight) { tight.description = false; });
    return steps;
}

/// Texts that no page holds in two columns: they run on over the full width, where nothing is left out for their sake.
Tightness longTexts()
{
    Tightness tight;
    tight.stackedTexts = true;
    return tight;
}

/// On page 2, after the gaps.
std::vector<Tightness> backSteps()
{
    std::vector<Tightness> steps(1);
    const auto add = [&steps](auto change) {
        steps.push_back(steps.back());
        change(steps.back());
    };
    add([](Tightness &tight) {
        tight.paragraphGap = 2;
        tight.sectionGap = 8;
    });
    add([](Tightness &tight) { tight.chartHeight = 60; });
    add([](Tightness &tight) { tight.notesInOneLine = true; });
    add([](Tightness &tight) { tight.shortTables = true; });
    add([](Tightness &tight) { tight.assumptionSize = 7.5; });
    add([](Tightness &tight) { tight.statedAssumptions = false; });
    return steps;
}

Pages composeBrief(const Brief &brief, Typesetter &type)
{
    // Page 1 gives way as little as it must for the table of spend to stay on it; where it cannot stay, as little as
    // the text alone needs.
    const std::vector<Tightness> fronts = frontSteps();
    const std::vector<Tightness> backs = backSteps();
    Tightness front = fronts.front();
    std::optional<Tightness> textOnly;
    bool fits = false;
    for (const Tightness &tight : fronts) {
        Attempt attempt(brief, type, tight, backs.front());
        Pages pages = attempt.briefPages();
        if (attempt.frontEnd() == 0) {
            if (pages.count() <= kWantedPages)
                return pages;
            front = tight;
            fits = true;
            break;
        }
        if (!textOnly && attempt.textEnd() == 0)
            textOnly = tight;
    }
    if (!fits)
        front = textOnly.value_or(longTexts());
    for (const Tightness &back : backs) {
        Pages pages = Attempt(brief, type, front, back).briefPages();
        if (pages.count() <= kWantedPages)
            return pages;
    }
    // It flows on: then nothing is left out or summed for the sake of a page that it does not save.
    Pages pages = Attempt(brief, type, front, backs.front()).briefPages();
    pages.findings.push_back(tooLongFinding(brief, pages, kWantedPages));
    return pages;
}

/// In the margin above the first page's band: nothing below it moves. The logo at the left, the firm at the right.
Fragment layoutLetterhead(const Hand &hand, const PageGrid &grid, Typesetter &type)
{
    constexpr QSizeF kLogoRoom(150, 21);
    constexpr qreal kGap = 16;
    Fragment fragment;
    fragment.height = kLogoRoom.height();
    qreal left = 0;
    if (hand.logo) {
        const QSizeF size = hand.logo->fitted(kLogoRoom);
        fragment.images.push_back({{{0, kLogoRoom.height() - size.height()}, size}, hand.logo});
        left = size.width() + kGap;
    }
    const qreal room = grid.content - left;
    const auto addLine = [&](const QString &text, TextStyle style, qreal top) {
        while (type.width(text, style) > room && style.size > measure::kSmallestType)
            style.size -= 0.25;
        if (type.width(text, style) <= room)
            type.lineToRight(fragment, text, style, grid.content, top);
        else
            type.paragraph(fragment, Text(text), style, left, top, room);
    };
    if (!hand.name.isEmpty())
        addLine(hand.name, style::kFooter.strong().in(color::kInk), hand.address.isEmpty() ? 11 : 2);
    if (!hand.address.isEmpty())
        addLine(hand.address, style::kFooter, 11);
    return fragment;
}

/// The partner's hand on finished pages.
void putHand(const Hand &hand, Pages &pages, Typesetter &type)
{
    constexpr qreal kAboveBand = 26; // from the top of the letterhead to the band
    if (!hand.palette.isDesign()) {
        for (Fragment &page : pages.pages)
            page.recolor(hand.palette);
    }
    if (hand.hasLetterhead() && !pages.pages.empty()) {
        Fragment head = layoutLetterhead(hand, pages.grid, type);
        // Read first, so it comes first.
        Fragment page;
        page.add(head, pages.grid.left, pages.grid.top - kAboveBand);
        page.add(pages.pages.front(), 0, 0);
        page.height = pages.pages.front().height;
        pages.pages.front() = std::move(page);
    }
}

/// Any other document: it gives way, without leaving anything out, where that saves a page.
Pages composeOther(const Brief &brief, Typesetter &type)
{
    Pages loose = Attempt(brief, type, Tightness(), Tightness()).otherPages();
    if (loose.count() == 1)
        return loose;
    Tightness close;
    close.paragraphGap = 2;
    close.sectionGap = 8;
    Tightness closest = close;
    closest.chartHeight = 60;
    for (const Tightness &tight : {close, closest}) {
        Pages pages = Attempt(brief, type, tight, tight).otherPages();
        if (pages.count() < loose.count())
            return pages;
    }
    return loose;
}

} // namespace

Pages compose(const Brief &brief, Typesetter &type)
{
    type.takeMissing();
    Pages pages = brief.section(SectionKind::Numbers) ? composeBrief(brief, type) : composeOther(brief, type);
    putHand(brief.hand, pages, type);
    addMissingCharacters(type.takeMissing(), pages.findings);
    if (!type.hasDesignFont())
        pages.findings.push_back(fontFinding());
    return pages;
}

} // namespace documents
