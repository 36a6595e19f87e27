#include "ui/programspage.h"

#include "session/fieldlists.h"
#include "session/fieldnames.h"
#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui/programcards.h"
#include "ui/words.h"
#include "ui_programspage.h"

#include <QListView>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

ProgramsPage::ProgramsPage() : m_form(std::make_unique<Ui::ProgramsPage>()), m_cards(new ProgramCards(this))
{
    m_form->setupUi(this);
    m_form->programCardsLayout->addWidget(m_cards);
    m_cards->list()->setMinimumHeight(fontMetrics().height() * 16); // some cards, however long the page
    const auto ask = [this](const QString &poolId) { return askOf(poolId); };
    m_form->poolsTable->setEntries(new EntryModel({{u"programme"_s, tr("Program")},
                                                   {u"useCases"_s, tr("Earmarked to")},
                                                   {u"fromMonth"_s, tr("From month"), true},
                                                   {u"months"_s, tr("Months"), true},
                                                   {u"issuedMonth"_s, tr("Arrives in"), true},
                                                   {u"amountUsd"_s, tr("Ask by hand"), true},
                                                   {u"route"_s, tr("Route")},
                                                   {{}, tr("Ask"), true, ask}},
                                                  true, this));
    addTable(m_form->poolsTable, u"funding/pools"_s, u"pools"_s);
    bindForm();
}

ProgramsPage::~ProgramsPage() = default;

void ProgramsPage::showCase()
{
    m_cards->setSession(session());
    if (!session())
        return;
    namePrograms(m_form->poolsTable);
    showEdits();
}

/// Use cases by their titles.
void ProgramsPage::showEdits()
{
    std::vector<std::pair<QString, QString>> useCases;
    QStringList titles;
    if (session()) {
        for (const QString &id : session::listIds(session()->worksheet(), u"useCases"_s)) {
            useCases.emplace_back(session::fieldName(session()->worksheet(), u"useCases/"_s + id), id);
            titles.append(useCases.back().first);
        }
    }
    m_form->poolsTable->entries()->setNames(u"useCases"_s, useCases);
    m_form->poolsTable->setProposals(u"useCases"_s, titles);
}

QString ProgramsPage::askOf(const QString &poolId) const
{
    const session::CaseViewPointer view = session() ? session()->view() : nullptr;
    if (!view)
        return {};
    const auto &pools = view->computed.plan.pools;
    const auto found =
        std::find_if(pools.begin(), pools.end(), [&poolId](const funding::Pool &pool) { return pool.id == poolId; });
    if (found == pools.end())
        return {};
    return found->eligible ? dollars(found->ask) : tr("Not eligible");
}

} // namespace ui
