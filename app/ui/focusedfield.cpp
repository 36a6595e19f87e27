#include "ui/focusedfield.h"

#include "ui/entrymodel.h"
#include "ui/entrytable.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>

namespace ui {

QString focusedField()
{
    for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (const QString path = widget->property("fieldPath").toString(); !path.isEmpty())
            return path;
        const auto *table = qobject_cast<const EntryTable *>(widget);
        if (!table || !table->entries() || !table->currentIndex().isValid())
            continue;
        const QString entry = table->entries()->entryPath(table->currentIndex().row());
        const QString key = table->entries()->column(table->currentIndex().column()).key;
        if (!entry.isEmpty())
            return key.isEmpty() ? entry : entry + u'/' + key;
    }
    return {};
}

} // namespace ui
