// briefstack-cli: the engine without a window. Works without a display and without a network.
#include "cli/commands.h"

#include <QGuiApplication>

#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

std::vector<cli::Command> commands()
{
    return {cli::draftCommand(),    cli::projectCommand(), cli::reviewCommand(),  cli::preflightCommand(),
            cli::listCommand(),     cli::exportCommand(),  cli::fileCommand(),    cli::statusCommand(),
            cli::pipelineCommand(), cli::importCommand(),  cli::ratesCommand(),   cli::programmesCommand(),
            cli::checkCommand(),    cli::backupCommand(),  cli::restoreCommand(), cli::profileCommand()};
}

QByteArray overview(const std::vector<cli::Command> &known)
{
    QString text = u"Usage: briefstack-cli COMMAND [ARGUMENTS]\n\nTurns a founder's worksheet into stacked ACE "
                   "opportunity records that get funded.\n\nCommands:\n"_s;
    for (const cli::Command &command : known)
        text += u"  "_s + command.name.leftJustified(10) + u' ' + command.summary + u'\n';
    text +=
        u"\nEvery command takes --help and --as-of DATE. Exit status: 0 done, 1 done but with findings of severity\n"
        "error, 2 usage or unreadable input.\n"_s;
    return text.toUtf8();
}

/// Qt Gui only where text is laid out: it costs several times the start of Qt Core.
std::unique_ptr<QCoreApplication> makeApplication(const cli::Command *command, int &argc, char **argv)
{
    if (!command || !command->laysOutText)
        return std::make_unique<QCoreApplication>(argc, argv);
    // Fonts need a platform, never a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

cli::Outcome<cli::ExitStatus> printed(const QByteArray &text)
{
    const cli::Step step = cli::print(text);
    if (!step)
        return domain::Unexpected(step.error());
    return cli::Done;
}

cli::Outcome<cli::ExitStatus> run(const cli::Command &command, const QStringList &arguments)
{
    cli::Arguments parsed(command.summary);
    command.describe(parsed);
    if (const cli::Step step = parsed.parse(arguments); !step)
        return domain::Unexpected(step.error());
    if (parsed.helpAsked())
        return printed(parsed.helpText(command.name).toUtf8());
    return command.run(parsed);
}

cli::Outcome<cli::ExitStatus> dispatch(const std::vector<cli::Command> &known, const cli::Command *command,
                                       const QStringList &arguments)
{
    if (command)
        return run(*command, arguments);
    if (arguments.isEmpty())
        return domain::Unexpected(cli::usage(u"a command is needed"_s));
    const QString &first = arguments.first();
    if (first == u"--help" || first == u"-h" || first == u"help")
        return printed(overview(known));
    if (first == u"--version" || first == u"-v")
        return printed("briefstack-cli " BRIEFSTACK_VERSION "\n");
    return domain::Unexpected(cli::usage(u"there is no command \""_s + first + u'"'));
}

/// Standard error carries our own one-line messages only; Qt's remarks about its surroundings are not the user's matter.
void dropRemarks(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "briefstack-cli: %s\n", qPrintable(text));
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(dropRemarks);
    const std::vector<cli::Command> known = commands();
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const cli::Command *command = nullptr;
    for (const cli::Command &candidate : known) {
        if (candidate.name == name)
            command = &candidate;
    }
    QCoreApplication::setApplicationName(u"briefstack-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BRIEFSTACK_VERSION));
    const std::unique_ptr<QCoreApplication> application = makeApplication(command, argc, argv);

    const auto outcome = dispatch(known, command, QCoreApplication::arguments().sliced(1));
    if (outcome)
        return *outcome;
    cli::complain(outcome.error());
    return cli::Failed;
}
