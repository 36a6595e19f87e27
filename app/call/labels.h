// Labels: what a line of notes begins with to be the answer to a question: "why now: ...".
#pragma once

#include <QString>

namespace call {

/// The label for a field by its path; empty when its answers are recognized without one.
QString labelFor(const QString &path);

} // namespace call
