// Programmes: the AWS funding programmes with their rules, as data (resources/programmes/programmes.json).
#pragma once

#include "catalogue/programmerules.h"
#include "domain/inputerror.h"
#include "domain/money.h"
#include "domain/result.h"
#include "domain/worksheet.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace catalogue {

/// A figure that another public source gives differently; shown side by side, never averaged.
struct ConflictingFigure {
    QString what;
    QString says;
    QString source;
    QString asOf;
};

/// One figure that a user replaced, with the value it had (catalogue/programmeoverrides.h).
struct Override {
    QString key;
    QString from;
    QString to;
    QString by;
    QDate on;
    QString why;
};

/// From filing to credits, in days.
struct SpeedDays {
    int least = 0;
    int most = 0;
};

struct Programme {
    QString id;                  ///< `bedrock-poc`
    QString name;                ///< "Bedrock proof of concept"
    QString shortName;           ///< "Bedrock POC", for tables
    QString creditsName;         ///< "POC credits", for legends
    QString phase;               ///< what a record of it is about: "POC", "production"
    bool proofOfConcept = false; ///< covers the proof of concept only: earmarked to use cases
    bool filedThroughAce = false;
    std::optional<domain::Route> defaultRoute; ///< none: takes no route
    std::optional<domain::Money> floor;
    std::optional<domain::Money> ceiling; ///< none: set with the account team
    int windowMonths = 12;
    int validMonths = 12;
    std::optional<SpeedDays> speedDays; ///< none: not published
    QString audience;
    QString covers;
    QString speed;
    QString howFiled;
    QString source;
    QString asOf;
    std::vector<ConflictingFigure> conflicting;
    std::vector<Override> overrides; ///< in the order they were made; empty: all as shipped
};

struct Programmes {
    QString id;
    QString asOf;
    std::vector<Programme> list;        ///< in the order of the file
    std::vector<EligibilityRule> rules; ///< in the order in which they are read
    std::vector<StackRule> stacks;      ///< the first that has the stage holds
    std::vector<Term> terms;
    std::vector<FounderPath> paths;

    const Programme *find(const QString &programmeId) const;
    /// The terms that findings of that rule rest on; those of one programme when one is named.
    std::vector<Term> termsOf(QStringView finding, const QString &programmeId = {}) const;
};

/// Strict, all or nothing. Format: the keys of resources/programmes/programmes.json.
domain::Result<Programmes, domain::InputError> readProgrammes(QByteArrayView bytes);

} // namespace catalogue
