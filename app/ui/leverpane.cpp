#include "ui/leverpane.h"

#include "ui/leverdelegate.h"
#include "ui/rowpainting.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

namespace ui {

using domain::Decimal;
using whatif::Lever;
using whatif::LeverKind;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPercent = 10'000; // millionths

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *wrappedLabel(const QString &name, QWidget *parent)
{
    QLabel *label = textLabel(name, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QSpinBox *numberBox(const QString &name, const QString &suffix, int most, QLabel *label, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setSuffix(suffix);
    box->setRange(0, most);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    box->setFocusPolicy(Qt::StrongFocus);
    label->setBuddy(box);
    box->setAccessibleName(label->text().remove(u'&'));
    return box;
}

Decimal percentOf(int percent)
{
    return Decimal::fromMillionths(qint64(percent) * kPercent);
}

constexpr std::size_t kAtOnce = 20; // workloads whose levers are computed within a key's time
constexpr int kRestMilliseconds = 400;

std::size_t workloadsOf(const session::CaseView &view)
{
    std::size_t workloads = 0;
    for (const domain::UseCase &useCase : view.computed.worksheet.useCases)
        workloads += useCase.workloads.size();
    return workloads;
}

int percentOf(Decimal share)
{
    return static_cast<int>(share.millionths() / kPercent);
}

} // namespace

LeverPane::LeverPane(QWidget *parent) : QWidget(parent), m_model(new LeverModel(this)), m_table(new QTableView(this))
{
    setObjectName(u"leverPane"_s);
    m_table->setObjectName(u"leverTable"_s);
    m_table->setAccessibleName(tr("Levers"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LeverDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(LeverDelegate::rowHeight(font()));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(LeverModel::LeverColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(LeverModel::SavesColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(LeverModel::MonthsColumn, QHeaderView::ResizeToContents);
    m_table->installEventFilter(this);
    layOut(makeInputs());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LeverPane::showCurrent);
    connect(m_model, &LeverModel::togetherChanged, this, &LeverPane::showTogether);
    connect(m_discard, &QPushButton::clicked, this, &LeverPane::discard);
    connect(m_apply, &QPushButton::clicked, this, &LeverPane::apply);
    showCurrent();
    showTogether();
}

QWidget *LeverPane::makeInputs()
{
    auto *inputs = new QWidget(this);
    m_shareLabel = textLabel(u"leverShareLabel"_s, inputs);
    m_shareLabel->setText(tr("&Batch share"));
    m_share = numberBox(u"leverShareBox"_s, tr(" %"), 100, m_shareLabel, inputs);
    m_prefixLabel = textLabel(u"leverPrefixLabel"_s, inputs);
    m_prefixLabel->setText(tr("&Prefix tokens"));
    m_prefix = numberBox(u"leverPrefixBox"_s, {}, 10'000'000, m_prefixLabel, inputs);
    m_hitsLabel = textLabel(u"leverHitsLabel"_s, inputs);
    m_hitsLabel->setText(tr("&Hits"));
    m_hits = numberBox(u"leverHitsBox"_s, tr(" %"), 100, m_hitsLabel, inputs);
    m_choiceLabel = textLabel(u"leverChoiceLabel"_s, inputs);
    m_choiceLabel->setText(tr("&Try"));
    m_choice = new QComboBox(inputs);
    m_choice->setObjectName(u"leverChoiceBox"_s);
    m_choice->setAccessibleName(tr("Model or commitment to try"));
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_choiceLabel->setBuddy(m_choice);
    auto *row = new QHBoxLayout(inputs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget *part : std::initializer_list<QWidget *>{m_shareLabel, m_share, m_prefixLabel, m_prefix, m_hitsLabel,
                                                          m_hits, m_choiceLabel, m_choice})
        row->addWidget(part);
    row->setStretchFactor(m_choice, 1);
    row->addStretch();
    for (QSpinBox *box : {m_share, m_prefix, m_hits})
        connect(box, &QSpinBox::valueChanged, this, &LeverPane::takeInputs);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &LeverPane::takeInputs);
    return inputs;
}

void LeverPane::layOut(QWidget *inputs)
{
    auto *title = textLabel(u"leverTitle"_s, this);
    title->setText(tr("Levers"));
    title->setFont(strongFont(font()));
    auto *caption = textLabel(u"leverCaption"_s, this);
    caption->setText(tr("what-if, asks held; savings do not add up"));
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(title);
    heading->addWidget(caption, 1);
    m_empty = wrappedLabel(u"leverEmptyLabel"_s, this);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] { fill(m_pending); });
    m_conditions = wrappedLabel(u"leverConditions"_s, this);
    m_conditions->setForegroundRole(QPalette::PlaceholderText);
    m_conditions->setFont(captionFont(font()));
    m_together = wrappedLabel(u"leverTogether"_s, this);
    m_discard = new QPushButton(tr("Discard"), this);
    m_discard->setObjectName(u"leverDiscardButton"_s);
    m_apply = new QPushButton(tr("Apply"), this);
    m_apply->setObjectName(u"leverApplyButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(heading);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(inputs);
    column->addWidget(m_conditions);
    column->addWidget(m_together);
    column->addLayout(buttons);
}

QWidget *LeverPane::table() const
{
    return m_table;
}

void LeverPane::setCase(const session::CaseViewPointer &view, const session::ShippedData &shipped)
{
    m_pending = view;
    m_shipped = shipped;
    m_stale = true;
    if (isVisible() || !view)
        showEvent(nullptr);
}

void LeverPane::setEditable(bool editable)
{
    m_editable = editable;
    showTogether();
}

void LeverPane::showEvent(QShowEvent *event)
{
    if (event)
        QWidget::showEvent(event);
    if (!std::exchange(m_stale, false))
        return;
    if (!m_pending || workloadsOf(*m_pending) <= kAtOnce) {
        m_rest.stop();
        fill(m_pending);
        return;
    }
    fill(nullptr); // figures of before would be wrong by now
    m_empty->setText(tr("The levers of this large case are computed once nobody types."));
    m_rest.start();
}

void LeverPane::fill(const session::CaseViewPointer &view)
{
    const int current = m_table->currentIndex().row();
    m_model->setCase(view, m_shipped);
    m_empty->setText(tr("No lever fits this case: add a workload with its model and volume first."));
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::clamp(current, 0, m_model->rowCount() - 1));
    m_table->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    showCurrent();
}

void LeverPane::showCurrent()
{
    const int row = m_table->currentIndex().row();
    const bool some = row >= 0 && row < m_model->rowCount();
    const LeverKind kind = some ? m_model->lever(row).kind : LeverKind::Global;
    m_filling = true;
    const bool choice = some && (kind == LeverKind::Model || kind == LeverKind::Provisioned);
    m_choice->clear();
    if (some) {
        const Lever &lever = m_model->lever(row);
        m_share->setValue(percentOf(lever.batchShare));
        if (const domain::Workload *workload = m_model->workload(row))
            m_prefix->setMaximum(static_cast<int>(workload->inputTokens.value_or(0)));
        m_prefix->setValue(static_cast<int>(lever.prefixTokens));
        m_hits->setValue(percentOf(lever.hitRate));
        for (const Lever &offered : m_model->choices(row)) {
            m_choice->addItem(m_model->choiceName(offered));
            if (offered.id() == lever.id())
                m_choice->setCurrentIndex(m_choice->count() - 1);
        }
    }
    m_filling = false;
    for (QWidget *part : {static_cast<QWidget *>(m_shareLabel), static_cast<QWidget *>(m_share)})
        part->setVisible(some && kind == LeverKind::Batch);
    for (QWidget *part : {static_cast<QWidget *>(m_prefixLabel), static_cast<QWidget *>(m_prefix),
                          static_cast<QWidget *>(m_hitsLabel), static_cast<QWidget *>(m_hits)})
        part->setVisible(some && kind == LeverKind::Cache);
    m_choiceLabel->setVisible(choice);
    m_choice->setVisible(choice);
    m_conditions->setText(some ? m_model->conditions(row) : QString());
}

void LeverPane::takeInputs()
{
    const int row = m_table->currentIndex().row();
    if (m_filling || row < 0 || row >= m_model->rowCount())
        return;
    Lever lever = m_model->lever(row);
    switch (lever.kind) {
    case LeverKind::Batch: lever.batchShare = percentOf(m_share->value()); break;
    case LeverKind::Cache:
        lever.prefixTokens = m_prefix->value();
        lever.hitRate = percentOf(m_hits->value());
        break;
    case LeverKind::Model:
    case LeverKind::Provisioned:
        if (m_choice->currentIndex() >= 0)
            lever = m_model->choices(row)[static_cast<std::size_t>(m_choice->currentIndex())];
        break;
    case LeverKind::Global: break;
    }
    m_model->setLever(row, lever);
    m_conditions->setText(m_model->conditions(row));
}

void LeverPane::showTogether()
{
    const int count = m_model->checkedCount();
    const auto &together = m_model->together();
    QString text;
    if (count == 0) {
        text = tr("Check levers to see what they save together.");
    } else if (!together) {
        text = tr("These levers cannot be computed together: the rate book lacks a price.");
    } else {
        const auto month = [this](std::optional<int> at) {
            return at ? monthLabel(m_pending->computed.projection.monthAt(*at)) : tr("never");
        };
        text = tr("Together: %1 saved, credits to %2").arg(cents(together->saved), month(together->lastPaidAfter));
        text += u'\n'
              + tr("Customer pays %1 (now %2)").arg(cents(together->customerAfter), cents(together->customerBefore));
        for (const whatif::PoolEffect &pool : together->pools) {
            if (pool.forfeitedAfter > pool.forfeitedBefore)
                text += u'\n' + tr("%1 of %2 would expire unused.").arg(cents(pool.forfeitedAfter), pool.id);
        }
    }
    m_together->setText(text);
    m_apply->setText(count > 1 ? tr("Apply %1 levers").arg(count) : tr("Apply"));
    m_apply->setEnabled(m_editable && together.has_value());
    m_discard->setEnabled(m_model->isChanged());
    Q_EMIT monthlyChanged(together ? together->monthly : projection::Monthly());
}

void LeverPane::discard()
{
    const int row = m_table->currentIndex().row();
    m_model->reset();
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
    showCurrent();
}

void LeverPane::apply()
{
    const int count = m_model->checkedCount();
    const session::CaseViewPointer before = m_pending;
    Q_EMIT applyRequested(count > 1 ? tr("Apply %1 levers").arg(count) : tr("Apply lever"),
                          m_model->changedWorksheet());
    if (m_pending != before) // the case has them now; where it took none, they stay checked
        discard();
}

QWidget *LeverPane::firstInput() const
{
    for (QWidget *input : std::initializer_list<QWidget *>{m_share, m_prefix, m_choice}) {
        if (input->isVisibleTo(this))
            return input;
    }
    return nullptr;
}

bool LeverPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const QModelIndex current = m_table->currentIndex();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && firstInput()) {
        firstInput()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key == Qt::Key_Space && current.isValid()) {
        const QModelIndex box = current.siblingAtColumn(LeverModel::LeverColumn);
        const bool checked = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_model->setData(box, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
