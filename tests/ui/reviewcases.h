// Cases for the tests of the reviewer's side: the Series A sample as it is shown, changed as a test needs.
#pragma once

#include "drafting/drafting.h"
#include "review/review.h"
#include "session/casework.h"
#include "ui/windowfixture.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <functional>

namespace tests {

inline const drafting::Shipped &shippedData()
{
    static const drafting::Shipped kShipped = [] {
        auto data = drafting::shippedData();
        if (!data)
            qFatal("%s", qPrintable(data.error().path));
        return *std::move(data);
    }();
    return kShipped;
}

using Change = std::function<void(domain::Worksheet &)>;

inline domain::Worksheet changedSample(const Change &change)
{
    auto worksheet = worksheetfile::read(contentOf(samplePath(u"series-a-rag-assistant"_s)));
    if (!worksheet)
        qFatal("%s", qPrintable(worksheet.error().path));
    change(*worksheet);
    return *std::move(worksheet);
}

/// What a window is given to show.
inline session::CaseViewPointer viewOf(const domain::Worksheet &worksheet)
{
    auto view = std::make_shared<session::CaseView>();
    view->asOf = QDate(2026, 11, 22);
    auto computed = drafting::compute(worksheet, shippedData().rates, shippedData().programmes, view->asOf);
    if (!computed)
        qFatal("%s", qPrintable(computed.error().path));
    view->computed = *std::move(computed);
    view->findings = review::review(drafting::reviewInput(view->computed, shippedData(), view->asOf));
    return view;
}

/// Portfolio worded with the proof of concept's sentences: two shared ones in the problem, one in the scope.
inline void copyProofOfConcept(domain::Worksheet &worksheet)
{
    const domain::UseCase &useCase = worksheet.useCases.front();
    domain::RecordFacts own;
    own.pool = u"activate-portfolio"_s;
    own.problem = u"24 people, Series A, one product. "_s + useCase.whyNow + u' ' + useCase.problem;
    own.scope = useCase.scope;
    worksheet.records.push_back(own);
}

} // namespace tests
