// Every field as text and back, driven by the one list of fields; what a field refuses, and the sentence it says then.
#include "messages/messages.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "worksheetfile/fullworksheet.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFieldText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsSetFromItsOwnText();
    void everyFieldThatMayBeEmptyIsCleared();
    void noFieldTakesWhatItCannotMean();
    void aFieldSaysWhatItCannotTake_data();
    void aFieldSaysWhatItCannotTake();
    void aFieldTakesWhatPeopleType_data();
    void aFieldTakesWhatPeopleType();
    void aRoundThatLosesItsLastFactIsNotGiven();
    void namesFieldsAsPeopleWould();
};

void TestFieldText::everyFieldIsSetFromItsOwnText()
{
    const domain::Worksheet full = support::fullWorksheet();
    const auto fields = session::givenFields(full);
    QVERIFY(fields.size() > 100);
    for (const session::FieldValue &field : fields) {
        if (field.path.startsWith(u"facts/"))
            continue; // a note is set with the note it rests on, not typed
        domain::Worksheet sheet = full;
        QCOMPARE(session::fieldText(sheet, field.path), field.text);
        const auto set = session::setFieldText(sheet, field.path, field.text);
        QVERIFY2(set, qPrintable(field.path));
        QVERIFY2(sheet == full, qPrintable(field.path));
        QVERIFY2(session::fieldInfo(full, field.path), qPrintable(field.path));
    }
}

void TestFieldText::everyFieldThatMayBeEmptyIsCleared()
{
    const domain::Worksheet full = support::fullWorksheet();
    for (const session::FieldValue &field : session::givenFields(full)) {
        if (field.path.startsWith(u"facts/"))
            continue;
        domain::Worksheet sheet = full;
        const auto set = session::setFieldText(sheet, field.path, u"  "_s);
        if (session::fieldInfo(full, field.path)->meta.required) {
            QVERIFY2(!set && set.error().problem == domain::InputProblem::MissingKey, qPrintable(field.path));
            QVERIFY(sheet == full);
        } else {
            QVERIFY2(set, qPrintable(field.path));
            QVERIFY2(sheet != full, qPrintable(field.path));
        }
    }
}

void TestFieldText::noFieldTakesWhatItCannotMean()
{
    const domain::Worksheet full = support::fullWorksheet();
    const QStringList hostile{u"\U0001F680\U0001F680"_s, u"-999999999999999999999"_s,
                              u"9"_s.repeated(400),      u"1.234,56"_s,
                              u"line one\nline two"_s,   u"x"_s.repeated(5000)};
    for (const session::FieldValue &field : session::givenFields(full)) {
        if (field.path.startsWith(u"facts/"))
            continue;
        for (const QString &text : hostile) {
            domain::Worksheet sheet = full;
            const auto set = session::setFieldText(sheet, field.path, text);
            if (set)
                continue; // texts take texts
            QVERIFY2(sheet == full, qPrintable(field.path));
            QCOMPARE(set.error().path, field.path);
            const QString sentence = messages::fieldSentence(set.error());
            QVERIFY2(sentence.size() > 10 && sentence.size() < 400, qPrintable(sentence));
            QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'?'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'\n'), qPrintable(sentence));
        }
    }
}

void TestFieldText::aFieldSaysWhatItCannotTake_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    const auto answers = u"useCases/id-1/workloads/id-2/"_s;
    QTest::newRow("13 digits") << u"aws/accountId"_s << u"1111-2222-33334"_s
                               << u"\"1111-2222-33334\" is not understood: enter 12 digits, and these are 13."_s;
    QTest::newRow("negative") << u"company/headcount"_s << u"-5"_s
                              << u"-5 is out of range: enter a whole number, 1 to 10,000,000."_s;
    QTest::newRow("huge") << u"company/headcount"_s << u"99999999999999999999"_s
                          << u"99999999999999999999 is out of range: enter a whole number, 1 to 10,000,000."_s;
    QTest::newRow("a year") << u"company/foundedYear"_s << u"22"_s
                            << u"22 is out of range: enter a whole number, 1800 to 2100."_s;
    QTest::newRow("a decimal comma")
        << u"aws/monthlySpendUsd"_s << u"7.000,50"_s
        << u"\"7.000,50\" is not understood: enter dollars with a point for cents, such as 7,000 or 1,250.50."_s;
    QTest::newRow("more than all") << answers + u"batchShare"_s << u"120"_s
                                   << u"120 is out of range: enter 0 to 100 percent."_s;
    QTest::newRow("a day that is none")
        << u"useCases/id-1/goLiveOn"_s << u"2027-02-30"_s
        << u"\"2027-02-30\" is not understood: enter a day such as 2027-01-31 or Jan 31, 2027."_s;
    QTest::newRow("too long") << u"company/name"_s << u"x"_s.repeated(121)
                              << u"This text of 121 characters is too long or too short: allowed is at most 120."_s;
    QTest::newRow("no name") << u"company/name"_s << QString()
                             << u"Company name cannot be empty; the figures go on with what was there last."_s;
    QTest::newRow("low after high")
        << answers + u"range/requestsPerDay"_s << u"8k to 3.5k"_s
        << u"\"8k to 3.5k\" is not understood: enter the least first, such as 3,500 to 8,000."_s;
}

void TestFieldText::aFieldSaysWhatItCannotTake()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    domain::Worksheet sheet = support::fullWorksheet();
    const auto set = session::setFieldText(sheet, path, typed);
    QVERIFY(!set);
    QCOMPARE(messages::fieldSentence(set.error()), sentence);
}

void TestFieldText::aFieldTakesWhatPeopleType_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const auto answers = u"useCases/id-1/workloads/id-2/"_s;
    QTest::newRow("5k") << answers + u"requestsPerDay"_s << u"5k"_s << u"5,000"_s;
    QTest::newRow("an account in groups") << u"aws/accountId"_s << u"1111 2222 3333"_s << u"1111-2222-3333"_s;
    QTest::newRow("percent") << answers + u"growthPerMonth"_s << u"4"_s << u"4"_s;
    QTest::newRow("cents") << u"aws/monthlySpendUsd"_s << u"$7,000.5"_s << u"7,000.50"_s;
    QTest::newRow("dollars") << u"aws/monthlySpendUsd"_s << u"7k"_s << u"7,000"_s;
    QTest::newRow("a phone") << u"contacts/firstname-lastname/phone"_s << u"+1 (206) 555-0100"_s << u"+12065550100"_s;
    QTest::newRow("a country") << u"company/country"_s << u"us"_s << u"US"_s;
    QTest::newRow("a range") << answers + u"range/requestsPerDay"_s << u"3.5k-8k"_s << u"3,500 to 8,000"_s;
    QTest::newRow("a written day") << u"useCases/id-1/goLiveOn"_s << u"Apr 12, 2027"_s << u"2027-04-12"_s;
    QTest::newRow("a written month") << u"funding/startMonth"_s << u"Jan 2027"_s << u"2027-01"_s;
    QTest::newRow("two models") << answers + u"alternatives"_s << u"amazon.nova-pro-v1:0; amazon.nova-lite-v1:0"_s
                                << u"amazon.nova-pro-v1:0\namazon.nova-lite-v1:0"_s;
}

void TestFieldText::aFieldTakesWhatPeopleType()
{
    QFETCH(QString, path);
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    domain::Worksheet sheet = support::fullWorksheet();
    const auto set = session::setFieldText(sheet, path, typed);
    QVERIFY2(set, set ? "" : qPrintable(messages::fieldSentence(set.error())));
    QCOMPARE(session::fieldText(sheet, path), shown);
}

void TestFieldText::aRoundThatLosesItsLastFactIsNotGiven()
{
    domain::Worksheet sheet;
    QVERIFY(session::setFieldText(sheet, u"company/lastRound/amountUsd"_s, u"9m"_s));
    QCOMPARE(sheet.company.lastRound->amountUsd, domain::Money::fromDollars(9'000'000));
    QVERIFY(session::setFieldText(sheet, u"company/lastRound/amountUsd"_s, {}));
    QVERIFY(!sheet.company.lastRound);
}

void TestFieldText::namesFieldsAsPeopleWould()
{
    domain::Worksheet sheet = support::fullWorksheet();
    sheet.useCases[0].workloads[0].name = u"Assistant answers"_s;
    const auto answers = u"useCases/id-1/workloads/id-2"_s;
    QCOMPARE(session::fieldName(sheet, answers + u"/requestsPerDay"), u"Requests a day of Assistant answers"_s);
    QCOMPARE(session::fieldNameInside(sheet, answers + u"/requestsPerDay"), u"requests a day of Assistant answers"_s);
    QCOMPARE(session::fieldName(sheet, answers), u"Assistant answers"_s);
    QCOMPARE(session::fieldNameInside(sheet, u"aws/monthlySpendUsd"_s), u"AWS bill today"_s);
    QCOMPARE(session::fieldName(sheet, u"company/website"_s), u"Website"_s);
    QCOMPARE(session::fieldName(sheet, u"no/such"_s), u"no/such"_s);
    // What a figure rests on is said by the figure's name, once.
    domain::Worksheet changed = sheet;
    changed.useCases[0].workloads[0].requestsPerDay = 77;
    changed.facts[answers + u"/requestsPerDay"] = {domain::FactStatus::Assumed, u"A guess."_s};
    changed.facts[u"company/website"_s] = {domain::FactStatus::Implied, u"From the signature."_s};
    QStringList names = session::changedFieldNames(sheet, changed);
    names.sort();
    QCOMPARE(names, (QStringList{u"Requests a day of Assistant answers"_s, u"Website"_s}));
}

QTEST_APPLESS_MAIN(TestFieldText)
#include "tst_fieldtext.moc"
