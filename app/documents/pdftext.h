// Pdf text: Qt's PDF writer places every glyph by an operation of its own. Here a line's glyphs become one string, with a
// shift only where the sum of the widths has left the place by more than the eye sees: smaller files, the same picture.
#pragma once

#include <QByteArray>
#include <QHash>

#include <vector>

namespace documents {

/// Widths of a font's glyphs in thousandths of its size, by glyph.
using GlyphWidths = std::vector<int>;

/// A page's content with its lines of glyphs joined. `fonts` by their names in the content, without the slash. What is not
/// of the form that Qt writes stays as it is.
QByteArray withJoinedGlyphs(const QByteArray &content, const QHash<QByteArray, GlyphWidths> &fonts);

} // namespace documents
