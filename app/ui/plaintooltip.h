// Plain tool tips: what Qt shows as a tool tip it takes for markup when it looks like it.
#pragma once

#include <QString>

namespace ui {

/// `text` as it stands, whatever it looks like.
inline QString plainToolTip(const QString &text)
{
    return text.isEmpty()
             ? text
             : QStringLiteral("<p style=\"white-space: pre-wrap\">") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace ui
