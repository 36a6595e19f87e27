// The architecture as one table: which folder may use which other folder, which parts of Qt and which library.
//
// README.md draws the same picture for people. To allow a new edge, change the table here and the picture there.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace arch {

/// What a layer may do beside computing: nothing; reading and writing; also asking what day it is.
enum class Reach { Pure, Effects, Clock };

struct Layer {
    QString folder; ///< "app/domain"
    Reach reach = Reach::Pure;
    QStringList sees;      ///< layers it may include and link, itself aside
    QStringList qtModules; ///< Qt modules beyond QtCore: "QtGui"
    QStringList libraries; ///< names of `libraries()`

    bool isPure() const { return reach == Reach::Pure; }
    /// The name in include paths and link lines: "domain"; "app" for the desktop program's own folder.
    QString name() const { return folder.mid(folder.lastIndexOf(u'/') + 1); }
};

/// Another project's library, by its headers and by its CMake target.
struct Library {
    QString name;
    QString header; ///< what an include of it starts with
    QString target;
};

/// From the left of the picture to the right: a layer sees only layers before it.
const std::vector<Layer> &layers();
const std::vector<Library> &libraries();

/// The layer of a folder or of a folder inside it ("app/review/ace"); nullptr outside the table.
const Layer *layerOf(const QString &folder);
const Layer *layerNamed(const QString &name);

} // namespace arch
