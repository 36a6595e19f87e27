// What follows a filing: the status's moves, what AWS wrote, the days that count, the calendar, the partner's outcomes.
#include "domain/recordstatus.h"
#include "filing/calendar.h"
#include "filing/deadlines.h"
#include "filing/outcomes.h"
#include "filing/reason.h"
#include "filing/requestchanges.h"
#include "filing/shippedrules.h"
#include "filing/status.h"

#include <QTest>

using namespace Qt::StringLiterals;
using filing::Deadline;
using filing::DeadlineKind;

namespace {

QStringList pathsOf(const filing::ParsedReason &reason)
{
    QStringList paths;
    for (const filing::ConcernedField &field : reason.fields)
        paths.append(field.path);
    return paths;
}

filing::Move move(const char *from, const char *to, const QString &reason = {})
{
    filing::Move made;
    made.from = QString::fromLatin1(from);
    made.to = QString::fromLatin1(to);
    made.reason = reason;
    return made;
}

} // namespace

class TestFiling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusesMoveAsAwsMovesThem_data();
    void statusesMoveAsAwsMovesThem();
    void aMistakeIsTakenBackWithAReason();
    void awsWordsHaveOurs();
    void aCaseIsListedUnderWhatNeedsSomebody();
    void reasonsAreFoundInWhatIsPasted_data();
    void reasonsAreFoundInWhatIsPasted();
    void aReasonNobodyKnowsKeepsItsText();
    void daysFollowStatusAndProgramme();
    void whatSomebodyHasToDoStaysWhenItIsPast();
    void businessDaysLeaveTheWeekendOut();
    void aCalendarIsOneByTheStandard();
    void outcomesAreCounted();
    void anUpdateChangesWhatItsReviewStatusLeavesOpen_data();
    void anUpdateChangesWhatItsReviewStatusLeavesOpen();
    void theOrderOfASetIsNoChange();
    void aNoteSaysWhatChanged();
};

void TestFiling::statusesMoveAsAwsMovesThem_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("legal");
    const auto row = [](const char *from, const QStringList &legal) {
        QTest::newRow(from) << QString::fromLatin1(from) << legal;
    };
    row("drafting", {u"ready"_s});
    row("ready", {u"drafting"_s});
    row("filed", {u"in-review"_s, u"action-required"_s, u"approved"_s, u"rejected"_s});
    row("in-review", {u"action-required"_s, u"approved"_s, u"rejected"_s});
    row("action-required", {u"rejected"_s});
    row("approved", {u"credits-issued"_s, u"expired"_s});
    row("rejected", {});
    row("credits-issued", {u"expired"_s});
    row("expired", {});
}

void TestFiling::statusesMoveAsAwsMovesThem()
{
    QFETCH(const QString, from);
    QFETCH(const QStringList, legal);
    for (const catalogue::FilingStatus &status : shipped::rules().statuses) {
        filing::Move asked{from, {}, status.word, true, false, u"because"_s};
        QVERIFY2(filing::refusal(shipped::rules(), asked).isEmpty() == legal.contains(status.word),
                 qPrintable(status.word));
    }
    // A pool outside ACE has no filing: its status alone is moved.
    filing::Move outside{from, {}, u"filed"_s, false, false, {}};
    const bool mayFile = from == u"drafting" || from == u"ready" || from == u"action-required";
    QCOMPARE(filing::refusal(shipped::rules(), outside).isEmpty(), mayFile);
    QCOMPARE(filing::mayBeFiled(shipped::rules(), from), mayFile);
}

void TestFiling::aMistakeIsTakenBackWithAReason()
{
    QVERIFY(filing::refusal(shipped::rules(), move("filed", "action-required")).contains(u"paste it"_s));
    filing::Move back = move("approved", "in-review");
    back.before = u"in-review"_s;
    QVERIFY(filing::refusal(shipped::rules(), back).contains(u"needs a reason"_s));
    back.reason = u"Marked the wrong record."_s;
    QCOMPARE(filing::refusal(shipped::rules(), back), QString());
    back.beforeWasFiled = true; // what was filed stays filed
    QVERIFY(!filing::refusal(shipped::rules(), back).isEmpty());
    QVERIFY(filing::refusal(shipped::rules(), move("drafting", "nonsense")).contains(u"no status"_s));
    QVERIFY(filing::refusal(shipped::rules(), move("drafting", "filed")).contains(u"by filing it"_s));
}

void TestFiling::awsWordsHaveOurs()
{
    QCOMPARE(filing::statusOfAws(shipped::rules(), u"Pending Submission"_s), u"ready"_s);
    QCOMPARE(filing::statusOfAws(shipped::rules(), u"Submitted"_s), u"filed"_s);
    QCOMPARE(filing::statusOfAws(shipped::rules(), u" in review "_s), u"in-review"_s);
    QCOMPARE(filing::statusOfAws(shipped::rules(), u"Action Required"_s), u"action-required"_s);
    QCOMPARE(filing::statusOfAws(shipped::rules(), u"Disqualified"_s), u"rejected"_s);
    QCOMPARE(filing::statusOfAws(shipped::rules(), u"Launched"_s), QString());
    // And back: what an update has to resend.
    for (const auto &[status, review] : {std::pair(u"drafting"_s, u"Pending Submission"_s),
                                         {u"ready"_s, u"Pending Submission"_s},
                                         {u"filed"_s, u"Submitted"_s},
                                         {u"in-review"_s, u"In review"_s},
                                         {u"action-required"_s, u"Action Required"_s},
                                         {u"approved"_s, u"Approved"_s},
                                         {u"credits-issued"_s, u"Approved"_s},
                                         {u"expired"_s, u"Approved"_s},
                                         {u"rejected"_s, u"Rejected"_s},
                                         {QString(), u"Pending Submission"_s}})
        QCOMPARE(filing::reviewStatusOf(shipped::rules(), status), review);
}

void TestFiling::aCaseIsListedUnderWhatNeedsSomebody()
{
    QCOMPARE(domain::caseStatus({u"drafting"_s, u"filed"_s, u"action-required"_s}), u"action-required"_s);
    QCOMPARE(domain::caseStatus({u"drafting"_s, u"approved"_s}), u"approved"_s);
    QCOMPARE(domain::caseStatus({u"rejected"_s, u"drafting"_s}), u"drafting"_s);
    QCOMPARE(domain::caseStatus({}), u"drafting"_s);
}

void TestFiling::reasonsAreFoundInWhatIsPasted_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<QStringList>("fields");
    const QStringList revenue{
        u"Project.ExpectedCustomerSpend[].Amount"_s, u"Project.ExpectedCustomerSpend[].CurrencyCode"_s,
        u"Project.ExpectedCustomerSpend[].Frequency"_s, u"Project.ExpectedCustomerSpend[].TargetCompany"_s,
        u"Project.ExpectedCustomerSpend[].EstimationUrl"_s};
    QTest::newRow("the name alone") << u"Clarify Revenue"_s << QStringList{u"Clarify Revenue"_s} << revenue;
    QTest::newRow("in a sentence, other case, broken line")
        << u"Status reason: CLARIFY\nrevenue - please."_s << QStringList{u"Clarify Revenue"_s} << revenue;
    QTest::newRow("with a comment that names a field")
        << u"Clarify Solution. The target close date has passed."_s << QStringList{u"Clarify Solution"_s}
        << QStringList{u"Project.CustomerBusinessProblem"_s, u"LifeCycle.TargetCloseDate"_s};
    QTest::newRow("the longer of two names")
        << u"Other - Internal Review"_s << QStringList{u"Other - Internal Review"_s} << QStringList{};
    QTest::newRow("Other, for itself") << u"Reason: Other\nPlease correct the website."_s << QStringList{u"Other"_s}
                                       << QStringList{u"Customer.Account.WebsiteUrl"_s};
    QTest::newRow("other, in prose") << u"The other figures are fine, only the postal code is wrong."_s << QStringList{}
                                     << QStringList{u"Customer.Account.Address.PostalCode"_s};
    QTest::newRow("two reasons") << u"Forecast Conflict; Clarify Solution"_s
                                 << QStringList{u"Clarify Solution"_s, u"Forecast Conflict"_s}
                                 << QStringList{u"Project.ExpectedCustomerSpend[].Amount"_s,
                                                u"Project.CustomerBusinessProblem"_s, u"LifeCycle.TargetCloseDate"_s};
    QTest::newRow("a locked field is named all the same")
        << u"Please change the title."_s << QStringList{} << QStringList{u"Project.Title"_s};
    QTest::newRow("part of a word is not a name")
        << u"Velocity and capacity are subtitled."_s << QStringList{} << QStringList{};
    QTest::newRow("nothing") << QString() << QStringList{} << QStringList{};
}

void TestFiling::reasonsAreFoundInWhatIsPasted()
{
    QFETCH(const QString, pasted);
    QFETCH(const QStringList, reasons);
    QFETCH(const QStringList, fields);
    const filing::ParsedReason parsed = filing::parseReason(shipped::rules(), pasted);
    QCOMPARE(parsed.reasons, reasons);
    QCOMPARE(pathsOf(parsed), fields);
    QCOMPARE(parsed.todo.size(), parsed.reasons.size());
}

void TestFiling::aReasonNobodyKnowsKeepsItsText()
{
    const filing::ParsedReason parsed = filing::parseReason(shipped::rules(), u"\n  Bitte melden. (*[\\ \n"_s);
    QCOMPARE(parsed.text, u"Bitte melden. (*[\\"_s);
    QVERIFY(parsed.reasons.isEmpty());
    QVERIFY(parsed.fields.empty());
}

void TestFiling::daysFollowStatusAndProgramme()
{
    filing::RecordDates dates;
    dates.status = u"drafting"_s;
    dates.windowStarts = QDate(2027, 1, 1);
    dates.windowEnds = QDate(2027, 3, 31);
    dates.targetClose = QDate(2027, 4, 12);
    dates.validUntil = QDate(2027, 12, 31);
    const QDate today(2026, 11, 27);
    const auto listed = [&](const QString &programme) {
        return filing::deadlines(dates, shipped::programme(programme), shipped::rules(), today);
    };
    using Days = std::vector<Deadline>;
    QCOMPARE(listed(u"bedrock-poc"_s), (Days{{DeadlineKind::FileBy, QDate(2026, 12, 18)},
                                             {DeadlineKind::WindowEnd, QDate(2027, 3, 31)},
                                             {DeadlineKind::TargetClose, QDate(2027, 4, 12)}}));
    // The programme's own days: 90 for the Accelerator; 14 by the rules where it publishes none.
    QCOMPARE(listed(u"genai-accelerator"_s).front(), (Deadline{DeadlineKind::FileBy, QDate(2026, 10, 3)}));
    QCOMPARE(listed(u"enterprise-poc"_s).front(), (Deadline{DeadlineKind::FileBy, QDate(2026, 12, 18)}));

    dates.status = u"filed"_s;
    dates.filedOn = QDate(2026, 11, 27); // a Friday
    QCOMPARE(listed(u"bedrock-poc"_s).front(), (Deadline{DeadlineKind::AwsAnswers, QDate(2026, 12, 4)}));
    dates.status = u"action-required"_s;
    dates.statusSince = QDate(2026, 12, 1);
    QCOMPARE(listed(u"bedrock-poc"_s).front(), (Deadline{DeadlineKind::Answer, QDate(2026, 12, 1)}));
    dates.status = u"approved"_s;
    QCOMPARE(listed(u"bedrock-poc"_s), (Days{{DeadlineKind::CreditsDue, QDate(2026, 12, 11)},
                                             {DeadlineKind::WindowEnd, QDate(2027, 3, 31)},
                                             {DeadlineKind::TargetClose, QDate(2027, 4, 12)},
                                             {DeadlineKind::CloseOut, QDate(2027, 4, 30)}}));
    dates.status = u"credits-issued"_s;
    QCOMPARE(listed(u"bedrock-poc"_s), (Days{{DeadlineKind::WindowEnd, QDate(2027, 3, 31)},
                                             {DeadlineKind::CloseOut, QDate(2027, 4, 30)},
                                             {DeadlineKind::Expiry, QDate(2027, 12, 31)}}));
    dates.creditsExpire = QDate(2027, 6, 30); // what the code says counts
    QCOMPARE(listed(u"activate-portfolio"_s).back(), (Deadline{DeadlineKind::Expiry, QDate(2027, 6, 30)}));
    for (const QString &over : {u"rejected"_s, u"expired"_s}) {
        dates.status = over;
        QVERIFY(listed(u"bedrock-poc"_s).empty());
    }
}

void TestFiling::whatSomebodyHasToDoStaysWhenItIsPast()
{
    filing::RecordDates dates;
    dates.status = u"drafting"_s;
    dates.windowStarts = QDate(2026, 11, 1);
    dates.windowEnds = QDate(2026, 11, 26);
    dates.targetClose = QDate(2026, 11, 20);
    const auto left =
        filing::deadlines(dates, shipped::programme(u"bedrock-poc"_s), shipped::rules(), QDate(2026, 11, 27));
    QCOMPARE(left, (std::vector<Deadline>{{DeadlineKind::FileBy, QDate(2026, 10, 18)},
                                          {DeadlineKind::TargetClose, QDate(2026, 11, 20)}}));
    // A case without dates has no deadline, and no crash.
    QVERIFY(filing::deadlines({}, shipped::programme(u"bedrock-poc"_s), shipped::rules(), QDate(2026, 11, 27)).empty());
}

void TestFiling::businessDaysLeaveTheWeekendOut()
{
    const catalogue::FilingDays &five = shipped::rules().validation;
    QCOMPARE(five.days, 5);
    QCOMPARE(five.after(QDate(2026, 11, 23)), QDate(2026, 11, 30)); // Monday to Monday
    QCOMPARE(five.after(QDate(2026, 11, 28)), QDate(2026, 12, 4));  // from a Saturday
    QVERIFY(!five.after({}).isValid());
}

void TestFiling::aCalendarIsOneByTheStandard()
{
    const QString umlauts = QString(u"\u00FC"_s).repeated(60);
    const QString stamp = u"20261127T040506Z"_s;
    const QByteArray file = filing::calendar({{u"case-1-poc-file-by@briefstack"_s, QDate(2026, 12, 31),
                                               u"File by: Muster, S\u00F6hne; \\ Co"_s, u"First\nsecond "_s + umlauts},
                                              {u"no-day"_s, {}, u"Left out"_s, {}}},
                                             stamp);
    QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    QVERIFY(file.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    QVERIFY(!file.contains("Left out"));
    QByteArray unfolded = file;
    for (const QByteArray &line : file.split('\n')) {
        QVERIFY2(line.size() <= 76, line.constData()); // 75 and the carriage return
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QCOMPARE(QString::fromUtf8(line).toUtf8(), line); // no character is cut in two
        QVERIFY(!line.contains(char(0)));
    }
    unfolded.replace("\r\n ", "");
    QVERIFY(unfolded.contains("\r\nUID:case-1-poc-file-by@briefstack\r\nDTSTAMP:20261127T040506Z\r\n"
                              "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
    QVERIFY(unfolded.contains("SUMMARY:File by: Muster\\, S\xC3\xB6hne\\; \\\\ Co\r\n"));
    QVERIFY(unfolded.contains(QByteArray("DESCRIPTION:First\\nsecond " + umlauts.toUtf8() + "\r\n")));
    QVERIFY(filing::calendar({}, stamp).isEmpty());
}

void TestFiling::outcomesAreCounted()
{
    QCOMPARE(filing::outcomesOf({}), filing::Outcomes{});
    const QDate day(2026, 9, 1);
    const filing::Outcomes outcomes = filing::outcomesOf({{u"credits-issued"_s, true, true, day, day.addDays(12)},
                                                          {u"credits-issued"_s, true, false, day, day.addDays(30)},
                                                          {u"expired"_s, true, false, day, day.addDays(16)},
                                                          {u"rejected"_s, false, false, day, {}},
                                                          {u"filed"_s, false, false, day, {}}});
    QCOMPARE(outcomes, (filing::Outcomes{5, 3, 1, 1, 16}));
}

void TestFiling::anUpdateChangesWhatItsReviewStatusLeavesOpen_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QStringList>("locked");
    QTest::newRow("pending") << u"Pending Submission"_s << QStringList{};
    QTest::newRow("submitted") << u"Submitted"_s
                               << QStringList{u"Project.ExpectedCustomerSpend[0].Amount"_s, u"Project.Title"_s,
                                              u"Project.SalesActivities"_s};
    QTest::newRow("action required") << u"Action Required"_s
                                     << QStringList{u"Project.Title"_s, u"Project.SalesActivities"_s};
    QTest::newRow("approved") << u"Approved"_s << QStringList{u"Project.Title"_s};
}

void TestFiling::anUpdateChangesWhatItsReviewStatusLeavesOpen()
{
    QFETCH(const QString, status);
    QFETCH(const QStringList, locked);
    const QByteArray stored = R"({"ClientToken": "a", "Project": {"Title": "One", "SalesActivities": ["A", "B"],
        "ExpectedCustomerSpend": [{"Amount": "1.00", "Frequency": "Monthly"}]}, "LifeCycle": {"Stage": "Qualified"}})";
    const QByteArray update = QByteArray(R"({"Identifier": "O1", "Project": {"Title": "Two", "SalesActivities": ["A"],
        "ExpectedCustomerSpend": [{"Amount": "2.00", "Frequency": "Monthly"}]},
        "LifeCycle": {"Stage": "Qualified", "ReviewStatus": "%1"}})")
                                  .replace("%1", status.toUtf8());
    QStringList found;
    for (const domain::Finding &finding : filing::lockedUpdate(shipped::rules(), stored, update)) {
        QCOMPARE(finding.rule, u"ace/ACTION_NOT_PERMITTED/locked-field"_s);
        QCOMPARE(finding.severity, domain::Severity::Error);
        found.append(finding.field);
    }
    QCOMPARE(found, locked);
    QVERIFY(filing::lockedUpdate(shipped::rules(), stored, stored).empty());
    const QByteArray untitled = QByteArray(update).replace("\"Title\": \"Two\", ", "");
    for (const domain::Finding &finding : filing::lockedUpdate(shipped::rules(), stored, untitled)) {
        const QString now = finding.field == u"Project.Title" ? u"is left out now."_s : u"is another now."_s;
        QVERIFY2(finding.message.contains(now), qPrintable(finding.message));
    }
    // What an update has no place for is not taken out by it.
    const QByteArray asFiled = R"({"Origin": "Partner Referral", "Tags": [{"Key": "a", "Value": "b"}],
        "OpportunityTeam": [{"Email": "a@b.example"}], "LifeCycle": {"ReviewStatus": "In review"}})";
    QVERIFY(filing::lockedUpdate(shipped::rules(), asFiled, R"({"LifeCycle": {"ReviewStatus": "In review"}})").empty());
}

void TestFiling::theOrderOfASetIsNoChange()
{
    const QByteArray stored = R"({"PrimaryNeedsFromAws": ["P", "Q"], "Marketing": {"Channels": ["C", "D"],
        "UseCases": ["U", "V"]}, "Project": {"SalesActivities": ["A", "B"], "DeliveryModels": ["D", "E"],
        "ApnPrograms": ["F", "G"], "ExpectedCustomerSpend": [{"Amount": "1.00"}, {"Amount": "2.00"}]}})";
    const QByteArray turned = R"({"PrimaryNeedsFromAws": ["Q", "P"], "Marketing": {"Channels": ["D", "C"],
        "UseCases": ["V", "U"]}, "Project": {"SalesActivities": ["B", "A"], "DeliveryModels": ["E", "D", "E"],
        "ApnPrograms": ["G", "F"], "ExpectedCustomerSpend": [{"Amount": "1.00"}, {"Amount": "2.00"}]}})";
    QVERIFY(filing::requestChanges(shipped::rules(), stored, turned).empty());
    QVERIFY(filing::lockedUpdate(shipped::rules(), stored, turned, u"in-review"_s).empty());
    // One that came in or went out is a change, and so is the order of amounts.
    const QByteArray other = QByteArray(turned).replace("\"E\", \"D\"", "\"H\", \"D\"");
    QCOMPARE(filing::changeNote(filing::requestChanges(shipped::rules(), stored, other)),
             u"Delivery models: D, E, H, was D, E."_s);
    const QByteArray amounts =
        QByteArray(stored).replace("1.00", "2.50").replace("2.00", "1.00").replace("2.50", "2.00");
    QCOMPARE(filing::requestChanges(shipped::rules(), stored, amounts).size(), std::size_t{2});
}

void TestFiling::aNoteSaysWhatChanged()
{
    const QByteArray before = R"({"Project": {"Title": "One", "CustomerBusinessProblem": "Short."}})";
    const QString longer(100, u'x');
    const QByteArray after =
        QString(uR"({"Project": {"CustomerBusinessProblem": "%1", "AdditionalComments": "New"}})"_s)
            .arg(longer)
            .toUtf8();
    QCOMPARE(filing::changeNote(filing::requestChanges(shipped::rules(), before, after)),
             u"Project title: taken out, was One. Business problem reworded. Comments: New, was empty."_s);
    QCOMPARE(filing::changeNote({}), QString());
    QVERIFY(filing::requestChanges(shipped::rules(), "no JSON", "[]").empty());
}

QTEST_APPLESS_MAIN(TestFiling)
#include "tst_filing.moc"
