// Letters as a search compares them: the one table that both the index and what is typed go through.
//
// Folded are letter case, compatibility forms, accents and vowel points, and the letters of Latin alphabets that Unicode
// does not take apart although everybody writes them with plain ones where a keyboard lacks them: Lodz is Łódź, oeuvre is
// œuvre, strasse is Straße. A change here is a new version of the search index (kSearchVersion).
#pragma once

#include <QString>

namespace db {

/// Without differences of case and of compatibility forms; accents stay.
QString foldedCase(QStringView text);

/// One sign with its marks, wholly folded: none to three letters.
QString foldedSign(QStringView sign);

} // namespace db
