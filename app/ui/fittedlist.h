// FittedList: a list that is as high as what it has: its texts wrap at its width, and what it stands in scrolls.
#pragma once

#include <QListWidget>

namespace ui {

class FittedList : public QListWidget {
    Q_OBJECT

public:
    FittedList(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    /// After what it has changed.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace ui
