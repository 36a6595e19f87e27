// Form: the founder's worksheet as a list of questions: what is asked, what is known already, what an answer may be.
//
// Made from the one list of fields (domain/fields.h); no field has a form of its own here. Asked is what has a question of
// the scoping call, and what tells people and rounds apart; never what is the partner's own: records, pools, notes about
// facts. Both the HTML form and the spreadsheet are this list written down, and an answer may name nothing else.
#pragma once

#include "domain/worksheet.h"
#include "json/json.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace founderform {

/// How an answer is entered; a value is always the worksheet format's own.
enum class Kind { Line, Lines, Number, Decimal, Percent, Money, Flag, Date, Month, Word, Range, Texts };

/// The word of a kind, as the form's script has it: `line`, `lines`, `number`, ...
QString kindWord(Kind kind);

struct Choice {
    QString value; ///< as a worksheet has it
    QString label;
};

/// Limits in plain notation; empty texts and 0 for none. A percent's are those of the share.
struct Limits {
    QString least;
    QString most;
    bool leastExcluded = false;
    int decimals = 0;
    int leastCharacters = 0; ///< of a text that is given
    int mostCharacters = 0;
    int mostEntries = 0; ///< of Texts
    QString form;        ///< `account`, `duns`, `phone`, `region`, `country`; empty: any text
};

struct FormField {
    QString path; ///< of ids
    QString label;
    QString unit;     ///< "tokens per call"; empty for none
    QString question; ///< empty: the label says it
    Kind kind = Kind::Line;
    Limits limits;
    std::vector<Choice> choices; ///< the only values of a Word or of a text with a list of its own
    QString suggestions;         ///< `models`, `services`, `regions`: what a text is likely to be; empty for none
    json::Value value;           ///< Null: not known yet
    bool required = false;
    bool presumed = false; ///< known, but implied or assumed: the founder has not said it
    bool unknown = false;  ///< asked before, and the founder did not know
    QStringList above;     ///< what it belongs to: "Use cases", "Support assistant", "Workloads", "Answers"
};

struct FormList;

/// The fields of one section or of one entry of a list, and the lists in it.
struct FormGroup {
    QString path;
    QString title;
    std::vector<FormField> fields;
    std::vector<FormList> lists;
};

struct FormList {
    QString path;
    QString title;
    QString entry; ///< what one is called: "workload"
    int most = 0;
    std::vector<FormGroup> entries;
    std::vector<FormGroup> blank; ///< exactly one: an entry that a founder adds; its id is a blankId()
};

/// What the form is about, and what an answer to it says again.
struct FormIdentity {
    QString caseId; ///< UUID
    QString company;
    QString partner; ///< who sends it; may be empty
    int revision = 1;
    QString worksheetSha256; ///< of the canonical worksheet of that revision, lower-case hex
};

/// What a list of choices is taken from, and what a person calls its entries.
struct FormChoices {
    std::vector<Choice> countries;
    std::vector<Choice> regions;
    std::vector<Choice> months; ///< of the projection: "3", "March 2027"
    QStringList models;
    QStringList services;
};

struct Form {
    FormIdentity identity;
    FormChoices choices;
    std::vector<FormGroup> sections;
};

/// The id that stands for an entry that is added, in a list at that depth: `@1`, `@2`, ... An answer has `new-1`, `new-2`.
QString blankId(int depth);

Form buildForm(const domain::Worksheet &worksheet, const FormIdentity &identity, const FormChoices &choices);

/// Every field in the order of the form, those of blank entries left out.
std::vector<const FormField *> fieldsOf(const Form &form);
/// Of blank entries too.
std::vector<const FormField *> allFieldsOf(const Form &form);

} // namespace founderform
