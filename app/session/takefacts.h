// Taking facts: what was recognized in a line of notes, put into the worksheet: each value into its field, with its status
// and the line as its note. List entries that a fact needs (a use case, a workload, a pool) are made.
#pragma once

#include "call/phrases.h"
#include "domain/inputerror.h"
#include "domain/worksheet.h"
#include "ports/notes.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace session {

/// Where facts about "the" use case and workload go, by their ids; empty: to a new one.
struct FactPlace {
    QString useCase;
    QString workload;
    friend bool operator==(const FactPlace &, const FactPlace &) = default;
};

struct TakenFact {
    QString path;                            ///< of the field afterwards
    QString label;                           ///< as on a form
    QString shown;                           ///< the value as a person reads it
    QString before;                          ///< what stood there; empty: nothing
    std::optional<domain::InputError> error; ///< the field cannot take it, and has not
};

struct TakenFacts {
    domain::Worksheet after;
    std::vector<TakenFact> facts; ///< one per proposal, in order
    FactPlace place;              ///< what was made is no longer empty
};

/// `note` is the line, as it goes under the fact. Nothing is checked beyond each field's own limits.
TakenFacts takeFacts(const domain::Worksheet &before, const std::vector<call::Proposal> &proposals,
                     const FactPlace &place, const QString &note);

/// The case with `said` below each fact that quotes its line of a call, as evidence has it, or, when they may be quoted, with
/// the line in place of `said`: who refuses that notes are kept is not quoted in a document either.
domain::Worksheet withQuotes(const domain::Worksheet &before, const std::map<QString, ports::Evidence> &evidence,
                             const QString &callId, const QString &said, bool mayQuote);

/// The places that facts can go to: every workload with its use case, in order, and a new one at the end.
std::vector<FactPlace> factPlaces(const domain::Worksheet &worksheet);

/// Marks a field as stated, implied, assumed or unknown; an unknown one keeps the note it has.
void setFactStatus(domain::Worksheet &worksheet, const QString &path, domain::FactStatus status, const QString &note);

} // namespace session
