// What becomes of a filed record on the command line: its statuses and their days, credits, the pipeline, the outcomes.
#include "cli/filedfolder.h"

using namespace clitest;
using namespace Qt::StringLiterals;

class TestRecordStatus : public QObject, private FiledFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void aStatusMovesAsAwsMovesIt();
    void nothingHappensBeforeTheFiling();
    void statusesFollowEachOtherInTime();
    void whatIsTakenBackNeverHappened();
    void aPastedReasonDoesNotActOnTheTerminal();
    void creditsAreListedAndExpire();
    void creditsThatAreTakenBackAreNotCounted();
    void thePipelineIsSortedByWhatIsDue();
    void thePartnersOutcomesAreReviewed();
};

void TestRecordStatus::nothingHappensBeforeTheFiling()
{
    const QStringList poc{u"--pool"_s, kPoc, u"--to"_s};
    VERIFY_ENDED(file(), 0);
    VERIFY_REFUSED(status(poc + QStringList{u"in-review"_s, u"--on"_s, u"2026-11-21"_s}), QString(),
                   u"It was filed on 2026-11-22"_s);
    VERIFY_ENDED(
        status(poc
               + QStringList{u"action-required"_s, u"--on"_s, u"2026-11-22"_s, u"--reason"_s, u"Clarify Revenue"_s}),
        0);
    VERIFY_REFUSED(file({u"--on"_s, u"2026-11-21"_s}, u"2026-11-24"_s), QString(),
                   u"The filing before is of 2026-11-22"_s);
    VERIFY_ENDED(file({}, u"2026-11-24"_s), 0);
}

void TestRecordStatus::statusesFollowEachOtherInTime()
{
    const QStringList poc{u"--pool"_s, kPoc, u"--to"_s};
    const auto on = [&](const QString &word, const QString &day, const QString &reason = {}) {
        QStringList all = poc + QStringList{word, u"--on"_s, day};
        return status(reason.isEmpty() ? all : all << u"--reason"_s << reason, u"2026-12-10"_s);
    };
    // A record outside ACE has no filing that its statuses could lie before.
    VERIFY_REFUSED(on(u"ready"_s, u"1900-01-01"_s), QString(), u"nothing was filed for it before"_s);
    VERIFY_ENDED(file(), 0);
    VERIFY_ENDED(on(u"in-review"_s, u"2026-12-05"_s), 0);
    VERIFY_REFUSED(on(u"approved"_s, u"2026-12-01"_s), QString(), u"It is in-review since 2026-12-05"_s);
    // A day that was typed wrong is put right by taking the status back.
    VERIFY_ENDED(on(u"filed"_s, u"2026-12-10"_s, u"It was on the first."_s), 0);
    VERIFY_ENDED(on(u"in-review"_s, u"2026-12-01"_s), 0);
    VERIFY_ENDED(on(u"action-required"_s, u"2026-12-03"_s, u"Clarify Revenue"_s), 0);
    VERIFY_REFUSED(file({u"--on"_s, u"2026-12-02"_s}, u"2026-12-10"_s), QString(), u"AWS sent it back on 2026-12-03"_s);
    VERIFY_ENDED(file({u"--on"_s, u"2026-12-04"_s}, u"2026-12-10"_s), 0);
    // Sent back once more it is no mistake that is taken back.
    VERIFY_ENDED(on(u"action-required"_s, u"2026-12-07"_s, u"Clarify Solution"_s), 0);
    VERIFY_REFUSED(on(u"rejected"_s, u"2026-12-05"_s, u"Other"_s), QString(),
                   u"It is action-required since 2026-12-07"_s);
}

void TestRecordStatus::whatIsTakenBackNeverHappened()
{
    const QStringList poc{u"--pool"_s, kPoc, u"--to"_s};
    const QString mistake = u"The other record was meant."_s;
    VERIFY_ENDED(file(), 0);
    VERIFY_ENDED(status(poc + QStringList{u"approved"_s}), 0);
    VERIFY_ENDED(status(poc + QStringList{u"filed"_s, u"--reason"_s, mistake}), 0);
    VERIFY_ENDED(status(poc + QStringList{u"action-required"_s, u"--reason"_s, u"Clarify Revenue"_s}), 0);
    VERIFY_REFUSED(status(poc + QStringList{u"approved"_s}), QString(),
                   u"After \"action-required\" comes rejected or filing the record."_s);
    VERIFY_ENDED(status(poc + QStringList{u"rejected"_s, u"--reason"_s, u"Other"_s}), 0);
    VERIFY_ENDED(status(poc + QStringList{u"action-required"_s, u"--reason"_s, mistake}), 0);
    // What AWS wrote stands again, and nothing of the mistakes is counted.
    QCOMPARE(record()[u"reason"_s].toString(), u"Clarify Revenue"_s);
    const Ran review = runAsOf({u"review"_s, u"--case"_s, path(u"c.briefstack"_s)});
    QVERIFY2(review.out.contains("Filed so far: 1; approved 0, sent back for action 1, rejected 0."),
             review.words().constData());
}

void TestRecordStatus::aPastedReasonDoesNotActOnTheTerminal()
{
    sendBack(u"Clarify Revenue\n\x1b[31mnow\u202e"_s);
    const Ran told = status({});
    QVERIFY2(told.out.contains("bedrock-poc: Clarify Revenue\n  [31mnow \n"), told.words().constData());
    QVERIFY(writeBytes(path(u"reason.txt"_s), "Not text: \xff"));
    VERIFY_REFUSED(status({u"--pool"_s, kPoc, u"--to"_s, u"rejected"_s, u"--reason-file"_s, path(u"reason.txt"_s)}),
                   path(u"reason.txt"_s), u"is not UTF-8 text"_s);
    QVERIFY(writeBytes(path(u"reason.txt"_s), QByteArray(70'000, 'x')));
    VERIFY_REFUSED(status({u"--pool"_s, kPoc, u"--to"_s, u"rejected"_s, u"--reason-file"_s, path(u"reason.txt"_s)}),
                   path(u"reason.txt"_s), u"larger than the 64 KiB"_s);
    VERIFY_REFUSED(status({u"--pool"_s, kPoc, u"--to"_s, u"rejected"_s, u"--reason"_s, QString(70'000, u'x')}),
                   QString(), u"The reason is longer than the 64 KiB"_s);
}

void TestRecordStatus::aStatusMovesAsAwsMovesIt()
{
    const QStringList poc{u"--pool"_s, kPoc, u"--to"_s};
    VERIFY_REFUSED(status(poc + QStringList{u"approved"_s}), QString(), u"After \"drafting\" comes ready"_s);
    VERIFY_REFUSED(status(poc + QStringList{u"filed"_s}), QString(), u"by filing it"_s);
    VERIFY_ENDED(file(), 0);
    VERIFY_REFUSED(status(poc + QStringList{u"rejected"_s}), QString(), u"gives a reason"_s);
    VERIFY_ENDED(status(poc + QStringList{u"In review"_s}), 0);
    VERIFY_ENDED(status(poc + QStringList{u"approved"_s, u"--on"_s, u"2026-11-24"_s}), 0);
    VERIFY_ENDED(status(poc + QStringList{u"in-review"_s, u"--reason"_s, u"The other record was meant."_s}), 0);
    QCOMPARE(record()[u"status"_s].toString(), u"in-review"_s);
    VERIFY_REFUSED(status({u"--pool"_s, u"nothing"_s, u"--to"_s, u"ready"_s}), QString(), u"no record of that pool"_s);
    // The list of cases and its filter follow.
    const Ran listed = run({u"list"_s, u"--case"_s, path(u"c.briefstack"_s), u"--status"_s, u"in-review"_s});
    QVERIFY2(listed.out.contains("Northwind"), listed.words().constData());
}

void TestRecordStatus::creditsAreListedAndExpire()
{
    VERIFY_ENDED(file(), 0);
    const QStringList poc{u"--pool"_s, kPoc, u"--to"_s};
    VERIFY_ENDED(status(poc + QStringList{u"approved"_s}), 0);
    VERIFY_REFUSED(status(poc + QStringList{u"expired"_s, u"--credit"_s, u"PC1=5"_s}), QString(), u"credits-issued"_s);
    VERIFY_REFUSED(status(poc + QStringList{u"credits-issued"_s, u"--credit"_s, u"PC1"_s}), QString(),
                   u"PC123=25000"_s);
    VERIFY_ENDED(status(poc
                        + QStringList{u"credits-issued"_s, u"--credit"_s, u"PC1=20000"_s, u"--credit"_s,
                                      u"PC=2=9500.00"_s, u"--expires"_s, u"2027-02-28"_s}),
                 0);
    const Ran pipeline =
        run(asOf({u"pipeline"_s, u"--case"_s, path(u"c.briefstack"_s), u"--format"_s, u"json"_s}, u"2026-11-24"_s));
    const QJsonObject row = QJsonDocument::fromJson(pipeline.out)[u"records"_s][1].toObject();
    QCOMPARE(row[u"awarded"_s].toString(), u"29500.00"_s);
    QCOMPARE(row[u"codes"_s].toVariant().toStringList(), (QStringList{u"PC1"_s, u"PC=2"_s}));
    QCOMPARE(row[u"deadlines"_s][0][u"what"_s].toString(), u"expiry"_s);
    QCOMPARE(row[u"deadlines"_s][0][u"on"_s].toString(), u"2027-02-28"_s);
}

void TestRecordStatus::creditsThatAreTakenBackAreNotCounted()
{
    const auto awarded = [this] {
        const Ran pipeline =
            run(asOf({u"pipeline"_s, u"--case"_s, path(u"c.briefstack"_s), u"--format"_s, u"json"_s}, u"2026-11-24"_s));
        for (const QJsonValue &row : QJsonDocument::fromJson(pipeline.out)[u"records"_s].toArray()) {
            if (row[u"opportunityId"_s].toString() == u"O1234567")
                return QString(row[u"awarded"_s].toString() + u' '
                               + row[u"codes"_s].toVariant().toStringList().join(u' '));
        }
        return QString();
    };
    VERIFY_ENDED(file(), 0);
    const QStringList poc{u"--pool"_s, kPoc, u"--to"_s};
    const QStringList issued = poc + QStringList{u"credits-issued"_s, u"--credit"_s};
    VERIFY_ENDED(status(poc + QStringList{u"approved"_s}), 0);
    VERIFY_REFUSED(status(issued + QStringList{u"PC1=5"_s, u"--credit"_s, u"PC1=6"_s}), QString(), u"given twice"_s);
    VERIFY_REFUSED(status(issued + QStringList{u"PC1=5"_s, u"--account"_s, u"12"_s}), QString(), u"12 digits"_s);
    const Ran wrong = status(issued + QStringList{u"PC1=2950000"_s});
    QCOMPARE(wrong.status, 0);
    QVERIFY2(wrong.err.contains("more than the ask of $29500.00"), wrong.words().constData());
    QCOMPARE(awarded(), u"2950000.00 PC1"_s);
    VERIFY_ENDED(status(poc + QStringList{u"approved"_s, u"--reason"_s, u"The amount was typed wrong."_s}), 0);
    QCOMPARE(awarded(), u"0.00 "_s);
    const Ran right = status(issued + QStringList{u"PC2=29500"_s});
    VERIFY_ENDED(right, 0);
    QVERIFY2(right.err.isEmpty(), right.words().constData());
    VERIFY_ENDED(status(poc + QStringList{u"expired"_s}), 0);
    QCOMPARE(awarded(), u"29500.00 PC2"_s);
}

void TestRecordStatus::thePipelineIsSortedByWhatIsDue()
{
    VERIFY_ENDED(
        runAsOf({u"draft"_s, samplePath(kPreSeed), samplePath(kEnterprise), u"--case"_s, path(u"c.briefstack"_s)}), 0);
    VERIFY_ENDED(file({u"--id"_s, m_case}), 0);
    const QStringList pipeline{u"pipeline"_s, u"--case"_s, path(u"c.briefstack"_s), u"--format"_s};
    const Ran ran = runAsOf(pipeline + QStringList{u"json"_s});
    VERIFY_ENDED(ran, 0);
    QString last;
    int rows = 0;
    bool filed = false;
    for (const QJsonValue &row : QJsonDocument::fromJson(ran.out)[u"records"_s].toArray()) {
        const QString due = row[u"deadlines"_s][0][u"on"_s].toString();
        QVERIFY(last <= due);
        last = due;
        ++rows;
        filed = filed || (row[u"status"_s].toString() == u"filed" && row[u"opportunityId"_s].toString() == u"O1234567");
    }
    QVERIFY(rows >= 5 && filed);
    const Ran calendar = runAsOf(pipeline + QStringList{u"ics"_s});
    QVERIFY(calendar.out.startsWith("BEGIN:VCALENDAR\r\n"));
    QVERIFY(
        calendar.out.contains(QByteArray("UID:" + m_case.toUtf8() + "-bedrock-poc-aws-answers@briefstack").first(75)));
    const Ran csv = runAsOf(pipeline + QStringList{u"csv"_s});
    QCOMPARE(csv.out.count('\n'), rows + 1);
    QVERIFY(csv.out.startsWith("Company,Program,Status,Next,Due,"));
    // Nothing is due in a file without cases.
    VERIFY_ENDED(runAsOf(pipeline + QStringList{u"table"_s, u"--status"_s, u"filed"_s}), 0);
    VERIFY_REFUSED(runAsOf(pipeline + QStringList{u"ics"_s, u"--status"_s, u"approved"_s}), QString(),
                   u"nothing is due"_s);
    VERIFY_REFUSED(runAsOf(pipeline + QStringList{u"table"_s, u"--status"_s, u"lost"_s}), QString(), u"no status"_s);
}

void TestRecordStatus::thePartnersOutcomesAreReviewed()
{
    sendBack(u"Clarify Solution"_s);
    VERIFY_ENDED(file({}, u"2026-11-24"_s), 0);
    VERIFY_ENDED(status({u"--pool"_s, kPoc, u"--to"_s, u"approved"_s}, u"2026-11-30"_s), 0);
    VERIFY_ENDED(
        status({u"--pool"_s, kPoc, u"--to"_s, u"credits-issued"_s, u"--credit"_s, u"PC1=29500"_s}, u"2026-12-06"_s), 0);
    const Ran review = runAsOf({u"review"_s, u"--case"_s, path(u"c.briefstack"_s)});
    QVERIFY2(review.out.contains("Filed so far: 1; approved 1, sent back for action 1, rejected 0."
                                 " From filing to credits: 14 days (median)."),
             review.words().constData());
    // A second case of the company may not repeat what was filed.
    VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, path(u"c.briefstack"_s), u"--new"_s}), 0);
    const Ran again = runAsOf({u"review"_s, u"--case"_s, path(u"c.briefstack"_s)});
    QVERIFY2(again.out.contains("repeats-filed-text"), again.words().constData());
}

QTEST_GUILESS_MAIN(TestRecordStatus)
#include "tst_recordstatus.moc"
