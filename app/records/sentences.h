// Sentences: where the sentences of a user's text begin and end, as ranges of the text itself, so that a window can mark
// them where they stand.
//
// Knows abbreviations and initials, numbers ("2.1 million", "No. 3", a German "3. Quartal", a numbered list), quoted
// and bracketed ends, and the stops of other scripts (full width, Arabic, Devanagari). Line breaks end a sentence only
// where a blank line or a list begins, since texts are typed with soft line ends too.
#pragma once

#include <QString>

#include <vector>

namespace records {

/// UTF-16 units of the text it belongs to.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype end() const { return start + length; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Each sentence with its stop, without the space around it; nothing but space is left out.
std::vector<TextRange> sentenceRanges(const QString &text);

} // namespace records
