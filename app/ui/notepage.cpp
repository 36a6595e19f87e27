#include "ui/notepage.h"

#include "ui/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCharacters = 64;

} // namespace

NotePage::NotePage(const QString &name, QWidget *parent)
    : QWidget(parent), m_name(name), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setObjectName(name + u"Title"_s);
    m_text->setObjectName(name + u"Text"_s);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setProperty("heading", true); // its size is the style's
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_grid = new QGridLayout(this);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->setRowStretch(0, 1);
    m_grid->setRowStretch(4, 2);
    m_grid->addWidget(m_title, 1, 1);
    m_grid->addWidget(m_text, 2, 1);
    sizeTexts();
}

void NotePage::setNote(const QString &title, const QString &text, const QString &button, const QString &iconName)
{
    m_title->setText(title);
    m_text->setText(text);
    if (!button.isEmpty() && !m_button) {
        m_button = new QPushButton(this);
        m_button->setObjectName(m_name + u"Button"_s);
        m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_grid->addWidget(m_button, 3, 1);
        connect(m_button, &QPushButton::clicked, this, &NotePage::clicked);
    }
    if (!m_button)
        return;
    m_button->setVisible(!button.isEmpty());
    if (button.isEmpty())
        return; // out of sight it keeps its name
    m_button->setText(button);
    m_button->setAccessibleName(QString(button).remove(u'…'));
    if (!iconName.isEmpty())
        m_button->setIcon(icon(iconName));
}

void NotePage::sizeTexts()
{
    const int width = fontMetrics().averageCharWidth() * kCharacters;
    m_title->setFixedWidth(width);
    m_text->setFixedWidth(width);
}

void NotePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_grid)
        sizeTexts();
}

} // namespace ui
