// Brief: a document as typed blocks, the one form every format is rendered from (PDF, plain text, later HTML, ODT).
//
// Blocks say what something is, never where it stands: no coordinates, no markup, no fonts. Text is plain text from
// the facts (whatever it looks like) plus a flag for the few words that are set strong. Blocks come in reading order;
// the page composer knows the design's grid and places sections by their kind.
#pragma once

#include "documents/palette.h"
#include "domain/finding.h"
#include "domain/money.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace documents {

class Logo;

struct Span {
    QString text;
    bool strong = false;
    friend bool operator==(const Span &, const Span &) = default;
};

/// A run of text. `field` is the path of the fact it was taken from when it is somebody's own wording.
struct Text {
    std::vector<Span> spans;
    QString field;

    Text() = default;
    Text(const QString &plain) : spans{{plain, false}} {}
    Text(std::vector<Span> parts, QString path = {}) : spans(std::move(parts)), field(std::move(path)) {}
    static Text ofField(const QString &plain, const QString &path) { return Text({{plain, false}}, path); }

    QString plain() const;
    bool isEmpty() const;
    friend bool operator==(const Text &, const Text &) = default;
};

struct LabelledText {
    QString label;
    Text value;
    friend bool operator==(const LabelledText &, const LabelledText &) = default;
};

/// Program, ask, and the facts a reviewer sorts by.
struct Band {
    QString program;
    QString title; ///< as filed
    QString ask;   ///< "$29,500"; empty when the document asks for nothing
    QString askNote;
    std::vector<LabelledText> facts;
};

/// The company on one strip.
struct Strip {
    QString name;
    QString url;
    QString description;
    std::vector<LabelledText> company;
    std::vector<LabelledText> bill;
    Text reason; ///< why month 1 differs from today's bill
};

struct Paragraphs {
    std::vector<Text> paragraphs;
};

/// Labels with their texts, one under the other.
struct LabelledList {
    std::vector<LabelledText> rows;
};

/// Who pays, as the chart and its table tell them apart.
enum class Fill {
    None,
    Solid,   ///< credits of an earmarked pool
    Hatched, ///< credits of a general-purpose pool
    Cash,    ///< the customer
    Plain,   ///< credits held before; then any further pool, in the order of these
    Leaning, ///< lines the other way than Hatched
    Crossed,
    Lined, ///< level lines
    Pale,
};

enum class TableKind {
    Services,  ///< spend by service in at most four months, with the basis of each
    Months,    ///< spend by service over the shared grid of periods
    Workloads, ///< volume x tokens x rate
    Demand,    ///< low, stated, high
    Payers,    ///< who pays, on the grid of the chart above it
    Stack,     ///< the records of the case
    Facts,     ///< a plain table of other documents
};

enum class ColumnKind {
    Number, ///< left-aligned, narrow: a record's number
    Label,  ///< left-aligned; takes the room that is left
    Basis,  ///< left-aligned, secondary
    Period, ///< right-aligned, on the grid of periods
    Figure, ///< right-aligned
    Total,  ///< right-aligned, the last on the grid
};

struct Column {
    QString head; ///< may hold one line feed
    ColumnKind kind = ColumnKind::Figure;
};

struct Cell {
    QString text;
    bool strong = false;
    QString under;            ///< a second, secondary line
    Fill swatch = Fill::None; ///< the key of the chart
};

enum class RowKind { Body, Total };

struct Row {
    RowKind kind = RowKind::Body;
    std::vector<Cell> cells;
};

/// What may stand for the rows from `first` up to the total where there is no room for all of them.
struct ShortForm {
    int first = 0;
    Row rest; ///< "3 more workloads" and their sums
};

struct Table {
    TableKind kind = TableKind::Facts;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::optional<ShortForm> shortForm;
};

/// A figure of a sum that is spelled out: "24,296" under "Need, Jan-Mar", with the sign before it.
struct AskTerm {
    QString sign; ///< "", "+", U+2212 or "="
    QString label;
    QString figure;
};

/// need + headroom + rounding = ask, and its note.
struct AskLine {
    std::vector<AskTerm> terms; ///< the last one is the ask
    Text note;
};

struct KeyFigure {
    QString figure;
    QString label;
};

struct KeyFigures {
    std::vector<KeyFigure> figures;
};

struct ChartSeries {
    QString name;
    Fill fill = Fill::Solid;
    std::vector<domain::Money> values; ///< one per period, stacked from below in the order of the series
};

/// Spend by who pays. Values are not printed on the bars: the payer table below carries them.
struct Chart {
    QStringList periods;
    std::vector<ChartSeries> series;
    int windowFrom = 0; ///< index of the first period of this record's window; window empty when from > to
    int windowTo = -1;
    QString windowLabel;
    std::optional<int> goLive; ///< index of the period
    QString goLiveLabel;
    QString summary; ///< the chart in one sentence, for formats and readers without it
};

struct Note {
    Text text;
};

/// Notes beside a table rather than under it.
struct SideNotes {
    std::vector<Text> notes;
};

enum class ItemStatus { None, Implied, Assumed, ToConfirm, Derived, Unknown, Stated, Confirmed };

struct NumberedItem {
    ItemStatus status = ItemStatus::None;
    Text text;
};

struct NumberedList {
    std::vector<NumberedItem> items;
};

using Block = std::variant<Paragraphs, LabelledList, Table, AskLine, KeyFigures, Chart, Note, SideNotes, NumberedList>;

enum class SectionKind {
    UseCase,
    Scope,
    Spend,
    Numbers,
    After,
    Stack,
    Partner,
    Assumptions,
    Other, ///< a section of another document: one under the other, full width
};

struct Section {
    SectionKind kind = SectionKind::Other;
    QString head;
    QString subline;
    std::vector<Block> blocks;
};

enum class Paper { Letter, A4 };

/// What stands in a file's properties. No person's name, no path.
struct Properties {
    QString title;
    QString subject;
    QString author; ///< the partner's firm
    QStringList keywords;
    QDate date; ///< the only date a file carries
};

/// Whose document it is, over its first page: nothing in the reference design.
struct Hand {
    QString name;
    QString address; ///< one line
    std::shared_ptr<const Logo> logo;
    Palette palette;

    bool hasLetterhead() const { return logo || !name.isEmpty() || !address.isEmpty(); }
};

/// Name and address on one line; empty when there are none.
QString letterhead(const Hand &hand);

struct Brief {
    Paper paper = Paper::Letter;
    Properties properties;
    Hand hand;
    Band band;
    std::optional<Strip> strip;
    std::vector<Section> sections;
    QString footerLeft;
    QString footerRight;       ///< the page number is the renderer's
    domain::Findings findings; ///< what the facts do not let the document say

    const Section *section(SectionKind kind) const;
};

/// The word before an assumption: "To confirm"; empty for None.
QString statusWord(ItemStatus status);

} // namespace documents
