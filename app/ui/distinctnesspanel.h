// DistinctnessPanel: how the current record differs from its siblings: shared sentences marked in both texts, the
// difference in one sentence, and the wording that would tell the two apart.
//
// Shows and asks; whoever holds the case applies what is asked for.
#pragma once

#include "domain/worksheet.h"
#include "review/distinctness.h"
#include "session/casework.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace ui {

class DistinctnessPanel : public QWidget {
    Q_OBJECT

public:
    explicit DistinctnessPanel(QWidget *parent = nullptr);

    /// Compares the records of the case; emits nothing.
    void showCase(const session::CaseViewPointer &view, const drafting::Shipped &shipped);
    void clear();
    /// Index into the view's records. A record without a sibling hides the panel.
    void setRecord(int index);
    /// Whether wording can be changed at all: not without a case that is open for editing.
    void setEditable(bool editable);

    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    /// Where F6 stops: the text of the current record.
    QWidget *pane() const;
    /// Marks the next shared sentence in both texts; goes round.
    void showNext();

Q_SIGNALS:
    /// A person takes the proposed wording: the worksheet with it, as one undo step of that name.
    void rewriteRequested(const QString &undoText, const domain::Worksheet &after);

protected:
    void changeEvent(QEvent *event) override;

private:
    const review::Comparison *current() const;
    void fillSiblings();
    void fill();
    void fillTexts();
    void mark();
    void apply();
    QString stateText(const review::Comparison &comparison) const;

    session::CaseViewPointer m_view;
    review::Distinctness m_distinctness;
    std::vector<int> m_comparisons; ///< of the current record
    int m_record = -1;
    int m_shared = 0; ///< the shared sentence that is shown
    bool m_editable = false;
    bool m_folded = false;
    QToolButton *m_fold = nullptr;
    QLabel *m_stateIcon = nullptr;
    QLabel *m_state = nullptr;
    QComboBox *m_sibling = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_apply = nullptr;
    QWidget *m_body = nullptr;
    QLabel *m_firstName = nullptr;
    QLabel *m_secondName = nullptr;
    QPlainTextEdit *m_first = nullptr;
    QPlainTextEdit *m_second = nullptr;
    QLabel *m_difference = nullptr;
};

} // namespace ui
