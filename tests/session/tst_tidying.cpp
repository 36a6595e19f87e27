// The search index is tidied by itself while nobody types, and a save puts that off.
#include "db/casefilesondisk.h"
#include "db/casefixture.h"
#include "session/tidying.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Tidying;

namespace {

/// Rings when the test says so.
struct HandTimer : session::Timer {
    std::function<void()> fire;
    int milliseconds = -1; ///< -1: not running
    void start(int after, std::function<void()> action) override
    {
        milliseconds = after;
        fire = std::move(action);
    }
    void stop() override { milliseconds = -1; }
    bool isRunning() const override { return milliseconds >= 0; }
    void ring()
    {
        milliseconds = -1;
        fire();
    }
};

} // namespace

class TestTidying : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"cases.briefstack"_s);
        const auto store = *m_files.open(m_path, ports::CaseFiles::Access::WriteOrMake, 0);
        for (int i = 0; i < 40; ++i) // each leaves a segment of the index behind
            QVERIFY(store->add(fixture::draft(u"Company %1"_s.arg(i)), QDateTime::currentDateTimeUtc()));
        m_tidying = std::make_unique<Tidying>(m_files, [this] {
            auto timer = std::make_unique<HandTimer>();
            m_timer = timer.get();
            return timer;
        });
    }

    void whatSavesPutOffIsDoneAfterAPause()
    {
        const int before = segments();
        QVERIFY(before > 20);
        m_tidying->setFile(m_path);
        QCOMPARE(m_timer->milliseconds, Tidying::kPauseMilliseconds);
        QSignalSpy finished(m_tidying.get(), &Tidying::finished);
        m_timer->ring();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY2(segments() < before / 4, qPrintable(QString::number(segments())));
        const auto store = *m_files.open(m_path, ports::CaseFiles::Access::Write, 0);
        QCOMPARE(*store->tidy(), false);
        QCOMPARE(store->list({u"company 3"_s, {}, -1})->size(), std::size_t{11});
    }

    void nothingIsDoneToAFileThatIsNotThereAnyMore()
    {
        m_tidying->setFile(m_path);
        m_timer->ring();
        m_tidying->setFile({});
        QVERIFY(!m_tidying->isRunning());
        QVERIFY(!m_timer->isRunning());
        m_tidying->saved();
        QVERIFY(!m_timer->isRunning());
    }

    void aSavePutsItOff()
    {
        m_tidying->setFile(m_path);
        m_timer->ring();
        m_tidying->saved();
        QVERIFY(m_timer->isRunning());
        QTRY_VERIFY(!m_tidying->isRunning());
        QSignalSpy finished(m_tidying.get(), &Tidying::finished);
        m_timer->ring();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(segments() < 10);
    }

private:
    /// What searching has to look through, in the table of names.
    int segments() const
    {
        fixture::RawDatabase raw(m_path);
        return raw.text(u"SELECT count(DISTINCT segid) FROM case_words_idx"_s).toInt();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    db::CaseFilesOnDisk m_files;
    QString m_path;
    HandTimer *m_timer = nullptr;
    std::unique_ptr<Tidying> m_tidying;
};

QTEST_GUILESS_MAIN(TestTidying)
#include "tst_tidying.moc"
