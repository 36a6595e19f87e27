// Shipped file: the bytes of one file of resources/, as they stand in the program.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"

#include <QByteArray>

namespace drafting {

/// `name` is a path below resources/. An error is a defect of the build.
domain::Result<QByteArray, domain::InputError> shippedFile(const QString &name);

} // namespace drafting
