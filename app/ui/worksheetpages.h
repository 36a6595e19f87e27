// WorksheetPages: the seven pages of one worksheet, kept together: they share the session, the shown use case and the way to
// a field. Owned by whoever shows them (the Worksheet tab, the wizard), a page each in a scroll area of its own.
#pragma once

#include "ui/worksheetpage.h"

#include <QObject>
#include <QScrollArea>

#include <vector>

namespace ui {

class WorksheetPages : public QObject {
    Q_OBJECT

public:
    explicit WorksheetPages(QObject *parent = nullptr);

    /// One per page, in order, to be put somewhere; each goes with where it is put.
    const std::vector<QScrollArea *> &areas() const { return m_areas; }
    WorksheetPage *page(int step) const { return m_pages[static_cast<std::size_t>(step)]; }
    void setSession(session::CaseSession *session);
    /// Puts the caret into the field, after showRequested() for its page; false when no page has it.
    bool reveal(const QString &fieldPath);

Q_SIGNALS:
    /// This page is to be shown.
    void showRequested(int step);
    void draftRequested();
    void refused(const QString &sentence);

private:
    void setReviewed(bool reviewed);
    void chooseUseCase(const QString &id);
    void keepUseCase();

    std::vector<WorksheetPage *> m_pages;
    std::vector<QScrollArea *> m_areas;
    QPointer<session::CaseSession> m_session;
    QString m_useCase;
};

} // namespace ui
