#include "ui/conflictdialog.h"

#include "messages/messages.h"
#include "ui/comparisonview.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

ConflictDialog::ConflictDialog(session::OthersChange change, QWidget *parent)
    : QDialog(parent), m_change(std::move(change)), m_view(new ComparisonView(this))
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Changed by another program: %1").arg(m_change.ours.company.name));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *about =
        new QLabel(tr("Both changed these fields. Choose whose value stays; the other one stays in the history. What "
                      "only one side changed is kept from both."),
                   this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_apply = buttons->addButton(tr("Save as chosen"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"conflictApply"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addWidget(m_view, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ConflictDialog::apply);
    connect(m_view, &ComparisonView::chosen, this, [this] { m_apply->setEnabled(m_view->comparison().canApply()); });
    m_view->setComparison(m_change.comparison());
    m_apply->setEnabled(m_view->comparison().canApply());
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 30);
    m_view->list()->setFocus();
}

void ConflictDialog::apply()
{
    const worksheetfile::Merge merge = m_change.merged(m_view->comparison());
    if (!merge.isDecided() || merge.contradiction)
        return;
    Q_EMIT decided(m_change, merge.merged);
    accept();
}

} // namespace ui
