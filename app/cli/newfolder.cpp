#include "cli/newfolder.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

/// The folder and those above it that do not exist yet, deepest first.
QStringList missingFolders(const QString &folder)
{
    QStringList missing;
    QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    while (!QFileInfo::exists(path)) {
        missing.append(path);
        path = QFileInfo(path).path();
    }
    return missing;
}

} // namespace

NewFolder::NewFolder(QStringList made) : m_made(std::move(made)) {}

NewFolder::NewFolder(NewFolder &&other) noexcept : m_made(std::exchange(other.m_made, {})) {}

NewFolder::~NewFolder()
{
    for (const QString &folder : std::as_const(m_made))
        QDir().rmdir(folder); // only when empty
}

Outcome<NewFolder> NewFolder::make(const QString &folder)
{
    NewFolder made(missingFolders(folder));
    if (QDir().mkpath(folder))
        return made;
    return Unexpected(Failure{folder, {}, u"the folder could not be made; choose another or check its permissions"_s});
}

} // namespace cli
