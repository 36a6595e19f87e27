// The calls of a case in the summary of the scoping call.
#include "drafting/callnotes.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime kStart(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

ports::Call call(ports::Consent consent)
{
    ports::Call made;
    made.id = u"one"_s;
    made.startedAt = kStart;
    made.seconds = 2290;
    made.consent = consent;
    made.lines = {{1, 1, kStart.addSecs(65), u"5k calls a day"_s}, {2, 2, kStart.addSecs(3725), u" "_s}};
    return made;
}

const documents::LabelledList *linesOf(const documents::Section &section)
{
    return section.blocks.empty() ? nullptr : std::get_if<documents::LabelledList>(&section.blocks.front());
}

} // namespace

class TestCallNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCallStandsLineByLineWithTheFactsThatRestOnIt()
    {
        ports::CaseNotes notes;
        notes.calls.push_back(call(ports::Consent::Given));
        notes.evidence.push_back({u"company/headcount"_s, u"one"_s, 1, u"5k calls a day"_s, kStart});
        documents::Brief summary;
        drafting::addCalls(summary, domain::Worksheet(), notes);
        QCOMPARE(summary.sections.size(), 1U);
        QCOMPARE(summary.sections[0].head, u"Call of November 27, 2026"_s);
        QCOMPARE(summary.sections[0].subline, u"39 minutes, notes agreed to"_s);
        const auto *lines = linesOf(summary.sections[0]);
        QVERIFY(lines);
        QCOMPARE(lines->rows.size(), 1U);
        QCOMPARE(lines->rows[0].label, u"1:05"_s);
        QCOMPARE(lines->rows[0].value.plain(), u"5k calls a day [Headcount]"_s);
    }

    void whatAFounderRefusedToHaveNotedIsNotInIt()
    {
        ports::CaseNotes notes;
        notes.calls.push_back(call(ports::Consent::Refused));
        documents::Brief summary;
        drafting::addCalls(summary, domain::Worksheet(), notes);
        QCOMPARE(summary.sections[0].subline, u"39 minutes, notes refused"_s);
        QVERIFY(!linesOf(summary.sections[0]));
        notes.calls.front().seconds = 12;
        documents::Brief ofOne;
        drafting::addCalls(ofOne, domain::Worksheet(), notes);
        QCOMPARE(ofOne.sections[0].subline, u"1 minute, notes refused"_s);
    }

    void ownQuestionsStandWithTheirAnswers()
    {
        using State = ports::CallQuestion::State;
        ports::CaseNotes notes;
        notes.calls.push_back(call(ports::Consent::Given));
        notes.calls.front().lines.push_back({3, 3, kStart.addSecs(70), u"Who decides? The board"_s});
        notes.questions = {{u"own/1"_s, u"Who signs?"_s, State::Open, {}}, // with what is still open
                           {u"own/2"_s, u"Any deadline?"_s, State::Answered, u"March"_s},
                           {u"own/3"_s, u"Skipped?"_s, State::Skipped, {}},
                           {u"own/4"_s, u"Who decides?"_s, State::Answered, {}},
                           {u"company/headcount"_s, {}, State::Skipped, {}}};
        documents::Brief summary;
        drafting::addCalls(summary, domain::Worksheet(), notes);
        QCOMPARE(summary.sections.size(), 2U);
        const auto *own = linesOf(summary.sections[1]);
        QVERIFY(own);
        QCOMPARE(own->rows.size(), 2U);
        QCOMPARE(own->rows[0].value.plain(), u"March"_s);
        QCOMPARE(own->rows[1].value.plain(), u"The board"_s); // as the line of notes has it
    }
};

QTEST_GUILESS_MAIN(TestCallNotes)
#include "tst_callnotes.moc"
