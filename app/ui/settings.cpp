#include "ui/settings.h"

#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 10;
const QString kRecentKey = u"recentFiles"_s;
const QString kAppearanceKey = u"appearance"_s;

} // namespace

Settings::Settings(const QString &file)
    : m_store(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, u"briefstack"_s, u"briefstack"_s)
                             : QSettings(file, QSettings::IniFormat))
{
}

Appearance Settings::appearance() const
{
    return appearanceNamed(m_store.value(kAppearanceKey).toString());
}

void Settings::setAppearance(Appearance appearance)
{
    m_store.setValue(kAppearanceKey, appearanceName(appearance));
}

QStringList Settings::recentFiles() const
{
    QStringList present;
    for (const QString &file : m_store.value(kRecentKey).toStringList()) {
        if (QFileInfo::exists(file))
            present.append(file);
    }
    return present;
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = m_store.value(kRecentKey).toStringList();
    files.removeAll(path);
    files.prepend(path);
    m_store.setValue(kRecentKey, files.first(std::min(files.size(), kMostRecent)));
}

} // namespace ui
