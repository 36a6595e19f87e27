#include "ui/worksheettab.h"

#include "ui/steplist.h"
#include "ui/worksheetpages.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;

WorksheetTab::WorksheetTab(QWidget *parent)
    : CaseTab(parent), m_pages(new WorksheetPages(this)), m_steps(new StepList(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"worksheetTab"_s);
    m_stack->setObjectName(u"worksheetStack"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_steps);
    row->addWidget(m_stack, 1);
    for (QScrollArea *area : m_pages->areas())
        m_stack->addWidget(area);
    connect(m_steps, &StepList::stepChosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_pages, &WorksheetPages::showRequested, this, &WorksheetTab::showStep);
    connect(m_pages, &WorksheetPages::draftRequested, this, &WorksheetTab::draftRequested);
    connect(m_pages, &WorksheetPages::refused, this, &WorksheetTab::refused);
    showStep(0);
}

void WorksheetTab::setSession(session::CaseSession *session)
{
    m_pages->setSession(session);
    m_steps->setSession(session);
}

/// The pages follow the session by themselves.
void WorksheetTab::showCase(const session::CaseViewPointer &, const session::ShippedData &) {}

void WorksheetTab::clear()
{
    setSession(nullptr);
}

QList<QWidget *> WorksheetTab::panes() const
{
    return {m_steps, m_pages->page(step())};
}

bool WorksheetTab::reveal(const QString &fieldPath)
{
    return m_pages->reveal(fieldPath);
}

int WorksheetTab::step() const
{
    return m_stack->currentIndex();
}

void WorksheetTab::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_steps->setStep(step);
}

} // namespace ui
