// ServicesPage: the other AWS services: those that support the shown use case, and the rest of the company.
#pragma once

#include "ui/worksheetpage.h"

namespace Ui {
class ServicesPage;
}

namespace ui {

class ServicesPage : public WorksheetPage {
    Q_OBJECT

public:
    ServicesPage();
    ~ServicesPage() override;

private:
    void showCase() override;
    QString monthlyOf(const QString &lineId) const;

    std::unique_ptr<Ui::ServicesPage> m_form;
};

} // namespace ui
