// What was filed stays as it was filed, whoever writes to the file; what became of it is listed, searched and carried along.
#include "db/casefixture.h"
#include "db/check.h"
#include "db/digest.h"
#include "db/exchange.h"
#include "ports/filings.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = ports::StoreError::Kind;

namespace {

const QByteArray kPdf("%PDF-1.7 \x00\xFF brief", 17);

ports::CaseDraft draftWith(const QString &company, const QString &words = {})
{
    ports::CaseDraft draft = fixture::draft(company, {}, words);
    draft.records = {{u"bedrock-poc"_s, u"bedrock-poc"_s, company + u": POC"_s, domain::Money::fromCents(29'500'00),
                      u"drafting"_s, QDate(2027, 1, 1), QDate(2027, 3, 31), QDate(2027, 4, 12), QDate(2027, 12, 31)},
                     {u"portfolio"_s, u"activate-portfolio"_s, company + u": production"_s,
                      domain::Money::fromCents(100'000'00), u"drafting"_s}};
    return draft;
}

ports::FilingDraft filing(const QString &opportunity, const QByteArray &pdf = kPdf)
{
    return {u"bedrock-poc"_s,
            u"console"_s,
            QDate(2026, 11, 20),
            opportunity,
            {},
            {{ports::kFiledBrief, u"application/pdf"_s, pdf},
             {ports::kFiledRequest, u"application/json"_s, "{}"},
             {ports::kFiledFacts, u"application/json"_s, "{\"a\": 1}"}}};
}

} // namespace

class TestFilings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"cases.briefstack"_s);
        m_store = fixture::open(m_path);
        QVERIFY(m_store);
        const auto id = m_store->add(draftWith(u"Northwind"_s), fixture::noon());
        VERIFY_OK(id);
        m_case = *id;
    }
    void cleanup() { m_store.reset(); }

    void daysOfARecordComeBackAsTheyWere()
    {
        const auto records = listed().records;
        QCOMPARE(records, draftWith(u"Northwind"_s).records);
        QVERIFY(!records.at(1).windowFrom.isValid());
    }

    void whatWasFiledIsKeptByteForByte()
    {
        file(u"O1234567"_s);
        const auto found = fixture::open(m_path, db::OpenMode::Read)->filings()->loadFilings(m_case);
        VERIFY_OK(found);
        QCOMPARE(found->filings.size(), std::size_t{1});
        const ports::Filing &one = found->filings.front();
        QCOMPARE(one.opportunityId, u"O1234567"_s);
        QCOMPARE(one.filedOn, QDate(2026, 11, 20));
        QCOMPARE(one.revision, 1);
        QCOMPARE(one.number, 1);
        QCOMPARE(one.files.size(), std::size_t{3});
        QCOMPARE(one.files.front(),
                 (ports::FiledFileInfo{ports::kFiledBrief, u"application/pdf"_s, db::digestOf(kPdf), kPdf.size()}));
        const auto pdf = m_store->filings()->filedFile(m_case, one.id, ports::kFiledBrief);
        VERIFY_OK(pdf);
        QCOMPARE(*pdf, kPdf);
        const auto missing = m_store->filings()->filedFile(m_case, one.id, u"other"_s);
        QVERIFY(!missing && missing.error().kind == Kind::NoSuchRevision);
        QCOMPARE(found->changes.back().status, u"filed"_s);
        QCOMPARE(found->changes.back().on, QDate(2026, 11, 20));
        verifySound();
    }

    void aSaveKeepsTheStatusAndTheCaseIsListedUnderIt()
    {
        QCOMPARE(listed().status, u"drafting"_s);
        file(u"O1234567"_s);
        QCOMPARE(listed().status, u"filed"_s);
        QCOMPARE(listed().records.at(0).status, u"filed"_s);
        QCOMPARE(listed().records.at(1).status, u"drafting"_s);
        VERIFY_OK(m_store->update(m_case, draftWith(u"Northwind"_s, u"more"_s), 1, fixture::noon(60)));
        QCOMPARE(listed().status, u"filed"_s);
        QCOMPARE(listed().records.at(0).status, u"filed"_s);
        // A pool that is not drafted any more is still at AWS.
        ports::CaseDraft without = draftWith(u"Northwind"_s);
        without.records.erase(without.records.begin());
        VERIFY_OK(m_store->update(m_case, without, 2, fixture::noon(70)));
        QCOMPARE(listed().status, u"filed"_s);
        const auto filtered = m_store->list({{}, u"filed"_s, -1});
        VERIFY_OK(filtered);
        QCOMPARE(filtered->size(), std::size_t{1});
        verifySound();
    }

    void theLaterOfTwoFilingsIsTheNextRevision()
    {
        file(u"O1234567"_s);
        status(u"action-required"_s, u"Clarify Revenue"_s);
        QCOMPARE(listed().status, u"action-required"_s);
        VERIFY_OK(m_store->update(m_case, draftWith(u"Northwind"_s, u"more"_s), 1, fixture::noon(60)));
        const auto stale = m_store->filings()->addFiling(m_case, 1, filing(u"O1234567"_s), fixture::noon(61));
        QVERIFY(!stale && stale.error().kind == Kind::Conflict);
        const auto second =
            m_store->filings()->addFiling(m_case, 2, filing(u"O1234567"_s, "%PDF second"), fixture::noon(62));
        VERIFY_OK(second);
        QCOMPARE(*second, 2);
        const auto found = m_store->filings()->loadFilings(m_case);
        VERIFY_OK(found);
        QCOMPARE(found->filings.at(0).revision, 1);
        QCOMPARE(found->filings.at(1).revision, 2);
        const auto first = m_store->filings()->filedFile(m_case, found->filings.at(0).id, ports::kFiledBrief);
        VERIFY_OK(first);
        QCOMPARE(*first, kPdf);
        QCOMPARE(found->changes.size(), std::size_t{3});
        QCOMPARE(found->changes.at(1).reason, u"Clarify Revenue"_s);
    }

    void nobodyChangesWhatWasFiled_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("its bytes") << u"UPDATE attachment SET content = x'00' WHERE name = 'brief.pdf'"_s;
        QTest::newRow("a file") << u"DELETE FROM attachment"_s;
        QTest::newRow("the opportunity") << u"UPDATE filing SET opportunity_id = 'O1'"_s;
        QTest::newRow("the filing") << u"DELETE FROM filing"_s;
        QTest::newRow("the facts") << u"UPDATE case_revision SET worksheet = replace(worksheet, 'N', 'M')"_s;
    }
    void nobodyChangesWhatWasFiled()
    {
        QFETCH(const QString, change);
        file(u"O1234567"_s);
        m_store.reset();
        {
            fixture::RawDatabase raw(m_path);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"read-only"_s)); // the file's own answer
            QVERIFY(!raw.run(change));
        }
        verifySound();
    }

    void checkSeesWhatIsNotWhatWasFiled()
    {
        file(u"O1234567"_s);
        m_store.reset();
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"PRAGMA writable_schema = ON; DROP TRIGGER filed_file_is_final"_s));
            QVERIFY(raw.run(u"UPDATE attachment SET content = x'00' WHERE name = 'brief.pdf'"_s));
            QVERIFY(
                raw.run(u"CREATE TRIGGER filed_file_is_final BEFORE UPDATE ON attachment\nWHEN EXISTS (SELECT 1 FROM"
                        " filing f JOIN case_revision r ON r.id = f.case_revision_id WHERE f.id = old.filing_id)\n"
                        "BEGIN\n    SELECT RAISE(ABORT, 'what was filed is read-only');\nEND"_s));
        }
        const auto report = db::check(m_path, {});
        VERIFY_OK(report);
        QVERIFY(std::ranges::any_of(report->problems, [](const ports::Problem &one) {
            return one.damage == ports::Damage::Attachments && one.detail == u"brief.pdf";
        }));
        m_store = fixture::open(m_path);
        const auto found = m_store->filings()->loadFilings(m_case);
        VERIFY_OK(found);
        const auto pdf = m_store->filings()->filedFile(m_case, found->filings.front().id, ports::kFiledBrief);
        QVERIFY(!pdf && pdf.error().kind == Kind::Corrupt);
    }

    void checkMissesAFiledFile()
    {
        ports::FilingDraft draft = filing(u"O7"_s);
        draft.files.erase(draft.files.begin());
        VERIFY_OK(m_store->filings()->addFiling(m_case, 1, draft, fixture::noon(5)));
        const auto report = db::check(m_path, {});
        VERIFY_OK(report);
        QCOMPARE(report->problems, (std::vector<ports::Problem>{{ports::Damage::FiledFiles, u"O7"_s, 1}}));
    }

    void awardsAreKeptByCode()
    {
        file(u"O1234567"_s);
        ports::Award award{u"bedrock-poc"_s,   u"PC123"_s,          domain::Money::fromCents(25'000'00),
                           QDate(2026, 12, 9), QDate(2027, 12, 31), u"123456789012"_s};
        const ports::StatusChange change{u"bedrock-poc"_s, u"credits-issued"_s, {}, QDate(2026, 12, 9), {}};
        VERIFY_OK(m_store->filings()->addStatus(m_case, change, {award}, fixture::noon(50)));
        award.amount = domain::Money::fromCents(26'000'00); // corrected
        VERIFY_OK(m_store->filings()->addStatus(m_case, change, {award}, fixture::noon(51)));
        const auto all = m_store->filings()->allFilings();
        VERIFY_OK(all);
        QCOMPARE(all->size(), std::size_t{1});
        QCOMPARE(all->front().first, m_case);
        QCOMPARE(all->front().second.awards, std::vector<ports::Award>{award});
    }

    void allOfItIsOneTransaction()
    {
        VERIFY_OK(m_store->begin());
        VERIFY_OK(m_store->update(m_case, draftWith(u"Northwind"_s, u"more"_s), 1, fixture::noon(5)));
        VERIFY_OK(m_store->filings()->addFiling(m_case, 2, filing(u"O1"_s), fixture::noon(5)));
        m_store->rollback();
        const auto found = m_store->filings()->loadFilings(m_case);
        VERIFY_OK(found);
        QVERIFY(*found == ports::CaseFilings{});
        QCOMPARE(listed().revision, 1);
        verifySound();
    }

    void aFiledCaseIsFoundByItsOpportunity()
    {
        file(u"O7654321"_s);
        status(u"action-required"_s, u"Please clarify the wombats"_s);
        for (const QString &words : {u"o7654321"_s, u"wombats"_s}) {
            const auto found = m_store->list({words, {}, -1});
            VERIFY_OK(found);
            QCOMPARE(found->size(), std::size_t{1});
        }
    }

    void aCaseTakesItsFilingsAlong()
    {
        file(u"O1234567"_s);
        status(u"action-required"_s, u"Clarify Revenue"_s);
        const ports::Award award{u"bedrock-poc"_s,   u"PC123"_s, domain::Money::fromCents(25'000'00),
                                 QDate(2026, 12, 9), {},         {}};
        VERIFY_OK(m_store->filings()->addStatus(m_case, {u"bedrock-poc"_s, u"approved"_s, {}, QDate(2026, 12, 1), {}},
                                                {award}, fixture::noon(90)));
        const auto before = m_store->filings()->loadFilings(m_case);
        VERIFY_OK(before);
        m_store.reset();
        const QString out = m_folder->filePath(u"one.briefstack"_s);
        VERIFY_OK(db::exportCase(m_path, m_case, out));
        const auto carried = fixture::open(out, db::OpenMode::Read);
        const auto there = carried->filings()->loadFilings(m_case);
        VERIFY_OK(there);
        QVERIFY(*there == *before);
        const auto pdf = carried->filings()->filedFile(m_case, there->filings.front().id, ports::kFiledBrief);
        VERIFY_OK(pdf);
        QCOMPARE(*pdf, kPdf);
        const auto cases = carried->list({});
        VERIFY_OK(cases);
        QCOMPARE(cases->front().status, u"approved"_s);
        QCOMPARE(cases->front().records.at(0).windowTo, QDate(2027, 3, 31));
        const auto report = db::check(out, {});
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

private:
    void file(const QString &opportunity)
    {
        VERIFY_OK(m_store->filings()->addFiling(m_case, 1, filing(opportunity), fixture::noon(10)));
    }
    void status(const QString &word, const QString &reason)
    {
        VERIFY_OK(m_store->filings()->addStatus(m_case, {u"bedrock-poc"_s, word, reason, QDate(2026, 11, 24), {}}, {},
                                                fixture::noon(20)));
    }
    ports::CaseSummary listed()
    {
        const auto cases = m_store->list({});
        return cases && !cases->empty() ? cases->front() : ports::CaseSummary();
    }
    void verifySound()
    {
        const auto report = db::check(m_path, {});
        VERIFY_OK(report);
        QVERIFY2(report->isSound(), report->problems.empty() ? "" : qPrintable(report->problems.front().detail));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ports::CaseStore> m_store;
    QString m_case;
};

QTEST_GUILESS_MAIN(TestFilings)
#include "tst_filings.moc"
