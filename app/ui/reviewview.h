// ReviewView: the case as the AWS reviewer will read it, to be looked at before the records are drafted or filed: the
// four checks with their evidence, what is to tick off, what nobody knows yet, and Draft.
//
// One widget for the wizard's last page and for the workspace. Read-only: a row that has a field asks for it.
#pragma once

#include "domain/finding.h"
#include "review/reviewersview.h"
#include "session/casework.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QModelIndex;
class QPushButton;
class QSplitter;
class QTreeView;
QT_END_NAMESPACE

namespace ui {

class ReviewModel;

class ReviewView : public QWidget {
    Q_OBJECT

public:
    explicit ReviewView(QWidget *parent = nullptr);

    /// `findings` are those of the case with its pages' included. Keeps what is open and current; emits nothing.
    void showCase(const session::CaseViewPointer &view, const drafting::Shipped &shipped,
                  const domain::Findings &findings, const std::optional<review::PartnerOutcomes> &outcomes = {});
    void clear();
    /// Only where drafting is something to ask for: in the wizard.
    void setDraftVisible(bool visible);
    /// Where F6 stops, in visual order.
    QList<QWidget *> panes() const;

Q_SIGNALS:
    /// A person wants to go to the field of that path.
    void fieldRequested(const QString &fieldPath);
    void draftRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillReady(const review::ReviewersView &view);
    void fillUnknown(const review::ReviewersView &view);
    void request(const QModelIndex &index);

    ReviewModel *m_model = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_readyTitle = nullptr;
    QListWidget *m_ready = nullptr;
    QLabel *m_unknownTitle = nullptr;
    QListWidget *m_unknown = nullptr;
    QPushButton *m_draft = nullptr;
};

} // namespace ui
