#include "support/sourcefolder.h"

// The one object that knows the folder, so that all others compile to the same in every checkout.
QString support::sourcePath(const QString &path)
{
    return path.isEmpty() ? QStringLiteral(BRIEFSTACK_SOURCE_DIR) : QStringLiteral(BRIEFSTACK_SOURCE_DIR "/") + path;
}
