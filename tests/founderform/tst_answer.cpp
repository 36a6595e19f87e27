// Answers: what is accepted stands in the case with its source, what conflicts stays visible, and a file that did not come
// from the form like that changes nothing and says why.
#include "founderform/answered.h"
#include "founderform/answers.h"
#include "messages/messages.h"

#include <QTest>

using domain::FactStatus;
using domain::InputProblem;
using domain::Worksheet;
using founderform::Answer;
using founderform::ComparedAnswer;
using Standing = ComparedAnswer::Standing;
using support::answeredField;
using support::answerObject;
using support::bytesOf;
using namespace Qt::StringLiterals;

namespace {

const QString kRequests = u"useCases/assistant/workloads/answers/requestsPerDay"_s;
const QString kSource = u"Founder\u2019s worksheet, 2026-11-27, Ada Reyes"_s;

Worksheet sample()
{
    Worksheet sheet;
    sheet.company.name = u"Sample"_s;
    sheet.company.headcount = 24;
    sheet.aws.monthlySpendUsd = domain::Money::fromDollars(7000);
    domain::UseCase useCase;
    useCase.id = u"assistant"_s;
    useCase.title = u"Assistant"_s;
    domain::Workload workload;
    workload.id = u"answers"_s;
    workload.name = u"Answers"_s;
    workload.requestsPerDay = 5000;
    useCase.workloads.push_back(workload);
    sheet.useCases.push_back(useCase);
    domain::Contact contact;
    contact.firstName = u"Jo"_s;
    contact.lastName = u"Doe"_s;
    sheet.contacts.push_back(contact);
    return sheet;
}

Answer answerOf(const QJsonArray &answers, const QJsonArray &added = {})
{
    const auto answer = founderform::readAnswer(bytesOf(answerObject(answers, added)));
    return answer ? *answer : Answer{};
}

Answer answerWithout(const QString &entry)
{
    QJsonObject object = answerObject();
    object.insert(u"removed"_s, QJsonArray{entry});
    const auto answer = founderform::readAnswer(bytesOf(object));
    return answer ? *answer : Answer{};
}

std::vector<ComparedAnswer> compared(const Worksheet &ours, const Worksheet *base, const Answer &answer)
{
    const auto rows = founderform::compare({ours, base}, answer);
    return rows ? *rows : std::vector<ComparedAnswer>();
}

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyTheFounderChangedIsNoConflict()
    {
        const Worksheet base = sample();
        const Answer answer = answerOf({answeredField(kRequests, 5000, 8000)});
        const auto rows = compared(base, &base, answer);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows[0].standing, Standing::Changed);
        QCOMPARE(rows[0].label, u"Requests a day"_s);
        QCOMPARE(rows[0].above, (QStringList{u"Use cases"_s, u"Assistant"_s, u"Workloads"_s, u"Answers"_s}));
        QCOMPARE(rows[0].ours, u"5000"_s);
        QCOMPARE(rows[0].theirs, u"8000"_s);
    }

    void whatBothChangedIsAConflictAndWhatIsSaidAlreadyIsNone()
    {
        const Worksheet base = sample();
        Worksheet ours = base;
        ours.useCases[0].workloads[0].requestsPerDay = 6000;
        ours.company.headcount = 30;
        const Answer answer =
            answerOf({answeredField(kRequests, 5000, 8000), answeredField(u"company/headcount"_s, 24, 30)});
        for (const Worksheet *known : {&base, static_cast<const Worksheet *>(nullptr)}) {
            const auto rows = compared(ours, known, answer);
            QCOMPARE(rows.size(), 2U);
            QCOMPARE(rows[0].standing, Standing::Conflict);
            QCOMPARE(rows[0].base, u"5000"_s);
            QCOMPARE(rows[0].ours, u"6000"_s);
            QCOMPARE(rows[1].standing, Standing::Same);
        }
    }

    void whatTheCaseNoLongerHasCannotBeAccepted()
    {
        const Worksheet base = sample();
        Worksheet ours = base;
        ours.useCases[0].workloads.clear();
        const Answer answer = answerOf({answeredField(kRequests, 5000, 8000)});
        for (const Worksheet *known : {&base, static_cast<const Worksheet *>(nullptr)}) {
            const auto rows = compared(ours, known, answer);
            QCOMPARE(rows.size(), 1U);
            QCOMPARE(rows[0].standing, Standing::Gone);
        }
        QVERIFY(!founderform::accepted(ours, answer, {kRequests}));
    }

    void whatIsAcceptedIsStatedWithItsSourceAndTheRestStays()
    {
        Worksheet ours = sample();
        ours.facts[kRequests] = {FactStatus::Assumed, u"A guess."_s};
        const Answer answer =
            answerOf({answeredField(kRequests, 5000, 8000), answeredField(u"company/headcount"_s, 24, 30),
                      answeredField(u"company/lastRound/name"_s, QJsonValue::Null, u"Series A"_s)});
        const auto after = founderform::accepted(ours, answer, {kRequests, u"company/lastRound/name"_s});
        QVERIFY(after);
        QCOMPARE(after->useCases[0].workloads[0].requestsPerDay, 8000);
        QCOMPARE(after->company.headcount, 24);
        QCOMPARE(after->company.lastRound->name, u"Series A"_s);
        QCOMPARE(after->facts.at(kRequests), (domain::Fact{FactStatus::Stated, kSource}));
        QVERIFY(!after->facts.contains(u"company/headcount"_s));
    }

    void anEmptiedAnswerTakesTheFactAway()
    {
        const Answer answer = answerOf({answeredField(u"company/headcount"_s, 24, QJsonValue::Null)});
        const auto after = founderform::accepted(sample(), answer, {u"company/headcount"_s});
        QVERIFY(after);
        QVERIFY(!after->company.headcount);
        QVERIFY(after->facts.empty());
    }

    void whatTheFounderDoesNotKnowIsNotedAsUnknown()
    {
        const Worksheet base = sample();
        QJsonObject open = answeredField(u"company/city"_s, QJsonValue::Null, QJsonValue::Null);
        QJsonObject known = answeredField(u"company/headcount"_s, 24, QJsonValue::Null);
        open.insert(u"unknown"_s, true);
        known.insert(u"unknown"_s, true);
        const Answer answer = answerOf({open, known});
        const auto rows = compared(base, &base, answer);
        QCOMPARE(rows.size(), 2U);
        for (const auto &row : rows) {
            QCOMPARE(row.standing, Standing::Changed);
            QCOMPARE(row.theirs, u"not known"_s);
        }
        const auto after = founderform::accepted(base, answer, {u"company/city"_s, u"company/headcount"_s});
        QVERIFY(after);
        QVERIFY(!after->company.headcount);
        for (const QString &path : {u"company/city"_s, u"company/headcount"_s})
            QCOMPARE(after->facts.at(path), (domain::Fact{FactStatus::Unknown, kSource}));
        // Taken over before: nothing is left to choose.
        for (const auto &row : compared(*after, &base, answer))
            QCOMPARE(row.standing, Standing::Same);
        // The case has learned it since.
        Worksheet ours = base;
        ours.company.city = u"Bonn"_s;
        QCOMPARE(compared(ours, &base, answer).front().standing, Standing::Conflict);
    }

    void anEntryThatIsNoLongerTrueGoesWithWhatIsNotedAboutIt()
    {
        const QString workload = kRequests.left(kRequests.lastIndexOf(u'/'));
        Worksheet base = sample();
        base.facts[kRequests] = {FactStatus::Assumed, u"A guess."_s};
        const Answer answer = answerWithout(workload);
        const auto rows = compared(base, &base, answer);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows[0].standing, Standing::Changed);
        QCOMPARE(rows[0].label, u"Answers"_s);
        QCOMPARE(rows[0].theirs, u"no longer true"_s);
        const auto after = founderform::accepted(base, answer, {workload});
        QVERIFY(after);
        QVERIFY(after->useCases[0].workloads.empty());
        QVERIFY(after->facts.empty());
        QCOMPARE(compared(*after, &base, answer).front().standing, Standing::Same);
        // Nobody chose it: it stays. Edited since: that is for a person to decide.
        const auto kept = founderform::accepted(base, answer, {});
        QVERIFY(kept);
        QCOMPARE(*kept, base);
        Worksheet ours = base;
        ours.useCases[0].workloads[0].requestsPerDay = 6000;
        QCOMPARE(compared(ours, &base, answer).front().standing, Standing::Conflict);
    }

    void aUseCaseThatAPoolIsEarmarkedToStaysAndSaysWhy()
    {
        Worksheet base = sample();
        domain::PoolRequest pool;
        pool.id = pool.programme = u"bedrock-poc"_s;
        pool.useCases = {u"assistant"_s};
        base.funding.pools.push_back(pool);
        const QString useCase = u"useCases/assistant"_s;
        const Answer answer = answerWithout(useCase);
        const auto refused = founderform::accepted(base, answer, {useCase});
        QVERIFY(!refused);
        QCOMPARE(refused.error().path, useCase);
        const QString why = messages::sentence(refused.error());
        QVERIFY2(why.contains("\"bedrock-poc\" is earmarked to it"_L1) && why.contains("out of the pool first"_L1),
                 qPrintable(why));
        // A workload of it may go, and without the earmark the use case too.
        const auto less =
            founderform::accepted(base, answerWithout(kRequests.section(u'/', 0, 3)), {kRequests.section(u'/', 0, 3)});
        QVERIFY(less);
        QVERIFY(less->useCases[0].workloads.empty());
        base.funding.pools[0].useCases.clear();
        const auto gone = founderform::accepted(base, answer, {useCase});
        QVERIFY(gone);
        QVERIFY(gone->useCases.empty());
    }

    void onlyEntriesThatTheFormShowsCanBeTakenOut()
    {
        Worksheet base = sample();
        domain::PoolRequest pool;
        pool.id = pool.programme = u"bedrock-poc"_s;
        base.funding.pools.push_back(pool);
        for (const QString &path : {u"funding/pools/bedrock-poc"_s, u"company/name"_s, u"useCases/nothing"_s,
                                    u"useCases"_s, u"contacts/../aws"_s, QString(2000, u'x')}) {
            const Answer answer = answerWithout(path);
            QVERIFY2(answer.caseId.isEmpty() || !founderform::compare({base, &base}, answer), qPrintable(path));
        }
    }

    void addedEntriesGetIdsOfTheirOwn()
    {
        const Worksheet base = sample();
        const QString workloads = u"useCases/assistant/workloads/new-1"_s;
        const Answer answer = answerOf(
            {answeredField(workloads + u"/name"_s, {}, u"Answers"_s),
             answeredField(workloads + u"/inputTokens"_s, {}, 4000),
             answeredField(u"contacts/new-2/firstName"_s, {}, u"Ada"_s),
             answeredField(u"contacts/new-2/lastName"_s, {}, u"Reyes"_s),
             answeredField(u"footprint/new-3/service"_s, {}, u"Amazon S3"_s),
             answeredField(workloads + u"/steps/new-4/month"_s, {}, 3),
             answeredField(workloads + u"/steps/new-4/multiplier"_s, {}, u"3"_s)},
            QJsonArray{workloads, u"contacts/new-2"_s, u"footprint/new-3"_s, QString(workloads + u"/steps/new-4"_s)});
        const auto rows = compared(base, &base, answer);
        QCOMPARE(rows.size(), 7U);
        QSet<QString> all;
        for (const ComparedAnswer &row : rows) {
            QCOMPARE(row.standing, Standing::Changed);
            QVERIFY(row.inAddedEntry);
            all.insert(row.path);
        }
        QCOMPARE(rows[1].above.last(), u"Answers"_s);
        const auto after = founderform::accepted(base, answer, all);
        QVERIFY(after);
        QCOMPARE(after->useCases[0].workloads[1].id, u"answers-2"_s);
        QCOMPARE(after->useCases[0].workloads[1].steps.at(0).month, 3);
        QCOMPARE(after->footprint[0].id, u"amazon-s3"_s);
        QVERIFY(after->facts.contains(u"useCases/assistant/workloads/answers-2/inputTokens"_s));
        QVERIFY(after->facts.contains(u"useCases/assistant/workloads/answers-2/steps/3/multiplier"_s));
        QVERIFY(after->facts.contains(u"contacts/ada-reyes/lastName"_s));
        // Read again, the answer adds nothing a second time.
        for (const ComparedAnswer &row : compared(*after, &base, answer))
            QVERIFY2(row.standing == Standing::Same, qPrintable(row.path));
    }

    void aContactThatIsRenamedStaysOneContact()
    {
        Worksheet ours = sample();
        ours.facts[u"contacts/jo-doe/email"_s] = {FactStatus::Implied, u"From the website."_s};
        const Answer answer = answerOf({answeredField(u"contacts/jo-doe/firstName"_s, u"Jo"_s, u"Joan"_s),
                                        answeredField(u"contacts/jo-doe/lastName"_s, u"Doe"_s, u"Roe"_s),
                                        answeredField(u"contacts/jo-doe/phone"_s, {}, u"+4930123456"_s)});
        const auto rows = compared(ours, &ours, answer);
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[2].standing, Standing::Changed);
        const auto after = founderform::accepted(ours, answer, {rows[0].path, rows[1].path, rows[2].path});
        QVERIFY(after);
        QCOMPARE(after->contacts.size(), 1U);
        QCOMPARE(after->contacts[0].phone, u"+4930123456"_s);
        QVERIFY(after->facts.contains(u"contacts/joan-roe/phone"_s));
        QVERIFY(after->facts.contains(u"contacts/joan-roe/email"_s));
        QVERIFY(!after->facts.contains(u"contacts/jo-doe/email"_s));
    }

    void twoFactsThatExcludeEachOtherAreRefusedTogether()
    {
        const Answer answer = answerOf({answeredField(u"useCases/assistant/workloads/answers/users"_s, {}, 200)});
        const auto after = founderform::accepted(sample(), answer, {u"useCases/assistant/workloads/answers/users"_s});
        QVERIFY(!after);
        QCOMPARE(after.error().problem, InputProblem::Contradiction);
    }

    void aMailKeepsTheAnswerWhole()
    {
        const QByteArray file = bytesOf(answerObject({answeredField(u"company/city"_s, {}, u"K\u00f6ln"_s)}));
        QByteArray mail = "Hello,\n> here it is:\n> -----BEGIN BRIEFSTACK ANSWER-----\r\n";
        const QByteArray packed = file.toBase64();
        for (qsizetype at = 0; at < packed.size(); at += 60)
            mail += "> " + packed.mid(at, 60) + "\r\n";
        mail += "> -----END BRIEFSTACK ANSWER-----\n\nBest\n";
        const auto answer = founderform::readAnswer(mail);
        QVERIFY(answer);
        QCOMPARE(answer->fields.at(0).is.text, u"K\u00f6ln"_s);
        QVERIFY(!founderform::readAnswer(mail.left(mail.indexOf("-----END"))));
        mail.insert(mail.indexOf("\r\n") + 10, '*');
        QVERIFY(!founderform::readAnswer(mail));
    }

    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
};

void TestAnswer::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("why");
    const QJsonObject good = answerObject({answeredField(kRequests, 5000, 8000)});
    const auto changed = [&good](const QString &key, const QJsonValue &value) {
        QJsonObject bad = good;
        bad.insert(key, value);
        return bytesOf(bad);
    };
    const auto field = [](const QString &path, const QJsonValue &was, const QJsonValue &is) {
        return bytesOf(answerObject({answeredField(path, was, is)}));
    };
    QTest::newRow("no JSON") << QByteArray("<script>alert(1)</script>") << u"is not valid JSON"_s;
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, ' ') << u"is too large"_s;
    QTest::newRow("cut short") << bytesOf(good).chopped(20) << u"is not valid JSON"_s;
    QTest::newRow("nested") << QByteArray(10'000, '[') << u"nested too deeply"_s;
    QTest::newRow("a worksheet") << changed(u"format"_s, u"briefstack-worksheet"_s) << u"is not one of"_s;
    QTest::newRow("a later version") << changed(u"version"_s, 2) << u"version 1"_s;
    QTest::newRow("no case") << changed(u"caseId"_s, u"../../etc/passwd"_s) << u"the id of a case"_s;
    QTest::newRow("nobody's") << changed(u"filledInBy"_s, u" \n "_s) << u"who filled the form in"_s;
    QTest::newRow("a name like a book") << changed(u"filledInBy"_s, QString(500, u'x')) << u"at most 120"_s;
    QTest::newRow("unknown key") << changed(u"run"_s, u"rm"_s) << u"\"run\" is not known"_s;
    QTest::newRow("wrong type of all") << changed(u"answers"_s, u"all"_s) << u"expected a list"_s;
    QByteArray twice = bytesOf(good);
    QTest::newRow("the same key twice") << twice.insert(1, R"("caseId":"x",)") << u"is there twice"_s;
    QTest::newRow("the same field twice")
        << bytesOf(answerObject({answeredField(kRequests, 5000, 1), answeredField(kRequests, 5000, 2)}))
        << u"answer each field once"_s;
    QTest::newRow("known and not known") << bytesOf(answerObject({QJsonObject{
        {u"field"_s, u"company/city"_s}, {u"was"_s, QJsonValue::Null}, {u"is"_s, u"Bonn"_s}, {u"unknown"_s, true}}}))
                                         << u"or that it is not known"_s;
    QTest::newRow("unknown as a word") << bytesOf(answerObject({QJsonObject{{u"field"_s, u"company/city"_s},
                                                                            {u"was"_s, QJsonValue::Null},
                                                                            {u"is"_s, QJsonValue::Null},
                                                                            {u"unknown"_s, u"yes"_s}}}))
                                       << u"expected"_s;
    QTest::newRow("a company that is not known") << bytesOf(answerObject({QJsonObject{
        {u"field"_s, u"company/name"_s}, {u"was"_s, u"Sample"_s}, {u"is"_s, QJsonValue::Null}, {u"unknown"_s, true}}}))
                                                 << u"is missing"_s;
    QTest::newRow("wrong type") << field(kRequests, 5000, u"many"_s) << u"expected a whole number"_s;
    QTest::newRow("out of range") << field(kRequests, 5000, -1) << u"out of range"_s;
    QTest::newRow("too long") << field(u"company/city"_s, {}, QString(5000, u'x')) << u"wrong length"_s;
    QTest::newRow("an object") << field(u"company/city"_s, {}, QJsonObject()) << u"expected a text"_s;
    QTest::newRow("a field of nobody") << field(u"company/password"_s, {}, u"x"_s) << u"names nothing that exists"_s;
    QTest::newRow("the partner's own") << field(u"partner/tier"_s, {}, u"premier"_s) << u"names nothing that exists"_s;
    QTest::newRow("a fact note") << field(u"facts/company/headcount/status"_s, {}, u"stated"_s)
                                 << u"names nothing that exists"_s;
    QTest::newRow("an ask") << field(u"funding/headroom"_s, {}, u"2"_s) << u"names nothing that exists"_s;
    QTest::newRow("an id") << field(u"useCases/assistant/id"_s, u"assistant"_s, u"other"_s)
                           << u"names nothing that exists"_s;
    QTest::newRow("no company") << field(u"company/name"_s, u"Sample"_s, {}) << u"is missing"_s;
    QTest::newRow("what the form never said") << field(kRequests, 9999, 8000) << u"the file says otherwise"_s;
    QTest::newRow("an entry of no list") << bytesOf(answerObject({}, {u"company/new-1"_s}))
                                         << u"names nothing that exists"_s;
    QTest::newRow("a pool") << bytesOf(
        answerObject({answeredField(u"funding/pools/new-1/programme"_s, {}, u"x"_s)}, {u"funding/pools/new-1"_s}))
                            << u"names nothing that exists"_s;
    QJsonArray crowd;
    for (int i = 1; i <= 150; ++i)
        crowd.append(QString(u"contacts/new-"_s + QString::number(i)));
    QTest::newRow("a crowd") << bytesOf(answerObject({}, crowd)) << u"no more than the list takes"_s;
}

void TestAnswer::hostileFilesAreRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, why);
    const Worksheet base = sample();
    const auto answer = founderform::readAnswer(file);
    domain::InputError error;
    if (!answer) {
        error = answer.error();
    } else {
        const auto rows = founderform::compare({base, &base}, *answer);
        QVERIFY(!rows);
        error = rows.error();
    }
    const QString said = messages::sentence(error);
    QVERIFY2(said.contains(why), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
