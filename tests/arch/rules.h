// The rules of the source tree. Each takes a tree and returns what breaks it; none reads a file itself.
#pragma once

#include "arch/sourcetree.h"

#include <QString>

#include <vector>

namespace arch {

struct Violation {
    QString rule; ///< its short name, as in the messages: "include", "link", "clock"
    QString file;
    int line = 0;   ///< from 1; 0: the file as a whole
    QString detail; ///< what stands there and why it must not

    friend bool operator==(const Violation &, const Violation &) = default;
};

using Violations = std::vector<Violation>;

/// Includes against the direction of the layers: other layers, Qt modules, libraries, Qt's private headers.
Violations checkIncludes(const SourceTree &tree);
/// What pure layers must not name (objects with signals, files, locale, randomness); exceptions; clocks below session
/// and the command line; binary floating point where money is; user text as rich text; SQL outside db.
Violations checkWords(const SourceTree &tree);
/// Link lines of each folder's CMakeLists.txt against the direction of the layers.
Violations checkLinks(const SourceTree &tree);
/// Forms: only in forms/, each with the class of its name in app/ui.
Violations checkForms(const SourceTree &tree);
/// Folders that no layer owns, headers without a word on what they are for, long files, unfinished work.
Violations checkFiles(const SourceTree &tree);

/// All of the above.
Violations check(const SourceTree &tree);

/// What the folder's CMakeLists.txt links, in order, with the line each stands on.
struct Link {
    QString target;
    int line = 0;
};
std::vector<Link> linksOf(const SourceFile &cmakeLists);

} // namespace arch
