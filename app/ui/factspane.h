// FactsPane: what was captured so far, by part of the worksheet, each with the time of the line it rests on.
#pragma once

#include "session/casesession.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QStandardItemModel;
class QTreeView;
QT_END_NAMESPACE

namespace ui {

class NotesView;

class FactsPane : public QWidget {
    Q_OBJECT

public:
    explicit FactsPane(QWidget *parent = nullptr);

    void showFacts(const session::CaseSession *session, const NotesView &notes);
    QTreeView *view() const { return m_view; }
    /// What a call ends with, as buttons below the facts.
    void addEnds(const QList<QAction *> &actions);

Q_SIGNALS:
    void evidenceRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void shareWidth();

    QLabel *m_title = nullptr;
    QTreeView *m_view = nullptr;
    QStandardItemModel *m_model = nullptr;
};

} // namespace ui
