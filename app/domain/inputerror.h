// What is wrong with something a person or another program gave us, as a value.
//
// It becomes a sentence only at the edge (app/messages), which adds the file's name. `path` is the JSON path with
// indices (`useCases[0].workloads[1].inputTokens`), empty for the document as a whole.
#pragma once

#include <QString>

namespace domain {

enum class InputProblem {
    Unreadable,         ///< the file could not be opened or read; allowed = the system's reason
    TooLarge,           ///< allowed = the limit
    NotUtf8,            ///< invalid UTF-8, a lone surrogate or NUL
    NotJson,            ///< value = what was met, allowed = what was expected there
    TooDeep,            ///< nested deeper than allowed
    DuplicateKey,       ///< value = the key
    UnknownKey,         ///< value = the key, allowed = the keys that exist
    MissingKey,         ///< value = the key
    WrongType,          ///< value = what stands there, allowed = the type
    OutOfRange,         ///< a number outside its limits
    WrongLength,        ///< a text or list outside its limits
    WrongForm,          ///< a text of the wrong form (date, account id, decimal)
    NotOneOf,           ///< a text outside its vocabulary
    DuplicateId,        ///< value = the id
    UnknownReference,   ///< names something that does not exist; allowed = what exists
    Contradiction,      ///< two facts that exclude each other; allowed = the way out
    UnknownModel,       ///< allowed = close names
    NotBilledByToken,   ///< a model billed by another unit; allowed = the item to use
    UnknownRegion,      ///< the rate book has no price there; allowed = where it has one
    UnknownItem,        ///< value = the item id, allowed = close ids
    NotPriced,          ///< the book does not price this; allowed = the way out
    TooMuch,            ///< beyond what is computed exactly; allowed = the bound
    UnsupportedVersion, ///< a format or version this program does not read
};

struct InputError {
    InputProblem problem = InputProblem::NotJson;
    QString path;    ///< JSON path by index; empty: the whole document
    QString value;   ///< what was found, shortened to at most 80 characters
    QString allowed; ///< what is allowed there, or the way out

    friend bool operator==(const InputError &, const InputError &) = default;
};

} // namespace domain
