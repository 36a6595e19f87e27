// The rates that a case was computed with: kept with each revision, once for all that share them, and gone with the last.
#include "db/casefixture.h"
#include "db/check.h"
#include "db/exchange.h"
#include "db/repair.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;
using fixture::draft;
using fixture::noon;

class TestCaseRates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"cases.briefstack"_s);
    }

    void ratesStayWithTheirRevision()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        ports::CaseDraft first = draft(u"Northwind"_s);
        first.rateRows = "{\"rates\": \"of the first save\"}";
        const auto id = store->add(first, noon());
        VERIFY_OK(id);
        VERIFY_OK(store->update(*id, first, 1, noon(1)));
        ports::CaseDraft second = first;
        second.rateRows = "{\"rates\": \"newer\"}";
        VERIFY_OK(store->update(*id, second, 2, noon(2)));
        ports::CaseDraft bare = draft(u"Contoso"_s);
        const auto other = store->add(bare, noon(3));
        VERIFY_OK(other);
        QCOMPARE(store->load(*id)->rateRows, second.rateRows);
        QCOMPARE(store->load(*other)->rateRows, QByteArray());
        // Two saves with the same rates hold them once, and rates go with their last revision.
        fixture::RawDatabase raw(m_path);
        QCOMPARE(raw.text(u"SELECT count(*) FROM rate_rows"_s), u"2"_s);
        QVERIFY(raw.run(u"PRAGMA foreign_keys = ON; DELETE FROM case_revision WHERE case_id = 1 AND revision = 1"_s));
        QCOMPARE(raw.text(u"SELECT count(*) FROM rate_rows"_s), u"2"_s);
        QVERIFY(raw.run(u"PRAGMA foreign_keys = ON; DELETE FROM case_revision WHERE case_id = 1 AND revision = 2"_s));
        QCOMPARE(raw.text(u"SELECT count(*) FROM rate_rows"_s), u"1"_s);
        // Rates that changed on the disk are not those of the save.
        QVERIFY(raw.run(u"UPDATE rate_rows SET book = '{}'"_s));
        const auto spoiled = store->load(*id);
        QVERIFY(!spoiled);
        QCOMPARE(spoiled.error().kind, Kind::Corrupt);
    }

    void damagedRatesAreNamedNotCarriedAlongAndCanBeRepaired()
    {
        ports::CaseDraft northwind = draft(u"Northwind"_s);
        northwind.rateRows = "{\"rates\": 1}";
        const auto id = fixture::open(m_path)->add(northwind, noon());
        VERIFY_OK(id);
        spoilRates();
        const auto checked = db::check(m_path);
        VERIFY_OK(checked);
        QCOMPARE(checked->problems, (std::vector<ports::Problem>{{ports::Damage::Rates, *id, 1}}));
        QVERIFY(checked->canBeRepaired());
        const QString copy = m_folder->filePath(u"copy.briefstack"_s);
        const auto exported = db::exportCase(m_path, *id, copy);
        QVERIFY(!exported);
        QCOMPARE(exported.error().kind, Kind::Corrupt);
        QVERIFY(!QFile::exists(copy));
        const auto repaired = db::repair(m_path, noon(1));
        VERIFY_OK(repaired);
        QVERIFY(std::ranges::find(repaired->done, ports::Repaired{ports::Repair::DroppedRates, 1})
                != repaired->done.end());
        QVERIFY(repaired->after.isSound());
        const auto loaded = fixture::open(m_path)->load(*id);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->worksheet, northwind.worksheet);
        QCOMPARE(loaded->rateRows, QByteArray());
    }

    void aSaveWithTheSameRatesPutsThemRight()
    {
        ports::CaseDraft northwind = draft(u"Northwind"_s);
        northwind.rateRows = "{\"rates\": 1}";
        const auto store = fixture::open(m_path);
        const auto first = store->add(northwind, noon());
        VERIFY_OK(first);
        spoilRates();
        ports::CaseDraft contoso = draft(u"Contoso"_s);
        contoso.rateRows = northwind.rateRows;
        const auto second = store->add(contoso, noon(1));
        VERIFY_OK(second);
        QCOMPARE(store->load(*second)->rateRows, northwind.rateRows);
        QCOMPARE(store->load(*first)->rateRows, northwind.rateRows);
    }

    /// The history is thinned by the program itself, in which the file's triggers are off until its schema is known.
    void ratesGoWithARevisionThatIsForgotten()
    {
        constexpr int kSaves = 96;
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto id = store->add(draft(u"Northwind"_s), noon());
        VERIFY_OK(id);
        for (int revision = 1; revision < kSaves; ++revision) {
            ports::CaseDraft saved = draft(u"Northwind"_s);
            saved.rateRows = "{\"rates\": " + QByteArray::number(revision) + "}";
            VERIFY_OK(store->update(*id, saved, revision, noon(1)));
        }
        const auto kept = store->revisions(*id);
        VERIFY_OK(kept);
        QVERIFY(kept->size() < std::size_t{kSaves});
        fixture::RawDatabase raw(m_path);
        // The first revision has no rates.
        QCOMPARE(raw.text(u"SELECT count(*) FROM rate_rows"_s), QString::number(kept->size() - 1));
    }

    void ratesGoAlongWithAnExportedCase()
    {
        const QString out = m_folder->filePath(u"one.briefstack"_s);
        ports::CaseDraft saved = draft(u"Northwind"_s);
        saved.rateRows = "{\"rates\": \"of the save\"}";
        QString id;
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store);
            const auto added = store->add(saved, noon());
            VERIFY_OK(added);
            id = *added;
        }
        VERIFY_OK(db::exportCase(m_path, id, out));
        const auto copy = fixture::open(out);
        QVERIFY(copy);
        const auto loaded = copy->load(id);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->rateRows, saved.rateRows);
    }

private:
    void spoilRates()
    {
        fixture::RawDatabase raw(m_path);
        QVERIFY(raw.run(u"UPDATE rate_rows SET book = book || ' '"_s));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCaseRates)
#include "tst_caserates.moc"
