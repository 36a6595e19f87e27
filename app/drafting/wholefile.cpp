#include "drafting/wholefile.h"

#include <QSaveFile>

namespace drafting {

using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

Result<void, QString> writeWholeFile(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return Unexpected(out.errorString());
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // On a full disk QSaveFile takes a short write for a whole one: only flush() and the size tell.
    if (out.write(bytes) != bytes.size() || !out.flush() || out.size() != bytes.size()) {
        const QString reason = out.error() == QFileDevice::NoError ? u"no space left"_s : out.errorString();
        out.cancelWriting();
        return Unexpected(reason);
    }
    if (!out.commit())
        return Unexpected(out.errorString());
    return {};
}

} // namespace drafting
