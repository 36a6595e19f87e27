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
    return course(poolId).last || (view && drafting::fileableRecord(view->computed, poolId));
}

QString FilingDesk::stageOf(const QString &poolId) const
{
    const CaseViewPointer view = m_desk.shown();
    if (!view)
        return {};
    const auto &records = view->computed.stack.records;
    const auto found = std::ranges::find(records, poolId, &records::Record::poolId);
    return found == records.end() ? QString() : found->stage;
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
    return filing::editability(m_desk.shipped()->filingRules, path, course(poolId).status, stageOf(poolId));
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
    const RecordCourse now = course(poolId);
    if (!now.last || !store())
        return std::nullopt;
    auto request = store()->filedFile(m_caseId, now.last->id, ports::kFiledRequest);
    if (request)
        return *std::move(request);
    if (request.error().kind != ports::StoreError::Kind::NoSuchRevision)
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

Findings FilingDesk::file(const drafting::FilingWish &wish)
{
    if (!canWrite() || !m_desk.flush() || !m_desk.shown())
        return {{u"not-saved"_s,
                 domain::Severity::Error,
                 {},
                 u"The case is not saved: nothing was filed."_s,
                 u"Save it first; the bar above says what is in the way."_s}};
    auto draft = inContext(
        wish.poolId, [&](const drafting::FilingContext &context) { return drafting::filingDraft(context, wish); });
    if (!draft)
        return draft.error();
    const auto filed = store()->addFiling(m_caseId, m_desk.openCase()->summary().revision, *draft, m_clock.now());
    if (!filed) {
        Q_EMIT failed({m_desk.path(), filed.error()});
        return {{u"not-filed"_s,
                 domain::Severity::Error,
                 {},
                 u"Nothing was filed."_s,
                 u"The bar above says why; try again."_s}};
    }
    m_desk.refreshStatuses();
    return {};
}

QString FilingDesk::setStatus(const ports::StatusChange &change, const std::vector<ports::Award> &awards)
{
    if (!canWrite())
        return u"The case file cannot be written."_s;
    const RecordCourse now = course(change.poolId);
    const QString refused =
        filing::refusal(m_desk.shipped()->filingRules, {now.status, now.before, change.status,
                                                        isThroughAce(change.poolId), now.statusFiled, change.reason});
    if (!refused.isEmpty())
        return refused;
    if (const auto saved = store()->addStatus(m_caseId, change, awards, m_clock.now()); !saved) {
        Q_EMIT failed({m_desk.path(), saved.error()});
        return u"Nothing was written down."_s;
    }
    m_desk.refreshStatuses();
    return {};
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
    const auto cases = m_desk.store()->list({});
    if (!cases) {
        Q_EMIT failed({m_desk.path(), cases.error()});
        return {};
    }
    const auto filings = store()->allFilings();
    if (!filings) {
        Q_EMIT failed({m_desk.path(), filings.error()});
        return {};
    }
    return drafting::pipeline(*cases, *filings, *m_desk.shipped(), m_clock.today());
}

std::optional<review::PartnerOutcomes> FilingDesk::outcomes()
{
    if (!store())
        return std::nullopt;
    const auto filings = store()->allFilings();
    return filings ? drafting::outcomesOf(*filings) : std::nullopt;
}

} // namespace session
