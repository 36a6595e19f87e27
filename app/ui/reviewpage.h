// ReviewPage: the case as the AWS reviewer will read it, what is still open, with a way to each field, and the records that
// will be drafted.
#pragma once

#include "ui/worksheetpage.h"

#include <QStringListModel>

namespace Ui {
class ReviewPage;
}

namespace ui {

class ReviewView;

class ReviewPage : public WorksheetPage {
    Q_OBJECT

public:
    ReviewPage();
    ~ReviewPage() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showCase() override;
    void showEdits() override;
    void showReview();
    void goTo(int row);

    std::unique_ptr<Ui::ReviewPage> m_form;
    ReviewView *m_review = nullptr;
    QStringListModel m_open;
    QStringList m_fields; ///< by row
};

} // namespace ui
