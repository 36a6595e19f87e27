#include "documents/pdftext.h"

#include "documents/pdfstate.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace documents {

namespace {

/// How far a glyph may stand from its place, in units of the page: 0.1 points, less than a dot at 600 dots an inch. The
/// places are the widths' sums rounded glyph by glyph, so that most of what is left out is rounding.
constexpr double kUnseen = 2;

struct Glyph {
    int dx = 0;
    int dy = 0;
    unsigned code = 0;
};

/// "97 0 Td <0003> Tj"
std::optional<Glyph> glyphIn(std::string_view line)
{
    Glyph glyph;
    const char *end = line.data() + line.size();
    const auto x = std::from_chars(line.data(), end, glyph.dx);
    if (x.ec != std::errc() || x.ptr == end || *x.ptr != ' ')
        return std::nullopt;
    const auto y = std::from_chars(x.ptr + 1, end, glyph.dy);
    const std::string_view rest(y.ptr, std::size_t(end - y.ptr));
    constexpr std::string_view kBefore = " Td <";
    constexpr std::string_view kAfter = "> Tj";
    constexpr std::size_t kDigits = 4;
    if (y.ec != std::errc() || rest.size() < kBefore.size() + kDigits + kAfter.size() || !rest.starts_with(kBefore)
        || rest.substr(kBefore.size() + kDigits, kAfter.size()) != kAfter)
        return std::nullopt;
    const char *digits = rest.data() + kBefore.size();
    const auto code = std::from_chars(digits, digits + kDigits, glyph.code, 16);
    return code.ptr == digits + kDigits ? std::optional(glyph) : std::nullopt;
}

class Joiner {
public:
    Joiner(const QByteArray &content, const QHash<QByteArray, GlyphWidths> &fonts) : m_content(content), m_fonts(fonts)
    {
        m_out.reserve(content.size() / 2);
    }

    QByteArray run()
    {
        LeanState state([this](std::string_view line) { take(line); });
        qsizetype at = 0;
        while (at < m_content.size()) {
            qsizetype end = m_content.indexOf('\n', at);
            end = end < 0 ? m_content.size() : end;
            state.take(std::string_view(m_content.constData() + at, std::size_t(end - at)));
            at = end + 1;
        }
        state.finish();
        flush();
        return std::move(m_out);
    }

private:
    void take(std::string_view line)
    {
        const auto glyph = m_widths ? glyphIn(line) : std::nullopt;
        if (!glyph || glyph->code >= m_widths->size()) {
            flush();
            // What follows counts from the last glyph, and the string began at its first.
            m_behind = 0;
            setFont(line);
            m_out.append(line.data(), qsizetype(line.size())).append('\n');
            return;
        }
        if (m_glyphs > 0 && (glyph->dy != 0 || glyph->dx < 0))
            flush();
        if (m_glyphs == 0)
            begin(*glyph);
        else
            add(*glyph);
    }

    /// "/F7 210 Tf 1 0 0 -1 0 0 Tm"
    void setFont(std::string_view line)
    {
        const std::size_t name = line.find(" Tf");
        if (line.empty() || line.front() != '/' || name == std::string_view::npos)
            return;
        const std::size_t space = line.find(' ');
        const auto found = m_fonts.constFind(QByteArray(line.data() + 1, qsizetype(space) - 1));
        m_size = 0;
        std::from_chars(line.data() + space + 1, line.data() + name, m_size);
        m_widths = found != m_fonts.cend() && m_size > 0 ? &*found : nullptr;
    }

    void begin(const Glyph &glyph)
    {
        m_out.append(QByteArray::number(glyph.dx + m_behind)).append(' ');
        m_out.append(QByteArray::number(glyph.dy)).append(" Td ");
        m_string = "(";
        m_isShifted = false;
        m_glyphs = 0;
        m_behind = 0;
        m_pen = 0;
        put(glyph.code);
    }

    void add(const Glyph &glyph)
    {
        m_behind += glyph.dx;
        const double off = m_pen - m_behind;
        if (std::abs(off) > kUnseen) {
            const int shift = int(std::lround(off * 1000 / m_size));
            m_string.append(')').append(QByteArray::number(shift)).append('(');
            m_pen -= double(shift) * m_size / 1000;
            m_isShifted = true;
        }
        put(glyph.code);
    }

    void put(unsigned code)
    {
        putByte(char(code >> 8U));
        putByte(char(code & 0xffU));
        m_pen += double((*m_widths)[code]) * m_size / 1000;
        ++m_glyphs;
    }

    /// As itself: digits take twice the room, packed as well.
    void putByte(char byte)
    {
        if (byte == '(' || byte == ')' || byte == '\\')
            m_string.append('\\').append(byte);
        else if (byte == '\r') // a line's end in a string is read as a line feed
            m_string.append("\\r");
        else
            m_string.append(byte);
    }

    void flush()
    {
        if (m_glyphs == 0)
            return;
        m_string.append(')');
        if (m_isShifted)
            m_out.append('[').append(m_string).append("] TJ\n");
        else
            m_out.append(m_string).append(" Tj\n");
        m_glyphs = 0;
    }

    const QByteArray &m_content;
    const QHash<QByteArray, GlyphWidths> &m_fonts;
    QByteArray m_out;
    const GlyphWidths *m_widths = nullptr;
    int m_size = 0;
    QByteArray m_string; ///< of the line so far
    bool m_isShifted = false;
    int m_glyphs = 0;
    int m_behind = 0; ///< from the string's first glyph to its last, in units
    double m_pen = 0; ///< where the next glyph would stand by the widths
};

} // namespace

QByteArray withJoinedGlyphs(const QByteArray &content, const QHash<QByteArray, GlyphWidths> &fonts)
{
    return Joiner(content, fonts).run();
}

} // namespace documents
