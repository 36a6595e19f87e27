// FieldBinder: joins the inputs of a form with the fields of the open case.
//
// An input takes part when its form gives it the property `field`: a field path ("company/website"), or "./requestsPerDay",
// which is taken from the entry that setEntry() names. QLineEdit, QPlainTextEdit, QComboBox and QCheckBox are known; a
// combo without items gets the field's vocabulary; one that is editable proposes it. What a person types goes into the session at once; what the session says
// goes into the input silently. Under the input stands what is wrong with it, once it has been touched or the form is
// reviewed (setReviewed); long texts count their characters; F1 helps on the field.
#pragma once

#include "session/casesession.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

namespace ui {

class FieldNote;
class WhenSeen;

class FieldBinder : public QObject {
    Q_OBJECT

public:
    /// Binds every input below `form` that has a field.
    explicit FieldBinder(QWidget *form);

    /// Shows the case; null: empties and disables the inputs.
    void setSession(session::CaseSession *session);
    session::CaseSession *session() const { return m_session; }
    /// The list entry that "./" fields belong to; empty: none, its inputs are disabled.
    void setEntry(const QString &path);
    const QString &entry() const { return m_entry; }
    /// Every field shows what is wrong or weak about it, touched or not.
    void setReviewed(bool reviewed);

    /// Puts the caret into the input of that field; false when the form has none.
    bool reveal(const QString &fieldPath);
    /// The input of a field, by the form's property.
    QWidget *input(const QString &field) const;
    FieldNote *note(const QString &field) const;

Q_SIGNALS:
    /// A person changed a field.
    void edited(const QString &fieldPath);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Bound {
        QString field;
        QWidget *input = nullptr;
        FieldNote *note = nullptr;
        bool typedIn = false;
        bool touched = false; ///< typed in and left: what is wrong with it is said
        bool filled = false;  ///< a combo has its choices
    };

    void bind(QWidget *input);
    void connectInput(std::size_t index);
    QString pathOf(const Bound &bound) const;
    void typed(std::size_t index, const QString &text);
    void left(std::size_t index);
    void refresh();
    void refresh(Bound &bound);
    std::optional<domain::Finding> findingAt(const QString &path) const;
    void refreshNote(Bound &bound);
    void fillChoices(Bound &bound);
    void help(const Bound &bound);

    QPointer<session::CaseSession> m_session;
    QString m_entry;
    bool m_reviewed = false;
    WhenSeen *m_seen = nullptr;
    bool m_updating = false;           ///< what changes now is not typed
    const QWidget *m_typing = nullptr; ///< keeps what is typed as it is
    std::vector<Bound> m_bound;
    QHash<const QObject *, std::size_t> m_byInput;
};

} // namespace ui
