#include "ui/messagebar.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 16;

Mark markOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Error: return Mark::Must;
    case MessageBar::Kind::Warning: return Mark::Weak;
    case MessageBar::Kind::Done: break;
    }
    return Mark::Ok;
}

QString iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Error: return u"must"_s;
    case MessageBar::Kind::Warning: return u"weak"_s;
    case MessageBar::Kind::Done: break;
    }
    return u"ok"_s;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    m_icon->setAlignment(Qt::AlignTop);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setText(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss this message (Esc)"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(12, 8, 8, 8);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close, 0, Qt::AlignVCenter);
    hide();
}

void MessageBar::show(Kind kind, const QString &text, const std::vector<Action> &actions)
{
    for (QPushButton *button : m_actions) {
        button->hide();
        button->deleteLater(); // one of them may be what was pressed
    }
    m_actions.clear();
    for (const Action &action : actions) {
        auto *button = new QPushButton(action.text, this);
        button->setObjectName(u"messageAction%1"_s.arg(m_actions.size() + 1));
        connect(button, &QPushButton::clicked, this, [run = action.run] { run(); });
        m_row->insertWidget(m_row->count() - 1, button, 0, Qt::AlignVCenter);
        button->show();
        m_actions.push_back(button);
    }
    QWidget *before = m_text;
    for (QPushButton *button : m_actions) {
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_close);
    m_kind = kind;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    paintIcon();
    QFrame::show();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !isHidden())
        paintIcon();
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::paintIcon()
{
    m_icon->setPixmap(iconPixmap(iconOf(m_kind), markColor(palette(), markOf(m_kind)), kIcon, devicePixelRatioF()));
}

} // namespace ui
