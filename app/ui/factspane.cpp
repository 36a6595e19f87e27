#include "ui/factspane.h"

#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "ui/fieldwords.h"
#include "ui/notesview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using domain::FactStatus;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPathRole = Qt::UserRole + 1;

/// The part of the worksheet that a field is listed under.
QString partOf(const domain::Worksheet &worksheet, const QString &path)
{
    const QStringList steps = path.split(u'/');
    const QString &first = steps.first();
    if (first == "company"_L1 || first == "contacts"_L1)
        return FactsPane::tr("Company");
    if (first == "aws"_L1)
        return FactsPane::tr("AWS account");
    if (first == "footprint"_L1)
        return FactsPane::tr("Other AWS services");
    if (first == "funding"_L1)
        return FactsPane::tr("Programs");
    if (steps.size() > 4 && steps.at(2) == "workloads"_L1)
        return session::fieldName(worksheet, steps.first(4).join(u'/'));
    return FactsPane::tr("Use case");
}

/// A fact of the customer, not an id or a setting of the partner's own.
bool isShown(const QString &path)
{
    return !path.startsWith("facts/"_L1) && !path.startsWith("partner/"_L1) && !path.startsWith("records/"_L1)
        && !path.endsWith("/id"_L1) && !path.endsWith("/month"_L1) && !path.endsWith("/service"_L1)
        && !(path.startsWith("funding/"_L1) && !path.endsWith("/programme"_L1));
}

QString statusMark(FactStatus status)
{
    switch (status) {
    case FactStatus::Implied: return FactsPane::tr("implied");
    case FactStatus::Assumed: return FactsPane::tr("assumed");
    case FactStatus::Unknown: return FactsPane::tr("unknown");
    case FactStatus::Stated: break;
    }
    return {};
}

/// A service or a launch month is what its amount is of.
QString labelOf(const domain::Worksheet &worksheet, const session::FieldValue &field)
{
    const QString entry = field.path.section(u'/', 0, -2);
    if (field.path.startsWith("footprint/"_L1) || field.path.contains("/steps/"_L1))
        return session::fieldName(worksheet, entry);
    return field.label;
}

} // namespace

FactsPane::FactsPane(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_view(new QTreeView(this)), m_model(new QStandardItemModel(this))
{
    setObjectName(u"factsPane"_s);
    m_title->setObjectName(u"factsTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setContentsMargins(8, 4, 8, 4);
    m_view->setObjectName(u"factsView"_s);
    m_view->setAccessibleName(tr("Facts captured"));
    m_view->setModel(m_model);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(m_view->indentation() * 2 / 3);
    m_view->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT evidenceRequested(index.siblingAtColumn(0).data(kPathRole).toString());
    });
}

void FactsPane::showFacts(const session::CaseSession *session, const NotesView &notes)
{
    const QString current = m_view->currentIndex().siblingAtColumn(0).data(kPathRole).toString();
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Fact"), tr("Value"), tr("Note")});
    int stated = 0;
    QStandardItem *again = nullptr;
    QHash<QString, QStandardItem *> parts;
    if (session) {
        const domain::Worksheet &worksheet = session->worksheet();
        for (const session::FieldValue &field : session::givenFields(worksheet)) {
            if (!isShown(field.path))
                continue;
            const QString part = partOf(worksheet, field.path);
            QStandardItem *&group = parts[part];
            if (!group) {
                group = new QStandardItem(part);
                QFont strong = font();
                strong.setWeight(QFont::DemiBold);
                group->setFont(strong);
                m_model->appendRow(group);
            }
            const QString at = field.path.endsWith("/programme"_L1) && field.path.startsWith("funding/"_L1)
                                 ? field.path.section(u'/', 0, -2)
                                 : field.path;
            const auto fact = worksheet.facts.find(field.path);
            const QString mark = fact == worksheet.facts.end() ? QString() : statusMark(fact->second.status);
            auto *label = new QStandardItem(labelOf(worksheet, field));
            label->setData(at, kPathRole);
            const QString value = factWords(worksheet, field.path, field.text, session->shipped());
            auto *shown = new QStandardItem(mark.isEmpty() ? value : QString(value + u" (" + mark + u')'));
            const auto evidence = session->state().evidence.find(at);
            auto *time = new QStandardItem(
                evidence == session->state().evidence.end() ? QString() : notes.timeOf(evidence->second));
            if (evidence != session->state().evidence.end()) {
                time->setForeground(palette().color(QPalette::Link));
                ++stated;
            }
            group->appendRow({label, shown, time});
            if (at == current)
                again = label;
        }
    }
    m_view->expandAll();
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_view->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    shareWidth();
    if (again)
        m_view->setCurrentIndex(again->index());
    m_title->setText(tr("Facts captured: %1 from the notes").arg(stated));
}

/// The names of the facts take no more than their share: a value is in sight at any width.
void FactsPane::shareWidth()
{
    constexpr int kMostPercent = 46;
    m_view->resizeColumnToContents(0);
    m_view->setColumnWidth(0, std::min(m_view->columnWidth(0), m_view->viewport()->width() * kMostPercent / 100));
}

void FactsPane::addEnds(const QList<QAction *> &actions)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 6);
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->text().remove(u'&').remove(u'…'), this);
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setEnabled(action->isEnabled());
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    row->addStretch();
    layout()->addItem(row);
}

bool FactsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        shareWidth();
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QString path = m_view->currentIndex().siblingAtColumn(0).data(kPathRole).toString();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !path.isEmpty()) {
            Q_EMIT evidenceRequested(path);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
