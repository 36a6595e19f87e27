// CaseTab: a tab of the open case. Shows what the case is, and asks for what lies outside it by signals.
//
// A new tab is a class of its own and one line in Workspace's constructor; a tab without content is not added.
#pragma once

#include "session/casesession.h"
#include "session/casework.h"
#include "ui/figure.h"

#include <QWidget>

namespace ui {

class CaseTab : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The case that edits go to, before it is shown; null when none is.
    virtual void setSession(session::CaseSession *session) { Q_UNUSED(session) }
    /// Also each time the shown case has changed. Must emit nothing: only a person makes edits.
    virtual void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) = 0;
    /// Whether nothing outside asks this tab what it shows: then it is told of a change when it comes up, not at every key.
    virtual bool mayWaitUnseen() const { return false; }
    /// No case is shown.
    virtual void clear() = 0;
    /// Where F6 stops in this tab, in visual order; the first has the focus when the tab is chosen by its key.
    virtual QList<QWidget *> panes() const = 0;
    /// Puts the caret into the field of that path of ids; false when it has no such field.
    virtual bool reveal(const QString &fieldPath)
    {
        Q_UNUSED(fieldPath)
        return false;
    }

Q_SIGNALS:
    /// A person wants to see how the figure comes about.
    void figureRequested(const ui::Figure &figure);
};

} // namespace ui
