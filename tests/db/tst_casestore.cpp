// The case file as its users see it: what goes in comes out, in order, whole, found by words, and guarded against another
// program's change.
#include "db/casefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;
using fixture::draft;
using fixture::noon;

namespace {

QStringList companies(ports::CaseStore &store, const ports::ListFilter &filter)
{
    QStringList names;
    const auto cases = store.list(filter);
    if (!cases)
        return {u"error %1: %2"_s.arg(static_cast<int>(cases.error().kind)).arg(cases.error().detail)};
    for (const ports::CaseSummary &one : *cases)
        names += one.company;
    return names;
}

} // namespace

class TestCaseStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"partner cases #1 100%.briefstack"_s);
    }

    void aCaseComesBackAsItWasSaved()
    {
        const ports::CaseDraft saved = draft(u"Ünïcode <img src=x> =1+1 \"Quote' 株式会社"_s, u"https://a.example/"_s,
                                             u"🙂 \u202eright to left\n"_s + QString(20'000, u'x'));
        QString id;
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store);
            const auto added = store->add(saved, noon());
            VERIFY_OK(added);
            id = *added;
        }
        const auto store = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(store);
        const auto loaded = store->load(id);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->worksheet, saved.worksheet);
        QCOMPARE(loaded->rateBookId, saved.rateBookId);
        QCOMPARE(loaded->rateBookSha256, saved.rateBookSha256);
        QCOMPARE(loaded->evaluatedOn, saved.evaluatedOn);
        QCOMPARE(loaded->summary.id, id);
        QCOMPARE(loaded->summary.company, u"Ünïcode <img src=x> =1+1 \"Quote' 株式会社"_s);
        QCOMPARE(loaded->summary.website, u"https://a.example/"_s);
        QCOMPARE(loaded->summary.stage, u"seed"_s);
        QCOMPARE(loaded->summary.status, u"drafting"_s);
        QCOMPARE(loaded->summary.revision, 1);
        QCOMPARE(loaded->summary.updatedAt, noon());
        QVERIFY(loaded->summary.records == saved.records);
    }

    void aWorksheetWithoutWebsiteOrStageIsListedWithoutThem()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        ports::CaseDraft bare = draft(u"Bare"_s);
        bare.worksheet = R"({"format": "briefstack-worksheet", "version": 1, "company": {"name": "Bare"}})";
        bare.records.clear();
        VERIFY_OK(store->add(bare, noon()));
        const auto cases = store->list({});
        VERIFY_OK(cases);
        QCOMPARE(cases->size(), std::size_t{1});
        QCOMPARE(cases->front().website, QString());
        QCOMPARE(cases->front().stage, QString());
        QVERIFY(cases->front().records.empty());
    }

    void aNewFileIsForItsOwnerOnlyAndAlone()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        const auto ownerOnly =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFileInfo(m_path).permissions(), ownerOnly);
        const QDir folder(m_folder->path());
        QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden), QStringList{QFileInfo(m_path).fileName()});
    }

    void aNewFileAppearsWithItsFirstCommitOnly()
    {
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store && store->begin());
            VERIFY_OK(store->add(draft(u"Never committed"_s), noon()));
            QVERIFY(!QFileInfo::exists(m_path));
            store->rollback();
        }
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
        QVERIFY(fixture::makeCases(m_path, 2));
        QCOMPARE(fixture::caseCount(m_path), 2);
    }

    void aStoreGoesOnAfterItsNewFileGotItsName()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto first = store->add(draft(u"First"_s), noon());
        VERIFY_OK(first);
        VERIFY_OK(store->add(draft(u"Second"_s), noon(1)));
        const auto updated = store->update(*first, draft(u"First again"_s), 1, noon(2));
        VERIFY_OK(updated);
        QCOMPARE(fixture::caseCount(m_path), 2);
    }

    void aFileThatSomeoneElseMadeMeanwhileIsNotReplaced()
    {
        const auto mine = fixture::open(m_path);
        QVERIFY(mine && mine->begin() && mine->add(draft(u"Mine"_s), noon()));
        QVERIFY(fixture::makeCases(m_path, 3));
        const auto committed = mine->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, Kind::Exists);
        QCOMPARE(fixture::caseCount(m_path), 3);
        const auto afterwards = mine->list({});
        QVERIFY(!afterwards);
        QCOMPARE(afterwards.error().kind, Kind::Exists);
    }

    void makingAFileOverAnotherIsRefused()
    {
        fixture::writeBytes(m_path, "precious");
        const auto made = db::makeCaseFile(m_path);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Kind::Exists);
        QCOMPARE(fixture::bytesOf(m_path), QByteArray("precious"));
    }

    void anEmptyFileMadeAtOnceOpens()
    {
        QVERIFY(db::makeCaseFile(m_path));
        QCOMPARE(fixture::caseCount(m_path), 0);
    }

    void casesAreListedLastChangedFirst()
    {
        QVERIFY(fixture::makeCases(m_path, 4));
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto cases = store->list({});
        VERIFY_OK(cases);
        // The clock may stand still or go back: the order of saves counts.
        VERIFY_OK(store->update(cases->at(2).id, draft(u"Company 1"_s), 1, noon(-5)));
        QCOMPARE(companies(*store, {}), (QStringList{u"Company 1"_s, u"Company 3"_s, u"Company 2"_s, u"Company 0"_s}));
        QCOMPARE(companies(*store, {{}, {}, 2}), (QStringList{u"Company 1"_s, u"Company 3"_s}));
    }

    void casesAreListedByStatus()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        ports::CaseDraft filed = draft(u"Filed"_s);
        filed.status = u"filed"_s;
        VERIFY_OK(store->add(filed, noon()));
        VERIFY_OK(store->add(draft(u"Drafting"_s), noon(1)));
        QCOMPARE(companies(*store, {{}, u"filed"_s}), QStringList{u"Filed"_s});
        QCOMPARE(companies(*store, {{}, u"expired"_s}), QStringList());
        QCOMPARE(companies(*store, {u"dra"_s, u"drafting"_s}), QStringList{u"Drafting"_s});
    }

    void aStatusOutsideTheVocabularyIsRefused()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        ports::CaseDraft odd = draft(u"Odd"_s);
        odd.status = u"done"_s;
        QVERIFY(!store->add(odd, noon()));
        QCOMPARE(companies(*store, {}), QStringList());
    }

    void casesAreFoundByTheWordsTheyHold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QStringList northwind{u"Northwind Support Software"_s};
        const QStringList ecole{u"École Straße"_s};
        const QStringList tokyo{u"東京計算株式会社"_s};
        const QStringList istanbul{u"İstanbul Λόγος"_s};
        const QStringList all{u"İstanbul Λόγος"_s, u"東京計算株式会社"_s, u"École Straße"_s,
                              u"Northwind Support Software"_s};
        QTest::newRow("nothing typed") << u""_s << all;
        QTest::newRow("space only") << u"  "_s << all;
        QTest::newRow("one letter") << u"n"_s << northwind;
        QTest::newRow("a prefix in another case") << u"NORTHW"_s << northwind;
        QTest::newRow("two words in any order") << u"supp northw"_s << northwind;
        QTest::newRow("two words of which one is missing") << u"northwind zebra"_s << QStringList();
        QTest::newRow("the website") << u"northwind-support.example"_s << northwind;
        QTest::newRow("the website as pasted") << u"https://www.northwind-support.example/"_s << northwind;
        QTest::newRow("a word of a record's title") << u"poc"_s << all;
        QTest::newRow("without the accent") << u"ecole"_s << ecole;
        QTest::newRow("with the accent") << u"ÉCOLE"_s << ecole;
        QTest::newRow("sharp s typed as ss") << u"strasse"_s << ecole;
        QTest::newRow("a capital that only Turkish has") << u"istanbul"_s << istanbul;
        QTest::newRow("Greek without its accent and last sigma") << u"ΛΟΓΟΣ"_s << istanbul;
        QTest::newRow("the middle of Japanese text") << u"計算"_s << tokyo;
        QTest::newRow("full-width letters") << u"ｎｏｒｔｈ"_s << northwind;
        QTest::newRow("the middle of a word") << u"wind"_s << QStringList();
        QTest::newRow("a percent sign") << u"%"_s << QStringList();
        QTest::newRow("a quote in a word") << u"north\"wind"_s << QStringList();
        QTest::newRow("an operator is a word") << u"northwind OR ecole"_s << QStringList();
        QTest::newRow("a column filter is words") << u"company:northwind"_s << QStringList();
        QTest::newRow("brackets and stars") << u"(northwind* ^"_s << northwind;
        QTest::newRow("a letter newer than the index") << QString::fromUcs4(U"\U0001E900") << QStringList();
    }
    void casesAreFoundByTheWordsTheyHold()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(draft(u"Northwind Support Software"_s, u"https://northwind-support.example"_s), noon()));
        VERIFY_OK(store->add(draft(u"École Straße"_s, u"http://ecole.example"_s), noon(1)));
        VERIFY_OK(store->add(draft(u"東京計算株式会社"_s), noon(2)));
        VERIFY_OK(store->add(draft(u"İstanbul Λόγος"_s), noon(3)));
        QFETCH(QString, typed);
        QTEST(companies(*store, {typed, {}}), "found");
    }

    void aRenamedCompanyIsFoundByItsNewNameOnly()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto id = store->add(draft(u"Oldname"_s), noon());
        QVERIFY(id && store->update(*id, draft(u"Newname"_s), 1, noon(1)));
        QCOMPARE(companies(*store, {u"oldname"_s, {}}), QStringList());
        QCOMPARE(companies(*store, {u"newname"_s, {}}), QStringList{u"Newname"_s});
    }

    void aCompanyIsRecognized_data()
    {
        QTest::addColumn<QString>("company");
        QTest::addColumn<QString>("website");
        QTest::addColumn<bool>("known");
        QTest::newRow("as given") << u"Acme Labs, Inc."_s << u"https://acme.example"_s << true;
        QTest::newRow("case and space") << u"  ACME  labs, inc. "_s << u"HTTPS://ACME.example "_s << true;
        QTest::newRow("scheme, www, slash") << u"Acme Labs, Inc."_s << u"http://www.acme.example/"_s << true;
        QTest::newRow("another website") << u"Acme Labs, Inc."_s << u"https://acme.test"_s << false;
        QTest::newRow("no website") << u"Acme Labs, Inc."_s << QString() << false;
        QTest::newRow("another name") << u"Acme"_s << u"https://acme.example"_s << false;
    }
    void aCompanyIsRecognized()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto id = store->add(draft(u"Acme Labs, Inc."_s, u"https://acme.example"_s), noon());
        VERIFY_OK(id);
        QFETCH(QString, company);
        QFETCH(QString, website);
        const auto found = store->findCompany(company, website);
        VERIFY_OK(found);
        QFETCH(bool, known);
        QCOMPARE(*found, known ? std::optional<QString>(*id) : std::nullopt);
    }

    void aCaseKeepsTheIdItIsGiven()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        ports::CaseDraft given = draft(u"Acme"_s);
        given.id = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
        const auto id = store->add(given, noon());
        VERIFY_OK(id);
        QCOMPARE(*id, given.id);
        VERIFY_OK(store->load(given.id));
        QVERIFY(!store->add(given, noon()));
        const auto random = store->add(draft(u"Other"_s), noon());
        VERIFY_OK(random);
        QVERIFY(!QUuid::fromString(*random).isNull());
    }

    void noTwoCasesShareASlug()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->begin());
        const QStringList names{u"Acme, Inc."_s, u"ACME Inc"_s, u"Acme Inc 4"_s, u"acme-inc"_s,
                                u"Acme Inc"_s,   u"株式会社"_s, u"Ωμέγα"_s};
        for (const QString &name : names)
            VERIFY_OK(store->add(draft(name), noon()));
        VERIFY_OK(store->commit());
        QStringList slugs;
        const auto cases = store->list({});
        VERIFY_OK(cases);
        for (const ports::CaseSummary &one : *cases)
            slugs.prepend(one.slug);
        QCOMPARE(slugs, (QStringList{u"acme-inc"_s, u"acme-inc-2"_s, u"acme-inc-4"_s, u"acme-inc-3"_s, u"acme-inc-5"_s,
                                     u"case"_s, u"case-2"_s}));
    }

    void aThousandNamesWithoutLatinLettersDoNotSlowDown()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->begin());
        for (int number = 1; number <= 1000; ++number)
            VERIFY_OK(store->add(draft(QString(number % 7 + 1, u'株')), noon()));
        VERIFY_OK(store->commit());
        QCOMPARE(store->list({{}, {}, 1})->front().slug, u"case-1000"_s);
    }

    void anUpdateIsTheNextRevision()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto id = store->add(draft(u"Acme"_s), noon());
        ports::CaseDraft next = draft(u"Acme"_s, u"https://acme.example"_s);
        next.records.pop_back();
        const auto revision = store->update(*id, next, 1, noon(60));
        QVERIFY(revision);
        QCOMPARE(*revision, 2);
        const auto loaded = store->load(*id);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->worksheet, next.worksheet);
        QCOMPARE(loaded->summary.revision, 2);
        QCOMPARE(loaded->summary.updatedAt, noon(60));
        QVERIFY(loaded->summary.records == next.records);
        fixture::RawDatabase raw(m_path);
        QCOMPARE(raw.text(u"SELECT group_concat(revision) FROM case_revision"_s), u"1,2"_s);
        QCOMPARE(raw.text(u"SELECT group_concat(revision) FROM save_journal"_s), u"1,2"_s);
    }

    void anUpdateOfWhatSomeoneElseChangedIsRefused()
    {
        const auto mine = fixture::open(m_path);
        QVERIFY(mine);
        const auto id = mine->add(draft(u"Acme"_s), noon());
        const auto theirs = fixture::open(m_path);
        QVERIFY(theirs && theirs->update(*id, draft(u"Theirs"_s), 1, noon(1)));
        const auto refused = mine->update(*id, draft(u"Mine"_s), 1, noon(2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Conflict);
        QCOMPARE(refused.error().detail, u"2"_s);
        QCOMPARE(companies(*mine, {}), QStringList{u"Theirs"_s});
        const auto forced = mine->update(*id, draft(u"Mine"_s), -1, noon(2));
        QVERIFY(forced);
        QCOMPARE(*forced, 3);
    }

    void aCaseThatDoesNotExistIsNamed()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(draft(u"Acme"_s), noon()));
        for (const QString &id : {u"none"_s, QString(), u"' OR 1=1 --"_s}) {
            const auto loaded = store->load(id);
            QVERIFY(!loaded);
            QCOMPARE(loaded.error().kind, Kind::NoSuchCase);
            QCOMPARE(loaded.error().detail, id);
            const auto updated = store->update(id, draft(u"X"_s), -1, noon());
            QVERIFY(!updated);
            QCOMPARE(updated.error().kind, Kind::NoSuchCase);
        }
    }

    void severalSavesAreAllOrNothing()
    {
        QVERIFY(fixture::makeCases(m_path, 2));
        const auto store = fixture::open(m_path);
        QVERIFY(store && store->begin());
        VERIFY_OK(store->add(draft(u"Third"_s), noon()));
        ports::CaseDraft spoiled = draft(u"Fourth"_s);
        spoiled.worksheet = "{not json";
        const auto refused = store->add(spoiled, noon());
        QVERIFY(!refused);
        // The caller that goes on regardless still gets nothing into the file.
        QVERIFY(!store->add(draft(u"Fifth"_s), noon()));
        const auto committed = store->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error(), refused.error());
        QCOMPARE(companies(*store, {}), (QStringList{u"Company 1"_s, u"Company 0"_s}));
        VERIFY_OK(store->add(draft(u"Sixth"_s), noon()));
        QCOMPARE(fixture::caseCount(m_path), 3);
    }

    void aRefusedUpdateLeavesTheTransactionGood()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        const auto store = fixture::open(m_path);
        QVERIFY(store && store->begin());
        const auto refused = store->update(u"none"_s, draft(u"X"_s), -1, noon());
        QVERIFY(!refused);
        VERIFY_OK(store->add(draft(u"Second"_s), noon()));
        VERIFY_OK(store->commit());
        QCOMPARE(fixture::caseCount(m_path), 2);
    }

    void aFullDiskLeavesTheFileAsItWas()
    {
        QVERIFY(fixture::makeCases(m_path, 3));
        const QByteArray before = fixture::bytesOf(m_path);
        const auto store = fixture::open(m_path, db::OpenMode::Write, before.size() / 4096 + 4);
        QVERIFY(store && store->begin());
        ports::StoreError failure;
        for (int number = 0; number < 100; ++number) {
            const auto added =
                store->add(draft(u"Filling "_s + QString::number(number), {}, QString(9000, u'y')), noon());
            if (!added) {
                failure = added.error();
                break;
            }
        }
        QCOMPARE(failure.kind, Kind::Full);
        const auto committed = store->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, Kind::Full);
        QCOMPARE(companies(*store, {}).size(), 3);
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void aFullDiskWhileMakingAFileLeavesNothing()
    {
        const auto store = db::openCaseStore(m_path, db::OpenMode::WriteOrMake, {100, 10});
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Kind::Full);
        QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
    }

    void othersReadWhileOneWrites()
    {
        QVERIFY(fixture::makeCases(m_path, 3));
        const auto writer = fixture::open(m_path);
        const auto reader = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(writer && reader && writer->begin());
        for (int number = 0; number < 200; ++number)
            QVERIFY(writer->add(draft(u"New "_s + QString::number(number), {}, QString(8000, u'z')), noon()));
        QCOMPARE(companies(*reader, {}).size(), 3);
        const auto late = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(late);
        QCOMPARE(companies(*late, {}).size(), 3);
        QVERIFY(writer->commit());
        QCOMPARE(companies(*reader, {}).size(), 203);
    }

    void aSecondWriterIsToldThatTheFileIsBusy()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        const auto first = fixture::open(m_path);
        const auto second = fixture::open(m_path);
        QVERIFY(first && second && first->begin());
        const auto refused = second->begin();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Busy);
        const auto single = second->add(draft(u"Waits"_s), noon());
        QVERIFY(!single);
        QCOMPARE(single.error().kind, Kind::Busy);
        first->rollback();
        QVERIFY(second->add(draft(u"Waits"_s), noon()));
        QCOMPARE(fixture::caseCount(m_path), 2);
    }

    void aStoreForReadingDoesNotWrite()
    {
        QVERIFY(fixture::makeCases(m_path, 1));
        const QByteArray before = fixture::bytesOf(m_path);
        const auto store = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(store);
        const auto added = store->add(draft(u"No"_s), noon());
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Kind::ReadOnly);
        QCOMPARE(fixture::bytesOf(m_path), before);
    }

    void timesAreKeptInUtc()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const QDateTime tokyo(QDate(2026, 11, 22), QTime(21, 0, 0, 250), QTimeZone(9 * 3600));
        VERIFY_OK(store->add(draft(u"Acme"_s), tokyo));
        QCOMPARE(store->list({})->front().updatedAt, noon().addMSecs(250));
        fixture::RawDatabase raw(m_path);
        QCOMPARE(raw.text(u"SELECT updated_at FROM \"case\""_s), u"2026-11-22T12:00:00.250Z"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCaseStore)
#include "tst_casestore.moc"
