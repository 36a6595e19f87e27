// Row painting: what the delegates of the case, record and findings lists have in common.
//
// Text is painted as text, never as markup. The selection is strong in the view that has the focus, pale in others.
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>
#include <QStyleOptionViewItem>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace ui {

inline constexpr int kRowPadding = 8;
inline constexpr int kRowGap = 4;

struct RowColors {
    QColor text;
    QColor secondary;
    bool selected = false;
    bool strong = false; ///< selected, and the view has the focus
};

/// Fills a row's background and returns the colors to write on it with.
RowColors paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option);
/// The hairline below a row.
void paintRowRule(QPainter &painter, const QStyleOptionViewItem &option);

/// The view's font, semibold; and its caption size.
QFont strongFont(const QFont &font);
QFont captionFont(const QFont &font);

/// One line, shortened with an ellipsis at its end when it does not fit.
void paintLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment = Qt::AlignLeft);

/// As many lines as the text needs in `width`, and their height.
int wrappedHeight(const QString &text, const QFont &font, int width);
void paintWrapped(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &color);

/// A framed word with its icon, at the left of `rect`; returns its width.
int paintChip(QPainter &painter, const QRect &rect, const QString &iconName, const QString &word, const QFont &font,
              const RowColors &colors, const QPalette &palette);
int chipHeight(const QFont &font);

} // namespace ui
