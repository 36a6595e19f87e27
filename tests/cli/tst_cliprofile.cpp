// briefstack-cli profile, and the documents that it changes.
#include "cli/clifixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clitest;

class TestCliProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        VERIFY_ENDED(runAsOf({u"draft"_s, samplePath(u"series-a-rag-assistant"_s), u"--case"_s, caseFile()}), 0);
    }

    void showsTheDesignUntilSomethingIsSet()
    {
        const Ran ran = run({u"profile"_s, u"show"_s, u"--case"_s, caseFile()});
        VERIFY_ENDED(ran, 0);
        QVERIFY(ran.out.contains("First color   #1f3a5f (11.5 to 1 on white)"));
        QVERIFY(ran.out.contains("Logo          none"));
    }

    void documentsHaveWhatWasSet()
    {
        VERIFY_ENDED(set({u"--name"_s, u"Cloud Nord GmbH"_s, u"--address"_s, u"Hafenstraße 4; Hamburg"_s,
                          u"--paragraph"_s, u"brief={partner} for {company}."_s, u"--first-color"_s, u"#5b1f5f"_s}),
                     0);
        const QString out = m_folder->filePath(u"out"_s);
        VERIFY_ENDED(runAsOf({u"export"_s, u"--case"_s, caseFile(), u"--format"_s, u"txt,html"_s, u"--out"_s, out}), 0);
        QFile text(out + u"/northwind-support-software-bedrock-poc.txt"_s);
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray words = text.readAll();
        QVERIFY(words.startsWith("Cloud Nord GmbH · Hafenstraße 4 · Hamburg\n"));
        QVERIFY(words.contains("Cloud Nord GmbH for Northwind Support Software."));
        QFile html(out + u"/northwind-support-software-bedrock-poc.html"_s);
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().contains("#5b1f5f"));
    }

    void whatIsWrongIsSaidAndNothingIsWritten()
    {
        VERIFY_REFUSED(set({u"--name"_s, u"A"_s, u"--paragraph"_s, u"brief=Dear {compny}"_s}),
                       u"profile/paragraphs/brief"_s, u"{compny}"_s);
        VERIFY_REFUSED(set({u"--first-color"_s, u"#eeeeee"_s}), u"profile/firstColor"_s, u"1.2 to 1"_s);
        VERIFY_REFUSED(set({u"--paper"_s, u"legal"_s}), QString(), u"--paper"_s);
        VERIFY_REFUSED(set({u"--paragraph"_s, u"Dear"_s}), QString(), u"--paragraph"_s);
        VERIFY_REFUSED(set({u"--logo"_s, m_folder->filePath(u"none.png"_s)}), QString(), u"none.png"_s);
        QFile nothing(m_folder->filePath(u"nothing.png"_s)); // once taken for the wish to have no logo
        QVERIFY(nothing.open(QIODevice::WriteOnly));
        nothing.close();
        VERIFY_REFUSED(set({u"--logo"_s, nothing.fileName()}), nothing.fileName(), u"is empty"_s);
        const Ran shown = run({u"profile"_s, u"show"_s, u"--case"_s, caseFile()});
        QVERIFY(shown.out.startsWith("Name          the worksheet's partner\n"));
    }

    void theChannelHoldsForEveryCommandOfTheFile()
    {
        const QStringList review{u"review"_s, u"--case"_s, caseFile()};
        VERIFY_ENDED(runAsOf(review), 0);
        VERIFY_ENDED(set({u"--channel"_s, u"bulk"_s}), 0);
        const Ran refused = runAsOf(review);
        VERIFY_ENDED(refused, 1);
        QVERIFY2(refused.out.contains("ace/REQUIRED_FIELD_MISSING/required"), refused.out.constData());
        VERIFY_ENDED(runAsOf(QStringList(review) << u"--channel"_s << u"api"_s),
                     0); // the one that is named comes first
        const Ran drafted =
            runAsOf({u"draft"_s, u"--new"_s, samplePath(u"series-a-rag-assistant"_s), u"--case"_s, caseFile()});
        VERIFY_ENDED(drafted, 1);
        QVERIFY2(!drafted.out.contains("  0 to fix"), drafted.out.constData());
        const QString out = m_folder->filePath(u"out"_s);
        VERIFY_ENDED(runAsOf({u"export"_s, u"--case"_s, caseFile(), u"--format"_s, u"request"_s, u"--out"_s, out}), 0);
        const QString request = out + u"/northwind-support-software-bedrock-poc.request.json"_s;
        VERIFY_ENDED(runAsOf({u"preflight"_s, request}), 0);
        VERIFY_ENDED(runAsOf({u"preflight"_s, request, u"--case"_s, caseFile()}), 1);
    }

    void paragraphsKeepTheirVersions()
    {
        VERIFY_ENDED(set({u"--paragraph"_s, u"founder=First."_s}), 0);
        VERIFY_ENDED(set({u"--paragraph"_s, u"founder=Second."_s}), 0);
        VERIFY_ENDED(set({u"--reset"_s}), 0);
        const Ran ran = run({u"profile"_s, u"show"_s, u"--versions"_s, u"--case"_s, caseFile()});
        VERIFY_ENDED(ran, 0);
        QVERIFY(ran.out.contains("version 3") && ran.out.contains("(none any more)"));
        QVERIFY(ran.out.contains("Second.") && ran.out.contains("First."));
    }

    void anArchiveCopyIsDraftedLikeItsWorksheet()
    {
        const QString out = m_folder->filePath(u"out"_s);
        VERIFY_ENDED(runAsOf({u"export"_s, u"--case"_s, caseFile(), u"--format"_s, u"pdf,exact.csv,spreadsheet.csv"_s,
                              u"--archive"_s, u"--out"_s, out}),
                     0);
        const QString plain = out + u"/northwind-support-software-bedrock-poc.pdf"_s;
        const QString archive = out + u"/northwind-support-software-bedrock-poc.archive.pdf"_s;
        QVERIFY(QFile::exists(out + u"/northwind-support-software.exact.csv"_s));
        QVERIFY(QFile::exists(out + u"/northwind-support-software.spreadsheet.csv"_s));
        const QString restored = m_folder->filePath(u"restored.briefstack"_s);
        const Ran drafted = runAsOf({u"draft"_s, archive, u"--case"_s, restored});
        VERIFY_ENDED(drafted, 0);
        QVERIFY(drafted.out.contains("ask 29500.00") && drafted.out.contains("ask 100000.00"));
        VERIFY_REFUSED(runAsOf({u"draft"_s, plain, u"--case"_s, m_folder->filePath(u"no.briefstack"_s)}), plain,
                       u"holds no case"_s);
    }

private:
    QString caseFile() const { return m_folder->filePath(u"x.briefstack"_s); }
    Ran set(const QStringList &more) const
    {
        return run(QStringList{u"profile"_s, u"set"_s, u"--case"_s, caseFile()} + more);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCliProfile)
#include "tst_cliprofile.moc"
