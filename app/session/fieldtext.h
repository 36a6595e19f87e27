// Field text: the value of any worksheet field as the text that a person reads and types, and back.
//
// Works by path (domain/fieldpath.h) over the one list of fields; no field is named here. Numbers are in US notation
// ("5,000", "5k" is understood), shares in percent ("4" is four percent), dates `YYYY-MM-DD`, ranges "3,500 to 8,000", lists
// of texts one per line. An empty text is "not given".
#pragma once

#include "domain/fieldmeta.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "domain/worksheet.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace session {

enum class FieldKind {
    Line,    ///< a text of one line
    Lines,   ///< a text that may be long
    Number,  ///< whole
    Decimal, ///< a number with decimals
    Percent, ///< a share
    Money,   ///< US dollars
    Flag,    ///< "true", "false"
    Date,
    Month,
    Word,    ///< one of `words`
    Range,   ///< low and high
    Texts,   ///< a list of texts
    List,    ///< a list of structs: session/fieldlists.h
    Section, ///< a struct of fields, or an entry of a list
};

struct FieldInfo {
    domain::FieldMeta meta{};
    FieldKind kind = FieldKind::Section;
    QStringList words;      ///< of a Word, as files have them
    int mostCharacters = 0; ///< of a text; 0: no counter
    domain::TextForm form = domain::TextForm::Any;
};

/// What is known about the field at the path; nothing when the path names no field.
std::optional<FieldInfo> fieldInfo(const domain::Worksheet &worksheet, const QString &path);

/// The value as text; empty when it was not given, is no single value, or the path names nothing.
QString fieldText(const domain::Worksheet &worksheet, const QString &path);

using FieldResult = domain::Result<void, domain::InputError>;

/// Sets the field from what was typed, within its own kind and limits, or says what is wrong and changes nothing. The
/// error's path is the given one. What other fields make of it is not looked at (session/casestate.h).
FieldResult setFieldText(domain::Worksheet &worksheet, const QString &path, const QString &text);

/// A field that has a value.
struct FieldValue {
    QString path;
    QString label; ///< as on a form
    QString text;
    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/// Every field that was given, in the order of the file.
std::vector<FieldValue> givenFields(const domain::Worksheet &worksheet);

} // namespace session
