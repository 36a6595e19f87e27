// The programmes that ship, as published; and program files that are refused.
#include "catalogue/shippeddata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::Programme;
using domain::InputError;
using domain::InputProblem;
using domain::Money;

namespace {

constexpr auto kGood = R"({"format": "briefstack-programmes", "version": 1, "id": "test", "asOf": "2026-11-22",
 "programmes": [
  {"id": "poc", "name": "Proof of concept", "shortName": "POC", "creditsName": "POC credits", "phase": "POC",
   "proofOfConcept": true, "filedThroughAce": true, "defaultRoute": "ace", "floorUsd": "10000", "ceilingUsd": "50000",
   "windowMonths": 3, "validMonths": 12, "audience": "a", "covers": "c", "speed": "s", "howFiled": "h", "source": "p",
   "asOf": "2026", "conflicting": [{"what": "amount", "says": "less", "source": "q", "asOf": "2025"}]},
  {"id": "plain", "name": "Plain", "shortName": "Plain", "creditsName": "Credits", "phase": "start",
   "proofOfConcept": false, "filedThroughAce": false, "windowMonths": 12, "validMonths": 24, "audience": "a",
   "covers": "c", "speed": "s", "howFiled": "h", "source": "p", "asOf": "2026", "conflicting": []}],
 "rules": [{"rule": "too-early", "programmes": ["poc"], "when": "stage", "stages": ["individual"], "effect": "not-yet",
  "reason": "r", "fix": "f", "source": "p", "asOf": "2026"}],
 "stacks": [{"stages": ["seed"], "wants": ["poc or plain"], "perUseCase": false, "source": "p", "asOf": "2026"}],
 "terms": [{"id": "t", "topic": "o", "says": "s", "finding": "f", "source": "p", "asOf": "2026"}],
 "paths": [{"id": "p", "title": "t", "programme": "plain", "stages": ["seed"], "steps": ["x"], "source": "p",
  "asOf": "2026"}]
})";

InputError errorOf(const QByteArray &bytes)
{
    const auto programmes = catalogue::readProgrammes(bytes);
    return programmes ? InputError{InputProblem::Unreadable, u"accepted"_s, {}, {}} : programmes.error();
}

std::optional<Money> dollars(int amount)
{
    return amount < 0 ? std::nullopt : std::optional(Money::fromDollars(amount));
}

} // namespace

class TestProgrammes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFiveProgramsHaveTheirPublishedRules_data();
    void theFiveProgramsHaveTheirPublishedRules()
    {
        QFETCH(QString, id);
        QFETCH(int, floor);
        QFETCH(int, ceiling);
        QFETCH(int, window);
        QFETCH(int, valid);
        QFETCH(bool, poc);
        QFETCH(bool, ace);
        const Programme *programme = support::shippedProgrammes().find(id);
        QVERIFY(programme);
        QVERIFY(programme->floor == dollars(floor));
        QVERIFY(programme->ceiling == dollars(ceiling));
        QCOMPARE(programme->windowMonths, window);
        QCOMPARE(programme->validMonths, valid);
        QCOMPARE(programme->proofOfConcept, poc);
        QCOMPARE(programme->filedThroughAce, ace);
        QVERIFY(programme->defaultRoute == (ace ? std::optional(domain::Route::Ace) : std::nullopt));
    }

    void everyProgramSaysWhatADeskNeedsToKnow()
    {
        QCOMPARE(support::shippedProgrammes().list.size(), std::size_t(5));
        for (const Programme &programme : support::shippedProgrammes().list) {
            for (const QString &text :
                 {programme.name, programme.shortName, programme.creditsName, programme.phase, programme.audience,
                  programme.covers, programme.speed, programme.howFiled, programme.source, programme.asOf}) {
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(programme.id));
                QVERIFY2(!text.contains(u"programme"_s, Qt::CaseInsensitive), qPrintable(text)); // US English
            }
            QVERIFY2(programme.shortName.size() <= 24, qPrintable(programme.shortName)); // it stands in tables
            for (const catalogue::ConflictingFigure &figure : programme.conflicting)
                QVERIFY2(!figure.what.isEmpty() && !figure.says.isEmpty() && !figure.source.isEmpty()
                             && !figure.asOf.isEmpty(),
                         qPrintable(programme.id));
        }
        QVERIFY(!support::shippedProgrammes().find(u"free-credits"_s));
    }

    void refusesAFileWithOneThingWrong_data();
    void refusesAFileWithOneThingWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(InputProblem, problem);
        QFETCH(QString, path);
        QByteArray text = kGood;
        const qsizetype place = text.indexOf(from);
        QVERIFY(place >= 0);
        const InputError error = errorOf(text.replace(place, from.size(), to));
        QCOMPARE(error.path, path);
        QVERIFY2(error.problem == problem, qPrintable(QString::number(int(error.problem))));
    }

    void theFileThatIsChangedIsGood() { QCOMPARE(errorOf(kGood).path, u"accepted"_s); }
};

void TestProgrammes::theFiveProgramsHaveTheirPublishedRules_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("floor"); // -1: none
    QTest::addColumn<int>("ceiling");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("valid");
    QTest::addColumn<bool>("poc");
    QTest::addColumn<bool>("ace");
    QTest::newRow("bedrock-poc") << u"bedrock-poc"_s << 10'000 << 50'000 << 3 << 12 << true << true;
    QTest::newRow("activate-founders") << u"activate-founders"_s << 1'000 << 5'000 << 12 << 12 << false << false;
    QTest::newRow("activate-portfolio") << u"activate-portfolio"_s << -1 << 100'000 << 12 << 24 << false << true;
    QTest::newRow("genai-accelerator") << u"genai-accelerator"_s << -1 << 1'000'000 << 12 << 24 << false << false;
    QTest::newRow("enterprise-poc") << u"enterprise-poc"_s << -1 << -1 << 3 << 12 << true << true;
}

void TestProgrammes::refusesAFileWithOneThingWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<InputProblem>("problem");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *from, const char *to, InputProblem problem, const QString &path) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << problem << path;
    };
    row("another format", "briefstack-programmes", "briefstack-rate-book", InputProblem::NotOneOf, u"format"_s);
    row("a later version", "\"version\": 1", "\"version\": 2", InputProblem::OutOfRange, u"version"_s);
    row("an unknown key", "\"phase\"", "\"fase\": \"\", \"phase\"", InputProblem::UnknownKey, u"programmes[0].fase"_s);
    row("a missing key", "\"speed\": \"s\", ", "", InputProblem::MissingKey, u"programmes[0].speed"_s);
    row("a program twice", "\"id\": \"plain\"", "\"id\": \"poc\"", InputProblem::DuplicateId, u"programmes[1].id"_s);
    row("a floor above the ceiling", "\"10000\"", "\"50000.01\"", InputProblem::Contradiction,
        u"programmes[0].floorUsd"_s);
    row("a ceiling as number", "\"50000\"", "50000", InputProblem::WrongType, u"programmes[0].ceilingUsd"_s);
    row("a route that does not exist", "\"ace\"", "\"mail\"", InputProblem::NotOneOf, u"programmes[0].defaultRoute"_s);
    row("a window of no month", "\"windowMonths\": 3", "\"windowMonths\": 0", InputProblem::OutOfRange,
        u"programmes[0].windowMonths"_s);
    row("a validity beyond five years", "\"validMonths\": 24", "\"validMonths\": 61", InputProblem::OutOfRange,
        u"programmes[1].validMonths"_s);
    row("a flag as text", "\"proofOfConcept\": false", "\"proofOfConcept\": \"no\"", InputProblem::WrongType,
        u"programmes[1].proofOfConcept"_s);
    row("a conflicting figure without source", "\"source\": \"q\", ", "", InputProblem::MissingKey,
        u"programmes[0].conflicting[0].source"_s);
}

QTEST_GUILESS_MAIN(TestProgrammes)
#include "tst_programmes.moc"
