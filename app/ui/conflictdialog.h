// ConflictDialog: the fields of the open case that another program changed as well, beside each other, and the choice whose
// value stays. What only one side changed is in both and not listed. Not modal: the window stays usable.
#pragma once

#include "session/otherschange.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class ComparisonView;

class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    /// Saves what was chosen; a sentence when that cannot be.
    using Apply = std::function<QString(const session::OthersChange &change, const domain::Worksheet &merged)>;

    ConflictDialog(session::OthersChange change, Apply apply, QWidget *parent = nullptr);

private:
    void update();
    void apply();

    session::OthersChange m_change;
    Apply m_apply;
    ComparisonView *m_view = nullptr;
    QLabel *m_refusal = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace ui
