#include "ui/documentsdialog.h"

#include "documents/composer.h"
#include "documents/text.h"
#include "ui/documentnames.h"
#include "ui/icons.h"
#include "ui_documentsdialog.h"

#include <utility>

namespace ui {

using drafting::DocumentFormat;
using drafting::DocumentKind;
using namespace Qt::StringLiterals;

namespace {

/// A format a person may choose, and what it is called.
QList<std::pair<QString, DocumentFormat>> formats()
{
    return {{DocumentsDialog::tr("PDF"), DocumentFormat::Pdf},
            {DocumentsDialog::tr("PDF with the case in it (archive copy)"), DocumentFormat::Archive},
            {DocumentsDialog::tr("Web page (HTML)"), DocumentFormat::Html},
            {DocumentsDialog::tr("OpenDocument text"), DocumentFormat::Odt},
            {DocumentsDialog::tr("Markdown"), DocumentFormat::Markdown},
            {DocumentsDialog::tr("Plain text"), DocumentFormat::Text}};
}

} // namespace

DocumentsDialog::DocumentsDialog(session::CaseViewPointer view, session::ShippedData shipped, int record,
                                 std::function<session::Outcome<QByteArray>()> caseFile, QWidget *parent)
    : QDialog(parent),
      m_form(std::make_unique<Ui::DocumentsDialog>()),
      m_view(std::move(view)),
      m_shipped(std::move(shipped)),
      m_caseFile(std::move(caseFile))
{
    m_form->setupUi(this);
    m_form->documentZoomOutButton->setIcon(icon(u"zoom-out"_s));
    m_form->documentZoomInButton->setIcon(icon(u"zoom-in"_s));
    m_form->documentFitButton->setIcon(icon(u"fit-width"_s));
    for (const auto &[name, format] : formats())
        m_form->formatBox->addItem(name, static_cast<int>(format));
    m_form->archiveWarning->hide();
    connect(m_form->formatBox, &QComboBox::currentIndexChanged, this, [this] {
        m_form->archiveWarning->setVisible(m_form->formatBox->currentData().toInt()
                                           == static_cast<int>(DocumentFormat::Archive));
    });
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 120, fontMetrics().height() * 44);

    connect(m_form->documentBox, &QComboBox::currentIndexChanged, this, &DocumentsDialog::showDocument);
    connect(m_form->documentZoomInButton, &QToolButton::clicked, m_form->documentPreview, &PagePreview::zoomIn);
    connect(m_form->documentZoomOutButton, &QToolButton::clicked, m_form->documentPreview, &PagePreview::zoomOut);
    connect(m_form->documentFitButton, &QToolButton::clicked, m_form->documentPreview, &PagePreview::fitWidth);
    connect(m_form->documentPreview, &PagePreview::currentPageChanged, this, &DocumentsDialog::showPageNumber);
    connect(m_form->saveDocumentButton, &QPushButton::clicked, this, &DocumentsDialog::save);
    connect(m_form->printDocumentButton, &QPushButton::clicked, this, [this] {
        if (const drafting::NamedDocument *document = current())
            Q_EMIT printRequested(m_pages, document->brief.properties.title);
    });
    connect(m_form->closeDocumentsButton, &QPushButton::clicked, this, &QDialog::reject);
    fillDocuments(record);
}

DocumentsDialog::~DocumentsDialog()
{
    m_form->documentPreview->setPages(nullptr, {}); // they belong to the typesetter that goes
}

void DocumentsDialog::fillDocuments(int record)
{
    m_documents = session::documentsOf(*m_view, *m_shipped);
    const QSignalBlocker quiet(m_form->documentBox);
    int begin = 0;
    for (const drafting::NamedDocument &document : m_documents) {
        if (document.kind == DocumentKind::Records && document.record == static_cast<std::size_t>(record))
            begin = m_form->documentBox->count();
        m_form->documentBox->addItem(documentName(*m_view, document));
    }
    m_form->documentBox->setCurrentIndex(m_documents.empty() ? -1 : begin);
    showDocument();
}

const drafting::NamedDocument *DocumentsDialog::current() const
{
    const int index = m_form->documentBox->currentIndex();
    return index < 0 ? nullptr : &m_documents.at(static_cast<std::size_t>(index));
}

void DocumentsDialog::showDocument()
{
    const drafting::NamedDocument *document = current();
    m_form->printDocumentButton->setEnabled(document);
    m_form->saveDocumentButton->setEnabled(document);
    if (!document)
        return;
    m_form->documentPreview->setPages(nullptr, {});
    m_pages = std::make_shared<const documents::Pages>(documents::compose(document->brief, m_type));
    m_form->documentPreview->setPages(m_pages, documents::toText(document->brief));
    showPageNumber();
}

void DocumentsDialog::showPageNumber()
{
    const PagePreview *preview = m_form->documentPreview;
    m_form->documentPageLabel->setText(preview->pageCount() == 0
                                           ? QString()
                                           : tr("Page %1 of %2").arg(preview->currentPage()).arg(preview->pageCount()));
}

void DocumentsDialog::save()
{
    const drafting::NamedDocument *document = current();
    if (!document)
        return;
    const auto format = static_cast<DocumentFormat>(m_form->formatBox->currentData().toInt());
    const auto carried = format == DocumentFormat::Archive ? m_caseFile() : session::Outcome<QByteArray>(QByteArray());
    if (!carried) {
        if (!std::holds_alternative<session::Cancelled>(carried.error().what)) // the window says what is not saved
            Q_EMIT failed(carried.error());
        return;
    }
    auto bytes = session::renderDocument(*m_view, document->brief, format, *m_shipped, *carried);
    if (!bytes) {
        Q_EMIT failed(bytes.error());
        return;
    }
    Q_EMIT saveRequested({document->name + u'.' + drafting::formatWord(format), *std::move(bytes)});
}

} // namespace ui
