// RecordsTab: the stack of the case's records, and the pages of the current one as they will print.
#pragma once

#include "documents/typesetter.h"
#include "session/casework.h"
#include "ui/casetab.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
namespace Ui {
class RecordsTab;
}
QT_END_NAMESPACE

namespace ui {

class DistinctnessPanel;
class NotePage;
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

    void setZoomActions(const ZoomActions &actions);
    void showCase(const session::CaseViewPointer &view, const session::ShippedData &shipped) override;
    void clear() override;
    QList<QWidget *> panes() const override;

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

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sizeTexts();
    void showNoRecord(const session::CaseView &view);
    void showRecord(int index);
    void showPageNumber();
    void showZoom();

    std::unique_ptr<Ui::RecordsTab> m_form;
    NotePage *m_note = nullptr; ///< where no record can be drafted
    RecordListModel *m_model = nullptr;
    DistinctnessPanel *m_distinctness = nullptr;
    std::unique_ptr<documents::Typesetter> m_type; ///< made with the first case; outlives the pages
    session::LaidOutStack m_laidOut;
};

} // namespace ui
