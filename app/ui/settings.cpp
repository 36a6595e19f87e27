#include "ui/settings.h"

#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 10;
const QString kRecentKey = u"recentFiles"_s;
constexpr qsizetype kMostPlaces = 20;
const QString kPlacesKey = u"recentPlaces"_s;
const QString kLastCasesKey = u"lastCases"_s; // of each recent file: its path, then the case's id
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

QStringList Settings::recentPlaces() const
{
    return m_store.value(kPlacesKey).toStringList();
}

void Settings::addRecentPlace(const QString &place)
{
    QStringList places = recentPlaces();
    places.removeAll(place);
    places.prepend(place);
    m_store.setValue(kPlacesKey, places.first(std::min(places.size(), kMostPlaces)));
}

QString Settings::lastCase(const QString &caseFile) const
{
    const QStringList pairs = m_store.value(kLastCasesKey).toStringList();
    for (qsizetype index = 0; index + 1 < pairs.size(); index += 2) {
        if (pairs.at(index) == caseFile)
            return pairs.at(index + 1);
    }
    return {};
}

void Settings::setLastCase(const QString &caseFile, const QString &caseId)
{
    const QStringList before = m_store.value(kLastCasesKey).toStringList();
    QStringList pairs{caseFile, caseId};
    for (qsizetype index = 0; index + 1 < before.size() && pairs.size() < 2 * kMostRecent; index += 2) {
        if (before.at(index) != caseFile)
            pairs << before.at(index) << before.at(index + 1);
    }
    m_store.setValue(kLastCasesKey, pairs);
}

} // namespace ui
