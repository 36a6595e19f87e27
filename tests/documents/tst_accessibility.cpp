// The structure of the HTML that assistive technology lives on, read as XML: language, landmarks, headings, table headers,
// names of what cannot be seen, and contrast of every color of text.
#include "documents/casedocument.h"
#include "documents/hand.h"
#include "documents/html.h"
#include "tests/documents/variants.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

/// HTML as XML: the elements that need no end get one.
QString asXml(QString html)
{
    html.remove(u"<!DOCTYPE html>"_s);
    static const QRegularExpression kVoid(u"<(meta|br|img)((?:\\s[^>]*)?)>"_s);
    return html.replace(kVoid, u"<\\1\\2/>"_s);
}

/// What the structure lacks, in words.
class Audit {
public:
    explicit Audit(const QString &html) : m_xml(asXml(html))
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement: begin(); break;
            case QXmlStreamReader::EndElement: end(); break;
            case QXmlStreamReader::Characters: m_text += m_xml.text(); break;
            default: break;
            }
        }
        if (m_xml.hasError())
            say(m_xml.errorString() + u" in line %1"_s.arg(m_xml.lineNumber()));
        for (const QString &once : {u"header"_s, u"main"_s, u"footer"_s, u"h1"_s, u"title"_s}) {
            if (m_count.value(once) != 1)
                say(u"%1 times <%2>"_s.arg(m_count.value(once)).arg(once));
        }
        if (!m_isViewable)
            say(u"no viewport, or one that forbids zooming"_s);
    }
    QStringList wrong() const { return m_wrong; }
    int tables() const { return m_count.value(u"table"_s); }

private:
    QString attribute(const QString &name) const { return m_xml.attributes().value(name).toString(); }
    void say(const QString &what) { m_wrong.append(what); }

    void begin()
    {
        const QString name = m_xml.name().toString();
        ++m_count[name];
        m_open.append(name);
        m_text.clear();
        if (name == "html"_L1 && attribute(u"lang"_s) != "en-US"_L1)
            say(u"no language"_s);
        if (name == "meta"_L1 && attribute(u"name"_s) == "viewport"_L1)
            m_isViewable = !attribute(u"content"_s).contains(u"maximum-scale"_s);
        if (name == "img"_L1 && attribute(u"alt"_s).isEmpty())
            say(u"a picture without words"_s);
        if (name == "svg"_L1 && attribute(u"aria-hidden"_s) != "true"_L1 && attribute(u"aria-label"_s).isEmpty())
            say(u"a drawing that is neither named nor hidden"_s);
        if (name == "th"_L1) {
            const bool isHead = m_open.contains(u"thead"_s);
            if (attribute(u"scope"_s) != (isHead ? "col"_L1 : "row"_L1))
                say(u"a head of a table without its scope"_s);
        }
        if (name == "table"_L1) {
            m_caption = false;
            m_heads = 0;
        }
        m_heads += name == "th"_L1 && m_open.contains(u"tbody"_s) ? 1 : 0;
        if (name == "script"_L1 || name == "iframe"_L1 || !attribute(u"onclick"_s).isEmpty())
            say(u"<%1>"_s.arg(name));
        if (attribute(u"tabindex"_s).toInt() > 0)
            say(u"an order of its own for Tab"_s);
        if (attribute(u"role"_s) == "region"_L1) {
            const QString label = attribute(u"aria-label"_s);
            if (label.isEmpty() || m_regions.contains(label))
                say(u"a region without a name of its own: "_s + label);
            m_regions.append(label);
        }
    }

    void end()
    {
        const QString name = m_open.takeLast();
        const QString text = m_text.trimmed();
        static const QRegularExpression kHead(u"^h([1-6])$"_s);
        if (const auto head = kHead.match(name); head.hasMatch()) {
            const int level = head.captured(1).toInt();
            if (text.isEmpty())
                say(u"an empty heading"_s);
            if (level > m_level + 1)
                say(u"level %1 after level %2: %3"_s.arg(level).arg(m_level).arg(text));
            m_level = level;
        }
        if (name == "th"_L1 && text.isEmpty())
            say(u"a head of a table that says nothing"_s);
        if (name == "caption"_L1)
            m_caption = !text.isEmpty();
        if (name == "table"_L1 && (!m_caption || m_heads == 0))
            say(u"a table without a caption or without heads of its rows"_s);
        if (name == "a"_L1 && text.isEmpty())
            say(u"a link without words"_s);
    }

    QXmlStreamReader m_xml;
    QHash<QString, int> m_count;
    QStringList m_open;
    QStringList m_wrong;
    QStringList m_regions;
    QString m_text;
    int m_level = 0;
    int m_heads = 0;
    bool m_caption = false;
    bool m_isViewable = false;
};

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentIsSound_data()
    {
        QTest::addColumn<QString>("html");
        const auto rows = [](const QByteArray &name, const domain::Worksheet &worksheet) {
            const testsupport::ComputedCase computed(worksheet);
            for (std::size_t i = 0; i < computed.stack.records.size(); ++i)
                QTest::addRow("%s, record %d", name.constData(), int(i) + 1) << documents::toHtml(computed.brief(i));
            using Kind = documents::CaseDocument;
            for (const Kind kind : {Kind::StackSummary, Kind::FounderSheet, Kind::CallSummary}) {
                if (const auto document = computed.document(kind))
                    QTest::addRow("%s, document %d", name.constData(), int(kind)) << documents::toHtml(*document);
            }
        };
        rows("Series A", testsupport::seriesA());
        rows("long texts", testsupport::withLongTexts());
        rows("hostile texts", testsupport::hostileTexts());
    }
    void everyDocumentIsSound()
    {
        QFETCH(QString, html);
        const Audit audit(html);
        QVERIFY2(audit.wrong().isEmpty(), qPrintable(audit.wrong().join(u'\n')));
    }

    void theAuditSeesWhatIsMissing()
    {
        const testsupport::ComputedCase computed(testsupport::seriesA());
        const QString good = documents::toHtml(computed.brief(0));
        QVERIFY(Audit(good).tables() > 3);
        const auto without = [&good](const QString &what, const QString &instead = {}) {
            QString html = good;
            html.replace(what, instead);
            return Audit(html).wrong();
        };
        QVERIFY(!without(u" lang=\"en-US\""_s).isEmpty());
        QVERIFY(!without(u" scope=\"row\""_s).isEmpty());
        QVERIFY(!without(u"<h2>"_s, u"<h4>"_s).isEmpty());
        QVERIFY(!without(u" aria-hidden=\"true\""_s).isEmpty());
        QVERIFY(!without(u"<main>"_s, u"<div>"_s).isEmpty());
    }

    void everyColorOfTextIsReadable()
    {
        // WCAG 2.1 AA for small text, on white and on the tint of strips and totals.
        const qreal tint = documents::contrastOnWhite(documents::color::kTint);
        for (const QRgb color : {documents::color::kInk, documents::color::kSecondary, documents::color::kNavy}) {
            const qreal onWhite = documents::contrastOnWhite(color);
            QVERIFY2(onWhite / tint >= 4.5, qPrintable(QString::number(onWhite / tint)));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
