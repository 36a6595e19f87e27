// OpenFiles: which case files have a window. One window per file: a second one for the same file is refused, and the first
// asked to come to the front. While a file is open a mark of it lies in the person's data folder; a mark that is left over
// says that the program ended without closing the file, and what its cases were like before.
//
// The lock is the kernel's and goes with the process, however it ends; lock and socket lie in the person's runtime folder,
// which nobody else can enter. Marks hold paths, case ids and revision numbers, no facts. Where a folder cannot be written,
// files are opened without lock or mark. The command line takes no part: the case file itself keeps writers apart.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace session {

/// What a program that ended too early had open.
struct LeftMark {
    struct Case {
        QString id;
        int revision = 0; ///< before its session; 0: the case was made in it
    };
    QDateTime opened; ///< UTC
    std::vector<Case> cases;
};

/// One file's lock and mark, until it is destroyed: then the file counts as closed.
class OpenFile : public QObject {
    Q_OBJECT

public:
    ~OpenFile() override;

    /// Of an earlier session that did not close the file; without cases when there was none.
    const LeftMark &left() const { return m_left; }
    /// A case is shown that has this revision. The first number of a case counts.
    void addCase(const QString &id, int revision);

Q_SIGNALS:
    /// Somebody wanted to open the same file.
    void frontWanted();

private:
    friend class OpenFiles;
    OpenFile() = default;
    bool lock(const QString &place);
    void listen(const QString &place);
    void takeMark(const QString &folder, const QString &caseFile, const QDateTime &now);
    void writeMark() const;

    QString m_lockFile;
    QString m_socketFile;
    int m_lock = -1;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_calls;
    QString m_markFile;
    QString m_caseFile;
    LeftMark m_left;
    LeftMark m_mark;
};

class OpenFiles {
public:
    /// Folders of locks and of marks; they are made when they are needed.
    OpenFiles(QString lockFolder, QString markFolder);
    /// The person's own.
    static OpenFiles ofThePerson();

    /// Null when the file has a window already, which was asked to come to the front.
    std::unique_ptr<OpenFile> take(const QString &caseFile, const QDateTime &now) const;
    /// Whether the file has a window; it was asked to come to the front.
    bool bringToFront(const QString &caseFile) const;
    /// Case files that are there, have no window and were not closed, the last opened first.
    QStringList notClosed() const;

private:
    /// Of lock and socket, without ending; empty when there is no such file or folder.
    QString placeOf(const QString &caseFile) const;

    QString m_locks;
    QString m_marks;
};

} // namespace session
