// What an exchange has to know about the schema: a table that a migration adds is carried along, or is said not to be.
#include "db/casefixture.h"
#include "db/connection.h"
#include "db/exchange.h"
#include "db/migrator.h"

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
