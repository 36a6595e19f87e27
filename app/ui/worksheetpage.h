// WorksheetPage: one page of the worksheet, the same in the wizard and in the workspace.
//
// A page is a view over the open case: it shows what the session holds and types into it; it owns no facts. Its inputs are
// joined by a FieldBinder, its lists by EntryTables.
#pragma once

#include "session/casesession.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace ui {

class EntryTable;
class FieldBinder;
class WhenSeen;

class WorksheetPage : public QWidget {
    Q_OBJECT

public:
    explicit WorksheetPage(QWidget *parent = nullptr) : QWidget(parent) {}

    /// Shows the case; null: none.
    void setSession(session::CaseSession *session);
    session::CaseSession *session() const { return m_session; }
    /// The use case that pages about one show; pages of one worksheet share it. Empty: none.
    void setUseCase(const QString &id);
    const QString &useCase() const { return m_useCase; }
    /// Every field says what is wrong or weak about it.
    void setReviewed(bool reviewed);
    /// Puts the caret into the field; false when it is on another page.
    virtual bool reveal(const QString &fieldPath);
    void focusFirst();

Q_SIGNALS:
    void useCaseChosen(const QString &id);
    /// A person wants to go to a field that may be on another page.
    void fieldRequested(const QString &fieldPath);
    void draftRequested();
    /// What could not be done, in words.
    void refused(const QString &sentence);

protected:
    /// Once the form is set up: joins its inputs.
    void bindForm();
    FieldBinder &binder() const { return *m_binder; }
    /// A table of the page with its buttons `<prefix>AddButton`, ...; "./list" is a list of the shown use case.
    void addTable(EntryTable *table, const QString &list, const QString &buttons);
    /// Programs by their titles in the table's column `programme`.
    void namePrograms(EntryTable *table);
    /// Fills a combo with the regions that the book prices.
    void fillRegions(const QString &field);
    /// Lets the combo choose among the use cases; `row` is hidden while there is no choice.
    void addUseCaseChoice(QWidget *row, QComboBox *combo, bool always);
    QString useCasePath() const;

    /// The session or the use case is another.
    virtual void showCase() {}
    /// The case was edited.
    virtual void showEdits() {}

private:
    struct Listed {
        EntryTable *table = nullptr;
        QString list;
    };
    void showLists();
    void showUseCases();

    QPointer<session::CaseSession> m_session;
    QString m_useCase;
    FieldBinder *m_binder = nullptr;
    std::vector<Listed> m_tables;
    QPointer<QWidget> m_choiceRow;
    QPointer<QComboBox> m_choice;
    bool m_choiceAlways = false;
    WhenSeen *m_seen = nullptr;
};

/// The seven pages, in order. The caller owns them.
std::vector<WorksheetPage *> makeWorksheetPages();

} // namespace ui
