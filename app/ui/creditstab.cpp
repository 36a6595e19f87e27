#include "ui/creditstab.h"

#include "ui/creditlists.h"
#include "ui/creditschart.h"
#include "ui/creditstable.h"
#include "ui/elidinglabel.h"
#include "ui/ledgermodel.h"
#include "ui/notepage.h"
#include "ui/programcards.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace ui {

using domain::Money;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPools = 6;

QPushButton *toggle(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setProperty("toggle", true);
    return button;
}

} // namespace

CreditsTab::CreditsTab(QWidget *parent)
    : CaseTab(parent),
      m_stack(new QStackedWidget(this)),
      m_note(new NotePage(u"creditsNote"_s)),
      m_pools(new PoolsModel(this)),
      m_demand(new DemandModel(this)),
      m_ledger(new LedgerModel(this)),
      m_months(new MonthsModel(this))
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addLayout(makeLists());
    m_reasoning = new QLabel(page);
    m_reasoning->setObjectName(u"creditsReasoning"_s);
    m_reasoning->setTextFormat(Qt::PlainText);
    m_reasoning->setWordWrap(true);
    m_reasoning->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_reasoning);
    column->addWidget(makeCharge(), 2);
    column->addLayout(makeControls());
    m_ledgerTable = new CreditsTable(u"ledgerTable"_s, tr("Who pays each line"));
    m_ledgerTable->setModel(m_ledger);
    m_ledgerTable->setFrozen(1, 2, 1);
    column->addWidget(m_ledgerTable, 3);
    m_foot = new ElidingLabel(page);
    m_foot->setObjectName(u"creditsFoot"_s);
    column->addWidget(m_foot);
    m_stack->addWidget(m_note);
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_note->setNote(tr("No spend yet"),
                    tr("Credits pay for spend: it appears here with the first workload or AWS service of the case."));

    connect(m_poolsTable, &CreditsTable::opened, this, &CreditsTab::openPool);
    connect(m_ledgerTable, &CreditsTable::opened, this, &CreditsTab::openLine);
    connect(m_chart, &CreditsChart::figureRequested, this, &CreditsTab::figureRequested);
    connect(m_chart, &CreditsChart::monthChosen, this, &CreditsTab::showMonth);
    connect(m_poolsTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &CreditsTab::showReasoning);
}

QLayout *CreditsTab::makeLists()
{
    m_poolsTable = new CreditsTable(u"poolsTable"_s, tr("Pools: need, ask and what they pay"));
    m_poolsTable->setModel(m_pools);
    m_poolsTable->setToolTip(tr("Need is before the program's ceiling; Unused expires unused."));
    m_demandTable = new CreditsTable(u"demandTable"_s, tr("Low, stated and high demand against the same asks"));
    m_demandTable->setModel(m_demand);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_poolsTable, 1);
    row->addWidget(m_demandTable);
    return row;
}

QWidget *CreditsTab::makeCharge()
{
    m_charge = new QStackedWidget(this);
    m_charge->setObjectName(u"chargeStack"_s);
    m_chart = new CreditsChart;
    m_monthsTable = new CreditsTable(u"monthsTable"_s, tr("Monthly charge against credits"));
    m_monthsTable->setModel(m_months);
    m_monthsTable->setFrozen(1, 0, 0);
    m_charge->addWidget(m_chart);
    m_charge->addWidget(m_monthsTable);
    m_cards = new ProgramCards;
    m_charge->addWidget(m_cards);
    return m_charge;
}

QLayout *CreditsTab::makeControls()
{
    m_planned = toggle(u"plannedButton"_s, tr("As &planned"), this);
    m_aws = toggle(u"awsButton"_s, tr("As A&WS applies it"), this);
    m_planned->setChecked(true);
    auto *orders = new QButtonGroup(this);
    orders->addButton(m_planned);
    orders->addButton(m_aws);
    auto *label = new QLabel(tr("&Month"), this);
    label->setTextFormat(Qt::PlainText);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(u"monthSlider"_s);
    m_slider->setAccessibleName(tr("Month of the ledger"));
    m_slider->setPageStep(3);
    m_slider->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    label->setBuddy(m_slider);
    m_month = new QLabel(this);
    m_month->setObjectName(u"monthLabel"_s);
    m_month->setTextFormat(Qt::PlainText);
    m_all = new QCheckBox(this);
    m_all->setObjectName(u"allMonthsCheck"_s);
    m_all->setChecked(true);
    m_sums = new ElidingLabel(this);
    m_sums->setObjectName(u"creditsSums"_s);
    m_sums->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_planned);
    row->addWidget(m_aws);
    row->addSpacing(8);
    addViews(row);
    row->addSpacing(8);
    row->addWidget(label);
    row->addWidget(m_slider, 2);
    row->addWidget(m_month);
    row->addWidget(m_all);
    row->addWidget(m_sums, 3);
    connect(m_planned, &QPushButton::clicked, this, [this] { setOrder(funding::Order::Planned); });
    connect(m_aws, &QPushButton::clicked, this, [this] { setOrder(funding::Order::Aws); });
    connect(m_slider, &QSlider::valueChanged, this, &CreditsTab::showMonth);
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) { showMonth(all ? 0 : m_slider->value()); });
    return row;
}

/// What stands in the middle: the chart, its twin, or the programs.
void CreditsTab::addViews(QBoxLayout *row)
{
    m_views = new QButtonGroup(this);
    const std::initializer_list<std::pair<QString, QString>> views{{u"chartButton"_s, tr("C&hart")},
                                                                   {u"chartAsTableButton"_s, tr("Ta&ble")},
                                                                   {u"programsButton"_s, tr("P&rograms")}};
    for (const auto &[name, text] : views) {
        QPushButton *button = toggle(name, text, this);
        m_views->addButton(button, static_cast<int>(m_views->buttons().size()));
        row->addWidget(button);
    }
    m_views->button(0)->setChecked(true);
    connect(m_views, &QButtonGroup::idToggled, this, [this](int view, bool on) {
        if (on)
            m_charge->setCurrentIndex(view);
    });
}

void CreditsTab::setSession(session::CaseSession *session)
{
    m_cards->setSession(session);
}

void CreditsTab::showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    const bool isOther = !m_view || m_view->summary.id != view->summary.id;
    m_view = view;
    m_shipped = shipped;
    if (isOther && view->computed.plan.pools.empty())
        m_views->button(2)->setChecked(true); // nothing to chart yet: what could be asked for
    fillBooks();
}

void CreditsTab::clear()
{
    m_view = nullptr;
    fillBooks();
}

void CreditsTab::setOrder(funding::Order order)
{
    if (std::exchange(m_order, order) != order)
        fillBooks();
}

void CreditsTab::fillBooks()
{
    const int pool = m_poolsTable->currentIndex().row();
    m_books = m_view && m_shipped ? creditBooks(m_view, *m_shipped, m_order) : nullptr;
    const bool some = m_books && !m_books->projection().lines.empty();
    if (!some)
        m_books = nullptr;
    m_pools->setBooks(m_books, palette());
    m_demand->setBooks(m_books);
    m_ledger->setBooks(m_books);
    m_months->setBooks(m_books);
    m_chart->setBooks(m_books);
    m_stack->setCurrentIndex(some ? 1 : 0);
    if (!some)
        return;
    const int months = m_books->projection().months;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(1, months);
    }
    m_all->setText(tr("&All %1 months").arg(months));
    sizeTables();
    if (m_pools->rowCount() > 0)
        m_poolsTable->setCurrentIndex(m_pools->index(std::clamp(pool, 0, m_pools->rowCount() - 1), 0));
    showMonth(m_all->isChecked() ? 0 : m_slider->value());
    showReasoning();
}

/// 0: all months. Slider, mark and ledger agree.
void CreditsTab::showMonth(int month)
{
    if (!m_books)
        return;
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietAll(m_all);
    m_all->setChecked(month == 0);
    if (month > 0)
        m_slider->setValue(month);
    m_chart->setMonth(month);
    m_ledger->setMonth(month);
    showMonthWords();
    showSums();
}

void CreditsTab::showMonthWords()
{
    const QString shown = monthLabel(m_books->projection().monthAt(m_slider->value()));
    m_month->setText(m_ledger->month() == 0 ? tr("All") : shown);
    m_slider->setAccessibleDescription(shown);
}

void CreditsTab::showSums()
{
    Money sum;
    for (std::size_t column = 0; column < m_books->columns.size(); ++column)
        sum += m_books->total(column, m_ledger->month());
    const bool foots = sum == m_books->spend(m_ledger->month());
    m_sums->setText(foots ? tr("Every dollar in one place")
                          : tr("The ledger has %1 of %2").arg(cents(sum), cents(m_books->spend(m_ledger->month()))));
    const projection::Monthly &customer = m_books->plan.customer.monthly;
    const auto first = std::find_if(customer.begin(), customer.end(), [](Money amount) { return !amount.isZero(); });
    if (first == customer.end())
        m_foot->setText(tr("Credits pay everything that they can pay."));
    else
        m_foot->setText(
            tr("Customer pays is paid AWS consumption after credits: %1, from %2 on.")
                .arg(cents(m_books->plan.customer.total),
                     monthLabel(m_books->projection().monthAt(static_cast<int>(first - customer.begin()) + 1))));
}

void CreditsTab::showReasoning()
{
    const int row = m_poolsTable->currentIndex().row();
    const QString reasoning = m_pools->reasoningAt(row);
    if (m_pools->rowCount() == 0)
        m_reasoning->setText(
            tr("No pool is in the stack: the customer pays everything. Suggest programs, or add them below."));
    else if (!reasoning.isEmpty())
        m_reasoning->setText(m_pools->index(row, 0).data().toString() + u": "_s + reasoning);
    else
        m_reasoning->setText(tr("* Need before the program's ceiling; Unused expires unused."));
}

void CreditsTab::sizeTables()
{
    m_poolsTable->sizeCells(true);
    m_demandTable->sizeCells(false);
    m_monthsTable->sizeCells(true);
    // All months have the widest figures: the columns stay while the slider moves.
    const int month = m_ledger->month();
    m_ledger->setMonth(0);
    m_ledgerTable->sizeCells(false);
    m_ledger->setMonth(month);
    m_ledgerTable->setFirstColumnMinimum(fontMetrics().averageCharWidth() * 24);
    const int rows = std::clamp(std::max(m_pools->rowCount(), m_demand->rowCount()), 1, kMostPools);
    m_poolsTable->fitHeight(rows);
    m_demandTable->fitHeight(rows);
    m_demandTable->setFixedWidth(m_demandTable->widthOfCells());
}

void CreditsTab::openPool(const QModelIndex &index)
{
    const QString pool = m_pools->poolIdAt(index.row());
    if (!pool.isEmpty())
        Q_EMIT figureRequested({Figure::Kind::Ask, pool, Figure::Span::All, 0});
}

void CreditsTab::openLine(const QModelIndex &index)
{
    const int line = m_ledger->lineAt(index.row());
    const auto span = m_ledger->month() > 0 ? Figure::Span::Month : Figure::Span::All;
    if (line < 0)
        Q_EMIT figureRequested({Figure::Kind::Total, {}, span, m_ledger->month()});
    else
        Q_EMIT figureRequested({Figure::Kind::Line, m_books->projection().lines[static_cast<std::size_t>(line)].id,
                                span, m_ledger->month()});
}

bool CreditsTab::reveal(const QString &fieldPath)
{
    const QStringList parts = fieldPath.split(u'/');
    const bool isPool = parts.size() >= 2 && parts.at(0) == u"funding" && parts.at(1) == u"pools";
    if (!isPool || m_stack->currentIndex() == 0)
        return false;
    m_views->button(2)->setChecked(true);
    return m_cards->reveal(parts.value(2));
}

QList<QWidget *> CreditsTab::panes() const
{
    if (m_stack->currentIndex() == 0)
        return {};
    const std::array<QWidget *, 3> middle{m_chart, m_monthsTable, m_cards->list()};
    QWidget *charge = middle[static_cast<std::size_t>(m_charge->currentIndex())];
    return {m_poolsTable, m_demandTable, charge, m_slider, m_ledgerTable};
}

void CreditsTab::changeEvent(QEvent *event)
{
    CaseTab::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_books)
        sizeTables();
    if (event->type() == QEvent::PaletteChange && m_books)
        m_pools->setBooks(m_books, palette());
}

} // namespace ui
