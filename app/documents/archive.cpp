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
#include <optional>

using namespace Qt::StringLiterals;

namespace documents {

using domain::Unexpected;

namespace {

/// A file that is attached: what it is called, and how large it may be, packed and unpacked.
struct Attachment {
    const char *name;
    const char *type;
    const char *description;
    qsizetype mostPacked;
    qsizetype mostBytes;
};

constexpr qsizetype kMegabyte = 1024 * 1024;
constexpr Attachment kWorksheet{"case.worksheet.json", "application/json",
                                "The facts that this document was made from, for Briefstack", kMegabyte,
                                4 * kMegabyte}; // the worksheet format's own limit
constexpr Attachment kCaseFile{"case.briefstack", "application/vnd.sqlite3",
                               "The case with its history, notes and filings, for Briefstack", 8 * kMegabyte,
                               kLargestCaseFile};

/// Takes what is unpacked up to the limit and drops the rest: a small stream may unfold to gigabytes.
class Capped : public Pipeline {
public:
    explicit Capped(qsizetype most) : Pipeline("case", nullptr), m_most(most) {}
    void write(const unsigned char *data, size_t length) override
    {
        m_isFull = m_isFull || length > size_t(m_most - m_bytes.size());
        if (!m_isFull)
            m_bytes.append(reinterpret_cast<const char *>(data), qsizetype(length));
    }
    void finish() override {}
    QByteArray take() { return std::move(m_bytes); }
    bool isFull() const { return m_isFull; }

private:
    qsizetype m_most;
    QByteArray m_bytes;
    bool m_isFull = false;
};

/// One plain compression of a length that unfolds in seconds, whatever is in it.
bool isHandy(QPDFObjectHandle stream, const Attachment &attachment)
{
    QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
    const bool isPlain = filter.isNull() || (filter.isName() && filter.getName() == "/FlateDecode");
    return isPlain && stream.getRawStreamData()->getSize() <= size_t(attachment.mostPacked);
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

void attach(QPDF &document, const Attachment &attachment, const QByteArray &bytes, QDate date)
{
    auto stream = QPDFEFStreamObjectHelper::createEFStream(document, bytes.toStdString());
    const std::string day = "D:" + date.toString(u"yyyyMMdd"_s).toStdString() + "000000Z";
    stream.setSubtype(attachment.type).setCreationDate(day).setModDate(day);
    auto specification = QPDFFileSpecObjectHelper::createFileSpec(document, attachment.name, stream);
    specification.setDescription(attachment.description);
    specification.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Source"));
    QPDFEmbeddedFileDocumentHelper(document).replaceEmbeddedFile(attachment.name, specification);
}

/// Nothing: the PDF has no attachment of that name.
domain::Result<std::optional<QByteArray>, QString> attached(const QByteArray &pdf, const Attachment &attachment)
{
    if (pdf.size() > kLargestArchive)
        return Unexpected(u"it is larger than any archive copy of Briefstack's"_s);
    if (!isPdf(pdf) || !hasPlainTable(pdf))
        return Unexpected(u"it is no archive copy, or it was cut short or saved by another program since"_s);
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.setAttemptRecovery(false);
        document.processMemoryFile("document", pdf.constData(), size_t(pdf.size()));
        QPDFEmbeddedFileDocumentHelper files(document);
        const auto specification = files.hasEmbeddedFiles() ? files.getEmbeddedFile(attachment.name) : nullptr;
        if (!specification)
            return std::optional<QByteArray>();
        QPDFObjectHandle stream = specification->getEmbeddedFileStream();
        Capped taken(attachment.mostBytes);
        const bool unpacked = stream.isStream() && isHandy(stream, attachment)
                           && stream.pipeStreamData(&taken, 0, qpdf_dl_generalized, true);
        if (taken.isFull())
            return Unexpected(u"what is attached to it is larger than any case"_s);
        if (!unpacked)
            return Unexpected(u"the case attached to it is damaged"_s);
        return std::optional(taken.take());
    } catch (const std::exception &failure) {
        return Unexpected(u"it is damaged: "_s + QString::fromUtf8(failure.what()));
    }
}

} // namespace

bool isPdf(QByteArrayView bytes)
{
    return bytes.startsWith("%PDF-");
}

domain::Result<QByteArray, PdfError> withCase(const QByteArray &pdf, const CarriedCase &carried, QDate date)
{
    const auto failed = [](const QString &why) { return Unexpected(PdfError{PdfError::Kind::Finish, why}); };
    if (carried.caseFile.size() > kCaseFile.mostBytes)
        return failed(u"the case is too large for an archive copy; export it as a case file"_s);
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("document", pdf.constData(), size_t(pdf.size()));
        attach(document, kWorksheet, carried.worksheet, date);
        if (!carried.caseFile.isEmpty())
            attach(document, kCaseFile, carried.caseFile, date);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_disable); // so that attached() need not unpack any
        writer.write();
        const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
        if (written->getSize() > size_t(kLargestArchive))
            return failed(u"the case is too large for an archive copy; export it as a case file"_s);
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize()));
    } catch (const std::exception &failure) {
        return failed(QString::fromUtf8(failure.what()));
    }
}

domain::Result<QByteArray, QString> caseInPdf(const QByteArray &pdf)
{
    auto worksheet = attached(pdf, kWorksheet);
    if (!worksheet)
        return Unexpected(worksheet.error());
    if (!*worksheet)
        return Unexpected(u"no case is attached to it; a brief is one thing, its archive copy another"_s);
    return **std::move(worksheet);
}

domain::Result<QByteArray, QString> caseFileInPdf(const QByteArray &pdf)
{
    auto file = attached(pdf, kCaseFile);
    if (!file)
        return Unexpected(file.error());
    return (*file).value_or(QByteArray());
}

} // namespace documents
