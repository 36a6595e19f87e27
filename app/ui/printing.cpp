#include "ui/printing.h"

#include "documents/composer.h"
#include "ui/documentsdialog.h"
#include "ui/pageprinter.h"

#include <QPrintDialog>
#include <QPrinter>

namespace ui {

namespace {

bool askForPrinter(QPrinter &printer, QWidget *window)
{
    QPrintDialog dialog(&printer, window);
    dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange
                      | QAbstractPrintDialog::PrintShowPageSize | QAbstractPrintDialog::PrintCollateCopies);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace

Printing::Printing(session::Desk &desk, QWidget &window)
    : QObject(&window), m_desk(desk), m_window(window), m_chooser(askForPrinter)
{
}

void Printing::print(const documents::Pages &pages, const QString &title, QWidget *over)
{
    QPrinter printer(QPrinter::HighResolution);
    setUpPrinter(printer, pages, title);
    if (!m_chooser(printer, over))
        return;
    const QString name = printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName();
    if (printPages(printer, pages))
        Q_EMIT printed(title, name);
    else
        Q_EMIT notPrinted(title, name);
}

void Printing::printRecord(int record)
{
    const session::CaseViewPointer view = m_desk.shown();
    if (!view || record < 0 || static_cast<std::size_t>(record) >= view->records.size())
        return;
    documents::Typesetter type;
    for (const drafting::NamedDocument &document : session::documentsOf(*view, *m_desk.shipped())) {
        if (document.kind == drafting::DocumentKind::Records && document.record == static_cast<std::size_t>(record))
            print(documents::compose(document.brief, type), document.brief.properties.title, &m_window);
    }
}

void Printing::openDocuments(int record)
{
    m_desk.flush(); // what is being noted down is in the call summary
    const session::CaseViewPointer view = m_desk.openCase() ? m_desk.openCase()->viewWithNotes() : nullptr;
    if (!view)
        return;
    auto *dialog = new DocumentsDialog(
        view, m_desk.shipped(), record, [this] { return m_desk.caseFile(); }, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DocumentsDialog::printRequested, this,
            [this, dialog](const std::shared_ptr<const documents::Pages> &pages, const QString &title) {
                print(*pages, title, dialog);
            });
    connect(dialog, &DocumentsDialog::saveRequested, &m_desk, &session::Desk::saveDocument);
    connect(dialog, &DocumentsDialog::failed, &m_desk, &session::Desk::failed);
    dialog->open();
}

} // namespace ui
