#include "ui/estimatewindow.h"

#include "session/numbertext.h"
#include "ui/fieldnote.h"
#include "ui/words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString kLinkField = u"Project.ExpectedCustomerSpend[].EstimationUrl"_s;

} // namespace

EstimateWindow::EstimateWindow(const session::Desk &desk, QWidget *parent) : QWidget(parent, Qt::Window), m_desk(desk)
{
    setObjectName(u"estimateWindow"_s);
    build();
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 36);
    connect(m_link, &QLineEdit::textChanged, this, &EstimateWindow::compare);
    connect(m_total, &QLineEdit::textChanged, this, &EstimateWindow::compare);
    connect(new QShortcut(QKeySequence::Cancel, this), &QShortcut::activated, this, &QWidget::close);
    connect(m_take, &QPushButton::clicked, this, &EstimateWindow::takeLink);
}

EstimateWindow::~EstimateWindow() = default;

void EstimateWindow::build()
{
    m_steps = new QPlainTextEdit(this);
    m_steps->setObjectName(u"estimateSteps"_s);
    m_steps->setReadOnly(true);
    m_steps->setTabChangesFocus(true);
    m_steps->setAccessibleName(tr("What to enter at the calculator"));
    m_link = new QLineEdit(this);
    m_link->setObjectName(u"estimateLink"_s);
    m_link->setAccessibleName(tr("Estimate link"));
    m_link->setPlaceholderText(u"https://calculator.aws/#/estimate?id="_s);
    m_total = new QLineEdit(this);
    m_total->setObjectName(u"estimateTotal"_s);
    m_total->setAccessibleName(tr("Monthly total there"));
    m_take = new QPushButton(tr("&Put the link into the record"), this);
    m_take->setObjectName(u"estimateTake"_s);

    auto *form = new QFormLayout;
    form->addRow(tr("Estimate &link"), m_link);
    form->addRow(tr("Monthly &total there"), m_total);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_steps, 1);
    layout->addLayout(form);
    layout->addLayout(buttons);
    m_linkNote = FieldNote::addTo(m_link);
    m_linkNote->setObjectName(u"estimateLinkState"_s);
    m_totalNote = FieldNote::addTo(m_total);
    m_totalNote->setObjectName(u"estimateTotalState"_s);
}

void EstimateWindow::showRecord(const session::CaseViewPointer &view, session::CaseSession *session, std::size_t record)
{
    const records::Record &stated = view->computed.stack.records.at(record);
    const bool same = m_session == session && m_poolId == stated.poolId;
    m_session = session;
    m_poolId = stated.poolId;
    m_recipe = records::calculatorRecipe(stated, view->computed.projection);
    const QString text = QString::fromUtf8(records::recipeText(m_recipe));
    if (text != m_steps->toPlainText())
        m_steps->setPlainText(text);
    setWindowTitle(tr("Calculator recipe: %1, %2").arg(view->records.at(record).program, view->summary.company));
    if (!same) {
        m_total->clear();
        m_link->setText(stated.estimationUrl);
    }
    compare();
}

bool EstimateWindow::isEstimateLink(const QString &link) const
{
    const catalogue::AceField *field = m_desk.shipped() ? m_desk.shipped()->acePack.field(kLinkField) : nullptr;
    return field && field->pattern && field->pattern->match(link).hasMatch();
}

void EstimateWindow::compare()
{
    const QString link = m_link->text().trimmed();
    const bool sound = isEstimateLink(link);
    if (link.isEmpty())
        m_linkNote->setMessage(Mark::Advice, tr("Share the estimate at the calculator and paste its link here."));
    else if (sound)
        m_linkNote->setMessage(Mark::Ok, tr("The link has the form that ACE takes."));
    else
        m_linkNote->setMessage(Mark::Must,
                               tr("ACE does not take this link: it begins with https://calculator.aws/#/estimate?id= "
                                  "and ends with 32 to 64 digits and letters a to f."));
    m_take->setEnabled(sound && m_session);
    const QString typed = m_total->text().trimmed();
    const std::optional<QString> plain = session::plainNumber(typed);
    const std::optional<domain::Money> total = plain ? domain::Money::parse(*plain) : std::nullopt;
    if (typed.isEmpty())
        return m_totalNote->setMessage(Mark::Advice, tr("The record states %1 a month.").arg(cents(m_recipe.total)));
    if (!total || *total < domain::Money())
        return m_totalNote->setMessage(Mark::Must, tr("This is no amount: write it like 13,237.83."));
    const records::Reconciliation result = records::reconcile(m_recipe.total, *total);
    m_totalNote->setMessage(result.difference.isZero() ? Mark::Ok : Mark::Weak, result.sentence);
}

void EstimateWindow::takeLink()
{
    const QString link = m_link->text().trimmed();
    if (!m_session || !isEstimateLink(link))
        return;
    domain::Worksheet after = m_session->worksheet();
    auto facts = std::ranges::find(after.records, m_poolId, &domain::RecordFacts::pool);
    if (facts == after.records.end()) { // the record has no facts of its own yet: they come with its first one
        facts = after.records.insert(facts, domain::RecordFacts());
        facts->pool = m_poolId;
    }
    facts->estimationUrl = link;
    if (!m_session->replace(tr("Put the estimate's link into the record"), after))
        m_linkNote->setMessage(Mark::Must, tr("The link could not be put into the record."));
}

} // namespace ui
