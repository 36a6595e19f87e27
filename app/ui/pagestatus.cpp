#include "ui/pagestatus.h"

#include "session/factstocollect.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::PageStatus", text);
}

using ByStep = std::array<QStringList, kWorksheetSteps>;

std::size_t placeOf(WorksheetStep step)
{
    return static_cast<std::size_t>(step);
}

std::array<bool, kWorksheetSteps> startedSteps(const session::CaseSession &session)
{
    std::array<bool, kWorksheetSteps> started{};
    started[placeOf(WorksheetStep::Review)] = true;
    for (const auto &[path, pending] : session.state().pending) {
        if (!pending.text.isEmpty())
            started[placeOf(stepOf(path))] = true;
    }
    for (const session::FieldValue &field : session::givenFields(session.worksheet())) {
        // A name that stands in for one is not one: its field is empty.
        if (!field.path.startsWith(u"facts/") && !field.path.endsWith(u"/id") && !session.text(field.path).isEmpty())
            started[placeOf(stepOf(field.path))] = true;
    }
    return started;
}

/// The fields to look at, each once; Review has those of all.
ByStep fieldsToLookAt(const session::CaseSession &session)
{
    ByStep fields;
    QSet<QString> known;
    const auto add = [&](const QString &path) {
        if (known.contains(path))
            return;
        known.insert(path);
        const WorksheetStep step = stepOf(path);
        fields[placeOf(step)].append(path);
        if (step != WorksheetStep::Review)
            fields[placeOf(WorksheetStep::Review)].append(path);
    };
    for (const auto &[path, pending] : session.state().pending)
        add(path);
    const session::CaseViewPointer view = session.view();
    if (!view)
        return fields;
    for (const domain::Finding &finding : view->findings) {
        if (finding.severity != domain::Severity::Advice)
            add(finding.field);
    }
    return fields;
}

/// Nothing stands there: neither a text nor, in a row of a table, any of its fields.
bool isMissing(const session::CaseSession &session, const QString &path)
{
    return session.text(path).isEmpty()
        && std::ranges::none_of(session::givenFields(session.worksheet()), [&path](const session::FieldValue &field) {
               return field.path.startsWith(path + u'/');
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

std::array<PageStatus, kWorksheetSteps> statusesOf(const session::CaseSession &session)
{
    const auto started = startedSteps(session);
    const ByStep fields = fieldsToLookAt(session);
    const auto toCollect = session::factsToCollect(session).size();
    std::array<PageStatus, kWorksheetSteps> statuses;
    for (std::size_t place = 0; place < statuses.size(); ++place) {
        const QStringList &toLookAt = fields[place];
        if (place == placeOf(WorksheetStep::Review) && toCollect > 0)
            statuses[place] = {PageStatus::Kind::NotStarted, translated("%1 to collect").arg(toCollect)};
        else if (!started[place])
            statuses[place] = {PageStatus::Kind::NotStarted, translated("Not started")};
        else if (toLookAt.isEmpty())
            statuses[place] = {PageStatus::Kind::Complete, translated("Complete")};
        else if (toLookAt.size() > 1 || place == placeOf(WorksheetStep::Review))
            statuses[place] = {PageStatus::Kind::Missing, translated("%1 to look at").arg(toLookAt.size())};
        else
            statuses[place] = {
                PageStatus::Kind::Missing,
                (isMissing(session, toLookAt.first()) ? translated("%1 missing") : translated("Look at %1"))
                    .arg(session::fieldName(session.worksheet(), toLookAt.first()))};
    }
    return statuses;
}

} // namespace ui
