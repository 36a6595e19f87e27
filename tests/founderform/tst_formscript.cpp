// The script of the founder's worksheet, run without a browser: numbers as people write them, what is said at a field, and
// an answer to every field of the format, which the program takes.
#include "founderform/answered.h"
#include "founderform/form.h"
#include "support/sourcefolder.h"
#include "worksheetfile/fullworksheet.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using founderform::FormField;
using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonOf(const json::Value &value)
{
    switch (value.kind) {
    case json::Kind::Null: return QJsonValue::Null;
    case json::Kind::Boolean: return value.boolean;
    case json::Kind::Integer: return value.integer;
    case json::Kind::Array: {
        QJsonArray elements;
        for (const json::Value &element : value.elements)
            elements.append(jsonOf(element));
        return elements;
    }
    default: return value.text;
    }
}

/// As the page gives a field to the script.
QJsonObject specOf(const FormField &field)
{
    const founderform::Limits &limits = field.limits;
    return {{u"path"_s, field.path},
            {u"kind"_s, founderform::kindWord(field.kind)},
            {u"unit"_s, field.unit},
            {u"least"_s, limits.least},
            {u"most"_s, limits.most},
            {u"leastExcluded"_s, limits.leastExcluded},
            {u"decimals"_s, limits.decimals},
            {u"leastCharacters"_s, limits.leastCharacters},
            {u"mostCharacters"_s, limits.mostCharacters},
            {u"mostEntries"_s, limits.mostEntries},
            {u"form"_s, limits.form},
            {u"isChoice"_s, !field.choices.empty()},
            {u"was"_s, jsonOf(field.value)}};
}

bool append(QFile &file, const QString &source)
{
    QFile part(support::sourcePath(source));
    return part.open(QIODevice::ReadOnly) && file.write(part.readAll()) > 0;
}

} // namespace

class TestFormScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString engine = QStandardPaths::findExecutable(u"duk"_s);
        QVERIFY2(!engine.isEmpty(), "the Debian package duktape is missing; ./dev test installs it");
        m_worksheet = support::fullWorksheet();
        const founderform::Form form = founderform::buildForm(m_worksheet, {}, {});
        QJsonArray fields;
        for (const FormField *field : founderform::fieldsOf(form))
            fields.append(specOf(*field));
        QVERIFY(fields.size() > 60);
        QTemporaryDir folder;
        QFile script(folder.filePath(u"all.js"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        QVERIFY(append(script, u"resources/founderform/form.js"_s));
        script.write("\nvar fields = " + QJsonDocument(fields).toJson(QJsonDocument::Compact) + ";\n");
        QVERIFY(append(script, u"tests/founderform/formscript.js"_s));
        script.close();
        QProcess process;
        process.start(engine, {script.fileName()});
        QVERIFY(process.waitForFinished());
        m_said = process.readAllStandardOutput();
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

    void whatIsTypedIsUnderstoodAndShownBack()
    {
        QVERIFY2(!m_said.contains("FAIL") && m_said.contains("ANSWER"), m_said.left(4000).constData());
    }

    void theAnswerToEveryFieldIsTaken()
    {
        const qsizetype start = m_said.indexOf("ANSWER {") + 7;
        check(m_said.mid(start, m_said.indexOf('\n', start) - start));
    }

    void theTextForAMailIsTheSameAnswer() { check(m_said.mid(m_said.indexOf("-----BEGIN"))); }

private:
    /// Every field of the answer has the value that it has in the worksheet.
    void check(const QByteArray &file)
    {
        const auto answer = founderform::readAnswer(file);
        QVERIFY2(answer, file.left(400).constData());
        QCOMPARE(answer->company, u"K\u00f6ln \U0001F680"_s);
        const auto rows = founderform::compare({m_worksheet, nullptr}, *answer);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().path + u": "_s + rows.error().value));
        for (const founderform::ComparedAnswer &row : *rows)
            QVERIFY2(row.standing == founderform::ComparedAnswer::Standing::Same, qPrintable(row.path));
    }

    domain::Worksheet m_worksheet;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestFormScript)
#include "tst_formscript.moc"
