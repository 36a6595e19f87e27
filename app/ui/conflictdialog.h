// ConflictDialog: the fields of the open case that another program changed as well, beside each other, and the choice whose
// value stays. What only one side changed is in both and not listed. Not modal: the window stays usable.
#pragma once

#include "session/otherschange.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class ComparisonView;

class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConflictDialog(session::OthersChange change, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Everything is chosen, and a person wants it so.
    void decided(const session::OthersChange &change, const domain::Worksheet &merged);

private:
    void apply();

    session::OthersChange m_change;
    ComparisonView *m_view = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace ui
