#include "cli/openedcase.h"

#include "db/casestore.h"
#include "db/profile.h"
#include "worksheetfile/reader.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

QString caseInFile(const QString &file, const QString &caseId)
{
    return file + u", case "_s + caseId;
}

Outcome<drafting::ComputedCase> computeStored(const QString &file, const ports::StoredCase &stored,
                                              const drafting::Shipped &shipped, QDate asOf)
{
    const QString place = caseInFile(file, stored.summary.id);
    const auto worksheet = worksheetfile::read(stored.worksheet);
    if (!worksheet)
        return Unexpected(fromInput(place, worksheet.error()));
    auto computed = drafting::compute(*worksheet, shipped.rates, shipped.programmes, asOf);
    if (!computed)
        return Unexpected(fromInput(place, computed.error()));
    return *std::move(computed);
}

Outcome<QStringList> chosenCases(const QString &file, const QString &caseId, ports::CaseStore &store)
{
    if (!caseId.isEmpty())
        return QStringList{caseId};
    const auto cases = store.list({});
    if (!cases)
        return Unexpected(fromStore(file, cases.error()));
    QStringList ids;
    for (const ports::CaseSummary &summary : *cases)
        ids.append(summary.id);
    return ids;
}

Outcome<std::shared_ptr<const domain::PartnerProfile>> profileOf(const QString &file)
{
    auto profile = db::ProfilesOnDisk().load(file);
    if (!profile)
        return Unexpected(fromStore(file, profile.error()));
    return std::make_shared<const domain::PartnerProfile>(*std::move(profile));
}

Outcome<drafting::Shipped> shippedFor(const Arguments &arguments, const QString &file)
{
    if (file.isEmpty())
        return shippedForChannel(arguments, nullptr);
    const auto profile = profileOf(file);
    if (!profile)
        return Unexpected(profile.error());
    return shippedForChannel(arguments, profile->get());
}

Step visitCases(const QString &file, const QString &caseId, const drafting::Shipped &shipped, QDate asOf,
                const std::function<Step(const ports::CaseSummary &, const drafting::ComputedCase &)> &visit)
{
    const auto store = db::openCaseStore(file, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(file, store.error()));
    const auto ids = chosenCases(file, caseId, **store);
    if (!ids)
        return Unexpected(ids.error());
    for (const QString &id : *ids) {
        const auto stored = (*store)->load(id);
        if (!stored)
            return Unexpected(fromStore(file, stored.error()));
        const auto computed = computeStored(file, *stored, shipped, asOf);
        if (!computed)
            return Unexpected(computed.error());
        if (const Step visited = visit(stored->summary, *computed); !visited)
            return visited;
    }
    return {};
}

} // namespace cli
