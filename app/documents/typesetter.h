// Typesetter: turns text into marks on a page: measures, breaks lines, and finds what no installed font can print.
//
// One typesetter per thread: it keeps fonts, glyph tables and advances, which makes a figure in a table a look-up instead
// of a shaping. Text that Liberation Sans does not cover is shaped with the installed fonts; a character that none of
// them has is replaced by a visible "[?]" and reported, never left as a silent box.
#pragma once

#include "documents/pages.h"

#include <QFont>
#include <QHash>
#include <QRawFont>

#include <QTextLayout>

#include <array>
#include <memory>
#include <vector>

namespace documents {

/// Text broken into lines; each is painted by its own mark.
class SetText {
public:
    int lineCount() const { return int(m_widths.size()); }
    qreal width(int line) const { return m_widths[size_t(line)]; }
    /// The mark of a line whose left edge is at `left` and whose line box begins at `top`.
    TextMark mark(int line, qreal left, qreal top) const;

private:
    friend class Typesetter;
    std::shared_ptr<const QTextLayout> m_layout;
    TextStyle m_style;
    std::vector<qreal> m_widths;
};

/// A character that no installed font has, and where it stands.
struct MissingCharacter {
    char32_t character = 0;
    QString field;   ///< path of the fact; may be empty
    QString excerpt; ///< the text it stands in, shortened
};

class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter &) = delete;
    Typesetter &operator=(const Typesetter &) = delete;

    /// The width of one line.
    qreal width(const QString &text, const TextStyle &style);

    /// One line that is never broken, its base line where the line box at `top` puts it; returns its width.
    qreal line(Fragment &into, const QString &text, const TextStyle &style, qreal left, qreal top);
    /// The same, ending at `right`.
    qreal lineToRight(Fragment &into, const QString &text, const TextStyle &style, qreal right, qreal top);

    /// Breaks `text` into lines of at most `width`. A month and its day stay together; a last line of one word is
    /// avoided by breaking again at 4 % less width, up to three times; a word longer than a line is broken anywhere. At least one line.
    SetText set(const Text &text, const TextStyle &style, qreal width);

    /// Sets a whole text into a fragment, `top` down; returns the height taken, none for an empty text.
    qreal paragraph(Fragment &into, const Text &text, const TextStyle &style, qreal left, qreal top, qreal width);

    /// From the top of a line box to its base line.
    static qreal baseline(const TextStyle &style);

    /// Characters replaced since the last call.
    std::vector<MissingCharacter> takeMissing() { return std::exchange(m_missing, {}); }
    /// Whether the design's own font is installed.
    bool hasDesignFont() const { return m_hasDesignFont; }

private:
    struct Glyph {
        quint32 index = 0;
        int advance = 0; ///< whole units
        bool known = false;
    };
    static constexpr int kTabled = 0x250; ///< Latin with its extensions; further signs by hash
    struct FontTable {
        QFont font;
        QRawFont raw;
        std::array<Glyph, kTabled> glyphs;
        QHash<char16_t, Glyph> others;
    };

    FontTable &table(const TextStyle &style);
    Glyph glyph(FontTable &table, char16_t character);
    /// The glyphs of a text that one table covers; nothing when shaping is needed.
    bool tabled(const QString &text, const TextStyle &style, FontTable &table, QGlyphRun *run, qreal *width);
    SetText setLine(const QString &text, const TextStyle &style);
    SetText broken(const Text &text, const TextStyle &style, qreal width);
    QString printable(const QString &text, const TextStyle &style, const QString &field);
    bool isCovered(const QString &text);

    std::array<QHash<int, std::shared_ptr<FontTable>>, 4> m_tables; ///< by face and kerning, then by size in units
    QHash<char32_t, bool> m_hasGlyph;
    std::vector<MissingCharacter> m_missing;
    bool m_hasDesignFont = true;
};

} // namespace documents
