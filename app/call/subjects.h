// Subjects: what numbers in notes are about when they are no facts of the founder's. Each tells of the words of one clause.
#pragma once

#include <QString>

namespace call {

/// People who call each other, sites and programs that are asked, not models.
bool isAboutOtherCalls(const QString &text);
/// A volume that is not the workload's own: of each of several, at peak, of another year, or parts of it.
bool isPartOrFuture(const QString &text);
/// Tokens in a time, or what a model could take.
bool isTokenRateOrLimit(const QString &text);
/// A bill of somebody else's or to somebody else than AWS.
bool isOtherMoney(const QString &text);
/// An account that is no AWS account, or not the founder's own one.
bool isOtherAccount(const QString &text);
/// Credits that are not held: lapsed, asked for, or of another cloud.
bool isNoCreditHeld(const QString &text);
/// Caches that are not the model's.
bool isOtherCache(const QString &text);
/// Growth, a factor or a share of something else than the volume.
bool isNoVolume(const QString &text);
/// Where copies are kept, not where the models run.
bool isAboutCopies(const QString &text);
/// What stands behind a label says that there is nothing yet.
bool saysNothing(const QString &words);

} // namespace call
