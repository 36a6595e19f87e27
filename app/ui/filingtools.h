// FilingTools: what the window offers for filing a record by hand: the copy deck.
//
// Owns its actions and windows. Their deck follows the shown case while it is open.
#pragma once

#include "session/desk.h"

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace ui {

class CopyDeck;
class RecordsTab;
class Settings;

class FilingTools : public QObject {
    Q_OBJECT

public:
    /// Adds its actions to `menu`. All must outlive it.
    FilingTools(session::Desk &desk, Settings &settings, RecordsTab &records, QMenu &menu, QWidget &window);
    ~FilingTools() override;

    /// Another record is current, or the case is another.
    void update();

private:
    QAction *addAction(QMenu &menu, const QString &name, const QString &icon, const QString &text, const QString &keys);
    /// The current record, when it is one that is filed through ACE.
    std::optional<std::size_t> record() const;
    void openDeck();

    session::Desk &m_desk;
    Settings &m_settings;
    RecordsTab &m_records;
    QWidget &m_window;
    QAction *m_deckAction = nullptr;
    QPointer<CopyDeck> m_deck;
};

} // namespace ui
