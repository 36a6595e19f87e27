// Company name: what a company is called when there is little room.
#pragma once

#include <QString>
#include <QStringList>

namespace records {

/// Without its legal form: "Harbour & Keel Marine Insurance plc" -> "Harbour & Keel Marine Insurance". Knows the forms
/// of the countries that ACE records come from (Inc., LLC, GmbH & Co. KG, S.A. de C.V., Pty Ltd, KK, ...). A name that
/// is nothing but a form stays.
QString withoutLegalForm(const QString &name);

/// Shorter names, longest first: without the general words at its end ("Software", "Technologies", "Group"), one by
/// one. Starts with `name` itself.
QStringList withoutGeneralWords(const QString &name);

/// `text` without its last word and without what then dangles ("and", "of", "&", a comma); empty when it was the only
/// one.
QString withoutLastWord(const QString &text);

} // namespace records
