// NoteStore: where the notes of the scoping calls are kept, and what they are the evidence for. The same storage as
// CaseStore (CaseStore::notes()), so that a fact and the line it came from go into the file in one transaction.
//
// A line of notes keeps its number while it is edited, moved and saved: evidence points at it. Numbers are made by whoever
// writes the line, from the clock (UTC milliseconds, one more where taken), so that two people who go on with a case in two
// files do not use the same one. Lines stand in the order of `position`; between two of them is room for others.
#pragma once

#include "ports/casestore.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ports {

/// Whether the founder agreed that what is said is noted down.
enum class Consent { NotAsked, Given, Refused };

struct NoteLine {
    qint64 id = 0;       ///< unique within its call, never used again
    qint64 position = 0; ///< ascending in the order of the lines
    QDateTime at;        ///< UTC: when it was begun; of a transcript, when it was said
    QString text;        ///< plain text of one line; Markdown is kept as typed

    friend bool operator==(const NoteLine &, const NoteLine &) = default;
};

struct Call {
    QString id;          ///< a UUID, 36 characters
    QDateTime startedAt; ///< UTC
    int seconds = 0;     ///< of the founder's time, pauses left out
    Consent consent = Consent::NotAsked;
    QDateTime consentAt; ///< UTC: when it was given or refused; invalid while it was not asked for
    std::vector<NoteLine> lines;

    friend bool operator==(const Call &, const Call &) = default;
};

/// The line that a field rests on, as it was when the fact was taken from it.
struct Evidence {
    QString field; ///< field path by ids (domain/fieldpath.h)
    QString callId;
    qint64 line = 0;
    QString text;
    QDateTime at; ///< UTC: of the line

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// A question of the partner's own, or what was done about one of the worksheet's.
struct CallQuestion {
    enum class State { Open, Skipped, Answered };
    QString key;  ///< field path by ids; of an own question "own/" and its number
    QString text; ///< of an own question; empty for the worksheet's
    State state = State::Open;
    QString answer; ///< of an own question, as typed

    friend bool operator==(const CallQuestion &, const CallQuestion &) = default;
};

/// Everything that was noted about a case.
struct CaseNotes {
    std::vector<Call> calls;             ///< the earliest first
    std::vector<Evidence> evidence;      ///< in the order of the field paths
    std::vector<CallQuestion> questions; ///< in the order of their keys

    friend bool operator==(const CaseNotes &, const CaseNotes &) = default;
};

/// What is another than in the file. Lines that somebody else added to it meanwhile stay.
struct NotesChange {
    std::vector<Call> calls; ///< new calls, and those with another head or lines; only lines that are new or different
    std::vector<std::pair<QString, qint64>> removedLines; ///< call and line
    QStringList removedCalls;
    std::optional<std::vector<Evidence>> evidence; ///< all of it, when any is another
    std::optional<std::vector<CallQuestion>> questions;

    bool isEmpty() const
    {
        return calls.empty() && removedLines.empty() && removedCalls.isEmpty() && !evidence && !questions;
    }
};

/// What a line, now changed or gone, said before. Kept when it had stood for a minute or longer.
struct EarlierWording {
    qint64 line = 0;
    QString text;
    QDateTime replacedAt; ///< UTC
};

class NoteStore {
public:
    virtual ~NoteStore() = default;

    /// Error: NoSuchCase.
    virtual StoreResult<CaseNotes> loadNotes(const QString &caseId) = 0;
    /// Makes no revision of the case and leaves it its place in the list; what is noted can be searched for at once. Inside
    /// CaseStore::begin() it belongs to that transaction. Writes nothing when the change is empty. Error: NoSuchCase.
    virtual domain::Result<void, StoreError> saveNotes(const QString &caseId, const NotesChange &change,
                                                       const QDateTime &now) = 0;
    /// Newest first.
    virtual StoreResult<std::vector<EarlierWording>> earlierWordings(const QString &caseId, const QString &callId) = 0;
};

} // namespace ports
