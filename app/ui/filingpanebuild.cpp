// How the filing pane is put together: from the top what AWS said, what is due, what changed, Mark filed, what was filed.
#include "ui/filingpane.h"

#include "ui/fittedlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReasonLines = 4;
constexpr int kNoteLines = 3;

QLabel *plain(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPlainTextEdit *textEdit(const QString &name, const QString &accessible, int lines)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 12);
    return edit;
}

QDateEdit *dateEdit(const QString &name, const QString &accessible, QDate latest)
{
    auto *edit = new QDateEdit(latest);
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setMaximumDate(latest);
    return edit;
}

QLineEdit *lineEdit(const QString &name, const QString &accessible, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setPlaceholderText(hint);
    edit->setMinimumHeight(edit->sizeHint().height()); // a message that comes up below does not squeeze it
    return edit;
}

QLabel *titleOf(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("group", true);
    label->setBuddy(buddy);
    return label;
}

} // namespace

FilingPane::FilingPane(session::Desk &desk, session::FilingDesk &filings, ports::Prompter &prompter,
                       const ports::Clock &clock, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_filings(filings), m_prompter(prompter), m_clock(clock)
{
    build();
    connect(m_reason, &QPlainTextEdit::textChanged, this, &FilingPane::fillReason);
    connect(m_status, &QComboBox::currentIndexChanged, this, &FilingPane::showCreditFields);
    connect(m_setStatus, &QPushButton::clicked, this, &FilingPane::moveStatus);
    connect(m_markFiled, &QPushButton::clicked, this, &FilingPane::markFiled);
    connect(m_opportunity, &QLineEdit::returnPressed, this, &FilingPane::markFiled);
    connect(m_moveDate, &QPushButton::clicked, this, &FilingPane::moveCloseDate);
    connect(m_filed, &QListWidget::currentItemChanged, this, &FilingPane::enableSaveFiled);
    connect(m_saveFiled, &QPushButton::clicked, this, &FilingPane::saveFiled);
    for (const FittedList *list : {m_fields, m_changes})
        connect(list, &QListWidget::itemActivated, this, &FilingPane::request);
    connect(&m_filings, &session::FilingDesk::changed, this, [this] {
        if (isVisible()) // else it is read when it is seen
            refresh();
    });
    showRecord({}, {});
}

QWidget *FilingPane::statusPart()
{
    m_status = new QComboBox;
    m_status->setObjectName(u"filingStatus"_s);
    m_status->setAccessibleName(tr("New status"));
    m_status->setPlaceholderText(tr("Choose…"));
    m_statusOn = dateEdit(u"filingStatusOn"_s, tr("Day of the new status"), m_clock.today());
    m_code = lineEdit(u"filingCode"_s, tr("Credit code"), tr("Code"));
    m_amount = lineEdit(u"filingAmount"_s, tr("Amount of the credits in dollars"), tr("Amount, US dollars"));
    m_expires = lineEdit(u"filingExpires"_s, tr("Day the credits expire"), tr("Expires, YYYY-MM-DD"));
    m_credit = new QWidget;
    auto *credit = new QVBoxLayout(m_credit);
    credit->setContentsMargins(0, 0, 0, 0);
    for (QLineEdit *line : {m_code, m_amount, m_expires})
        credit->addWidget(line);
    m_setStatus = new QPushButton(tr("Set status"));
    m_setStatus->setObjectName(u"setStatusButton"_s);
    m_statusProblem = plain(u"filingStatusProblem"_s);
    auto *part = new QWidget;
    auto *form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Status"), m_status);
    form->addRow(tr("&On"), m_statusOn);
    form->addRow(m_credit);
    form->addRow(m_setStatus);
    form->addRow(m_statusProblem);
    return part;
}

QWidget *FilingPane::filingPart()
{
    m_opportunity = lineEdit(u"filingOpportunity"_s, tr("Opportunity ID"), tr("O1234567"));
    m_channel = new QComboBox;
    m_channel->setObjectName(u"filingChannel"_s);
    m_channel->setAccessibleName(tr("Channel"));
    for (const QString &channel : drafting::aceChannels())
        m_channel->addItem(channelLabel(channel), channel);
    m_filedOn = dateEdit(u"filingFiledOn"_s, tr("Day it was filed"), m_clock.today());
    m_note = textEdit(u"filingNote"_s, tr("What changed since it was filed"), kNoteLines);
    m_noteLabel = new QLabel(tr("&What changed"));
    m_noteLabel->setBuddy(m_note);
    m_markFiled = new QPushButton(tr("Mark filed"));
    m_markFiled->setObjectName(u"markFiledNowButton"_s);
    m_filingProblem = plain(u"filingProblem"_s);
    m_filing = new QWidget;
    auto *form = new QFormLayout(m_filing);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Opportunity &ID"), m_opportunity);
    form->addRow(tr("C&hannel"), m_channel);
    form->addRow(tr("&Filed on"), m_filedOn);
    form->addRow(m_noteLabel);
    form->addRow(m_note);
    form->addRow(m_markFiled);
    form->addRow(m_filingProblem);
    return m_filing;
}

void FilingPane::build()
{
    m_head = plain(u"filingHead"_s);
    m_due = plain(u"filingDue"_s);
    m_reason = textEdit(u"filingReason"_s, tr("What AWS wrote"), kReasonLines);
    m_reason->setPlaceholderText(tr("Paste what AWS wrote, or say why a status is taken back"));
    m_todo = plain(u"filingTodo"_s);
    m_fields = new FittedList(u"filingFields"_s, tr("Fields this is about"));
    m_fieldsTitle = titleOf(tr("Fields this is about"), m_fields);
    m_changes = new FittedList(u"filingChanges"_s, tr("Changed since it was filed"));
    m_changesTitle = titleOf(tr("Changed since it was filed"), m_changes);
    m_moveDate = new QPushButton;
    m_moveDate->setObjectName(u"moveCloseDateButton"_s);
    m_filed = new FittedList(u"filedList"_s, tr("Filed"));
    m_filedTitle = titleOf(tr("Filed"), m_filed);
    m_saveFiled = new QPushButton(tr("Save the filed brief…"));
    m_saveFiled->setObjectName(u"saveFiledButton"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_head);
    column->addWidget(m_due);
    column->addWidget(titleOf(tr("From AWS"), m_reason));
    column->addWidget(m_reason);
    column->addWidget(m_todo);
    column->addWidget(m_fieldsTitle);
    column->addWidget(m_fields);
    column->addWidget(statusPart());
    column->addWidget(m_changesTitle);
    column->addWidget(m_changes);
    column->addWidget(m_moveDate);
    column->addWidget(titleOf(tr("To AWS"), nullptr));
    column->addWidget(filingPart());
    column->addWidget(m_filedTitle);
    column->addWidget(m_filed);
    column->addWidget(m_saveFiled);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"filingScroll"_s);
    scroll->setAccessibleName(tr("Filing"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    setMinimumWidth(fontMetrics().averageCharWidth() * 42);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

} // namespace ui
