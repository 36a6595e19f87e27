#include "ui/servicespage.h"

#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui/fieldbinder.h"
#include "ui/words.h"
#include "ui_servicespage.h"

namespace ui {

using namespace Qt::StringLiterals;

ServicesPage::ServicesPage() : m_form(std::make_unique<Ui::ServicesPage>())
{
    m_form->setupUi(this);
    const auto monthly = [this](const QString &lineId) { return monthlyOf(lineId); };
    for (EntryTable *table : {m_form->servicesTable, m_form->footprintTable})
        table->setEntries(new EntryModel({{u"service"_s, tr("AWS service")},
                                          {u"item"_s, tr("Priced unit")},
                                          {u"quantity"_s, tr("Quantity a month"), true},
                                          {u"monthlyUsd"_s, tr("Or dollars a month"), true},
                                          {u"growthPerMonth"_s, tr("Growth %"), true},
                                          {u"creditEligible"_s, tr("Credit eligible")},
                                          {{}, tr("Month 1"), true, monthly}},
                                         true, this));
    addTable(m_form->servicesTable, u"./services"_s, u"services"_s);
    addTable(m_form->footprintTable, u"footprint"_s, u"footprint"_s);
    bindForm();
    addUseCaseChoice(m_form->servicesUseCaseRow, m_form->servicesUseCaseCombo, false);
}

ServicesPage::~ServicesPage() = default;

void ServicesPage::showCase()
{
    if (!session())
        return;
    QStringList services;
    QStringList items;
    for (const catalogue::Item &item : session()->shipped().rates.items) {
        items.append(item.id);
        if (!services.contains(item.service))
            services.append(item.service);
    }
    services.sort();
    for (EntryTable *table : {m_form->servicesTable, m_form->footprintTable}) {
        table->setProposals(u"service"_s, services);
        table->setProposals(u"item"_s, items);
    }
}

QString ServicesPage::monthlyOf(const QString &lineId) const
{
    const session::CaseViewPointer view = session() ? session()->view() : nullptr;
    const projection::Line *line = view ? view->computed.projection.line(lineId) : nullptr;
    return line && !line->monthly.empty() ? cents(line->monthly.front()) : QString();
}

} // namespace ui
