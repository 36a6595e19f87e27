#include "cli/importjob.h"

#include "cli/daybackup.h"

#include "db/check.h"
#include "drafting/casedraft.h"
#include "messages/messages.h"
#include "worksheetfile/reader.h"

#include <QDateTime>

#include <algorithm>

namespace cli {

using db::ComparedCase;
using domain::Unexpected;
using Relation = ComparedCase::Relation;
using namespace Qt::StringLiterals;

namespace {

/// What a case file from elsewhere has to pass before a row of it is looked at.
Step refuseUnsound(const QString &source)
{
    const auto judge = [](QByteArrayView worksheet) -> std::optional<QString> {
        const auto read = worksheetfile::read(worksheet);
        return read ? std::nullopt : std::optional(messages::sentence(read.error()));
    };
    const auto report = db::check(source, {judge, {}});
    if (!report)
        return Unexpected(fromStore(source, report.error()));
    if (!report->isSound())
        return Unexpected(
            Failure{source, {}, u"is damaged, and nothing is imported from it; see `briefstack-cli check`"_s});
    return {};
}

class ImportRun {
public:
    ImportRun(const ImportWish &wish, const drafting::Shipped &shipped, db::CaseImport &import)
        : m_wish(wish), m_shipped(shipped), m_import(import)
    {
    }

    Outcome<ImportedCase> bring(const QString &caseId)
    {
        auto compared = m_import.compare(caseId);
        if (!compared)
            return Unexpected(fromStore(m_wish.source, compared.error()));
        ImportedCase imported;
        imported.compared = *std::move(compared);
        Step done;
        if (imported.compared.relation == Relation::New)
            done = refuseDuplicate(imported.compared);
        if (done && imported.compared.relation == Relation::Diverged)
            return merge(std::move(imported));
        if (done)
            done = take(imported, nullptr);
        if (!done)
            return Unexpected(done.error());
        return imported;
    }

private:
    Failure failure(const ports::StoreError &error) const { return fromStore(m_wish.target, error); }
    QString place(const ComparedCase &compared) const { return m_wish.source + u", case "_s + compared.id; }

    Step refuseDuplicate(const ComparedCase &compared)
    {
        if (m_wish.addNew)
            return {};
        const auto other = m_import.otherCaseOf(compared);
        if (!other)
            return Unexpected(failure(other.error()));
        if (!*other)
            return {};
        const ports::StoreError duplicate{ports::StoreError::Kind::Duplicate, **other, 0};
        return Unexpected(
            Failure{place(compared), {}, compared.company + u": the case file "_s + messages::sentence(duplicate)});
    }

    Step take(ImportedCase &imported, const ports::CaseDraft *merged)
    {
        const auto traces = m_import.take(imported.compared, merged, QDateTime::currentDateTimeUtc());
        if (!traces)
            return Unexpected(failure(traces.error()));
        imported.traces = *traces;
        const auto revision = m_import.revisionOf(imported.compared.id);
        if (!revision)
            return Unexpected(failure(revision.error()));
        imported.revision = *revision;
        return {};
    }

    Outcome<domain::Worksheet> read(const ComparedCase &compared, const QByteArray &bytes) const
    {
        auto worksheet = worksheetfile::read(bytes);
        if (!worksheet)
            return Unexpected(fromInput(place(compared), worksheet.error()));
        return *std::move(worksheet);
    }

    Outcome<ImportedCase> merge(ImportedCase imported)
    {
        const ComparedCase &compared = imported.compared;
        const auto ours = read(compared, compared.ourWorksheet);
        if (!ours)
            return Unexpected(ours.error());
        const auto theirs = read(compared, compared.theirWorksheet);
        if (!theirs)
            return Unexpected(theirs.error());
        std::optional<domain::Worksheet> base;
        if (compared.baseWorksheet) {
            auto common = read(compared, *compared.baseWorksheet);
            if (!common)
                return Unexpected(common.error());
            base = *std::move(common);
        }
        auto merged = worksheetfile::merge(base ? &*base : nullptr, *ours, *theirs, m_wish.decisions);
        if (merged.contradiction)
            return Unexpected(Failure{place(compared), merged.contradiction->path,
                                      u"both files changed the case, and together it would be no valid worksheet: "_s
                                          + messages::sentence(*merged.contradiction)
                                          + u"; change one of the two first"_s});
        imported.waits = !merged.isDecided();
        imported.changes = worksheetfile::difference(*ours, merged.merged);
        imported.conflicts = std::move(merged.conflicts);
        imported.revision = compared.ours;
        if (imported.waits)
            return imported;
        const auto computed = drafting::compute(merged.merged, m_shipped.rates, m_shipped.programmes, m_wish.asOf);
        if (!computed)
            return Unexpected(fromInput(place(compared), computed.error()));
        const ports::CaseDraft draft = drafting::caseDraft(*computed, m_shipped, m_wish.asOf);
        if (const Step done = take(imported, &draft); !done)
            return Unexpected(done.error());
        return imported;
    }

    const ImportWish &m_wish;
    const drafting::Shipped &m_shipped;
    db::CaseImport &m_import;
};

/// A decision about a field that is no conflict is a mistake, most likely in its path.
Step refuseIdleDecisions(const ImportWish &wish, const std::vector<ImportedCase> &cases)
{
    for (const auto &[path, side] : wish.decisions.forPath) {
        const bool used = std::ranges::any_of(cases, [&path = path](const ImportedCase &one) {
            return std::ranges::any_of(one.conflicts, [&path](const worksheetfile::Conflict &conflict) {
                return conflict.path == path || conflict.path.startsWith(path + u'/');
            });
        });
        if (!used)
            return Unexpected(usage(u"--take: no field that both files changed is \""_s + path + u'"'));
    }
    return {};
}

} // namespace

Outcome<std::vector<ImportedCase>> importCases(const ImportWish &wish, const drafting::Shipped &shipped)
{
    if (db::isSameFile(wish.source, wish.target))
        return Unexpected(usage(wish.source + u" cannot be imported into itself"_s));
    if (const Step sound = refuseUnsound(wish.source); !sound)
        return Unexpected(sound.error());
    const auto import = db::CaseImport::begin(wish.source, wish.target);
    if (!import)
        return Unexpected(fromStore(wish.target, import.error()));
    QStringList ids{wish.caseId};
    if (wish.caseId.isEmpty()) {
        const auto all = (*import)->cases();
        if (!all)
            return Unexpected(fromStore(wish.source, all.error()));
        ids = *all;
    }
    ImportRun run(wish, shipped, **import);
    std::vector<ImportedCase> cases;
    for (const QString &id : ids) {
        auto imported = run.bring(id);
        if (!imported)
            return Unexpected(imported.error());
        cases.push_back(*std::move(imported));
    }
    if (const Step meant = refuseIdleDecisions(wish, cases); !meant)
        return Unexpected(meant.error());
    if (std::ranges::any_of(cases, &ImportedCase::waits))
        return cases;
    backUpFirst(wish.target);
    if (const auto committed = (*import)->commit(); !committed)
        return Unexpected(fromStore(wish.target, committed.error()));
    return cases;
}

} // namespace cli
