// The founder's worksheet as a page: it asks what there is to ask, says nothing that is the partner's own, and no text in
// it can run.
#include "domain/fieldat.h"
#include "drafting/founderworksheet.h"
#include "founderform/form.h"
#include "founderform/html.h"
#include "worksheetfile/fullworksheet.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using domain::FieldMeta;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

/// Paths of all fields that have a question of the call.
class Questions {
public:
    Questions(const QString &prefix, QStringList &paths) : m_prefix(prefix), m_paths(paths) {}

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &member, const Limits &) const
    {
        const QString path = m_prefix + QLatin1StringView(meta.key);
        if constexpr (domain::StructOfFields<T>)
            domain::visitFields(member, Questions(path + u'/', m_paths));
        else if (*meta.question != '\0')
            m_paths.append(path);
    }
    template <domain::StructOfFields T, class Limits>
    void operator()(const FieldMeta &meta, const std::optional<T> &member, const Limits &) const
    {
        if (member)
            domain::visitFields(*member, Questions(m_prefix + QLatin1StringView(meta.key) + u'/', m_paths));
    }
    template <domain::StructOfFields T, class Limits>
    void operator()(const FieldMeta &meta, const std::vector<T> &list, const Limits &) const
    {
        const QStringList ids = domain::entryIds(list);
        for (std::size_t i = 0; i < list.size(); ++i)
            domain::visitFields(list[i], Questions(m_prefix + QLatin1StringView(meta.key) + u'/'
                                                       + ids[static_cast<qsizetype>(i)] + u'/',
                                                   m_paths));
    }

private:
    QString m_prefix;
    QStringList &m_paths;
};

founderform::Form formOf(const Worksheet &worksheet)
{
    return founderform::buildForm(worksheet, {u"id"_s, worksheet.company.name, worksheet.partner.name, 3, u"hash"_s},
                                  {});
}

QString pageOf(const Worksheet &worksheet)
{
    const auto shipped = drafting::shippedData();
    const auto page = drafting::founderFormHtml(
        drafting::founderForm(worksheet, u"ae0eae59-a52b-4df2-b2c3-3a4c96a79b6a"_s, 3, *shipped, QDate(2026, 11, 22)));
    return page ? QString::fromUtf8(*page) : QString();
}

QString between(const QString &text, const QString &begin, const QString &end)
{
    const qsizetype start = text.indexOf(begin) + begin.size();
    return text.mid(start, text.indexOf(end, start) - start);
}

QString hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toBase64());
}

} // namespace

class TestForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionOfTheCallIsAsked()
    {
        Worksheet worksheet = support::fullWorksheet();
        for (auto *services : {&worksheet.footprint, &worksheet.useCases.front().services}) {
            QVERIFY(!services->front().item.isEmpty()); // priced by its quantity: the amount is not asked
            services->front().item.clear();
        }
        QStringList expected;
        domain::visitFields(worksheet, Questions({}, expected));
        expected.removeIf([](const QString &path) { return path.startsWith(u"funding/pools/"_s); });
        const founderform::Form form = formOf(worksheet);
        QSet<QString> asked;
        for (const founderform::FormField *field : founderform::fieldsOf(form))
            asked.insert(field->path);
        QVERIFY(expected.size() > 50);
        for (const QString &path : expected)
            QVERIFY2(asked.contains(path), qPrintable(path));
        QVERIFY(asked.contains(u"contacts/firstname-lastname/email"_s)
                || std::ranges::any_of(asked, [](const QString &path) { return path.endsWith(u"/email"_s); }));
    }

    void thePartnersOwnFactsStayAtHome()
    {
        Worksheet worksheet = support::fullWorksheet();
        worksheet.records.front().comments = u"SECRET-record"_s;
        worksheet.partner.owner->email = u"SECRET-owner"_s;
        worksheet.facts[u"company/headcount"_s] = {domain::FactStatus::Assumed, u"SECRET-note"_s};
        worksheet.funding.pools.front().id = u"secret-pool"_s;
        const QString page = pageOf(worksheet);
        QVERIFY(!page.contains(u"SECRET"_s));
        QVERIFY(!page.contains(u"secret-pool"_s));
        QVERIFY(page.contains(u"We assumed this; please correct it."_s)); // but not whose guess or why
    }

    void whatIsKnownStandsInTheFieldAndOnlyThere()
    {
        Worksheet worksheet;
        worksheet.company.name = u"Sample"_s;
        worksheet.company.headcount = 24;
        worksheet.aws.accountId = u"111122223333"_s;
        const founderform::Form form = formOf(worksheet);
        int known = 0;
        for (const founderform::FormField *field : founderform::fieldsOf(form))
            known += field->value.kind == json::Kind::Null ? 0 : 1;
        QCOMPARE(known, 3);
    }

    void aCompanyNamedLikeAScriptIsText()
    {
        Worksheet worksheet;
        worksheet.company.name = u"</script><script>alert(1)</script>"_s;
        worksheet.company.website = u"\" onfocus=\"alert(2)"_s;
        worksheet.useCases.emplace_back();
        worksheet.useCases.back().id = u"one"_s;
        worksheet.useCases.back().title = u"</textarea></legend><img src=x onerror=alert(3)>"_s;
        worksheet.useCases.back().problem = worksheet.useCases.back().title;
        const QString page = pageOf(worksheet);
        QCOMPARE(page.count(u"<script"_s), 1);
        QCOMPARE(page.count(u"</script"_s), 1);
        QVERIFY(!page.contains(u"<img"_s));
        QVERIFY(!page.contains(u"\" onfocus"_s));
        QVERIFY(page.contains(u"&lt;/script&gt;"_s));
    }

    void thePageAllowsItselfNothingButItsOwnStyleAndScript()
    {
        const QString page = pageOf(support::fullWorksheet());
        const QString policy = between(page, u"Content-Security-Policy\" content=\""_s, u"\">"_s);
        QVERIFY(policy.startsWith(u"default-src 'none';"_s));
        QVERIFY(policy.contains(hashOf(between(page, u"<script>"_s, u"</script>"_s))));
        QVERIFY(policy.contains(hashOf(between(page, u"<style>"_s, u"</style>"_s))));
        QVERIFY(!policy.contains(u"unsafe"_s) && !policy.contains(u"http"_s));
        static const QRegularExpression kOutside(
            u"(\\bsrc=|\\burl\\(|@import|href=\"[^#]|\\baction=|\\bstyle=\"|\\son[a-z]+=\")"_s);
        QVERIFY2(!kOutside.match(page).hasMatch(), qPrintable(kOutside.match(page).captured()));
    }

    /// Who jumps from landmark to landmark comes by everything that can be filled in or pressed.
    void everyEntryStandsInALandmark()
    {
        QString page = pageOf(support::fullWorksheet());
        const QString bar = u"<div class=\"bar needs-script\" role=\"region\" aria-label=\""_s;
        QVERIFY(page.contains(bar));
        QVERIFY(!between(page, bar, u"\""_s).isEmpty());
        page.remove(between(page, bar, u"<main>"_s)).remove(between(page, u"<main>"_s, u"</main>"_s));
        static const QRegularExpression kEntry(u"<(?:input|select|textarea|button)\\b"_s);
        QVERIFY2(!kEntry.match(page).hasMatch(), qPrintable(kEntry.match(page).captured()));
    }

    void everyFieldHasALabelAndNoTwoShareAnId()
    {
        const QString page = pageOf(support::fullWorksheet());
        static const QRegularExpression kId(u" id=\"([^\"]+)\""_s);
        QSet<QString> ids;
        for (auto match = kId.globalMatch(page); match.hasNext();) {
            const QString id = match.next().captured(1);
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.insert(id);
        }
        static const QRegularExpression kEntry(u"<(?:input|select|textarea)[^>]* id=\"([^\"]+)\""_s);
        for (auto match = kEntry.globalMatch(page); match.hasNext();) {
            const QString id = match.next().captured(1);
            QVERIFY2(page.contains(u"for=\""_s + id + u'"'), qPrintable(id));
        }
    }
};

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
