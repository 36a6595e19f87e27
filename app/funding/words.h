// Words that the messages of this layer share.
#pragma once

#include "domain/money.h"

#include <QString>

namespace funding {

/// "$29,500", with cents only when there are any.
QString dollars(domain::Money amount);

} // namespace funding
