// Agent notes: a record's facts as plain text, in the shape in which AWS Partner Central's own drafting agent takes notes of
// a call ("Create using agent"): one labelled fact per line, long texts as paragraphs, nothing that is not known.
//
// The agent takes documents of up to 4.5 MB, three in a message (third-party reading of its documentation, 2026-09).
#pragma once

#include "projection/projection.h"
#include "records/record.h"

#include <QByteArray>

namespace records {

QByteArray agentNotes(const Record &record, const domain::Worksheet &worksheet,
                      const projection::Projection &projection);

} // namespace records
