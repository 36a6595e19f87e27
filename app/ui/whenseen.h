// WhenSeen: shows a change at once where its widget is seen, and when it comes up where it is not. At every key a case
// changes for more than a dozen pages and lists; one of them is looked at.
#pragma once

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui {

class WhenSeen : public QObject {
    Q_OBJECT

public:
    /// `widget` owns it; `show` brings the widget up to date.
    WhenSeen(QWidget *widget, std::function<void()> show);

    /// Something changed.
    void due();
    /// Brings the widget up to date, seen or not, if it is not.
    void catchUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_widget = nullptr;
    std::function<void()> m_show;
    bool m_waits = false;
};

} // namespace ui
