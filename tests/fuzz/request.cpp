#include "fuzz/fuzztarget.h"
#include "messages/messages.h"
#include "review/ace/preflight.h"
#include "review/acerequests.h"
#include "json/json.h"

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> seeds()
{
    return fuzz::filesOf(u"tests/data/fuzz/request"_s, {u"*"_s});
}

/// Refused because it is no JSON, or checked, with findings that can be shown.
QString feed(const QByteArray &input)
{
    static const catalogue::AcePack kPack = acerequests::shippedPack();
    const auto request = json::parse(input);
    if (!request)
        return fuzz::unlessOneLine(messages::sentence(request.error()));
    for (const review::Operation operation : {review::Operation::Create, review::Operation::Update}) {
        const domain::Findings findings = review::preflight(*request, kPack, operation, QDate(2026, 11, 22));
        if (findings.size() > review::kMostAceFindings + 1)
            return u"findings without end"_s;
        for (const domain::Finding &finding : findings) {
            if (finding.rule.isEmpty() || finding.message.isEmpty())
                return u"a finding without rule or message"_s;
        }
    }
    return {};
}

} // namespace

fuzz::Target fuzz::target()
{
    return {u"request"_s, seeds, feed};
}
