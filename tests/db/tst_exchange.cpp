// What an exchange has to know about the schema: a table that a migration adds is carried along, or is said not to be.
#include "db/casefixture.h"
#include "db/check.h"
#include "db/connection.h"
#include "db/exchange.h"
#include "db/migrator.h"
#include "ports/notes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableIsCarriedAlongOrKnowinglyNot()
    {
        const auto memory = db::Connection::openInMemory();
        VERIFY_OK(memory);
        VERIFY_OK(db::migrate(**memory, 0, db::newestVersion()));
        auto rows = (*memory)->run(u"SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND schema ="
                                   " 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name"_s);
        VERIFY_OK(rows);
        QStringList tables;
        while (rows->next())
            tables += rows->text(0);
        const QStringList carried{u"attachment"_s,
                                  u"case"_s,
                                  u"case_revision"_s,
                                  u"filing"_s,
                                  u"merged_revision"_s,
                                  u"note"_s,
                                  u"pending_input"_s,
                                  u"record"_s,
                                  u"save_journal"_s,
                                  u"status_change"_s,
                                  u"rate_rows"_s,
                                  u"revision_rates"_s,
                                  u"call"_s,
                                  u"call_question"_s,
                                  u"evidence"_s,
                                  u"note_before"_s,
                                  u"award"_s,
                                  u"partner_profile"_s,
                                  u"standard_paragraph"_s};
        // Made anew in every file, the same in every file, about one file.
        const QStringList left{u"case_text"_s, u"case_words"_s, u"status"_s, u"repair_journal"_s};
        QStringList known = carried + left;
        known.sort();
        QCOMPARE(tables, known);
    }

    void aCaseThatIsNotThereIsNamedAndNothingIsMade()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.briefstack"_s);
        const QString out = folder.filePath(u"out.briefstack"_s);
        QVERIFY(fixture::makeCases(path, 2));
        const auto exported = db::exportCase(path, u"nobody"_s, out);
        QVERIFY(!exported);
        QCOMPARE(exported.error().kind, ports::StoreError::Kind::NoSuchCase);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"cases.briefstack"_s});
    }

    void aCopyOfAFileBringsNothingNew()
    {
        // A note that was pasted with a byte order mark came in a second time.
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.briefstack"_s);
        const QString copy = folder.filePath(u"copy.briefstack"_s);
        QVERIFY(fixture::makeCases(path, 1));
        {
            const auto store = fixture::open(path);
            ports::NotesChange change;
            change.calls = {{QString(36, u'c'),
                             fixture::noon(),
                             90,
                             ports::Consent::Given,
                             fixture::noon(1),
                             {{1, 1000, fixture::noon(), u"\uFEFFa pasted line"_s}}}};
            VERIFY_OK(store->notes()->saveNotes(store->list({})->front().id, change, fixture::noon(2)));
        }
        QVERIFY(QFile::copy(path, copy));
        const auto import = db::CaseImport::begin(path, copy);
        VERIFY_OK(import);
        const auto compared = (*import)->compare((*import)->cases()->first());
        VERIFY_OK(compared);
        QCOMPARE(compared->relation, db::ComparedCase::Relation::Same);
        QCOMPARE(*(*import)->take(*compared, nullptr, fixture::noon(3)), 0);
    }

    void aWorksheetIsCarriedAlongByteByByte()
    {
        // An earlier revision whose worksheet is no UTF-8 became another text under its old digest.
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.briefstack"_s);
        const QString out = folder.filePath(u"out.briefstack"_s);
        QVERIFY(fixture::makeCases(path, 1));
        const auto store = fixture::open(path);
        const QString id = store->list({})->front().id;
        VERIFY_OK(store->update(id, fixture::draft(u"Company 0"_s), 1, fixture::noon(5)));
        const QByteArray worksheet = "{\"company\": {\"name\": \"Company 0\"}, \"notes\": \"\xff\xfe\xff\"}";
        const QByteArray digest = QCryptographicHash::hash(worksheet, QCryptographicHash::Sha256).toHex();
        QVERIFY(fixture::RawDatabase(path).run(
            u"UPDATE case_revision SET worksheet = CAST(x'%1' AS TEXT), worksheet_sha256 = '%2' WHERE revision = 1"_s
                .arg(QString::fromLatin1(worksheet.toHex()), QString::fromLatin1(digest))));
        VERIFY_OK(db::exportCase(path, id, out));
        const QString stored = u"SELECT hex(CAST(worksheet AS BLOB)) FROM case_revision WHERE revision = 1"_s;
        QCOMPARE(fixture::RawDatabase(out).text(stored).toLower().toLatin1(), worksheet.toHex());
        const auto report = db::check(out);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

    void anImportThatIsNotCommittedLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.briefstack"_s);
        const QString target = folder.filePath(u"target.briefstack"_s);
        QVERIFY(fixture::makeCases(path, 2));
        {
            const auto import = db::CaseImport::begin(path, target);
            VERIFY_OK(import);
            const auto ids = (*import)->cases();
            VERIFY_OK(ids);
            const auto compared = (*import)->compare(ids->first());
            VERIFY_OK(compared);
            QCOMPARE(compared->relation, db::ComparedCase::Relation::New);
            VERIFY_OK((*import)->take(*compared, nullptr, fixture::noon()));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"cases.briefstack"_s});
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
