// ProgramsPage: the stack of programs in order, the projection's window, and who files.
#pragma once

#include "ui/worksheetpage.h"

namespace Ui {
class ProgramsPage;
}

namespace ui {

class ProgramCards;

class ProgramsPage : public WorksheetPage {
    Q_OBJECT

public:
    ProgramsPage();
    ~ProgramsPage() override;

private:
    void showCase() override;
    void showEdits() override;
    QString askOf(const QString &poolId) const;

    std::unique_ptr<Ui::ProgramsPage> m_form;
    ProgramCards *m_cards = nullptr;
};

} // namespace ui
