// Reads a rate book file: strict, all or nothing. Format: resources/rates/README.md.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/inputerror.h"
#include "domain/result.h"

#include <QByteArrayView>

namespace catalogue {

/// A book, ready to be looked up in; or the first thing that is wrong, with its JSON path. Refuses unknown keys,
/// two models or items of one id, two rows of one region and scope, names that two models share (in any case), tiers
/// that do not ascend and sources that do not exist.
domain::Result<RateBook, domain::InputError> readRateBook(QByteArrayView bytes);

} // namespace catalogue
