// Quantities: a number as people write it in notes, to the plain notation of files: exact, in any of the usual locales.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace call {

/// "5k" 5000, "1,000.5" and "1.000,5" 1000.5, "1 000" 1000, "1.5m" and "1,5 mio" 1500000, "$7k" 7000, "7 grand" 7000. A single
/// separator before exactly three digits groups thousands. Nothing when it is no number or could be two.
std::optional<QString> plainQuantity(QStringView written);

/// Whether it has no fraction.
bool isWhole(const QString &plain);

/// plain / divisor where that is whole.
std::optional<QString> divided(const QString &plain, qint64 divisor);

} // namespace call
