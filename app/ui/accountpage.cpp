#include "ui/accountpage.h"

#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui_accountpage.h"

namespace ui {

using namespace Qt::StringLiterals;

AccountPage::AccountPage() : m_form(std::make_unique<Ui::AccountPage>())
{
    m_form->setupUi(this);
    m_form->priorCreditsTable->setEntries(new EntryModel({{u"programme"_s, tr("Program")},
                                                          {u"amountUsd"_s, tr("Granted"), true},
                                                          {u"grantedOn"_s, tr("Granted on")},
                                                          {u"expiresOn"_s, tr("Expires on")},
                                                          {u"remainingUsd"_s, tr("Remaining"), true}},
                                                         true, this));
    addTable(m_form->priorCreditsTable, u"aws/priorCredits"_s, u"priorCredits"_s);
    bindForm();
}

AccountPage::~AccountPage() = default;

void AccountPage::showCase()
{
    fillRegions(u"aws/region"_s);
    namePrograms(m_form->priorCreditsTable);
}

} // namespace ui
