#include "drafting/earlierrecords.h"

#include "drafting/filedcase.h"
#include "records/english.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace drafting {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

review::FiledRecord recordOf(const QByteArray &wording, const RecordCourse &course, const Shipped &shipped)
{
    const QJsonObject texts = QJsonDocument::fromJson(wording).object();
    const auto text = [&texts](QLatin1StringView key) { return texts.value(key).toString(); };
    const catalogue::Programme *programme = shipped.programmes.find(course.poolId);
    return {(programme ? programme->shortName : course.poolId) + u", filed "_s
                + records::longDate(course.last->filedOn),
            course.poolId, text("businessProblem"_L1), text("scope"_L1), text("metric"_L1)};
}

} // namespace

ports::StoreResult<std::vector<FiledWording>> filedWordings(ports::CaseStore &store, const Shipped &shipped,
                                                            std::optional<QStringView> company)
{
    const auto all = store.filings()->allFilings();
    if (!all)
        return Unexpected(all.error());
    std::vector<FiledWording> filed;
    if (all->empty())
        return filed;
    const auto cases = store.list({});
    if (!cases)
        return Unexpected(cases.error());
    for (const auto &[caseId, filings] : *all) {
        const auto known = std::ranges::find(*cases, caseId, &ports::CaseSummary::id);
        if (known == cases->end() || (company && known->company.compare(*company, Qt::CaseInsensitive) != 0))
            continue;
        for (const RecordCourse &course : coursesOf(filings)) {
            if (!course.last)
                continue;
            const auto wording = store.filings()->filedFile(caseId, course.last->id, ports::kFiledWording);
            if (!wording && wording.error().kind == ports::StoreError::Kind::NoSuchRevision)
                continue; // filed without its wording
            if (!wording)
                return Unexpected(wording.error());
            filed.push_back({caseId, known->company, course.poolId, recordOf(*wording, course, shipped)});
        }
    }
    return filed;
}

std::vector<review::FiledRecord> earlierRecords(const std::vector<FiledWording> &filed, QStringView caseId,
                                                QStringView company, const std::vector<ports::StoredRecord> &stack)
{
    std::vector<review::FiledRecord> earlier;
    for (const FiledWording &one : filed) {
        if (one.company.compare(company, Qt::CaseInsensitive) != 0)
            continue;
        review::FiledRecord record = one.record;
        if (one.caseId != caseId)
            record.poolId.clear();
        else if (std::ranges::find(stack, one.poolId, &ports::StoredRecord::poolId) != stack.end())
            continue;
        earlier.push_back(std::move(record));
    }
    return earlier;
}

} // namespace drafting
