// Transcript: what a call recorder or a meeting program wrote down, pasted into the notes: time stamps and speakers.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace call {

struct TranscriptLine {
    std::optional<int> second; ///< since the beginning of the call
    QString text;              ///< with the speaker in front: "Anna: ..."
    friend bool operator==(const TranscriptLine &, const TranscriptLine &) = default;
};

/// Text of any program as notes hold it: every kind of line break is one, and what cannot be seen is a space, such as control
/// characters and the marks that turn the direction of a text around. Tabs stay.
QString pastedText(const QString &text);

/// Understands "00:12:03 Anna: ...", "[12:03] Anna: ...", "Anna Smith  0:12:03" above what she said, and WebVTT. Plain lines
/// come back as they are; blank lines of a transcript go.
std::vector<TranscriptLine> readTranscript(const QString &text);

/// The speaker that a line begins with, with the colon; 0: none.
qsizetype speakerLength(const QString &line);

} // namespace call
