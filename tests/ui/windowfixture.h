// WindowFixture: the real window on real temporary files, with scripted answers and a fixed day.
#pragma once

#include "db/casefilesondisk.h"
#include "db/profile.h"
#include "ports/clock.h"
#include "ports/prompter.h"
#include "support/sourcefolder.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tests {

using namespace Qt::StringLiterals;

/// Answers in advance; counts what was asked.
class ScriptedPrompter : public ports::Prompter {
public:
    QString newFile;
    QString caseFile;
    QStringList files;
    QString pdf;
    QString founderAnswer;
    QString folder;
    bool mayReplace = false;

    QString suggested; ///< the last name proposed
    QStringList askedReplace;
    QString askedAgain;

    QString newCaseFile(const QString &, const QString &name) override
    {
        suggested = name;
        return newFile;
    }
    QString existingCaseFile(const QString &, const QString &) override { return caseFile; }
    QString existingFolder(const QString &, const QString &) override { return folder; }
    QStringList worksheets(const QString &) override { return files; }
    QString answerFile(const QString &) override { return founderAnswer; }
    QString documentFile(const QString &name) override
    {
        suggested = name;
        return pdf;
    }
    QString exportFolder(const QString &) override { return folder; }
    bool replaceFiles(const QString &, const QStringList &names) override
    {
        askedReplace = names;
        return mayReplace;
    }
    bool fileAgain(const QString &record, const QString &) override
    {
        askedAgain = record;
        return mayReplace;
    }
};

/// The day the samples are of.
class FixedClock : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime(today(), QTime(10, 42), Qt::UTC); }
};

inline QString samplePath(const QString &name)
{
    return support::sourcePath(u"resources/samples/"_s) + name + u".worksheet.json"_s;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct WindowFixture {
    WindowFixture() { restart(); }

    /// A new window on the same settings: the program's next start.
    void restart()
    {
        window.reset();
        ui::applyTheme(*qApp, ui::Appearance::Light);
        settings = std::make_unique<ui::Settings>(path(u"settings.ini"_s));
        window = std::make_unique<ui::MainWindow>(
            session::Services{files, prompter, clock, nullptr, nullptr, &profiles}, *settings);
        window->complete();
    }

    void show()
    {
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    QString path(const QString &name) const { return folder.filePath(name); }

    /// A new case file with a case of each of these samples; the last one is shown.
    void importSamples(const QStringList &names)
    {
        QStringList paths;
        for (const QString &name : names)
            paths.append(samplePath(name));
        prompter.newFile = path(u"cases.briefstack"_s);
        window->desk().importWorksheets(paths);
        QTRY_VERIFY(window->desk().shown());
    }

    /// The case of this worksheet alone, in a new case file of its own.
    void openWorksheet(const QByteArray &worksheet)
    {
        const QString number = QString::number(QDir(folder.path()).entryList().size());
        QFile file(path(number + u".worksheet.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(worksheet), worksheet.size());
        file.close();
        window->desk().close();
        prompter.newFile = path(number + u".briefstack"_s);
        window->desk().importWorksheets({file.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(window->desk().shown() && window->desk().openCase(), 30'000);
        QTRY_VERIFY(!window->desk().isBusy());
    }

    /// A widget by its object name; fails the test when there is none.
    template <class T>
    T *find(const QString &name) const
    {
        T *found = window->findChild<T *>(name);
        if (!found)
            QTest::qFail(qPrintable(u"no such widget: "_s + name), __FILE__, __LINE__);
        return found;
    }

    QString text(const QString &labelName) const { return find<QLabel>(labelName)->text(); }
    void trigger(const QString &actionName) const { find<QAction>(actionName)->trigger(); }

    QTemporaryDir folder;
    db::CaseFilesOnDisk files;
    db::ProfilesOnDisk profiles;
    ScriptedPrompter prompter;
    FixedClock clock;
    std::unique_ptr<ui::Settings> settings;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace tests
