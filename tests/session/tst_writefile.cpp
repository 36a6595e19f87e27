// An exported file is there whole or not at all, also on a full disk.
#include "session/casework.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

/// While it lives no file of this process grows beyond a size: a write then ends short, as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
        ::getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit small{bytes, m_limit.rlim_max};
        m_isSet = ::setrlimit(RLIMIT_FSIZE, &small) == 0;
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isSet() const { return m_isSet; }

private:
    rlimit m_limit{};
    void (*m_before)(int) = SIG_DFL;
    bool m_isSet = false;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestWriteFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesAFileForItsOwnerOnly();
    void aFullDiskLeavesTheFileAsItWas_data();
    void aFullDiskLeavesTheFileAsItWas();
};

void TestWriteFile::replacesAFileForItsOwnerOnly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"brief.pdf"_s);
    QVERIFY(session::writeFile(path, "before"));
    QVERIFY(session::writeFile(path, "after"));
    QCOMPARE(contents(path), "after"_ba);
    QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestWriteFile::aFullDiskLeavesTheFileAsItWas_data()
{
    // Qt keeps what is under 16 KiB back until the file is closed, and writes more at once.
    QTest::addColumn<int>("size");
    QTest::newRow("short, written when the file is closed") << 5000;
    QTest::newRow("long, written at once") << 200'000;
}

void TestWriteFile::aFullDiskLeavesTheFileAsItWas()
{
    QFETCH(const int, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"brief.pdf"_s);
    QVERIFY(session::writeFile(path, "before"));
    bool written = true;
    bool reasonGiven = false;
    {
        const SmallDisk disk(4096);
        QVERIFY(disk.isSet());
        const session::Step step = session::writeFile(path, QByteArray(size, 'x'));
        written = static_cast<bool>(step);
        if (!written) {
            const auto *problem = std::get_if<session::FileProblem>(&step.error().what);
            reasonGiven = problem && !problem->detail.isEmpty();
        }
    }
    QVERIFY2(!written, "a file cut short was called written");
    QVERIFY(reasonGiven);
    QCOMPARE(contents(path), "before"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"brief.pdf"_s});
}

} // namespace

QTEST_GUILESS_MAIN(TestWriteFile)
#include "tst_writefile.moc"
