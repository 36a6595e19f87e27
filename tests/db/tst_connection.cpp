// What goes through a statement comes back as it was: texts, bytes and numbers at their edges; statements read within each
// other do not disturb one another.
#include "db/casefixture.h"
#include "db/statements.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto opened = db::Connection::openInMemory();
        VERIFY_OK(opened);
        m_connection = *std::move(opened);
        VERIFY_OK(m_connection->execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, value)"));
    }

    void valuesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *name, const QVariant &value, const QString &type) {
            QTest::newRow(name) << value << type;
        };
        row("nothing", QVariant(), u"null"_s);
        row("a text", u"Größe 日本 \U0001F4E6"_s, u"text"_s);
        row("an empty text", u""_s, u"text"_s);
        row("a text with a zero in it", u"a\0b"_s, u"text"_s);
        row("a text that begins with a byte order mark", u"\uFEFFabc"_s, u"text"_s);
        row("a byte order mark alone", u"\uFEFF"_s, u"text"_s);
        row("bytes", QByteArray("\0\xff\n", 3), u"blob"_s);
        row("no bytes", QByteArray(""), u"blob"_s);
        row("the largest number", std::numeric_limits<qint64>::max(), u"integer"_s);
        row("the smallest number", std::numeric_limits<qint64>::min(), u"integer"_s);
        row("a fraction", 0.1, u"real"_s);
    }
    void valuesComeBackAsTheyWere()
    {
        QFETCH(QVariant, value);
        VERIFY_OK(db::execute(*m_connection, u"INSERT INTO kept (value) VALUES (?)"_s, {value}));
        auto rows = m_connection->run(u"SELECT value, typeof(value) FROM kept"_s);
        VERIFY_OK(rows);
        QVERIFY(rows->next());
        QCOMPARE(rows->value(0), value);
        QTEST(rows->text(1), "type");
        QVERIFY(!rows->next());
        VERIFY_OK(rows->failure());
    }

    void aTextThatWasNeverSetIsEmptyNotMissing()
    {
        VERIFY_OK(db::execute(*m_connection, u"INSERT INTO kept (value) VALUES (?)"_s, {QString()}));
        QCOMPARE(*m_connection->number(u"SELECT count(*) FROM kept WHERE value = ''"_s), 1);
    }

    void halfOfASignDoesNotTakeItsNeighbourAlong()
    {
        const QString broken = u"a"_s + QChar(0xD83D) + u"bc"_s;
        VERIFY_OK(db::execute(*m_connection, u"INSERT INTO kept (value) VALUES (?)"_s, {broken}));
        auto rows = m_connection->run(u"SELECT value FROM kept"_s);
        VERIFY_OK(rows);
        QVERIFY(rows->next());
        QVERIFY(rows->text(0).startsWith(u'a'));
        QVERIFY(rows->text(0).endsWith(u"bc"_s));
    }

    void aStatementReadWithinItselfIsAnotherOne()
    {
        fill(5);
        const QString sql = u"SELECT id FROM kept WHERE value <= ? ORDER BY id"_s;
        QList<qint64> outer;
        int inner = 0;
        const db::Step read = db::forEachRow(*m_connection, sql, {4}, [&](const db::Rows &row) {
            outer += row.integer(0);
            const db::Step within = db::forEachRow(*m_connection, sql, {2}, [&](const db::Rows &) { inner += 1; });
            VERIFY_OK(within);
        });
        QVERIFY(read);
        QCOMPARE(outer, (QList<qint64>{1, 2, 3, 4}));
        QCOMPARE(inner, 8);
    }

    void whatIsSoughtIsKeptUntilTheLastRow()
    {
        for (int number = 0; number < 50; ++number)
            VERIFY_OK(db::execute(*m_connection, u"INSERT INTO kept (value) VALUES (?)"_s, {u"same "_s.repeated(9)}));
        auto rows = m_connection->run(u"SELECT id FROM kept WHERE value = ?"_s, {u"same "_s.repeated(9)});
        VERIFY_OK(rows);
        int found = 0;
        while (rows->next()) {
            const QByteArray other = u"other"_s.repeated(9).toUtf8(); // takes the memory of what is gone
            found += other.isEmpty() ? 0 : 1;
        }
        QCOMPARE(found, 50);
    }

    void aFailureWhileReadingIsToldFromTheEnd()
    {
        VERIFY_OK(db::execute(*m_connection, u"INSERT INTO kept (value) VALUES ('{}'), ('{'), ('{}')"_s, {}));
        auto rows = m_connection->run(u"SELECT json_extract(value, '$') FROM kept ORDER BY id"_s);
        VERIFY_OK(rows);
        QVERIFY(rows->next());
        QVERIFY(!rows->next());
        QVERIFY(!rows->failure());
        QVERIFY(!rows->next());
    }

    void aValueThatIsNoneOfThoseIsRefused()
    {
        QVERIFY(!db::execute(*m_connection, u"INSERT INTO kept (value) VALUES (?)"_s, {QStringList{u"a"_s}}));
        QCOMPARE(*m_connection->number(u"SELECT count(*) FROM kept"_s), 0);
    }

    void aNumberOfValuesThatDoesNotFitIsRefused()
    {
        const QString sql = u"INSERT INTO kept (id, value) VALUES (?, ?)"_s;
        QVERIFY(!db::execute(*m_connection, sql, {1}));
        QVERIFY(!db::execute(*m_connection, sql, {1, 2, 3}));
        VERIFY_OK(db::execute(*m_connection, sql, {1, 2}));
        QCOMPARE(*m_connection->number(u"SELECT count(*) FROM kept"_s), 1);
    }

    void aStatementThatFailedCanBeRunAgain()
    {
        const QString sql = u"INSERT INTO kept (id, value) VALUES (?, ?)"_s;
        VERIFY_OK(db::execute(*m_connection, sql, {1, u"first"_s}));
        const db::Step again = db::execute(*m_connection, sql, {1, u"second"_s});
        QVERIFY(!again);
        QVERIFY2(again.error().detail.contains(u"UNIQUE"_s), qPrintable(again.error().detail));
        VERIFY_OK(db::execute(*m_connection, sql, {2, u"second"_s}));
        QCOMPARE(*m_connection->number(u"SELECT count(*) FROM kept"_s), 2);
    }

    void whatTheSchemaReadsOfAWorksheetIsWhatSqliteReads_data()
    {
        // The function of ours answers for the paths of the schema together: the second text must not get the first's.
        QTest::addColumn<QString>("worksheet");
        QTest::newRow("texts")
            << uR"({"company": {"name": "Größe \u00e9", "website": "a.example", "stage": "seed"}})"_s;
        QTest::newRow("other texts") << uR"({"company": {"name": "B", "website": "b.example", "stage": "a"}})"_s;
        QTest::newRow("nothing there") << u"{}"_s;
        QTest::newRow("a number, a list and nothing")
            << uR"({"company": {"name": 1.5, "website": [1, 2], "stage": null}})"_s;
        QTest::newRow("no JSON") << uR"({"company": {"name": "C")"_s;
        QTest::newRow("no text") << QString();
    }
    void whatTheSchemaReadsOfAWorksheetIsWhatSqliteReads()
    {
        QFETCH(QString, worksheet);
        const QVariantList before{uR"({"company": {"name": "Before", "website": "before.example", "stage": "b"}})"_s};
        for (const QString &path :
             {u"$.company.name"_s, u"$.company.website"_s, u"$.company.stage"_s, u"$.company"_s}) {
            VERIFY_OK(m_connection->run(u"SELECT json_extract(?, '$.company.name')"_s, before));
            const auto ours = read(*m_connection, worksheet, path);
            const auto stock = readByStock(worksheet, path);
            QCOMPARE(ours, stock);
        }
    }

private:
    void fill(int rows)
    {
        for (int number = 1; number <= rows; ++number)
            VERIFY_OK(db::execute(*m_connection, u"INSERT INTO kept (value) VALUES (?)"_s, {number}));
    }

    static QString read(db::Connection &connection, const QString &worksheet, const QString &path)
    {
        const QString sql = u"SELECT quote(json_extract(?, ?)) || typeof(json_extract(?, ?))"_s;
        auto rows = connection.run(sql, {worksheet, path, worksheet, path});
        return rows && rows->next() ? rows->text(0) : u"?"_s;
    }

    /// The same by a connection that only SQLite itself has set up.
    static QString readByStock(const QString &worksheet, const QString &path)
    {
        const auto quoted = [](const QString &text) -> QString {
            return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
        };
        const QString call = u"json_extract(%1, %2)"_s.arg(quoted(worksheet), quoted(path));
        return fixture::RawDatabase(u":memory:"_s).text(u"SELECT quote(%1) || typeof(%1)"_s.arg(call));
    }

    std::unique_ptr<db::Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
