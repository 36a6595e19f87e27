#include "ui/reviewpage.h"

#include "messages/messages.h"
#include "session/factstocollect.h"
#include "session/fieldnames.h"
#include "ui/reviewview.h"
#include "ui/words.h"
#include "ui_reviewpage.h"

namespace ui {

using namespace Qt::StringLiterals;

ReviewPage::ReviewPage() : m_form(std::make_unique<Ui::ReviewPage>()), m_review(new ReviewView(this))
{
    m_form->setupUi(this);
    m_review->setDraftVisible(true);
    m_review->setMinimumHeight(fontMetrics().height() * 20);
    m_form->reviewLayout->addWidget(m_review);
    bindForm();
    m_form->missingView->setModel(&m_open);
    connect(m_form->missingView, &QListView::activated, this, [this](const QModelIndex &index) { goTo(index.row()); });
    connect(m_form->missingView, &QListView::clicked, this, [this](const QModelIndex &index) { goTo(index.row()); });
    connect(m_review, &ReviewView::fieldRequested, this, &WorksheetPage::fieldRequested);
    connect(m_review, &ReviewView::draftRequested, this, &WorksheetPage::draftRequested);
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::showCase()
{
    if (session()) {
        connect(session(), &session::CaseSession::viewChanged, this, &ReviewPage::showEdits, Qt::UniqueConnection);
        connect(session(), &session::CaseSession::reviewed, this, &ReviewPage::showEdits, Qt::UniqueConnection);
    }
}

/// A page that nobody looks at does not weigh the case at every key: it does when it comes up.
void ReviewPage::showEvent(QShowEvent *event)
{
    WorksheetPage::showEvent(event);
    showReview();
}

void ReviewPage::showReview()
{
    if (!isVisible())
        return;
    if (const session::CaseViewPointer view = session() ? session()->view() : nullptr)
        m_review->showCase(view, session()->shipped(), view->findings);
    else
        m_review->clear();
}

void ReviewPage::showEdits()
{
    QStringList lines;
    m_fields.clear();
    QStringList asks;
    const auto add = [&](const QString &field, const QString &line) {
        m_fields.append(field);
        lines.append(line);
    };
    if (session()) {
        const domain::Findings facts = session::factsToCollect(*session());
        const bool collecting = !facts.empty();
        for (const domain::Finding &fact : facts)
            add(fact.field, fact.message);
        for (const auto &[path, pending] : session()->state().pending) {
            if (!collecting || !pending.text.isEmpty())
                add(path, session::fieldName(session()->worksheet(), path) + u": "_s
                              + messages::fieldSentence(pending.error));
        }
        if (const session::CaseViewPointer view = session()->view()) {
            for (const domain::Finding &finding : collecting ? domain::Findings() : view->findings)
                add(finding.field, severityLabel(finding.severity) + u": "_s + finding.message);
            for (const session::RecordView &record : view->records)
                asks.append(record.program + u' ' + dollars(record.ask));
        }
    }
    m_open.setStringList(lines);
    m_form->summaryLabel->setText(asks.isEmpty() ? tr("No record yet: add a use case with a workload, and a program.")
                                                 : tr("Records: %1.").arg(asks.join(u", "_s)));
    showReview();
}

void ReviewPage::goTo(int row)
{
    if (row >= 0 && row < m_fields.size() && !m_fields.at(row).isEmpty())
        Q_EMIT fieldRequested(m_fields.at(row));
}

} // namespace ui
