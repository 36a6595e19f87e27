#include "cli/answerjob.h"

#include "cli/daybackup.h"
#include "db/casestore.h"
#include "drafting/casedraft.h"
#include "messages/messages.h"

#include <QDateTime>

namespace cli {

using domain::Unexpected;
using founderform::ComparedAnswer;
using Standing = ComparedAnswer::Standing;
using StoreKind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

Failure failure(const AnswerWish &wish, const drafting::AnswerProblem &problem)
{
    if (const auto *input = std::get_if<domain::InputError>(&problem))
        return fromInput(wish.source, *input);
    const auto &store = std::get<ports::StoreError>(problem);
    if (store.kind != StoreKind::NoSuchCase)
        return fromStore(wish.target, store);
    return {wish.source, u"caseId"_s,
            u"is an answer about the case "_s + store.detail + u", which "_s + wish.target + u" does not have"_s};
}

/// The fields that are accepted: what only the founder changed, and what is named.
Outcome<QSet<QString>> acceptedFields(const AnswerWish &wish, const std::vector<ComparedAnswer> &rows)
{
    QSet<QString> paths = wish.acceptUndisputed ? drafting::undisputed(rows) : QSet<QString>();
    for (const QString &named : wish.accept) {
        bool used = false;
        for (const ComparedAnswer &row : rows) {
            if (row.path != named && !row.path.startsWith(QString(named + u'/')))
                continue;
            used = true;
            if (row.standing == Standing::Gone)
                return Unexpected(Failure{wish.source, row.path,
                                          u"what it speaks of is no longer in the case, so it cannot be accepted"_s});
            if (row.standing != Standing::Same)
                paths.insert(row.path);
        }
        if (!used)
            return Unexpected(usage(u"--accept: \""_s + named + u"\" is no field of this answer"_s));
    }
    return paths;
}

/// The case's next revision.
Outcome<ports::CaseDraft> draftOf(const AnswerWish &wish, const drafting::Shipped &shipped,
                                  const drafting::ComparedCase &compared, const QSet<QString> &accepted)
{
    const auto worksheet = founderform::accepted(compared.ours, compared.answer, accepted);
    if (!worksheet)
        return Unexpected(fromInput(wish.source, worksheet.error()));
    const auto computed = drafting::compute(*worksheet, shipped.rates, shipped.programmes, wish.asOf);
    if (!computed)
        return Unexpected(fromInput(wish.source, computed.error()));
    return drafting::caseDraft(*computed, shipped, wish.asOf);
}

} // namespace

Outcome<ImportedAnswer> importAnswer(const AnswerWish &wish, const drafting::Shipped &shipped)
{
    const auto bytes = readFile(wish.source, founderform::kLargestAnswer);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto answer = drafting::readFounderAnswer(*bytes, wish.asOf);
    if (!answer)
        return Unexpected(fromInput(wish.source, answer.error()));
    const bool writes = wish.acceptUndisputed || !wish.accept.isEmpty();
    const auto store = db::openCaseStore(wish.target, writes ? db::OpenMode::Write : db::OpenMode::Read);
    if (!store)
        return Unexpected(fromStore(wish.target, store.error()));
    auto compared = drafting::compareAnswer(*answer, **store);
    if (!compared)
        return Unexpected(failure(wish, compared.error()));
    if (!wish.caseId.isEmpty() && wish.caseId != compared->answer.caseId)
        return Unexpected(
            Failure{wish.source, u"caseId"_s, u"is an answer about another case: "_s + compared->answer.caseId});
    ImportedAnswer imported{*std::move(compared), {}, 0};
    imported.revision = imported.compared.summary.revision;
    const auto accepted = acceptedFields(wish, imported.compared.rows);
    if (!accepted)
        return Unexpected(accepted.error());
    if (accepted->isEmpty())
        return imported;
    const auto draft = draftOf(wish, shipped, imported.compared, *accepted);
    if (!draft)
        return Unexpected(draft.error());
    backUpFirst(wish.target);
    const auto revision =
        (*store)->update(imported.compared.summary.id, *draft, imported.revision, QDateTime::currentDateTimeUtc());
    if (!revision)
        return Unexpected(fromStore(wish.target, revision.error()));
    imported.accepted = *accepted;
    imported.revision = *revision;
    return imported;
}

} // namespace cli
