// Writes a rate book, and cuts one down to what a case uses: a case keeps the rows that it was computed with.
#pragma once

#include "catalogue/ratebook.h"

#include <QByteArray>
#include <QStringList>

namespace catalogue {

/// The rows of these models and prices of these items in these regions (and default ones), with their sources. Names that
/// the book does not know are passed over. Id and date are the book's; the hash is empty until it is written and read.
RateBook excerpt(const RateBook &book, const QStringList &models, const QStringList &items, const QStringList &regions);

/// The form that readRateBook() reads. The same book gives the same bytes. What is only information (context windows) is
/// left out.
QByteArray writeRateBook(const RateBook &book);

} // namespace catalogue
