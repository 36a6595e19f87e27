#include "cli/whatifoutput.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const whatif::LeverTable &table)
{
    QStringList ids;
    for (const whatif::LeverResult &result : table.levers)
        ids.append(result.lever.id());
    return ids;
}

} // namespace

domain::Result<WhatIf, QString> whatIfOf(const drafting::ComputedCase &computed, const whatif::Basis &basis,
                                         const whatif::LeverInputs &inputs, const QStringList &take)
{
    const whatif::Figures stated{computed.projection, computed.plan};
    WhatIf whatIf;
    whatIf.table = whatif::leverTableOf(computed.worksheet, stated, basis, inputs);
    whatIf.taken = whatif::suggestedLevers(whatIf.table);
    if (!take.isEmpty()) {
        whatIf.taken.clear();
        for (const QString &id : take) {
            const auto found =
                std::find_if(whatIf.table.levers.begin(), whatIf.table.levers.end(),
                             [&id](const whatif::LeverResult &result) { return result.lever.id() == id; });
            if (found == whatIf.table.levers.end()) {
                const QStringList known = idsOf(whatIf.table);
                return domain::Unexpected(QString(
                    u"--take: there is no lever "_s + id
                    + (known.isEmpty() ? u"; this case has none"_s : u"; use one of "_s + known.join(u", "_s))));
            }
            whatIf.taken.push_back(found->lever);
        }
    }
    auto together = whatif::effectOf(whatIf.taken, computed.worksheet, stated, basis);
    if (!together)
        return domain::Unexpected(
            QString(u"--take: these levers cannot be computed together: "_s + together.error().allowed));
    whatIf.together = *std::move(together);
    whatIf.envelope = whatif::envelopeOf(computed.worksheet, stated, basis);
    whatIf.influences = whatif::influencesOf(computed.worksheet, basis);
    return whatIf;
}

} // namespace cli
