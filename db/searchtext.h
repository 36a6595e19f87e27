// Text as the search index holds it and as a search asks for it: both sides are folded by the same functions, so that
// what was typed in one form of letters is found in another.
#pragma once

#include <QString>

namespace db {

/// Compatibility forms, letter case and accents folded; a space around every sign of a script that writes no spaces
/// (Chinese, Japanese, Thai and the like), so that each is a word.
QString searchable(QStringView text);

/// A website without what does not tell one from another: scheme, `www.`, last slashes.
QString bareWebsite(QStringView website);

/// An FTS5 query for the words of `typed`, each as a prefix, all of them wanted. Operators and quotes typed are text.
/// Empty when nothing typed is a letter or a digit.
QString prefixQuery(QStringView typed);

/// What two entries for one company have in common: name and website, folded.
QString companyKey(QStringView company, QStringView website);

} // namespace db
