// Pdf state: Qt's PDF writer says color, pen and opacity anew for each piece of text and each rectangle. Here what is said
// already is left out, and texts that follow each other become one: smaller files, the same picture.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

/// Takes a page's content line by line and hands on the lines that are needed. Lines that are not of the form that Qt writes
/// are handed on as they are.
class LeanState {
public:
    using Sink = std::function<void(std::string_view line)>;

    explicit LeanState(Sink sink) : m_sink(std::move(sink)), m_levels(1) {}

    void take(std::string_view line);
    void finish();

private:
    struct Level { ///< what holds between a `q` and its `Q`
        std::string fill;
        std::string opacity;
    };

    void put(std::string_view line);
    bool isHeld(std::string_view line);
    void release();
    void followLevels(std::string_view line);
    void keepOuter(bool isAnew, std::span<const std::string> pens);
    bool joinsTexts(std::string_view *color);

    Sink m_sink;
    std::vector<Level> m_levels;
    std::vector<std::string> m_held; ///< since the last text ended: whether they are needed shows at the next
    /// Of the texts that were joined on: what is drawn after them may rely on it.
    std::vector<std::string> m_outer;
};

} // namespace documents
