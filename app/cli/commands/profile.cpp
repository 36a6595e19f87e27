#include "db/profile.h"
#include "cli/commands.h"
#include "cli/findingsoutput.h"
#include "documents/hand.h"
#include "documents/logo.h"
#include "documents/palette.h"

#include <QDateTime>

namespace cli {

using domain::PartnerProfile;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLogoLimit = 1024 * 1024; // the logo's own, smaller limit says more
constexpr qsizetype kTextLimit = 64 * 1024;

void describe(Arguments &arguments)
{
    arguments.positional(u"WHAT"_s, u"show, or set with what is to change."_s)
        .option(u"case"_s, u"The case file whose documents have the profile."_s, u"file"_s)
        .option(u"name"_s, u"The firm's name on the letterhead."_s, u"text"_s)
        .option(u"address"_s, u"Its address; lines are separated by a semicolon."_s, u"text"_s)
        .option(u"logo"_s, u"A PNG, or an SVG of shapes only, of at most 256 KiB."_s, u"file"_s)
        .option(u"first-color"_s, u"Heads, the ask, credits: #rrggbb, with a contrast of 4.5 to 1 on white."_s,
                u"color"_s)
        .option(u"second-color"_s, u"What the customer pays, in charts: #rrggbb, 3 to 1 on white."_s, u"color"_s)
        .option(u"paper"_s, u"by-country (Letter for the US, A4 elsewhere), letter or a4."_s, u"paper"_s)
        .option(u"currency"_s, u"What heads of tables call US dollars, such as USD."_s, u"text"_s)
        .option(u"channel"_s, u"The channel that records are filed through by default: api, bulk or console."_s,
                u"channel"_s)
        .option(u"paragraph"_s,
                u"PLACE=TEXT, or PLACE=@FILE: a standard paragraph of brief, founder or plan, with the placeholders {"_s
                    + documents::placeholderNames().join(u"}, {"_s) + u"}. May be given several times.",
                u"paragraph"_s)
        .option(u"versions"_s, u"show: every text that the standard paragraphs have had."_s)
        .option(u"reset"_s, u"set: begin with the reference design."_s);
}

QString orDesign(const QString &value, const QString &design)
{
    return value.isEmpty() ? design : value;
}

QString colorWords(const QString &value, QRgb design)
{
    const QString name = orDesign(value, QColor::fromRgb(design).name());
    return u"%1 (%2 to 1 on white)"_s.arg(name).arg(documents::contrastOnWhite(QColor(name).rgb()), 0, 'f', 1);
}

QString logoWords(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return u"none"_s;
    const auto logo = documents::Logo::read(bytes);
    return logo ? u"%1, %2 KiB"_s.arg((*logo)->mediaType()).arg((bytes.size() + 1023) / 1024) : logo.error();
}

QString shown(const PartnerProfile &profile)
{
    QString text;
    const auto row = [&text](const QString &label, const QString &value) {
        text += label.leftJustified(14) + value + u'\n';
    };
    row(u"Name"_s, orDesign(profile.name, u"the worksheet's partner"_s));
    row(u"Address"_s, orDesign(QString(profile.address).replace(u'\n', u"; "_s), u"none"_s));
    row(u"Logo"_s, logoWords(profile.logo));
    row(u"First color"_s, colorWords(profile.firstColor, documents::color::kNavy));
    row(u"Second color"_s, colorWords(profile.secondColor, documents::color::kOchre));
    row(u"Paper"_s, domain::profilePaperWord(profile.paper));
    row(u"Currency"_s, orDesign(profile.currency, u"US dollars"_s));
    row(u"Channel"_s, orDesign(profile.channel, u"none preferred"_s));
    for (const domain::StandardParagraph &paragraph : profile.paragraphs) {
        text += u"\nParagraph \"%1\", version %2\n%3\n"_s.arg(domain::paragraphPlaceWord(paragraph.place))
                    .arg(paragraph.version)
                    .arg(orDesign(paragraph.text, u"(none any more)"_s));
    }
    return text;
}

QString versionsText(const std::vector<ports::ParagraphVersion> &versions)
{
    QString text;
    for (const ports::ParagraphVersion &version : versions) {
        text += u"\nParagraph \"%1\", version %2, saved %3\n%4\n"_s.arg(domain::paragraphPlaceWord(version.place))
                    .arg(version.version)
                    .arg(version.savedAt.toString(Qt::ISODate), orDesign(version.text, u"(none any more)"_s));
    }
    return text.isEmpty() ? u"There is no standard paragraph.\n"_s : text;
}

Step setParagraph(PartnerProfile &profile, const QString &given)
{
    const qsizetype equals = given.indexOf(u'=');
    domain::ParagraphPlace place = domain::ParagraphPlace::Brief;
    if (equals < 0 || !domain::readParagraphPlace(given.first(equals), place))
        return Unexpected(usage(u"--paragraph: begin with brief=, founder= or plan="_s));
    QString text = given.mid(equals + 1);
    if (text.startsWith(u'@')) {
        const auto bytes = readFile(text.mid(1), kTextLimit);
        if (!bytes)
            return Unexpected(bytes.error());
        text = QString::fromUtf8(*bytes);
    }
    profile.setParagraph(place, text.trimmed());
    return {};
}

/// Lays the options over the profile.
Step change(PartnerProfile &profile, const Arguments &arguments)
{
    const auto take = [&arguments](const QString &option, QString &into) {
        if (arguments.isSet(option))
            into = arguments.value(option).trimmed();
    };
    take(u"name"_s, profile.name);
    take(u"first-color"_s, profile.firstColor);
    take(u"second-color"_s, profile.secondColor);
    take(u"currency"_s, profile.currency);
    take(u"channel"_s, profile.channel);
    if (arguments.isSet(u"address"_s)) {
        QStringList lines = arguments.value(u"address"_s).split(u';', Qt::SkipEmptyParts);
        for (QString &line : lines)
            line = line.trimmed();
        profile.address = lines.join(u'\n');
    }
    if (arguments.isSet(u"paper"_s) && !domain::readProfilePaper(arguments.value(u"paper"_s), profile.paper))
        return Unexpected(usage(u"--paper: take by-country, letter or a4"_s));
    if (arguments.isSet(u"logo"_s)) {
        profile.logo.clear();
        if (const QString file = arguments.value(u"logo"_s); !file.isEmpty()) {
            auto bytes = readFile(file, kLogoLimit);
            if (!bytes)
                return Unexpected(bytes.error());
            if (bytes->isEmpty()) // no logo is what an empty name asks for
                return Unexpected(Failure{file, {}, u"is empty"_s});
            profile.logo = *std::move(bytes);
        }
    }
    for (const QString &given : arguments.values(u"paragraph"_s)) {
        if (const Step set = setParagraph(profile, given); !set)
            return set;
    }
    return {};
}

Outcome<ExitStatus> set(const Arguments &arguments, const QString &file)
{
    db::ProfilesOnDisk profiles;
    auto profile = profiles.load(file);
    if (!profile)
        return Unexpected(fromStore(file, profile.error()));
    if (arguments.isSet(u"reset"_s)) {
        PartnerProfile empty;
        for (const domain::StandardParagraph &paragraph : profile->paragraphs)
            empty.paragraphs.append({paragraph.place, {}, paragraph.version + (paragraph.text.isEmpty() ? 0 : 1)});
        *profile = empty;
    }
    if (const Step changed = change(*profile, arguments); !changed)
        return Unexpected(changed.error());
    // The first thing that is wrong; nothing is written.
    if (const domain::Findings wrong = documents::checkProfile(*profile); !wrong.empty())
        return Unexpected(
            Failure{{}, u"profile/"_s + wrong.front().field, wrong.front().message + u' ' + wrong.front().fix});
    const auto saved = profiles.save(file, *profile, QDateTime::currentDateTimeUtc());
    if (!saved)
        return Unexpected(fromStore(file, saved.error()));
    if (const Step printed = print(shown(*saved).toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

Outcome<ExitStatus> show(const Arguments &arguments, const QString &file)
{
    db::ProfilesOnDisk profiles;
    QString text;
    if (arguments.isSet(u"versions"_s)) {
        const auto versions = profiles.paragraphs(file);
        if (!versions)
            return Unexpected(fromStore(file, versions.error()));
        text = versionsText(*versions);
    } else {
        const auto profile = profiles.load(file);
        if (!profile)
            return Unexpected(fromStore(file, profile.error()));
        text = shown(*profile);
    }
    if (const Step printed = print(text.toUtf8()); !printed)
        return Unexpected(printed.error());
    return Done;
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    const QString what = arguments.files().value(0);
    if (arguments.files().size() != 1 || (what != u"show" && what != u"set"))
        return Unexpected(usage(u"say show, or set"_s));
    const auto file = arguments.required(u"case"_s);
    if (!file)
        return Unexpected(file.error());
    return what == u"set" ? set(arguments, *file) : show(arguments, *file);
}

} // namespace

Command profileCommand()
{
    return {u"profile"_s, u"the partner's letterhead, colors and standard paragraphs of a case file's documents"_s,
            describe, run, true};
}

} // namespace cli
