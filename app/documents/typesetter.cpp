#include "documents/typesetter.h"

#include <QFontInfo>
#include <QTextLayout>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

// Share of an em above and below the base line: Liberation Sans's own (hhea), so that lines of any font sit alike.
constexpr qreal kAscent = 0.905;
constexpr qreal kDescent = 0.212;
// Letter spacing switches ligatures off; below 1/64 of a pixel it would round to nothing.
constexpr qreal kNoLigatures = 1.0 / 32;
constexpr std::array kNarrower{0.96, 0.92, 0.88};
constexpr qreal kNoLimit = 1e6;

int unitsOf(const TextStyle &style)
{
    return int(std::lround(style.size * kUnitsPerPoint));
}

/// Signs that have no picture of their own: joiners, direction marks, variation selectors.
bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Format:
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: break;
    }
    return (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0xe0100 && character <= 0xe01ef);
}

bool endsWithMonth(QStringView text)
{
    static constexpr std::array kMonths{u"January", u"February", u"March",     u"April",   u"May",      u"June",
                                        u"July",    u"August",   u"September", u"October", u"November", u"December"};
    const qsizetype space = text.lastIndexOf(u' ');
    const QStringView word = text.mid(space + 1);
    if (word.size() < 3)
        return false;
    for (const char16_t *month : kMonths) {
        const QStringView name(month);
        if (word == name || word == name.first(3))
            return true;
    }
    return false;
}

/// Signs that turn the reading direction of what follows: a name must not be able to rewrite the line it stands in.
bool turnsDirection(QChar sign)
{
    const char16_t unit = sign.unicode();
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

/// Spaces for control signs, line separators for line ends, a fixed space between a month and its day, and the printer's
/// apostrophe inside a word. A ligature that came as one sign becomes its letters, which can be searched and copied.
QString cleaned(const QString &text)
{
    QString clean = text;
    clean.removeIf(turnsDirection);
    for (char16_t sign = 0xfb00; sign <= 0xfb06; ++sign) {
        if (clean.contains(QChar(sign)))
            clean.replace(QChar(sign), QString(QChar(sign)).normalized(QString::NormalizationForm_KC));
    }
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar sign = clean[i];
        if (sign == u'\n')
            clean[i] = QChar::LineSeparator;
        else if (sign < u' ' || sign == QChar(0x7f))
            clean[i] = u' ';
        else if (sign == u'\'' && i > 0 && i + 1 < clean.size() && clean[i - 1].isLetter() && clean[i + 1].isLetter())
            clean[i] = QChar(0x2019);
        else if (sign == u' ' && i + 1 < clean.size() && clean[i + 1].isDigit()
                 && endsWithMonth(QStringView(clean).first(i)))
            clean[i] = QChar::Nbsp;
    }
    return clean;
}

/// Positions at whole units whose steps are the rounded steps of the shaper: a letter is then followed by the same step
/// wherever it stands, which compresses well, and is off by less than a hundredth of its width.
QList<QPointF> wholeUnits(const QList<QPointF> &shaped, QPointF origin)
{
    QList<QPointF> positions;
    positions.reserve(shaped.size());
    for (qsizetype i = 0; i < shaped.size(); ++i) {
        if (i == 0)
            positions.append((shaped[0] - origin).toPoint());
        else
            positions.append(positions[i - 1] + QPointF((shaped[i] - shaped[i - 1]).toPoint()));
    }
    return positions;
}

QString excerptOf(const QString &text)
{
    constexpr qsizetype kLength = 40;
    return text.size() <= kLength ? text : QString(text.left(kLength - 1) + u'…');
}

} // namespace

TextMark SetText::mark(int line, qreal left, qreal top) const
{
    TextMark mark;
    mark.baseline = {left, top + Typesetter::baseline(m_style)};
    mark.color = m_style.color;
    const QTextLine from = m_layout->lineAt(line);
    const QPointF origin(from.x(), from.y() + from.ascent());
    mark.glyphs = from.glyphRuns();
    for (QGlyphRun &run : mark.glyphs)
        run.setPositions(wholeUnits(run.positions(), origin));
    return mark;
}

Typesetter::Typesetter()
{
    QFont font(fontFamily());
    m_hasDesignFont = QFontInfo(font).family() == fontFamily();
}

Typesetter::~Typesetter() = default;

qreal Typesetter::baseline(const TextStyle &style)
{
    return (style.leading - (kAscent + kDescent) * style.size) / 2 + kAscent * style.size;
}

Typesetter::FontTable &Typesetter::table(const TextStyle &style)
{
    auto &tables = m_tables[(style.face == Face::Bold ? 1U : 0U) + (style.kerned ? 2U : 0U)];
    auto &slot = tables[unitsOf(style)];
    if (!slot) {
        slot = std::make_shared<FontTable>();
        QFont &font = slot->font;
        font.setFamily(fontFamily());
        font.setPixelSize(unitsOf(style));
        font.setBold(style.face == Face::Bold);
        font.setKerning(style.kerned);
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setLetterSpacing(QFont::AbsoluteSpacing, kNoLigatures + style.spacing * kUnitsPerPoint);
        slot->raw = QRawFont::fromFont(font);
    }
    return *slot;
}

Typesetter::Glyph Typesetter::glyph(FontTable &table, char16_t character)
{
    const bool isTabled = character < kTabled;
    Glyph glyph = isTabled ? table.glyphs[character] : table.others.value(character);
    if (glyph.known)
        return glyph;
    const QChar sign(character);
    int count = 1;
    if (!table.raw.glyphIndexesForChars(&sign, 1, &glyph.index, &count) || count != 1)
        glyph.index = 0;
    QPointF advance;
    if (glyph.index != 0 && table.raw.advancesForGlyphIndexes(&glyph.index, &advance, 1, QRawFont::SeparateAdvances))
        glyph.advance = int(std::lround(advance.x()));
    glyph.known = true;
    if (isTabled)
        table.glyphs[character] = glyph;
    else
        table.others.insert(character, glyph);
    return glyph;
}

bool Typesetter::tabled(const QString &text, const TextStyle &style, FontTable &table, QGlyphRun *run, qreal *width)
{
    if (style.kerned)
        return false;
    QList<quint32> indexes;
    QList<QPointF> positions;
    if (run) {
        indexes.reserve(text.size());
        positions.reserve(text.size());
    }
    const int spacing = int(std::lround(style.spacing * kUnitsPerPoint));
    int x = 0;
    for (const QChar sign : text) {
        // Combining marks, surrogates and scripts that join or run from the right are for the shaper.
        const char16_t unit = sign.unicode();
        const bool isPlain = (unit >= 0x20 && unit < 0x300 && unit != 0x7f && unit != 0xad)
                          || (unit >= 0x370 && unit < 0x483) || (unit >= 0x2010 && unit <= 0x2027)
                          || (unit >= 0x20a0 && unit <= 0x20bf) || unit == 0x2212;
        if (!isPlain)
            return false;
        const Glyph glyph = this->glyph(table, unit);
        if (glyph.index == 0)
            return false;
        if (run) {
            indexes.append(glyph.index);
            positions.append(QPointF(x, 0));
        }
        x += glyph.advance + spacing;
    }
    if (run) {
        run->setRawFont(table.raw);
        run->setGlyphIndexes(indexes);
        run->setPositions(positions);
    }
    *width = qreal(x) / kUnitsPerPoint;
    return true;
}

qreal Typesetter::width(const QString &text, const TextStyle &style)
{
    qreal width = 0;
    if (tabled(text, style, table(style), nullptr, &width))
        return width;
    return setLine(printable(cleaned(text), style, {}), style).width(0);
}

qreal Typesetter::line(Fragment &into, const QString &text, const TextStyle &style, qreal left, qreal top)
{
    if (text.isEmpty())
        return 0;
    FontTable &font = table(style);
    TextMark mark;
    QGlyphRun run;
    qreal width = 0;
    if (tabled(text, style, font, &run, &width)) {
        mark.baseline = {left, top + baseline(style)};
        mark.color = style.color;
        mark.glyphs.append(run);
    } else {
        const SetText set = setLine(printable(cleaned(text), style, {}), style);
        mark = set.mark(0, left, top);
        width = set.width(0);
    }
    into.texts.push_back(std::move(mark));
    return width;
}

qreal Typesetter::lineToRight(Fragment &into, const QString &text, const TextStyle &style, qreal right, qreal top)
{
    if (text.isEmpty())
        return 0;
    const qreal width = line(into, text, style, 0, top);
    into.texts.back().baseline.rx() += right - width;
    return width;
}

SetText Typesetter::setLine(const QString &text, const TextStyle &style)
{
    QString oneLine = text;
    oneLine.replace(QChar::LineSeparator, u' ');
    return broken(Text(oneLine), style, kNoLimit);
}

SetText Typesetter::broken(const Text &text, const TextStyle &style, qreal width)
{
    auto layout = std::make_shared<QTextLayout>(text.plain(), table(style).font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // As in the HTML: the documents are English, and a name in Hebrew at the head of a sentence does not turn it around.
    option.setTextDirection(Qt::LeftToRight);
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const Span &span : text.spans) {
        if (span.strong) {
            QTextCharFormat format;
            format.setFontWeight(QFont::Bold);
            formats.append({start, int(span.text.size()), format});
        }
        start += int(span.text.size());
    }
    if (!formats.isEmpty())
        layout->setFormats(formats);

    SetText set;
    set.m_style = style;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width * kUnitsPerPoint);
        line.setPosition({0, 0});
        set.m_widths.push_back(line.naturalTextWidth() / kUnitsPerPoint);
    }
    layout->endLayout();
    if (set.m_widths.empty())
        set.m_widths.push_back(0);
    set.m_layout = std::move(layout);
    return set;
}

SetText Typesetter::set(const Text &text, const TextStyle &style, qreal width)
{
    Text clean = text;
    for (Span &span : clean.spans)
        span.text = printable(cleaned(span.text), style, text.field);
    SetText set = broken(clean, style, width);
    const int count = set.lineCount();
    if (count < 2)
        return set;
    const QString plain = clean.plain();
    const auto lastWords = [&plain](const SetText &lines) {
        const QTextLine last = lines.m_layout->lineAt(lines.lineCount() - 1);
        return QStringView(plain).mid(last.textStart(), last.textLength()).trimmed().count(u' ') + 1;
    };
    if (lastWords(set) > 1)
        return set;
    for (const qreal share : kNarrower) {
        SetText again = broken(clean, style, width * share);
        if (again.lineCount() != count)
            break;
        if (lastWords(again) > 1)
            return again;
    }
    return set;
}

qreal Typesetter::paragraph(Fragment &into, const Text &text, const TextStyle &style, qreal left, qreal top,
                            qreal width)
{
    if (text.isEmpty())
        return 0;
    const SetText lines = set(text, style, width);
    for (int i = 0; i < lines.lineCount(); ++i)
        into.texts.push_back(lines.mark(i, left, top + i * style.leading));
    return lines.lineCount() * style.leading;
}

bool Typesetter::isCovered(const QString &text)
{
    FontTable &font = table(style::kBody);
    for (const QChar sign : text) {
        if (sign.isSurrogate())
            return false;
        if (sign.unicode() >= 0x20 && sign.unicode() < 0x7f)
            continue;
        if (glyph(font, sign.unicode()).index == 0 && !isInvisible(sign.unicode()))
            return false;
    }
    return true;
}

QString Typesetter::printable(const QString &text, const TextStyle &style, const QString &field)
{
    if (isCovered(text))
        return text;
    QString result;
    for (const char32_t character : text.toUcs4()) {
        auto known = m_hasGlyph.constFind(character);
        if (known == m_hasGlyph.cend()) {
            // Shaping one character tells whether any installed font has it: glyph 0 is every font's empty box. For a
            // script that none can shape Qt paints filled boxes from a font of its own, which has no size.
            bool has = true;
            if (!isInvisible(character)) {
                QTextLayout probe(QString::fromUcs4(&character, 1), table(style).font);
                probe.beginLayout();
                probe.createLine();
                probe.endLayout();
                for (const QGlyphRun &run : probe.glyphRuns())
                    has = has && run.rawFont().pixelSize() > 0 && !run.glyphIndexes().contains(0U);
            }
            known = m_hasGlyph.insert(character, has);
        }
        if (*known) {
            result += QString::fromUcs4(&character, 1);
            continue;
        }
        m_missing.push_back({character, field, excerptOf(text)});
        result += u"[?]"_s;
    }
    return result;
}

} // namespace documents
