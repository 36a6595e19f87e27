#include "ui/gotodialog.h"

#include "ui/icons.h"
#include "ui/markedline.h"
#include "ui/rowpainting.h"

#include <QAccessible>
#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Two lines: what it is with its keys, and where.
class GoToDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        QStyleOptionViewItem row = option;
        const RowColors colors = paintRowBackground(*painter, row);
        const auto &model = static_cast<const GoToModel &>(*index.model());
        const QRect inner = option.rect.adjusted(kRowPadding, kRowPadding / 2, -kRowPadding, -kRowPadding / 2);
        const QFont caption = captionFont(option.font);
        const int lineHeight = QFontMetrics(option.font).height();
        const QRect first(inner.left(), inner.top(), inner.width(), lineHeight);
        const QString keys = index.data(GoToModel::KeysRole).toString();
        const int keysWidth = keys.isEmpty() ? 0 : QFontMetrics(option.font).horizontalAdvance(keys) + kRowPadding;
        paintMarkedLine(*painter, first.adjusted(0, 0, -keysWidth, 0), index.data().toString(), model.ranges(index),
                        option.font, colors.text);
        paintLine(*painter, first, keys, option.font, colors.secondary, Qt::AlignRight);
        const QString detail = index.data(GoToModel::DetailRole).toString();
        const QString kind = index.data(GoToModel::KindRole).toString();
        paintLine(*painter, QRect(inner.left(), first.bottom() + 1, inner.width(), QFontMetrics(caption).height()),
                  detail.isEmpty() ? kind : kind + u" · "_s + detail, caption, colors.secondary);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, kRowPadding + QFontMetrics(option.font).height() + QFontMetrics(captionFont(option.font)).height()};
    }
};

bool movesInList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

GoToDialog::GoToDialog(std::vector<GoToEntry> entries, const QStringList &recent, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_model(new GoToModel(std::move(entries), recent, this)),
      m_typed(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_none(new QLabel(tr("Nothing is called that. Ctrl+F searches in the cases' texts."), this))
{
    setObjectName(u"goToDialog"_s);
    setWindowTitle(tr("Go to a case, field or command"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_typed->setObjectName(u"goToEdit"_s);
    m_typed->setAccessibleName(windowTitle());
    m_typed->setPlaceholderText(windowTitle());
    m_typed->addAction(icon(u"search"_s), QLineEdit::LeadingPosition)->setText(windowTitle());
    for (QToolButton *button : m_typed->findChildren<QToolButton *>())
        button->setAccessibleName(windowTitle());
    m_typed->installEventFilter(this);
    m_list->setObjectName(u"goToList"_s);
    m_list->setAccessibleName(tr("Where to go"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new GoToDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setContentsMargins(kRowPadding, kRowPadding, kRowPadding, kRowPadding);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    // Without a title bar, a line of its own keeps it apart from the window below.
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_typed);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &GoToDialog::filter);
    connect(m_list, &QListView::clicked, this, &GoToDialog::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &GoToDialog::sayCurrent);
    filter({});
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 26);
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, parent->height() / 8)));
}

void GoToDialog::filter(const QString &typed)
{
    m_model->setTyped(typed);
    m_none->setVisible(m_model->rowCount() == 0);
    m_list->setCurrentIndex(m_model->index(0));
    sayCurrent();
}

/// The list has no focus: what is current in it is said at the line that has.
void GoToDialog::sayCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    m_typed->setAccessibleDescription(current.isValid() ? current.data(Qt::AccessibleTextRole).toString()
                                                        : m_none->text());
}

void GoToDialog::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const GoToEntry entry = m_model->entry(index);
    close();
    Q_EMIT chosen(entry);
}

bool GoToDialog::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        close();
    return QDialog::event(event);
}

bool GoToDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (movesInList(key->key())) {
            QCoreApplication::sendEvent(m_list, key);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose(m_list->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
