#include "ui/chipbar.h"

#include "ui/elidinglabel.h"
#include "ui/icons.h"
#include "ui/plaintooltip.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostShown = 44; // characters of a value on its chip

QString label(QString text)
{
    if (text.size() > kMostShown)
        text = text.left(kMostShown - 1) + u'…';
    return text.replace(u'\n', u' ').replace(u"&"_s, u"&&"_s);
}

} // namespace

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_places(new QComboBox(this)),
      m_area(new QScrollArea(this)),
      m_take(new QPushButton(icon(u"ok"_s), {}, this)),
      m_dismiss(new QPushButton(tr("Dismiss"), this)),
      m_effect(new ElidingLabel(this))
{
    setObjectName(u"chipBar"_s);
    m_title->setObjectName(u"chipsTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_effect->setObjectName(u"chipsEffect"_s);
    m_effect->setTextFormat(Qt::PlainText);
    m_places->setObjectName(u"chipsPlace"_s);
    m_places->setAccessibleName(tr("Workload that the facts go to"));
    m_places->setToolTip(tr("Workload that the facts go to"));
    m_take->setObjectName(u"takeButton"_s);
    m_dismiss->setObjectName(u"dismissButton"_s);
    m_dismiss->setToolTip(tr("Esc"));
    auto *content = new QWidget(m_area);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addStretch();
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_places);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_dismiss);
    buttons->addStretch();
    buttons->addWidget(m_effect);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 6);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_area, 1);
    column->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, &ChipBar::takeRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &ChipBar::dismissRequested);
    connect(m_places, &QComboBox::activated, this, &ChipBar::placeChosen);
    setPlaces({}, -1);
    setChips({}, {});
    fixHeight();
}

void ChipBar::fixHeight()
{
    setFixedHeight(fontMetrics().height() * 6 + 48);
}

void ChipBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_row)
        fixHeight();
}

void ChipBar::setChips(const QString &title, const std::vector<Chip> &chips)
{
    for (QPushButton *old : m_chips) {
        old->hide();
        old->deleteLater();
    }
    m_chips.clear();
    if (!title.isEmpty())
        m_title->setText(title);
    for (const Chip &chip : chips) {
        auto *button = new QPushButton(m_area->widget());
        const auto number = static_cast<int>(m_chips.size()) + 1;
        button->setObjectName(u"chip%1"_s.arg(number));
        button->setProperty("toggle", true);
        button->setCheckable(true);
        button->setChecked(chip.possible);
        button->setEnabled(chip.possible);
        button->setText(label(chip.caption) + u'\n' + label(chip.value)
                        + (chip.more.isEmpty() ? QString() : u" (" + label(chip.more) + u')'));
        button->setAccessibleName(chip.caption + u", "_s + chip.value);
        button->setAccessibleDescription(chip.more);
        const QString key = number <= 9 ? tr("Alt+%1 takes or leaves it").arg(number) : QString();
        button->setToolTip(plainToolTip(chip.value + (key.isEmpty() ? QString() : u'\n' + key)));
        connect(button, &QPushButton::toggled, this, [this] {
            showTake();
            Q_EMIT chosenChanged();
        });
        m_row->insertWidget(static_cast<int>(m_chips.size()), button);
        m_chips.push_back(button);
    }
    m_effect->clear();
    showTake();
}

void ChipBar::setIdle(const QString &text)
{
    setChips({}, {});
    m_title->setText(text);
}

void ChipBar::setPlaces(const QStringList &places, int current)
{
    m_places->clear();
    for (const QString &place : places)
        m_places->addItem(place);
    m_places->setCurrentIndex(current);
    m_places->setVisible(places.size() > 1);
}

void ChipBar::setEffect(const QString &text)
{
    m_effect->setText(text);
}

void ChipBar::setTrouble(const QString &text)
{
    m_title->setText(text);
}

std::vector<std::size_t> ChipBar::chosen() const
{
    std::vector<std::size_t> on;
    for (std::size_t at = 0; at < m_chips.size(); ++at) {
        if (m_chips[at]->isChecked() && m_chips[at]->isEnabled())
            on.push_back(at);
    }
    return on;
}

void ChipBar::toggle(int chip)
{
    if (chip >= 0 && static_cast<std::size_t>(chip) < m_chips.size()
        && m_chips[static_cast<std::size_t>(chip)]->isEnabled())
        m_chips[static_cast<std::size_t>(chip)]->toggle();
}

void ChipBar::showTake()
{
    const auto count = static_cast<int>(chosen().size());
    m_take->setText((count == 1 ? tr("Take 1 fact") : tr("Take %1 facts").arg(count)) + tr("  Ctrl+Enter"));
    m_take->setVisible(!m_chips.empty());
    m_take->setEnabled(count > 0);
    m_dismiss->setVisible(!m_chips.empty());
}

} // namespace ui
