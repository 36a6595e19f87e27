// Field words: the words of the worksheet's vocabularies, countries and help on a field, as forms show them.
#pragma once

#include "drafting/drafting.h"
#include "session/fieldtext.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace ui {

/// What a form shows for a word of the file: "Series A" for `series-a`.
QString wordLabel(const QString &word);

/// A field's value in one line, as a list of facts shows it: dollars and percent with their sign, yes and no, words by their
/// label; countries, programs and models by their name. `value` is field text (session/fieldtext.h).
QString factWords(const domain::Worksheet &worksheet, const QString &path, const QString &value,
                  const drafting::Shipped &shipped);

/// Label and value of every choice of a field with a vocabulary (words, countries, industries), without "not known".
std::vector<std::pair<QString, QString>> choicesOf(const session::FieldInfo &info);

/// What F1 says about a field: what it is, the question to ask, its unit and limit, where it lands in the ACE record.
QString helpOn(const session::FieldInfo &info);

} // namespace ui
