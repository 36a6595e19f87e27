// ModelsPage: the workloads of a use case: which model, how often, how long, with what it costs beside it at every key.
#pragma once

#include "catalogue/templates.h"
#include "ui/worksheetpage.h"

namespace Ui {
class ModelsPage;
}

namespace ui {

class EntryModel;

class ModelsPage : public WorksheetPage {
    Q_OBJECT

public:
    ModelsPage();
    ~ModelsPage() override;

    bool reveal(const QString &fieldPath) override;

private:
    void showCase() override;
    void showEdits() override;
    void showWorkload(const QString &path);
    void showVolume();
    void showModelFacts();
    void showFigures();
    void chooseVolume(int index);
    void showMore(bool more);
    void addTemplateButtons();
    void addTemplate(const catalogue::UseCaseTemplate &pattern);
    QString region() const;
    const domain::Workload *workload() const;

    std::unique_ptr<Ui::ModelsPage> m_form;
    QString m_workload; ///< path of the shown one
};

} // namespace ui
