// briefstack: the desktop app. The composition root: parses the arguments, joins the window with what keeps case files,
// and opens the file it was given once the window stands.
#include "db/casecareondisk.h"
#include "db/caseexchangeondisk.h"
#include "db/casefilesondisk.h"
#include "db/profile.h"
#include "drafting/footing.h"
#include "messages/messages.h"
#include "ports/clock.h"
#include "session/datatouse.h"
#include "session/openfiles.h"
#include "ui/dialogprompter.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "worksheetfile/reader.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDate>

#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

class SystemClock final : public ports::Clock {
public:
    /// `today` stands in for the system's day when it is valid.
    explicit SystemClock(QDate today) : m_today(today) {}

    QDate today() const override { return m_today.isValid() ? m_today : QDate::currentDate(); }
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }

private:
    QDate m_today;
};

/// What is wrong with a stored worksheet, in words.
std::optional<QString> judgeWorksheet(QByteArrayView worksheet)
{
    const auto read = worksheetfile::read(worksheet);
    return read ? std::nullopt : std::optional(messages::sentence(read.error()));
}

/// What of a stored case's ledger does not add up, in words, computed with what the window computes with.
class LedgerJudge {
public:
    std::optional<QString> operator()(QByteArrayView worksheet, const QString &evaluatedOn)
    {
        // Read once, by the first check: starting does not wait for it. Without the data nothing can be computed, which is
        // no damage of a case file; the window says it by itself.
        if (!m_read)
            m_read = std::make_shared<const session::DataToUse>(session::dataToUse());
        return m_read->data ? drafting::ledgerDifference(worksheet, evaluatedOn, *m_read->data) : std::nullopt;
    }

private:
    std::shared_ptr<const session::DataToUse> m_read;
};

struct Options {
    QString caseFile;
    QDate today; ///< invalid: the system's
};

int refuse(const QString &message)
{
    const QByteArray line = u"briefstack: %1 (see --help)\n"_s.arg(message).toLocal8Bit();
    std::fputs(line.constData(), stderr);
    return 2;
}

/// Help, version and usage errors need no display: this runs before there is a QApplication. Returns the exit status
/// when the program ends here, -1 otherwise.
int parse(const QStringList &arguments, Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Turns one scoping call into stacked ACE opportunity records."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption asOf(u"as-of"_s, u"Compute as of this day (YYYY-MM-DD); default today."_s, u"date"_s);
    parser.addOption(asOf);
    parser.addPositionalArgument(u"FILE"_s, u"The case file to open (*.briefstack)."_s, u"[FILE]"_s);
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(parser.helpText().toLocal8Bit().constData(), stdout);
        return 0;
    }
    if (parser.isSet(version)) {
        std::fputs("briefstack " BRIEFSTACK_VERSION "\n", stdout);
        return 0;
    }
    if (parser.positionalArguments().size() > 1)
        return refuse(u"one case file at a time"_s);
    options.caseFile = parser.positionalArguments().value(0);
    if (parser.isSet(asOf)) {
        options.today = QDate::fromString(parser.value(asOf), u"yyyy-MM-dd"_s);
        if (!options.today.isValid())
            return refuse(u"--as-of: \"%1\" is not a date of the form YYYY-MM-DD"_s.arg(parser.value(asOf)));
    }
    return -1;
}

/// Whether Qt's own arguments are all there is besides what needs no window.
bool endsWithoutWindow(int argc, char **argv)
{
    for (int index = 1; index < argc; ++index) {
        for (const char *known : {"--help", "-h", "--help-all", "--version", "-v"}) {
            if (std::strcmp(argv[index], known) == 0)
                return true;
        }
    }
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"briefstack"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BRIEFSTACK_VERSION));
    Options options;
    if (endsWithoutWindow(argc, argv)) {
        const QCoreApplication application(argc, argv);
        return qMax(0, parse(QCoreApplication::arguments(), options));
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Briefstack"_s);
    QGuiApplication::setDesktopFileName(u"org.briefstack.Briefstack"_s);
    if (const int status = parse(QCoreApplication::arguments(), options); status >= 0)
        return status;
    const session::OpenFiles openFiles = session::OpenFiles::ofThePerson();
    if (!options.caseFile.isEmpty() && openFiles.bringToFront(options.caseFile))
        return 0;
    // What was open when the program last ended without closing it comes back by itself, and says what was saved.
    if (options.caseFile.isEmpty())
        options.caseFile = openFiles.notClosed().value(0);

    ui::Settings settings;
    ui::applyTheme(application, settings.appearance());
    db::CaseFilesOnDisk files;
    const SystemClock clock(options.today);
    ui::DialogPrompter prompter;
    db::CaseCareOnDisk care({judgeWorksheet, LedgerJudge()});
    db::ProfilesOnDisk profiles;
    db::CaseExchangeOnDisk exchange;
    ui::MainWindow window({files, prompter, clock, &care, &openFiles, &profiles, &exchange}, settings);
    prompter.setWindow(&window);
    window.openAfterFirstPaint(options.caseFile);
    window.show();
    return QApplication::exec();
}
