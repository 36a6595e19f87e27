// What is asked first: what moves the asks most, then what a record bounces without; transcripts that are pasted in.
#include "call/openquestions.h"
#include "call/questions.h"
#include "call/transcript.h"
#include "catalogue/shippeddata.h"
#include "support/sourcefolder.h"
#include "worksheetfile/reader.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString kAnswers = u"useCases/support-assistant/workloads/answers/"_s;

domain::Worksheet sample()
{
    QFile file(support::sourcePath(u"resources/samples/series-a-rag-assistant.worksheet.json"_s));
    return file.open(QIODevice::ReadOnly) ? *worksheetfile::read(file.readAll()) : domain::Worksheet();
}

std::vector<call::Question> ranked(const domain::Worksheet &worksheet, const QSet<QString> &blocking = {})
{
    const whatif::Basis basis{support::shippedBook(), support::shippedProgrammes(), QDate(2026, 11, 22)};
    return call::ranked(call::openQuestions(worksheet), blocking, worksheet, basis);
}

const call::Question *find(const std::vector<call::Question> &questions, const QString &path)
{
    const auto found = std::ranges::find(questions, path, &call::Question::path);
    return found == questions.end() ? nullptr : &*found;
}

} // namespace

class TestQuestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatMovesTheAskComesBeforeWhatBouncesAndThatBeforeWords()
    {
        domain::Worksheet worksheet = sample();
        worksheet.useCases[0].workloads[0].requestsPerDay.reset();
        worksheet.company.website.clear();
        worksheet.company.foundedYear.reset();
        const auto questions = ranked(worksheet, {u"company/website"_s});
        QCOMPARE(questions.at(0).path, kAnswers + u"requestsPerDay"_s);
        QVERIFY(questions.at(0).moves > domain::Money());
        const auto *website = find(questions, u"company/website"_s);
        const auto *year = find(questions, u"company/foundedYear"_s);
        QVERIFY(website && year);
        QVERIFY(website->blocks);
        QVERIFY(website < year);
    }

    void aWorkloadWithAVolumeIsFollowedUp()
    {
        domain::Worksheet worksheet = sample();
        worksheet.useCases[0].workloads[0].steps.clear();
        worksheet.facts.clear();
        const auto questions = ranked(worksheet);
        const auto *step = find(questions, kAnswers + u"steps"_s);
        QVERIFY(step);
        QVERIFY(step->follow);
        QVERIFY(!step->unknown);
        QVERIFY(step->spend > domain::Money()); // beyond the asks' windows and ceilings: the customer pays
        // Once somebody said that there is none, it is not asked again; what is not known is to be called back about.
        worksheet.facts[kAnswers + u"steps"_s] = {domain::FactStatus::Stated, {}};
        QVERIFY(!find(ranked(worksheet), kAnswers + u"steps"_s));
        worksheet.facts[kAnswers + u"steps"_s] = {domain::FactStatus::Unknown, {}};
        const auto again = ranked(worksheet);
        QVERIFY(find(again, kAnswers + u"steps"_s) && find(again, kAnswers + u"steps"_s)->unknown);
    }

    void ofTwoWaysToSayAVolumeOneIsAskedForToItsEnd()
    {
        domain::Worksheet worksheet = sample();
        domain::Workload &workload = worksheet.useCases[0].workloads[0];
        QVERIFY(!find(ranked(worksheet), kAnswers + u"users"_s));
        workload.requestsPerDay.reset();
        workload.users = 200;
        const auto questions = ranked(worksheet);
        QVERIFY(!find(questions, kAnswers + u"requestsPerDay"_s));
        QVERIFY(find(questions, kAnswers + u"actionsPerUserPerDay"_s)); // 200 users are no volume yet
        // A number that was only guessed at is asked for again.
        worksheet.facts[kAnswers + u"users"_s] = {domain::FactStatus::Unknown, {}};
        const auto again = ranked(worksheet);
        QVERIFY(find(again, kAnswers + u"users"_s) && find(again, kAnswers + u"users"_s)->unknown);
    }

    void whatIsNotedAsUnknownIsAskedForWithoutAQuestionOfItsOwn()
    {
        domain::Worksheet worksheet = sample();
        worksheet.facts[kAnswers + u"cacheHitRate"_s] = {domain::FactStatus::Unknown, {}};
        const auto questions = ranked(worksheet);
        const auto *rate = find(questions, kAnswers + u"cacheHitRate"_s);
        QVERIFY(rate);
        QCOMPARE(rate->text, u"Cache hit rate?"_s);
        QCOMPARE(rate->topic, worksheet.useCases[0].workloads[0].name);
    }

    void aCaseWithNothingInItIsAskedWhatMakesItOne()
    {
        const auto questions = ranked({});
        QCOMPARE(questions.at(0).text, u"What is the use case?"_s);
        QCOMPARE(questions.at(2).path, u"funding/pools"_s);
        QVERIFY(questions.front().moves.isZero());
        QVERIFY(questions.front().blocks);
    }

    void topicsStandTogetherInTheOrderOfTheirFirstQuestion()
    {
        std::vector<call::Question> questions{{u"a"_s, u"Answers"_s, u"1"_s},
                                              {u"b"_s, {}, u"2"_s},
                                              {u"own/1"_s, {}, u"3"_s},
                                              {u"c"_s, u"Answers"_s, u"4"_s},
                                              {u"d"_s, {}, u"5"_s}};
        questions[2].own = true;
        QString order;
        for (const call::Question &question : call::byTopic(questions))
            order += question.text;
        QCOMPARE(order, u"14253"_s);
    }

    void aPastedTranscriptKeepsItsTimesAndSpeakers_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("second");
        QTest::addColumn<QString>("line");
        const QString line = u"Anna: 5k calls a day"_s;
        QTest::newRow("in front") << u"00:12:03 Anna: 5k calls a day"_s << 723 << line;
        QTest::newRow("in brackets") << u"[12:03] Anna: 5k calls a day"_s << 723 << line;
        QTest::newRow("above") << u"Anna  0:12:03\n5k calls a day\n"_s << 723 << line;
        QTest::newRow("WebVTT") << u"WEBVTT\n\n1\n00:12:03.500 --> 00:12:07.000\nAnna: 5k calls a day\n"_s << 723
                                << line;
        QTest::newRow("WebVTT with voices")
            << u"WEBVTT\n\n00:12:03.500 --> 00:12:07.000\n<v Anna>5k calls a day</v>\n"_s << 723 << line;
        QTest::newRow("none") << u"5k calls at 12:03"_s << -1 << u"5k calls at 12:03"_s;
    }
    void aPastedTranscriptKeepsItsTimesAndSpeakers()
    {
        QFETCH(QString, pasted);
        QFETCH(int, second);
        QFETCH(QString, line);
        const auto lines = call::readTranscript(pasted);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines.front().second.value_or(-1), second);
        QCOMPARE(lines.front().text, line);
    }

    void aSpeakerIsANameBeforeAColon()
    {
        QCOMPARE(call::speakerLength(u"Anna Smith (CTO): hello"_s), qsizetype{17});
        QCOMPARE(call::speakerLength(u"at 12:03 they left"_s), qsizetype{0});
        QCOMPARE(call::speakerLength(u"https://example.com"_s), qsizetype{0});
    }
};

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
