#include "db/casefixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

#include <sqlite3.h>

namespace fixture {

using namespace Qt::StringLiterals;

QByteArray words(const ports::StoreError &error)
{
    return u"kind %1, code %2: %3"_s.arg(static_cast<int>(error.kind)).arg(error.code).arg(error.detail).toUtf8();
}

ports::CaseDraft draft(const QString &company, const QString &website, const QString &words)
{
    const QJsonObject facts{{u"name"_s, company}, {u"website"_s, website}, {u"stage"_s, u"seed"_s}};
    const QJsonObject worksheet{
        {u"format"_s, u"briefstack-worksheet"_s}, {u"version"_s, 1}, {u"company"_s, facts}, {u"notes"_s, words}};
    ports::CaseDraft made;
    made.worksheet = QJsonDocument(worksheet).toJson();
    made.status = u"drafting"_s;
    made.rateBookId = u"briefstack-2026-10-08"_s;
    made.rateBookSha256 = QString(64, u'a');
    made.evaluatedOn = u"2026-11-22"_s;
    made.records = {
        {u"bedrock-poc"_s, u"bedrock-poc"_s, company + u": Assistant, POC"_s, domain::Money::fromDollars(29'500),
         u"drafting"_s},
        {u"activate-portfolio"_s, u"activate-portfolio"_s, company + u": Assistant, production"_s,
         domain::Money::fromDollars(100'000), u"drafting"_s},
    };
    return made;
}

QDateTime noon(int seconds)
{
    return QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC).addSecs(seconds);
}

std::unique_ptr<ports::CaseStore> open(const QString &path, db::OpenMode mode, qint64 largestPageCount)
{
    auto store = db::openCaseStore(path, mode, {100, largestPageCount});
    if (!store) {
        qWarning("the case file did not open: %s", words(store.error()).constData());
        return nullptr;
    }
    return *std::move(store);
}

bool makeCases(const QString &path, int count)
{
    const auto store = open(path);
    if (!store || !store->begin())
        return false;
    for (int number = 0; number < count; ++number) {
        const auto added = store->add(draft(u"Company "_s + QString::number(number)), noon(number));
        if (!added) {
            qWarning("a case was not added: %s", words(added.error()).constData());
            return false;
        }
    }
    return store->commit().has_value();
}

int caseCount(const QString &path)
{
    const auto store = open(path, db::OpenMode::Read);
    const auto cases = store ? store->list({}) : ports::StoreResult<std::vector<ports::CaseSummary>>({});
    return store && cases ? static_cast<int>(cases->size()) : -1;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

RawDatabase::RawDatabase(const QString &path)
{
    sqlite3_open(QFile::encodeName(path).constData(), &m_handle);
}

RawDatabase::~RawDatabase()
{
    sqlite3_close(m_handle);
}

bool RawDatabase::run(const QString &sql)
{
    char *words = nullptr;
    const bool done = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, &words) == SQLITE_OK;
    if (!done)
        qWarning("%s: %s", qPrintable(sql), words);
    sqlite3_free(words);
    return done;
}

QString RawDatabase::text(const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    QString found = u"?"_s;
    if (sqlite3_prepare_v2(m_handle, sql.toUtf8().constData(), -1, &statement, nullptr) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        found = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return found;
}

} // namespace fixture
