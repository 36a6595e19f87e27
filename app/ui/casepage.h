// CasePage: the shown case: its stack of records, and the pages of the current one as they will print.
#pragma once

#include "documents/typesetter.h"
#include "session/casework.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QSplitter;
namespace Ui {
class CasePage;
}
QT_END_NAMESPACE

namespace ui {

class PagePreview;
class RecordListModel;

class CasePage : public QWidget {
    Q_OBJECT

public:
    /// The preview's actions, kept by the window's menu.
    struct ZoomActions {
        QAction *in = nullptr;
        QAction *out = nullptr;
        QAction *actual = nullptr;
        QAction *fit = nullptr;
    };

    explicit CasePage(QWidget *parent = nullptr);
    ~CasePage() override;

    void setZoomActions(const ZoomActions &actions);
    void showCase(const session::CaseViewPointer &view, const drafting::Shipped &shipped);
    /// The file has no case, or none is chosen.
    void showNoCase(bool fileHasCases, bool filtered);

    void focusImport();

    /// -1 when there is none.
    int currentRecord() const;
    /// What laying out all records of the case found.
    const domain::Findings &layoutFindings() const { return m_laidOut.findings; }
    QWidget *recordsList() const;
    PagePreview *preview() const;
    QSplitter *splitter() const;

Q_SIGNALS:
    void importRequested();
    void currentRecordChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sizeTexts();
    void showNote(const QString &title, const QString &text, bool withImport);
    void showNoRecord(const session::CaseView &view);
    void fillHeader(const session::CaseView &view);
    void showRecord(int index);
    void showPageNumber();
    void showZoom();

    std::unique_ptr<Ui::CasePage> m_form;
    RecordListModel *m_model = nullptr;
    std::unique_ptr<documents::Typesetter> m_type; ///< made with the first case; outlives the pages
    session::LaidOutStack m_laidOut;
};

} // namespace ui
