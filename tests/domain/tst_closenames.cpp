// Close names: the slips people make; and the words of enumerations.
#include "domain/closenames.h"
#include "domain/vocabulary.h"
#include "support/cputime.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::closeNames;

namespace {

const QStringList &names()
{
    static const QStringList kNames{u"requestsPerDay"_s,    u"inputTokens"_s,       u"outputTokens"_s, u"model"_s,
                                    u"Claude Sonnet 4.6"_s, u"Claude Sonnet 4.5"_s, u"Nova Lite"_s};
    return kNames;
}

template <class Enum>
void checkWords(qsizetype count)
{
    const QStringList &words = domain::wordsOf(Enum{});
    QCOMPARE(words.size(), count);
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), count);
    for (qsizetype i = 0; i < count; ++i)
        QCOMPARE(domain::wordOf(static_cast<Enum>(i)), words[i]);
}

} // namespace

class TestCloseNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("two letters swapped") << u"requetsPerDay"_s << u"requestsPerDay"_s;
        QTest::newRow("a letter missing") << u"inputToken"_s << u"inputTokens"_s;
        QTest::newRow("other case") << u"INPUTTOKENS"_s << u"inputTokens"_s;
        QTest::newRow("a part") << u"sonnet 4.6"_s << u"Claude Sonnet 4.6"_s;
        QTest::newRow("the closest of two") << u"claude sonet 4.5"_s << u"Claude Sonnet 4.5"_s;
        QTest::newRow("more than the name") << u"the model"_s << u"model"_s;
        QTest::newRow("exactly") << u"Nova Lite"_s << u"Nova Lite"_s;
    }
    void findsWhatWasMeant()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        const QStringList close = closeNames(text, names());
        QVERIFY(!close.isEmpty());
        QCOMPARE(close.first(), first);
        QVERIFY(close.size() <= 3);
    }

    void isSilentAboutWhatNobodyMeant()
    {
        QVERIFY(closeNames(u"completely different thing"_s, names()).isEmpty());
        QVERIFY(closeNames(u""_s, names()).isEmpty());
        QVERIFY(closeNames(u"model"_s, {}).isEmpty());
        QVERIFY(closeNames(u"inputTokens"_s, names(), 0).isEmpty());
    }

    void staysQuickWithLongTexts()
    {
        QStringList many;
        for (int i = 0; i < 300; ++i)
            many.append(QString(200, u'a') + QString::number(i));
        const support::CpuTime time;
        QVERIFY(closeNames(QString(1'000'000, u'a'), many).isEmpty());
        closeNames(QString(80, u'b'), many);
        QVERIFY2(time.milliseconds() < support::kAboutASecond, qPrintable(QString::number(time.milliseconds())));
    }

    void enumerationsHaveAWordForEachValue()
    {
        checkWords<domain::Stage>(6);
        checkWords<domain::Scope>(2);
        checkWords<domain::Tier>(3);
        checkWords<domain::CacheTtl>(2);
        checkWords<domain::Commitment>(3);
        checkWords<domain::Route>(2);
        checkWords<domain::ContactRole>(4);
        checkWords<domain::PartnerTier>(4);
        checkWords<domain::FactStatus>(4);
        QCOMPARE(domain::wordOf(domain::Stage::SeriesBPlus), u"series-b-plus"_s);
        QCOMPARE(domain::wordOf(domain::CacheTtl::OneHour), u"1h"_s);
        QCOMPARE(domain::wordOf(domain::Commitment::SixMonths), u"6-month"_s);
        QCOMPARE(domain::wordOf(domain::Route::OrgId), u"org-id"_s);
    }
};

QTEST_GUILESS_MAIN(TestCloseNames)
#include "tst_closenames.moc"
