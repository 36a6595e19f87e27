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

ConflictDialog::ConflictDialog(session::OthersChange change, Apply apply, QWidget *parent)
    : QDialog(parent),
      m_change(std::move(change)),
      m_apply(std::move(apply)),
      m_view(new ComparisonView(this)),
      m_refusal(new QLabel(this))
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Changed by another program: %1").arg(m_change.ours.company.name));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *about =
        new QLabel(tr("Both changed these fields. Choose whose value stays; the other one stays in the history. What "
                      "only one side changed is kept from both."),
                   this);
    m_refusal->setObjectName(u"conflictRefusal"_s);
    for (QLabel *label : {about, m_refusal}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save as chosen"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"conflictApply"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addWidget(m_view, 1);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConflictDialog::apply);
    connect(m_view, &ComparisonView::chosen, this, &ConflictDialog::update);
    m_view->setComparison(m_change.comparison());
    update();
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 30);
    m_view->list()->setFocus();
}

/// Both sides can contradict each other where no field does: then there may be nothing to choose, and it is said why.
void ConflictDialog::update()
{
    const worksheetfile::Merge merge = m_change.merged(m_view->comparison());
    m_save->setEnabled(merge.isDecided());
    m_refusal->setVisible(merge.contradiction.has_value());
    if (merge.contradiction)
        m_refusal->setText(tr("What this window and the other program have does not fit together: %1 Choose "
                              "otherwise, or change the case first and compare again.")
                               .arg(messages::fieldSentence(*merge.contradiction)));
}

void ConflictDialog::apply()
{
    const QString refused = m_apply(m_change, m_change.merged(m_view->comparison()).merged);
    if (refused.isEmpty()) {
        accept();
        return;
    }
    m_refusal->setText(tr("Nothing was saved. %1").arg(refused));
    m_refusal->show();
}

} // namespace ui
