#include "ui/style.h"

#include "ui/entrytable.h"
#include "ui/pagepreview.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLinkButton>
#include <QHeaderView>
#include <QIconEngine>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStyleOption>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <optional>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kTableSize = 0.92;
constexpr qreal kSmallestPoints = 8;
constexpr qreal kRadius = 2;
constexpr int kFrame = 1;
constexpr int kFocusFrame = 2;
constexpr QMargins kToggleMargins(10, 4, 10, 4);

/// Type other than the application's; `scale` is a multiple of its size.
struct Type {
    qreal scale;
    bool strong;
};

std::optional<Type> typeOf(const QWidget &widget)
{
    if (qobject_cast<const QTableView *>(&widget) || qobject_cast<const QHeaderView *>(&widget))
        return Type{kTableSize, false};
    if (!qobject_cast<const QLabel *>(&widget))
        return std::nullopt;
    const QString name = widget.objectName();
    if (name == "titleLabel"_L1)
        return Type{1.54, true};
    if (name == "companyLabel"_L1)
        return Type{1.08, true};
    if (widget.property("heading").toBool())
        return Type{1.23, true};
    if (name == "recordsCaption"_L1 || widget.property("group").toBool())
        return Type{1.0, true};
    return std::nullopt;
}

// A number and its heading, at the right of their column, would stand tight before the text of the next one.

bool isNumberOfEntries(const QStyleOption &option, const QWidget *widget)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    return item && item->displayAlignment.testFlag(Qt::AlignRight) && qobject_cast<const EntryTable *>(widget);
}

bool isHeadingOfEntries(const QStyleOption &option, const QWidget *widget)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    return header && widget && header->textAlignment.testFlag(Qt::AlignRight)
        && qobject_cast<const EntryTable *>(widget->parentWidget());
}

QRect withRoomAtTheRight(const QRect &rect, const QStyleOption &option)
{
    return rect.adjusted(0, 0, -option.fontMetrics.averageCharWidth(), 0);
}

void setType(QWidget &widget)
{
    const std::optional<Type> type = typeOf(widget);
    const qreal size = QApplication::font().pointSizeF();
    if (!type || size <= 0)
        return;
    QFont font; // resolves nothing but what is set here
    font.setPointSizeF(std::max(type->strong ? 0 : kSmallestPoints, size * type->scale));
    if (type->strong)
        font.setWeight(QFont::DemiBold);
    widget.setFont(font);
}

bool isView(const QWidget *widget)
{
    return qobject_cast<const QListView *>(widget) || qobject_cast<const QTreeView *>(widget)
        || qobject_cast<const QTableView *>(widget) || qobject_cast<const PagePreview *>(widget);
}

/// A list that fills its dock has a line above it, no frame.
bool fillsDock(const QWidget *widget)
{
    return widget->objectName() == "casesView"_L1 || widget->objectName() == "findingsView"_L1;
}

/// Around what a view shows: room for its frame, with the focus or without.
QMargins frameMargins(const QWidget *view)
{
    if (fillsDock(view))
        return {kFrame, kFocusFrame, kFrame, kFrame};
    return QMargins() + kFocusFrame;
}

bool isCaption(const QWidget *widget)
{
    return widget->objectName() == "previewCaption"_L1 || widget->objectName() == "recordsCaption"_L1;
}

bool isToggle(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) && widget->property("toggle").toBool();
}

/// Lines inside the edges of a rectangle, as thick as the margins.
void drawLines(QPainter &painter, const QRect &rect, const QMargins &thick, const QColor &color)
{
    const QRect inner = rect.marginsRemoved(thick);
    painter.fillRect(QRect(rect.topLeft(), QSize(rect.width(), thick.top())), color);
    painter.fillRect(QRect(rect.left(), inner.bottom() + 1, rect.width(), thick.bottom()), color);
    painter.fillRect(QRect(rect.left(), inner.top(), thick.left(), inner.height()), color);
    painter.fillRect(QRect(inner.right() + 1, inner.top(), thick.right(), inner.height()), color);
}

/// An icon of the style beneath ours, read from its file when somebody sees it: the first picture that is read makes Qt
/// load what it has for all kinds of pictures.
class LaterIcon final : public QIconEngine {
public:
    LaterIcon(const QStyle *style, QStyle::StandardPixmap which) : m_style(style), m_which(which) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        icon().paint(painter, rect, Qt::AlignCenter, mode, state);
    }
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().actualSize(size, mode, state);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().pixmap(size, 1.0, mode, state);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return icon().pixmap(size / scale, scale, mode, state);
    }
    QIconEngine *clone() const override { return new LaterIcon(m_style, m_which); }

private:
    const QIcon &icon()
    {
        if (m_icon.isNull() && m_style)
            m_icon = m_style->standardIcon(m_which);
        return m_icon;
    }

    QPointer<const QStyle> m_style;
    QStyle::StandardPixmap m_which;
    QIcon m_icon;
};

QColor focusColor(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Highlight);
}

} // namespace

Style::Style() : QProxyStyle(u"fusion"_s) {}

void Style::fitFonts()
{
    for (QWidget *widget : QApplication::allWidgets())
        setType(*widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    setType(*widget);
    // While a view was made it did not know yet what it is, and asked for the frame of something else.
    if (auto *frame = qobject_cast<QFrame *>(widget); frame && isView(widget))
        frame->setFrameStyle(frame->frameStyle());
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return QIcon(new LaterIcon(baseStyle(), which));
    return QProxyStyle::standardIcon(which, option, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_ShapedFrame && m_ownFrames && widget && drawFrame(*option, *painter, widget))
        return;
    if (element == CE_PushButton && m_ownFrames && widget) {
        const bool link = qobject_cast<const QCommandLinkButton *>(widget) != nullptr;
        if (link || isToggle(widget)) {
            drawButton(*option, *painter, widget);
            if (!link) // a link draws its two lines itself
                proxy()->drawControl(CE_PushButtonLabel, option, painter, widget);
            return;
        }
    }
    if (element == CE_HeaderLabel && isHeadingOfEntries(*option, widget)) {
        QStyleOptionHeader heading(*qstyleoption_cast<const QStyleOptionHeader *>(option));
        heading.rect = withRoomAtTheRight(heading.rect, heading);
        QProxyStyle::drawControl(element, &heading, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

/// Fusion's outlines are darker than what is around them: on a dark window none of a box or a field was to be seen.
void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const QColor line = option->palette.color(QPalette::Dark);
    const bool outlined = element == PE_IndicatorCheckBox || element == PE_FrameLineEdit
                       || (element == PE_Frame && qobject_cast<const QPlainTextEdit *>(widget));
    if (!m_ownFrames || !outlined || option->state.testFlag(State_HasFocus)
        || line.lightness() <= option->palette.color(QPalette::Window).lightness())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, kFrame));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->restore();
}

bool Style::drawFrame(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    if (isCaption(widget)) {
        painter.fillRect(option.rect, accentWindow(option.palette));
        return true;
    }
    if (!isView(widget))
        return false;
    const QColor line = option.palette.color(QPalette::Dark);
    if (option.state.testFlag(State_HasFocus))
        drawLines(painter, option.rect, QMargins() + kFocusFrame, focusColor(option.palette));
    else if (fillsDock(widget))
        drawLines(painter, option.rect, {0, kFrame, 0, 0}, line);
    else
        drawLines(painter, option.rect, QMargins() + kFrame, line);
    return true;
}

/// One of several, or on and off: what is chosen shows by its fill and its frame.
void Style::drawButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const QPalette &palette = option.palette;
    const bool focused = option.state.testFlag(State_HasFocus);
    const bool chosen = isToggle(widget) && option.state.testFlag(State_On);
    const bool hovered = !isToggle(widget) && !focused && option.state.testFlag(State_MouseOver);
    QColor fill = palette.color(hovered ? QPalette::Midlight : QPalette::Button);
    if (chosen)
        fill = palette.color(QPalette::Inactive, QPalette::Highlight);
    const qreal width = focused ? kFocusFrame : kFrame;
    const QColor line = focused || chosen ? focusColor(palette) : palette.color(QPalette::Dark);
    const qreal half = width / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), kRadius - half, kRadius - half);
    painter.restore();
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ShapedFrameContents && m_ownFrames && widget && isView(widget))
        return option->rect.marginsRemoved(frameMargins(widget));
    if (element == SE_ItemViewItemText && isNumberOfEntries(*option, widget))
        return withRoomAtTheRight(QProxyStyle::subElementRect(element, option, widget), *option);
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    if (type == CT_PushButton && m_ownFrames && isToggle(widget))
        return size.grownBy(kToggleMargins);
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

} // namespace ui
