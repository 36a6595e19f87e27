#include "cli/reviewoutput.h"

#include "domain/oneline.h"
#include "domain/vocabulary.h"

namespace cli {

using domain::oneLine;
using review::CheckItem;
using review::Evidence;
using review::Judgement;
using review::ReadyItem;
using review::ReviewCheck;
using review::ReviewersView;
using review::UnknownFact;
using namespace Qt::StringLiterals;

namespace {

void writeItem(json::Writer &out, const CheckItem &item)
{
    out.beginObject().member("id"_L1, item.id).member("statement"_L1, item.statement).key("verdict"_L1);
    if (item.judgement)
        out.string(review::judgementWord(*item.judgement));
    else
        out.null();
    out.member("rule"_L1, item.rule).member("field"_L1, item.field);
    out.key("evidence"_L1).beginArray();
    for (const Evidence &evidence : item.evidence) {
        out.beginObject()
            .member("fact"_L1, evidence.fact)
            .member("field"_L1, evidence.field)
            .member("status"_L1, domain::wordOf(evidence.status))
            .member("note"_L1, evidence.note)
            .endObject();
    }
    out.endArray().endObject();
}

template <class Write>
void writeList(json::Writer &out, QLatin1StringView key, const std::vector<CaseReview> &cases, const Write &write)
{
    out.key(key).beginArray();
    for (const CaseReview &one : cases)
        write(one);
    out.endArray();
}

json::Writer &beginEntry(json::Writer &out, const CaseReview &one)
{
    out.beginObject();
    return one.caseId.isEmpty() ? out : out.member("case"_L1, one.caseId);
}

QString mark(const std::optional<Judgement> &judgement)
{
    if (!judgement)
        return u"[ ]"_s;
    switch (*judgement) {
    case Judgement::Holds: return u"[+]"_s;
    case Judgement::Weak: return u"[~]"_s;
    case Judgement::Against: break;
    }
    return u"[!]"_s;
}

void addEvidence(QString &text, const Evidence &evidence)
{
    text += u"        "_s + oneLine(evidence.fact);
    if (evidence.status != domain::FactStatus::Stated)
        text += u" ("_s + domain::wordOf(evidence.status)
              + (evidence.note.isEmpty() ? QString() : QString(u": "_s + oneLine(evidence.note))) + u')';
    text += u'\n';
}

} // namespace

void writeReviews(json::Writer &out, const std::vector<CaseReview> &cases)
{
    writeList(out, "checks"_L1, cases, [&out](const CaseReview &one) {
        for (const ReviewCheck &check : one.view.checks) {
            beginEntry(out, one).member("id"_L1, check.id).member("title"_L1, check.title).key("items"_L1).beginArray();
            for (const CheckItem &item : check.items)
                writeItem(out, item);
            out.endArray().endObject();
        }
    });
    writeList(out, "readyToFile"_L1, cases, [&out](const CaseReview &one) {
        for (const ReadyItem &item : one.view.ready)
            beginEntry(out, one)
                .member("id"_L1, item.id)
                .member("statement"_L1, item.statement)
                .member("done"_L1, item.done)
                .member("missing"_L1, item.missing)
                .member("field"_L1, item.field)
                .endObject();
    });
    writeList(out, "unknown"_L1, cases, [&out](const CaseReview &one) {
        for (const UnknownFact &fact : one.view.unknown)
            beginEntry(out, one)
                .member("field"_L1, fact.field)
                .member("what"_L1, fact.what)
                .member("ask"_L1, fact.ask)
                .endObject();
    });
    writeList(out, "differences"_L1, cases, [&out](const CaseReview &one) {
        for (const QString &difference : one.differences)
            beginEntry(out, one).member("difference"_L1, difference).endObject();
    });
}

QByteArray reviewTable(const CaseReview &one)
{
    const ReviewersView &view = one.view;
    const QStringList &differences = one.differences;
    QString text = u"As the AWS reviewer reads it ([+] holds, [~] weak, [!] against, [ ] no rule judges it)\n"_s;
    for (const ReviewCheck &check : view.checks) {
        text += u"\n  "_s + check.title + u'\n';
        for (const CheckItem &item : check.items) {
            text += u"    "_s + mark(item.judgement) + u' ' + oneLine(item.statement) + u'\n';
            for (const Evidence &evidence : item.evidence)
                addEvidence(text, evidence);
            if (!item.rule.isEmpty())
                text += u"        Rule: "_s + oneLine(item.rule) + u'\n';
        }
    }
    if (!differences.isEmpty())
        text += u"\n  How the records differ\n"_s;
    for (const QString &difference : differences)
        text += u"    "_s + oneLine(difference) + u'\n';
    text += u"\n  Ready to file\n"_s;
    for (const ReadyItem &item : view.ready) {
        text += (item.done ? u"    [x] "_s : u"    [ ] "_s) + item.statement + u'\n';
        if (!item.done)
            text += u"        Open: "_s + oneLine(item.missing) + u'\n';
    }
    return text.toUtf8();
}

} // namespace cli
