#include "records/kit/awscommands.h"

#include "domain/oneline.h"
#include "records/kit/submission.h"

namespace records {

using namespace Qt::StringLiterals;

namespace {

const auto kSelling = u"aws --region us-east-1 partnercentral-selling "_s;
const auto kBenefits = u"aws --region us-east-1 partnercentral-benefits "_s;

QString fileArgument(const QString &name)
{
    return shellQuoted(u"file://"_s + name);
}

QString indented(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        text += u"    "_s + line + u'\n';
    return text;
}

QString usageOf(const KitFiles &files)
{
    const QString run = u"sh "_s + shellQuoted(files.script) + u' ';
    return u"usage() {\n    cat <<'END'\nIn this order, each only when the one before is done:\n"_s + u"  "_s + run
         + u"check                     check the request without sending it\n"_s + u"  "_s + run
         + u"create                    create the opportunity; prints its identifier\n"_s + u"  "_s + run
         + u"associate O1234567        add the solutions and AWS products\n"_s + u"  "_s + run
         + u"submit O1234567           submit the opportunity to AWS\n"_s + u"  "_s + run
         + u"status O1234567           ask how far the submission is\n"_s + u"  "_s + run
         + u"update O1234567           send the whole record once more\n"_s + u"  "_s + run
         + u"fund O1234567 ben-...     draft the fund request for that benefit\n"_s + u"END\n}\n"_s;
}

QString associateStep(const Record &record, const QString &catalog)
{
    QStringList lines;
    for (const Association &association : associations(record))
        lines.append(kSelling + u"associate-opportunity --catalog "_s + catalog
                     + u" --opportunity-identifier \"$id\" --related-entity-type "_s + shellQuoted(association.type)
                     + u" --related-entity-identifier "_s + shellQuoted(association.identifier));
    if (lines.isEmpty())
        lines.append(u"echo 'Nothing to associate.'"_s);
    return indented(lines);
}

/// Sent only while AWS still has the review status that the file resends.
QString updateStep(const QString &catalog, const QString &reviewStatus, const KitFiles &files,
                   const QStringList &withheld)
{
    if (!withheld.isEmpty()) {
        QStringList lines;
        for (const QString &reason : withheld) // echo would read backslashes
            lines.append(u"printf '%s\\n' "_s + shellQuoted(domain::oneLine(reason)) + u" >&2"_s);
        return indented(lines << u"exit 1"_s);
    }
    const QString get =
        kSelling + u"get-opportunity --catalog "_s + catalog + u" --identifier \"$id\" --output text "_s;
    return indented(
        {u"status=$("_s + get + u"--query LifeCycle.ReviewStatus)"_s,
         u"if [ \"$status\" != "_s + shellQuoted(reviewStatus) + u" ]; then"_s,
         u"    echo \"AWS has the review status '$status', the file has another: export the update again.\" >&2"_s,
         u"    exit 1"_s, u"fi"_s, u"modified=$("_s + get + u"--query LastModifiedDate)"_s,
         kSelling + u"update-opportunity --cli-input-json "_s + fileArgument(files.update)
             + u" --identifier \"$id\" --last-modified-date \"$modified\""_s});
}

QString fundStep(const QString &catalog, const KitFiles &files)
{
    return indented({u"arn=$("_s + kSelling + u"get-opportunity --catalog "_s + catalog
                         + u" --identifier \"$id\" --output text --query Arn)"_s,
                     kBenefits + u"create-benefit-application --cli-input-json "_s + fileArgument(files.funding)
                         + u" --benefit-identifier \"$benefit\" --associated-resources \"$arn\""_s});
}

} // namespace

QString shellQuoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QByteArray awsCommands(const Record &record, const RequestOptions &options, const QString &reviewStatus,
                       const KitFiles &files, const QStringList &withheld)
{
    const QString catalog = catalogName(options.catalog);
    const QString create = kSelling + u"create-opportunity --cli-input-json "_s + fileArgument(files.create);
    QString text =
        u"#!/bin/sh\n# Files one record with AWS's command line client (aws, version 2). Nothing is sent before a "
        u"step is named.\nset -eu\ncd \"$(dirname \"$0\")\"\n\n"_s;
    text += usageOf(files);
    text += u"\nneed() {\n    case \"$2\" in\n    $1[0-9a-z]*) ;;\n    *) usage >&2; exit 2 ;;\n    esac\n}\n\n"_s;
    text += u"step=${1-}\nid=${2-}\nbenefit=${3-}\n"_s;
    text += u"case \"$step\" in\nassociate | submit | status | update | fund) need O \"$id\" ;;\nesac\n"_s;
    text +=
        u"case \"$step\" in\ncheck)\n"_s + indented({create + u" --generate-cli-skeleton output"_s}) + u"    ;;\n"_s;
    text += u"create)\n"_s + indented({create + u" --query Id --output text"_s}) + u"    ;;\n"_s;
    text += u"associate)\n"_s + associateStep(record, catalog) + u"    ;;\n"_s;
    text += u"submit)\n"_s
          + indented({kSelling + u"start-engagement-from-opportunity-task --cli-input-json "_s
                      + fileArgument(files.engagement) + u" --identifier \"$id\""_s})
          + u"    ;;\n"_s;
    text += u"status)\n"_s
          + indented({kSelling + u"list-engagement-from-opportunity-tasks --catalog "_s + catalog
                      + u" --opportunity-identifier \"$id\""_s})
          + u"    ;;\n"_s;
    text += u"update)\n"_s + updateStep(catalog, reviewStatus, files, withheld) + u"    ;;\n"_s;
    text += u"fund)\n    need ben- \"$benefit\"\n"_s + fundStep(catalog, files) + u"    ;;\n"_s;
    text += u"*)\n    usage\n    [ -z \"$step\" ] || exit 2\n    ;;\nesac\n"_s;
    return text.toUtf8();
}

} // namespace records
