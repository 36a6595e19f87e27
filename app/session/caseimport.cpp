#include "session/caseimport.h"

#include "drafting/casedraft.h"
#include "session/mergecomparison.h"
#include "worksheetfile/reader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace session {

using domain::Unexpected;
using ports::ComparedCase;
using Relation = ComparedCase::Relation;

namespace {

ImportFailure failure(const QString &file, const ports::StoreError &error)
{
    return {Problem{file, error}};
}

domain::Result<domain::Worksheet, ImportFailure> worksheetOf(const QString &company, const QByteArray &bytes)
{
    auto read = worksheetfile::read(bytes);
    if (!read)
        return Unexpected(ImportFailure{Problem{company, read.error()}});
    return *std::move(read);
}

/// The worksheets of a case that both files changed.
struct Versions {
    std::optional<domain::Worksheet> base;
    domain::Worksheet ours;
    domain::Worksheet theirs;

    const domain::Worksheet *common() const { return base ? &*base : nullptr; }
};

domain::Result<Versions, ImportFailure> versionsOf(const ComparedCase &compared)
{
    Versions versions;
    for (const auto &[bytes, into] :
         {std::pair(&compared.ourWorksheet, &versions.ours), std::pair(&compared.theirWorksheet, &versions.theirs)}) {
        auto read = worksheetOf(compared.company, *bytes);
        if (!read)
            return Unexpected(read.error());
        *into = *std::move(read);
    }
    if (compared.baseWorksheet) {
        auto read = worksheetOf(compared.company, *compared.baseWorksheet);
        if (!read)
            return Unexpected(read.error());
        versions.base = *std::move(read);
    }
    return versions;
}

domain::Result<ImportedCase, ImportFailure> plan(ports::CaseImport &import, const QString &id, const QString &source,
                                                 const QString &target)
{
    auto compared = import.compare(id);
    if (!compared)
        return Unexpected(failure(source, compared.error()));
    ImportedCase one;
    one.compared = *std::move(compared);
    if (one.compared.relation == Relation::New) {
        auto other = import.otherCaseOf(one.compared);
        if (!other)
            return Unexpected(failure(target, other.error()));
        one.sameCompany = *std::move(other);
        one.wanted = !one.sameCompany;
    }
    if (one.compared.relation == Relation::Diverged) {
        const auto versions = versionsOf(one.compared);
        if (!versions)
            return Unexpected(versions.error());
        one.comparison = compareWorksheets(
            versions->common(), versions->ours, versions->theirs,
            QCoreApplication::translate("session::CaseImport", "This file"),
            QCoreApplication::translate("session::CaseImport", "In %1").arg(QFileInfo(source).fileName()));
        one.comparison->chooseUndisputed();
    }
    return one;
}

domain::Result<void, ImportFailure> refuseUnsound(ports::CaseCare &care, const QString &source, JobControl &control)
{
    const auto report = care.check(source, [&control](int percent) {
        control.report(percent, 100);
        return !control.isCancelled();
    });
    if (!report)
        return Unexpected(failure(source, report.error()));
    if (report->stopped)
        return Unexpected(ImportFailure{Problem{source, Cancelled{}}});
    if (report->isSound())
        return {};
    return Unexpected(ImportFailure{ImportProblem{ImportProblem::Kind::Damaged, source, {}, report->problems.front()}});
}

domain::Result<std::optional<ports::CaseDraft>, ImportFailure> mergedDraft(const ImportedCase &one,
                                                                           const drafting::Shipped &shipped, QDate asOf)
{
    if (one.compared.relation != Relation::Diverged)
        return std::optional<ports::CaseDraft>();
    const auto versions = versionsOf(one.compared);
    if (!versions)
        return Unexpected(versions.error());
    const auto merged =
        worksheetfile::merge(versions->common(), versions->ours, versions->theirs, decisionsOf(*one.comparison));
    const auto contradiction = [&one](const domain::InputError &why) {
        return ImportFailure{
            ImportProblem{ImportProblem::Kind::Contradiction, one.compared.company, why, std::nullopt}};
    };
    if (merged.contradiction)
        return Unexpected(contradiction(*merged.contradiction));
    const auto computed = drafting::compute(merged.merged, shipped.rates, shipped.programmes, asOf);
    if (!computed)
        return Unexpected(contradiction(computed.error()));
    return std::optional(drafting::caseDraft(*computed, shipped, asOf));
}

} // namespace

bool ImportedCase::changesCase() const
{
    return compared.relation == Relation::New || compared.relation == Relation::TheirsAhead
        || compared.relation == Relation::Diverged;
}

bool ImportPlan::canApply() const
{
    return wanted() > 0 && std::ranges::all_of(cases, &ImportedCase::canApply);
}

qsizetype ImportPlan::wanted() const
{
    return static_cast<qsizetype>(std::ranges::count_if(cases, &ImportedCase::wanted));
}

domain::Result<ImportPlan, ImportFailure> readImport(ports::CaseCare &care, ports::CaseExchange &exchange,
                                                     const QString &source, const QString &target, JobControl &control)
{
    if (exchange.isSameFile(source, target))
        return Unexpected(ImportFailure{ImportProblem{ImportProblem::Kind::SameFile, source, {}, {}}});
    if (const auto sound = refuseUnsound(care, source, control); !sound)
        return Unexpected(sound.error());
    const auto import = exchange.begin(source, target);
    if (!import)
        return Unexpected(failure(target, import.error()));
    const auto ids = (*import)->cases();
    if (!ids)
        return Unexpected(failure(source, ids.error()));
    ImportPlan planned{source, target, {}};
    for (const QString &id : *ids) {
        auto one = plan(**import, id, source, target);
        if (!one)
            return Unexpected(one.error());
        planned.cases.push_back(*std::move(one));
    }
    return planned;
}

domain::Result<ImportResult, ImportFailure> writeImport(ports::CaseCare &care, ports::CaseExchange &exchange,
                                                        const ImportPlan &plan, const drafting::Shipped &shipped,
                                                        QDate asOf, const QDateTime &now)
{
    // A day's backup that fails is said by whoever looks after the file; it does not stop an import.
    (void)care.backUpIfDue(plan.target, now.toLocalTime());
    const auto import = exchange.begin(plan.source, plan.target);
    if (!import)
        return Unexpected(failure(plan.target, import.error()));
    ImportResult result;
    for (const ImportedCase &one : plan.cases) {
        if (!one.wanted)
            continue;
        const auto again = (*import)->compare(one.compared.id);
        if (!again)
            return Unexpected(failure(plan.source, again.error()));
        if (*again != one.compared)
            return Unexpected(
                ImportFailure{ImportProblem{ImportProblem::Kind::GoneOn, one.compared.company, {}, std::nullopt}});
        const auto draft = mergedDraft(one, shipped, asOf);
        if (!draft)
            return Unexpected(draft.error());
        const auto taken = (*import)->take(one.compared, *draft ? &**draft : nullptr, now);
        if (!taken)
            return Unexpected(failure(plan.target, taken.error()));
        result.caseIds += one.compared.id;
        result.added += one.compared.relation == Relation::New ? 1 : 0;
        result.changed += one.compared.relation != Relation::New && (one.changesCase() || *taken > 0) ? 1 : 0;
    }
    if (const auto committed = (*import)->commit(); !committed)
        return Unexpected(failure(plan.target, committed.error()));
    return result;
}

} // namespace session
