#include "cli/commands.h"
#include "cli/daybackup.h"
#include "cli/draftjob.h"
#include "cli/findingsoutput.h"
#include "cli/openedcase.h"
#include "db/casestore.h"
#include "domain/oneline.h"
#include "messages/messages.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSet>

namespace cli {

using domain::Unexpected;
using ports::CaseStore;
using ports::StoreError;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.positional(u"WORKSHEET"_s, u"Worksheet files; - is standard input."_s, u"WORKSHEET..."_s)
        .option(u"case"_s, u"The case file; made when missing."_s, u"file"_s)
        .option(u"out"_s, u"Write each record's brief (PDF) and ACE request into this folder."_s, u"folder"_s)
        .option(u"new"_s, u"Add a case even if the file already has the company."_s)
        .option(u"update"_s, u"Replace the worksheet of this case instead of adding one."_s, u"case-id"_s)
        .withRates()
        .withProgrammes();
}

/// What the command line asks for.
struct Wish {
    QStringList worksheets;
    QString caseFile;
    QString folder;
    bool addNew = false;
    QString update;
};

Outcome<Wish> wishOf(const Arguments &arguments)
{
    if (const Step counted = arguments.expect(1, -1, u"the worksheet"_s); !counted)
        return Unexpected(counted.error());
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    const Wish wish{arguments.files(), *file, arguments.value(u"out"_s), arguments.isSet(u"new"_s),
                    arguments.value(u"update"_s)};
    if (arguments.isSet(u"out"_s) && wish.folder.isEmpty())
        return Unexpected(usage(u"--out needs a folder"_s));
    if (arguments.isSet(u"update"_s) && wish.update.isEmpty())
        return Unexpected(usage(u"--update needs a case id"_s));
    if (wish.addNew && !wish.update.isEmpty())
        return Unexpected(usage(u"--new and --update exclude each other"_s));
    if (!wish.update.isEmpty() && wish.worksheets.size() > 1)
        return Unexpected(usage(u"--update takes one worksheet"_s));
    return wish;
}

/// The revision that --update will make, or 1. Opening also refuses, before any work, a file that is no case file.
Outcome<int> revisionToMake(const Wish &wish)
{
    const QFileInfo caseFile(wish.caseFile);
    if (!caseFile.exists() && wish.update.isEmpty()) {
        if (!QFileInfo(caseFile.path()).isDir())
            return Unexpected(Failure{wish.caseFile, {}, u"its folder does not exist"_s});
        return 1;
    }
    const auto store = db::openCaseStore(wish.caseFile, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(wish.caseFile, store.error()));
    if (wish.update.isEmpty())
        return 1;
    const auto stored = (*store)->load(wish.update);
    if (!stored)
        return Unexpected(fromStore(wish.caseFile, stored.error()));
    return stored->summary.revision + 1;
}

/// What was filed with the cases of the file, which the new records have to differ from.
Outcome<std::vector<drafting::FiledWording>> filedBefore(const Wish &wish, const drafting::Shipped &shipped)
{
    if (!QFileInfo::exists(wish.caseFile))
        return std::vector<drafting::FiledWording>();
    const auto store = db::openCaseStore(wish.caseFile, db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(wish.caseFile, store.error()));
    auto filed = drafting::filedWordings(**store, shipped);
    if (!filed)
        return Unexpected(fromStore(wish.caseFile, filed.error()));
    return *std::move(filed);
}

/// Refuses a company that the file, or an earlier worksheet of this call, already has.
Step refuseDuplicate(CaseStore &store, const Wish &wish, const PreparedCase &prepared)
{
    const auto found = store.findCompany(prepared.company, prepared.website);
    if (!found)
        return Unexpected(fromStore(wish.caseFile, found.error()));
    if (!*found)
        return {};
    return Unexpected(Failure{prepared.file,
                              {},
                              prepared.company + u": the case file "_s
                                  + messages::sentence(StoreError{StoreError::Kind::Duplicate, **found, 0})});
}

struct SavedCase {
    QString id;
    QString slug;
    int revision = 1;
};

Outcome<SavedCase> save(CaseStore &store, const Wish &wish, const PreparedCase &prepared, int revision)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!wish.update.isEmpty()) {
        const auto updated = store.update(wish.update, prepared.draft, revision - 1, now);
        if (!updated)
            return Unexpected(fromStore(wish.caseFile, updated.error()));
    } else {
        if (!wish.addNew) {
            if (const Step free = refuseDuplicate(store, wish, prepared); !free)
                return Unexpected(free.error());
        }
        const auto added = store.add(prepared.draft, now);
        if (!added)
            return Unexpected(fromStore(wish.caseFile, added.error()));
    }
    const auto stored = store.load(prepared.draft.id);
    if (!stored)
        return Unexpected(fromStore(wish.caseFile, stored.error()));
    return SavedCase{prepared.draft.id, stored->summary.slug, revision};
}

Step refuseTakenNames(const StagedFiles &staged, const PreparedCase &prepared, const SavedCase &saved)
{
    for (const StagedDocument &document : prepared.documents) {
        if (const Step free = staged.isFree(saved.slug + document.ending); !free)
            return free;
    }
    return {};
}

/// All cases in one transaction, which ends only when their documents can take their names.
Outcome<std::vector<SavedCase>> saveAll(const Wish &wish, const std::vector<PreparedCase> &prepared, int revision,
                                        const StagedFiles *staged)
{
    const auto store = db::openCaseStore(wish.caseFile, db::OpenMode::WriteOrMake);
    if (!store)
        return Unexpected(fromStore(wish.caseFile, store.error()));
    if (const auto begun = (*store)->begin(); !begun)
        return Unexpected(fromStore(wish.caseFile, begun.error()));
    std::vector<SavedCase> saved;
    for (const PreparedCase &one : prepared) {
        auto result = save(**store, wish, one, revision);
        if (!result) {
            (*store)->rollback();
            return Unexpected(result.error());
        }
        if (const Step free = staged ? refuseTakenNames(*staged, one, *result) : Step(); !free) {
            (*store)->rollback();
            return Unexpected(free.error());
        }
        saved.push_back(*std::move(result));
    }
    backUpFirst(wish.caseFile); // what others read is the file before this save
    if (const auto committed = (*store)->commit(); !committed)
        return Unexpected(fromStore(wish.caseFile, committed.error()));
    return saved;
}

QByteArray report(const PreparedCase &prepared, const SavedCase &saved)
{
    qsizetype errors = 0;
    for (const domain::Finding &finding : prepared.findings)
        errors += finding.severity == domain::Severity::Error ? 1 : 0;
    QString text = saved.id + u"  "_s + domain::oneLine(prepared.company) + u", revision "_s
                 + QString::number(saved.revision) + u'\n';
    if (prepared.draft.records.empty())
        text += u"  no record was drafted; see `briefstack-cli review`\n"_s;
    for (const ports::StoredRecord &record : prepared.draft.records)
        text += u"  "_s + record.poolId + u"  ask "_s + record.ask.toString() + u"  "_s + domain::oneLine(record.title)
              + u'\n';
    if (!prepared.findings.empty())
        text += u"  "_s + QString::number(errors) + u" to fix, "_s
              + QString::number(static_cast<qsizetype>(prepared.findings.size()) - errors)
              + u" weak points and advice; see `briefstack-cli review`\n"_s;
    return text.toUtf8();
}

/// The briefs take their names once the case file has the cases.
Step publishAll(const StagedFiles &staged, const std::vector<PreparedCase> &prepared,
                const std::vector<SavedCase> &saved)
{
    for (std::size_t i = 0; i < prepared.size(); ++i) {
        for (const StagedDocument &document : prepared[i].documents) {
            if (const Step published = staged.publish(document.stagedName, saved[i].slug + document.ending); !published)
                return published;
        }
    }
    return {};
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    const auto wish = wishOf(arguments);
    if (!wish)
        return Unexpected(wish.error());
    const auto revision = revisionToMake(*wish);
    if (!revision)
        return Unexpected(revision.error());
    const auto data = shippedFor(arguments, QFileInfo::exists(wish->caseFile) ? wish->caseFile : QString());
    if (!data)
        return Unexpected(data.error());
    std::unique_ptr<StagedFiles> staged;
    if (!wish->folder.isEmpty()) {
        auto made = StagedFiles::in(wish->folder);
        if (!made)
            return Unexpected(made.error());
        staged = *std::move(made);
    }
    const auto profile = QFileInfo::exists(wish->caseFile)
                           ? profileOf(wish->caseFile)
                           : Outcome<std::shared_ptr<const domain::PartnerProfile>>(nullptr);
    if (!profile)
        return Unexpected(profile.error());
    const auto filed = filedBefore(*wish, *data);
    if (!filed)
        return Unexpected(filed.error());
    const auto prepared =
        prepare({wish->worksheets, *data, arguments.asOf(), staged.get(), wish->update, *revision, *profile, *filed});
    if (!prepared)
        return Unexpected(prepared.error());
    const auto saved = saveAll(*wish, *prepared, *revision, staged.get());
    if (!saved)
        return Unexpected(saved.error());
    if (staged) {
        staged->keep();
        if (const Step published = publishAll(*staged, *prepared, *saved); !published)
            return Unexpected(published.error());
    }
    ExitStatus status = Done;
    QByteArray text;
    for (std::size_t i = 0; i < prepared->size(); ++i) {
        text += report((*prepared)[i], (*saved)[i]);
        if (domain::hasError((*prepared)[i].findings))
            status = WithFindings;
    }
    if (const Step printed = print(text); !printed)
        return Unexpected(
            Failure{printed.error().file,
                    {},
                    printed.error().message + u"; the cases are saved all the same, see `briefstack-cli list`"_s});
    return status;
}

} // namespace

Command draftCommand()
{
    return {u"draft"_s, u"add a case per worksheet to a case file and draft its stack of records"_s, describe, run,
            true};
}

} // namespace cli
