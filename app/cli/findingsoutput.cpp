#include "cli/findingsoutput.h"

#include "domain/oneline.h"

namespace cli {

using domain::Finding;
using domain::Findings;
using domain::oneLine;
using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

QString heading(Severity severity)
{
    switch (severity) {
    case Severity::Error: return u"Must fix"_s;
    case Severity::Warning: return u"Weak"_s;
    case Severity::Advice: break;
    }
    return u"Advice"_s;
}

void writeFinding(json::Writer &out, const Finding &finding, const QString &caseId)
{
    out.beginObject()
        .member("rule"_L1, finding.rule)
        .member("severity"_L1, domain::severityName(finding.severity))
        .member("field"_L1, finding.field)
        .member("message"_L1, finding.message)
        .member("fix"_L1, finding.fix);
    if (!caseId.isEmpty())
        out.member("case"_L1, caseId);
    out.endObject();
}

} // namespace

void writeFindings(json::Writer &out, const Findings &findings)
{
    out.key("findings"_L1).beginArray();
    for (const Finding &finding : findings)
        writeFinding(out, finding, {});
    out.endArray();
}

void writeFindings(json::Writer &out, const std::vector<CaseFindings> &cases)
{
    out.key("findings"_L1).beginArray();
    for (const CaseFindings &one : cases) {
        for (const Finding &finding : one.findings)
            writeFinding(out, finding, one.caseId);
    }
    out.endArray();
}

json::Writer &beginFindings(json::Writer &out, QDate evaluatedOn)
{
    return out.beginObject()
        .member("format"_L1, u"briefstack-findings"_s)
        .member("version"_L1, 1)
        .member("evaluatedOn"_L1, evaluatedOn.toString(Qt::ISODate));
}

QByteArray findingsJson(const Findings &findings, QDate evaluatedOn)
{
    json::Writer out;
    beginFindings(out, evaluatedOn);
    writeFindings(out, findings);
    out.endObject();
    return out.take();
}

QByteArray findingsTable(const CaseFindings &one)
{
    const QByteArray name = one.caseId.isEmpty()
                              ? QByteArray()
                              : QByteArray(oneLine(one.company).toUtf8() + " (" + one.caseId.toUtf8() + ")\n");
    return name + findingsTable(one.findings);
}

QByteArray findingsTable(const Findings &findings, const QString &whole)
{
    if (findings.empty())
        return "Nothing to fix.\n";
    QString text;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice}) {
        bool headed = false;
        for (const Finding &finding : findings) {
            if (finding.severity != severity)
                continue;
            if (!headed)
                text += (text.isEmpty() ? QString() : u"\n"_s) + heading(severity) + u'\n';
            headed = true;
            text += u"  "_s + oneLine(finding.message) + u'\n';
            if (!finding.fix.isEmpty())
                text += u"    Fix: "_s + oneLine(finding.fix) + u'\n';
            text += u"    "_s + (finding.field.isEmpty() ? whole : oneLine(finding.field)) + u"  ["_s + finding.rule
                  + u"]\n"_s;
        }
    }
    return text.toUtf8();
}

} // namespace cli
