// Close names: "did you mean", for unknown models, items, keys and vocabulary.
#pragma once

#include <QString>
#include <QStringList>

namespace domain {

/// Up to `most` of `names` that look like `text`, the closest first: small edit distance relative to the length, or the
/// text is part of the name. Empty when nothing is close enough to be a likely slip.
QStringList closeNames(const QString &text, const QStringList &names, int most = 3);

} // namespace domain
