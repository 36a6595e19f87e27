// RecordsTab: the stack of the case's records, the current one's fields as the console has them, and its pages as they will
// print. Below them is the place of the distinctness of the stack.
//
// Fields follow each key; the pages are laid out again when nothing was typed for 100 ms.
#pragma once

#include "documents/typesetter.h"
#include "session/casework.h"
#include "ui/casetab.h"

#include <QTimer>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
namespace Ui {
class RecordsTab;
}
QT_END_NAMESPACE

namespace session {
class FilingDesk;
}

namespace ui {

class DistinctnessPanel;
class NotePage;
class RecordFields;
class RecordListModel;

class RecordsTab : public CaseTab {
    Q_OBJECT

public:
    /// The preview's actions, kept by the window's menu.
    struct ZoomActions {
        QAction *in = nullptr;
        QAction *out = nullptr;
        QAction *actual = nullptr;
        QAction *fit = nullptr;
    };

    explicit RecordsTab(QWidget *parent = nullptr);
    ~RecordsTab() override;

    void setSession(session::CaseSession *session) override;
    bool reveal(const QString &fieldPath) override;
    /// Something else stands where the pages are: the fields keep their room.
    void setPreviewCovered(bool covered);
    void setZoomActions(const ZoomActions &actions);
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) override;
    void clear() override;
    QList<QWidget *> panes() const override;

    /// A button below the list of records, for an action that is about the current one.
    void addButton(QAction *action);
    /// Statuses in the stack and locks at the fields follow these; null: none are known.
    void setFilings(session::FilingDesk *filings);
    /// -1 when there is none.
    int currentRecord() const;
    /// Makes the record of that pool the current one; false when there is none.
    bool showRecordOf(const QString &poolId);
    /// What laying out all records of the case found.
    const domain::Findings &layoutFindings() const { return m_laidOut.findings; }
    DistinctnessPanel *distinctness() const { return m_distinctness; }
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void currentRecordChanged();
    /// layoutFindings() may be others.
    void laidOut();
    void preflightRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sizeTexts();
    void showNoRecord(const session::CaseView &view);
    void showRecord(int index);
    void layOutNow();
    void showPages();
    void fillStack();
    QString statusOf(const QString &pool) const;
    void showPageNumber();
    void showZoom();

    std::unique_ptr<Ui::RecordsTab> m_form;
    NotePage *m_note = nullptr; ///< where no record can be drafted
    RecordListModel *m_model = nullptr;
    DistinctnessPanel *m_distinctness = nullptr;
    std::unique_ptr<documents::Typesetter> m_type; ///< made with the first case; outlives the pages
    session::LaidOutStack m_laidOut;
    session::FilingDesk *m_filings = nullptr;
    QWidget *m_lastButton = nullptr; ///< below the list
    RecordFields *m_fields = nullptr;
    session::CaseViewPointer m_case;
    session::ShippedData m_shipped;
    QTimer m_rest; ///< nothing was typed for a while
};

} // namespace ui
