// What a company is called when there is little room.
#include "records/companyname.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCompanyName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void legalFormsOfManyCountriesGo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const std::pair<QString, QString> rows[] = {
            {u"Northwind Support Software"_s, u"Northwind Support Software"_s},
            {u"Harbour & Keel Marine Insurance plc"_s, u"Harbour & Keel Marine Insurance"_s},
            {u"Acme, Inc."_s, u"Acme"_s},
            {u"acme inc"_s, u"acme"_s},
            {u"Acme LLC"_s, u"Acme"_s},
            {u"Acme L.L.C."_s, u"Acme"_s},
            {u"Acme Corporation"_s, u"Acme"_s},
            {u"Acme Co., Ltd."_s, u"Acme"_s},
            {u"Acme Holdings Limited"_s, u"Acme Holdings"_s},
            {u"Müller Maschinenbau GmbH"_s, u"Müller Maschinenbau"_s},
            {u"Adler Werke GmbH & Co. KG"_s, u"Adler Werke"_s},
            {u"Adler Werke UG (haftungsbeschränkt)"_s, u"Adler Werke"_s},
            {u"Nordlicht AG"_s, u"Nordlicht"_s},
            {u"Boulangerie du Port SARL"_s, u"Boulangerie du Port"_s},
            {u"Lumière S.A.S."_s, u"Lumière"_s},
            {u"Lumière SA"_s, u"Lumière"_s},
            {u"Tulp Data B.V."_s, u"Tulp Data"_s},
            {u"Fjord Data AS"_s, u"Fjord Data"_s},
            {u"Älg Analys AB (publ)"_s, u"Älg Analys"_s},
            {u"Smørrebrød A/S"_s, u"Smørrebrød"_s},
            {u"Hygge ApS"_s, u"Hygge"_s},
            {u"Suomi Pilvi Oy"_s, u"Suomi Pilvi"_s},
            {u"Tallinn Tech OÜ"_s, u"Tallinn Tech"_s},
            {u"Bianchi & Figli S.p.A."_s, u"Bianchi & Figli"_s},
            {u"Rossi S.r.l."_s, u"Rossi"_s},
            {u"Datos del Sur, S.L."_s, u"Datos del Sur"_s},
            {u"Nubes S.A. de C.V."_s, u"Nubes"_s},
            {u"Nubes S. de R.L. de C.V."_s, u"Nubes"_s},
            {u"Nuvem Ltda."_s, u"Nuvem"_s},
            {u"Kraków Dane Sp. z o.o."_s, u"Kraków Dane"_s},
            {u"Praha Data s.r.o."_s, u"Praha Data"_s},
            {u"Zagreb Podaci d.o.o."_s, u"Zagreb Podaci"_s},
            {u"Koala Cloud Pty Ltd"_s, u"Koala Cloud"_s},
            {u"Merlion Pte. Ltd."_s, u"Merlion"_s},
            {u"Kolam Private Limited"_s, u"Kolam"_s},
            {u"Sakura K.K."_s, u"Sakura"_s},
            {u"株式会社さくら"_s, u"さくら"_s},
            {u"さくら株式会社"_s, u"さくら"_s},
            {u"(주)한강"_s, u"한강"_s},
            {u"长江有限公司"_s, u"长江"_s},
            {u"PT Awan Nusantara Tbk"_s, u"Awan Nusantara"_s},
            {u"ООО Ромашка"_s, u"Ромашка"_s},
        };
        for (const auto &[name, expected] : rows)
            QTest::newRow(qPrintable(name)) << name << expected;
    }
    void legalFormsOfManyCountriesGo()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(records::withoutLegalForm(name), expected);
    }

    void whatOnlyLooksLikeALegalFormStays_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"Smith & Co."_s, u"Inc"_s, u"Blue Lagoon Spa"_s, u"The Limited"_s,
                                    u"Plant Based As"_s, u"Coinc"_s, u"Talent CV"_s, u"株式会社"_s, u"Marks and Co"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void whatOnlyLooksLikeALegalFormStays()
    {
        QFETCH(QString, name);
        QCOMPARE(records::withoutLegalForm(name), name);
    }

    void generalWordsGoOneByOne()
    {
        QCOMPARE(records::withoutGeneralWords(u"Northwind Support Software"_s),
                 (QStringList{u"Northwind Support Software"_s, u"Northwind Support"_s}));
        QCOMPARE(records::withoutGeneralWords(u"Aerie Cloud Technologies Group"_s),
                 (QStringList{u"Aerie Cloud Technologies Group"_s, u"Aerie Cloud Technologies"_s, u"Aerie Cloud"_s}));
        QCOMPARE(records::withoutGeneralWords(u"Software"_s), QStringList{u"Software"_s});
    }

    void noJointIsLeftDangling()
    {
        QCOMPARE(records::withoutLastWord(u"Bread and Butter"_s), u"Bread"_s);
        QCOMPARE(records::withoutLastWord(u"Assistant for the brokers"_s), u"Assistant"_s);
        QCOMPARE(records::withoutLastWord(u"Search, ranking"_s), u"Search"_s);
        QCOMPARE(records::withoutLastWord(u"Search"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestCompanyName)
#include "tst_companyname.moc"
