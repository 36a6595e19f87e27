// ProfileDialog: the partner's letterhead, colors, standard paragraphs and defaults, beside a document of the shown case as
// it looks with them.
//
// Nothing is saved until Save; every edit is one undo step of the dialog's own. What is wrong stands under its field, and
// Save waits for it.
#pragma once

#include "documents/typesetter.h"
#include "domain/finding.h"
#include "session/casework.h"

#include <QDialog>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
namespace Ui {
class ProfileDialog;
}
QT_END_NAMESPACE

namespace ui {

class ProfileDialog : public QDialog {
    Q_OBJECT

public:
    /// Without a case there is nothing to preview.
    ProfileDialog(const domain::PartnerProfile &profile, session::CaseViewPointer view, session::ShippedData shipped,
                  QWidget *parent);
    ~ProfileDialog() override;

    const domain::PartnerProfile &profile() const { return m_profile; }
    /// Asks for a logo's file; an empty path: never mind. A file dialog until another is set.
    void setLogoChooser(std::function<QString()> chooser) { m_chooseLogo = std::move(chooser); }

Q_SIGNALS:
    void saveRequested(const domain::PartnerProfile &profile);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Edit;

    void connectFields();
    void bindLine(QLineEdit *line, QString domain::PartnerProfile::*field);
    void pickColor(QLineEdit *line);
    void fillChoices();
    void takeLogo();
    domain::ParagraphPlace place() const;
    /// `field` tells edits that may be one step.
    void change(const QString &field, const std::function<void(domain::PartnerProfile &)> &edit);
    void setProfile(const domain::PartnerProfile &profile);
    void showProfile();
    void showParagraph();
    void showProblems();
    void showPages();

    std::unique_ptr<Ui::ProfileDialog> m_form;
    domain::PartnerProfile m_saved;
    domain::PartnerProfile m_profile;
    session::CaseViewPointer m_view;
    session::ShippedData m_shipped;
    documents::Typesetter m_type; ///< outlives the pages
    QUndoStack m_undo;
    QTimer m_rest; ///< nothing was typed for a while
    std::function<QString()> m_chooseLogo;
    bool m_showing = false;
    QString m_logoProblem; ///< of the file that was chosen last and could not be taken
};

} // namespace ui
