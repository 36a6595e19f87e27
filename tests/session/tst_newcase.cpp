// A new case on a real case file: nothing typed is lost before the company has a name, and nothing typed is no case.
#include "db/casefilesondisk.h"
#include "drafting/drafting.h"
#include "session/casesession.h"
#include "worksheetfile/reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using session::CaseSession;

namespace {

class SampleDay : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime(today(), QTime(10, 42), Qt::UTC); }
};

struct File {
    std::unique_ptr<CaseSession> begin(session::OpenedCase opened = {}) const
    {
        return std::make_unique<CaseSession>(shipped, clock, store.get(), std::move(opened));
    }
    std::unique_ptr<CaseSession> open(const QString &id) const
    {
        const auto stored = store->load(id);
        return begin({stored->summary, {*worksheetfile::read(stored->worksheet), {}}, *store->loadPending(id)});
    }

    QTemporaryDir folder;
    SampleDay clock;
    db::CaseFilesOnDisk files;
    session::ShippedData shipped = std::make_shared<const drafting::Shipped>(*drafting::shippedData());
    std::unique_ptr<ports::CaseStore> store =
        *files.open(folder.filePath(u"cases.briefstack"_s), ports::CaseFiles::Access::WriteOrMake, 0);
};

} // namespace

class TestNewCase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsKeptBeforeItHasAName();
    void itsFilesAreNotCalledAfterWhatStandsInUntilItIsFiled();
    void untypedItIsNoCase();
};

void TestNewCase::itIsKeptBeforeItHasAName()
{
    const File file;
    auto fresh = file.begin();
    QVERIFY(fresh->view());
    QVERIFY(!fresh->hasCompanyName());
    fresh->edit(u"company/website"_s, u"https://new.example"_s);
    QVERIFY(fresh->flush());
    const auto found = file.open(fresh->caseId());
    QCOMPARE(found->summary().company, u"Untitled case"_s);
    QCOMPARE(found->text(u"company/website"_s), u"https://new.example"_s);
    QCOMPARE(found->text(u"company/name"_s), QString());
    QVERIFY(found->errorAt(u"company/name"_s));
    QVERIFY(found->isSaved());
}

void TestNewCase::itsFilesAreNotCalledAfterWhatStandsInUntilItIsFiled()
{
    const File file;
    auto fresh = file.begin();
    fresh->edit(u"company/website"_s, u"https://new.example"_s);
    QVERIFY(fresh->flush());
    fresh->edit(u"company/name"_s, u"New"_s);
    QVERIFY(fresh->flush());
    const QString id = fresh->caseId();
    QCOMPARE(fresh->view()->identity.slug, u"new"_s);
    QVERIFY(file.store->loadPending(id)->empty());
    const auto renamed = [&](const QByteArray &name, const QString &status) {
        auto stored = *file.store->load(id);
        ports::CaseDraft draft;
        draft.worksheet = stored.worksheet.replace("\"New\"", QByteArray('"' + name + '"'));
        draft.status = status;
        draft.rateBookId = stored.rateBookId;
        draft.rateBookSha256 = stored.rateBookSha256;
        draft.evaluatedOn = stored.evaluatedOn;
        return file.store->update(id, draft, -1, file.clock.now()) ? file.store->load(id)->summary.slug : QString();
    };
    QCOMPARE(renamed("New", u"filed"_s), u"new"_s);
    QCOMPARE(renamed("Newer", u"filed"_s), u"new"_s);
}

void TestNewCase::untypedItIsNoCase()
{
    const File file;
    auto fresh = file.begin();
    QVERIFY(fresh->isSaved());
    fresh->edit(u"company/website"_s, u"https://new.example"_s);
    fresh->undoStack().undo();
    QVERIFY(fresh->flush());
    fresh.reset();
    QVERIFY(file.store->list({})->empty());
}

QTEST_GUILESS_MAIN(TestNewCase)
#include "tst_newcase.moc"
