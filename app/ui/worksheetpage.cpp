#include "ui/worksheetpage.h"

#include "session/fieldlists.h"
#include "session/fieldnames.h"
#include "ui/accountpage.h"
#include "ui/companypage.h"
#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui/fieldbinder.h"
#include "ui/modelspage.h"
#include "ui/programspage.h"
#include "ui/reviewpage.h"
#include "ui/servicespage.h"
#include "ui/usecasepage.h"
#include "ui/whenseen.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>

#include <algorithm>

namespace ui {

using session::CaseSession;
using namespace Qt::StringLiterals;

namespace {

/// Regions with a price for any model, in alphabetical order.
QStringList regionsOf(const catalogue::RateBook &book)
{
    QSet<QString> regions;
    for (const catalogue::Model &model : book.models) {
        for (const catalogue::ModelRow &row : model.rows)
            regions.insert(row.region);
    }
    QStringList sorted(regions.begin(), regions.end());
    sorted.sort();
    return sorted;
}

} // namespace

void WorksheetPage::bindForm()
{
    m_seen = new WhenSeen(this, [this] {
        showUseCases();
        showEdits();
    });
    m_binder = new FieldBinder(this); // after it: its fields come first when the page comes up
}

void WorksheetPage::setSession(CaseSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session)
        connect(m_session, &CaseSession::changed, this, [this] { m_seen->due(); });
    showUseCases();
    m_binder->setSession(session);
    showLists();
    showCase();
    showEdits();
}

void WorksheetPage::setUseCase(const QString &id)
{
    if (std::exchange(m_useCase, id) == id)
        return;
    showUseCases();
    showLists();
    showCase();
    showEdits();
}

QString WorksheetPage::useCasePath() const
{
    return m_useCase.isEmpty() ? QString() : QString(u"useCases/"_s + m_useCase);
}

void WorksheetPage::setReviewed(bool reviewed)
{
    m_binder->setReviewed(reviewed);
}

bool WorksheetPage::reveal(const QString &fieldPath)
{
    // A field of another use case than the shown one.
    if (fieldPath.startsWith(u"useCases/") && m_session) {
        const QString id = fieldPath.section(u'/', 1, 1);
        const bool exists = session::listIds(m_session->worksheet(), u"useCases"_s).contains(id);
        if (exists && id != m_useCase && m_choice)
            Q_EMIT useCaseChosen(id);
    }
    if (m_binder->reveal(fieldPath))
        return true;
    return std::any_of(m_tables.begin(), m_tables.end(),
                       [&fieldPath](const Listed &listed) { return listed.table->reveal(fieldPath); });
}

void WorksheetPage::focusFirst()
{
    if (focusWidget() && focusWidget()->hasFocus())
        return; // someone was faster
    for (QWidget *next = nextInFocusChain(); next && next != this; next = next->nextInFocusChain()) {
        if (isAncestorOf(next) && next->isEnabled() && next->isVisibleTo(this)
            && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void WorksheetPage::addTable(EntryTable *table, const QString &list, const QString &buttons)
{
    m_tables.push_back({table, list});
    connect(table->entries(), &EntryModel::refused, this, &WorksheetPage::refused);
    if (auto *add = findChild<QPushButton *>(buttons + u"AddButton"))
        connect(add, &QPushButton::clicked, table, &EntryTable::addRow);
    if (auto *duplicate = findChild<QPushButton *>(buttons + u"DuplicateButton"))
        connect(duplicate, &QPushButton::clicked, table, &EntryTable::duplicateRow);
    if (auto *remove = findChild<QPushButton *>(buttons + u"RemoveButton"))
        connect(remove, &QPushButton::clicked, table, &EntryTable::removeRows);
}

void WorksheetPage::showLists()
{
    for (const Listed &listed : m_tables) {
        QString path = listed.list;
        if (path.startsWith(u"./"))
            path = useCasePath().isEmpty() ? QString() : QString(useCasePath() + path.mid(1));
        listed.table->entries()->setList(m_session, m_session ? path : QString());
        listed.table->setEnabled(m_session && !path.isEmpty());
    }
}

void WorksheetPage::namePrograms(EntryTable *table)
{
    if (!m_session)
        return;
    std::vector<std::pair<QString, QString>> programs;
    QStringList titles;
    for (const catalogue::Programme &programme : m_session->shipped().programmes.list) {
        programs.emplace_back(programme.name, programme.id);
        titles.append(programme.name);
    }
    table->entries()->setNames(u"programme"_s, programs);
    table->setProposals(u"programme"_s, titles);
}

void WorksheetPage::fillRegions(const QString &field)
{
    auto *combo = qobject_cast<QComboBox *>(m_binder->input(field));
    if (!combo || combo->count() > 0 || !m_session)
        return;
    const QSignalBlocker quiet(combo);
    const QString typed = combo->currentText();
    for (const QString &region : regionsOf(m_session->shipped().rates))
        combo->addItem(region, region);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->lineEdit()->setPlaceholderText(tr("us-east-1 unless it is said"));
    combo->setEditText(typed);
}

void WorksheetPage::addUseCaseChoice(QWidget *row, QComboBox *combo, bool always)
{
    m_choiceRow = row;
    m_choice = combo;
    m_choiceAlways = always;
    connect(combo, &QComboBox::activated, this,
            [this, combo] { Q_EMIT useCaseChosen(combo->currentData().toString()); });
}

void WorksheetPage::showUseCases()
{
    if (!m_choice)
        return;
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    if (m_session) {
        for (const QString &id : session::listIds(m_session->worksheet(), u"useCases"_s))
            m_choice->addItem(session::fieldName(m_session->worksheet(), u"useCases/"_s + id), id);
    }
    m_choice->setCurrentIndex(m_choice->findData(m_useCase));
    m_choiceRow->setVisible(m_choiceAlways || m_choice->count() > 1);
}

std::vector<WorksheetPage *> makeWorksheetPages()
{
    return {new CompanyPage,  new AccountPage,  new UseCasePage, new ModelsPage,
            new ServicesPage, new ProgramsPage, new ReviewPage};
}

} // namespace ui
