// A sample worksheet with the shipped book and programs, computed.
#pragma once

#include "catalogue/shippeddata.h"
#include "support/books.h"
#include "whatif/figures.h"
#include "worksheetfile/reader.h"

namespace whatiftest {

inline domain::Worksheet sample(const QString &name)
{
    auto read =
        worksheetfile::read(support::resource(QStringLiteral("samples/") + name + QStringLiteral(".worksheet.json")));
    return read ? *std::move(read) : domain::Worksheet();
}

inline domain::Worksheet seriesA()
{
    return sample(QStringLiteral("series-a-rag-assistant"));
}

inline whatif::Basis shippedBasis()
{
    return {support::shippedBook(), support::shippedProgrammes(), support::kToday};
}

inline whatif::Figures figures(const domain::Worksheet &worksheet, const whatif::Basis &basis)
{
    auto computed = whatif::figuresOf(worksheet, basis);
    return computed ? *std::move(computed) : whatif::Figures();
}

} // namespace whatiftest
