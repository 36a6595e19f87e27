// FindingList: what a preflight has found so far, bounded, and which fields are known to be wrong already.
#pragma once

#include "domain/finding.h"

#include <QSet>
#include <QString>

namespace review {

/// One finding in the making. `says` is the service's own message; it is quoted.
struct AceRemark {
    QString code; ///< of the service's ValidationException; empty: not refused
    QString what;
    domain::Severity severity = domain::Severity::Error;
    QString field;
    QString message; ///< no full stop
    QString says;
    QString fix;
};

class FindingList {
public:
    /// `submits`: the record is about to be submitted to AWS, so what is needed only then is needed now.
    explicit FindingList(std::size_t most, bool submits = false) : m_most(most), m_submits(submits) {}

    void add(const AceRemark &remark);
    /// Adds, and remembers that the value at that path is wrong: no rule looks at it any more.
    void addBroken(const AceRemark &remark);

    bool isBroken(const QString &field) const { return m_broken.contains(field); }
    bool submits() const { return m_submits; }
    bool isFull() const { return m_overflowed; }
    domain::Findings take() { return std::move(m_findings); }

private:
    std::size_t m_most;
    bool m_submits;
    bool m_overflowed = false;
    domain::Findings m_findings;
    QSet<QString> m_broken;
};

} // namespace review
