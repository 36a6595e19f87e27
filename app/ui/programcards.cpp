#include "ui/programcards.h"

#include "messages/messages.h"
#include "session/fieldlists.h"
#include "ui/programcarddelegate.h"
#include "ui/programcardsmodel.h"
#include "ui/whenseen.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace ui {

using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

const auto kPools = u"funding/pools"_s;

QListView *makeList(ProgramCardsModel *model, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setObjectName(u"programCardList"_s);
    list->setAccessibleName(ProgramCards::tr("Programs: the stack in its order, then the others"));
    list->setModel(model);
    list->setItemDelegate(new ProgramCardDelegate(list));
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setResizeMode(QListView::Adjust);
    list->setDragDropMode(QAbstractItemView::InternalMove);
    list->setDefaultDropAction(Qt::MoveAction);
    list->setDragDropOverwriteMode(false);
    return list;
}

QPushButton *makeButton(const QString &name, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    return button;
}

} // namespace

ProgramCards::ProgramCards(QWidget *parent)
    : QWidget(parent),
      m_seen(new WhenSeen(this, [this] { showCase(); })),
      m_model(new ProgramCardsModel(this)),
      m_list(makeList(m_model, this)),
      m_add(makeButton(u"addProgramButton"_s, tr("Add &to the stack"), tr("Insert"), this)),
      m_remove(makeButton(u"removeProgramButton"_s, tr("&Remove"), tr("Delete"), this)),
      m_up(makeButton(u"programUpButton"_s, tr("&Up"), tr("Alt+Up"), this)),
      m_down(makeButton(u"programDownButton"_s, tr("Do&wn"), tr("Alt+Down"), this)),
      m_suggest(makeButton(u"suggestProgramsButton"_s, tr("Su&ggest programs"),
                           tr("Replaces the stack by the one that fits this company's stage; undo brings it back"),
                           this)),
      m_paths(new QLabel(this))
{
    m_list->installEventFilter(this);
    m_paths->setObjectName(u"founderPathsLabel"_s);
    m_paths->setTextFormat(Qt::PlainText);
    m_paths->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_suggest);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(m_paths);
    connect(m_add, &QPushButton::clicked, this, &ProgramCards::addCurrent);
    connect(m_remove, &QPushButton::clicked, this, &ProgramCards::removeCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_suggest, &QPushButton::clicked, this, &ProgramCards::suggest);
    // Queued: a drop is not over yet when it asks.
    connect(m_model, &ProgramCardsModel::moveRequested, this, &ProgramCards::move, Qt::QueuedConnection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProgramCards::showCurrent);
    showCase();
}

void ProgramCards::setSession(session::CaseSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    if (m_session)
        connect(m_session, &session::CaseSession::viewChanged, this, [this] { m_seen->due(); });
    showCase();
}

void ProgramCards::showCase()
{
    const QString key = currentKey();
    const int row = currentRow();
    const session::CaseViewPointer view = m_session ? m_session->view() : nullptr;
    m_outlook = {};
    m_model->clear();
    m_paths->clear();
    if (view) {
        const catalogue::Programmes &programmes = m_session->shipped().programmes;
        if (auto outlook =
                funding::outlook(view->computed.worksheet, view->computed.projection, programmes, view->asOf)) {
            m_outlook = *std::move(outlook);
            m_model->setOutlook(m_outlook, view->computed.plan, programmes);
        }
        QStringList paths;
        for (const funding::Path &path : m_outlook.paths)
            paths.append(tr("%1, without a record: %2").arg(path.title, path.steps.join(u' ')));
        m_paths->setText(paths.join(u'\n'));
        const int kept = m_model->rowOf(key);
        const int last = m_model->rowCount() - 1;
        m_list->setCurrentIndex(m_model->index(kept >= 0 ? kept : std::clamp(row, 0, std::max(last, 0)), 0));
    }
    m_paths->setVisible(!m_paths->text().isEmpty());
    showCurrent();
}

bool ProgramCards::reveal(const QString &pool)
{
    m_seen->catchUp();
    const int row = pool.isEmpty() ? currentRow() : m_model->rowOf(pool);
    if (row < 0)
        return false;
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->setFocus();
    return true;
}

int ProgramCards::currentRow() const
{
    return m_list->currentIndex().row();
}

QString ProgramCards::currentKey() const
{
    const QModelIndex current = m_list->currentIndex();
    const QString pool = current.data(ProgramCardsModel::PoolRole).toString();
    return pool.isEmpty() ? current.data(ProgramCardsModel::ProgrammeRole).toString() : pool;
}

void ProgramCards::showCurrent()
{
    const int row = currentRow();
    const int stacked = m_model->stacked();
    const bool inStack = row >= 0 && row < stacked;
    m_add->setEnabled(row >= 0 && !inStack);
    m_remove->setEnabled(inStack);
    m_up->setEnabled(inStack && row > 0);
    m_down->setEnabled(inStack && row < stacked - 1);
    m_suggest->setEnabled(m_session && !m_outlook.suggested.empty()
                          && suggestedStack() != m_session->worksheet().funding.pools);
}

void ProgramCards::replace(const QString &undoText, const Worksheet &after, const QString &keep)
{
    m_session->closeStep();
    const auto replaced = m_session->replace(undoText, after);
    if (!replaced) {
        m_paths->setText(tr("That cannot be: %1").arg(messages::sentence(replaced.error())));
        m_paths->setVisible(true);
        return;
    }
    if (const int row = m_model->rowOf(keep); row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void ProgramCards::addCurrent()
{
    const session::CaseViewPointer view = m_session ? m_session->view() : nullptr;
    if (!view || !m_add->isEnabled())
        return;
    const QString id = m_list->currentIndex().data(ProgramCardsModel::ProgrammeRole).toString();
    const catalogue::Programme *programme = m_session->shipped().programmes.find(id);
    if (!programme)
        return;
    Worksheet after = m_session->worksheet();
    after.funding.pools.push_back(funding::poolRequest(*programme, after, view->computed.projection, view->asOf));
    replace(tr("Add %1").arg(programme->shortName), after, after.funding.pools.back().id);
}

void ProgramCards::removeCurrent()
{
    if (!m_session || !m_remove->isEnabled())
        return;
    const QString pool = m_list->currentIndex().data(ProgramCardsModel::PoolRole).toString();
    Worksheet after = m_session->worksheet();
    session::removeEntry(after, kPools, pool);
    replace(tr("Remove %1").arg(pool), after, {});
}

void ProgramCards::move(int from, int to)
{
    if (!m_session || from == to || to < 0 || to >= m_model->stacked())
        return;
    Worksheet after = m_session->worksheet();
    const QString pool = m_model->index(from, 0).data(ProgramCardsModel::PoolRole).toString();
    session::moveEntry(after, kPools, from, to);
    replace(tr("Move %1").arg(pool), after, pool);
}

void ProgramCards::moveCurrent(int by)
{
    if (currentRow() >= 0 && currentRow() < m_model->stacked())
        move(currentRow(), currentRow() + by);
}

/// The suggestion, with the pools that are there already as they are.
std::vector<domain::PoolRequest> ProgramCards::suggestedStack() const
{
    std::vector<domain::PoolRequest> left = m_session->worksheet().funding.pools;
    std::vector<domain::PoolRequest> stack = m_outlook.suggested;
    for (domain::PoolRequest &wanted : stack) {
        const auto same = std::find_if(left.begin(), left.end(), [&wanted](const domain::PoolRequest &pool) {
            return pool.programme == wanted.programme
                && (wanted.useCases.isEmpty() || wanted.useCases == pool.useCases);
        });
        if (same == left.end())
            continue;
        wanted = *same;
        left.erase(same);
    }
    return stack;
}

void ProgramCards::suggest()
{
    if (!m_session || !m_suggest->isEnabled())
        return;
    const std::vector<domain::PoolRequest> stack = suggestedStack();
    Worksheet after = m_session->worksheet();
    for (const domain::PoolRequest &pool : m_session->worksheet().funding.pools) {
        if (std::find(stack.begin(), stack.end(), pool) == stack.end())
            session::removeEntry(after, kPools, pool.id); // with what is said about it elsewhere
    }
    after.funding.pools = stack;
    replace(tr("Suggest programs"), after, stack.front().id);
}

/// What the pointer would show, for the keyboard.
void ProgramCards::showSources()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        QToolTip::showText(m_list->viewport()->mapToGlobal(m_list->visualRect(current).bottomLeft()),
                           current.data(Qt::ToolTipRole).toString(), m_list->viewport());
}

bool ProgramCards::eventFilter(QObject *watched, QEvent *event)
{
    // Here F4 shows the sources of a program's figures.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F4) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers().testFlag(Qt::AltModifier);
    constexpr std::array kAdding{Qt::Key_Insert, Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter};
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->key() == Qt::Key_F4)
        showSources();
    else if (key->key() == Qt::Key_Delete)
        removeCurrent();
    else if (std::ranges::find(kAdding, key->key()) != kAdding.end())
        addCurrent();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace ui
