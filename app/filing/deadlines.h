// Deadlines: the days that count for a record, from its status, its dates and the programme's. A pure function; the case
// list, the pipeline and the calendar show the same.
#pragma once

#include "catalogue/filingrules.h"
#include "catalogue/programmes.h"

#include <QDate>
#include <QString>

#include <vector>

namespace filing {

enum class DeadlineKind {
    FileBy,      ///< so that credits are there when the window starts
    Answer,      ///< AWS waits for the partner, since that day
    AwsAnswers,  ///< the validation's days are over
    CreditsDue,  ///< the programme's own time from filing to credits is over
    TargetClose, ///< ACE takes no past date
    WindowEnd,
    CloseOut, ///< the funding request of a proof of concept expires
    Expiry,   ///< what is left of the credits is forfeited
};

/// `file-by` ... `expiry`, for files.
QString wordOf(DeadlineKind kind);
/// "File by", for people.
QString labelOf(DeadlineKind kind);

struct Deadline {
    DeadlineKind kind = DeadlineKind::FileBy;
    QDate on;
    friend bool operator==(const Deadline &, const Deadline &) = default;
};

/// What a record's deadlines follow from. A date that is not known is invalid and gives no deadline.
struct RecordDates {
    QString status; ///< as the command line names it
    QDate windowStarts;
    QDate windowEnds; ///< its last day
    QDate targetClose;
    QDate validUntil;    ///< the last day of the credits as planned
    QDate creditsExpire; ///< of the credits received; comes before `validUntil`
    QDate filedOn;
    QDate statusSince; ///< when it got its status
};

/// The last day on which a record may be filed for credits on the window's first day: the programme's own time, or the
/// rules' where it publishes none. Invalid without a window.
QDate fileBy(QDate windowStarts, const catalogue::Programme &programme, const catalogue::FilingRules &rules);

/// Those that still count on `asOf`, the earliest first. What somebody has to do stays when its day is past; the end of a
/// window and of the credits goes.
std::vector<Deadline> deadlines(const RecordDates &dates, const catalogue::Programme &programme,
                                const catalogue::FilingRules &rules, QDate asOf);

} // namespace filing
