// FigureButton: a figure of the header strip: a caption over a value, flat, with the focus visible. Its width has room
// for larger numbers, so that nothing moves while one types.
#pragma once

#include "ui/theme.h"

#include <QToolButton>

#include <vector>

namespace ui {

class FigureButton : public QToolButton {
    Q_OBJECT

public:
    /// A number with its mark, instead of one value.
    struct Count {
        Mark mark = Mark::Advice;
        QString icon;
        qsizetype count = 0;
        QString words; ///< "2 must fix": what assistive technology reads
    };

    /// `widest` is the widest value to leave room for.
    explicit FigureButton(const QString &widest, QWidget *parent = nullptr);

    /// `shortCaption` stands in for the caption where room is short; it is never said in its place.
    void setFigure(const QString &caption, const QString &value, const QString &shortCaption = {});
    void setShort(bool isShort);
    void setCounts(const QString &caption, const std::vector<Count> &counts);
    QString value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// Esc was pressed on it.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const QString &shownCaption() const { return m_isShort && !m_shortCaption.isEmpty() ? m_shortCaption : m_caption; }
    QFont valueFont() const;
    int valueWidth() const;
    void paintCounts(QPainter &painter, const QRect &rect) const;

    QString m_widest;
    QString m_caption;
    QString m_shortCaption;
    bool m_isShort = false;
    QString m_value;
    std::vector<Count> m_counts;
};

/// The font of a figure in the header strip: a little larger than the body, semibold.
QFont figureFont(const QFont &font);

} // namespace ui
