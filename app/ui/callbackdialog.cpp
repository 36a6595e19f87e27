#include "ui/callbackdialog.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

CallBackDialog::CallBackDialog(const session::CallBackList &list, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(list.text, this)), m_said(new QLabel(this))
{
    setObjectName(u"callBackDialog"_s);
    setWindowTitle(tr("Call-back list: %1").arg(list.company));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(u"callBackText"_s);
    m_text->setAccessibleName(tr("Call-back list"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setTabChangesFocus(true);
    m_said->setObjectName(u"callBackSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setText(list.text.isEmpty() ? tr("Nothing is open: there is nothing to call back about.")
                                        : tr("%1 not known on the call, %2 open, %3 to confirm.")
                                              .arg(list.unknown)
                                              .arg(list.open)
                                              .arg(list.presumed));
    auto *copyButton = new QPushButton(tr("&Copy list"), this);
    copyButton->setObjectName(u"callBackCopy"_s);
    copyButton->setAutoDefault(false);
    copyButton->setEnabled(!list.text.isEmpty());
    auto *closeButton = new QPushButton(tr("C&lose"), this);
    closeButton->setAutoDefault(false);
    connect(copyButton, &QPushButton::clicked, this, &CallBackDialog::copy);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_said, 1);
    buttons->addWidget(copyButton);
    buttons->addWidget(closeButton);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 34);
    m_text->setFocus();
}

void CallBackDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_said->setText(tr("Copied."));
}

} // namespace ui
