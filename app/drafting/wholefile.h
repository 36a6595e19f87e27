// The one way files of the user are written: an export, the user's own prices.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace drafting {

/// Replaces a file whole or not at all, through a link to where it leads, readable by its owner only. On a full disk,
/// or any other failure, what was there stays as it was. The error is the system's reason.
domain::Result<void, QString> writeWholeFile(const QString &file, const QByteArray &bytes);

} // namespace drafting
