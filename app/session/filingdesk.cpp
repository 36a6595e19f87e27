#include "session/filingdesk.h"

#include "documents/typesetter.h"
#include "drafting/casedraft.h"
#include "filing/status.h"

#include <algorithm>

namespace session {

using domain::Findings;
using drafting::RecordCourse;
using namespace Qt::StringLiterals;

FilingDesk::FilingDesk(Desk &desk, const ports::Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock)
{
    connect(&desk, &Desk::shownChanged, this, &FilingDesk::read);
    connect(&desk, &Desk::casesChanged, this, &FilingDesk::read);
    connect(&desk, &Desk::dayChanged, this, &FilingDesk::changed);
}

ports::FilingStore *FilingDesk::store() const
{
    return m_desk.store() ? m_desk.store()->filings() : nullptr;
}

void FilingDesk::read()
{
    const CaseSession *open = m_desk.openCase();
    m_caseId = open ? open->caseId() : QString();
    ports::CaseFilings filings;
    if (store() && !m_caseId.isEmpty()) {
        auto loaded = store()->loadFilings(m_caseId);
        if (loaded)
            filings = *std::move(loaded);
        else if (loaded.error().kind != ports::StoreError::Kind::NoSuchCase) // gone from the file: the desk says so
            Q_EMIT failed({m_desk.path(), loaded.error()});
    }
    m_filings = std::move(filings);
    Q_EMIT changed();
}

bool FilingDesk::canWrite() const
{
    return store() && !m_desk.isReadOnly() && m_desk.shown() && !m_caseId.isEmpty();
}

RecordCourse FilingDesk::course(const QString &poolId) const
{
    return drafting::courseOf(m_filings, poolId);
}

bool FilingDesk::isThroughAce(const QString &poolId) const
{
    const CaseViewPointer view = m_desk.shown();
    const RecordCourse now = course(poolId);
    return view ? drafting::goesThroughAce(view->computed, now) : now.last.has_value();
}

QStringList FilingDesk::nextStatuses(const QString &poolId) const
{
    if (!m_desk.shipped())
        return {};
    const RecordCourse now = course(poolId);
    QStringList next = filing::nextStatuses(m_desk.shipped()->filingRules, now.status, isThroughAce(poolId));
    if (!now.before.isEmpty() && !now.statusFiled && !next.contains(now.before))
        next.append(now.before);
    return next;
}

filing::Editability FilingDesk::editability(const QString &poolId, const QString &path) const
{
    if (!m_desk.shipped())
        return {};
    const CaseViewPointer view = m_desk.shown();
    return filing::editability(m_desk.shipped()->filingRules, path, course(poolId).status,
                               view ? drafting::stageOf(view->computed, poolId) : QString());
}

std::vector<filing::Deadline> FilingDesk::deadlines(const QString &poolId) const
{
    const CaseViewPointer view = m_desk.shown();
    if (!view)
        return {};
    ports::CaseSummary summary = view->summary;
    summary.records = drafting::caseDraft(view->computed, *m_desk.shipped(), m_clock.today()).records;
    const auto rows = drafting::pipeline({summary}, {{summary.id, m_filings}}, *m_desk.shipped(), m_clock.today());
    const auto row = std::ranges::find(rows, poolId, &drafting::PipelineRow::poolId);
    return row == rows.end() ? std::vector<filing::Deadline>() : row->deadlines;
}

std::optional<QByteArray> FilingDesk::filedRequest(const QString &poolId)
{
    if (!store())
        return std::nullopt;
    auto request = drafting::filedRequest(*store(), m_caseId, course(poolId));
    if (request)
        return *std::move(request);
    Q_EMIT failed({m_desk.path(), request.error()});
    return std::nullopt;
}

template <class Use>
auto FilingDesk::inContext(const QString &poolId, Use use)
{
    const CaseViewPointer view = m_desk.shown();
    documents::Typesetter type;
    const drafting::CaseDocuments documents(view->computed, *m_desk.shipped(), view->identity, view->asOf, type);
    const drafting::FilingContext context{view->computed, *m_desk.shipped(),    documents,
                                          m_filings,      filedRequest(poolId), view->asOf};
    return use(context);
}

FilingDesk::SinceFiled FilingDesk::sinceFiled(const QString &poolId)
{
    if (!m_desk.shown() || !course(poolId).last)
        return {};
    return inContext(poolId, [&](const drafting::FilingContext &context) {
        return SinceFiled{drafting::changesSinceFiled(context, poolId), drafting::changeFindings(context, poolId)};
    });
}

namespace {

Findings notFiled()
{
    return {{u"not-filed"_s,
             domain::Severity::Error,
             {},
             u"Nothing was filed."_s,
             u"The bar above says why; try again."_s}};
}

} // namespace

bool FilingDesk::begin()
{
    ports::CaseStore &file = *m_desk.store();
    if (const auto begun = file.begin(); !begun) {
        Q_EMIT failed({m_desk.path(), begun.error()});
        return false;
    }
    auto loaded = store()->loadFilings(m_caseId);
    if (!loaded) {
        file.rollback();
        Q_EMIT failed({m_desk.path(), loaded.error()});
        return false;
    }
    if (*loaded != m_filings) {
        m_filings = *std::move(loaded);
        Q_EMIT changed();
    }
    return true;
}

bool FilingDesk::end(const std::optional<ports::StoreError> &error)
{
    std::optional<ports::StoreError> wrong = error;
    if (wrong)
        m_desk.store()->rollback();
    else if (const auto committed = m_desk.store()->commit(); !committed)
        wrong = committed.error();
    if (wrong)
        Q_EMIT failed({m_desk.path(), *wrong});
    else
        m_desk.refreshStatuses();
    return !wrong;
}

domain::Result<ports::FilingDraft, Findings> FilingDesk::draftOf(const drafting::FilingWish &wish)
{
    auto elsewhere = drafting::filedElsewhere(*m_desk.store(), m_caseId);
    if (!elsewhere) {
        Q_EMIT failed({m_desk.path(), elsewhere.error()});
        return domain::Unexpected(notFiled());
    }
    return inContext(wish.poolId, [&](drafting::FilingContext context) {
        context.filedElsewhere = *std::move(elsewhere);
        return drafting::filingDraft(context, wish);
    });
}

Findings FilingDesk::file(const drafting::FilingWish &wish)
{
    if (!canWrite() || !m_desk.flush() || !m_desk.shown())
        return {{u"not-saved"_s,
                 domain::Severity::Error,
                 {},
                 u"The case is not saved: nothing was filed."_s,
                 u"Save it first; the bar above says what is in the way."_s}};
    if (!begin())
        return notFiled();
    const auto draft = draftOf(wish);
    if (!draft) {
        m_desk.store()->rollback();
        return draft.error();
    }
    const auto filed = store()->addFiling(m_caseId, m_desk.openCase()->summary().revision, *draft, m_clock.now());
    return end(filed ? std::nullopt : std::optional(filed.error())) ? Findings() : notFiled();
}

QString FilingDesk::filingDoubt(const QString &poolId)
{
    const RecordCourse now = course(poolId);
    if (!store() || !now.last)
        return {};
    auto doubt = drafting::frozenDoubt(*m_desk.store(), m_caseId, *now.last, m_clock.today());
    if (doubt)
        return *std::move(doubt);
    Q_EMIT failed({m_desk.path(), doubt.error()});
    return {};
}

QString FilingDesk::setStatus(const ports::StatusChange &change, const std::vector<ports::Award> &awards)
{
    if (!canWrite())
        return u"The case file cannot be written."_s;
    const QString notDone = u"Nothing was written down."_s;
    if (!begin())
        return notDone;
    const QString refused =
        drafting::statusRefusal(m_desk.shipped()->filingRules, m_desk.shown()->computed, course(change.poolId), change);
    if (!refused.isEmpty()) {
        m_desk.store()->rollback();
        return refused;
    }
    const auto saved = store()->addStatus(m_caseId, change, awards, m_clock.now());
    return end(saved ? std::nullopt : std::optional(saved.error())) ? QString() : notDone;
}

std::optional<QByteArray> FilingDesk::filedFile(qint64 filing, const QString &name)
{
    if (!store())
        return std::nullopt;
    auto bytes = store()->filedFile(m_caseId, filing, name);
    if (bytes)
        return *std::move(bytes);
    Q_EMIT failed({m_desk.path(), bytes.error()});
    return std::nullopt;
}

std::vector<drafting::PipelineRow> FilingDesk::pipeline()
{
    if (!store() || !m_desk.shipped())
        return {};
    auto made = drafting::pipelineOf(*m_desk.store(), *m_desk.shipped(), m_clock.today());
    if (!made) {
        Q_EMIT failed({m_desk.path(), made.error()});
        return {};
    }
    for (const drafting::CaseWithoutDays &one : made->withoutDays)
        Q_EMIT failed({m_desk.path(), one.error});
    return std::move(made->rows);
}

QHash<QString, filing::Deadline> FilingDesk::nextDeadlines()
{
    QHash<QString, filing::Deadline> first;
    if (!store() || !m_desk.shipped())
        return first;
    const auto filings = store()->allFilings();
    if (!filings) {
        Q_EMIT failed({m_desk.path(), filings.error()});
        return first;
    }
    // What is due first comes first.
    for (const drafting::PipelineRow &row :
         drafting::pipeline(m_desk.cases(), *filings, *m_desk.shipped(), m_clock.today())) {
        if (const auto next = row.next(); next && !first.contains(row.caseId))
            first.insert(row.caseId, *next);
    }
    return first;
}

std::optional<review::PartnerOutcomes> FilingDesk::outcomes()
{
    if (!store())
        return std::nullopt;
    const auto filings = store()->allFilings();
    return filings ? drafting::outcomesOf(*filings) : std::nullopt;
}

} // namespace session
