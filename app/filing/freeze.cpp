#include "filing/freeze.h"

namespace filing {

using catalogue::FilingRules;
using catalogue::FilingStatus;
using catalogue::FreezeField;
using catalogue::Opens;
using namespace Qt::StringLiterals;

namespace {

Editability shut(const QString &why, const QString &note = {})
{
    return {false, why, note};
}

/// After the approval a launched opportunity, and one that was lost, keep almost nothing open.
Editability approved(const FreezeField &field, const QString &stage)
{
    if (stage == "Closed Lost"_L1)
        return shut(u"The opportunity is closed and lost: AWS takes no more changes."_s, field.note);
    const bool launched = stage == "Launched"_L1;
    const QString &only = launched ? field.launchedFor : field.approvedFor;
    if (launched && !field.launched)
        return shut(u"Locked since the opportunity was launched."_s, field.note);
    if (!launched && !field.approved)
        return shut(u"Locked since the approval."_s, field.note);
    return {true, only.isEmpty() ? QString() : QString(u"Open only for: "_s + only + u'.'), field.note};
}

} // namespace

Editability editability(const FilingRules &rules, const QString &path, const QString &status, const QString &stage)
{
    const FilingStatus *known = rules.status(status);
    if (!known || known->opens == Opens::Everything)
        return {};
    const FreezeField *field = rules.field(path);
    if (known->opens == Opens::Nothing)
        return shut(known->shut, field ? field->note : QString());
    if (!field)
        return shut(u"Not one of the fields that AWS documents as open after the submission."_s);
    if (known->opens == Opens::Approved)
        return approved(*field, stage);
    if (field->actionRequired)
        return {true, {}, field->note};
    return shut(field->approved ? u"Not open in Action Required; open again after the approval."_s
                                : u"Locked from the submission on: Action Required does not open it."_s,
                field->note);
}

QStringList openFields(const FilingRules &rules, const QString &status, const QString &stage)
{
    QStringList open;
    for (const FreezeField &field : rules.fields) {
        if (editability(rules, field.path, status, stage).open)
            open.append(field.path);
    }
    return open;
}

} // namespace filing
