// Composer: lays a brief out on pages, by the reference design.
//
// Nothing is cut, no row is split, no head stands alone. A brief takes two pages wherever it can: when text is long the
// design gives way in its own order (gaps, the company's line, the spend table to page 2, the chart's height, notes in
// one line, small workloads summed, assumptions smaller and those merely stated left out). What is longer still flows on
// to further pages, and a finding names the text to shorten. Other documents flow down as many pages as they need.
#pragma once

#include "documents/pages.h"
#include "documents/typesetter.h"

namespace documents {

/// `type` belongs to the calling thread; the pages must not outlive it.
Pages compose(const Brief &brief, Typesetter &type);

} // namespace documents
