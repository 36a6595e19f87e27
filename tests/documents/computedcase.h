// A case computed the whole way from a worksheet, for tests of documents: the shipped prices and programs, real stages.
#pragma once

#include "call/openquestions.h"
#include "call/questions.h"
#include "catalogue/programmes.h"
#include "catalogue/ratebookreader.h"
#include "documents/casedocument.h"
#include "funding/plan.h"
#include "projection/projection.h"
#include "records/record.h"
#include "support/sourcefolder.h"
#include "whatif/demand.h"
#include "worksheetfile/reader.h"

#include <QFile>
#include <QtGlobal>

#include <memory>
#include <optional>

namespace testsupport {

inline QByteArray sourceFile(const QString &path)
{
    QFile file(support::sourcePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const catalogue::RateBook &shippedRates()
{
    static const catalogue::RateBook book =
        catalogue::readRateBook(sourceFile(QStringLiteral("resources/rates/rate-book.json"))).value();
    return book;
}

inline const catalogue::Programmes &shippedProgrammes()
{
    static const catalogue::Programmes programmes =
        catalogue::readProgrammes(sourceFile(QStringLiteral("resources/programmes/programmes.json"))).value();
    return programmes;
}

inline domain::Worksheet sampleWorksheet(const QString &name)
{
    return worksheetfile::read(
               sourceFile(QStringLiteral("resources/samples/") + name + QStringLiteral(".worksheet.json")))
        .value();
}

class ComputedCase {
public:
    explicit ComputedCase(domain::Worksheet facts, QDate today = QDate(2026, 11, 22))
        : asOf(today),
          worksheet(std::move(facts)),
          projection(projected(worksheet)),
          plan(planned(worksheet, projection))
    {
        stack = records::compose(worksheet, projection, plan, shippedProgrammes(), asOf);
        if (whatif::hasRange(worksheet)) {
            low = figures(whatif::Demand::Low);
            high = figures(whatif::Demand::High);
        }
    }

    documents::CaseInput input() const
    {
        return {worksheet,
                projection,
                plan,
                stack,
                shippedRates(),
                shippedProgrammes(),
                low ? &*low : nullptr,
                high ? &*high : nullptr,
                asOf,
                1,
                QStringLiteral("c9051909")};
    }

    documents::Brief brief(size_t record) const
    {
        return documents::buildDocument(input().withRecord(stack.records[record]));
    }

    /// What is still to be asked, in the order of the call.
    std::vector<call::Question> open() const
    {
        return call::ranked(call::openQuestions(worksheet), {}, worksheet, {shippedRates(), shippedProgrammes(), asOf});
    }

    std::optional<documents::Brief> document(documents::CaseDocument kind) const
    {
        return documents::buildCaseDocument(kind, input(), open());
    }

    QDate asOf;
    domain::Worksheet worksheet;
    projection::Projection projection;
    funding::FundingPlan plan;
    records::Stack stack;
    std::optional<documents::DemandFigures> low;
    std::optional<documents::DemandFigures> high;

private:
    projection::Projection projected(const domain::Worksheet &facts) const
    {
        return projection::project(facts, shippedRates(), asOf).value();
    }
    funding::FundingPlan planned(const domain::Worksheet &facts, const projection::Projection &of) const
    {
        return funding::plan(facts, of, shippedProgrammes(), asOf).value();
    }
    documents::DemandFigures figures(whatif::Demand demand) const
    {
        const domain::Worksheet at = whatif::worksheetAt(demand, worksheet, plan);
        projection::Projection of = projected(at);
        funding::FundingPlan with = planned(at, of);
        return {std::move(of), std::move(with)};
    }
};

/// Every document of a case: per record its brief or handout, the plan of a proof of concept; those of the whole case.
inline std::vector<documents::Brief> documentsOf(const ComputedCase &computed)
{
    using documents::CaseDocument;
    std::vector<documents::Brief> all;
    for (size_t record = 0; record < computed.stack.records.size(); ++record) {
        all.push_back(computed.brief(record));
        if (documents::hasPocPlan(computed.input(), computed.stack.records[record]))
            all.push_back(documents::buildPocPlan(computed.input(), computed.stack.records[record]));
    }
    for (const CaseDocument kind : {CaseDocument::StackSummary, CaseDocument::FounderSheet, CaseDocument::CallSummary})
        all.push_back(computed.document(kind).value());
    return all;
}

} // namespace testsupport
