// The partner's profile in a case file: kept whole, its paragraphs version by version, and carried along with a case.
#include "db/casefixture.h"
#include "db/check.h"
#include "db/exchange.h"
#include "db/profile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::ParagraphPlace;

namespace {

domain::PartnerProfile sample()
{
    domain::PartnerProfile profile;
    profile.name = u"Cloud Nord GmbH"_s;
    profile.address = u"Hafenstraße 4\n20457 Hamburg"_s;
    profile.logo = QByteArray("\x89PNG\r\n\x1a\n\0not looked at here", 27);
    profile.firstColor = u"#123456"_s;
    profile.secondColor = u"#cc8844"_s;
    profile.paper = domain::ProfilePaper::A4;
    profile.currency = u"USD"_s;
    profile.channel = u"bulk"_s;
    profile.setParagraph(ParagraphPlace::Brief, u"{partner} has run Bedrock since 2024."_s);
    return profile;
}

} // namespace

class TestProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"cases.briefstack"_s);
        QVERIFY(fixture::makeCases(m_file, 1));
    }

    void aFileWithoutOneHasTheDesigns()
    {
        const auto loaded = m_profiles.load(m_file);
        VERIFY_OK(loaded);
        QVERIFY(loaded->isEmpty());
    }

    void whatIsSavedComesBack()
    {
        const auto saved = m_profiles.save(m_file, sample(), fixture::noon());
        VERIFY_OK(saved);
        const auto loaded = m_profiles.load(m_file);
        VERIFY_OK(loaded);
        QVERIFY(*loaded == sample());
        QVERIFY(*saved == sample());
        const auto report = db::check(m_file, {});
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

    void everyTextOfAParagraphIsKept()
    {
        domain::PartnerProfile profile = sample();
        VERIFY_OK(m_profiles.save(m_file, profile, fixture::noon()));
        VERIFY_OK(m_profiles.save(m_file, profile, fixture::noon(1))); // nothing new
        profile.setParagraph(ParagraphPlace::Brief, u"Another text."_s);
        profile.setParagraph(ParagraphPlace::Founder, u"Call us."_s);
        VERIFY_OK(m_profiles.save(m_file, profile, fixture::noon(2)));
        profile.setParagraph(ParagraphPlace::Brief, QString());
        const auto last = m_profiles.save(m_file, profile, fixture::noon(3));
        VERIFY_OK(last);
        QCOMPARE(last->paragraph(ParagraphPlace::Brief)->version, 3);

        const auto versions = m_profiles.paragraphs(m_file);
        VERIFY_OK(versions);
        QStringList texts;
        for (const ports::ParagraphVersion &version : *versions)
            texts.append(
                u"%1 %2 %3"_s.arg(domain::paragraphPlaceWord(version.place)).arg(version.version).arg(version.text));
        QCOMPARE(texts, (QStringList{u"brief 3 "_s, u"brief 2 Another text."_s,
                                     u"brief 1 {partner} has run Bedrock since 2024."_s, u"founder 1 Call us."_s}));
        QCOMPARE(versions->front().savedAt, fixture::noon(3));
    }

    void aCaseTakesTheProfileAlong()
    {
        const auto store = fixture::open(m_file);
        QVERIFY(store);
        const QString id = (*store->list({})).front().id;
        domain::PartnerProfile nameOnly; // no logo, empty texts
        nameOnly.name = u"Cloud Nord GmbH"_s;
        for (const domain::PartnerProfile &profile : {nameOnly, sample()}) {
            VERIFY_OK(m_profiles.save(m_file, profile, fixture::noon()));
            const QString out = m_folder->filePath(profile.currency + u"out.briefstack"_s);
            VERIFY_OK(db::exportCase(m_file, id, out));
            const auto exported = m_profiles.load(out);
            VERIFY_OK(exported);
            QVERIFY(*exported == profile);
        }
    }

    void anImportKeepsTheProfileThatIsThere()
    {
        VERIFY_OK(m_profiles.save(m_file, sample(), fixture::noon()));
        const QString bare = m_folder->filePath(u"bare.briefstack"_s);
        const QString own = m_folder->filePath(u"own.briefstack"_s);
        QVERIFY(fixture::makeCases(bare, 1));
        QVERIFY(fixture::makeCases(own, 1));
        domain::PartnerProfile other;
        other.name = u"Somebody else"_s;
        VERIFY_OK(m_profiles.save(own, other, fixture::noon()));
        for (const QString &target : {bare, own}) {
            const auto import = db::CaseImport::begin(m_file, target);
            VERIFY_OK(import);
            const auto ids = (*import)->cases();
            VERIFY_OK(ids);
            const auto compared = (*import)->compare(ids->first());
            VERIFY_OK(compared);
            VERIFY_OK((*import)->take(*compared, nullptr, fixture::noon()));
            VERIFY_OK((*import)->commit());
        }
        QCOMPARE(m_profiles.load(bare)->name, u"Cloud Nord GmbH"_s);
        QCOMPARE(m_profiles.load(own)->name, u"Somebody else"_s);
    }

    void aFileThatIsNotThereIsSaid()
    {
        const auto loaded = m_profiles.load(m_folder->filePath(u"none.briefstack"_s));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ports::StoreError::Kind::NotFound);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    db::ProfilesOnDisk m_profiles;
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
