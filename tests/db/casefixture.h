// What the tests of the case file share: drafts, a folder per test, and SQLite without any of our care, to look at a file
// or to spoil it.
#pragma once

#include "db/casestore.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

struct sqlite3;

/// Fails a test with the store's own words.
#define VERIFY_OK(result) \
    do { \
        const auto &outcome_ = (result); \
        QVERIFY2(outcome_, fixture::words(outcome_).constData()); \
    } while (false)

namespace fixture {

QByteArray words(const ports::StoreError &error);

template <class T>
QByteArray words(const domain::Result<T, ports::StoreError> &result)
{
    return result ? QByteArray() : words(result.error());
}

/// A draft of a worksheet with that company; `words` go into its notes and make it longer.
ports::CaseDraft draft(const QString &company, const QString &website = {}, const QString &words = {});
/// A moment on 2026-11-22, so many seconds after noon.
QDateTime noon(int seconds = 0);

/// Opens a store or fails the test by returning nothing; waits for locks only briefly.
std::unique_ptr<ports::CaseStore> open(const QString &path, db::OpenMode mode = db::OpenMode::WriteOrMake,
                                       qint64 largestPageCount = 0);
/// Makes a case file with so many cases, "Company 0" and on.
bool makeCases(const QString &path, int count);
int caseCount(const QString &path);

QByteArray bytesOf(const QString &path);
void writeBytes(const QString &path, const QByteArray &bytes);

/// SQLite as any other program would use it.
class RawDatabase {
public:
    explicit RawDatabase(const QString &path);
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;
    RawDatabase(RawDatabase &&) = delete;
    RawDatabase &operator=(RawDatabase &&) = delete;
    ~RawDatabase();

    /// False when any statement failed.
    bool run(const QString &sql);
    /// The first column of the first row; "?" on an error.
    QString text(const QString &sql);

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace fixture
