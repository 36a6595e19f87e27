// The source tree keeps to the architecture. First every rule proves on planted violations that it bites, then the real
// tree has to be clean.

#include "arch/layers.h"
#include "arch/rules.h"
#include "arch/sourcetree.h"
#include "support/sourcefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace arch;
using namespace Qt::StringLiterals;

namespace {

QString described(const Violations &violations)
{
    QString text;
    for (const Violation &violation : violations) {
        text += u"\n  "_s + violation.file + u':' + QString::number(violation.line) + u" ["_s + violation.rule + u"] "_s
              + violation.detail;
    }
    return text;
}

const QString kHeader = u"// What it is for.\n#pragma once\n"_s;

} // namespace

class TestArch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reportsEachPlantedViolation_data();
    void reportsEachPlantedViolation();
    void acceptsWhatIsAllowed_data();
    void acceptsWhatIsAllowed();
    void blanksCommentsAndStringsInPlace();
    void readsLinkLinesOfBothForms();
    void tableHasNoCycle();
    void readsTheTreeFromDisk();
    void theRealTreeIsRead();
    void theRealTreeIsClean();
};

void TestArch::reportsEachPlantedViolation_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");

    const auto include = [](const char *name, const char *path, const QString &header) {
        QTest::newRow(name) << QString::fromLatin1(path) << u"// c\n#include "_s + header + u'\n' << u"include"_s << 2;
    };
    include("domain includes catalogue", "app/domain/a.cpp", u"\"catalogue/ratebook.h\""_s);
    include("catalogue includes projection", "app/catalogue/a.h", u"\"projection/projection.h\""_s);
    include("projection includes funding", "app/projection/a.cpp", u"\"funding/plan.h\""_s);
    include("funding includes records", "app/funding/a.cpp", u"\"records/record.h\""_s);
    include("records include review", "app/records/a.cpp", u"\"review/review.h\""_s);
    include("review includes documents", "app/review/ace/a.cpp", u"\"documents/pdf.h\""_s);
    include("documents include db", "app/documents/a.cpp", u"\"db/casefile.h\""_s);
    include("ports include funding", "app/ports/a.h", u"\"funding/plan.h\""_s);
    include("session includes db", "app/session/a.cpp", u"\"db/casefile.h\""_s);
    include("ui includes db", "app/ui/pages/a.cpp", u"\"db/casefile.h\""_s);
    include("db includes ui", "db/a.cpp", u"\"ui/mainwindow.h\""_s);
    include("db includes session", "db/a.cpp", u"\"session/session.h\""_s);
    include("db includes funding", "db/a.cpp", u"\"funding/plan.h\""_s);
    include("the command line includes ui", "app/cli/a.cpp", u"\"ui/mainwindow.h\""_s);
    include("an unknown layer", "app/ui/a.cpp", u"\"helpers/a.h\""_s);
    include("a generated form outside ui", "app/cli/a.cpp", u"\"ui_mainwindow.h\""_s);
    include("widgets in domain", "app/domain/a.cpp", u"<QWidget>"_s);
    include("widgets by their long name", "app/documents/a.cpp", u"<QtWidgets/QLabel>"_s);
    include("widgets in the command line", "app/cli/a.cpp", u"<QApplication>"_s);
    include("gui in records", "app/records/a.cpp", u"<QPainter>"_s);
    include("SQL in ui", "app/ui/a.cpp", u"<QSqlQuery>"_s);
    include("Qt Sql in db", "db/a.cpp", u"<QSqlQuery>"_s);
    include("SQLite in the command line", "app/cli/a.cpp", u"<sqlite3.h>"_s);
    include("network anywhere", "app/ui/a.cpp", u"<QNetworkAccessManager>"_s);
    include("files in domain", "app/domain/a.cpp", u"<QFile>"_s);
    include("objects in funding", "app/funding/a.h", u"<QObject>"_s);
    include("locale in review", "app/review/a.cpp", u"<QLocale>"_s);
    include("clock in projection", "app/projection/a.cpp", u"<chrono>"_s);
    include("streams in catalogue", "app/catalogue/a.cpp", u"<fstream>"_s);
    include("POSIX in records", "app/records/a.cpp", u"<unistd.h>"_s);
    include("JSON library outside json", "app/catalogue/a.cpp", u"<nlohmann/json.hpp>"_s);
    include("PDF library outside documents", "app/records/a.cpp", u"<qpdf/QPDF.hh>"_s);
    include("an unknown library", "app/ui/a.cpp", u"<boost/optional.hpp>"_s);
    include("private headers of Qt", "app/documents/a.cpp", u"<QtGui/private/qpdf_p.h>"_s);

    const auto word = [](const char *name, const char *path, const QString &line, const char *rule) {
        QTest::newRow(name) << QString::fromLatin1(path) << u"// c\n\n"_s + line + u'\n' << QString::fromLatin1(rule)
                            << 3;
    };
    word("an object in domain", "app/domain/a.h", u"class A : public QObject {};"_s, "impure");
    word("a file in records", "app/records/a.cpp", u"QFile file(name);"_s, "impure");
    word("the locale in funding", "app/funding/a.cpp", u"return QLocale().toString(1);"_s, "impure");
    word("randomness in projection", "app/projection/a.cpp", u"QRandomGenerator::global();"_s, "impure");
    word("a random id in records", "app/records/a.cpp", u"QUuid::createUuid();"_s, "impure");
    word("the environment in catalogue", "app/catalogue/a.cpp", u"qgetenv(\"HOME\");"_s, "impure");
    word("today in review", "app/review/a.cpp", u"QDate::currentDate();"_s, "clock");
    word("now in documents", "app/documents/a.cpp", u"QDateTime::currentDateTimeUtc();"_s, "clock");
    word("now in db", "db/a.cpp", u"QDateTime::currentDateTime();"_s, "clock");
    word("floating point in projection", "app/projection/a.cpp", u"double sum = 0;"_s, "float");
    word("floating point from JSON", "app/catalogue/a.cpp", u"value.toDouble();"_s, "float");
    word("an exception", "app/drafting/a.cpp", u"throw 1;"_s, "exception");
    word("markup from text", "app/ui/a.cpp", u"view->setHtml(notes);"_s, "richtext");
    word("a query in ui", "app/ui/a.cpp", u"QSqlQuery query;"_s, "sql");
    word("SQLite in the command line's code", "app/cli/a.cpp", u"sqlite3_open(name, &handle);"_s, "sql");

    const auto link = [](const char *name, const char *path, const QString &text) {
        QTest::newRow(name) << QString::fromLatin1(path) << text << u"link"_s << 2;
    };
    link("domain links catalogue", "app/domain/CMakeLists.txt",
         u"briefstack_layer(NAME domain SOURCES a.cpp\n LINKS briefstack::catalogue)\n"_s);
    link("ui links db", "app/ui/CMakeLists.txt",
         u"# ui\ntarget_link_libraries(briefstack_ui PRIVATE briefstack::db)\n"_s);
    link("a target without its alias", "app/session/CMakeLists.txt",
         u"\ntarget_link_libraries(briefstack_session PUBLIC briefstack_db)\n"_s);
    link("records link Qt Gui", "app/records/CMakeLists.txt",
         u"briefstack_layer(NAME records\n PRIVATE_LINKS Qt6::Gui)\n"_s);
    link("the command line links widgets", "app/cli/CMakeLists.txt",
         u"add_executable(x)\ntarget_link_libraries(x Qt6::Widgets)\n"_s);
    link("SQLite outside db", "app/drafting/CMakeLists.txt",
         u"briefstack_layer(NAME drafting LINKS\n SQLite::SQLite3)\n"_s);
    link("a library that is not in the table", "app/ui/CMakeLists.txt",
         u"briefstack_layer(NAME ui LINKS\n Boost::boost)\n"_s);

    QTest::newRow("a form outside forms/")
        << u"app/ui/mainwindow.ui"_s << u"<class>MainWindow</class>"_s << u"form"_s << 0;
    QTest::newRow("a form without its class") << u"forms/lonely.ui"_s << u"<class>Lonely</class>"_s << u"form"_s << 0;
    QTest::newRow("a form of another name") << u"forms/planted.ui"_s << u"<class>Other</class>"_s << u"form"_s << 0;
    QTest::newRow("a folder of nobody") << u"app/helpers/a.cpp"_s << u"int a;\n"_s << u"folder"_s << 0;
    QTest::newRow("a header without a word")
        << u"app/domain/a.h"_s << u"#pragma once\n// Late.\n"_s << u"header"_s << 1;
    QTest::newRow("a long file") << u"tests/domain/a.cpp"_s << u"\n"_s.repeated(501) << u"length"_s << 0;
    for (const QString &mark : {u"TO"_s.append(u"DO"), u"FIX"_s.append(u"ME")}) {
        QTest::newRow(qPrintable(mark)) << u"tests/domain/a.py"_s << u"#\n# "_s + mark + u" later\n"_s << u"word"_s
                                        << 2;
    }
}

void TestArch::reportsEachPlantedViolation()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, rule);
    QFETCH(int, line);
    const SourceTree tree{{u"app/ui/planted.h"_s, kHeader + u"class Planted;\n"_s}, {path, text}};

    const Violations found = check(tree);

    QVERIFY2(found.size() == 1, qPrintable(u"expected exactly one violation, got:"_s + described(found)));
    QCOMPARE(found.front().rule, rule);
    QCOMPARE(found.front().file, path);
    QCOMPARE(found.front().line, line);
    QVERIFY(!found.front().detail.isEmpty());
}

void TestArch::acceptsWhatIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");

    QTest::newRow("values in domain") << u"app/domain/a.h"_s
                                      << kHeader + u"#include <QString>\n#include <QtGlobal>\n#include <vector>\n"_s;
    QTest::newRow("a stage to the left") << u"app/funding/a.h"_s
                                         << kHeader + u"#include \"projection/projection.h\"\n"_s;
    QTest::newRow("an include in a comment")
        << u"app/domain/a.cpp"_s << u"// #include <QFile>\n/*\n#include <QWidget>\n*/\n"_s;
    QTest::newRow("a name in a comment or text")
        << u"app/domain/a.cpp"_s << u"// no QObject\nauto a = u\"QFile \\\" double\";\n"_s;
    QTest::newRow("a name inside another")
        << u"app/records/a.cpp"_s << u"createUuidV5(); doubled(); currentDateless();\n"_s;
    QTest::newRow("digit separators") << u"app/domain/a.cpp"_s << u"int a = 1'000'000; char c = '\"'; int b = 2'0;\n"_s;
    QTest::newRow("widgets in ui") << u"app/ui/a.h"_s << kHeader + u"#include <QWidget>\n#include \"ui_planted.h\"\n"_s;
    QTest::newRow("SQL in db") << u"db/a.cpp"_s << u"#include <sqlite3.h>\n#include <sys/stat.h>\nsqlite3_stmt *q;\n"_s;
    QTest::newRow("painting in documents")
        << u"app/documents/a.cpp"_s << u"#include <QPainter>\n#include <qpdf/QPDF.hh>\n"_s;
    QTest::newRow("today in the command line") << u"app/cli/a.cpp"_s << u"QDate::currentDate();\n"_s;
    QTest::newRow("db links SQLite")
        << u"db/CMakeLists.txt"_s
        << u"briefstack_layer(NAME db SOURCES a.cpp LINKS briefstack::ports PRIVATE_LINKS SQLite::SQLite3)\n"_s;
    QTest::newRow("the desktop program links all")
        << u"app/CMakeLists.txt"_s << u"target_link_libraries(briefstack PRIVATE briefstack::ui briefstack::db)\n"_s;
    QTest::newRow("a form with its class") << u"forms/planted.ui"_s << u"<class>Planted</class>"_s;
    QTest::newRow("five hundred lines") << u"tests/domain/a.cpp"_s << u"\n"_s.repeated(500);
}

void TestArch::acceptsWhatIsAllowed()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    const SourceTree tree{{u"app/ui/planted.h"_s, kHeader + u"class Planted;\n"_s}, {path, text}};

    const Violations found = check(tree);

    QVERIFY2(found.empty(), qPrintable(described(found)));
}

void TestArch::blanksCommentsAndStringsInPlace()
{
    const QString text = u"a // b\n/* c\n */ d \"e//\" 'f' uR\"x(g\n\")x\" h 1'0\n"_s;
    QCOMPARE(withoutComments(text, Strings::Keep), u"a     \n    \n    d \"e//\" 'f' uR\"x(g\n\")x\" h 1'0\n"_s);
    QCOMPARE(withoutComments(text, Strings::Blank), u"a     \n    \n    d           u     \n     h 1'0\n"_s);
}

void TestArch::readsLinkLinesOfBothForms()
{
    const SourceFile cmake{
        u"app/a/CMakeLists.txt"_s,
        u"briefstack_layer(NAME a # LINKS no\n  SOURCES a.cpp b.cpp\n  LINKS x y\n  PRIVATE_LINKS z)\n"
        "add_executable(p main.cpp)\ntarget_link_libraries(p PRIVATE \"q\" PUBLIC r)\n"_s};
    QStringList found;
    for (const Link &link : linksOf(cmake))
        found.append(link.target + QString::number(link.line));
    QCOMPARE(found, QStringList({u"x3"_s, u"y3"_s, u"z4"_s, u"q6"_s, u"r6"_s}));
}

void TestArch::tableHasNoCycle()
{
    QStringList toTheLeft;
    for (const Layer &layer : layers()) {
        // Only these stand to the right of the layers that the table lists later.
        for (const QString &other : layer.sees)
            QVERIFY2(toTheLeft.contains(other), qPrintable(layer.name() + u" sees "_s + other));
        toTheLeft.append(layer.name());
    }
}

void TestArch::readsTheTreeFromDisk()
{
    QTemporaryDir dir;
    const auto write = [&](const QString &path, const QByteArray &text) {
        QVERIFY(QDir(dir.path()).mkpath(path.left(path.lastIndexOf(u'/'))));
        QFile file(dir.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"app/domain/a.cpp"_s, "#include <QFile>\n");
    write(u"app/domain/a.txt"_s, "not a source");
    write(u"resources/stray.ui"_s, "<class>Stray</class>");
    write(u"build/app/domain/b.cpp"_s, "#include <QFile>\n");

    const SourceTree tree = readTree(dir.path());

    QCOMPARE(tree.size(), 2u);
    QCOMPARE(tree.front().path, u"app/domain/a.cpp"_s);
    const Violations found = check(tree);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found.front().rule, u"include"_s);
    QCOMPARE(found.back().rule, u"form"_s);
}

void TestArch::theRealTreeIsRead()
{
    const SourceTree tree = readTree(support::sourcePath(QString()));
    const auto file = [&](const QString &path) { return std::ranges::find(tree, path, &SourceFile::path); };
    QVERIFY(file(u"app/domain/money.h"_s) != tree.end());
    QVERIFY(file(u"tests/arch/tst_arch.cpp"_s) != tree.end());
    const auto funding = file(u"app/funding/CMakeLists.txt"_s);
    QVERIFY(funding != tree.end());
    const std::vector<Link> links = linksOf(*funding);
    QVERIFY(std::ranges::find(links, u"briefstack::projection"_s, &Link::target) != links.end());
}

void TestArch::theRealTreeIsClean()
{
    const Violations found = check(readTree(support::sourcePath(QString())));
    QVERIFY2(found.empty(), qPrintable(QString::number(found.size()) + u" violations:"_s + described(found)));
}

QTEST_GUILESS_MAIN(TestArch)
#include "tst_arch.moc"
