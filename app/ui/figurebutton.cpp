#include "ui/figurebutton.h"

#include "ui/icons.h"
#include "ui/rowpainting.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSide = 8;
constexpr int kTop = 6;
constexpr int kLineGap = 2;
constexpr int kIconGap = 3;
constexpr int kCountGap = 8;
constexpr qreal kFigureSize = 1.08;

} // namespace

QFont figureFont(const QFont &font)
{
    QFont figure = strongFont(font);
    if (font.pointSizeF() > 0)
        figure.setPointSizeF(font.pointSizeF() * kFigureSize);
    return figure;
}

FigureButton::FigureButton(const QString &widest, QWidget *parent) : QToolButton(parent), m_widest(widest)
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPopupMode(QToolButton::InstantPopup);
}

void FigureButton::setFigure(const QString &caption, const QString &value, const QString &shortCaption)
{
    m_counts.clear();
    m_caption = caption;
    m_shortCaption = shortCaption;
    m_value = value;
    setText(caption + u' ' + value);
    setAccessibleName(caption + u": "_s + value);
    updateGeometry();
    update();
}

void FigureButton::setShort(bool isShort)
{
    if (std::exchange(m_isShort, isShort) == isShort)
        return;
    updateGeometry();
    update();
}

void FigureButton::setCounts(const QString &caption, const std::vector<Count> &counts)
{
    m_counts = counts;
    m_caption = caption;
    QStringList words;
    for (const Count &count : counts)
        words.append(count.words);
    m_value = words.join(u", "_s);
    setText(caption + u' ' + m_value);
    setAccessibleName(caption + u": "_s + m_value);
    updateGeometry();
    update();
}

QFont FigureButton::valueFont() const
{
    return figureFont(font());
}

int FigureButton::valueWidth() const
{
    const QFontMetrics metrics(valueFont());
    if (m_counts.empty())
        return std::max(metrics.horizontalAdvance(m_value), metrics.horizontalAdvance(m_widest));
    int width = 0;
    for (const Count &count : m_counts)
        width += metrics.ascent() + kIconGap + kCountGap
               + std::max(metrics.horizontalAdvance(u"00"_s), metrics.horizontalAdvance(QString::number(count.count)));
    return width - kCountGap;
}

QSize FigureButton::sizeHint() const
{
    const QFontMetrics caption(captionFont(font()));
    const int width = std::max(caption.horizontalAdvance(shownCaption()), valueWidth()) + 2 * kSide + 1;
    return {width, 2 * kTop + caption.height() + kLineGap + QFontMetrics(valueFont()).height()};
}

void FigureButton::paintCounts(QPainter &painter, const QRect &rect) const
{
    const QFontMetrics metrics(valueFont());
    const int icon = metrics.ascent();
    int left = rect.left();
    for (const Count &count : m_counts) {
        const QColor color =
            count.count == 0 ? palette().color(QPalette::PlaceholderText) : markColor(palette(), count.mark);
        painter.drawPixmap(QPoint(left, rect.top() + (rect.height() - icon) / 2),
                           iconPixmap(count.icon, color, icon, devicePixelRatioF()));
        left += icon + kIconGap;
        const QString number = QString::number(count.count);
        const int width = std::max(metrics.horizontalAdvance(u"00"_s), metrics.horizontalAdvance(number));
        paintLine(painter, QRect(left, rect.top(), width + 1, rect.height()), number, valueFont(), color);
        left += width + kCountGap;
    }
}

void FigureButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isDown() || underMouse())
        painter.fillRect(rect(), palette().color(QPalette::Midlight));
    painter.fillRect(QRect(width() - 1, kTop, 1, height() - 2 * kTop), palette().color(QPalette::Mid));
    const QFont caption = captionFont(font());
    const int captionHeight = QFontMetrics(caption).height();
    const QRect inner = rect().adjusted(kSide, kTop, -kSide, -kTop);
    paintLine(painter, QRect(inner.left(), inner.top(), inner.width(), captionHeight), shownCaption(), caption,
              palette().color(QPalette::PlaceholderText));
    const QRect below = inner.adjusted(0, captionHeight + kLineGap, 0, 0);
    if (m_counts.empty())
        paintLine(painter, below, m_value, valueFont(), palette().color(QPalette::WindowText));
    else
        paintCounts(painter, below);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Active, QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void FigureButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
        return;
    }
    // As a link: a tool button by itself takes Space only.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (menu())
            showMenu();
        else
            click();
        return;
    }
    QToolButton::keyPressEvent(event);
}

void FigureButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace ui
