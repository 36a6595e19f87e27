// EndAtFirstPaint: ends the process when the window it watches has been painted for the first time, children and all.
#pragma once

#include <QEvent>
#include <QMetaObject>
#include <QObject>

#include <cstdlib>

namespace bench {

class EndAtFirstPaint : public QObject {
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Whatever paints belongs to one event; what is posted comes after it.
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                this, [] { std::_Exit(0); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

} // namespace bench
