#include "projection/projection.h"

#include "domain/defaults.h"
#include "projection/lines.h"
#include "projection/notes.h"
#include "projection/totals.h"
#include "projection/volume.h"

namespace projection {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using domain::UseCase;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

QString elementPath(QLatin1StringView list, std::size_t index)
{
    return list + u'[' + QString::number(index) + u']';
}

std::size_t lineCount(const Worksheet &worksheet)
{
    std::size_t count = worksheet.footprint.size();
    for (const UseCase &useCase : worksheet.useCases)
        count += useCase.workloads.size() + useCase.services.size();
    return count;
}

Result<void, InputError> addUseCase(const Worksheet &worksheet, std::size_t index, LineContext &context,
                                    Projection &projection)
{
    const UseCase &useCase = worksheet.useCases[index];
    const QString path = elementPath("useCases"_L1, index);
    const QString field = u"useCases/"_s + useCase.id;
    const QString region = domain::regionOf(useCase, worksheet.aws);
    for (std::size_t i = 0; i < useCase.workloads.size(); ++i) {
        const domain::Workload &workload = useCase.workloads[i];
        auto line = workloadLine(workload, {useCase, workload, index, i, region}, context);
        if (!line)
            return Unexpected(line.error());
        line->useCase = useCase.id;
        projection.lines.push_back(*std::move(line));
    }
    for (std::size_t i = 0; i < useCase.services.size(); ++i) {
        const domain::ServiceUse &service = useCase.services[i];
        auto line = serviceLine(
            service,
            {path + u'.' + elementPath("services"_L1, i), field + u"/services/"_s + service.id, region, useCase.id},
            context);
        if (!line)
            return Unexpected(line.error());
        projection.lines.push_back(*std::move(line));
    }
    return {};
}

Result<void, InputError> addFootprint(const Worksheet &worksheet, LineContext &context, Projection &projection)
{
    for (std::size_t i = 0; i < worksheet.footprint.size(); ++i) {
        const domain::ServiceUse &service = worksheet.footprint[i];
        auto line = serviceLine(service,
                                {elementPath("footprint"_L1, i), u"footprint/"_s + service.id,
                                 domain::regionOf(worksheet.aws), std::nullopt},
                                context);
        if (!line)
            return Unexpected(line.error());
        projection.lines.push_back(*std::move(line));
    }
    return {};
}

} // namespace

const Line *Projection::line(const QString &id) const
{
    for (const Line &line : lines) {
        if (line.id == id)
            return &line;
    }
    return nullptr;
}

Result<Projection, InputError> project(const Worksheet &worksheet, const catalogue::RateBook &book, QDate asOf)
{
    Projection projection;
    projection.startMonth = domain::startMonthOf(worksheet.funding, asOf);
    projection.months = domain::monthsOf(worksheet.funding);
    projection.evaluatedOn = asOf;
    projection.rateBookId = book.id;
    projection.rateBookAsOf = book.asOf;

    projection.lines.reserve(lineCount(worksheet));
    LineContext context{book, projection.months, projection.findings};
    for (std::size_t i = 0; i < worksheet.useCases.size(); ++i) {
        const auto added = addUseCase(worksheet, i, context, projection);
        if (!added)
            return Unexpected(added.error());
    }
    const auto added = addFootprint(worksheet, context, projection);
    if (!added)
        return Unexpected(added.error());

    if (!addTotals(projection, worksheet.funding.fullVolumeMonth)) {
        return Unexpected(InputError{InputProblem::TooMuch, u"funding"_s, QString(),
                                     u"a projection of at most 1,000,000,000,000,000 dollars"_s});
    }
    addNotes(worksheet, book, asOf, projection);
    return projection;
}

} // namespace projection
