// A fuzz target: one way by which a file of unknown origin comes into the program. Each is fed by a test with damaged seeds
// (tst_fuzztarget.cpp) and by libFuzzer (libfuzzer.cpp, the preset `fuzz`). What once crashed, and what is worth starting
// from, lies in tests/data/fuzz/<name>.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace fuzz {

struct Target {
    QString name;
    QList<QByteArray> (*seeds)();
    QString (*feed)(const QByteArray &input); ///< what is wrong with what the program made of it; empty: nothing
    bool isPages = false;                     ///< a database, damaged page by page
};

/// Each target's file defines it.
Target target();

/// The files of a folder of the sources, by name.
QList<QByteArray> filesOf(const QString &folder, const QStringList &patterns);

/// What a message must be wherever it is shown: one line that is not empty.
QString unlessOneLine(const QString &message);

} // namespace fuzz
