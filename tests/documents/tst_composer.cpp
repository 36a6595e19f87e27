// Pages: whatever the facts are, nothing is cut, nothing overlaps, no head stands alone.
#include "documents/composer.h"
#include "documents/flow.h"
#include "tests/documents/variants.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using documents::Fragment;
using documents::Pages;
using documents::TextMark;

namespace {

/// The box of a mark's ink, roughly: from a little above the small letters to a little below the base line.
QRectF inkOf(const TextMark &mark)
{
    QRectF box;
    for (const QGlyphRun &run : mark.glyphs) {
        const qreal size = run.rawFont().pixelSize() / documents::kUnitsPerPoint;
        const QList<QPointF> positions = run.positions();
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        for (qsizetype i = 0; i < positions.size(); ++i) {
            const qreal left = mark.baseline.x() + positions[i].x() / documents::kUnitsPerPoint;
            box |=
                QRectF(left, mark.baseline.y() - 0.5 * size, advances[i].x() / documents::kUnitsPerPoint, 0.5 * size);
        }
    }
    return box;
}

/// Empty when all is well, else the first thing that is not.
QString complaint(const Pages &pages)
{
    const documents::PageGrid &grid = pages.grid;
    for (int number = 0; number < pages.count(); ++number) {
        std::vector<QRectF> boxes;
        for (const TextMark &mark : pages.pages[size_t(number)].texts) {
            const QRectF box = inkOf(mark);
            const QString where = u"page %1 at %2, %3"_s.arg(number + 1).arg(box.x()).arg(box.y());
            if (box.right() > grid.left + grid.content + 0.6 || box.left() < grid.left - 0.6)
                return u"beyond the margin: "_s + where;
            if (box.top() < grid.top || mark.baseline.y() > grid.height - 12)
                return u"beyond the page: "_s + where;
            if (mark.baseline.y() > grid.bottom + 0.1 && mark.baseline.y() < grid.footer)
                return u"in the air over the footer: "_s + where;
            for (const QRectF &other : boxes) {
                const QRectF both = box.intersected(other);
                if (both.width() > 0.5 && both.height() > 0.5)
                    return u"text over text: "_s + where;
            }
            boxes.push_back(box);
        }
    }
    return {};
}

/// Whether text follows each head on its page, close under it.
bool headsHaveCompany(const Pages &pages)
{
    constexpr qreal kHead = 18;
    constexpr qreal kClose = 48;
    return std::all_of(pages.bookmarks.begin(), pages.bookmarks.end(), [&](const documents::Bookmark &head) {
        const auto &texts = pages.pages[size_t(head.page)].texts;
        return std::any_of(texts.begin(), texts.end(), [&](const TextMark &mark) {
            return mark.baseline.y() > head.y + kHead && mark.baseline.y() < head.y + kClose;
        });
    });
}

} // namespace

class TestComposer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_is_cut_or_overlaps_and_no_head_stands_alone_data();
    void nothing_is_cut_or_overlaps_and_no_head_stands_alone();
    void sensible_cases_take_two_pages();
    void the_stack_gives_way_before_it_takes_a_second_page();
    void too_long_a_case_flows_on_and_names_the_text_to_shorten();
    void a_label_longer_than_its_column_stands_over_its_text();
    void an_ask_at_its_ceiling_stands_on_one_line();
    void a_pair_of_columns_begins_on_one_page();
    void a_table_longer_than_a_page_repeats_its_head();
    void a_character_that_no_font_has_is_a_finding_with_its_field();
    void text_on_a_page_is_set_without_ligatures();
    void a_name_from_right_to_left_does_not_turn_its_sentence_around();
    void a_month_and_its_day_stay_on_one_line();
};

void TestComposer::nothing_is_cut_or_overlaps_and_no_head_stands_alone_data()
{
    QTest::addColumn<domain::Worksheet>("worksheet");
    QTest::newRow("series A") << testsupport::seriesA();
    QTest::newRow("pre-seed") << testsupport::sampleWorksheet(u"pre-seed-agent"_s);
    QTest::newRow("enterprise") << testsupport::sampleWorksheet(u"enterprise-two-use-cases"_s);
    QTest::newRow("long texts") << testsupport::withLongTexts();
    QTest::newRow("many lines, 36 months") << testsupport::withManyLines();
    QTest::newRow("German company, A4") << testsupport::europeanCompany();
    QTest::newRow("names longer than a line") << testsupport::longNames();
    QTest::newRow("hostile texts") << testsupport::hostileTexts();
    QTest::newRow("next to nothing") << testsupport::nextToNothing();
    QTest::newRow("huge amounts") << testsupport::hugeAmounts();
    for (const int months : {1, 2, 3, 5, 7, 11, 13, 25}) {
        domain::Worksheet worksheet = testsupport::seriesA();
        worksheet.funding.months = months;
        worksheet.funding.pools[1].months = std::min(months, 36);
        QTest::addRow("%d months", months) << worksheet;
    }
}

void TestComposer::nothing_is_cut_or_overlaps_and_no_head_stands_alone()
{
    QFETCH(domain::Worksheet, worksheet);
    const testsupport::ComputedCase computed(worksheet);
    QVERIFY(!computed.stack.records.empty());
    documents::Typesetter type;
    for (const documents::Brief &document : testsupport::documentsOf(computed)) {
        const Pages pages = documents::compose(document, type);
        const QString wrong = complaint(pages);
        QVERIFY2(wrong.isEmpty(), qPrintable(document.band.program + u": "_s + wrong));
        QVERIFY2(headsHaveCompany(pages), qPrintable(document.band.program));
    }
}

void TestComposer::sensible_cases_take_two_pages()
{
    documents::Typesetter type;
    for (const QString &name : {u"series-a-rag-assistant"_s, u"pre-seed-agent"_s, u"enterprise-two-use-cases"_s}) {
        const testsupport::ComputedCase computed(testsupport::sampleWorksheet(name));
        for (size_t record = 0; record < computed.stack.records.size(); ++record) {
            const Pages pages = documents::compose(computed.brief(record), type);
            const bool isBrief = computed.stack.records[record].kind == records::RecordKind::Opportunity;
            QCOMPARE(pages.count(), isBrief ? 2 : 1);
            QVERIFY(pages.findings.empty());
        }
    }
}

void TestComposer::the_stack_gives_way_before_it_takes_a_second_page()
{
    documents::Typesetter type;
    for (const domain::Worksheet &worksheet : {testsupport::seriesA(), testsupport::longNames()}) {
        const testsupport::ComputedCase computed(worksheet);
        QCOMPARE(documents::compose(computed.document(documents::CaseDocument::StackSummary).value(), type).count(), 1);
    }
}

void TestComposer::too_long_a_case_flows_on_and_names_the_text_to_shorten()
{
    const testsupport::ComputedCase computed(testsupport::withLongTexts());
    documents::Typesetter type;
    const Pages pages = documents::compose(computed.brief(0), type);
    QVERIFY(pages.count() > 2);
    const auto finding = std::find_if(pages.findings.begin(), pages.findings.end(),
                                      [](const domain::Finding &each) { return each.rule == u"brief-too-long"; });
    QVERIFY(finding != pages.findings.end());
    QVERIFY(finding->field.startsWith(u"useCases/support-assistant/"));
    QVERIFY(finding->fix.contains(u"words"));
    // Eight texts of 2,000 characters run on over the full width, without gaps.
    QVERIFY2(pages.count() <= 6, qPrintable(QString::number(pages.count())));
    for (int page = 0; page + 1 < pages.count() - 2; ++page) {
        const auto &texts = pages.pages[size_t(page)].texts;
        const bool isFull = std::ranges::any_of(texts, [&](const TextMark &mark) {
            return mark.baseline.y() > pages.grid.bottom - 60 && mark.baseline.y() <= pages.grid.bottom;
        });
        QVERIFY2(isFull, qPrintable(u"page %1"_s.arg(page + 1)));
    }
}

void TestComposer::a_label_longer_than_its_column_stands_over_its_text()
{
    documents::Brief brief;
    brief.band.program = u"Program"_s;
    documents::Section section;
    section.head = u"Services"_s;
    documents::LabelledList list;
    const QString longName = u"Amazon Service Number 12 With A Name Longer Than Its Column"_s;
    for (const QString &name : {u"Short"_s, longName, longName.repeated(4)})
        list.rows.push_back({name, documents::Text(u"Monthly amount $100.00 per month"_s)});
    section.blocks.push_back(list);
    brief.sections.push_back(section);
    documents::Typesetter type;
    QCOMPARE(complaint(documents::compose(brief, type)), QString());
}

void TestComposer::an_ask_at_its_ceiling_stands_on_one_line()
{
    const documents::Brief brief = testsupport::ComputedCase(testsupport::withManyLines()).brief(0);
    const documents::Section *spend = brief.section(documents::SectionKind::Spend);
    QVERIFY(spend);
    documents::Typesetter type;
    bool found = false;
    for (const documents::Block &block : spend->blocks) {
        const auto *line = std::get_if<documents::AskLine>(&block);
        if (!line)
            continue;
        found = true;
        QCOMPARE(line->terms.size(), std::size_t{6}); // need, headroom, rounding, need before ceiling, above it, ask
        qreal width = 0;
        for (const documents::AskTerm &term : line->terms)
            width += std::max(type.width(term.label, documents::style::kLabel),
                              type.width(term.figure, documents::style::kFigure))
                   + 21; // its sign and the space around it
        QVERIFY2(width < documents::pageGrid(documents::Paper::A4).content, qPrintable(QString::number(width)));
    }
    QVERIFY(found);
}

/// A table moves on whole; the notes beside it go with it instead of standing alone at the foot of the page.
void TestComposer::a_pair_of_columns_begins_on_one_page()
{
    constexpr qreal kRow = 20;
    const auto column = [](int rows, documents::Keep keep) {
        documents::Flow flow;
        for (int i = 0; i < rows; ++i) {
            Fragment row;
            row.height = kRow;
            flow.add(std::move(row), 0, i + 1 < rows ? keep : documents::Keep::None);
        }
        flow.pieces.front().bookmark = keep == documents::Keep::Soft ? u"table"_s : u"notes"_s;
        return flow;
    };
    Pages pages;
    documents::Placer placer(pages);
    documents::Cursor cursor = placer.top(0);
    cursor.y = pages.grid.bottom - 3 * kRow;
    placer.placePair(column(5, documents::Keep::Soft), column(2, documents::Keep::None), cursor, 0, 100);
    QCOMPARE(pages.bookmarks.size(), std::size_t{2});
    QCOMPARE(pages.bookmarks[0].page, 1);
    QCOMPARE(pages.bookmarks[1].page, 1);
}

void TestComposer::a_table_longer_than_a_page_repeats_its_head()
{
    documents::Brief brief;
    brief.band.program = u"Program"_s;
    documents::Section section;
    section.head = u"A long table"_s;
    documents::Table table;
    table.columns = {{u"Service"_s, documents::ColumnKind::Label}, {u"Dollars"_s, documents::ColumnKind::Figure}};
    for (int i = 0; i < 120; ++i) {
        documents::Row row;
        row.cells = {{u"Service %1"_s.arg(i), false, {}, documents::Fill::None},
                     {QString::number(1000 + i), false, {}, documents::Fill::None}};
        table.rows.push_back(row);
    }
    section.blocks.push_back(table);
    brief.sections.push_back(section);
    documents::Typesetter type;
    const Pages pages = documents::compose(brief, type);
    QVERIFY(pages.count() >= 3);
    QCOMPARE(complaint(pages), QString());
    // Under the top rule of the first page stands the band; every other page begins with the two heads of the columns.
    for (int page = 1; page < pages.count(); ++page) {
        const auto &texts = pages.pages[size_t(page)].texts;
        QCOMPARE(texts[0].baseline.y(), texts[1].baseline.y());
        QVERIFY(texts[0].baseline.y() < pages.grid.top + 10);
    }
    size_t lines = 0;
    for (const Fragment &page : pages.pages)
        lines += page.texts.size();
    // Program, head, the rows, and on every page the heads of the columns and the page number.
    QCOMPARE(lines, 1 + 1 + 2 * 120 + 3 * size_t(pages.count()));
}

void TestComposer::a_character_that_no_font_has_is_a_finding_with_its_field()
{
    const testsupport::ComputedCase computed(testsupport::hostileTexts());
    documents::Typesetter type;
    documents::Brief brief = computed.brief(0);
    // A private-use character that no font on any machine should have.
    brief.sections.front().blocks = {documents::Paragraphs{
        {documents::Text::ofField(u"Strange \U0010fffd sign"_s, u"useCases/support-assistant/problem"_s)}}};
    const Pages pages = documents::compose(brief, type);
    const auto finding = std::find_if(pages.findings.begin(), pages.findings.end(), [](const domain::Finding &each) {
        return each.rule == u"brief-character-without-font";
    });
    QVERIFY(finding != pages.findings.end());
    QCOMPARE(finding->field, u"useCases/support-assistant/problem"_s);
    QVERIFY(finding->message.contains(u"U+10FFFD"));
}

void TestComposer::text_on_a_page_is_set_without_ligatures()
{
    documents::Typesetter type;
    for (const documents::TextStyle &style : {documents::style::kBody, documents::style::kTable}) {
        const documents::SetText set = type.set(documents::Text(u"first office fluff"_s), style, 400);
        const TextMark mark = set.mark(0, 0, 0);
        qsizetype glyphs = 0;
        for (const QGlyphRun &run : mark.glyphs)
            glyphs += run.glyphIndexes().size();
        QCOMPARE(glyphs, 18);
    }
}

void TestComposer::a_name_from_right_to_left_does_not_turn_its_sentence_around()
{
    documents::Typesetter type;
    const documents::SetText set = type.set(documents::Text(u"עוזר: What"_s), documents::style::kBody, 400);
    const TextMark mark = set.mark(0, 0, 0);
    qreal latin = -1;
    for (const QGlyphRun &run : mark.glyphs) {
        const qsizetype at = run.glyphIndexes().indexOf(run.rawFont().glyphIndexesForString(u"W"_s).value(0));
        if (at >= 0)
            latin = run.positions().at(at).x() / documents::kUnitsPerPoint;
    }
    QVERIFY2(latin > 15, qPrintable(QString::number(latin))); // behind the name, not at the left edge
}

void TestComposer::a_month_and_its_day_stay_on_one_line()
{
    documents::Typesetter type;
    const qreal both = type.width(u"March 31,"_s, documents::style::kBody);
    const documents::SetText tight =
        type.set(documents::Text(u"on March 31, 2027"_s), documents::style::kBody, both + 1);
    QCOMPARE(tight.lineCount(), 3); // on / March 31, / 2027
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
