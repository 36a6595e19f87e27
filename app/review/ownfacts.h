// Own facts: what the case itself knows and a text could say instead of a general word. Words of the worksheet, quoted
// or composed, never anything of ours.
#pragma once

#include "domain/worksheet.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace review {

/// Facts of a use case that fit the text of that key ("problem", "successMetric", ...), the most telling first; none
/// that is this text itself.
QStringList ownFacts(const domain::Worksheet &worksheet, const domain::UseCase &useCase, QLatin1StringView key);

/// "Write what the case knows: 41 percent of tickets repeat an answered question." Without any fact: what to ask for.
QString insteadFor(const domain::Worksheet &worksheet, const domain::UseCase &useCase, QLatin1StringView key);

} // namespace review
