// UseCasePage: one use case in words, and the choice among several.
#pragma once

#include "ui/worksheetpage.h"

namespace Ui {
class UseCasePage;
}

namespace ui {

class UseCasePage : public WorksheetPage {
    Q_OBJECT

public:
    UseCasePage();
    ~UseCasePage() override;

private:
    void showCase() override;
    void showEdits() override;
    void add();
    void duplicate();
    void remove();

    std::unique_ptr<Ui::UseCasePage> m_form;
};

} // namespace ui
