#include "ui/copydeck.h"

#include "records/request.h"
#include "ui/copydeckmodel.h"
#include "ui/elidinglabel.h"
#include "ui/icons.h"
#include "ui/rowpainting.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString kGeometryKey = u"copyDeck/geometry"_s;
const QString kOnTopKey = u"copyDeck/onTop"_s;

/// Its number and label in the caption size, the value below in one line, a tick once it was copied; an arrow at the one
/// that Enter copies.
class CopyDeckDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const RowColors colors = paintRowBackground(*painter, option);
        const int size = QFontMetrics(option.font).height();
        const QRect inner = option.rect.adjusted(kRowPadding, kRowGap, -kRowPadding, -kRowGap);
        const bool copied = index.data(CopyDeckModel::CopiedRole).toBool();
        if (copied || colors.selected) {
            const QColor color = copied && !colors.strong ? markColor(option.palette, Mark::Ok) : colors.text;
            const qreal ratio = painter->device()->devicePixelRatioF();
            painter->drawPixmap(inner.left(), inner.top() + (inner.height() - size) / 2,
                                iconPixmap(copied ? u"ok"_s : u"chevron-right"_s, color, size, ratio));
        }
        const QFont label = colors.selected ? strongFont(captionFont(option.font)) : captionFont(option.font);
        const int left = inner.left() + size + kRowPadding;
        const int labelHeight = QFontMetrics(label).height();
        const QRect first(left, inner.top(), inner.right() - left, labelHeight);
        paintLine(*painter, first, index.data(CopyDeckModel::LabelRole).toString(), label,
                  colors.selected ? colors.text : colors.secondary);
        const QRect second(left, first.bottom() + 1, inner.right() - left, inner.bottom() - first.bottom());
        paintLine(*painter, second, index.data(CopyDeckModel::ValueRole).toString().simplified(), option.font,
                  colors.text);
        paintRowRule(*painter, option);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, 2 * kRowGap + QFontMetrics(strongFont(captionFont(option.font))).height()
                       + QFontMetrics(option.font).height() + 1};
    }
};

} // namespace

CopyDeck::CopyDeck(Settings &settings, QWidget *parent)
    : QWidget(parent, Qt::Window), m_settings(settings), m_model(new CopyDeckModel(this))
{
    setObjectName(u"copyDeck"_s);
    build();
    resize(fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 36);
    restoreGeometry(m_settings.bytes(kGeometryKey));
    m_onTop->setChecked(m_settings.text(kOnTopKey, u"yes"_s) == u"yes");
    setWindowFlag(Qt::WindowStaysOnTopHint, m_onTop->isChecked());
    connect(m_onTop, &QCheckBox::toggled, this, &CopyDeck::setOnTop);
    connect(m_copy, &QPushButton::clicked, this, &CopyDeck::copy);
    connect(m_skip, &QPushButton::clicked, this, &CopyDeck::skip);
    connect(m_restart, &QPushButton::clicked, this, &CopyDeck::restart);
    connect(m_list, &QListView::doubleClicked, this, &CopyDeck::copy);
    m_list->installEventFilter(this);
}

CopyDeck::~CopyDeck()
{
    remember();
}

QPushButton *CopyDeck::addButton(const QString &name, const QString &iconName, const QString &text)
{
    auto *button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void CopyDeck::build()
{
    m_program = new QLabel(this);
    m_program->setObjectName(u"deckProgram"_s);
    m_program->setTextFormat(Qt::PlainText);
    m_program->setFont(strongFont(font()));
    m_company = new ElidingLabel(this);
    m_company->setObjectName(u"deckCompany"_s);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"deckProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Copied"));
    m_count = new QLabel(this);
    m_count->setObjectName(u"deckCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_list = new QListView(this);
    m_list->setObjectName(u"deckList"_s);
    m_list->setAccessibleName(tr("Values of the record"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CopyDeckDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy = addButton(u"deckCopy"_s, u"copy"_s, tr("&Copy and next (Enter)"));
    m_skip = addButton(u"deckSkip"_s, u"chevron-right"_s, tr("&Skip"));
    m_restart = addButton(u"deckRestart"_s, u"undo"_s, tr("&Restart"));
    m_onTop = new QCheckBox(tr("Stay on &top"), this);
    m_onTop->setObjectName(u"deckOnTop"_s);

    auto *head = new QHBoxLayout;
    head->addWidget(m_program);
    head->addWidget(m_company, 1);
    auto *progress = new QHBoxLayout;
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy, 1);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_restart);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addLayout(progress);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_onTop);
    m_list->setFocus();
}

QString CopyDeck::key() const
{
    return u"copyDeck/"_s + m_caseId + u'/' + m_poolId;
}

void CopyDeck::showRecord(const session::CaseViewPointer &view, std::size_t record)
{
    const records::Record &stated = view->computed.stack.records.at(record);
    const bool same = m_caseId == view->identity.caseId && m_poolId == stated.poolId;
    const int row = currentRow();
    if (!same) {
        remember();
        m_model->setValues({});
        m_caseId = view->identity.caseId;
        m_poolId = stated.poolId;
    }
    m_model->setValues(
        documents::consoleValues({view->computed.worksheet, stated, records::partnerIdentifier(m_caseId, m_poolId)}));
    m_program->setText(view->records.at(record).program);
    m_company->setText(view->summary.company);
    setWindowTitle(tr("Copy deck: %1, %2").arg(view->records.at(record).program, view->summary.company));
    if (same)
        goTo(std::min(row, m_model->rowCount() - 1));
    else
        recall();
    showCount();
}

int CopyDeck::currentRow() const
{
    return m_list->currentIndex().row();
}

void CopyDeck::goTo(int row)
{
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void CopyDeck::copy()
{
    const int row = currentRow();
    if (row < 0)
        return;
    QGuiApplication::clipboard()->setText(m_model->values().at(static_cast<std::size_t>(row)).value);
    m_model->setCopied(row);
    goTo(m_model->nextAfter(row));
    showCount();
    remember();
}

void CopyDeck::skip()
{
    if (m_model->rowCount() > 0)
        goTo((currentRow() + 1) % m_model->rowCount());
    m_list->setFocus();
}

void CopyDeck::restart()
{
    m_model->restart();
    goTo(0);
    showCount();
    remember();
    m_list->setFocus();
}

void CopyDeck::setOnTop(bool onTop)
{
    m_settings.setText(kOnTopKey, onTop ? u"yes"_s : u"no"_s);
    const bool visible = isVisible();
    setWindowFlag(Qt::WindowStaysOnTopHint, onTop); // hides the window
    if (visible)
        show();
}

void CopyDeck::showCount()
{
    const int count = m_model->rowCount();
    const int copied = m_model->copiedCount();
    m_progress->setRange(0, std::max(count, 1));
    m_progress->setValue(copied);
    m_count->setText(tr("Copied %1 of %2").arg(copied).arg(count));
    m_progress->setAccessibleDescription(m_count->text());
}

void CopyDeck::remember()
{
    m_settings.setBytes(kGeometryKey, saveGeometry());
    if (m_poolId.isEmpty() || m_caseId.isEmpty())
        return;
    m_settings.setText(key(), QString::number(currentRow()) + u'\n' + m_model->copiedLabels().join(u'\n'));
}

void CopyDeck::recall()
{
    const QStringList lines = m_settings.text(key()).split(u'\n', Qt::SkipEmptyParts);
    m_model->setCopiedLabels(lines.mid(1));
    const int row = lines.isEmpty() ? 0 : lines.front().toInt();
    goTo(std::clamp(row, 0, std::max(m_model->rowCount() - 1, 0)));
}

bool CopyDeck::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int pressed = static_cast<QKeyEvent *>(event)->key();
        if (pressed == Qt::Key_Return || pressed == Qt::Key_Enter) {
            copy();
            return true;
        }
        if (pressed == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CopyDeck::closeEvent(QCloseEvent *event)
{
    remember();
    QWidget::closeEvent(event);
}

} // namespace ui
