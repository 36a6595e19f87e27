// Phrases: quantities and facts in words, recognized in one line of notes by a deterministic grammar.
//
//     "5k calls a day, ~4k in / 600 out on Sonnet 4.6 in Frankfurt"
//
// gives a proposal per fact: the field it fits, the value, the words it stands in and how sure they sound. Proposals are
// offered, never applied by themselves, so nothing wrong is worse than something missed: what is asked, denied, past, about
// somebody else, in another currency or ambiguous is left alone. Numbers are read in US and continental notation and never
// as floating point.
#pragma once

#include "catalogue/ratebook.h"
#include "domain/month.h"
#include "domain/worksheet.h"

#include <QDate>
#include <QString>

#include <memory>
#include <vector>

namespace call {

/// What a proposed field belongs to. Which use case and workload that is, is for the asker to say.
enum class Of {
    Company,  ///< key as in the worksheet: `headcount`, `lastRound/amountUsd`
    Aws,      ///< `accountId`
    UseCase,  ///< `title`
    Workload, ///< `inputTokens`; `entry` names the workload when the words do, as "Nightly evaluation"
    Step,     ///< a launch step of the workload: `entry` is its month of the projection, the key `multiplier`
    Service,  ///< other AWS spend: `entry` is the service, the key `monthlyUsd`
    Credit,   ///< credits held: `entry` is the program
    Pool,     ///< a pool to ask for: `entry` is the program, there is no key
};

struct Proposal {
    Of of = Of::Company;
    QString key;
    QString value; ///< as a person would type it into the field, without grouping: `5000`, `2027-03-01`, `series-a`
    QString entry;
    domain::FactStatus status = domain::FactStatus::Stated; ///< stated, implied ("about") or assumed ("I guess")
    qsizetype start = 0;                                    ///< of the words in the line, in UTF-16 code units
    qsizetype length = 0;

    friend bool operator==(const Proposal &, const Proposal &) = default;
};

/// What the words depend on.
struct Situation {
    QDate today;
    domain::Month startMonth; ///< the first of the projection
    int months = 12;          ///< of the projection
};

class Recognizer {
public:
    /// The book's models are the ones that are known by name; it need not outlive this.
    explicit Recognizer(const catalogue::RateBook &book);
    ~Recognizer();
    Recognizer(const Recognizer &) = delete;
    Recognizer &operator=(const Recognizer &) = delete;
    Recognizer(Recognizer &&) = delete;
    Recognizer &operator=(Recognizer &&) = delete;

    /// In the order of the words. At most one proposal per field; of an overlong line only the beginning is read.
    std::vector<Proposal> read(const QString &line, const Situation &situation) const;

private:
    struct Names;
    std::unique_ptr<const Names> m_names;
};

} // namespace call
