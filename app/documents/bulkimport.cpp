#include "documents/bulkimport.h"

#include "documents/csv.h"
#include "documents/formats.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

struct Column {
    QString label;
    int at = 0; ///< the number of its column, A = 1; 0: the next one
    std::function<QString(const BulkImportRow &)> value;
};

constexpr int column(char first, char second = 0)
{
    return second == 0 ? first - 'A' + 1 : (first - 'A' + 1) * 26 + second - 'A' + 1;
}

QString joined(const QStringList &values)
{
    return values.join(u';');
}

/// The template takes digits only where the API takes a number with its plus sign.
QString digits(const QString &phone)
{
    QString kept;
    for (const QChar sign : phone) {
        if (sign >= u'0' && sign <= u'9')
            kept += sign;
    }
    return kept;
}

/// The template refuses a domain that ends in `.co` unless a slash follows.
QString website(const QString &address)
{
    return address.endsWith(u".co"_s) ? QString(address + u'/') : address;
}

const domain::Contact &contact(const BulkImportRow &row)
{
    static const domain::Contact kNobody;
    return row.worksheet.contacts.empty() ? kNobody : row.worksheet.contacts.front();
}

domain::Person owner(const BulkImportRow &row)
{
    return row.worksheet.partner.owner.value_or(domain::Person());
}

QString nothing(const BulkImportRow &)
{
    return {};
}

std::vector<Column> customerColumns()
{
    using Row = const BulkImportRow &;
    return {
        {u"Customer/company name"_s, 0, [](Row row) { return row.worksheet.company.name; }},
        {u"Industry vertical"_s, 0, [](Row row) { return row.worksheet.company.industry; }},
        {u"Industry Other"_s, column('C'),
         [](Row row) {
             const domain::Company &company = row.worksheet.company;
             return company.industry == u"Other"_s ? company.otherIndustry : QString();
         }},
        {u"Does opportunity belong to NatSec?"_s, column('D'),
         [](Row row) { return row.worksheet.company.industry == u"Government"_s ? u"No"_s : QString(); }},
        {u"Country"_s, 0, [](Row row) { return countryName(row.worksheet.company.country); }},
        {u"State/province"_s, column('F'),
         [](Row row) {
             const domain::Company &company = row.worksheet.company;
             return company.country == u"US"_s ? company.state : QString();
         }},
        {u"Postal code"_s, 0, [](Row row) { return row.worksheet.company.postalCode; }},
        {u"Customer website"_s, 0, [](Row row) { return website(row.worksheet.company.website); }},
    };
}

std::vector<Column> projectColumns()
{
    using Row = const BulkImportRow &;
    return {
        {u"Partner primary need from AWS"_s, column('I'), [](Row row) { return joined(row.record.primaryNeeds); }},
        {u"Partner project title"_s, 0, [](Row row) { return row.record.title; }},
        {u"Customer business problem"_s, 0, [](Row row) { return row.record.businessProblem; }},
        {u"Solution offered"_s, 0,
         [](Row row) { return row.record.solutionIds.isEmpty() ? u"Other"_s : row.record.solutionIds.constFirst(); }},
        {u"Other Solution Offered"_s, column('M'),
         [](Row row) { return row.record.solutionIds.isEmpty() ? row.record.subject : QString(); }},
        {u"Use case"_s, 0, [](Row row) { return row.record.customerUseCase; }},
        {u"Estimated AWS monthly recurring revenue"_s, 0,
         [](Row row) { return row.record.statedMonthlySpend.toString(); }},
        {u"Target close date"_s, 0, [](Row row) { return row.record.targetCloseDate.toString(u"MM/dd/yyyy"_s); }},
        {u"Opportunity type"_s, 0,
         [](Row row) {
             return row.record.opportunityType.isEmpty() ? u"Net New Business"_s : row.record.opportunityType;
         }},
        {u"Delivery model"_s, 0, [](Row row) { return joined(row.record.deliveryModels); }},
        {u"Is opportunity from marketing activity?"_s, column('T'), [](Row) { return u"No"_s; }},
        {u"Were marketing development funds used?"_s, column('U'), nothing},
        {u"Sales activities"_s, column('W'), [](Row row) { return joined(row.record.salesActivities); }},
        {u"AWS products"_s, column('X'), [](Row row) { return joined(row.record.productCodes); }},
        {u"Parent Opportunity ID"_s, column('Y'), nothing},
        {u"Competitive tracking"_s, column('A', 'I'), nothing},
        {u"Other Competitors"_s, column('A', 'J'), nothing},
        {u"AWS Marketing Campaign"_s, column('A', 'K'), nothing},
        {u"Marketing Activity Channel"_s, column('A', 'L'), nothing},
        {u"Marketing Activity Use-Case"_s, column('A', 'M'), nothing},
    };
}

std::vector<Column> contactColumns()
{
    using Row = const BulkImportRow &;
    return {
        {u"Customer phone"_s, 0, [](Row row) { return digits(contact(row).phone); }},
        {u"Customer email"_s, 0, [](Row row) { return contact(row).email.toLower(); }},
        {u"AWS account ID"_s, 0, [](Row row) { return row.record.accountId; }},
        {u"Additional comments"_s, 0, [](Row row) { return row.record.comments; }},
        {u"Street address"_s, 0, [](Row row) { return row.worksheet.company.street; }},
        {u"City"_s, 0, [](Row row) { return row.worksheet.company.city; }},
        {u"Primary sales contact first name"_s, 0, [](Row row) { return owner(row).firstName; }},
        {u"Primary sales contact last name"_s, 0, [](Row row) { return owner(row).lastName; }},
        {u"Primary sales contact title"_s, 0, [](Row row) { return owner(row).title; }},
        {u"Primary contact phone"_s, 0, [](Row row) { return digits(owner(row).phone); }},
        {u"Primary contact email"_s, 0, [](Row row) { return owner(row).email.toLower(); }},
        {u"Partner CRM unique identifier"_s, 0, [](Row row) { return row.partnerIdentifier; }},
    };
}

/// All columns in their places; a place that nothing is known of has neither label nor value.
const std::vector<Column> &columns()
{
    static const std::vector<Column> kColumns = [] {
        std::vector<Column> placed;
        for (const auto &part : {customerColumns(), projectColumns(), contactColumns()}) {
            for (const Column &next : part) {
                while (next.at > 0 && int(placed.size()) + 1 < next.at)
                    placed.push_back({{}, 0, nothing});
                placed.push_back(next);
            }
        }
        return placed;
    }();
    return kColumns;
}

} // namespace

QStringList bulkImportColumns()
{
    QStringList labels;
    for (const Column &column : columns())
        labels.append(column.label);
    return labels;
}

QByteArray bulkImportCsv(const std::vector<BulkImportRow> &rows)
{
    Csv csv(bulkImportColumns());
    for (const BulkImportRow &row : rows) {
        QStringList cells;
        for (const Column &column : columns())
            cells.append(column.value(row));
        csv.addRow(cells);
    }
    return csv.take();
}

std::vector<ConsoleValue> consoleValues(const BulkImportRow &row)
{
    std::vector<ConsoleValue> values;
    const auto add = [&values](const QString &label, const QString &value) {
        if (!value.isEmpty())
            values.push_back({label, value});
    };
    for (const Column &column : columns())
        add(column.label, column.value(row));
    add(u"Stage"_s, row.record.stage);
    add(u"Next steps"_s, row.record.nextSteps);
    add(u"Pricing Calculator link"_s, row.record.estimationUrl);
    return values;
}

} // namespace documents
