#include "ui/filingtools.h"

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
    return QFileDialog::getOpenFileName(window, FilingTools::tr("Check a request"), {},
                                        FilingTools::tr("Requests (*.json);;All files (*)"));
}

void toFront(QWidget &window)
{
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

FilingTools::FilingTools(session::Desk &desk, const ports::Clock &clock, Settings &settings, RecordsTab &records,
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
    connect(m_deckAction, &QAction::triggered, this, &FilingTools::openDeck);
    m_records.addButton(m_deckAction);
    m_recipeAction = addAction(menu, u"recipeAction"_s, u"document"_s, tr("Calculator &recipe"), u"Ctrl+Alt+C"_s);
    connect(m_recipeAction, &QAction::triggered, this, &FilingTools::openRecipe);
    m_kitAction = addAction(menu, u"exportKitAction"_s, u"export"_s, tr("Export filing &kit..."), u"Ctrl+Alt+E"_s);
    connect(m_kitAction, &QAction::triggered, this, [this] { m_desk.exportKit(m_records.currentRecord()); });
    menu.addSeparator();
    m_checkRecordAction = addAction(menu, u"checkRecordAction"_s, u"ok"_s, tr("Check by c&hannel"), u"Ctrl+Alt+R"_s);
    connect(m_checkRecordAction, &QAction::triggered, this, &FilingTools::checkRecord);
    QAction *file = addAction(menu, u"checkFileAction"_s, u"open"_s, tr("Check a re&quest file..."), u"Ctrl+Alt+O"_s);
    connect(file, &QAction::triggered, this, &FilingTools::checkFile);
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
    toFront(*m_deck);
}

void FilingTools::openRecipe()
{
    const std::optional<std::size_t> current = record();
    if (!current)
        return;
    if (!m_recipe) {
        m_recipe = new EstimateWindow(&m_window);
        m_recipe->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_recipe->showRecord(m_desk.shown(), m_desk.openCase(), *current);
    toFront(*m_recipe);
}

void FilingTools::checkRecord()
{
    const std::optional<std::size_t> current = record();
    if (!current)
        return;
    const session::CaseViewPointer view = m_desk.shown();
    auto *window = new RequestCheck(m_desk, m_clock.today(), &m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->showRequest(view->summary.company + u", "_s + view->records[*current].program,
                        session::requestOf(*view, *current));
    toFront(*window);
}

bool FilingTools::takeFile(const QString &path)
{
    QFile file(path);
    constexpr qint64 kLongest = 4 * 1024 * 1024;
    if (!m_desk.shipped() || file.size() > kLongest || !file.open(QIODevice::ReadOnly)
        || !looksLikeRequest(file.readAll()))
        return false;
    auto *window = new RequestCheck(m_desk, m_clock.today(), &m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->showFile(path);
    toFront(*window);
    return true;
}

void FilingTools::checkFile()
{
    const QString path = m_chooser(&m_window);
    if (path.isEmpty() || !m_desk.shipped() || takeFile(path))
        return;
    // A person says that it is a request: then what is wrong with it is said too.
    auto *window = new RequestCheck(m_desk, m_clock.today(), &m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->showFile(path);
    toFront(*window);
}

} // namespace ui
