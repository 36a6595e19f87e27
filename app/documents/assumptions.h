// Assumptions: the numbered list at the end of a brief, and the numbers that stand for its items in the text.
#pragma once

#include "documents/brief.h"
#include "documents/recordview.h"

#include <QString>

#include <vector>

namespace documents {

class Assumptions {
public:
    /// Adds an item under a key, once; returns its number, from 1.
    int add(const QString &key, ItemStatus status, const QString &text);
    /// The number of the item of that key, or 0.
    int number(const QString &key) const;
    /// " [1, 2]" for the keys that are in the list, in order; empty when none is.
    QString marker(const QStringList &keys) const;
    NumberedList list() const;

private:
    struct Entry {
        QString key;
        NumberedItem item;
    };
    std::vector<Entry> m_entries;
};

/// Keys under which sections find the numbers.
namespace assumption {
QString workload(const QString &useCase, const QString &workload, const QString &what);
inline QString metric()
{
    return QStringLiteral("metric");
}
inline QString bill()
{
    return QStringLiteral("bill");
}
inline QString billReason()
{
    return QStringLiteral("bill-reason");
}
} // namespace assumption

/// The items that the text refers to: call first, so that they come first.
void addWorkloadAssumptions(Assumptions &into, const RecordView &view);
/// All others; consent last.
void addOtherAssumptions(Assumptions &into, const RecordView &view);

/// The keys of everything known about a workload, for the marker beside its name.
QStringList workloadKeys(const QString &useCase, const domain::Workload &workload);
/// Whether a launch step falls into the window of an earmarked record; its key, else empty.
QString launchInWindowKey(const RecordView &view);

} // namespace documents
