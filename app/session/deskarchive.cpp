// Archive copies: the shown case as a file for a PDF to carry, and the case that a PDF carries on its way back.
#include "documents/archive.h"
#include "session/desk.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace session {

using namespace Qt::StringLiterals;

Outcome<QByteArray> Desk::caseFile()
{
    if (!m_services.exchange || !m_case || m_case->caseId().isEmpty())
        return QByteArray(); // its facts are all there is
    if (!flush())
        return domain::Unexpected(Problem{{}, Cancelled{}});
    const QTemporaryDir folder; // for us alone; the file goes with it
    const QString copy = folder.filePath(u"case.briefstack"_s);
    if (const auto copied = m_services.exchange->exportCase(m_path, m_case->caseId(), copy); !copied)
        return domain::Unexpected(Problem{m_path, copied.error()});
    return readFile(copy, documents::kLargestCaseFile);
}

void Desk::openArchive(const QString &path)
{
    const auto pdf = readFile(path, documents::kLargestArchive);
    if (!pdf) {
        Q_EMIT failed(pdf.error());
        return;
    }
    const auto carried = documents::caseFileInPdf(*pdf);
    if (!carried) {
        Q_EMIT failed({path, FileProblem{FileProblem::Kind::NoCaseInside, carried.error()}});
        return;
    }
    if (carried->isEmpty() || !m_services.exchange) { // the facts alone
        startImport({{path, *pdf}}, u"cases.briefstack"_s);
        return;
    }
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QFileInfo(path).completeBaseName() + u".briefstack"_s);
    if (const Step written = writeFile(copy, *carried); !written) {
        Q_EMIT failed(written.error());
        return;
    }
    if (!isOpen())
        makeCaseFile();
    if (!isOpen())
        return; // never mind
    if (m_readOnly) {
        Q_EMIT failed({m_path, FileProblem{FileProblem::Kind::ReadOnlyCaseFile, {}}});
        return;
    }
    m_carried = std::move(folder);
    Q_EMIT caseCarried(copy);
}

} // namespace session
