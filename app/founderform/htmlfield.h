// HTML field: one question of the founder's worksheet as it stands on the page.
#pragma once

#include "founderform/form.h"

namespace founderform {

/// Text as text, between tags and in quoted attributes.
QString escaped(const QString &text);
/// ` name="value"`; nothing for an empty value.
QString attribute(const QString &name, const QString &value);
/// `id` is unique on the page.
QString htmlField(const FormField &field, const QString &id);

} // namespace founderform
