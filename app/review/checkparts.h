// Parts of the reviewer's view: the four checks, and what they build their items with. Part of review/reviewersview.h.
#pragma once

#include "review/reviewersview.h"

namespace review {

struct CheckInput {
    const ReviewInput &review;
    const domain::Findings &findings;
    const Distinctness &distinctness;
    const std::optional<PartnerOutcomes> &outcomes;
};

ReviewCheck realCompany(const CheckInput &input);
ReviewCheck consumption(const CheckInput &input);
ReviewCheck plausible(const CheckInput &input);
ReviewCheck filingRecord(const CheckInput &input);

std::vector<ReadyItem> readyToFile(const CheckInput &input);
std::vector<UnknownFact> unknownFacts(const ReviewInput &input, const domain::Findings &findings);

/// A fact with the status that the worksheet notes for it: stated where it notes none.
Evidence evidenceOf(const domain::Worksheet &worksheet, const QString &fact, const QString &field);
/// One that is not there: unknown.
Evidence missingEvidence(const QString &what, const QString &field);

/// "The rule (source, date)."
QString ruleText(const QString &says, const QString &source, const QString &asOf);

/// Judges by a rule of resources/review; without the rule there is no judgement.
void judge(CheckItem &item, Judgement judgement, const catalogue::CheckRule *rule);

/// The findings of these rules (whole names, or beginnings that end in "-" or "/").
domain::Findings findingsOf(const domain::Findings &findings, const QStringList &rules);

/// Null for a program that the data does not have.
const catalogue::Programme *programmeOf(const ReviewInput &input, const funding::Pool &pool);
/// "Bedrock POC", with the pool's id where the program has several.
QString poolName(const ReviewInput &input, const funding::Pool &pool);

/// "12.5" percent of two amounts, one decimal, half-even; nothing when the whole is not positive.
std::optional<QString> percentOf(domain::Money part, domain::Money whole);

} // namespace review
