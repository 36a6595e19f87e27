#include "ui/spendtab.h"

#include "ui/elidinglabel.h"
#include "ui/leverpane.h"
#include "ui/notepage.h"
#include "ui/spendchart.h"
#include "ui/spendtable.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeverCharacters = 60; // width of the levers beside the chart

QString amountOf(const std::vector<domain::ServiceUse> &services, const QString &id, const QString &prefix)
{
    const auto found = std::ranges::find(services, id, &domain::ServiceUse::id);
    if (found == services.end())
        return {};
    return prefix + id + (found->monthlyUsd ? u"/monthlyUsd"_s : u"/quantity"_s);
}

/// The fact that a line's amounts follow from before all: a workload's volume, a service's amount or quantity.
QString amountField(const domain::Worksheet &worksheet, const QString &id)
{
    for (const domain::UseCase &useCase : worksheet.useCases) {
        const QString prefix = u"useCases/"_s + useCase.id;
        const auto workload = std::ranges::find(useCase.workloads, id, &domain::Workload::id);
        if (workload != useCase.workloads.end())
            return prefix + u"/workloads/"_s + id + (workload->users ? u"/users"_s : u"/requestsPerDay"_s);
        if (const QString field = amountOf(useCase.services, id, prefix + u"/services/"_s); !field.isEmpty())
            return field;
    }
    return amountOf(worksheet.footprint, id, u"footprint/"_s);
}

} // namespace

SpendTab::SpendTab(QWidget *parent)
    : CaseTab(parent),
      m_stack(new QStackedWidget(this)),
      m_note(new NotePage(u"spendNote"_s)),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_chart(new SpendChart),
      m_levers(new LeverPane),
      m_table(new SpendTable)
{
    m_splitter->setObjectName(u"spendSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeUpper());
    m_splitter->addWidget(makeLower());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({340, 400});
    auto *page = new QWidget;
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(8, 8, 8, 8);
    inner->addWidget(m_splitter);
    m_stack->addWidget(m_note);
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_note->setNote(tr("No spend yet"),
                    tr("Spend appears here with the first workload or AWS service of the case's worksheet."));

    connect(m_chart, &SpendChart::figureRequested, this, &SpendTab::figureRequested);
    connect(m_levers, &LeverPane::applyRequested, this, &SpendTab::applyLevers);
    connect(m_levers, &LeverPane::monthlyChanged, m_chart, &SpendChart::setWhatIf);
    connect(m_table, &SpendTable::figureRequested, this, &SpendTab::figureRequested);
    connect(m_chart, &SpendChart::monthChosen, m_table, &SpendTable::setCurrentMonth);
    connect(m_table, &SpendTable::currentCellChanged, this, &SpendTab::showCurrent);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int index) { m_table->setShowsCents(index == 1); });
}

QWidget *SpendTab::makeUpper()
{
    auto *upper = new QWidget;
    auto *row = new QHBoxLayout(upper);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_chart, 1);
    row->addWidget(m_levers);
    m_levers->setFixedWidth(fontMetrics().averageCharWidth() * kLeverCharacters);
    return upper;
}

QWidget *SpendTab::makeLower()
{
    auto *lower = new QWidget;
    auto *label = new QLabel(tr("Sho&w"), lower);
    label->setTextFormat(Qt::PlainText);
    m_show = new QComboBox(lower);
    m_show->setObjectName(u"spendShowCombo"_s);
    m_show->setAccessibleName(tr("Show amounts in"));
    m_show->addItems({tr("Whole dollars"), tr("Dollars and cents")});
    label->setBuddy(m_show);
    m_hint = new ElidingLabel(lower);
    m_hint->setObjectName(u"spendHint"_s);
    m_hint->setText(tr("Added in cents; the tool tip and copying give cents."));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_current = new ElidingLabel(lower);
    m_current->setObjectName(u"spendCurrentLabel"_s);
    m_current->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 2);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_show);
    row->addWidget(m_hint, 2);
    row->addWidget(m_current, 3);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    return lower;
}

void SpendTab::setSession(session::CaseSession *session)
{
    m_session = session;
    m_levers->setEditable(session && session->saveState().kind != session::SaveState::Kind::ReadOnly);
}

void SpendTab::applyLevers(const QString &undoText, const domain::Worksheet &worksheet)
{
    if (!m_session)
        return;
    m_session->closeStep();
    // What the levers were computed with is what the case is computed with: it cannot be refused.
    const auto replaced = m_session->replace(undoText, worksheet);
    Q_UNUSED(replaced)
}

void SpendTab::showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    const bool some = !view->computed.projection.services.empty();
    m_chart->setCase(some ? view : nullptr);
    m_table->showCase(some ? view : nullptr);
    m_levers->setCase(some ? view : nullptr, shipped);
    m_stack->setCurrentIndex(some ? 1 : 0);
}

void SpendTab::clear()
{
    m_chart->setCase(nullptr);
    m_table->showCase(nullptr);
    m_levers->setCase(nullptr, nullptr);
}

void SpendTab::showCurrent()
{
    const Figure figure = m_table->spend().figureAt(m_table->currentIndex());
    const bool isLine = m_session && m_table->currentIndex().isValid() && figure.kind == Figure::Kind::Line;
    m_table->setProperty("fieldPath", isLine ? amountField(m_session->worksheet(), figure.id) : QString()); // for F4
    const QString sentence = m_table->spend().sentenceAt(m_table->currentIndex());
    m_current->setText(sentence.isEmpty() ? sentence : tr("%1. Enter opens the arithmetic").arg(sentence));
    if (m_table->currentMonth() > 0)
        m_chart->setMonth(m_table->currentMonth());
}

QList<QWidget *> SpendTab::panes() const
{
    if (m_stack->currentIndex() == 0)
        return {};
    return {m_chart, m_levers->table(), m_table};
}

QByteArray SpendTab::saveState() const
{
    return m_splitter->saveState();
}

void SpendTab::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace ui
