// Rules, terms and paths of the programmes file: what is refused, and that the shipped ones say where they come from.
// And a user's own figures over the shipped ones: who, when, why, and what each replaced.
#include "catalogue/programmeoverrides.h"
#include "catalogue/shippeddata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalogue::EligibilityRule;
using catalogue::Programme;
using domain::InputError;
using domain::InputProblem;
using domain::Money;

namespace {

constexpr auto kOverrides = R"({"format": "briefstack-programme-overrides", "version": 1, "overrides": [
 {"programme": "bedrock-poc", "set": {"ceilingUsd": "100000", "validMonths": "18"}, "by": "Ada Reyes",
  "on": "2026-11-20", "why": "Terms of our contract."},
 {"programme": "activate-portfolio", "set": {"ceilingUsd": "none"}, "by": "Ada Reyes", "on": "2026-11-21",
  "why": "Agreed with the account team."}]})";

QByteArray changed(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype place = text.indexOf(from);
    return place < 0 ? QByteArray() : text.replace(place, from.size(), to);
}

InputError errorOf(const domain::Result<catalogue::Programmes, InputError> &read)
{
    return read ? InputError{InputProblem::Unreadable, u"accepted"_s, {}, {}} : read.error();
}

} // namespace

class TestProgrammeRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleTermAndPathHasItsSourceAndDate()
    {
        const catalogue::Programmes &shipped = support::shippedProgrammes();
        QVERIFY(shipped.rules.size() >= 20);
        for (const EligibilityRule &rule : shipped.rules) {
            QVERIFY2(!rule.source.isEmpty() && !rule.asOf.isEmpty() && !rule.fix.isEmpty(), qPrintable(rule.rule));
            QVERIFY2(rule.reason.endsWith(u'.'), qPrintable(rule.reason));
            const bool opensLater = rule.effect == catalogue::Effect::NotYet
                                 || rule.effect == catalogue::Effect::Incomplete
                                 || rule.effect == catalogue::Effect::Pending;
            QVERIFY2(opensLater == !rule.change.isEmpty(), qPrintable(rule.rule)); // what would change it
        }
        for (const catalogue::Term &term : shipped.terms)
            QVERIFY2(!term.source.isEmpty() && !term.asOf.isEmpty() && !term.topic.isEmpty(), qPrintable(term.id));
        for (const catalogue::FounderPath &path : shipped.paths)
            QVERIFY2(!path.source.isEmpty() && path.steps.size() >= 3, qPrintable(path.id));
    }

    void sourcesThatDisagreeStandSideBySide()
    {
        const auto activate = support::shippedProgrammes().termsOf(u"third-party-models", u"activate-portfolio"_s);
        QCOMPARE(activate.size(), std::size_t(2));
        QVERIFY(activate[0].source != activate[1].source);
        const auto poc = support::shippedProgrammes().termsOf(u"third-party-models", u"bedrock-poc"_s);
        QCOMPARE(poc.size(), std::size_t(2));
        QVERIFY(poc[0].says != activate[0].says);
        QCOMPARE(support::shippedProgrammes().termsOf(u"partner-cannot-file").size(), std::size_t(2));
    }

    void everyStageHasItsStack()
    {
        for (int stage = 0; stage <= static_cast<int>(domain::Stage::Established); ++stage) {
            int found = 0;
            for (const catalogue::StackRule &stack : support::shippedProgrammes().stacks)
                found += static_cast<int>(std::count(stack.stages.begin(), stack.stages.end(), domain::Stage(stage)));
            QCOMPARE(found, 1);
        }
    }

    void ownFiguresReplaceTheShippedAndSayWhoWhenAndWhy()
    {
        const auto made = catalogue::withOverrides(support::shippedProgrammes(), kOverrides);
        QVERIFY(made);
        const Programme *poc = made->find(u"bedrock-poc"_s);
        QVERIFY(poc->ceiling == Money::fromDollars(100'000));
        QCOMPARE(poc->validMonths, 18);
        QVERIFY(poc->floor == Money::fromDollars(10'000)); // the rest as shipped
        QCOMPARE(poc->overrides.size(), std::size_t(2));
        const catalogue::Override &change = poc->overrides.front();
        QCOMPARE(change.key, u"ceilingUsd"_s);
        QCOMPARE(change.from, u"50000.00"_s);
        QCOMPARE(change.to, u"100000"_s);
        QCOMPARE(change.by, u"Ada Reyes"_s);
        QCOMPARE(change.on, QDate(2026, 11, 20));
        QCOMPARE(change.why, u"Terms of our contract."_s);
        QVERIFY(!made->find(u"activate-portfolio"_s)->ceiling);
        QVERIFY(support::shippedProgrammes().find(u"bedrock-poc"_s)->overrides.empty()); // kept apart
    }

    void floorAndCeilingMayBeRaisedTogether()
    {
        const QByteArray text =
            changed(kOverrides, "\"ceilingUsd\": \"100000\"", "\"floorUsd\": \"60000\", \"ceilingUsd\": \"100000\"");
        const auto made = catalogue::withOverrides(support::shippedProgrammes(), text);
        QVERIFY(made);
        QVERIFY(made->find(u"bedrock-poc"_s)->floor == Money::fromDollars(60'000));
    }

    void refusesOverridesWithOneThingWrong_data();
    void refusesOverridesWithOneThingWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(InputProblem, problem);
        QFETCH(QString, path);
        const QByteArray text = changed(kOverrides, from, to);
        QVERIFY(!text.isEmpty());
        const InputError error = errorOf(catalogue::withOverrides(support::shippedProgrammes(), text));
        QCOMPARE(error.path, path);
        QVERIFY2(error.problem == problem, qPrintable(QString::number(int(error.problem))));
    }

    void refusesRulesWithOneThingWrong_data();
    void refusesRulesWithOneThingWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(InputProblem, problem);
        QFETCH(QString, path);
        const QByteArray text = changed(support::resource(u"programmes/programmes.json"_s), from, to);
        QVERIFY(!text.isEmpty());
        const InputError error = errorOf(catalogue::readProgrammes(text));
        QCOMPARE(error.path, path);
        QVERIFY2(error.problem == problem, qPrintable(QString::number(int(error.problem))));
    }
};

void TestProgrammeRules::refusesOverridesWithOneThingWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<InputProblem>("problem");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *from, const char *to, InputProblem problem, const QString &path) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << problem << path;
    };
    const auto first = u"overrides[0]"_s;
    row("a program that does not exist", "\"bedrock-poc\"", "\"bedrock-coupon\"", InputProblem::NotOneOf,
        first + u".programme"_s);
    row("a figure that cannot be set", "\"ceilingUsd\"", "\"ceiling\"", InputProblem::UnknownKey,
        first + u".set.ceiling"_s);
    row("dollars in words", "\"100000\"", "\"a lot\"", InputProblem::WrongForm, first + u".set.ceilingUsd"_s);
    row("negative dollars", "\"100000\"", "\"-1\"", InputProblem::WrongForm, first + u".set.ceilingUsd"_s);
    row("months beyond five years", "\"18\"", "\"61\"", InputProblem::WrongForm, first + u".set.validMonths"_s);
    row("months in another spelling", "\"18\"", "\"018\"", InputProblem::WrongForm, first + u".set.validMonths"_s);
    row("a number instead of a text", "\"18\"", "18", InputProblem::WrongType, first + u".set.validMonths"_s);
    row("a ceiling below the floor", "\"100000\"", "\"9999.99\"", InputProblem::Contradiction, first + u".set"_s);
    row("nobody", "\"Ada Reyes\"", "\" \"", InputProblem::WrongLength, first + u".by"_s);
    row("without a reason", "\"Terms of our contract.\"", "\"\"", InputProblem::WrongLength, first + u".why"_s);
    row("without a day", "\"2026-11-20\"", "\"yesterday\"", InputProblem::WrongForm, first + u".on"_s);
    row("another format", "briefstack-programme-overrides", "briefstack-programmes", InputProblem::NotOneOf,
        u"format"_s);
    row("an unknown key", "\"why\"", "\"because\": \"x\", \"why\"", InputProblem::UnknownKey, first + u".because"_s);
}

void TestProgrammeRules::refusesRulesWithOneThingWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<InputProblem>("problem");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *from, const char *to, InputProblem problem, const QString &path) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << problem << path;
    };
    row("a situation that nobody knows", "\"competes-with-aws\"", "\"mood\"", InputProblem::NotOneOf,
        u"rules[0].when"_s);
    row("an effect that nobody knows", "\"effect\": \"no\"", "\"effect\": \"maybe\"", InputProblem::NotOneOf,
        u"rules[0].effect"_s);
    row("a rule about stages without stages", "\"stages\": [\n    \"individual\"\n   ],", "", InputProblem::MissingKey,
        u"rules[1].stages"_s);
    row("a stage that does not exist", "\"individual\"\n", "\"solo\"\n", InputProblem::NotOneOf, u"rules[1].stages"_s);
    row("an age without years", "\"years\": 10,", "", InputProblem::MissingKey, u"rules[18].years"_s);
    row("a term twice", "\"id\": \"small-tier-visible\"", "\"id\": \"no-bedrock-credit\"", InputProblem::DuplicateId,
        u"terms[1].id"_s);
    row("a stack of an unknown program", "activate-portfolio or activate-founders", "activate-portfolio or activate",
        InputProblem::UnknownReference, u"stacks[2].wants"_s);
}

QTEST_GUILESS_MAIN(TestProgrammeRules)
#include "tst_programmerules.moc"
