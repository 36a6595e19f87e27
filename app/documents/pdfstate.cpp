#include "documents/pdfstate.h"

#include <algorithm>
#include <span>
#include <utility>

namespace documents {

namespace {

constexpr std::string_view kFill = "/CSp cs ";
constexpr std::string_view kFillEnd = " scn";
constexpr std::string_view kOpacityEnd = " gs";

bool isFill(std::string_view line)
{
    return line.starts_with(kFill) && line.ends_with(kFillEnd);
}

bool isOpacity(std::string_view line)
{
    return line.starts_with('/') && line.ends_with(kOpacityEnd);
}

/// A pen's color, or its width and dashes.
bool isPen(std::string_view line)
{
    return line.ends_with(" SCN") || line.ends_with("  d");
}

/// Colors are of 256 steps: three decimals tell them apart.
std::string shortColor(std::string_view line)
{
    constexpr int kDecimals = 3;
    std::string shorter;
    shorter.reserve(line.size());
    int decimals = -1;
    for (const char sign : line) {
        const bool isDigit = sign >= '0' && sign <= '9';
        decimals = sign == '.' ? 0 : isDigit && decimals >= 0 ? decimals + 1 : -1;
        if (decimals <= kDecimals)
            shorter += sign;
    }
    return shorter;
}

} // namespace

void LeanState::take(std::string_view line)
{
    if (!m_held.empty()) {
        if (isHeld(line)) {
            m_held.emplace_back(line);
            return;
        }
        std::string_view color;
        if (line == "BT" && joinsTexts(&color)) {
            const std::string next(color);
            m_held.clear();
            put(next);
            return;
        }
        release();
    }
    if (line == "ET")
        m_held.emplace_back(line);
    else
        put(line);
}

void LeanState::finish()
{
    release();
}

bool LeanState::isHeld(std::string_view line)
{
    return line == "Q" || line == "q" || isPen(line) || isFill(line) || isOpacity(line);
}

/// Whether what is held does no more than end one text and begin the next: its own level is left, a pen may be set on a level
/// begun anew, and a level with color and opacity is entered.
bool LeanState::joinsTexts(std::string_view *color)
{
    constexpr std::size_t kShortest = 5; // ET, Q, q, color, opacity
    const std::size_t count = m_held.size();
    if (count < kShortest || m_held[1] != "Q" || m_held[count - 3] != "q" || !isFill(m_held[count - 2])
        || m_held.back() != m_levels.back().opacity)
        return false;
    std::size_t first = 2;
    const bool isAnew = count > kShortest + 1 && m_held[2] == "Q" && m_held[3] == "q";
    if (isAnew)
        first += 2;
    const auto pens = std::span(m_held).subspan(first, count - 3 - first);
    if (!std::ranges::all_of(pens, isPen))
        return false;
    keepOuter(isAnew, pens);
    *color = m_held[count - 2];
    return true;
}

/// Remembers what a text that is joined on would have found outside itself.
void LeanState::keepOuter(bool isAnew, std::span<const std::string> pens)
{
    if (isAnew)
        m_outer.assign({"Q", "q"});
    for (const std::string &pen : pens) {
        const auto same = std::ranges::find_if(m_outer, [&](const std::string &line) {
            return isPen(line) && line.back() == pen.back(); // both colors, or both widths
        });
        if (same != m_outer.end())
            *same = pen;
        else
            m_outer.push_back(pen);
    }
}

/// The held lines after all; what joining left out of the outer level first.
void LeanState::release()
{
    if (m_held.empty())
        return;
    const std::vector<std::string> held = std::exchange(m_held, {});
    std::size_t at = 0;
    if (!m_outer.empty() && held.size() > 1 && held[1] == "Q") {
        put("ET");
        put("Q");
        for (const std::string &line : std::exchange(m_outer, {}))
            put(line);
        at = 2;
    }
    for (; at < held.size(); ++at)
        put(held[at]);
}

void LeanState::put(std::string_view line)
{
    if (line.empty())
        return;
    if (line.front() == 'q' || line.front() == 'Q')
        followLevels(line);
    if (isFill(line)) {
        std::string fill(line);
        if (fill == m_levels.back().fill)
            return;
        m_levels.back().fill = std::move(fill);
        const std::string shorter = shortColor(line);
        m_sink(shorter);
        return;
    }
    if (isOpacity(line)) {
        std::string opacity(line);
        if (opacity == m_levels.back().opacity)
            return;
        m_levels.back().opacity = std::move(opacity);
    }
    if (line.ends_with(kFillEnd) || line.ends_with(" cs") || line.ends_with(" CS"))
        m_levels.back().fill.clear(); // a pattern, or another color space
    m_sink(line);
}

/// "q", "Q", "Q q" ...
void LeanState::followLevels(std::string_view line)
{
    if (line.find_first_not_of("qQ ") != std::string_view::npos)
        return;
    for (const char sign : line) {
        if (sign == 'q')
            m_levels.push_back(Level(m_levels.back()));
        else if (sign == 'Q' && m_levels.size() > 1)
            m_levels.pop_back();
    }
}

} // namespace documents
