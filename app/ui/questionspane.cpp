#include "ui/questionspane.h"

#include "ui/icons.h"
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

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { PathRole = Qt::UserRole + 1, EffectRole, AnsweredRole };

/// Two lines: the question, and its topic with what the answer does.
class QuestionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int text = option.fontMetrics.height() + QFontMetrics(captionFont(option.font)).height();
        return {option.fontMetrics.averageCharWidth() * 20, text + 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const RowColors colors = paintRowBackground(*painter, option);
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
                  QString::number(index.row() + 1), option.font, colors.secondary);
        const QRect words = inside.adjusted(numberWidth + kRowGap, 0, 0, 0);
        paintLine(*painter, QRect(words.left(), words.top(), words.width(), option.fontMetrics.height()),
                  index.data().toString(), option.font, colors.text);
        paintLine(*painter,
                  QRect(words.left(), words.top() + option.fontMetrics.height(), words.width(),
                        QFontMetrics(caption).height()),
                  index.data(EffectRole).toString(), caption, colors.secondary);
        paintRowRule(*painter, option);
    }
};

} // namespace

QuestionsPane::QuestionsPane(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_input(new QLineEdit(this)),
      m_unknown(new QPushButton(icon(u"unknown"_s), tr("Unknown  Alt+U"), this)),
      m_assumed(new QPushButton(icon(u"assumed"_s), tr("Assumed  Alt+A"), this)),
      m_skip(new QPushButton(tr("Skip  Alt+K"), this)),
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
    m_unknown->setToolTip(tr("To be called back about"));
    m_assumed->setObjectName(u"assumedButton"_s);
    m_assumed->setToolTip(tr("Enter a value to assume"));
    m_skip->setObjectName(u"skipButton"_s);
    m_skip->setToolTip(tr("Do not ask on this case"));
    m_back->setObjectName(u"skippedButton"_s);
    m_back->setText(tr("%1 skipped").arg(0));
    m_back->hide();
    endAssuming();
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

void QuestionsPane::setQuestions(const session::OpenQuestions &questions, bool anyPool)
{
    const QString before = current();
    const int row = m_list->currentIndex().row();
    m_model->clear();
    int next = -1;
    for (const call::Question &one : questions.questions) {
        auto *item = new QStandardItem(one.text);
        const QString effect = session::effectOf(one, anyPool);
        item->setData(one.path, PathRole);
        item->setData(one.topic.isEmpty() ? effect : QString(one.topic + u" · " + effect), EffectRole);
        item->setData(QString(one.text + u", " + effect), Qt::AccessibleTextRole);
        if (one.path == before)
            next = m_model->rowCount();
        m_model->appendRow(item);
    }
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(next >= 0 ? next : std::clamp(row, 0, m_model->rowCount() - 1), 0));
    QString title = tr("Questions still open: %1, by effect").arg(m_model->rowCount());
    if (!questions.later.empty())
        title += tr("; %1 to call back").arg(questions.later.size());
    m_title->setText(title);
    m_back->setText(tr("%1 skipped").arg(questions.skipped));
    m_back->setToolTip(tr("Ask the skipped questions again"));
    m_back->setVisible(questions.skipped > 0);
    for (QPushButton *button : {m_unknown, m_assumed, m_skip})
        button->setEnabled(m_model->rowCount() > 0);
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
