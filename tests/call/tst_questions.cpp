// What is asked first: what moves the asks most, then what a record bounces without; transcripts that are pasted in.
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

std::vector<call::Question> ranked(const domain::Worksheet &worksheet, const std::vector<call::Asked> &asked,
                                   const QSet<QString> &blocking = {})
{
    const whatif::Basis basis{support::shippedBook(), support::shippedProgrammes(), QDate(2026, 11, 22)};
    return call::rankedQuestions(asked, blocking, worksheet, basis);
}

} // namespace

class TestQuestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatMovesTheAskComesBeforeWhatBouncesAndThatBeforeWords()
    {
        domain::Worksheet worksheet = sample();
        worksheet.useCases[0].workloads[0].requestsPerDay.reset();
        const auto questions = ranked(worksheet,
                                      {{u"company/duns"_s, {}, u"D-U-N-S?"_s},
                                       {u"company/website"_s, {}, u"Website?"_s},
                                       {kAnswers + u"requestsPerDay"_s, u"Answers"_s, u"How many?"_s}},
                                      {u"company/website"_s});
        QCOMPARE(questions.at(0).path, kAnswers + u"requestsPerDay"_s);
        QVERIFY(questions.at(0).moves > domain::Money());
        const auto place = [&](const QString &path) {
            return std::ranges::find(questions, path, &call::Question::path) - questions.begin();
        };
        QVERIFY(place(u"company/website"_s) < place(u"company/duns"_s));
        QVERIFY(questions.at(static_cast<std::size_t>(place(u"company/website"_s))).blocks);
    }

    void aWorkloadWithAVolumeIsFollowedUp()
    {
        domain::Worksheet worksheet = sample();
        worksheet.useCases[0].workloads[0].steps.clear();
        worksheet.facts.clear();
        const auto questions = ranked(worksheet, {});
        const auto step = std::ranges::find(questions, kAnswers + u"steps"_s, &call::Question::path);
        QVERIFY(step != questions.end());
        QVERIFY(step->follow);
        QVERIFY(step->spend > domain::Money()); // beyond the asks' windows and ceilings: the customer pays
        // Once somebody said that there is none, or that it is not known, it is not asked again.
        worksheet.facts[kAnswers + u"steps"_s] = {domain::FactStatus::Unknown, {}};
        const auto again = ranked(worksheet, {});
        QVERIFY(std::ranges::find(again, kAnswers + u"steps"_s, &call::Question::path) == again.end());
    }

    void aCaseWithNothingInItIsAskedWhatItIsGiven()
    {
        const auto questions = ranked({}, {{u"useCases"_s, {}, u"What is the use case?"_s}}, {u"useCases"_s});
        QCOMPARE(questions.size(), std::size_t{1});
        QVERIFY(questions.front().moves.isZero());
        QVERIFY(questions.front().blocks);
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
