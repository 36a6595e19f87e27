// ElidingLabel: one line of plain text that ends in an ellipsis where it does not fit, instead of widening the window.
#pragma once

#include <QLabel>

namespace ui {

class ElidingLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidingLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
