// Block layout: each block of a brief as pieces of a flow, in the reference design's measures.
#pragma once

#include "documents/brief.h"
#include "documents/flow.h"
#include "documents/typesetter.h"

namespace documents {

/// How far the design has given way to long text, in its own order.
struct Tightness {
    qreal paragraphGap = 4;
    qreal sectionGap = 12;
    bool description = true; ///< the company's line in the strip
    qreal chartHeight = 86;
    bool notesInOneLine = false;
    bool shortTables = false; ///< workloads after the eighth as one row
    qreal assumptionSize = 8.25;
    bool statedAssumptions = true;
    bool stackedTexts = false; ///< use case and scope under one another, each over the full width
};

struct LayoutContext {
    Typesetter &type;
    PageGrid grid;
    Tightness tight;
};

Fragment layoutBand(const Band &band, LayoutContext &context);
Fragment layoutStrip(const Strip &strip, LayoutContext &context);
Fragment layoutFooter(const Brief &brief, int page, int pages, LayoutContext &context);

/// The navy rule, the head and its subline; kept with what follows.
Flow layoutHead(const QString &head, const QString &subline, qreal width, LayoutContext &context);

Flow layoutParagraphs(const Paragraphs &block, const TextStyle &style, qreal width, LayoutContext &context);
Flow layoutNote(const Text &text, qreal width, LayoutContext &context);
Flow layoutSideNotes(const SideNotes &block, qreal width, LayoutContext &context);

/// The look of a list of labels with texts.
struct ListLook {
    TextStyle style;
    qreal labelWidth = 52;
    qreal rowGap = 2.5;
};
Flow layoutLabelledList(const LabelledList &block, const ListLook &look, qreal width, LayoutContext &context);

Flow layoutAskLine(const AskLine &block, LayoutContext &context);
Flow layoutKeyFigures(const KeyFigures &block, LayoutContext &context);
/// The chart down to its base line; the table of payers follows with the names of the periods as its head.
Fragment layoutChart(const Chart &chart, LayoutContext &context);

/// One flow per numbered item.
std::vector<Flow> layoutItems(const NumberedList &block, qreal width, LayoutContext &context);

Flow layoutTable(const Table &table, qreal width, LayoutContext &context);

} // namespace documents
