// Every field of the one list, one after the other: what is within its limits comes back from a file as it went in, and
// what is not is refused with the place and what is allowed there. A field added to the list is tested without a word here.
#include "domain/fieldpath.h"
#include "worksheetfile/fieldcases.h"
#include "worksheetfile/fullworksheet.h"
#include "worksheetfile/reader.h"
#include "worksheetfile/writer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::InputError;
using domain::InputProblem;
using support::FieldCase;
using support::Refused;
using support::Steps;

namespace {

const std::vector<FieldCase> &cases()
{
    static const std::vector<FieldCase> kCases = support::fieldCases(support::fullWorksheet());
    return kCases;
}

const QJsonValue &fullJson()
{
    static const QJsonValue kJson = support::jsonOf(worksheetfile::write(support::fullWorksheet()));
    return kJson;
}

/// The document with that value, and what refers to it or excludes it changed along with it.
QJsonValue changed(const Steps &steps, const QJsonValue &value)
{
    const QString path = support::pathOf(steps);
    const auto with = [](const QJsonValue &root, const QString &key, const QJsonValue &also) {
        Steps place;
        for (const QString &step : key.split(u'/')) {
            bool isIndex = false;
            const int index = step.toInt(&isIndex);
            place.push_back(isIndex ? support::Step(index) : support::Step(step));
        }
        return support::withValueAt(root, place, also);
    };
    const QJsonValue absent = QJsonValue::Undefined;
    QJsonValue root = support::withValueAt(fullJson(), steps, value);
    if (path == u"useCases[0].workloads[0].users")
        root = with(root, u"useCases/0/workloads/0/requestsPerDay"_s, absent);
    if (path == u"useCases[0].services[0].monthlyUsd")
        root = with(root, u"useCases/0/services/0/item"_s, absent);
    if (path == u"footprint[0].monthlyUsd")
        root = with(root, u"footprint/0/item"_s, absent);
    if (path == u"useCases[0].id")
        root = with(root, u"funding/pools/0/useCases"_s, QJsonArray{value});
    if (path == u"funding.pools[0].id")
        root = with(root, u"records/0/pool"_s, value);
    if (path == u"records[0].pool")
        root = with(root, u"funding/pools/0/id"_s, value);
    if (path == u"useCases")
        root = with(root, u"funding/pools/0/useCases"_s, QJsonArray());
    if (path == u"funding.pools")
        root = with(root, u"records"_s, QJsonArray());
    return root;
}

bool isEmpty(const QJsonValue &value)
{
    return value == QJsonValue(u""_s) || value == QJsonValue(QJsonArray()) || value == QJsonValue(QJsonObject());
}

QByteArray described(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).left(200);
}

/// Reads, writes and reads again; returns what went wrong.
QString trouble(const Steps &steps, const QJsonValue &value)
{
    const auto read = worksheetfile::read(support::bytesOf(changed(steps, value)));
    if (!read)
        return u"refused at "_s + read.error().path + u", allowed: "_s + read.error().allowed;
    const QByteArray written = worksheetfile::write(*read);
    const auto again = worksheetfile::read(written);
    if (!again || !(*again == *read))
        return u"is not the same after writing"_s;
    if (worksheetfile::write(*again) != written)
        return u"is not written the same twice"_s;
    const QJsonValue back = support::valueAt(support::jsonOf(written), steps);
    if (value == QJsonValue(u""_s) && steps.back() == support::Step(u"id"_s))
        return back.toString().isEmpty() ? u"got no id of its own"_s : QString();
    if (back != (isEmpty(value) ? QJsonValue(QJsonValue::Undefined) : value))
        return u"came back as "_s + QString::fromUtf8(described(back));
    return {};
}

} // namespace

class TestEveryField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWorksheetWithEveryFieldComesBack()
    {
        const domain::Worksheet full = support::fullWorksheet();
        const QByteArray written = worksheetfile::write(full);
        const auto read = worksheetfile::read(written);
        QVERIFY2(read, read ? "" : qPrintable(QString(read.error().path + u": "_s + read.error().allowed)));
        QVERIFY(*read == full);
        QCOMPARE(worksheetfile::write(*read), written);
        QVERIFY(cases().size() > 150);
    }

    void everyFieldTakesWhatIsWithinItsLimits_data() { eachCase(false); }
    void everyFieldTakesWhatIsWithinItsLimits()
    {
        QFETCH(int, index);
        const FieldCase &field = cases()[static_cast<std::size_t>(index)];
        QVERIFY(field.isObject || !field.read.empty());
        const bool isReference = support::pathOf(field.steps) == u"funding.pools[0].useCases";
        for (const QJsonValue &value : field.read) {
            if (isReference && !isEmpty(value))
                continue; // ids of use cases, tested by their own rules
            const QString wrong = trouble(field.steps, value);
            QVERIFY2(wrong.isEmpty(), qPrintable(QString(QString::fromUtf8(described(value)) + u": "_s + wrong)));
        }
    }

    void everyFieldRefusesWhatIsNot_data() { eachCase(false); }
    void everyFieldRefusesWhatIsNot()
    {
        QFETCH(int, index);
        const FieldCase &field = cases()[static_cast<std::size_t>(index)];
        QVERIFY(!field.refused.empty());
        for (const Refused &refused : field.refused) {
            const QJsonValue root = support::withValueAt(fullJson(), field.steps, refused.value);
            const auto read = worksheetfile::read(support::bytesOf(root));
            const QByteArray value = described(refused.value);
            QVERIFY2(!read, value.constData());
            Steps place = field.steps;
            place.insert(place.end(), refused.inside.begin(), refused.inside.end());
            const InputError &error = read.error();
            QVERIFY2(error.path == support::pathOf(place), qPrintable(error.path));
            QVERIFY2(error.problem == refused.problem, qPrintable(QString(support::pathOf(place) + u" is problem "_s
                                                                          + QString::number(int(error.problem)))));
            QVERIFY2(error.allowed.contains(refused.allowed), qPrintable(QString(error.allowed)));
            QVERIFY2(error.value.size() <= 82, qPrintable(error.value)); // 80 and its quotes
        }
    }

    void everyLevelRefusesUnknownKeys_data() { eachCase(true); }
    void everyLevelRefusesUnknownKeys()
    {
        QFETCH(int, index);
        const FieldCase &object = cases()[static_cast<std::size_t>(index)];
        const QString known = support::valueAt(fullJson(), object.steps).toObject().keys().first();
        for (const QString &key : {u"unheardOf"_s, u""_s, QString(known + u'x'), known.toUpper(), u"__proto__"_s}) {
            const Steps place = support::below(object.steps, key);
            const auto read = worksheetfile::read(support::bytesOf(support::withValueAt(fullJson(), place, 1)));
            QVERIFY(!read);
            QCOMPARE(read.error().problem, InputProblem::UnknownKey);
            QCOMPARE(read.error().path, support::pathOf(place));
            QCOMPARE(read.error().value, key);
            QVERIFY2(read.error().allowed.contains(known), qPrintable(read.error().allowed));
        }
    }

    void everyFieldHasAPathOfIds_data() { eachCase(false); }
    void everyFieldHasAPathOfIds()
    {
        QFETCH(int, index);
        const FieldCase &field = cases()[static_cast<std::size_t>(index)];
        const domain::Worksheet full = support::fullWorksheet();
        if (field.idPath.isEmpty())
            return;
        QVERIFY2(domain::namesSomething(full, field.idPath), qPrintable(field.idPath));
        QVERIFY(!domain::namesSomething(full, field.idPath + u'/'));
        QVERIFY(!domain::namesSomething(full, field.idPath + u"/nonsense"_s));
        QVERIFY(!domain::namesSomething(full, field.idPath + u'x'));
    }

private:
    static void eachCase(bool objects)
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < cases().size(); ++i) {
            const QString path = support::pathOf(cases()[i].steps);
            if (objects ? cases()[i].isObject : !path.isEmpty())
                QTest::newRow(path.isEmpty() ? "the document" : qPrintable(path)) << static_cast<int>(i);
        }
    }
};

QTEST_GUILESS_MAIN(TestEveryField)
#include "tst_everyfield.moc"
