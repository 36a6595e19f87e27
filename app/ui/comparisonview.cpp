#include "ui/comparisonview.h"

#include "ui/comparisondelegate.h"
#include "ui/comparisonmodel.h"
#include "ui/words.h"
#include "ui_comparisonview.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace ui {

using session::Difference;
using Choice = Difference::Choice;
using namespace Qt::StringLiterals;

namespace {

/// Of a label with a buddy: an ampersand in a name is no mnemonic.
QString plainLabel(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

ComparisonView::ComparisonView(QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::ComparisonView>()), m_model(new ComparisonModel(this))
{
    m_form->setupUi(this);
    QTreeView *view = m_form->differencesView;
    view->setModel(m_model);
    view->setItemDelegate(new ComparisonDelegate(view));
    view->installEventFilter(this);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionsMovable(false);
    for (int column = 0; column < ComparisonModel::Columns; ++column)
        view->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_form->comparisonSplitter->setStretchFactor(0, 3);
    m_form->comparisonSplitter->setStretchFactor(1, 1);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparisonView::showCurrent);
    connect(view, &QTreeView::clicked, this, &ComparisonView::clicked);
    connect(m_form->acceptUndisputedButton, &QPushButton::clicked, this, &ComparisonView::acceptUndisputed);
    connect(m_form->nextConflictButton, &QPushButton::clicked, this, &ComparisonView::nextConflict);
    setComparison({});
}

ComparisonView::~ComparisonView() = default;

void ComparisonView::setComparison(session::Comparison comparison)
{
    m_model->setComparison(std::move(comparison));
    QTreeView *view = m_form->differencesView;
    view->expandAll();
    for (int topic = 0; topic < m_model->rowCount(); ++topic)
        view->setFirstColumnSpanned(topic, {}, true);
    // Where there is nothing to compare, as in a new case, the fields still have names.
    const QString ours = m_model->comparison().oursName();
    m_form->oursLabel->setText(ours.isEmpty() ? tr("This case") : plainLabel(ours));
    const QModelIndex conflict = m_model->nextOpenConflict({});
    view->setCurrentIndex(conflict.isValid() ? conflict : m_model->index(0, 0, m_model->index(0, 0)));
    showCurrent();
    showState();
}

const session::Comparison &ComparisonView::comparison() const
{
    return m_model->comparison();
}

QAbstractItemView *ComparisonView::list() const
{
    return m_form->differencesView;
}

void ComparisonView::choose(std::optional<Choice> choice)
{
    const QModelIndex current = m_form->differencesView->currentIndex();
    const Difference *difference = m_model->differenceAt(current);
    if (!difference || difference->choice == choice || !m_model->choose(current, choice))
        return;
    showState();
    Q_EMIT chosen();
}

/// None, theirs, ours, theirs and so on.
void ComparisonView::changeChoice()
{
    const Difference *difference = m_model->differenceAt(m_form->differencesView->currentIndex());
    if (difference)
        choose(difference->choice == Choice::Theirs || !difference->obstacle.isEmpty() ? Choice::Ours : Choice::Theirs);
}

void ComparisonView::acceptUndisputed()
{
    if (m_model->chooseUndisputed() == 0)
        return;
    showState();
    Q_EMIT chosen();
}

void ComparisonView::nextConflict()
{
    const QModelIndex next = m_model->nextOpenConflict(m_form->differencesView->currentIndex());
    if (!next.isValid())
        return;
    m_form->differencesView->setCurrentIndex(next);
    m_form->differencesView->setFocus();
}

/// To the next difference; topics are passed over.
void ComparisonView::step(QModelIndex (QTreeView::*next)(const QModelIndex &) const)
{
    QTreeView *view = m_form->differencesView;
    QModelIndex at = (view->*next)(view->currentIndex());
    while (at.isValid() && !m_model->differenceAt(at))
        at = (view->*next)(at);
    if (at.isValid())
        view->setCurrentIndex(at);
}

void ComparisonView::clicked(const QModelIndex &index)
{
    if (index.column() == ComparisonModel::Ours)
        choose(Choice::Ours);
    else if (index.column() == ComparisonModel::Theirs)
        choose(Choice::Theirs);
}

bool ComparisonView::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && modifiers.testFlag(Qt::ControlModifier)) {
        acceptUndisputed();
        return true;
    }
    if (modifiers & ~Qt::KeypadModifier)
        return false;
    switch (key) {
    case Qt::Key_Up: step(&QTreeView::indexAbove); return true;
    case Qt::Key_Down: step(&QTreeView::indexBelow); return true;
    case Qt::Key_Left: choose(Choice::Ours); return true;
    case Qt::Key_Right: choose(Choice::Theirs); return true;
    case Qt::Key_Space: changeChoice(); return true;
    case Qt::Key_Delete: choose(std::nullopt); return true;
    case Qt::Key_F8: nextConflict(); return true;
    default: return false;
    }
}

bool ComparisonView::eventFilter(QObject *watched, QEvent *event)
{
    // The list's own keys come before the window's shortcuts of the same name.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT: Qt's events have no checked way
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool own = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && key->key() == Qt::Key_F8;
        if (event->type() == QEvent::ShortcutOverride && (own || (enter && key->modifiers() & Qt::ControlModifier))) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && handleKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ComparisonView::showCurrent()
{
    const Difference *difference = m_model->differenceAt(m_form->differencesView->currentIndex());
    m_form->wholeTexts->setEnabled(difference != nullptr);
    QString before;
    if (difference)
        before = difference->base ? ComparisonModel::shown(*difference, *difference->base) : tr("not known");
    m_form->baseText->setPlainText(before);
    m_form->oursText->setPlainText(difference ? ComparisonModel::shown(*difference, difference->ours) : QString());
    m_form->theirsText->setPlainText(difference ? ComparisonModel::shown(*difference, difference->theirs) : QString());
    QString theirs = comparison().theirsName();
    if (theirs.isEmpty())
        theirs = tr("The other");
    if (difference && !difference->source.isEmpty())
        theirs += u", "_s + difference->source;
    m_form->theirsLabel->setText(plainLabel(theirs));
}

void ComparisonView::showState()
{
    const auto &all = comparison().differences();
    const auto open = static_cast<qsizetype>(comparison().openConflicts());
    const auto count = static_cast<qsizetype>(all.size());
    QString text = tr("Nothing differs.");
    if (count > 0)
        text = tr("%1, %2 taken. %3.")
                   .arg(counted(count, tr("difference"), tr("differences")))
                   .arg(comparison().taken())
                   .arg(open > 0 ? counted(open, tr("conflict to decide"), tr("conflicts to decide"))
                                 : tr("No conflict is open"));
    m_form->differencesLabel->setText(text);
    m_form->nextConflictButton->setEnabled(open > 0);
    session::Comparison after = comparison();
    m_form->acceptUndisputedButton->setEnabled(after.chooseUndisputed() > 0);
}

} // namespace ui
