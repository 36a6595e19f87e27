// Hands: a person at the keyboard or the mouse, for tests that may use nothing else. Keys go to the window that has the
// focus and clicks to the point of the window, by the way every key and click goes: popups, shortcuts and focus included.
#pragma once

#include <QAbstractItemView>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollArea>
#include <QTest>
#include <QUrl>
#include <QWidget>
#include <QWindow>

namespace tests {

/// Of the widget that has the keys; of an editable combo, the combo's.
inline QString focusName()
{
    const QWidget *widget = QApplication::focusWidget();
    while (widget && (widget->objectName().isEmpty() || widget->objectName().startsWith(QLatin1String("qt_"))))
        widget = widget->parentWidget();
    return widget ? widget->objectName() : QStringLiteral("nothing");
}

/// Where keys go. The offscreen platform leaves them with a list that has gone down.
inline QWindow *keyWindow()
{
    QWindow *window = QGuiApplication::focusWindow();
    if ((!window || !window->isVisible()) && QApplication::focusWidget())
        window = QApplication::focusWidget()->window()->windowHandle();
    return window;
}

inline void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
{
    if (QWindow *window = keyWindow())
        QTest::keyClick(window, key, with);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // an ended cell's editor
}

/// US-ASCII.
inline void type(const QString &text)
{
    for (const QChar sign : text) {
        if (QWindow *window = keyWindow())
            QTest::keyClick(window, sign.toLatin1());
    }
}

/// Tabs on until the widget of that name has the focus: at most once round the window.
inline bool tabTo(const QString &name)
{
    constexpr int kOnceRound = 120;
    QStringList passed{focusName()};
    for (int step = 0; step < kOnceRound; ++step) {
        if (passed.last() == name)
            return true;
        key(Qt::Key_Tab);
        passed.append(focusName());
    }
    qWarning("not reached by Tab: %s; passed %s", qPrintable(name), qPrintable(passed.mid(0, 40).join(u' ')));
    return false;
}

/// A button by its key: it shows itself pressed for a moment before it acts, so wait for what it does.
inline void alt(Qt::Key letter)
{
    key(letter, Qt::AltModifier);
}

/// As the wheel does.
inline void scrollTo(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
    QCoreApplication::processEvents();
}

/// A click into the middle of a widget, or on a point of it.
inline void click(QWidget *widget, const QPoint &at = {})
{
    const QPoint point = widget->mapTo(widget->window(), at.isNull() ? widget->rect().center() : at);
    QTest::mouseClick(widget->window()->windowHandle(), Qt::LeftButton, Qt::NoModifier, point);
}

inline void clickCell(QAbstractItemView *view, const QModelIndex &index, bool twice = false)
{
    view->scrollTo(index);
    const QPoint at = view->viewport()->mapTo(view->window(), view->visualRect(index).center());
    QWindow *window = view->window()->windowHandle();
    QTest::mouseClick(window, Qt::LeftButton, Qt::NoModifier, at);
    if (twice)
        QTest::mouseDClick(window, Qt::LeftButton, Qt::NoModifier, at);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// Drops files on the window as a file manager does.
inline void drop(QWidget &window, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    // On one disk a file manager proposes to move, and may delete what was taken that way.
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(200, 200), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    event.setDropAction(Qt::MoveAction);
    QCoreApplication::sendEvent(&window, &event);
    QCOMPARE(event.dropAction(), Qt::CopyAction);
}

} // namespace tests
