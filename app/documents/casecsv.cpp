#include "documents/casecsv.h"

using namespace Qt::StringLiterals;

namespace documents {

namespace {

QString monthOf(const CaseInput &input, int number)
{
    return input.projection.monthAt(number).toString();
}

void addSpend(Csv &csv, const CaseInput &input)
{
    for (const projection::Line &line : input.projection.lines) {
        for (std::size_t month = 0; month < line.monthly.size(); ++month) {
            const domain::Money amount = line.monthly[month];
            if (!amount.isZero())
                csv.addRow({u"spend"_s,
                            line.id,
                            line.name,
                            line.useCase.value_or(QString()),
                            line.service,
                            {},
                            monthOf(input, int(month) + 1),
                            {},
                            amount.toString()});
        }
    }
}

void addLedger(Csv &csv, const CaseInput &input)
{
    for (const funding::LedgerEntry &entry : input.plan.ledger) {
        const projection::Line &line = input.projection.lines[std::size_t(entry.line)];
        csv.addRow({u"ledger"_s,
                    line.id,
                    line.name,
                    line.useCase.value_or(QString()),
                    line.service,
                    payerKey(input.plan, entry.payer),
                    monthOf(input, entry.month),
                    {},
                    entry.amount.toString()});
    }
}

void addRecords(Csv &csv, const CaseInput &input)
{
    for (const records::Record &record : input.stack.records) {
        const funding::Pool &pool = input.plan.pools[std::size_t(record.pool)];
        csv.addRow({u"record"_s, record.poolId, record.title, pool.useCases.join(u' '), record.programme, record.poolId,
                    monthOf(input, pool.fromMonth), monthOf(input, pool.lastMonth), pool.ask.toString()});
    }
}

} // namespace

QByteArray caseCsv(const CaseInput &input, CsvForm form)
{
    Csv csv({u"row"_s, u"id"_s, u"name"_s, u"use case"_s, u"service or program"_s, u"paid by"_s, u"month"_s,
             u"to month"_s, u"amount USD"_s},
            form);
    addSpend(csv, input);
    addLedger(csv, input);
    addRecords(csv, input);
    return csv.take();
}

} // namespace documents
