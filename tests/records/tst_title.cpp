// Project.Title: at most 60 characters, whatever the names are.
#include "records/english.h"
#include "records/title.h"

#include <QTest>

using namespace Qt::StringLiterals;
using records::composeTitle;
using records::kTitleLength;
using records::Title;

class TestTitle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesCompanyUseCaseAndPhase_data()
    {
        QTest::addColumn<QString>("company");
        QTest::addColumn<QStringList>("useCases");
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QString>("expected");
        const QStringList assistant{u"In-product support assistant"_s};
        QTest::newRow("sample POC") << u"Northwind Support Software"_s << assistant << u"POC"_s
                                    << u"Northwind Support: In-product support assistant, POC"_s;
        QTest::newRow("sample production") << u"Northwind Support Software"_s << assistant << u"production"_s
                                           << u"Northwind Support: In-product support assistant, production"_s;
        QTest::newRow("all fits") << u"Ledgerline GmbH"_s << QStringList{u"Receipt agent"_s} << u"POC"_s
                                  << u"Ledgerline: Receipt agent, POC"_s;
        QTest::newRow("general words stay while they fit")
            << u"Ledgerline Software"_s << QStringList{u"Receipt agent"_s} << u"POC"_s
            << u"Ledgerline Software: Receipt agent, POC"_s;
        QTest::newRow("the phase first") << u"Harbour & Keel Marine Insurance plc"_s
                                         << QStringList{u"Claims triage agent"_s} << u"production"_s
                                         << u"Harbour & Keel Marine Insurance: Claims triage agent, prod"_s;
        QTest::newRow("then the use case")
            << u"Harbour & Keel Marine Insurance plc"_s
            << QStringList{u"Claims triage and desk routing for cargo claims"_s} << u"POC"_s
            << u"Harbour & Keel Marine Insurance: Claims triage and desk, POC"_s;
        QTest::newRow("the company last")
            << u"Vereinigte Norddeutsche Transportversicherung von Achtzehnhundert"_s
            << QStringList{u"Schadenmeldungen"_s} << u"POC"_s << u"Vereinigte Norddeutsche: Schadenmeldungen, POC"_s;
        QTest::newRow("two use cases") << u"Ledgerline"_s << QStringList{u"Receipts"_s, u"Taxes"_s} << u"POC"_s
                                       << u"Ledgerline: Receipts and Taxes, POC"_s;
        QTest::newRow("more than fit") << u"Ledgerline"_s
                                       << QStringList{u"Receipt agent"_s, u"Tax advice for sole traders"_s,
                                                      u"Invoices"_s}
                                       << u"POC"_s << u"Ledgerline: Receipt agent and 2 more, POC"_s;
        QTest::newRow("no use case") << u"Ledgerline"_s << QStringList() << u"production"_s
                                     << u"Ledgerline: AWS platform, production"_s;
        QTest::newRow("no phase") << u"Ledgerline"_s << QStringList{u"Activate Founders"_s} << QString()
                                  << u"Ledgerline: Activate Founders"_s;
    }
    void namesCompanyUseCaseAndPhase()
    {
        QFETCH(QString, company);
        QFETCH(QStringList, useCases);
        QFETCH(QString, phase);
        QFETCH(QString, expected);
        QCOMPARE(composeTitle({company, useCases, phase}).text, expected);
    }

    void saysWhenWordsAreLost()
    {
        QVERIFY(
            !composeTitle({u"Northwind Support Software"_s, {u"In-product support assistant"_s}, u"POC"_s}).lostWords);
        QVERIFY(composeTitle({u"Northwind"_s, {u"word "_s.repeated(20).trimmed()}, u"POC"_s}).lostWords);
    }

    void neverExceedsSixtyCharacters_data()
    {
        QTest::addColumn<QString>("company");
        QTest::addColumn<QString>("useCase");
        QTest::addColumn<QString>("phase");
        const QString family = u"\U0001F469\u200D\U0001F469\u200D\U0001F467"_s;
        QTest::newRow("one long word each") << QString(120, u'x') << QString(120, u'y') << QString(255, u'z');
        QTest::newRow("many words") << u"word "_s.repeated(24) << u"claim "_s.repeated(20) << u"phase "_s.repeated(40);
        QTest::newRow("emoji") << family.repeated(20) << family.repeated(20) << u"POC"_s;
        QTest::newRow("Japanese") << u"東京海上日動火災保険"_s.repeated(10) << u"お客様対応の自動化"_s.repeated(10)
                                  << u"POC"_s;
        QTest::newRow("Arabic") << u"شركة التأمين البحري "_s.repeated(6) << u"مساعد الدعم "_s.repeated(8) << u"POC"_s;
        QTest::newRow("no words at all") << u"& , -"_s << u"..."_s << QString();
    }
    void neverExceedsSixtyCharacters()
    {
        QFETCH(QString, company);
        QFETCH(QString, useCase);
        QFETCH(QString, phase);
        for (const int ordinal : {1, 2, 10}) {
            const Title title = composeTitle({company, {useCase}, phase, ordinal});
            QVERIFY2(records::codePoints(title.text) <= kTitleLength, qPrintable(title.text));
            QVERIFY(!title.text.trimmed().isEmpty());
            QCOMPARE(QString::fromUtf8(title.text.toUtf8()), title.text); // no half of a surrogate pair
            if (ordinal > 1)
                QVERIFY2(title.text.contains(QString::number(ordinal)), qPrintable(title.text));
        }
    }

    void cutsNoVisibleSign()
    {
        const QString family = u"\U0001F469\u200D\U0001F469\u200D\U0001F467"_s;
        QCOMPARE(records::leftCodePoints(family + family, 9), family);
        QCOMPARE(records::leftCodePoints(u"e\u0301e\u0301"_s, 3), u"e\u0301"_s);
    }

    void aGivenTitleStaysAsItIsWhenItFits()
    {
        QCOMPARE(records::fittedTitle(u"Our own title"_s, 1).text, u"Our own title"_s);
        const Title cut = records::fittedTitle(u"word "_s.repeated(20), 1);
        QCOMPARE(cut.text, u"word "_s.repeated(12).trimmed());
        QVERIFY(cut.lostWords);
        QCOMPARE(records::fittedTitle(u"Our own title"_s, 2).text, u"Our own title 2"_s);
    }
};

QTEST_GUILESS_MAIN(TestTitle)
#include "tst_title.moc"
