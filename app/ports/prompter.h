// Prompter: the few questions a window asks: which file, and what to do where something is already there.
//
// Dialogs in the program, scripted answers in tests. Every answer can be "never mind": an empty path, or no.
#pragma once

#include <QString>
#include <QStringList>

namespace ports {

class Prompter {
public:
    virtual ~Prompter() = default;

    /// A path for a case file that does not exist yet; `suggested` is a path.
    virtual QString newCaseFile(const QString &title, const QString &suggested) = 0;
    virtual QString existingCaseFile(const QString &title, const QString &folder) = 0;
    virtual QString existingFolder(const QString &title, const QString &folder) = 0;
    virtual QStringList worksheets(const QString &folder) = 0;
    /// A founder's answer to the worksheet form.
    virtual QString answerFile(const QString &folder) = 0;
    /// Where a document goes, of the kind that the suggested name ends with; that an existing file is replaced has been
    /// confirmed.
    virtual QString documentFile(const QString &suggested) = 0;
    virtual QString exportFolder(const QString &folder) = 0;

    /// Whether the files of these names in `folder` may be replaced.
    virtual bool replaceFiles(const QString &folder, const QStringList &names) = 0;
    /// Whether a record that is filed as `opportunity` is to be filed again.
    virtual bool fileAgain(const QString &record, const QString &opportunity) = 0;
};

} // namespace ports
