#include "session/factstocollect.h"

#include "domain/fieldpath.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"

#include <QCoreApplication>
#include <QSet>

namespace session {

using domain::Finding;
using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("session::FactsToCollect", text);
}

/// The paths of all that is given, with those of the sections and rows around it.
QSet<QString> givenPaths(const CaseSession &session)
{
    QSet<QString> given;
    for (const FieldValue &field : givenFields(session.worksheet())) {
        if (session.text(field.path).isEmpty()) // a name that stands in for one
            continue;
        for (QString path = field.path; !path.isEmpty() && !given.contains(path);
             path = path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 0)))
            given.insert(path);
    }
    return given;
}

} // namespace

domain::Findings factsToCollect(const CaseSession &session)
{
    domain::Findings facts;
    if (!session.isCollecting())
        return facts;
    QSet<QString> known = givenPaths(session);
    const auto add = [&](const Finding &fact) {
        if (!known.contains(fact.field) && domain::namesSomething(session.worksheet(), fact.field)) {
            known.insert(fact.field);
            facts.push_back(fact);
        }
    };
    for (const auto &[path, pending] : session.state().pending) {
        if (pending.text.isEmpty())
            add({u"fact-to-collect"_s,
                 domain::Severity::Advice,
                 path,
                 translated("%1 is missing.").arg(fieldName(session.worksheet(), path)),
                 {}});
    }
    if (const CaseViewPointer view = session.view()) {
        for (const Finding &finding : view->findings) {
            if (finding.severity != domain::Severity::Advice)
                add(finding);
        }
    }
    return facts;
}

} // namespace session
