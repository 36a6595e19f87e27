#include "documents/archive.h"

// The library asks which of its pointer types is in use: std::shared_ptr only.
#define POINTERHOLDER_TRANSITION 3
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

using namespace Qt::StringLiterals;

namespace documents {

using domain::Unexpected;

namespace {

constexpr auto kName = "case.worksheet.json";
constexpr qsizetype kMostPdfBytes = 4 * 1024 * 1024;
constexpr qsizetype kMostCaseBytes = 4 * 1024 * 1024; // the worksheet format's own limit

/// Takes what is unpacked up to the limit and drops the rest: a small stream may unfold to gigabytes.
class Capped : public Pipeline {
public:
    Capped() : Pipeline("case", nullptr) {}
    void write(const unsigned char *data, size_t length) override
    {
        m_isFull = m_isFull || length > size_t(kMostCaseBytes - m_bytes.size());
        if (!m_isFull)
            m_bytes.append(reinterpret_cast<const char *>(data), qsizetype(length));
    }
    void finish() override {}
    QByteArray take() { return std::move(m_bytes); }
    bool isFull() const { return m_isFull; }

private:
    QByteArray m_bytes;
    bool m_isFull = false;
};

/// One plain compression of a length that unfolds in a moment, whatever is in it.
bool isHandy(QPDFObjectHandle stream)
{
    constexpr size_t kMostPackedBytes = 1024 * 1024;
    QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
    const bool isPlain = filter.isNull() || (filter.isName() && filter.getName() == "/FlateDecode");
    return isPlain && stream.getRawStreamData()->getSize() <= kMostPackedBytes;
}

/// Whether the file ends as the ones do that are written here: one plain cross-reference table, no compressed objects
/// (whose tables are unpacked before anything of them is known), nothing appended.
bool hasPlainTable(const QByteArray &pdf)
{
    const qsizetype mark = pdf.lastIndexOf("startxref");
    if (mark < 0)
        return false;
    const QByteArray after = pdf.mid(mark + 9).simplified();
    bool isNumber = false;
    const qlonglong table = after.left(after.indexOf(' ')).toLongLong(&isNumber);
    if (!isNumber || table <= 0 || table >= mark || !after.endsWith("%%EOF"))
        return false;
    const QByteArray end = pdf.mid(qsizetype(table), mark - qsizetype(table));
    return end.startsWith("xref") && !end.contains('#') && !end.contains("/Prev") && !end.contains("/XRefStm")
        && !end.contains("/Encrypt");
}

} // namespace

bool isPdf(QByteArrayView bytes)
{
    return bytes.startsWith("%PDF-");
}

domain::Result<QByteArray, PdfError> withCase(const QByteArray &pdf, const QByteArray &worksheet, QDate date)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("document", pdf.constData(), size_t(pdf.size()));
        auto stream = QPDFEFStreamObjectHelper::createEFStream(document, worksheet.toStdString());
        const std::string day = "D:" + date.toString(u"yyyyMMdd"_s).toStdString() + "000000Z";
        stream.setSubtype("application/json").setCreationDate(day).setModDate(day);
        auto specification = QPDFFileSpecObjectHelper::createFileSpec(document, kName, stream);
        specification.setDescription("The case that this document was made from, for Briefstack");
        specification.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Source"));
        QPDFEmbeddedFileDocumentHelper(document).replaceEmbeddedFile(kName, specification);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_disable); // so that caseInPdf() need not unpack any
        writer.write();
        const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize()));
    } catch (const std::exception &failure) {
        return Unexpected(PdfError{PdfError::Kind::Finish, QString::fromUtf8(failure.what())});
    }
}

domain::Result<QByteArray, QString> caseInPdf(const QByteArray &pdf)
{
    if (pdf.size() > kMostPdfBytes)
        return Unexpected(u"it is larger than any archive copy of Briefstack's"_s);
    if (!isPdf(pdf) || !hasPlainTable(pdf))
        return Unexpected(u"it is no archive copy, or another program has saved it since"_s);
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.setAttemptRecovery(false);
        document.processMemoryFile("document", pdf.constData(), size_t(pdf.size()));
        QPDFEmbeddedFileDocumentHelper files(document);
        const auto specification = files.hasEmbeddedFiles() ? files.getEmbeddedFile(kName) : nullptr;
        if (!specification)
            return Unexpected(u"no case is attached to it; a brief is one thing, its archive copy another"_s);
        QPDFObjectHandle stream = specification->getEmbeddedFileStream();
        Capped taken;
        const bool unpacked =
            stream.isStream() && isHandy(stream) && stream.pipeStreamData(&taken, 0, qpdf_dl_generalized, true);
        if (taken.isFull())
            return Unexpected(u"what is attached to it is larger than any case"_s);
        if (!unpacked)
            return Unexpected(u"the case attached to it is damaged"_s);
        return taken.take();
    } catch (const std::exception &failure) {
        return Unexpected(u"it is damaged: "_s + QString::fromUtf8(failure.what()));
    }
}

} // namespace documents
