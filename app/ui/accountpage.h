// AccountPage: the company's AWS account, today's bill, and the credits it has had.
#pragma once

#include "ui/worksheetpage.h"

namespace Ui {
class AccountPage;
}

namespace ui {

class AccountPage : public WorksheetPage {
    Q_OBJECT

public:
    AccountPage();
    ~AccountPage() override;

private:
    void showCase() override;

    std::unique_ptr<Ui::AccountPage> m_form;
};

} // namespace ui
