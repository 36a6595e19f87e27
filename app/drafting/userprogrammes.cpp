#include "drafting/userprogrammes.h"

#include "catalogue/programmeoverrides.h"

#include <QFile>
#include <QStandardPaths>

namespace drafting {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

QString userProgrammesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/briefstack/programmes.json"_s;
}

Result<void, InputError> applyOverrides(Shipped &shipped, QByteArrayView bytes)
{
    auto programmes = catalogue::withOverrides(shipped.programmes, bytes);
    if (!programmes)
        return Unexpected(programmes.error());
    shipped.programmes = *std::move(programmes);
    return {};
}

Result<void, InputError> applyUserProgrammes(Shipped &shipped)
{
    constexpr qint64 kLimit = 1024 * 1024;
    const QString name = userProgrammesFile();
    QFile file(name);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(InputError{InputProblem::Unreadable, {}, {}, file.errorString()});
    const QByteArray bytes = file.read(kLimit + 1);
    if (bytes.size() > kLimit)
        return Unexpected(InputError{InputProblem::TooLarge, {}, {}, u"1 MiB"_s});
    return applyOverrides(shipped, bytes);
}

} // namespace drafting
