#include "review/ace/findinglist.h"

namespace review {

using namespace Qt::StringLiterals;

namespace {

/// The service's messages end with a full stop or not; ours ends the sentence.
QString sentence(const QString &message, const QString &says)
{
    if (says.isEmpty())
        return message + u'.';
    return message + u"; AWS answers \""_s + (says.endsWith(u'.') ? says.chopped(1) : says) + u"\"."_s;
}

} // namespace

void FindingList::add(const AceRemark &remark)
{
    if (m_overflowed)
        return;
    if (m_findings.size() == m_most) {
        m_overflowed = true;
        m_findings.push_back(
            {u"ace/more-findings"_s,
             domain::Severity::Error,
             {},
             u"There is more wrong than the "_s + QString::number(m_most) + u" findings listed here."_s,
             u"Correct these first, then check again."_s});
        return;
    }
    const QString code = remark.code.isEmpty() ? QString() : QString(remark.code + u'/');
    const QString rule = u"ace/"_s + code + remark.what;
    m_findings.push_back({rule, remark.severity, remark.field, sentence(remark.message, remark.says), remark.fix});
}

void FindingList::addBroken(const AceRemark &remark)
{
    m_broken.insert(remark.field);
    add(remark);
}

} // namespace review
