// The first 100 bytes of a file, judged before SQLite reads anything: is this a case file, and one of ours to open?
//
// Format: the SQLite file format's "database header". A refused file was never locked, recovered or changed.
#pragma once

#include "db/errors.h"

#include <QByteArrayView>

namespace db {

inline constexpr quint32 kApplicationId = 0x42525354; // 'BRST'
inline constexpr int kHeaderBytes = 100;
/// Larger than any partner's file by a factor of a hundred: what is larger was not made by this program.
inline constexpr qint64 kLargestFile = qint64{64} * 1024 * 1024 * 1024;

struct FileHeader {
    int version = 0;      ///< schema version (user_version), 1 or more
    bool usesWal = false; ///< another program switched the file to a write-ahead log
};

/// `start` holds the file's first bytes (at most kHeaderBytes are looked at), `size` is the file's.
/// Errors: TooShort, NotACase, TooNew (newer than `newestVersion`), Corrupt (a header of ours with damaged bytes).
domain::Result<FileHeader, ports::StoreError> judgeHeader(QByteArrayView start, qint64 size, int newestVersion);

} // namespace db
