#include "ui/questionspane.h"

#include "session/callquestions.h"
#include "ui/icons.h"
#include "ui/plaintooltip.h"
#include "ui/rowpainting.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { PathRole = Qt::UserRole + 1, EffectRole, AnsweredRole, NumberRole };

/// Two lines: the question, and what the answer does. A topic is one line above its questions.
class QuestionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (isTopic(index))
            return {option.fontMetrics.averageCharWidth() * 20, option.fontMetrics.height() + 10};
        const int text = option.fontMetrics.height() + QFontMetrics(captionFont(option.font)).height();
        return {option.fontMetrics.averageCharWidth() * 20, text + 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const RowColors colors = paintRowBackground(*painter, option);
        if (isTopic(index)) {
            paintLine(*painter, option.rect.adjusted(kRowPadding, 5, -kRowPadding, -5), index.data().toString(),
                      strongFont(option.font), option.palette.color(QPalette::Active, QPalette::Text));
            paintRowRule(*painter, option);
            return;
        }
        const QFont caption = captionFont(option.font);
        QRect inside = option.rect.adjusted(kRowPadding, 5, -kRowPadding, -5);
        if (index.data(AnsweredRole).toBool()) {
            const QString word = QObject::tr("in this line");
            const int width = QFontMetrics(caption).horizontalAdvance(word) + 40;
            paintChip(*painter, QRect(inside.right() - width, inside.top(), width, chipHeight(caption)), u"ok"_s, word,
                      caption, colors, option.palette);
            inside.setRight(inside.right() - width - kRowGap);
        }
        const int numberWidth = option.fontMetrics.horizontalAdvance(u"000"_s);
        paintLine(*painter, QRect(inside.left(), inside.top(), numberWidth, option.fontMetrics.height()),
                  index.data(NumberRole).toString(), option.font, colors.secondary);
        const QRect words = inside.adjusted(numberWidth + kRowGap, 0, 0, 0);
        paintLine(*painter, QRect(words.left(), words.top(), words.width(), option.fontMetrics.height()),
                  index.data().toString(), option.font, colors.text);
        paintLine(*painter,
                  QRect(words.left(), words.top() + option.fontMetrics.height(), words.width(),
                        QFontMetrics(caption).height()),
                  index.data(EffectRole).toString(), caption, colors.secondary);
        paintRowRule(*painter, option);
    }

private:
    static bool isTopic(const QModelIndex &index) { return index.data(PathRole).isNull(); }
};

} // namespace

QuestionsPane::QuestionsPane(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_input(new QLineEdit(this)),
      m_unknown(new QPushButton(icon(u"unknown"_s), {}, this)),
      m_assumed(new QPushButton(icon(u"assumed"_s), {}, this)),
      m_skip(new QPushButton(this)),
      m_back(new QPushButton(this))
{
    setObjectName(u"questionsPane"_s);
    m_title->setObjectName(u"questionsTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(8, 4, 8, 4);
    m_list->setObjectName(u"questionsView"_s);
    m_list->setAccessibleName(tr("Questions still open"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuestionDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_input->setObjectName(u"questionInput"_s);
    m_input->installEventFilter(this);
    m_unknown->setObjectName(u"unknownButton"_s);
    m_unknown->setToolTip(tr("To be called back about (Alt+U)"));
    m_assumed->setObjectName(u"assumedButton"_s);
    m_assumed->setToolTip(tr("Enter a value to assume (Alt+A)"));
    m_skip->setObjectName(u"skipButton"_s);
    m_skip->setToolTip(tr("Do not ask on this case (Alt+K)"));
    m_back->setObjectName(u"skippedButton"_s);
    m_back->setText(tr("%1 skipped").arg(0));
    m_back->hide();
    endAssuming();
    nameButtons();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 6);
    buttons->addWidget(m_unknown);
    buttons->addWidget(m_assumed);
    buttons->addWidget(m_skip);
    buttons->addStretch();
    auto *input = new QHBoxLayout;
    input->setContentsMargins(8, 4, 8, 0);
    input->addWidget(m_input, 1);
    input->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addLayout(input);
    column->addLayout(buttons);
    connect(m_list, &QListView::activated, this, [this] { Q_EMIT answerRequested(current(), currentText()); });
    connect(m_input, &QLineEdit::returnPressed, this, &QuestionsPane::inputDone);
    connect(m_unknown, &QPushButton::clicked, this, &QuestionsPane::askUnknown);
    connect(m_assumed, &QPushButton::clicked, this, &QuestionsPane::askAssumed);
    connect(m_skip, &QPushButton::clicked, this, &QuestionsPane::askSkip);
    connect(m_back, &QPushButton::clicked, this, &QuestionsPane::backRequested);
}

void QuestionsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    nameButtons();
}

/// With their keys where there is room.
void QuestionsPane::nameButtons()
{
    constexpr int kRoomForKeys = 50;
    const bool hasRoom = width() >= fontMetrics().averageCharWidth() * kRoomForKeys;
    m_unknown->setText(hasRoom ? tr("Unknown  Alt+U") : tr("Unknown"));
    m_assumed->setText(hasRoom ? tr("Assumed  Alt+A") : tr("Assumed"));
    m_skip->setText(hasRoom ? tr("Skip  Alt+K") : tr("Skip"));
}

void QuestionsPane::setQuestions(const drafting::OpenQuestions &open, bool anyPool)
{
    const QString before = current();
    const int row = m_list->currentIndex().row();
    std::vector<call::Question> now = open.questions;
    const auto later = std::erase_if(now, [](const call::Question &question) { return question.unknown; });
    m_model->clear();
    int next = -1;
    int number = 0;
    QString topic;
    for (const call::Question &one : call::byTopic(now)) {
        if (session::topicLabel(one) != topic) {
            topic = session::topicLabel(one);
            auto *head = new QStandardItem(topic);
            head->setFlags(Qt::NoItemFlags); // the keys go from question to question
            m_model->appendRow(head);
        }
        auto *item = new QStandardItem(one.text);
        const QString effect = session::effectOf(one, anyPool);
        item->setData(one.path, PathRole);
        item->setData(++number, NumberRole);
        item->setData(effect, EffectRole);
        item->setToolTip(plainToolTip(one.text)); // longer ones do not fit
        item->setData(QString(one.text + u", " + topic + u", " + effect), Qt::AccessibleTextRole);
        if (one.path == before)
            next = m_model->rowCount();
        m_model->appendRow(item);
    }
    if (const int shown = next >= 0 ? next : questionNear(row); shown >= 0)
        m_list->setCurrentIndex(m_model->index(shown, 0));
    QString title = tr("Questions still open: %1, by effect").arg(number);
    if (later > 0)
        title += tr("; %1 to call back").arg(later);
    m_title->setText(title);
    m_back->setText(tr("%1 skipped").arg(open.skipped));
    m_back->setToolTip(tr("Ask the skipped questions again"));
    m_back->setVisible(open.skipped > 0);
    for (QPushButton *button : {m_unknown, m_assumed, m_skip})
        button->setEnabled(number > 0);
}

int QuestionsPane::questionNear(int row) const
{
    const auto isQuestion = [this](int at) { return !m_model->index(at, 0).data(PathRole).isNull(); };
    const int count = m_model->rowCount();
    for (int at = std::max(row, 0); at < count; ++at) {
        if (isQuestion(at))
            return at;
    }
    for (int at = std::min(row, count) - 1; at >= 0; --at) {
        if (isQuestion(at))
            return at;
    }
    return -1;
}

void QuestionsPane::setAnswered(const QStringList &paths)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        const bool answered = paths.contains(item->data(PathRole).toString());
        if (item->data(AnsweredRole).toBool() != answered)
            item->setData(answered, AnsweredRole);
    }
}

QString QuestionsPane::current() const
{
    return m_list->currentIndex().data(PathRole).toString();
}

QString QuestionsPane::currentText() const
{
    return m_list->currentIndex().data().toString();
}

void QuestionsPane::askUnknown()
{
    if (!current().isEmpty())
        Q_EMIT unknownRequested(current());
}

void QuestionsPane::askAssumed()
{
    if (current().isEmpty())
        return;
    m_assuming = current();
    m_input->setPlaceholderText(tr("Assume for: %1").arg(currentText()));
    m_input->setAccessibleName(tr("Value to assume"));
    m_input->clear();
    m_input->setFocus();
}

void QuestionsPane::askSkip()
{
    if (!current().isEmpty())
        Q_EMIT skipRequested(current());
}

void QuestionsPane::endAssuming()
{
    m_assuming.clear();
    m_input->clear();
    m_input->setPlaceholderText(tr("Add a question of your own"));
    m_input->setAccessibleName(tr("Question of your own"));
}

void QuestionsPane::inputDone()
{
    const QString text = m_input->text().trimmed();
    const QString path = m_assuming;
    endAssuming();
    if (text.isEmpty())
        return;
    if (path.isEmpty())
        Q_EMIT ownAdded(text);
    else
        Q_EMIT assumedRequested(path, text);
}

bool QuestionsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::ShortcutOverride && !m_assuming.isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_input && key == Qt::Key_Escape && !m_assuming.isEmpty()) {
            endAssuming();
            m_list->setFocus();
            return true;
        }
        if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            if (!current().isEmpty())
                Q_EMIT answerRequested(current(), currentText());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
