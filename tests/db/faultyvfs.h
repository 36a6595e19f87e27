// A disk that fails, for the tests: SQLite's file system under every connection of this process, counting its operations,
// failing one of them or all from one on, and remembering what was synced, so that a power cut can be played out.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <random>
#include <vector>

struct sqlite3_vfs;

namespace fixture {

enum class Operation { Open, Read, Write, Truncate, Sync, Delete };

class FaultyVfs {
public:
    /// Makes it the default file system until it dies. One at a time, and no connection may outlive it.
    FaultyVfs();
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;
    FaultyVfs(FaultyVfs &&) = delete;
    FaultyVfs &operator=(FaultyVfs &&) = delete;
    ~FaultyVfs();

    /// From now on operations are counted from 1; number `at` (0: none) fails with the SQLite code `code`, and with
    /// `forGood` all that follow. A write that fails has written half of its bytes.
    void failAt(int at, int code, bool forGood);
    /// Operations since failAt().
    int operations() const { return m_operations; }

    /// From now on what is synced is remembered, beginning with the files that are there; so many operations later the
    /// power is cut: everything fails, and nothing of it reaches the disk.
    void cutPowerAt(int at);
    /// What the disk holds after the cut, by file name: what was synced, and of what was not any part of it, in sectors.
    QHash<QString, QByteArray> afterPowerCut(std::mt19937 &random) const;

    /// SQLite's code when the operation has to fail, 0 otherwise. The methods of its files call these.
    int before(Operation operation);
    void wrote(const QString &path, qint64 offset, const QByteArray &bytes);
    void truncated(const QString &path, qint64 size);
    void synced(const QString &path);
    void deleted(const QString &path, bool forGood);

    sqlite3_vfs *base() const { return m_base; }

private:
    struct Change {
        qint64 offset = 0; ///< of a write; the new size of a truncation
        QByteArray bytes;
        bool isTruncation = false;
    };
    struct Disk {
        QByteArray content;     ///< as it was synced
        bool exists = false;    ///< its name is on the disk
        bool mayBeGone = false; ///< deleted, and its folder not synced since
        std::vector<Change> unsynced;
    };
    static void apply(QByteArray &content, const Change &change);

    sqlite3_vfs *m_base = nullptr;
    std::unique_ptr<sqlite3_vfs> m_own;
    int m_operations = 0;
    int m_failAt = 0;
    int m_code = 0;
    bool m_forGood = false;
    bool m_remembering = false;
    QHash<QString, Disk> m_disks;
};

} // namespace fixture
