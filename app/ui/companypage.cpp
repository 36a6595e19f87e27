#include "ui/companypage.h"

#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui_companypage.h"

namespace ui {

using namespace Qt::StringLiterals;

CompanyPage::CompanyPage() : m_form(std::make_unique<Ui::CompanyPage>())
{
    m_form->setupUi(this);
    m_form->contactsTable->setEntries(new EntryModel({{u"firstName"_s, tr("First name")},
                                                      {u"lastName"_s, tr("Last name")},
                                                      {u"title"_s, tr("Title")},
                                                      {u"email"_s, tr("E-mail")},
                                                      {u"phone"_s, tr("Phone")},
                                                      {u"role"_s, tr("Role")}},
                                                     false, this));
    addTable(m_form->contactsTable, u"contacts"_s, u"contacts"_s);
    bindForm();
}

CompanyPage::~CompanyPage() = default;

} // namespace ui
