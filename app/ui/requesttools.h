// RequestTools: what the window offers for a record's request before it goes to AWS: copy deck, filing kit, calculator
// recipe, and the check of a request made by anyone. What became of it is FilingDock's.
//
// Owns its actions and windows. Deck and recipe follow the shown case while they are open.
#pragma once

#include "session/desk.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace ui {

class CopyDeck;
class EstimateWindow;
class RecordsTab;
class RequestCheck;
class Settings;

class RequestTools : public QObject {
    Q_OBJECT

public:
    /// Asks which request is to be checked; empty: never mind.
    using Chooser = std::function<QString(QWidget *window)>;

    /// Adds its actions to `menu`. All must outlive it.
    RequestTools(session::Desk &desk, const ports::Clock &clock, Settings &settings, RecordsTab &records, QMenu &menu,
                 QWidget &window);
    ~RequestTools() override;

    /// The system's dialog until another is set.
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }
    /// Opens the check of that file when it holds a request; whether it does.
    bool takeFile(const QString &path);

private:
    /// Another record is current, or the case is another.
    void update();
    QAction *addAction(QMenu &menu, const QString &name, const QString &icon, const QString &text, const QString &keys);
    /// The current record, when it is one that is filed through ACE.
    std::optional<std::size_t> record() const;
    void openDeck();
    void openRecipe();
    RequestCheck &newCheck();
    void checkRecord();
    void checkFile();
    void showFile(const QString &path);

    session::Desk &m_desk;
    const ports::Clock &m_clock;
    Settings &m_settings;
    RecordsTab &m_records;
    QWidget &m_window;
    QAction *m_deckAction = nullptr;
    QAction *m_recipeAction = nullptr;
    QAction *m_kitAction = nullptr;
    QAction *m_checkRecordAction = nullptr;
    Chooser m_chooser;
    QPointer<CopyDeck> m_deck;
    QPointer<EstimateWindow> m_recipe;
};

} // namespace ui
