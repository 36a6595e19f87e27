// The one list of fields is complete: every member of every struct of the worksheet is in it, once, with a label.
#include "domain/closenames.h"
#include "domain/fields.h"
#include "domain/vocabulary.h"
#include "support/sourcefolder.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

struct Listed {
    QString name;
    QStringList keys;
    QStringList unlabelled;
};

template <class Struct>
Listed listed(const QString &name)
{
    Listed list{name, {}, {}};
    Struct value;
    visitFields(value, [&list](const FieldMeta &meta, auto &, auto) {
        list.keys.append(QString::fromLatin1(meta.key));
        if (QLatin1StringView(meta.label).isEmpty())
            list.unlabelled.append(list.keys.last());
    });
    return list;
}

QList<Listed> everyStruct()
{
    return {listed<Round>(u"Round"_s),
            listed<Company>(u"Company"_s),
            listed<Contact>(u"Contact"_s),
            listed<PriorCredit>(u"PriorCredit"_s),
            listed<AwsAccount>(u"AwsAccount"_s),
            listed<Step>(u"Step"_s),
            listed<Provisioned>(u"Provisioned"_s),
            listed<VolumeRange>(u"VolumeRange"_s),
            listed<Workload>(u"Workload"_s),
            listed<ServiceUse>(u"ServiceUse"_s),
            listed<UseCase>(u"UseCase"_s),
            listed<PoolRequest>(u"PoolRequest"_s),
            listed<Funding>(u"Funding"_s),
            listed<RecordFacts>(u"RecordFacts"_s),
            listed<Person>(u"Person"_s),
            listed<Partner>(u"Partner"_s),
            listed<Fact>(u"Fact"_s),
            listed<Worksheet>(u"Worksheet"_s)};
}

/// The members of each struct, as the header declares them.
QHash<QString, QStringList> declaredMembers()
{
    QFile header(support::sourcePath(u"app/domain/worksheet.h"_s));
    if (!header.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(header.readAll());
    QHash<QString, QStringList> members;
    static const QRegularExpression kStruct(u"struct (\\w+) \\{(.*?)\\n\\};"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression kMember(u"^    [\\w:<>, ]+ (\\w+)(?: = [^;]+)?;"_s,
                                            QRegularExpression::MultilineOption);
    auto structs = kStruct.globalMatch(text);
    while (structs.hasNext()) {
        const auto found = structs.next();
        auto each = kMember.globalMatch(found.captured(2));
        while (each.hasNext())
            members[found.captured(1)].append(each.next().captured(1));
    }
    return members;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

class FieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberOfTheWorksheetIsListedOnce();
    void everyFieldHasALabel();
    void everyEnumerationHasItsWords();
    void countriesAndIndustriesAreComplete();
    void closeNamesComeClosestFirst_data();
    void closeNamesComeClosestFirst();
};

void FieldsTest::everyMemberOfTheWorksheetIsListedOnce()
{
    const QHash<QString, QStringList> declared = declaredMembers();
    const QList<Listed> lists = everyStruct();
    QCOMPARE(lists.size(), declared.size());
    for (const Listed &list : lists)
        QCOMPARE(sorted(list.keys), sorted(declared.value(list.name)));
}

void FieldsTest::everyFieldHasALabel()
{
    for (const Listed &list : everyStruct())
        QVERIFY2(list.unlabelled.isEmpty(), qPrintable(QString(list.name + u": " + list.unlabelled.join(u", "))));
}

void FieldsTest::everyEnumerationHasItsWords()
{
    QCOMPARE(wordOf(Stage::SeriesBPlus), u"series-b-plus"_s);
    QCOMPARE(wordsOf(Stage{}).size(), int(Stage::Established) + 1);
    QCOMPARE(wordsOf(Scope{}).size(), int(Scope::Global) + 1);
    QCOMPARE(wordsOf(Tier{}).size(), int(Tier::Flex) + 1);
    QCOMPARE(wordsOf(CacheTtl{}).size(), int(CacheTtl::OneHour) + 1);
    QCOMPARE(wordsOf(Commitment{}).size(), int(Commitment::SixMonths) + 1);
    QCOMPARE(wordsOf(Route{}).size(), int(Route::OrgId) + 1);
    QCOMPARE(wordsOf(ContactRole{}).size(), int(ContactRole::Other) + 1);
    QCOMPARE(wordsOf(PartnerTier{}).size(), int(PartnerTier::Premier) + 1);
    QCOMPARE(wordsOf(FactStatus{}).size(), int(FactStatus::Unknown) + 1);
}

void FieldsTest::countriesAndIndustriesAreComplete()
{
    QCOMPARE(industries().size(), 28);
    QCOMPARE(countryCodes().size(), 249);
    QCOMPARE(countryCodes(), sorted(countryCodes()));
    for (const QString &code : {u"US"_s, u"DE"_s, u"KP"_s, u"ZW"_s})
        QVERIFY(countryCodes().contains(code));
    for (const QString &code : {u"AN"_s, u"UK"_s, u"XK"_s, u""_s})
        QVERIFY(!countryCodes().contains(code));
}

void FieldsTest::closeNamesComeClosestFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("close");
    QTest::newRow("one slip") << u"headcuont"_s << QStringList{u"headcount"_s};
    QTest::newRow("case does not matter") << u"HEADCOUNT"_s << QStringList{u"headcount"_s};
    QTest::newRow("a part") << u"tokens"_s << QStringList{u"outputTokens"_s, u"inputTokens"_s};
    QTest::newRow("closest first") << u"nputTokens"_s << QStringList{u"inputTokens"_s, u"outputTokens"_s};
    QTest::newRow("nothing like it") << u"zzzzzzzz"_s << QStringList();
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("far too long") << QString(100'000, u'a') << QStringList();
}

void FieldsTest::closeNamesComeClosestFirst()
{
    QFETCH(QString, text);
    QFETCH(QStringList, close);
    QCOMPARE(closeNames(text, {u"outputTokens"_s, u"headcount"_s, u"inputTokens"_s}), close);
}

QTEST_GUILESS_MAIN(FieldsTest)
#include "tst_fields.moc"
