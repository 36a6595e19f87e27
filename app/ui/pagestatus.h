// Page status: how far a page of the worksheet is: complete, what is missing, or not started. Never red: nothing has to be
// known before it is known.
#pragma once

#include "session/casesession.h"

#include <QString>
#include <QStringList>

#include <array>

namespace ui {

/// The pages, in their order.
enum class WorksheetStep { Company, Account, UseCase, Models, Services, Programs, Review };
inline constexpr int kWorksheetSteps = 7;

QString titleOf(WorksheetStep step);
/// The page that has the field.
WorksheetStep stepOf(const QString &fieldPath);

struct PageStatus {
    enum class Kind { NotStarted, Missing, Complete };
    Kind kind = Kind::NotStarted;
    QString words; ///< "Complete", "Headcount missing", "3 to look at", "Not started"
};

/// By step. All of them in one go over the worksheet: it is asked for at every key.
std::array<PageStatus, kWorksheetSteps> statusesOf(const session::CaseSession &session);

} // namespace ui
