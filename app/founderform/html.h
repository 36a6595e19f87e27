// HTML: the founder's worksheet as one file that any browser opens without a network.
//
// The page allows itself nothing but its own style and script, by their hashes: no request leaves it, and no text that a
// person typed can run, whatever it says. Without a script the questions can still be read and printed.
#pragma once

#include "founderform/form.h"

#include <QByteArray>

namespace founderform {

/// Style and script of the page (resources/founderform).
struct PageParts {
    QByteArray style;
    QByteArray script;
};

QByteArray toHtml(const Form &form, const PageParts &parts);

} // namespace founderform
