// Console fields: the fields of a record in the order of the ACE console, each with the fact behind it and when it locks.
// Data with its source and date: resources/ace/console-fields.json.
#pragma once

#include <QString>

#include <vector>

namespace ui {

struct ConsoleField {
    QString group; ///< "Customer", "Project", "Motion"
    QString label;
    QString ace;            ///< path in the request: its limits and words are those of the rule pack
    QString sheet;          ///< path in the worksheet, when it is a fact of the case
    QString record;         ///< key in the record's own facts, when it is one of them
    QString computed;       ///< when it follows from the case: "customerUseCase", "monthlySpend"
    bool generated = false; ///< worded by the program until a person words it
    int most = 0;           ///< characters, where fewer than ACE takes are used; 0: those of the rule pack
    QString lock;           ///< "submit", "approval", "review only", "open"
    QString lockSentence;
};

/// In the console's order. Read once.
const std::vector<ConsoleField> &consoleFields();

} // namespace ui
