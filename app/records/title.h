// Title: Project.Title, "{company}: {use case}, {phase}", in at most 60 characters so that every channel takes it.
//
// What gives way, in this order: the company's general words ("Software") and the phase's long form, the use case's
// last words, the company's last words. The console's bulk template takes 60 characters (sales guide, bulk actions).
#pragma once

#include <QString>
#include <QStringList>

namespace records {

inline constexpr qsizetype kTitleLength = 60;

struct TitleParts {
    QString company;      ///< as the worksheet has it
    QStringList useCases; ///< their titles; empty: the platform
    QString phase;
    int ordinal = 0; ///< > 1: the phase bears this number, because a sibling has the same title without it
};

struct Title {
    QString text;
    bool lostWords = false; ///< words of the use case or of the company's proper name had to go
};

Title composeTitle(const TitleParts &parts);

/// A title that was given: as it is, or without its last words when it is too long.
Title fittedTitle(const QString &given, int ordinal);

} // namespace records
