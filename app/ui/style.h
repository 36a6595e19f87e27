// Style: Fusion, with the frames, toggles, captions and sizes of type that are the program's own.
//
// It does what a style sheet of the application would do, without the hundreds of rule matches that one costs before
// the first window is painted. A widget says what it is by its class, its object name or a property set before it is
// first shown: "heading" and "group" of labels, "toggle" of push buttons.
#pragma once

#include <QIcon>
#include <QProxyStyle>

namespace ui {

class Style final : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    /// Whether it draws its own frames; a high-contrast system keeps those of Fusion. On by default.
    void setOwnFrames(bool own) { m_ownFrames = own; }
    /// The sizes of type anew, in all widgets: after the application's font changed.
    void fitFonts();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    /// Icons that are seen later, such as that which empties a field: made when they are first painted.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;

private:
    bool drawFrame(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;

    bool m_ownFrames = true;
};

} // namespace ui
