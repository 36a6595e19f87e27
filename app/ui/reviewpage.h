// ReviewPage: what is still open, with a way to each field, and the records that will be drafted.
#pragma once

#include "ui/worksheetpage.h"

#include <QStringListModel>

namespace Ui {
class ReviewPage;
}

namespace ui {

class ReviewPage : public WorksheetPage {
    Q_OBJECT

public:
    ReviewPage();
    ~ReviewPage() override;

private:
    void showEdits() override;
    void goTo(int row);

    std::unique_ptr<Ui::ReviewPage> m_form;
    QStringListModel m_open;
    QStringList m_fields; ///< by row
};

} // namespace ui
