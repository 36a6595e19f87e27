#include "ui/worksheetpages.h"

#include "session/fieldlists.h"
#include "ui/pagestatus.h"

namespace ui {

using session::CaseSession;
using namespace Qt::StringLiterals;

WorksheetPages::WorksheetPages(QObject *parent) : QObject(parent), m_pages(makeWorksheetPages())
{
    for (WorksheetPage *page : m_pages) {
        auto *area = new QScrollArea;
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus);
        area->setObjectName(page->objectName() + u"Area");
        area->setWidget(page);
        m_areas.push_back(area);
        connect(page, &WorksheetPage::useCaseChosen, this, &WorksheetPages::chooseUseCase);
        connect(page, &WorksheetPage::fieldRequested, this, &WorksheetPages::reveal);
        connect(page, &WorksheetPage::draftRequested, this, [this] {
            if (m_session)
                m_session->setReviewed();
            Q_EMIT draftRequested();
        });
        connect(page, &WorksheetPage::refused, this, &WorksheetPages::refused);
    }
}

void WorksheetPages::setSession(CaseSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &CaseSession::changed, this, &WorksheetPages::keepUseCase);
        connect(m_session, &CaseSession::reviewed, this, [this] { setReviewed(true); });
    }
    setReviewed(session && session->isReviewed());
    for (WorksheetPage *page : m_pages)
        page->setSession(session);
    m_useCase.clear();
    keepUseCase();
}

void WorksheetPages::setReviewed(bool reviewed)
{
    for (WorksheetPage *page : m_pages)
        page->setReviewed(reviewed);
}

void WorksheetPages::chooseUseCase(const QString &id)
{
    m_useCase = id;
    for (WorksheetPage *page : m_pages)
        page->setUseCase(id);
}

/// The shown use case may be gone, or the first may have come.
void WorksheetPages::keepUseCase()
{
    const QStringList ids = m_session ? session::listIds(m_session->worksheet(), u"useCases"_s) : QStringList();
    if (m_useCase.isEmpty() || !ids.contains(m_useCase))
        chooseUseCase(ids.value(0));
}

bool WorksheetPages::reveal(const QString &fieldPath)
{
    const auto step = static_cast<int>(stepOf(fieldPath));
    Q_EMIT showRequested(step);
    WorksheetPage *page = this->page(step);
    if (!page->reveal(fieldPath))
        return false;
    if (QWidget *focused = page->focusWidget())
        m_areas[static_cast<std::size_t>(step)]->ensureWidgetVisible(focused);
    return true;
}

} // namespace ui
