// FilingPane: the current record's way into AWS and back. What AWS wrote is pasted once and stands beside the fields it is
// about, each open or locked; what changed since the filing and what of it AWS would refuse; Mark filed, with the number of
// the opportunity; and the status. Only a person makes it emit.
#pragma once

#include "ports/prompter.h"
#include "session/filingdesk.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidgetItem;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class FittedList;

class FilingPane : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    FilingPane(session::Desk &desk, session::FilingDesk &filings, ports::Prompter &prompter, const ports::Clock &clock,
               QWidget *parent = nullptr);

    /// The record of that pool; empty: none. `name` is what the record is called: "Bedrock POC".
    void showRecord(const QString &poolId, const QString &name);
    /// Where Mark filed begins.
    void focusFiling();
    QList<QWidget *> panes() const;

Q_SIGNALS:
    /// A person wants to go to the field of that path.
    void fieldRequested(const QString &fieldPath);
    /// The bytes of a filed file are to be saved under a name.
    void saveRequested(const drafting::DocumentFile &file);
    /// A record was filed or its status moved; one sentence.
    void done(const QString &sentence);

private:
    void build();
    QWidget *statusPart();
    QWidget *filingPart();
    void followDay();
    void refresh();
    void fillHead();
    void fillReason();
    void fillSinceFiled();
    void fillFiled();
    void enableSaveFiled();
    void fillStatuses();
    void showCreditFields();
    void moveStatus();
    QString takeAward(QDate issued, std::vector<ports::Award> &awards);
    void markFiled();
    void moveCloseDate();
    void saveFiled();
    void request(const QListWidgetItem *item);

    session::Desk &m_desk;
    session::FilingDesk &m_filings;
    ports::Prompter &m_prompter;
    const ports::Clock &m_clock;
    QString m_pool;
    QString m_name;
    QDate m_nextCloseDate; ///< what the close date may be moved to; invalid: it need not

    QLabel *m_head = nullptr;
    QLabel *m_due = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    QLabel *m_todo = nullptr;
    QLabel *m_fieldsTitle = nullptr;
    FittedList *m_fields = nullptr;
    QComboBox *m_status = nullptr;
    QDateEdit *m_statusOn = nullptr;
    QWidget *m_credit = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_expires = nullptr;
    QPushButton *m_setStatus = nullptr;
    QLabel *m_statusProblem = nullptr;
    QLabel *m_changesTitle = nullptr;
    FittedList *m_changes = nullptr;
    QPushButton *m_moveDate = nullptr;
    QWidget *m_filing = nullptr;
    QLineEdit *m_opportunity = nullptr;
    QComboBox *m_channel = nullptr;
    QDateEdit *m_filedOn = nullptr;
    QLabel *m_noteLabel = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QString m_generatedNote;
    QPushButton *m_markFiled = nullptr;
    QLabel *m_filingProblem = nullptr;
    QLabel *m_filedTitle = nullptr;
    FittedList *m_filed = nullptr;
    QPushButton *m_saveFiled = nullptr;
};

} // namespace ui
