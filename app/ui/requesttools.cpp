#include "ui/requesttools.h"

#include "ui/copydeck.h"
#include "ui/estimatewindow.h"
#include "ui/icons.h"
#include "ui/recordstab.h"
#include "ui/requestcheck.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QMenu>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString askForRequest(QWidget *window)
{
    return QFileDialog::getOpenFileName(window, RequestTools::tr("Check a request"), {},
                                        RequestTools::tr("Requests (*.json);;All files (*)"));
}

void toFront(QWidget &window)
{
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

RequestTools::RequestTools(session::Desk &desk, const ports::Clock &clock, Settings &settings, RecordsTab &records,
                           QMenu &menu, QWidget &window)
    : QObject(&window),
      m_desk(desk),
      m_clock(clock),
      m_settings(settings),
      m_records(records),
      m_window(window),
      m_chooser(askForRequest)
{
    menu.addSeparator();
    m_deckAction = addAction(menu, u"copyDeckAction"_s, u"copy"_s, tr("&Copy deck"), u"Ctrl+Shift+D"_s);
    connect(m_deckAction, &QAction::triggered, this, &RequestTools::openDeck);
    m_records.addButton(m_deckAction);
    m_recipeAction = addAction(menu, u"recipeAction"_s, u"document"_s, tr("Calculator &recipe"), u"Ctrl+Alt+C"_s);
    connect(m_recipeAction, &QAction::triggered, this, &RequestTools::openRecipe);
    m_kitAction = addAction(menu, u"exportKitAction"_s, u"export"_s, tr("Export filing &kit…"), u"Ctrl+Alt+E"_s);
    connect(m_kitAction, &QAction::triggered, this, [this] { m_desk.exportKit(m_records.currentRecord()); });
    menu.addSeparator();
    m_checkRecordAction = addAction(menu, u"checkRecordAction"_s, u"ok"_s, tr("Check by c&hannel"), u"Ctrl+Alt+R"_s);
    connect(m_checkRecordAction, &QAction::triggered, this, &RequestTools::checkRecord);
    QAction *file = addAction(menu, u"checkFileAction"_s, u"open"_s, tr("Check a re&quest file…"), u"Ctrl+Alt+O"_s);
    connect(file, &QAction::triggered, this, &RequestTools::checkFile);
    connect(&m_records, &RecordsTab::currentRecordChanged, this, &RequestTools::update);
    connect(&m_desk, &session::Desk::shownChanged, this, &RequestTools::update);
    connect(&m_desk, &session::Desk::shownEdited, this, &RequestTools::update);
    update();
}

RequestTools::~RequestTools() = default;

QAction *RequestTools::addAction(QMenu &menu, const QString &name, const QString &iconName, const QString &text,
                                 const QString &keys)
{
    auto *action = new QAction(icon(iconName), text, &m_window);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(keys));
    menu.addAction(action);
    return action;
}

std::optional<std::size_t> RequestTools::record() const
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

void RequestTools::update()
{
    const std::optional<std::size_t> current = record();
    for (QAction *action : {m_deckAction, m_recipeAction, m_kitAction, m_checkRecordAction})
        action->setEnabled(current.has_value());
    if (!m_desk.shown()) {
        if (m_deck)
            m_deck->close();
        if (m_recipe)
            m_recipe->close();
    }
    if (!current)
        return;
    if (m_deck)
        m_deck->showRecord(m_desk.shown(), *current);
    if (m_recipe)
        m_recipe->showRecord(m_desk.shown(), m_desk.openCase(), *current);
}

void RequestTools::openDeck()
{
    const std::optional<std::size_t> current = record();
    if (!current)
        return;
    if (!m_deck) {
        m_deck = new CopyDeck(m_settings, &m_window);
        m_deck->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_deck->showRecord(m_desk.shown(), *current);
    toFront(*m_deck);
}

void RequestTools::openRecipe()
{
    const std::optional<std::size_t> current = record();
    if (!current)
        return;
    if (!m_recipe) {
        m_recipe = new EstimateWindow(m_desk, &m_window);
        m_recipe->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_recipe->showRecord(m_desk.shown(), m_desk.openCase(), *current);
    toFront(*m_recipe);
}

RequestCheck &RequestTools::newCheck()
{
    auto *check = new RequestCheck(m_desk, m_clock.today(), &m_window);
    check->setAttribute(Qt::WA_DeleteOnClose);
    return *check;
}

void RequestTools::checkRecord()
{
    const std::optional<std::size_t> current = record();
    if (!current)
        return;
    const session::CaseViewPointer view = m_desk.shown();
    RequestCheck &check = newCheck();
    check.showRequest(view->summary.company + u", "_s + view->records[*current].program,
                      session::requestOf(*view, *current));
    toFront(check);
}

bool RequestTools::takeFile(const QString &path)
{
    QFile file(path);
    if (!m_desk.shipped() || file.size() > RequestCheck::kLongestRequest || !file.open(QIODevice::ReadOnly)
        || !looksLikeRequest(file.readAll()))
        return false;
    showFile(path);
    return true;
}

/// A person says that it is a request: what is wrong with it is said too.
void RequestTools::checkFile()
{
    if (const QString path = m_chooser(&m_window); !path.isEmpty() && m_desk.shipped())
        showFile(path);
}

void RequestTools::showFile(const QString &path)
{
    RequestCheck &check = newCheck();
    check.showFile(path);
    toFront(check);
}

} // namespace ui
