// Settings: what the program remembers between two starts: window, recent files, appearance. Never case data.
#pragma once

#include "ui/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace ui {

class Settings {
public:
    /// The person's own settings; `file` instead in tests.
    explicit Settings(const QString &file = {});

    QByteArray bytes(const QString &key) const { return m_store.value(key).toByteArray(); }
    void setBytes(const QString &key, const QByteArray &value) { m_store.setValue(key, value); }

    QString text(const QString &key, const QString &otherwise = {}) const
    {
        return m_store.value(key, otherwise).toString();
    }
    void setText(const QString &key, const QString &value) { m_store.setValue(key, value); }

    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// Case files, the last used first; those that are gone are left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);

    /// What Ctrl+K went to last, the last first; and the case shown last in a case file.
    QStringList recentPlaces() const;
    void addRecentPlace(const QString &place);
    QString lastCase(const QString &caseFile) const;
    void setLastCase(const QString &caseFile, const QString &caseId);

private:
    QSettings m_store;
};

} // namespace ui
