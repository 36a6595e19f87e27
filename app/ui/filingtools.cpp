#include "ui/filingtools.h"

#include "ui/copydeck.h"
#include "ui/icons.h"
#include "ui/recordstab.h"

#include <QAction>
#include <QMenu>

namespace ui {

using namespace Qt::StringLiterals;

FilingTools::FilingTools(session::Desk &desk, Settings &settings, RecordsTab &records, QMenu &menu, QWidget &window)
    : QObject(&window), m_desk(desk), m_settings(settings), m_records(records), m_window(window)
{
    menu.addSeparator();
    m_deckAction = addAction(menu, u"copyDeckAction"_s, u"copy"_s, tr("&Copy deck"), u"Ctrl+Shift+D"_s);
    connect(m_deckAction, &QAction::triggered, this, &FilingTools::openDeck);
    m_records.addButton(m_deckAction);
    connect(&m_records, &RecordsTab::currentRecordChanged, this, &FilingTools::update);
    connect(&m_desk, &session::Desk::shownChanged, this, &FilingTools::update);
    connect(&m_desk, &session::Desk::shownEdited, this, &FilingTools::update);
    update();
}

FilingTools::~FilingTools() = default;

QAction *FilingTools::addAction(QMenu &menu, const QString &name, const QString &iconName, const QString &text,
                                const QString &keys)
{
    auto *action = new QAction(icon(iconName), text, &m_window);
    action->setObjectName(name);
    if (!keys.isEmpty())
        action->setShortcut(QKeySequence(keys));
    menu.addAction(action);
    return action;
}

std::optional<std::size_t> FilingTools::record() const
{
    const session::CaseViewPointer view = m_desk.shown();
    const int index = m_records.currentRecord();
    if (!view || index < 0 || static_cast<std::size_t>(index) >= view->records.size())
        return std::nullopt;
    const auto record = static_cast<std::size_t>(index);
    if (view->records[record].kind != records::RecordKind::Opportunity)
        return std::nullopt;
    return record;
}

void FilingTools::update()
{
    const std::optional<std::size_t> current = record();
    m_deckAction->setEnabled(current.has_value());
    if (!m_deck)
        return;
    if (!m_desk.shown())
        m_deck->close();
    else if (current)
        m_deck->showRecord(m_desk.shown(), *current);
}

void FilingTools::openDeck()
{
    const std::optional<std::size_t> current = record();
    if (!current)
        return;
    if (!m_deck) {
        m_deck = new CopyDeck(m_settings, &m_window);
        m_deck->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_deck->showRecord(m_desk.shown(), *current);
    m_deck->show();
    m_deck->raise();
    m_deck->activateWindow();
}

} // namespace ui
