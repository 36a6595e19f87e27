// The partner's hand: what of a profile is refused, and what it does to a document in every format.
#include "documents/composer.h"
#include "documents/hand.h"
#include "documents/html.h"
#include "documents/logo.h"
#include "documents/markdown.h"
#include "documents/odt.h"
#include "documents/pdf.h"
#include "documents/text.h"
#include "tests/documents/variants.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::ParagraphPlace;
using domain::PartnerProfile;

namespace {

QByteArray png(int width, int height, Qt::GlobalColor color = Qt::darkGreen)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const QByteArray &inside)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 40 "
           "10\">"
         + inside + "</svg>";
}

PartnerProfile fullProfile()
{
    PartnerProfile profile;
    profile.name = u"Cloud Nord GmbH & Co. KG"_s;
    profile.address = u"Hafenstraße 4\n20457 Hamburg"_s;
    profile.logo = png(400, 100);
    profile.firstColor = u"#5b1f5f"_s;
    profile.secondColor = u"#b08a2a"_s;
    profile.paper = domain::ProfilePaper::A4;
    profile.currency = u"USD"_s;
    profile.setParagraph(ParagraphPlace::Brief, u"{partner} works with {company} on {date}, for {total}. {{as is}}"_s);
    return profile;
}

documents::Brief briefWith(const PartnerProfile &profile)
{
    const testsupport::ComputedCase computed(testsupport::seriesA());
    documents::Brief brief = computed.brief(0);
    documents::applyProfile(brief, profile, ParagraphPlace::Brief, computed.input());
    return brief;
}

QString rulesOf(const domain::Findings &findings)
{
    QStringList rules;
    for (const domain::Finding &finding : findings)
        rules.append(finding.rule + u' ' + finding.field);
    return rules.join(u", "_s);
}

bool usesColor(const documents::Pages &pages, QRgb color)
{
    for (const documents::Fragment &page : pages.pages) {
        for (const documents::FillMark &mark : page.fills) {
            if (mark.color == color)
                return true;
        }
        for (const documents::TextMark &mark : page.texts) {
            if (mark.color == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestHand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<PartnerProfile>("profile");
        QTest::addColumn<QString>("rules");
        const auto row = [](const char *name, auto change, const QString &rules) {
            PartnerProfile profile = fullProfile();
            change(profile);
            QTest::newRow(name) << profile << rules;
        };
        row("nothing", [](PartnerProfile &) {}, {});
        row("the design's own", [](PartnerProfile &p) { p = PartnerProfile(); }, {});
        row(
            "no color", [](PartnerProfile &p) { p.firstColor = u"navy"_s; }, u"profile-color firstColor"_s);
        row(
            "pale text", [](PartnerProfile &p) { p.firstColor = u"#8a8a8a"_s; },
            u"profile-contrast firstColor, profile-grey secondColor"_s);
        row(
            "pale bars", [](PartnerProfile &p) { p.secondColor = u"#ffdd88"_s; }, u"profile-contrast secondColor"_s);
        row(
            "alike in grey", [](PartnerProfile &p) { p.secondColor = u"#1f5f3a"_s; }, u"profile-grey secondColor"_s);
        row(
            "placeholder", [](PartnerProfile &p) { p.setParagraph(ParagraphPlace::Plan, u"{compny}"_s); },
            u"profile-placeholder paragraphs/plan"_s);
        row(
            "open brace", [](PartnerProfile &p) { p.setParagraph(ParagraphPlace::Plan, u"Hi {company"_s); },
            u"profile-placeholder paragraphs/plan"_s);
        row("braces of its own",
            [](PartnerProfile &p) { p.setParagraph(ParagraphPlace::Plan, u"{{set}} of {company}"_s); }, {});
        row(
            "long name", [](PartnerProfile &p) { p.name = QString(81, u'x'); }, u"profile-too-long name"_s);
        row(
            "channel", [](PartnerProfile &p) { p.channel = u"fax"_s; }, u"profile-channel channel"_s);
        for (const QString &name : {u"EUR"_s, u"=1+1"_s, u"AUD"_s, u"A$"_s, u"Aus dollars"_s, u"CAD dollars"_s})
            row(
                qPrintable(name), [name](PartnerProfile &p) { p.currency = name; }, u"profile-currency currency"_s);
        for (const QString &name : {u"USD"_s, u"US$"_s, u"$"_s, u"US-Dollar"_s, u"dollars US"_s, u"US dollars"_s})
            row(
                qPrintable(name), [name](PartnerProfile &p) { p.currency = name; }, QString());
        row(
            "logo", [](PartnerProfile &p) { p.logo = "GIF89a"; }, u"profile-logo logo"_s);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(PartnerProfile, profile);
        QFETCH(QString, rules);
        QCOMPARE(rulesOf(documents::checkProfile(profile)), rules);
    }

    void logosOfUnknownOriginAreLookedAt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said"); // empty: taken
        QTest::newRow("png") << png(10, 10) << QString();
        QTest::newRow("shapes") << svg("<defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient></defs>"
                                       "<g fill=\"url(#a)\"><path d=\"M0 0H9V9\"/></g>")
                                << QString();
        QTest::newRow("script") << svg("<script>alert(1)</script>") << u"<script>"_s;
        QTest::newRow("handler") << svg("<path d=\"M0 0\" onload=\"x()\"/>") << u"script"_s;
        QTest::newRow("file") << svg("<image xlink:href=\"file:///etc/passwd\"/>") << u"<image>"_s;
        QTest::newRow("use") << svg("<use xlink:href=\"#a\"/>") << u"<use>"_s;
        QTest::newRow("style") << svg("<style>@import 'http://a.example/'</style>") << u"<style>"_s;
        QTest::newRow("fill from elsewhere")
            << svg("<path fill=\"url(http://a.example/#b)\" d=\"M0 0\"/>") << u"outside"_s;
        QTest::newRow("entities") << QByteArray("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg/>") << u"document type"_s;
        QTest::newRow("nested") << svg(QByteArray("<g>").repeated(100) + QByteArray("</g>").repeated(100))
                                << u"too many"_s;
        QTest::newRow("cut off") << svg("<g>").chopped(6) << u"damaged"_s;
        QTest::newRow("cut png") << png(10, 10).first(20) << u"damaged"_s;
        QTest::newRow("large png") << png(4001, 2) << u"pixels"_s;
        QTest::newRow("large file") << QByteArray(256 * 1024 + 1, ' ') << u"KiB"_s;
        QTest::newRow("text") << QByteArray("hello") << u"neither"_s;
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    }
    void logosOfUnknownOriginAreLookedAt()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const auto logo = documents::Logo::read(bytes);
        QVERIFY2(bool(logo) == said.isEmpty(), logo ? "taken" : qPrintable(logo.error()));
        if (!logo)
            QVERIFY2(logo.error().contains(said), qPrintable(logo.error()));
    }

    void withoutAProfileNothingChanges()
    {
        const testsupport::ComputedCase computed(testsupport::seriesA());
        documents::Brief brief = computed.brief(0);
        const QString before = documents::toHtml(brief);
        documents::applyProfile(brief, {}, ParagraphPlace::Brief, computed.input());
        QCOMPARE(documents::toHtml(brief), before);
    }

    void thePagesCarryIt()
    {
        documents::Typesetter type;
        const documents::Pages plain = documents::compose(briefWith({}), type);
        const documents::Brief brief = briefWith(fullProfile());
        const documents::Pages pages = documents::compose(brief, type);
        QCOMPARE(pages.count(), 2);
        QCOMPARE(pages.grid.width, 595.276);
        QCOMPARE(pages.pages[0].images.size(), size_t(1));
        QVERIFY(pages.pages[1].images.empty());
        const QRectF logo = pages.pages[0].images[0].rect;
        QCOMPARE(logo.size(), QSizeF(84, 21)); // its shape kept
        QVERIFY(logo.top() >= 10 && logo.bottom() < pages.grid.top);
        QVERIFY(usesColor(plain, documents::color::kNavy));
        QVERIFY(!usesColor(pages, documents::color::kNavy));
        QVERIFY(usesColor(pages, 0xff5b1f5f));
        QCOMPARE(brief.properties.author, u"Cloud Nord GmbH & Co. KG"_s);
        const auto pdf = documents::toPdf(pages, brief.properties);
        QVERIFY(pdf);
        QVERIFY(pdf->contains("/Image"));
    }

    void everyFormatSaysWhoseItIs()
    {
        const documents::Brief brief = briefWith(fullProfile());
        const QString html = documents::toHtml(brief);
        QVERIFY(html.contains(u"<img src=\"data:image/png;base64,"_s));
        QVERIFY(html.contains(u"alt=\"Logo of Cloud Nord GmbH &amp; Co. KG\""_s));
        QVERIFY(html.contains(u"#5b1f5f"_s) && !html.contains(u"#1f3a5f"_s));
        QVERIFY(html.contains(u"#b08a2a"_s) && !html.contains(u"#c58b2a"_s));
        const QString text = documents::toText(brief);
        QVERIFY(text.startsWith(u"Cloud Nord GmbH & Co. KG \u00b7 Hafenstraße 4 \u00b7 20457 Hamburg\n"_s));
        QVERIFY(documents::toMarkdown(brief).startsWith(u"Cloud Nord GmbH"_s));
        QVERIFY(text.contains(u"USD"_s) && !text.contains(u"US dollars"_s));
        const auto odt = documents::toOdt(brief);
        QVERIFY(odt);
        QVERIFY(odt->contains("Pictures/logo.png"));
        for (const QString &form : {html, text})
            QVERIFY2(QString(form).simplified().contains(
                         u"works with Northwind Support Software on November 22, 2026, for $129,500. {as is}"_s),
                     qPrintable(form));
    }

    void theParagraphOfAnotherDocumentIsASectionOfItsOwn()
    {
        const testsupport::ComputedCase computed(testsupport::seriesA());
        auto sheet = computed.document(documents::CaseDocument::FounderSheet);
        QVERIFY(sheet);
        PartnerProfile profile;
        profile.setParagraph(ParagraphPlace::Founder, u"Call us any time."_s);
        documents::applyProfile(*sheet, profile, documents::paragraphPlaceOf(documents::CaseDocument::FounderSheet),
                                computed.input());
        QCOMPARE(sheet->sections.back().head, u"From "_s + computed.worksheet.partner.name);
        QVERIFY(documents::toText(*sheet).contains(u"Call us any time."_s));
    }

    void aLetterheadThatIsTooLongStaysAboveTheBand()
    {
        PartnerProfile profile = fullProfile();
        profile.name = QString(u"Gesellschaft "_s).repeated(6);
        profile.address = QString(u"Lange Straße 4, "_s).repeated(12);
        QVERIFY(documents::checkProfile(profile).empty());
        documents::Typesetter type;
        const documents::Pages pages = documents::compose(briefWith(profile), type);
        for (const documents::TextMark &mark : pages.pages[0].texts)
            QVERIFY2(mark.baseline.x() > 50 && mark.baseline.y() > 12, "inside the paper");
        QCOMPARE(pages.count(), 2);
    }

    void svgLogosStaySharp()
    {
        const auto logo = documents::Logo::read(svg("<rect width=\"40\" height=\"10\" fill=\"#ff0000\"/>"));
        QVERIFY(logo);
        QImage image(80, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        (*logo)->paint(painter, QRectF(0, 0, 80, 20));
        painter.end();
        QCOMPARE(image.pixelColor(40, 10), QColor(Qt::red));
        QCOMPARE((*logo)->fitted({150, 21}), QSizeF(84, 21));
    }
};

QTEST_MAIN(TestHand)
#include "tst_hand.moc"
