// Plain tool tips: what Qt shows as a tool tip it takes for markup when it looks like it.
#pragma once

#include <QString>

namespace ui {

/// `text` as it stands, whatever it looks like; of one that no screen holds, its beginning.
inline QString plainToolTip(const QString &text)
{
    constexpr qsizetype kMost = 2000;
    if (text.isEmpty())
        return text;
    const QString shown = text.size() > kMost ? QString(text.first(kMost) + QChar(0x2026)) : text;
    return QStringLiteral("<p style=\"white-space: pre-wrap\">") + shown.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace ui
