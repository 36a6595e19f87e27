// Rules: the grammar, by subject. Each reads one clause; the order in which phrases.cpp runs them is the order of precedence.
#pragma once

#include "call/clauses.h"

#include <QString>

#include <map>
#include <vector>

namespace call {

/// Names by which the rate book's models are known: lower case, to the model's id.
struct ModelNames {
    std::map<QString, QString> ids;
    QRegularExpression any; ///< group 1: one of them
};
ModelNames modelNames(const catalogue::RateBook &book);

/// "use case: ...", "problem: ...": true when the line is one of these, and then nothing else is read in it.
bool readLabel(const QString &line, qsizetype start, const Situation &situation, std::vector<Proposal> &out);

void readVolume(Finds &finds);
/// After the volumes: a model is a fact where something runs on it.
void readModels(Finds &finds, const ModelNames &names);
void readAccount(Finds &finds);
void readBill(Finds &finds);
void readCompany(Finds &finds);
/// Consent and competition, whose denials are facts too.
void readDeclarations(Finds &finds);
void readRound(Finds &finds);
void readPools(Finds &finds);

/// AWS's code of a region that is called by its place; empty when it is none.
QString regionOf(const QString &place);
/// A pattern's alternatives: all places that regions are called by.
QString regionPlaces();
/// A pattern's alternatives: the codes of regions.
QString regionCodes();
/// 1..12, 0 when the word names no month.
int monthNumber(const QString &word);
/// A pattern's alternatives: the months.
QString monthWords();

} // namespace call
