#include "review/ace/preflight.h"

#include "review/ace/findinglist.h"
#include "review/ace/rulecheck.h"
#include "review/ace/shape.h"

namespace review {

domain::Findings preflight(const json::Value &request, const catalogue::AcePack &pack, Operation operation, QDate asOf)
{
    FindingList list(kMostAceFindings);
    checkShape(request, pack, operation, list);
    // What is no object meets no rule: one finding says it all.
    if (request.kind == json::Kind::Object)
        checkRules(request, pack, operation, asOf, list);
    return list.take();
}

} // namespace review
