// RecordFields: the fields of one record in the console's order, to be edited where they stand. Facts of the case go to
// the worksheet; wording is generated until a person words it, then it is "Yours", with Reset and Compare.
#pragma once

#include "session/casesession.h"
#include "ui/casetab.h"

#include <QPointer>
#include <QScrollArea>

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

private:
    void makeRows(const drafting::Shipped &shipped);
    void fill(RecordFieldRow &row) const;
    QString pathOf(const RecordFieldRow &row) const;
    void edit(const RecordFieldRow &row, const QString &text);
    QString generatedText(const RecordFieldRow &row) const;
    void refresh();

    QPointer<session::CaseSession> m_session;
    session::CaseViewPointer m_case;
    session::ShippedData m_shipped;
    int m_index = -1;
    std::vector<RecordFieldRow *> m_rows;
};

} // namespace ui
