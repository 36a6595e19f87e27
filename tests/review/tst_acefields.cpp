// Every field of both operations is given a wrong type, length, form and value, left out and left empty.
#include "review/acechecks.h"

#include <QTest>

using catalogue::AceDemand;
using catalogue::AceField;
using catalogue::AceOutside;
using catalogue::AceType;
using domain::Finding;
using domain::Findings;
using domain::Severity;
using review::Operation;
using namespace acerequests;

namespace {

/// The complete request without what the operation does not have.
json::Value completeFor(Operation operation)
{
    json::Value request = completeRequest();
    const auto foreign = [operation](const json::Member &member) {
        const AceField *field = pack().field(member.key);
        return !field || !field->operations.has(operation);
    };
    request.members.erase(std::remove_if(request.members.begin(), request.members.end(), foreign),
                          request.members.end());
    return request;
}

QString firstEntries(QString path)
{
    return path.replace(u"[]"_s, u"[0]"_s);
}

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8() + '"';
}

void addFieldRows()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isUpdate");
    for (const AceField &field : pack().fields) {
        for (const Operation operation : {Operation::Create, Operation::Update}) {
            const bool isUpdate = operation == Operation::Update;
            if (field.operations.has(operation))
                QTest::addRow("%s %s", qPrintable(field.path), isUpdate ? "update" : "create")
                    << field.path << isUpdate;
        }
    }
}

Operation operationOf(bool isUpdate)
{
    return isUpdate ? Operation::Update : Operation::Create;
}

} // namespace

class AceFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldAtItsBestHasNoFindingOfShape();
    void aWrongTypeIsNamed_data() { addFieldRows(); }
    void aWrongTypeIsNamed();
    void nullIsNoValue_data() { addFieldRows(); }
    void nullIsNoValue();
    void aMissingFieldIsNamed_data() { addFieldRows(); }
    void aMissingFieldIsNamed();
    void lengthsAreCountedInCodePoints_data() { addFieldRows(); }
    void lengthsAreCountedInCodePoints();
    void aWrongFormIsNamed_data() { addFieldRows(); }
    void aWrongFormIsNamed();
    void aValueOutsideItsListIsNamed_data() { addFieldRows(); }
    void aValueOutsideItsListIsNamed();
    void anEmptyTextIsNamed_data() { addFieldRows(); }
    void anEmptyTextIsNamed();
};

void AceFieldsTest::everyFieldAtItsBestHasNoFindingOfShape()
{
    for (const Operation operation : {Operation::Create, Operation::Update}) {
        for (const Finding &finding : check(completeFor(operation), operation))
            QVERIFY2(!isShape(finding), qPrintable(finding.field + u": "_s + finding.message));
    }
}

void AceFieldsTest::aWrongTypeIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceType type = pack().field(path)->type;
    const QByteArray wrong = type == AceType::List ? "{}" : type == AceType::Object ? "[]" : "true";
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), wrong);
    const Findings findings = check(request, operationOf(isUpdate));
    const Finding *found = find(findings, u"type"_s, firstEntries(path));
    QVERIFY2(found, qPrintable(listed(findings)));
    QCOMPARE(found->severity, Severity::Error);
}

void AceFieldsTest::nullIsNoValue()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), "null");
    const Findings findings = check(request, operationOf(isUpdate));
    const auto concerns = [&](const Finding &finding) {
        return isShape(finding) && finding.field.startsWith(firstEntries(path));
    };
    const bool named = std::any_of(findings.begin(), findings.end(), concerns);
    QCOMPARE(named, !field->nullable);
}

void AceFieldsTest::aMissingFieldIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    if (path.endsWith(u"[]"_s))
        return; // the entry of a list cannot be absent
    const AceField *field = pack().field(path);
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), "");
    const Findings findings = check(request, operationOf(isUpdate));
    if (field->type == AceType::Object) {
        // What is required in it is named instead.
        const bool named = std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
            return whatOf(finding) == u"required" && finding.field.startsWith(firstEntries(path) + u'.');
        });
        QCOMPARE(named, field->demand != AceDemand::None);
        return;
    }
    const Finding *found = find(findings, u"required"_s, firstEntries(path));
    QCOMPARE(found != nullptr, field->demand != AceDemand::None);
    if (found)
        QCOMPARE(found->severity, field->demand == AceDemand::Submission ? Severity::Warning : Severity::Error);
}

void AceFieldsTest::lengthsAreCountedInCodePoints()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (field->type == AceType::Date || field->type == AceType::Timestamp || field->type == AceType::Object)
        return;
    json::Value request = completeFor(operationOf(isUpdate));
    json::Value *value = &request;
    const auto standing = [&]() {
        json::Value *at = value;
        for (const QString &step : firstEntries(path).split(u'.')) {
            at = acerequests::find(*at, step.section(u'[', 0, 0));
            if (step.contains(u'['))
                at = &at->elements.front();
        }
        return at;
    };
    const bool isList = field->type == AceType::List;
    const QString what = isList ? u"items"_s : u"length"_s;
    const auto resize = [&](qint64 count) {
        json::Value *at = standing();
        if (isList)
            at->elements.resize(static_cast<std::size_t>(count),
                                at->elements.empty() ? json::Value() : at->elements.front());
        else
            at->text = QString::fromUcs4(U"\U0001F600").repeated(count);
        return find(check(request, operationOf(isUpdate)), what, firstEntries(path)) != nullptr;
    };
    if (field->most) {
        QVERIFY(!resize(*field->most));
        QVERIFY(resize(*field->most + 1));
    }
    if (field->least && *field->least > 1) {
        QVERIFY(!resize(*field->least));
        QVERIFY(resize(*field->least - 1));
    }
    if (isList && field->least == 1)
        QVERIFY(resize(0));
}

void AceFieldsTest::aWrongFormIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (!field->pattern && field->type != AceType::Date && field->type != AceType::Timestamp)
        return;
    QList<QByteArray> wrong{"\"a\\nb \\u2028c\""};
    if (field->type != AceType::Text)
        wrong << "\"2027-02-29\""
              << "\"2027-13-01\""
              << "\"31.03.2027\""
              << "\"2027-03-31 \""
              << "\"\\u0662027-03-31\"";
    for (const QByteArray &text : wrong) {
        json::Value request = completeFor(operationOf(isUpdate));
        edit(request, firstEntries(path), text);
        const Findings findings = check(request, operationOf(isUpdate));
        const Finding *found = find(findings, u"pattern"_s, firstEntries(path));
        QVERIFY2(found, qPrintable(listed(findings)));
        QCOMPARE(found->rule, u"ace/INVALID_STRING_FORMAT/pattern"_s);
    }
}

void AceFieldsTest::aValueOutsideItsListIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (field->vocabulary.isEmpty())
        return;
    json::Value request = completeFor(operationOf(isUpdate));
    const auto found = [&](const QString &text) {
        edit(request, firstEntries(path), quoted(text));
        const Findings findings = check(request, operationOf(isUpdate));
        const Finding *each = find(findings, u"vocabulary"_s, firstEntries(path));
        return each ? std::optional(*each) : std::nullopt;
    };
    for (const QString &value : pack().vocabulary(field->vocabulary)->values)
        QVERIFY2(!found(value), qPrintable(value));
    const QString first = pack().vocabulary(field->vocabulary)->values.constFirst();
    const auto slip = found(first + u'x');
    QVERIFY(slip);
    QCOMPARE(slip->severity, field->outside == AceOutside::Refused ? Severity::Error : Severity::Warning);
    if (first.size() > 3)
        QVERIFY2(slip->fix.contains(first), qPrintable(slip->fix));
}

void AceFieldsTest::anEmptyTextIsNamed()
{
    QFETCH(QString, path);
    QFETCH(bool, isUpdate);
    const AceField *field = pack().field(path);
    if (field->type != AceType::Text || field->nullable || field->mayBeBlank)
        return;
    json::Value request = completeFor(operationOf(isUpdate));
    edit(request, firstEntries(path), "\"\"");
    const Findings findings = check(request, operationOf(isUpdate));
    const bool formed = field->pattern || !field->vocabulary.isEmpty() || field->least.value_or(0) > 0;
    const auto at = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) {
        return isShape(finding) && finding.field == firstEntries(path);
    });
    QVERIFY(at != findings.end());
    if (formed && field->demand == AceDemand::None && field->outside == AceOutside::Refused)
        QCOMPARE(at->severity, Severity::Error);
    if (field->demand == AceDemand::None)
        QVERIFY2(at->fix.startsWith(u"Leave the key out"_s), qPrintable(at->fix));
}

QTEST_GUILESS_MAIN(AceFieldsTest)
#include "tst_acefields.moc"
