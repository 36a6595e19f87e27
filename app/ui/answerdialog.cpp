#include "ui/answerdialog.h"

#include "session/founderfiles.h"
#include "ui/comparisonview.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Texts of a founder are text, whatever they look like.
QLabel *plainLabel(const QString &text, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setObjectName(name);
    label->setText(text);
    label->setVisible(!text.isEmpty());
    return label;
}

} // namespace

AnswerDialog::AnswerDialog(drafting::ComparedCase compared, Apply apply, QWidget *parent)
    : QDialog(parent), m_compared(std::move(compared)), m_apply(std::move(apply)), m_view(new ComparisonView(this))
{
    setObjectName(u"answerDialog"_s);
    setWindowTitle(tr("Founder's answer: %1").arg(m_compared.summary.company));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString remark = m_compared.answer.remark.trimmed();
    m_refusal = plainLabel({}, u"answerRefusal"_s, this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_take = buttons->addButton(tr("&Take over chosen"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"answerTake"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(plainLabel(about(), u"answerAbout"_s, this));
    column->addWidget(plainLabel(remark.isEmpty() ? QString() : tr("Remark: %1").arg(remark), u"answerRemark"_s, this));
    column->addWidget(m_view, 1);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &AnswerDialog::take);
    connect(m_view, &ComparisonView::chosen, this, &AnswerDialog::update);
    m_view->setComparison(session::comparisonOf(m_compared));
    update();
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 34);
    m_view->list()->setFocus();
}

QString AnswerDialog::about() const
{
    const founderform::Answer &answer = m_compared.answer;
    QString text =
        tr("Filled in by %1 on %2, from the form of revision %3. Choose field by field; what nobody chooses stays "
           "as it is here. What you take over is noted as stated, with this answer as its source.")
            .arg(answer.filledInBy, answer.filledInOn.toString(Qt::ISODate), QString::number(answer.revision));
    if (answer.isDatedAhead)
        text += u' ' + tr("That day is still to come: ask whether the file is theirs and its date right.");
    if (!m_compared.baseIsKnown)
        text += u' ' + tr("The case file no longer has that revision: what the form said counts as it.");
    return text;
}

void AnswerDialog::update()
{
    m_refusal->hide();
    const session::Comparison &comparison = m_view->comparison();
    m_take->setEnabled(comparison.canApply() && comparison.taken() > 0);
}

void AnswerDialog::take()
{
    const QString refused = m_apply(m_compared.answer, session::chosenPaths(m_view->comparison()));
    if (refused.isEmpty()) {
        accept();
        return;
    }
    m_refusal->setText(tr("Nothing was taken over. %1").arg(refused));
    m_refusal->show();
}

} // namespace ui
