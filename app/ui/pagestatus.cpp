#include "ui/pagestatus.h"

#include "session/fieldnames.h"
#include "session/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::PageStatus", text);
}

bool isStarted(WorksheetStep step, const session::CaseSession &session)
{
    if (std::any_of(session.state().pending.begin(), session.state().pending.end(),
                    [step](const auto &pending) { return stepOf(pending.first) == step; }))
        return true;
    const auto fields = session::givenFields(session.worksheet());
    return std::any_of(fields.begin(), fields.end(), [step](const session::FieldValue &field) {
        return !field.path.startsWith(u"facts/") && stepOf(field.path) == step && !field.path.endsWith(u"/id");
    });
}

} // namespace

QString titleOf(WorksheetStep step)
{
    switch (step) {
    case WorksheetStep::Company: return translated("Company");
    case WorksheetStep::Account: return translated("AWS account");
    case WorksheetStep::UseCase: return translated("Use case");
    case WorksheetStep::Models: return translated("Models and volume");
    case WorksheetStep::Services: return translated("Other AWS services");
    case WorksheetStep::Programs: return translated("Programs");
    case WorksheetStep::Review: break;
    }
    return translated("Review");
}

WorksheetStep stepOf(const QString &fieldPath)
{
    const QString top = fieldPath.section(u'/', 0, 0);
    if (top == u"company" || top == u"contacts")
        return WorksheetStep::Company;
    if (top == u"aws")
        return WorksheetStep::Account;
    if (top == u"footprint")
        return WorksheetStep::Services;
    if (top == u"funding" || top == u"partner")
        return WorksheetStep::Programs;
    if (top != u"useCases")
        return WorksheetStep::Review;
    const QString list = fieldPath.section(u'/', 2, 2);
    if (list == u"workloads")
        return WorksheetStep::Models;
    return list == u"services" ? WorksheetStep::Services : WorksheetStep::UseCase;
}

PageStatus statusOf(WorksheetStep step, const session::CaseSession &session)
{
    if (step != WorksheetStep::Review && !isStarted(step, session))
        return {PageStatus::Kind::NotStarted, translated("Not started")};
    QStringList fields;
    for (const auto &[path, pending] : session.state().pending) {
        if (step == WorksheetStep::Review || stepOf(path) == step)
            fields.append(path);
    }
    if (session.view()) {
        for (const domain::Finding &finding : session.view()->findings) {
            if (finding.severity != domain::Severity::Advice && !fields.contains(finding.field)
                && (step == WorksheetStep::Review || stepOf(finding.field) == step))
                fields.append(finding.field);
        }
    }
    if (fields.isEmpty())
        return {PageStatus::Kind::Complete, translated("Complete")};
    if (fields.size() > 1 || step == WorksheetStep::Review)
        return {PageStatus::Kind::Missing, translated("%1 to look at").arg(fields.size())};
    const bool isEmpty = session.text(fields.first()).isEmpty();
    return {PageStatus::Kind::Missing, (isEmpty ? translated("%1 missing") : translated("Look at %1"))
                                           .arg(session::fieldName(session.worksheet(), fields.first()))};
}

} // namespace ui
