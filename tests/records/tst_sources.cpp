// What a record's fields are made of.
#include "records/sources.h"

#include "records/stackfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCloseDateIsOfTheGoLiveAlone()
    {
        domain::Worksheet worksheet = records::seriesA();
        const domain::UseCase &useCase = worksheet.useCases.front();
        QCOMPARE(records::sourcesOf(worksheet, u"records/bedrock-poc/targetCloseDate"_s),
                 QStringList{u"useCases/"_s + useCase.id + u"/goLiveOn"_s});
    }

    void theProblemIsOfItsFourTexts()
    {
        const domain::Worksheet worksheet = records::seriesA();
        const QString of = u"useCases/"_s + worksheet.useCases.front().id + u'/';
        QCOMPARE(records::sourcesOf(worksheet, u"records/bedrock-poc/problem"_s),
                 (QStringList{of + u"problem"_s, of + u"whyNow"_s, of + u"solution"_s, of + u"successMetric"_s}));
    }

    void aCustomersFieldIsItsOwn()
    {
        QVERIFY(records::sourcesOf(records::seriesA(), u"company/name"_s).isEmpty());
        QVERIFY(records::sourcesOf(records::seriesA(), u"records/bedrock-poc"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
