#include "cli/stagedfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

StagedFiles::StagedFiles(const QString &folder, NewFolder made)
    : m_folder(folder),
      m_made(std::move(made)),
      m_staging(std::make_unique<QTemporaryDir>(folder + u"/.briefstack-XXXXXX"_s))
{
}

StagedFiles::~StagedFiles() = default;

Outcome<std::unique_ptr<StagedFiles>> StagedFiles::in(const QString &folder)
{
    auto made = NewFolder::make(folder);
    if (!made)
        return Unexpected(made.error());
    std::unique_ptr<StagedFiles> files(new StagedFiles(folder, *std::move(made)));
    if (!files->m_staging->isValid())
        return Unexpected(Failure{folder, {}, u"cannot be written into: "_s + files->m_staging->errorString()});
    return files;
}

Step StagedFiles::write(const QString &stagedName, const QByteArray &bytes) const
{
    QFile file(m_staging->filePath(stagedName));
    // Unbuffered: a full disk is then reported by write(), in the system's words.
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
                      && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                      && file.write(bytes) == bytes.size();
    if (written)
        return {};
    // Qt has no words for a write that a full disk cut short.
    const bool full = QStorageInfo(m_folder).bytesAvailable() < bytes.size();
    return Unexpected(Failure{m_folder,
                              {},
                              u"could not be written into: "_s
                                  + (full ? u"there is no space left on the disk"_s : file.errorString())});
}

Step StagedFiles::isFree(const QString &name) const
{
    const QString target = m_folder + u'/' + name;
    if (QFileInfo(target).isDir())
        return Unexpected(Failure{target, {}, u"is a folder, where a file has to be written"_s});
    return {};
}

Step StagedFiles::isNew(const QString &name) const
{
    const QFileInfo target(m_folder + u'/' + name);
    if (target.exists() || target.isSymLink())
        return Unexpected(Failure{target.filePath(), {}, u"is already there, and a case file is never replaced"_s});
    return {};
}

Step StagedFiles::publishNew(const QString &stagedName, const QString &name) const
{
    const QString target = m_folder + u'/' + name;
    QFile staged(m_staging->filePath(stagedName));
    // Never replaces.
    if (!staged.rename(target))
        return Unexpected(Failure{target, {}, u"could not be put in place: "_s + staged.errorString()});
    return {};
}

Step StagedFiles::publish(const QString &stagedName, const QString &name) const
{
    const QString target = m_folder + u'/' + name;
    // QFile::rename never replaces; the system's own call does, in one step.
    const int renamed = std::rename(QFile::encodeName(m_staging->filePath(stagedName)).constData(),
                                    QFile::encodeName(target).constData());
    if (renamed != 0)
        return Unexpected(Failure{target, {}, u"could not be put in place: "_s + qt_error_string()});
    return {};
}

} // namespace cli
