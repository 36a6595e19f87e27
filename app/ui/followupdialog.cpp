#include "ui/followupdialog.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

FollowUpDialog::FollowUpDialog(const documents::FollowUp &mail, QWidget *parent)
    : QDialog(parent),
      m_to(new QLineEdit(mail.to.join(u", "_s), this)),
      m_subject(new QLineEdit(mail.subject, this)),
      m_text(new QPlainTextEdit(mail.text, this)),
      m_said(new QLabel(this))
{
    setObjectName(u"followUpDialog"_s);
    setWindowTitle(tr("Follow-up"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_to->setObjectName(u"followUpTo"_s);
    m_subject->setObjectName(u"followUpSubject"_s);
    m_text->setObjectName(u"followUpText"_s);
    m_text->setAccessibleName(tr("Text of the mail"));
    m_text->setTabChangesFocus(true);
    m_said->setObjectName(u"followUpSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setText(mail.questions == 0   ? tr("Nothing is missing.")
                    : mail.questions == 1 ? tr("1 fact is asked for.")
                                          : tr("%1 facts are asked for.").arg(mail.questions));
    auto *form = new QFormLayout;
    form->addRow(tr("T&o"), m_to);
    form->addRow(tr("&Subject"), m_subject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_text, 1);
    column->addWidget(m_said);
    column->addLayout(buttons());
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 34);
    m_text->setFocus();
}

QBoxLayout *FollowUpDialog::buttons()
{
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &name, const QString &about, auto action) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setToolTip(about);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, action);
        row->addWidget(button);
    };
    add(tr("Founder's &worksheet…"), u"followUpPage"_s, tr("Save the form that the founder fills in, in any browser"),
        &FollowUpDialog::pageWanted);
    add(tr("As s&preadsheet…"), u"followUpSpreadsheet"_s, tr("Save the same questions as CSV"),
        &FollowUpDialog::spreadsheetWanted);
    row->addStretch(1);
    add(tr("&Copy text"), u"followUpCopy"_s, tr("Copy the text of the mail"), &FollowUpDialog::copy);
    add(tr("Save as &mail…"), u"followUpMail"_s,
        tr("Save a message that a mail program opens, with the worksheet in it"), &FollowUpDialog::mailWanted);
    add(tr("C&lose"), u"followUpClose"_s, QString(), &QDialog::reject);
    return row;
}

documents::FollowUp FollowUpDialog::mail() const
{
    documents::FollowUp mail;
    mail.to = m_to->text().split(u',', Qt::SkipEmptyParts);
    for (QString &address : mail.to)
        address = address.trimmed();
    mail.subject = m_subject->text();
    mail.text = m_text->toPlainText();
    return mail;
}

void FollowUpDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_said->setText(tr("Copied."));
}

} // namespace ui
