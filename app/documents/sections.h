// Sections of a brief, one function each, in the order in which they are read.
#pragma once

#include "documents/assumptions.h"
#include "documents/brief.h"
#include "documents/recordview.h"

namespace documents {

Band bandOf(const RecordView &view);
Strip stripOf(const RecordView &view, Assumptions &assumptions);
Section useCaseSection(const RecordView &view, domain::Findings &findings);
Section scopeSection(const RecordView &view, Assumptions &assumptions);
Section spendSection(const RecordView &view, const Assumptions &assumptions);
Section numbersSection(const RecordView &view, const Assumptions &assumptions);
Section afterSection(const RecordView &view);
Section stackSection(const RecordView &view);
Section partnerSection(const RecordView &view);

Paper paperOf(const domain::Worksheet &worksheet);
Properties propertiesOf(const RecordView &view);
/// "January - March 2027" of the months the ask is sized on.
QString windowOf(const RecordView &view, const funding::Pool &pool);
/// "Ask: 13% of first-year spend of $224,825"; of the months there are, when they are fewer; empty without spend.
QString askShareOf(const RecordView &view, domain::Money ask);
/// "Not stated" for an empty text.
Text orNotStated(const QString &text, const QString &field = {});

/// The checklist or application brief of a pool that is not filed through ACE.
Brief buildHandout(const RecordView &view);

} // namespace documents
