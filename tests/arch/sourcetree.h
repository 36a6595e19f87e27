// The project's own text as values, so that the rules can be fed the real tree and planted ones alike.
//
// Paths are relative to the source folder with forward slashes ("app/domain/money.h").
#pragma once

#include <QString>

#include <vector>

namespace arch {

struct SourceFile {
    QString path;
    QString text;

    /// The folder that holds the file: "app/domain".
    QString folder() const;
    /// File name without folder and last suffix: "money".
    QString baseName() const;
    bool isHeader() const { return path.endsWith(u".h"); }
    bool isCpp() const { return isHeader() || path.endsWith(u".cpp"); }
};

using SourceTree = std::vector<SourceFile>;

/// Reads the text files of app, db, forms, resources and tests below `root`, sorted by path. Large data files
/// (rate book, rule packs) and binary ones are left out: no rule is about them.
SourceTree readTree(const QString &root);

enum class Strings { Keep, Blank };

/// C++ text in which comments, and string and character literals if asked, are blanked out; lines stay where they were.
QString withoutComments(const QString &text, Strings strings);

} // namespace arch
