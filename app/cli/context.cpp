#include "cli/context.h"

#include "documents/archive.h"
#include "domain/oneline.h"
#include "drafting/ownratesfile.h"
#include "drafting/userprogrammes.h"
#include "messages/messages.h"
#include "worksheetfile/reader.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

Arguments::Arguments(const QString &description)
{
    m_parser.setApplicationDescription(description);
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    // Not addHelpOption(), which also offers options of Qt itself.
    m_parser.addOption(QCommandLineOption({u"h"_s, u"help"_s}, u"Show this help."_s));
    option(u"as-of"_s, u"Compute as of this day (YYYY-MM-DD); default today."_s, u"date"_s);
}

Arguments &Arguments::positional(const QString &name, const QString &description, const QString &syntax)
{
    m_parser.addPositionalArgument(name, description, syntax);
    return *this;
}

Arguments &Arguments::option(const QString &name, const QString &description, const QString &valueName,
                             const QString &defaultValue)
{
    m_options.append(name);
    if (valueName.isEmpty())
        m_parser.addOption(QCommandLineOption(name, description));
    else
        m_parser.addOption(QCommandLineOption(name, description, valueName, defaultValue));
    return *this;
}

Arguments &Arguments::withRates()
{
    return option(
        u"rates"_s,
        u"Use this rate book, or prices of your own laid over the shipped one; shipped: the shipped one alone."_s,
        u"file"_s);
}

Arguments &Arguments::withProgrammes()
{
    return option(
        u"programmes"_s,
        u"Put the figures of this file over the shipped programs; default: programmes.json in the data folder."_s,
        u"file"_s);
}

Step Arguments::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        return Unexpected(usage(m_parser.errorText()));
    m_asOf = QDate::currentDate();
    if (isSet(u"as-of"_s)) {
        m_asOf = QDate::fromString(value(u"as-of"_s), u"yyyy-MM-dd"_s);
        if (!m_asOf.isValid())
            return Unexpected(
                usage(u"--as-of: \""_s + value(u"as-of"_s) + u"\" is not a date of the form YYYY-MM-DD"_s));
    }
    return {};
}

bool Arguments::helpAsked() const
{
    return m_parser.isSet(u"help"_s);
}

QString Arguments::helpText(const QString &command) const
{
    QString text = m_parser.helpText();
    // QCommandLineParser names the executable; the command belongs after it.
    const qsizetype firstLineEnd = text.indexOf(u'\n');
    text.replace(0, firstLineEnd, text.left(firstLineEnd).replace(u" [options]"_s, u' ' + command + u" [options]"_s));
    return text;
}

Step Arguments::expect(qsizetype least, qsizetype most, const QString &what) const
{
    const qsizetype count = files().size();
    if (count < least)
        return Unexpected(usage(u"missing "_s + what));
    if (most >= 0 && count > most)
        return Unexpected(usage(u"unexpected argument \""_s + files().at(most) + u'"'));
    return {};
}

Outcome<QString> Arguments::required(const QString &option) const
{
    const QString given = value(option);
    if (!given.isEmpty())
        return given;
    return Unexpected(usage(u"missing --"_s + option));
}

Outcome<QString> Arguments::oneOf(const QString &option, const QStringList &allowed) const
{
    const QString chosen = value(option);
    if (allowed.contains(chosen))
        return chosen;
    return Unexpected(usage(u"--"_s + option + u": \""_s + chosen + u"\" is not one of "_s + allowed.join(u", "_s)));
}

Failure usage(const QString &message)
{
    return {{}, {}, message + u" (see --help)"_s};
}

Failure fromInput(const QString &file, const domain::InputError &error)
{
    return {file, error.path, messages::sentence(error)};
}

Failure fromStore(const QString &file, const ports::StoreError &error)
{
    return {file, {}, messages::sentence(error)};
}

Step print(const QByteArray &text)
{
    const std::size_t written = std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    if (written != static_cast<std::size_t>(text.size()) || std::fflush(stdout) != 0)
        return Unexpected(
            Failure{u"standard output"_s, {}, u"could not be written: no space left, or nobody reads it"_s});
    return {};
}

void complain(const Failure &failure)
{
    QString line = u"briefstack-cli: "_s;
    if (!failure.file.isEmpty())
        line += failure.file + u": "_s;
    if (!failure.path.isEmpty())
        line += failure.path + u": "_s;
    line += failure.message;
    // Names of files and keys are other people's text: one message stays one line.
    const QByteArray bytes = domain::oneLine(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

Outcome<QByteArray> readFile(const QString &file, qsizetype limit)
{
    constexpr qsizetype kMebibyte = 1024 * 1024;
    QFile source;
    bool opened = false;
    if (file == u"-") {
        opened = source.open(stdin, QIODevice::ReadOnly);
    } else {
        if (QFileInfo(file).isDir())
            return Unexpected(Failure{file, {}, u"is a folder, not a file"_s});
        source.setFileName(file);
        opened = source.open(QIODevice::ReadOnly);
    }
    if (!opened)
        return Unexpected(Failure{file, {}, u"could not be opened: "_s + source.errorString()});
    // A pipe gives what its writer has written so far, and its end as nothing.
    QByteArray bytes;
    for (QByteArray part; bytes.size() <= limit && !(part = source.read(limit + 1 - bytes.size())).isEmpty();)
        bytes += part;
    if (source.error() != QFileDevice::NoError)
        return Unexpected(Failure{file, {}, u"could not be read: "_s + source.errorString()});
    if (bytes.size() > limit)
        return Unexpected(Failure{file,
                                  {},
                                  u"is larger than the "_s
                                      + (limit < kMebibyte ? QString(QString::number(limit / 1024) + u" KiB"_s)
                                                           : QString(QString::number(limit / kMebibyte) + u" MiB"_s))
                                      + u" that are read"_s});
    return bytes;
}

namespace {

/// The user's own programme figures over the shipped ones.
Step addProgrammes(const Arguments &arguments, drafting::Shipped &data)
{
    constexpr qsizetype kLimit = 1024 * 1024;
    if (!arguments.isKnown(u"programmes"_s))
        return {};
    if (!arguments.isSet(u"programmes"_s)) {
        const auto applied = drafting::applyUserProgrammes(data);
        return applied ? Step() : Unexpected(fromInput(drafting::userProgrammesFile(), applied.error()));
    }
    const QString file = arguments.value(u"programmes"_s);
    if (file.isEmpty())
        return Unexpected(usage(u"--programmes needs a file"_s));
    const auto bytes = readFile(file, kLimit);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto applied = drafting::applyOverrides(data, *bytes);
    return applied ? Step() : Unexpected(fromInput(file, applied.error()));
}

} // namespace

Outcome<drafting::Shipped> shipped(const Arguments &arguments)
{
    constexpr qsizetype kBookLimit = 64 * 1024 * 1024;
    const QString file = arguments.isKnown(u"rates"_s) ? arguments.value(u"rates"_s) : QString();
    auto data = drafting::currentData(file.isEmpty());
    if (!data) {
        Failure failure = fromInput(file.isEmpty() ? QString() : u"shipped data"_s, data.error());
        if (file.isEmpty())
            failure.message += u" (--rates shipped computes without your own prices)"_s;
        return Unexpected(failure);
    }
    if (const Step added = addProgrammes(arguments, *data); !added)
        return Unexpected(added.error());
    if (file.isEmpty() || file == kShippedRates)
        return *std::move(data);
    const auto bytes = readFile(file, kBookLimit);
    if (!bytes)
        return Unexpected(bytes.error());
    auto book = drafting::readBook(*bytes, data->rates);
    if (!book)
        return Unexpected(fromInput(file, book.error()));
    data->rates = *std::move(book);
    return *std::move(data);
}

Arguments &withChannel(Arguments &arguments)
{
    return arguments.option(u"channel"_s,
                            u"The channel whose rules apply: "_s + drafting::aceChannels().join(u", "_s)
                                + u". Without it the one that the case file's profile prefers, else api."_s,
                            u"channel"_s);
}

Outcome<QString> channelOf(const Arguments &arguments, const domain::PartnerProfile *profile)
{
    if (arguments.isKnown(u"channel"_s) && arguments.isSet(u"channel"_s))
        return arguments.oneOf(u"channel"_s, drafting::aceChannels());
    return drafting::channelOf(profile);
}

Outcome<drafting::Shipped> shippedForChannel(const Arguments &arguments, const domain::PartnerProfile *profile)
{
    const auto channel = channelOf(arguments, profile);
    if (!channel)
        return Unexpected(channel.error());
    auto data = shipped(arguments);
    if (!data)
        return data;
    auto rules = drafting::aceRulesOf(*data, *channel);
    if (!rules)
        return Unexpected(fromInput({}, rules.error()));
    data->acePack = *std::move(rules);
    return data;
}

Outcome<domain::Worksheet> readWorksheet(const QString &file)
{
    const bool mayBeArchive = file.endsWith(u".pdf"_s, Qt::CaseInsensitive);
    const auto bytes = readFile(file, mayBeArchive ? documents::kLargestArchive : kWorksheetLimit);
    if (!bytes)
        return Unexpected(bytes.error());
    QByteArray facts = *bytes;
    if (documents::isPdf(facts)) {
        auto carried = documents::caseInPdf(facts);
        if (!carried)
            return Unexpected(Failure{file, {}, u"holds no case: "_s + carried.error()});
        facts = *std::move(carried);
    }
    auto worksheet = worksheetfile::read(facts);
    if (!worksheet)
        return Unexpected(fromInput(file, worksheet.error()));
    return *std::move(worksheet);
}

ExitStatus statusOf(const domain::Findings &findings)
{
    return domain::hasError(findings) ? WithFindings : Done;
}

} // namespace cli
