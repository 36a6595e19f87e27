#include "ui/casespane.h"

#include "ui/casedelegate.h"
#include "ui/caselistmodel.h"
#include "ui/icons.h"
#include "ui/words.h"
#include "ui_casespane.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

CasesPane::CasesPane(QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::CasesPane>()), m_model(new CaseListModel(this))
{
    m_form->setupUi(this);
    m_form->filterEdit->addAction(icon(u"search"_s), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    // Qt gives the buttons inside a line edit no name.
    for (QToolButton *button : m_form->filterEdit->findChildren<QToolButton *>()) {
        const QString text = button->defaultAction() ? button->defaultAction()->text() : QString();
        button->setAccessibleName(text.isEmpty() ? tr("Empty the filter") : text);
    }
    m_form->filterEdit->installEventFilter(this);
    m_form->casesView->setModel(m_model);
    m_form->casesView->setItemDelegate(new CaseDelegate(m_form->casesView));
    m_form->emptyLabel->setBackgroundRole(QPalette::Base);
    m_form->emptyLabel->setAutoFillBackground(true);
    m_form->emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    setMinimumWidth(fontMetrics().averageCharWidth() * 33);
    connect(m_form->filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_filling)
            Q_EMIT filterChanged(text);
    });
    connect(m_form->casesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (m_filling)
                    return;
                m_noneChosen = false;
                Q_EMIT currentChanged(current.data(CaseListModel::IdRole).toString());
            });
    showState();
}

CasesPane::~CasesPane() = default;

void CasesPane::setFileOpen(bool open)
{
    m_fileOpen = open;
    m_noneChosen = false;
    if (!open)
        m_model->setCases({});
    showState();
}

void CasesPane::setCases(const std::vector<ports::CaseSummary> &cases)
{
    const QString before = currentCase();
    m_filling = true;
    m_model->setCases(cases);
    QModelIndex wanted = m_model->indexOf(before.isEmpty() ? std::exchange(m_wanted, {}) : before);
    if (!wanted.isValid() && !m_noneChosen)
        wanted = m_model->index(0);
    m_form->casesView->setCurrentIndex(wanted);
    m_filling = false;
    showState();
    if (const QString now = currentCase(); now != before)
        Q_EMIT currentChanged(now);
}

void CasesPane::setDeadlines(const QHash<QString, QString> &deadlines)
{
    m_model->setDeadlines(deadlines);
}

QString CasesPane::currentCase() const
{
    return m_form->casesView->currentIndex().data(CaseListModel::IdRole).toString();
}

void CasesPane::select(const QString &caseId)
{
    const QModelIndex index = m_model->indexOf(caseId);
    m_noneChosen =
        !index.isValid(); // a new case, or one that the filter leaves out: no other one is marked in its place
    if (m_noneChosen) {
        m_filling = true;
        m_form->casesView->setCurrentIndex({});
        m_form->casesView->clearSelection();
        m_filling = false;
    } else {
        m_form->casesView->setCurrentIndex(index);
    }
}

void CasesPane::clearFilter()
{
    m_filling = true;
    m_form->filterEdit->clear();
    m_filling = false;
}

void CasesPane::focusFilter()
{
    m_form->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_form->filterEdit->selectAll();
}

QWidget *CasesPane::list() const
{
    if (m_form->casesView->isVisible())
        return m_form->casesView;
    return m_form->filterEdit;
}

void CasesPane::showState()
{
    const bool filtered = !m_form->filterEdit->text().trimmed().isEmpty();
    const int count = m_model->rowCount();
    m_form->filterEdit->setEnabled(m_fileOpen && (count > 0 || filtered));
    m_form->listStack->setCurrentIndex(count > 0 ? 0 : 1);
    if (!m_fileOpen)
        m_form->emptyLabel->setText(tr("No case file is open. Your cases will stand here with status and asks."));
    else if (filtered)
        m_form->emptyLabel->setText(tr("No case matches the filter. Esc empties it."));
    else
        m_form->emptyLabel->setText(
            tr("No case yet. Begin one (Ctrl+N), import a worksheet (Ctrl+I), or drop one on the window."));
    m_form->sumLabel->setText(
        count == 0 ? QString()
                   : tr("%1, %2 asked").arg(counted(count, tr("case"), tr("cases")), dollars(m_model->sumOfAsks())));
}

bool CasesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_form->filterEdit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_form->filterEdit->text().isEmpty()) {
            m_form->filterEdit->clear();
            return true;
        }
        // From typing straight into the list.
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_form->casesView->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
