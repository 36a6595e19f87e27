#include "db/exchange.h"

#include "db/casefile.h"
#include "db/profile.h"
#include "db/reader.h"
#include "db/writer.h"

#include <QFile>

#include <sys/stat.h>

namespace db {

using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using Relation = ComparedCase::Relation;
using namespace Qt::StringLiterals;

namespace {

ports::StoreResult<CaseHistory> historyOf(Connection &connection, const QString &caseId)
{
    auto history = readHistory(connection, caseId);
    if (!history)
        return Unexpected(history.error());
    if (!*history)
        return Unexpected(error(Kind::NoSuchCase, caseId));
    return **std::move(history);
}

Relation relationOf(const CaseHistory &ours, const CaseHistory &theirs)
{
    if (ours.now.sha256 == theirs.now.sha256)
        return Relation::Same;
    if (theirs.knows(ours.now) && theirs.now.revision > ours.now.revision)
        return Relation::TheirsAhead;
    return ours.knows(theirs.now) ? Relation::OursAhead : Relation::Diverged;
}

/// The last state that both know and that one of them still has.
ports::StoreResult<std::optional<QByteArray>> commonWorksheet(const CasePair &pair)
{
    std::set<RevisionMark> known = pair.ours.kept;
    known.insert(pair.ours.merged.begin(), pair.ours.merged.end());
    for (auto mark = known.rbegin(); mark != known.rend(); ++mark) {
        const bool here = pair.ours.hasWorksheet(*mark);
        if (!pair.theirs.knows(*mark) || (!here && !pair.theirs.hasWorksheet(*mark)))
            continue;
        auto worksheet =
            here ? worksheetAt(pair.to, pair.ours.number, *mark) : worksheetAt(pair.from, pair.theirs.number, *mark);
        if (!worksheet)
            return Unexpected(worksheet.error());
        return std::optional(*std::move(worksheet));
    }
    return std::optional<QByteArray>();
}

} // namespace

bool isSameFile(const QString &one, const QString &other)
{
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0
        && ::stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

Step exportCase(const QString &source, const QString &caseId, const QString &destination)
{
    auto from = openCaseFile(source, {Access::Read, {}});
    if (!from)
        return Unexpected(from.error());
    const ReadTransaction moment(**from);
    if (!moment.begun())
        return moment.begun();
    const auto history = historyOf(**from, caseId);
    if (!history)
        return Unexpected(history.error());
    auto made = createCaseFile(destination, {});
    if (!made)
        return Unexpected(made.error());
    if (Step begun = made->connection->execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    if (Step copied = copyWholeCase(**from, *history, *made->connection); !copied)
        return copied;
    if (Step copied = copyProfile(**from, *made->connection); !copied)
        return copied;
    if (Step committed = made->connection->execute("COMMIT"); !committed)
        return committed;
    made->connection.reset(); // its journal has the temporary name
    return made->file.publish();
}

CaseImport::CaseImport(std::unique_ptr<Connection> source, std::unique_ptr<Connection> target,
                       std::optional<NewFile> made)
    : m_made(std::move(made)), m_source(std::move(source)), m_target(std::move(target))
{
}

CaseImport::~CaseImport() = default; // an open transaction ends with its connection

ports::StoreResult<std::unique_ptr<CaseImport>> CaseImport::begin(const QString &source, const QString &target)
{
    auto from = openCaseFile(source, {Access::Read, {}});
    if (!from)
        return Unexpected(from.error());
    if (const Step begun = (*from)->execute("BEGIN"); !begun)
        return Unexpected(begun.error());
    std::unique_ptr<Connection> to;
    std::optional<NewFile> made;
    if (isMissing(target)) {
        auto created = createCaseFile(target, {});
        if (!created)
            return Unexpected(created.error());
        made.emplace(std::move(created->file));
        to = std::move(created->connection);
    } else {
        auto opened = openCaseFile(target, {Access::Write, {}});
        if (!opened)
            return Unexpected(opened.error());
        to = *std::move(opened);
    }
    if (const Step begun = to->execute("BEGIN IMMEDIATE"); !begun)
        return Unexpected(begun.error());
    return std::unique_ptr<CaseImport>(new CaseImport(*std::move(from), std::move(to), std::move(made)));
}

ports::StoreResult<QStringList> CaseImport::cases()
{
    auto rows = m_source->run(u"SELECT uuid FROM \"case\" ORDER BY changed"_s);
    if (!rows)
        return Unexpected(rows.error());
    QStringList ids;
    while (rows->next())
        ids += rows->text(0);
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return ids;
}

ports::StoreResult<ComparedCase> CaseImport::compare(const QString &caseId)
{
    const auto theirs = historyOf(*m_source, caseId);
    if (!theirs)
        return Unexpected(theirs.error());
    auto worksheet = worksheetAt(*m_source, theirs->number, theirs->now);
    if (!worksheet)
        return Unexpected(worksheet.error());
    ComparedCase compared;
    compared.id = theirs->id;
    compared.company = theirs->company;
    compared.website = theirs->website;
    compared.theirs = static_cast<int>(theirs->now.revision);
    compared.theirWorksheet = *std::move(worksheet);
    const auto ours = readHistory(*m_target, caseId);
    if (!ours)
        return Unexpected(ours.error());
    if (!*ours)
        return compared;
    compared.relation = relationOf(**ours, *theirs);
    compared.ours = static_cast<int>((*ours)->now.revision);
    if (compared.relation != Relation::Diverged)
        return compared;
    auto mine = worksheetAt(*m_target, (*ours)->number, (*ours)->now);
    if (!mine)
        return Unexpected(mine.error());
    compared.ourWorksheet = *std::move(mine);
    auto base = commonWorksheet({*m_source, *theirs, *m_target, **ours});
    if (!base)
        return Unexpected(base.error());
    compared.baseWorksheet = *std::move(base);
    return compared;
}

ports::StoreResult<std::optional<QString>> CaseImport::otherCaseOf(const ComparedCase &compared)
{
    return findCaseOf(*m_target, compared.company, compared.website);
}

ports::StoreResult<qint64> CaseImport::take(const ComparedCase &compared, const ports::CaseDraft *merged,
                                            const QDateTime &now)
{
    const auto theirs = historyOf(*m_source, compared.id);
    if (!theirs)
        return Unexpected(theirs.error());
    if (const Step copied = copyProfile(*m_source, *m_target); !copied)
        return Unexpected(copied.error());
    if (compared.relation == Relation::New) {
        if (const Step copied = copyWholeCase(*m_source, *theirs, *m_target); !copied)
            return Unexpected(copied.error());
        return qint64{0};
    }
    const auto ours = historyOf(*m_target, compared.id);
    if (!ours)
        return Unexpected(ours.error());
    const CasePair pair{*m_source, *theirs, *m_target, *ours};
    Step taken;
    if (compared.relation == Relation::TheirsAhead)
        taken = copyNewerRevisions(pair);
    else if (compared.relation == Relation::Diverged && merged)
        taken = merge(pair, *merged, now);
    if (!taken)
        return Unexpected(taken.error());
    return addTheirTraces(pair);
}

Step CaseImport::merge(const CasePair &pair, const ports::CaseDraft &merged, const QDateTime &now)
{
    const auto last = keepTheirRevisions(pair);
    if (!last)
        return Unexpected(last.error());
    const auto saved = updateCase(*m_target, pair.ours.id, merged, static_cast<int>(pair.ours.now.revision), now,
                                  static_cast<int>(*last) + 1);
    return saved ? Step() : Unexpected(saved.error());
}

ports::StoreResult<int> CaseImport::revisionOf(const QString &caseId)
{
    const auto history = historyOf(*m_target, caseId);
    if (!history)
        return Unexpected(history.error());
    return static_cast<int>(history->now.revision);
}

Step CaseImport::commit()
{
    if (Step committed = m_target->execute("COMMIT"); !committed)
        return committed;
    m_target.reset();
    return m_made ? m_made->publish() : Step();
}

} // namespace db
