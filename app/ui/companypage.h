// CompanyPage: what the founder says about the company.
#pragma once

#include "ui/worksheetpage.h"

namespace Ui {
class CompanyPage;
}

namespace ui {

class CompanyPage : public WorksheetPage {
    Q_OBJECT

public:
    CompanyPage();
    ~CompanyPage() override;

private:
    std::unique_ptr<Ui::CompanyPage> m_form;
};

} // namespace ui
