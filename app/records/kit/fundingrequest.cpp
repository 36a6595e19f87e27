#include "records/kit/fundingrequest.h"

#include "records/english.h"
#include "json/writer.h"

namespace records {

using catalogue::FilingRules;
using catalogue::FundRequestLimits;
using namespace Qt::StringLiterals;

namespace {

/// "pdf, svg or csv"
QString anyOf(const QStringList &words)
{
    return words.size() < 2 ? words.join(QString())
                            : QString(words.first(words.size() - 1).join(u", "_s) + u" or "_s + words.constLast());
}

/// As many whole sentences as fit; of a first one that is too long, its start.
QString fitting(const QString &text, qsizetype most)
{
    QString kept;
    for (const QString &sentence : sentences(plain(text))) {
        const QString more = kept.isEmpty() ? sentence : kept + u' ' + sentence;
        if (codePoints(more) > most)
            break;
        kept = more;
    }
    return kept.isEmpty() ? leftCodePoints(plain(text), most) : kept;
}

QString field(const QString &label, const QString &text, qsizetype most)
{
    return label + u" ("_s + grouped(codePoints(text)) + u" of at most "_s + grouped(most) + u" characters)\n"_s + text
         + u"\n\n"_s;
}

QString datesText(const Record &record, const FilingRules &rules, QDate asOf)
{
    QString text = u"Dates that bind\n"_s;
    const QDate first = rules.startAhead.after(asOf);
    text += u"- The work starts on "_s + first.toString(Qt::ISODate) + u" at the earliest: "_s
          + QString::number(rules.startAhead.days) + u" days after the request, and not before AWS's pre-approval.\n"_s;
    if (record.startsOn && record.startsOn->isValid())
        text += u"- Planned start: "_s + record.startsOn->toString(Qt::ISODate)
              + (*record.startsOn < first ? u". Too early: move it, or file sooner.\n"_s : u".\n"_s);
    if (record.endsOn && record.endsOn->isValid())
        text += u"- Delivery ends on "_s + record.endsOn->toString(Qt::ISODate) + u"; the request expires on "_s
              + rules.closeOut.after(*record.endsOn).toString(Qt::ISODate) + u", "_s
              + QString::number(rules.closeOut.days) + u" days after.\n"_s;
    return text;
}

} // namespace

FundingDraft fundingDraft(const Record &record, const QStringList &files, const FundRequestLimits &limits)
{
    return {leftCodePoints(plain(record.title), limits.nameMost),
            fitting(record.businessProblem, limits.descriptionMost), files.mid(0, limits.filesMost)};
}

QByteArray fundingRequest(const Record &record, const domain::Worksheet &worksheet, const RequestOptions &options,
                          const FundRequestLimits &limits)
{
    const FundingDraft draft = fundingDraft(record, {}, limits);
    json::Writer out;
    out.beginObject().member("Catalog"_L1, catalogName(options.catalog));
    out.member("ClientToken"_L1, clientToken(options.caseId, record.poolId, options.revision, u"funding"_s));
    out.member("Name"_L1, draft.name).member("Description"_L1, draft.description);
    out.strings("FulfillmentTypes"_L1, {u"CREDITS"_s});
    const std::optional<domain::Person> &owner = worksheet.partner.owner;
    if (owner && !owner->email.isEmpty()) {
        out.key("PartnerContacts"_L1).beginArray().beginObject();
        out.member("Email"_L1, owner->email.trimmed().toLower());
        if (!owner->firstName.isEmpty())
            out.member("FirstName"_L1, owner->firstName);
        if (!owner->lastName.isEmpty())
            out.member("LastName"_L1, owner->lastName);
        if (!owner->title.isEmpty())
            out.member("BusinessTitle"_L1, owner->title);
        if (!owner->phone.isEmpty())
            out.member("Phone"_L1, owner->phone);
        out.endObject().endArray();
    }
    out.endObject();
    return out.take();
}

QByteArray fundingText(const Record &record, const FundingDraft &draft, domain::Money ask, const QString &opportunityId,
                       const QString &plan, const FilingRules &rules, QDate asOf)
{
    const FundRequestLimits &limits = rules.fundRequest;
    QString text = field(u"Name"_s, draft.name, limits.nameMost);
    text += field(u"Description"_s, draft.description, limits.descriptionMost);
    text += u"Linked opportunity\n"_s
          + (opportunityId.isEmpty() ? u"The identifier that AWS gives the opportunity when it is created (O...)."_s
                                     : opportunityId)
          + u"\n\nFunding\nCredits, USD "_s + ask.toString() + u"\n\n"_s;
    text += u"Documents to attach (at most "_s + QString::number(limits.filesMost) + u"; "_s + anyOf(limits.fileTypes)
          + u"; PDF is safest, for spreadsheets with formulas may be "
            u"held back)\n"_s;
    for (const QString &file : draft.files)
        text += u"- "_s + file + u'\n';
    text += u"- The statement of work, if there is one\n\n"_s + datesText(record, rules, asOf);
    text += u"\nThe benefit's own form asks for more, which only the partner's account shows.\n"_s;
    if (!plan.isEmpty())
        text += u"\n\n"_s + plan.trimmed() + u'\n';
    return text.toUtf8();
}

} // namespace records
