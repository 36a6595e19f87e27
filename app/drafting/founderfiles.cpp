// What goes to the founder: the worksheet to fill in, and the mail that asks for what is missing.
#include "drafting/casedocuments.h"
#include "drafting/founderworksheet.h"
#include "drafting/questions.h"
#include "founderform/csvform.h"

namespace drafting {

using documents::PdfError;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const CaseIdentity &identity, DocumentKind kind)
{
    return identity.slug + u'-' + kindWord(kind);
}

Result<QByteArray, PdfError> pageOf(const founderform::Form &form)
{
    auto page = founderFormHtml(form);
    if (!page)
        return Unexpected(PdfError{PdfError::Kind::Finish, page.error().allowed});
    return *std::move(page);
}

} // namespace

documents::FollowUp CaseDocuments::followUp() const
{
    return documents::followUp(input(), openQuestions(), presumedFactsOf(m_computed, m_shipped, m_asOf));
}

Result<std::vector<DocumentFile>, PdfError>
CaseDocuments::founderFiles(DocumentKind kind, const std::vector<DocumentFormat> &formats) const
{
    const founderform::Form form =
        founderForm(m_computed.worksheet, m_identity.caseId, m_identity.revision, m_shipped, m_asOf);
    const bool isForm = kind == DocumentKind::WorksheetForm;
    std::vector<DocumentFile> all;
    for (const DocumentFormat format : formats) {
        const QString name = nameOf(m_identity, kind) + u'.' + formatWord(format);
        if (isForm && format == DocumentFormat::BulkImport)
            all.push_back({name, founderform::toCsv(form)});
        if (!isForm && format == DocumentFormat::Text)
            all.push_back({name, followUp().text.toUtf8()});
        if (isForm ? format != DocumentFormat::Html : format != DocumentFormat::Mail)
            continue;
        auto page = pageOf(form);
        if (!page)
            return Unexpected(page.error());
        const QString pageName = nameOf(m_identity, DocumentKind::WorksheetForm) + u".html"_s;
        all.push_back({name, isForm ? *std::move(page)
                                    : documents::toMail(followUp(), {{pageName, "text/html", *std::move(page)}})});
    }
    return all;
}

} // namespace drafting
