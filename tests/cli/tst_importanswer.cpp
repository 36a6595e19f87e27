// A founder's answer with the real program: compared, accepted by name or undisputed, and refused where it does not belong.
#include "cli/clifixture.h"
#include "founderform/answers.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clitest;
using support::answeredField;

namespace {

const QString kRequests = u"useCases/support-assistant/workloads/answers/requestsPerDay"_s;

} // namespace

class TestImportAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const Ran drafted = runAsOf({u"draft"_s, samplePath(kSeriesA), u"--case"_s, cases()});
        QCOMPARE(drafted.status, 0);
        QCOMPARE(runAsOf({u"export"_s, u"--case"_s, cases(), u"--document"_s, u"worksheet-form"_s, u"--format"_s,
                          u"html,csv"_s, u"--out"_s, path(u"out"_s)})
                     .status,
                 0);
        const QString page = QString::fromUtf8(bytesOf(path(u"out/northwind-support-software-worksheet-form.html"_s)));
        static const QRegularExpression kIdentity(u"data-case=\"([^\"]+)\".* data-worksheet=\"([^\"]+)\""_s);
        const QRegularExpressionMatch match = kIdentity.match(page);
        QVERIFY(match.hasMatch());
        m_case = match.captured(1);
        m_digest = match.captured(2);
    }

    void anAnswerIsOnlyComparedUntilItIsAccepted()
    {
        write({answeredField(kRequests, 5000, 8000)});
        const QByteArray before = bytesOf(cases());
        const Ran compared = import();
        VERIFY_ENDED(compared, 1);
        QVERIFY(compared.out.contains("Ada Reyes") && compared.out.contains("\"8000\"")
                && compared.out.contains("Nothing was changed"));
        QCOMPARE(bytesOf(cases()), before);
        const Ran accepted = import({u"--accept"_s, u"all"_s});
        VERIFY_ENDED(accepted, 0);
        QVERIFY(accepted.out.contains("revision 2"));
        const QByteArray worksheet = exported();
        QVERIFY(worksheet.contains("\"requestsPerDay\": 8000"));
        QVERIFY(worksheet.contains("worksheet, 2026-11-27, Ada Reyes"));
        const Ran again = import({u"--accept"_s, u"all"_s});
        VERIFY_ENDED(again, 0);
        QVERIFY(again.out.contains("says so already"));
    }

    /// A wrong clock or a file of somebody else's: it is read, and said. The founder's tomorrow may have begun.
    void aDayStillToComeIsSaid()
    {
        write({answeredField(kRequests, 5000, 8000)}); // filled in on November 27
        const QStringList arguments{u"import"_s, u"--answer"_s, answerFile(), u"--case"_s, cases(), u"--as-of"_s};
        const Ran before = run(arguments + QStringList{u"2026-11-25"_s});
        VERIFY_ENDED(before, 1);
        QVERIFY(before.out.contains("That day is still to come: ask whether the file is theirs"));
        const Ran eve = run(arguments + QStringList{u"2026-11-26"_s});
        VERIFY_ENDED(eve, 1);
        QVERIFY(!eve.out.contains("still to come"));
    }

    void aConflictWaitsUntilItIsNamed()
    {
        write({answeredField(u"company/headcount"_s, 24, 26)});
        VERIFY_ENDED(import({u"--accept"_s, u"all"_s}), 0);
        write({answeredField(u"company/headcount"_s, 24, 30), answeredField(kRequests, 5000, 8000)});
        const Ran undisputed = import({u"--accept"_s, u"all"_s});
        VERIFY_ENDED(undisputed, 1);
        QVERIFY(undisputed.out.contains("conflict: the case was changed since, too"));
        QVERIFY(exported().contains("\"headcount\": 26"));
        VERIFY_ENDED(import({u"--accept"_s, u"company/headcount"_s}), 0);
        QVERIFY(exported().contains("\"headcount\": 30"));
    }

    void theSpreadsheetIsAnAnswerToo()
    {
        QByteArray sheet = bytesOf(path(u"out/northwind-support-software-worksheet-form.csv"_s));
        sheet.replace(R"("form/filledInBy","Your name","","","form","","")",
                      R"("form/filledInBy","Your name","","","form","","Ada Reyes")");
        sheet.replace(R"("24","24")", R"("24","30")");
        QVERIFY(writeBytes(answerFile(), sheet));
        VERIFY_ENDED(import({u"--accept"_s, u"all"_s}), 0);
        QVERIFY(exported().contains("\"headcount\": 30"));
    }

    void whatDoesNotBelongChangesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("case_");
        QTest::addColumn<QString>("why");
        QTest::newRow("another case") << kRequests << u"00000000-0000-4000-8000-000000000000"_s << u"does not have"_s;
        QTest::newRow("no field of the form") << u"partner/tier"_s << QString() << u"names nothing that exists"_s;
        QTest::newRow("an unknown model")
            << u"useCases/support-assistant/workloads/answers/model"_s << QString() << u"is not in the rate book"_s;
        QTest::newRow("wrong type") << u"company/headcount"_s << QString() << u"expected a whole number"_s;
    }

    void whatDoesNotBelongChangesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, case_);
        QFETCH(QString, why);
        const QJsonValue was = field.endsWith(u"/model"_s)    ? QJsonValue(u"anthropic.claude-sonnet-4-6"_s)
                             : field.endsWith(u"headcount"_s) ? QJsonValue(24)
                                                              : QJsonValue(5000);
        write({answeredField(field, was, u"a model of nobody"_s)}, case_);
        const QByteArray before = bytesOf(cases());
        VERIFY_REFUSED(import({u"--accept"_s, u"all"_s}), answerFile(), why);
        QCOMPARE(bytesOf(cases()), before);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString cases() const { return path(u"cases.briefstack"_s); }
    QString answerFile() const { return path(u"answer.json"_s); }
    Ran import(const QStringList &more = {}) const
    {
        return runAsOf(QStringList{u"import"_s, u"--answer"_s, answerFile(), u"--case"_s, cases()} + more);
    }
    QByteArray exported() const
    {
        runAsOf({u"export"_s, u"--case"_s, cases(), u"--format"_s, u"worksheet"_s, u"--out"_s, path(u"out"_s)});
        return bytesOf(path(u"out/northwind-support-software.worksheet.json"_s));
    }
    void write(const QJsonArray &answers, const QString &otherCase = {}) const
    {
        QJsonObject answer = support::answerObject(answers);
        answer.insert(u"caseId"_s, otherCase.isEmpty() ? m_case : otherCase);
        answer.insert(u"worksheet"_s, m_digest);
        QVERIFY(writeBytes(answerFile(), support::bytesOf(answer)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    QString m_digest;
};

QTEST_GUILESS_MAIN(TestImportAnswer)
#include "tst_importanswer.moc"
