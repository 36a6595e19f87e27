// RecordFields: the fields of one record in the console's order, to be edited where they stand. Facts of the case go to
// the worksheet; wording is generated until a person words it, then it is "Yours", with Reset and Compare.
#pragma once

#include "filing/freeze.h"
#include "session/casesession.h"
#include "ui/casetab.h"

#include <QPointer>
#include <QScrollArea>

#include <functional>
#include <vector>

namespace ui {

class RecordFieldRow;

class RecordFields : public QScrollArea {
    Q_OBJECT

public:
    explicit RecordFields(QWidget *parent = nullptr);

    void setSession(session::CaseSession *session);
    /// The record at that index of the view.
    void showRecord(const session::CaseViewPointer &view, const session::ShippedData &shipped, int index);
    /// Puts the caret into the field of that path; also a record's field by its name in the request.
    bool reveal(const QString &fieldPath);
    /// What may be changed of a pool's record, by the field's path in the request; none: everything may.
    using Locks = std::function<filing::Editability(const QString &pool, const QString &path)>;
    void setLocks(Locks locks);
    /// Reads every field again; also when what is locked changed.
    void refresh();

private:
    void makeRows(const drafting::Shipped &shipped);
    void fill(RecordFieldRow &row) const;
    QString pathOf(const RecordFieldRow &row) const;
    void edit(const RecordFieldRow &row, const QString &text);
    QString generatedText(const RecordFieldRow &row) const;

    QPointer<session::CaseSession> m_session;
    session::CaseViewPointer m_case;
    session::ShippedData m_shipped;
    Locks m_locks;
    int m_index = -1;
    std::vector<RecordFieldRow *> m_rows;
};

} // namespace ui
