#include "ui/fittedlist.h"

#include <QEvent>
#include <QResizeEvent>

namespace ui {

FittedList::FittedList(const QString &name, const QString &accessibleName, QWidget *parent) : QListWidget(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setWordWrap(true);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FittedList::fit()
{
    doItemsLayout(); // only what is laid out has wrapped
    setFixedHeight(contentsSize().height() + 2 * frameWidth());
}

void FittedList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void FittedList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace ui
