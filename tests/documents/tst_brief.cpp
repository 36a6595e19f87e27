// The brief's words and figures: what a reviewer reads, for the samples and for facts that are missing.
#include "documents/formats.h"
#include "documents/text.h"
#include "tests/documents/variants.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using documents::Brief;
using documents::Table;
using documents::TableKind;

namespace {

const Table *tableOf(const Brief &brief, TableKind kind)
{
    for (const documents::Section &section : brief.sections) {
        for (const documents::Block &block : section.blocks) {
            const Table *table = std::get_if<Table>(&block);
            if (table && table->kind == kind)
                return table;
        }
    }
    return nullptr;
}

QStringList rowOf(const Table &table, const QString &label)
{
    for (const documents::Row &row : table.rows) {
        QStringList cells;
        for (const documents::Cell &cell : row.cells)
            cells.append(cell.text);
        if (cells.contains(label))
            return cells;
    }
    return {};
}

/// The figures of a table, en dash as 0; -1 for what is no figure.
std::vector<std::vector<qint64>> figures(const Table &table)
{
    std::vector<std::vector<qint64>> all;
    for (const documents::Row &row : table.rows) {
        std::vector<qint64> line;
        for (size_t i = 0; i < row.cells.size(); ++i) {
            const documents::ColumnKind kind = table.columns[i].kind;
            if (kind != documents::ColumnKind::Period && kind != documents::ColumnKind::Total)
                continue;
            QString text = row.cells[i].text;
            line.push_back(text == u"\u2013"_s ? 0 : text.remove(u',').toLongLong());
        }
        all.push_back(line);
    }
    return all;
}

bool foots(const Table &table)
{
    const auto rows = figures(table);
    const auto &totals = rows.back();
    std::vector<qint64> sums(totals.size());
    for (size_t row = 0; row < rows.size(); ++row) {
        qint64 sum = 0;
        for (size_t i = 0; i + 1 < rows[row].size(); ++i)
            sum += rows[row][i];
        if (sum != rows[row].back())
            return false;
        if (row + 1 < rows.size()) {
            for (size_t i = 0; i < sums.size(); ++i)
                sums[i] += rows[row][i];
        }
    }
    return sums == totals;
}

const documents::AskLine *askLineOf(const Brief &brief)
{
    for (const documents::Section &section : brief.sections) {
        for (const documents::Block &block : section.blocks) {
            if (const auto *line = std::get_if<documents::AskLine>(&block))
                return line;
        }
    }
    return nullptr;
}

/// Adds the terms up to each "=" and compares.
bool addsUp(const documents::AskLine &line)
{
    qint64 sum = 0;
    for (const documents::AskTerm &term : line.terms) {
        QString text = term.figure;
        const qint64 figure = text == u"\u2013"_s ? 0 : text.remove(u',').toLongLong();
        if (term.sign == u"="_s && figure != sum)
            return false;
        if (term.sign.isEmpty())
            sum = figure;
        else if (term.sign == u"+"_s)
            sum += figure;
        else if (term.sign != u"="_s)
            sum -= figure;
    }
    return true;
}

} // namespace

class TestBrief : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_poc_of_series_a_prints_the_reference_figures();
    void the_portfolio_of_series_a_prints_the_reference_figures();
    void every_table_foots_and_every_ask_adds_up_data();
    void every_table_foots_and_every_ask_adds_up();
    void one_amount_prints_the_same_everywhere();
    void a_text_says_what_its_table_prints();
    void held_credits_are_said_to_the_cent();
    void a_title_keeps_the_capitals_it_needs_inside_a_sentence();
    void what_a_brief_leaves_out_is_not_in_it();
    void missing_facts_are_said_not_skipped();
    void markers_point_at_their_assumption();
    void a_payer_keeps_its_fill_in_every_record();
    void a_company_elsewhere_gets_A4();
    void more_than_twelve_months_become_quarters();
    void pools_outside_ace_get_a_checklist_or_an_application();
    void an_individuals_checklist_begins_with_the_free_tier();
    void lines_of_text_stay_within_a_hundred_characters();
};

void TestBrief::the_poc_of_series_a_prints_the_reference_figures()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    const Brief brief = computed.brief(0);
    QCOMPARE(brief.band.ask, u"$29,500"_s);
    QCOMPARE(brief.band.askNote, u"Ask: 13% of first-year spend of $224,825"_s);
    QCOMPARE(brief.band.title, u"Northwind Support: In-product support assistant, POC"_s);
    const Table *spend = tableOf(brief, TableKind::Services);
    QVERIFY(spend);
    QCOMPARE(rowOf(*spend, u"Amazon Bedrock"_s).mid(2),
             (QStringList{u"4,960"_s, u"5,098"_s, u"12,738"_s, u"22,796"_s}));
    QCOMPARE(rowOf(*spend, u"Amazon OpenSearch Serverless"_s).mid(1),
             (QStringList{u"1,460 OCU-hours at $0.24"_s, u"350"_s, u"351"_s, u"350"_s, u"1,051"_s}));
    QCOMPARE(rowOf(*spend, u"Amazon S3"_s).mid(1),
             (QStringList{u"200 GB at $0.023"_s, u"5"_s, u"4"_s, u"5"_s, u"14"_s}));
    QCOMPARE(rowOf(*spend, u"Total"_s).mid(2), (QStringList{u"5,460"_s, u"5,598"_s, u"13,238"_s, u"24,296"_s}));
    const Table *payers = tableOf(brief, TableKind::Payers);
    QVERIFY(payers);
    QCOMPARE(rowOf(*payers, u"POC credits"_s).mid(1, 5),
             (QStringList{u"5,460"_s, u"5,598"_s, u"13,238"_s, u"5,204"_s, u"\u2013"_s}));
    QCOMPARE(rowOf(*payers, u"Customer pays"_s).back(), u"95,325"_s);
    QCOMPARE(rowOf(*payers, u"Whole account"_s).back(), u"224,825"_s);
    const Table *demand = tableOf(brief, TableKind::Demand);
    QVERIFY(demand);
    QCOMPARE(rowOf(*demand, u"Need, Jan\u2013Mar"_s).mid(1), (QStringList{u"15,140"_s, u"24,296"_s, u"45,747"_s}));
    QCOMPARE(rowOf(*demand, u"29,500 used up in"_s).mid(1), (QStringList{u"May 2027"_s, u"Apr 2027"_s, u"Mar 2027"_s}));
    QCOMPARE(rowOf(*demand, u"Cost per call"_s).mid(1), (QStringList{u"$0.0165"_s, u"$0.0231"_s, u"$0.0314"_s}));
    const Table *workloads = tableOf(brief, TableKind::Workloads);
    QVERIFY(workloads);
    QCOMPARE(rowOf(*workloads, u"Assistant answers [1, 2, 3]"_s).mid(1),
             (QStringList{u"5,000"_s, u"16,224"_s, u"4,000"_s, u"600"_s, u"3.30"_s, u"16.50"_s, u"$0.0231"_s,
                          u"3,465.00"_s, u"11,243.23"_s}));
    QCOMPARE(rowOf(*workloads, u"Document embeddings"_s)[7], u"$0.000016"_s);
    QVERIFY(askLineOf(brief)->note.plain().contains(u"March carries 54% of the need [3]."));
}

void TestBrief::the_portfolio_of_series_a_prints_the_reference_figures()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    const Brief brief = computed.brief(1);
    QCOMPARE(brief.band.ask, u"$100,000"_s);
    const Table *spend = tableOf(brief, TableKind::Months);
    QVERIFY(spend);
    QCOMPARE(rowOf(*spend, u"Total"_s).mid(1),
             (QStringList{u"4,000"_s, u"4,099"_s, u"4,201"_s, u"12,790"_s, u"18,569"_s, u"19,167"_s, u"19,788"_s,
                          u"20,432"_s, u"21,101"_s, u"21,796"_s, u"22,517"_s, u"23,265"_s, u"191,725"_s}));
    QCOMPARE(rowOf(*spend, u"Amazon Bedrock"_s)[4], u"7,983"_s);
    const documents::AskLine *ask = askLineOf(brief);
    QVERIFY(ask);
    QStringList terms;
    for (const documents::AskTerm &term : ask->terms)
        terms.append(term.sign + term.figure);
    QCOMPARE(terms,
             (QStringList{u"191,725"_s, u"+38,345"_s, u"+430"_s, u"=230,500"_s, u"\u2212130,500"_s, u"=100,000"_s}));
    QVERIFY(ask->note.plain().contains(u"January to March: platform only. April: net of $5,204 paid by POC credits. "
                                       u"The ask is the program\u2019s ceiling."));
    const Table *demand = tableOf(brief, TableKind::Demand);
    QVERIFY(demand);
    QCOMPARE(rowOf(*demand, u"Need after POC credits"_s).mid(1),
             (QStringList{u"120,697"_s, u"191,725"_s, u"358,134"_s}));
    QCOMPARE(rowOf(*demand, u"100,000 used up in"_s).mid(1),
             (QStringList{u"Nov 2027"_s, u"Aug 2027"_s, u"Jun 2027"_s}));
}

void TestBrief::every_table_foots_and_every_ask_adds_up_data()
{
    QTest::addColumn<domain::Worksheet>("worksheet");
    QTest::newRow("series A") << testsupport::seriesA();
    QTest::newRow("pre-seed") << testsupport::sampleWorksheet(u"pre-seed-agent"_s);
    QTest::newRow("enterprise") << testsupport::sampleWorksheet(u"enterprise-two-use-cases"_s);
    QTest::newRow("many lines, 36 months") << testsupport::withManyLines();
    QTest::newRow("huge amounts") << testsupport::hugeAmounts();
    for (const int months : {1, 2, 4, 5, 9, 13, 31}) {
        domain::Worksheet worksheet = testsupport::seriesA();
        worksheet.funding.months = months;
        worksheet.funding.pools[1].months = months;
        QTest::addRow("%d months", months) << worksheet;
    }
}

void TestBrief::every_table_foots_and_every_ask_adds_up()
{
    QFETCH(domain::Worksheet, worksheet);
    const testsupport::ComputedCase computed(worksheet);
    QVERIFY(!computed.stack.records.empty());
    for (size_t record = 0; record < computed.stack.records.size(); ++record) {
        const Brief brief = computed.brief(record);
        int tables = 0;
        for (const TableKind kind : {TableKind::Services, TableKind::Months, TableKind::Payers}) {
            if (const Table *table = tableOf(brief, kind)) {
                ++tables;
                QVERIFY2(foots(*table), qPrintable(documents::toText(brief)));
            }
        }
        const bool isBrief = computed.stack.records[record].kind == records::RecordKind::Opportunity;
        QCOMPARE(tables, isBrief ? 2 : 1);
        QVERIFY(askLineOf(brief));
        QVERIFY(addsUp(*askLineOf(brief)));
    }
}

void TestBrief::one_amount_prints_the_same_everywhere()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    for (size_t record = 0; record < 2; ++record) {
        const Brief brief = computed.brief(record);
        const Table *spend = tableOf(brief, record == 0 ? TableKind::Services : TableKind::Months);
        const Table *payers = tableOf(brief, TableKind::Payers);
        const auto spendTotals = figures(*spend).back();
        const auto paid = figures(*payers)[record];
        // Where the pool pays all of a month's need, both tables print one figure.
        for (size_t month = 0; month < (record == 0 ? 3U : 7U); ++month)
            QCOMPARE(spendTotals[month], paid[month]);
    }
}

/// A table that foots may print the dollar above or below; what a text says of the same amount is that dollar.
void TestBrief::a_text_says_what_its_table_prints()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    for (int cents = 0; cents < 100; cents += 3) {
        worksheet.footprint.front().monthlyUsd = domain::Money::fromCents(220'000 + cents);
        worksheet.footprint.back().monthlyUsd = domain::Money::fromCents(30'000 + (cents * 7) % 100);
        worksheet.useCases.front().workloads.front().requestsPerDay = 5000 + cents;
        const testsupport::ComputedCase computed(worksheet);
        const Brief brief = computed.brief(1);
        const auto payers = figures(*tableOf(brief, TableKind::Payers));
        const qint64 account = payers.back().front();
        QCOMPARE(brief.strip->bill[2].value.plain(), u'$' + documents::grouped(account));
        const QString text = documents::toText(brief).simplified();
        static const QRegularExpression kNet(u"April: net of \\$([\\d,]+) paid by POC credits"_s);
        QCOMPARE(kNet.match(text).captured(1), documents::grouped(payers.front()[3]));
        QVERIFY(text.contains(u'$' + documents::grouped(payers[2].back()) + u": paid by the customer"_s));
        QVERIFY(text.contains(u"first-year spend of $"_s + documents::grouped(payers.back().back())));
    }
}

/// Half a dollar rounds one way in a text and may round the other way in a table that has to foot.
void TestBrief::held_credits_are_said_to_the_cent()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    domain::PriorCredit credit;
    credit.programme = u"activate-founders"_s;
    credit.amountUsd = domain::Money::fromCents(500'000);
    credit.remainingUsd = domain::Money::fromCents(250'050);
    credit.grantedOn = QDate(2026, 6, 1);
    worksheet.aws.priorCredits = {credit};
    const QString text = documents::toText(testsupport::ComputedCase(worksheet).brief(0)).simplified();
    QVERIFY2(text.contains(u"Activate Founders, $5,000 of June 2026, $2,500.50 left."_s), qPrintable(text));
}

/// "schadensfallassistent" would be wrong in German, "claims Triage Desk" in any language.
void TestBrief::a_title_keeps_the_capitals_it_needs_inside_a_sentence()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    const auto subline = [&worksheet](const QString &title) {
        worksheet.useCases.front().title = title;
        const Brief brief = testsupport::ComputedCase(worksheet).brief(0);
        return brief.section(documents::SectionKind::Spend)->subline;
    };
    QCOMPARE(subline(u"Claims triage"_s), u"January to March 2027, claims triage only"_s);
    QCOMPARE(subline(u"Claims Triage Desk"_s), u"January to March 2027, Claims Triage Desk only"_s);
    QCOMPARE(subline(u"Assistent für die Verwaltung"_s), u"January to March 2027, Assistent für die Verwaltung only"_s);
}

void TestBrief::what_a_brief_leaves_out_is_not_in_it()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.company.activateOrgId = u"ORGSECRET"_s;
    const testsupport::ComputedCase computed(worksheet);
    for (size_t record = 0; record < computed.stack.records.size(); ++record) {
        const QString text = documents::toText(computed.brief(record));
        for (const QString &word : {u"ORGSECRET"_s, u"cto@northwind"_s, u"+1206"_s, u"ace@partner"_s})
            QVERIFY2(!text.contains(word), qPrintable(word));
        static const QRegularExpression kPromises(u"\\b(free|guaranteed|programme|best-in-class)\\b"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        QVERIFY(!text.contains(kPromises));
    }
}

void TestBrief::missing_facts_are_said_not_skipped()
{
    const testsupport::ComputedCase computed(testsupport::nextToNothing());
    const QString text = documents::toText(computed.brief(0));
    QVERIFY(text.contains(u"AWS bill today     Not stated"));
    QVERIFY(text.contains(u"Metric      Not stated"));
    QVERIFY(text.contains(u"Decision    Not stated"));
    QVERIFY(text.contains(u"Unknown. Not stated: "));
    QVERIFY(text.contains(u"Unknown. Whether the customer agrees to sharing with AWS."));
    QVERIFY(!text.contains(u"Lead investor"));
    QVERIFY(!text.contains(u": ,"));
    QVERIFY(!text.contains(u",  "));
}

void TestBrief::markers_point_at_their_assumption()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    const Brief brief = computed.brief(0);
    const documents::Section *section = brief.section(documents::SectionKind::Assumptions);
    QVERIFY(section);
    const auto &items = std::get<documents::NumberedList>(section->blocks.front()).items;
    QCOMPARE(items[0].status, documents::ItemStatus::Implied);
    QCOMPARE(items[1].status, documents::ItemStatus::Assumed);
    QVERIFY(items[1].text.plain().contains(u"grow 4% a month"));
    QCOMPARE(items[2].status, documents::ItemStatus::ToConfirm);
    QVERIFY(items[2].text.plain().contains(u"triple in March"));
    QVERIFY(brief.strip->reason.plain().contains(u"[4]"));
    QCOMPARE(items[3].status, documents::ItemStatus::Derived);
    QVERIFY(items[3].text.plain().contains(u"split of the January change"));
    QCOMPARE(items.back().status, documents::ItemStatus::Confirmed);
}

void TestBrief::a_payer_keeps_its_fill_in_every_record()
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    for (size_t record = 0; record < 2; ++record) {
        const Brief brief = computed.brief(record);
        const Table *payers = tableOf(brief, TableKind::Payers);
        QCOMPARE(payers->rows[0].cells[0].swatch, documents::Fill::Solid);
        QCOMPARE(payers->rows[1].cells[0].swatch, documents::Fill::Hatched);
        QCOMPARE(payers->rows[2].cells[0].swatch, documents::Fill::Cash);
        QCOMPARE(payers->rows[record].cells[0].strong, true);
        QCOMPARE(payers->rows[1 - record].cells[0].strong, false);
    }
}

void TestBrief::a_company_elsewhere_gets_A4()
{
    QCOMPARE(testsupport::ComputedCase(testsupport::seriesA()).brief(0).paper, documents::Paper::Letter);
    const testsupport::ComputedCase german(testsupport::europeanCompany());
    QCOMPARE(german.brief(0).paper, documents::Paper::A4);
    QVERIFY(documents::toText(german.brief(0)).contains(u"Frankfurt am Main, Hessen, Germany"));
}

void TestBrief::more_than_twelve_months_become_quarters()
{
    const testsupport::ComputedCase computed(testsupport::withManyLines());
    const Brief brief = computed.brief(0);
    const Table *payers = tableOf(brief, TableKind::Payers);
    QVERIFY(payers);
    QCOMPARE(payers->columns.size(), size_t(14)); // label, 12 quarters, total
    QCOMPARE(payers->columns[1].head, u"Jan\u2013Mar\n2027"_s);
}

void TestBrief::an_individuals_checklist_begins_with_the_free_tier()
{
    const auto checklist = [](std::optional<domain::Stage> stage) {
        domain::Worksheet worksheet = testsupport::seriesA();
        worksheet.company.stage = stage;
        worksheet.aws.priorCredits.clear();
        domain::PoolRequest pool;
        pool.id = pool.programme = u"activate-founders"_s;
        worksheet.funding.pools = {pool};
        const testsupport::ComputedCase computed(worksheet);
        return computed.stack.records.empty() ? Brief() : computed.brief(0);
    };
    const Brief individual = checklist(domain::Stage::Individual);
    QVERIFY(!individual.sections.empty());
    QCOMPARE(individual.sections.front().head, u"Free tier first, then Founders"_s);
    QVERIFY(documents::toText(individual).contains(u"Incorporate"));
    const Brief startup = checklist(domain::Stage::PreSeed);
    QVERIFY(!startup.sections.empty());
    QCOMPARE(startup.sections.front().head, u"What to do"_s);
}

void TestBrief::pools_outside_ace_get_a_checklist_or_an_application()
{
    domain::Worksheet worksheet = testsupport::seriesA();
    worksheet.company.aiFirst = true;
    for (const QString &programme : {u"activate-founders"_s, u"genai-accelerator"_s}) {
        domain::PoolRequest pool;
        pool.id = pool.programme = programme;
        worksheet.funding.pools.push_back(pool);
    }
    worksheet.aws.priorCredits.clear();
    const testsupport::ComputedCase computed(worksheet);
    int handouts = 0;
    for (size_t record = 0; record < computed.stack.records.size(); ++record) {
        if (computed.stack.records[record].kind == records::RecordKind::Opportunity)
            continue;
        ++handouts;
        const Brief brief = computed.brief(record);
        QVERIFY(!brief.section(documents::SectionKind::Numbers));
        const QString text = documents::toText(brief);
        QVERIFY(text.contains(u"What to do"));
        QVERIFY(text.contains(u"1111-2222-3333"));
        QVERIFY2(text.contains(u"Still missing\n-------------\nNothing that the form asks for."), qPrintable(text));
        QCOMPARE(text.contains(u"Running meanwhile") && text.contains(u"POC credits, $29,500"),
                 computed.stack.records[record].kind == records::RecordKind::Application);
    }
    QCOMPARE(handouts, 2);
    const QString sheet =
        documents::toText(computed.document(documents::CaseDocument::FounderSheet).value()).simplified();
    QVERIFY2(sheet.contains(u"Apply for AWS Activate Founders yourself; the checklist for it says how."_s),
             qPrintable(sheet));
    QVERIFY(sheet.contains(u"Accelerator yourself; the application brief for it says how."_s));
}

void TestBrief::lines_of_text_stay_within_a_hundred_characters()
{
    const testsupport::ComputedCase computed(testsupport::withLongTexts());
    const QString text = documents::toText(computed.brief(0));
    for (const QString &line : text.split(u'\n')) {
        if (line.contains(u"agents answer"))
            QVERIFY(line.size() <= 100);
    }
    QVERIFY(text.contains(u"Why") || text.contains(u"Use case"));
}

QTEST_GUILESS_MAIN(TestBrief)
#include "tst_brief.moc"
