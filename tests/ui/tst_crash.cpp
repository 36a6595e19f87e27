// The program is killed while somebody types, and started again: what was saved is there, it says what came back, and one
// window holds a case file at a time. The one that is killed is this program itself, as a child with the real window.
#include "ui/windowfixture.h"

#include "db/casecareondisk.h"
#include "session/openfiles.h"
#include "ui/messagebar.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>

#include <cstdio>

using namespace tests;

namespace {

class SystemClock final : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

struct Typed {
    const char *edit; ///< the field's widget
    const char *path;
    const char *text;
    const char *name; ///< as a person reads it
};

/// Ten fields; the last cannot be taken into the worksheet as it stands.
constexpr Typed kTyped[] = {{"nameEdit", "company/name", "Kestrel Labs", "Company name"},
                            {"descriptionEdit", "company/description", "Answers for pilots", "What the company does"},
                            {"cityEdit", "company/city", "Aarhus", "City"},
                            {"postalCodeEdit", "company/postalCode", "8000", "Postal code"},
                            {"streetEdit", "company/street", "Quay 4", "Street"},
                            {"headcountEdit", "company/headcount", "31", "Headcount"},
                            {"foundedYearEdit", "company/foundedYear", "2021", "Founded"},
                            {"roundNameEdit", "company/lastRound/name", "Seed two", "Last round"},
                            {"leadInvestorEdit", "company/lastRound/leadInvestor", "Fjord Capital", "Lead investor"},
                            {"dunsEdit", "company/duns", "12", "D-U-N-S number"}};

/// The program as main.cpp wires it, on folders of the test.
struct Program {
    explicit Program(const QString &folder)
        : openFiles(folder + u"/run"_s, folder + u"/open"_s),
          settings(folder + u"/settings.ini"_s),
          window({files, prompter, clock, &care, &openFiles}, settings)
    {
        window.show();
    }
    template <class T>
    T *find(const char *name) const
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }
    QString banner() const { return find<ui::MessageBar>("messageBar")->text(); }

    db::CaseFilesOnDisk files;
    ScriptedPrompter prompter;
    SystemClock clock;
    db::CaseCareOnDisk care{{}};
    session::OpenFiles openFiles;
    ui::Settings settings;
    ui::MainWindow window;
};

void say(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

/// Types into the first case until it is killed; says how many fields are in the file.
int typeUntilKilled(QApplication &application, const QString &folder, const QString &caseFile)
{
    Program program(folder);
    program.window.desk().open(caseFile);
    if (!QTest::qWaitFor([&] { return program.window.desk().shown() != nullptr; }, 30'000))
        return 1;
    program.find<QAction>("worksheetTabAction")->trigger();
    qsizetype typed = 0;
    QObject::connect(&program.window.desk(), &session::Desk::saveStateChanged, &program.window, [&] {
        if (program.window.desk().openCase()->isSaved())
            say(u"saved %1"_s.arg(typed));
    });
    for (const Typed &field : kTyped) {
        auto *edit = program.find<QLineEdit>(field.edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromLatin1(field.text), Qt::NoModifier, 2);
        ++typed;
        say(u"typed %1"_s.arg(typed));
    }
    return application.exec();
}

} // namespace

class TestCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatWasSavedIsThereAndSaid_data();
    void whatWasSavedIsThereAndSaid();
    void aCleanEndLeavesNothingToSay();
    void aSecondWindowBringsTheFirstToTheFront();
    void theLockOfAProgramThatDiedIsNobodys();
    void filesThatAreGoneAreNotOpenedAgain();

private:
    /// Starts the child and kills it once it has said `line`; gives all that it said.
    QStringList killAfter(const QString &line);
    QString text(Program &program, const char *path) const
    {
        return program.window.desk().openCase()->text(QString::fromLatin1(path));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_caseFile;
};

void TestCrash::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_caseFile = m_folder->filePath(u"cases.briefstack"_s);
    QVERIFY(QFile::copy(support::sourcePath(u"tests/data/casefiles/version-4.briefstack"_s), m_caseFile));
    QVERIFY(QFile::setPermissions(m_caseFile, QFile::ReadOwner | QFile::WriteOwner));
    ui::applyTheme(*qApp, ui::Appearance::Light);
}

QStringList TestCrash::killAfter(const QString &line)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--type"_s, m_folder->path(), m_caseFile});
    QStringList said;
    while (!said.contains(line)) {
        if (!child.canReadLine() && !child.waitForReadyRead(60'000))
            return said;
        while (child.canReadLine() && !said.contains(line))
            said.append(QString::fromUtf8(child.readLine()).trimmed());
    }
    child.kill();
    child.waitForFinished();
    said += QString::fromUtf8(child.readAll()).split(u'\n', Qt::SkipEmptyParts);
    return said;
}

void TestCrash::whatWasSavedIsThereAndSaid_data()
{
    QTest::addColumn<QString>("killedAfter");
    QTest::addRow("while typing") << u"typed 6"_s;
    QTest::addRow("at the last key") << u"typed 10"_s;
    QTest::addRow("a moment later") << u"saved 10"_s;
}

void TestCrash::whatWasSavedIsThereAndSaid()
{
    QFETCH(const QString, killedAfter);
    const QStringList said = killAfter(killedAfter);
    QVERIFY2(said.contains(killedAfter), qPrintable(said.join(u'\n')));
    int saved = 0;
    for (const QString &line : said)
        saved = line.startsWith(u"saved "_s) ? std::max(saved, line.mid(6).toInt()) : saved;

    Program program(m_folder->path());
    // As main.cpp starts it without a file: what was open comes back.
    QCOMPARE(program.openFiles.notClosed(), QStringList(QFileInfo(m_caseFile).canonicalFilePath()));
    program.window.desk().open(program.openFiles.notClosed().constFirst());
    QTRY_VERIFY(program.window.desk().shown());
    const QString banner = program.banner();
    int there = 0;
    for (const Typed &field : kTyped) {
        if (text(program, field.path) != QLatin1String(field.text))
            break;
        ++there;
        QVERIFY2(banner.contains(QLatin1String(field.name)), qPrintable(banner));
    }
    QVERIFY2(there >= saved, qPrintable(u"%1 of %2 saved ones"_s.arg(there).arg(saved)));
    if (saved == 0)
        return; // killed within the first second
    QVERIFY2(banner.startsWith(u"Briefstack stopped without closing cases.briefstack."_s), qPrintable(banner));
    QVERIFY2(banner.contains(u"Kestrel Labs, saved "_s), qPrintable(banner));
    QCOMPARE(program.find<QPushButton>("messageAction1")->text(), u"Show the case"_s);
    if (saved == 10)
        QCOMPARE(there, 10);
}

void TestCrash::aCleanEndLeavesNothingToSay()
{
    {
        Program program(m_folder->path());
        program.window.desk().open(m_caseFile);
        QTRY_VERIFY(program.window.desk().openCase());
        program.window.desk().openCase()->edit(u"company/headcount"_s, u"31"_s);
        QVERIFY(program.window.close());
    }
    Program program(m_folder->path());
    QCOMPARE(program.openFiles.notClosed(), QStringList());
    program.window.desk().open(m_caseFile);
    QTRY_VERIFY(program.window.desk().openCase());
    QCOMPARE(text(program, "company/headcount"), u"31"_s);
    QCOMPARE(program.banner(), QString());
}

void TestCrash::aSecondWindowBringsTheFirstToTheFront()
{
    Program first(m_folder->path());
    first.window.desk().open(m_caseFile);
    QTRY_VERIFY(first.window.desk().openCase());
    const QDir run(m_folder->filePath(u"run"_s));
    QVERIFY(!(QFileInfo(run.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
    first.window.showMinimized();

    // By another name of the file.
    const QString link = m_folder->filePath(u"link.briefstack"_s);
    QVERIFY(QFile::link(m_caseFile, link));
    QVERIFY(first.openFiles.bringToFront(link)); // a second start with the file: it ends there
    QTRY_VERIFY(!first.window.isMinimized());

    first.window.showMinimized();
    Program second(m_folder->path());
    second.window.desk().open(link);
    QVERIFY(!second.window.desk().isOpen());
    QCOMPARE(second.banner(),
             u"link.briefstack is open in another Briefstack window, which was brought to the front."_s);
    QTRY_VERIFY(!first.window.isMinimized());

    first.window.desk().close();
    QVERIFY(!second.openFiles.bringToFront(m_caseFile));
    second.window.desk().open(m_caseFile);
    QVERIFY(second.window.desk().isOpen());
}

void TestCrash::theLockOfAProgramThatDiedIsNobodys()
{
    QVERIFY(killAfter(u"typed 1"_s).contains(u"typed 1"_s));
    QCOMPARE(QDir(m_folder->filePath(u"run"_s)).entryList({u"*.socket"_s}, QDir::System).size(), 1);
    Program program(m_folder->path());
    program.window.desk().open(m_caseFile);
    QVERIFY(program.window.desk().isOpen());
    program.window.showMinimized();
    QVERIFY(program.openFiles.bringToFront(m_caseFile));
    QTRY_VERIFY(!program.window.isMinimized());
}

void TestCrash::filesThatAreGoneAreNotOpenedAgain()
{
    QVERIFY(killAfter(u"typed 1"_s).contains(u"typed 1"_s));
    QVERIFY(QFile::remove(m_caseFile));
    const session::OpenFiles openFiles(m_folder->filePath(u"run"_s), m_folder->filePath(u"open"_s));
    QCOMPARE(openFiles.notClosed(), QStringList());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--type"_s)
        return typeUntilKilled(application, arguments.value(2), arguments.value(3));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_crash.moc"
