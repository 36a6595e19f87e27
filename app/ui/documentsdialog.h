// DocumentsDialog: every document of the shown case, as it will print; to be printed, or saved in any format.
//
// Shows the case as it was when the dialog was opened, and asks for nothing itself: what a person wants done is a signal.
#pragma once

#include "documents/typesetter.h"
#include "session/casework.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
namespace Ui {
class DocumentsDialog;
}
QT_END_NAMESPACE

namespace ui {

class DocumentsDialog : public QDialog {
    Q_OBJECT

public:
    /// Begins with the document of `record`, or with the first.
    /// `caseFile` gives the case as a file, for archive copies; it is asked when one is saved.
    DocumentsDialog(session::CaseViewPointer view, session::ShippedData shipped, int record,
                    std::function<session::Outcome<QByteArray>()> caseFile, QWidget *parent);
    ~DocumentsDialog() override;

Q_SIGNALS:
    void printRequested(std::shared_ptr<const documents::Pages> pages, const QString &title);
    /// A file to be saved; `name` is what it may be called.
    void saveRequested(const drafting::DocumentFile &file);
    void failed(const session::Problem &problem);

private:
    void fillDocuments(int record);
    const drafting::NamedDocument *current() const;
    void showDocument();
    void showPageNumber();
    void save();

    std::unique_ptr<Ui::DocumentsDialog> m_form;
    session::CaseViewPointer m_view;
    session::ShippedData m_shipped;
    std::function<session::Outcome<QByteArray>()> m_caseFile;
    documents::Typesetter m_type; ///< outlives the pages
    std::vector<drafting::NamedDocument> m_documents;
    std::shared_ptr<const documents::Pages> m_pages;
};

} // namespace ui
