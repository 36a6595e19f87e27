// Where the sources of this checkout lie: tests read the shipped resources and their own data from there.
#pragma once

#include <QString>

namespace support {

/// Absolute path of a file or folder of the checkout: sourcePath(u"resources/samples"_s);
/// the checkout itself for an empty path.
QString sourcePath(const QString &path);

} // namespace support
