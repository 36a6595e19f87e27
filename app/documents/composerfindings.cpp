#include "documents/composerfindings.h"

#include "documents/formats.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

qsizetype wordCount(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts).size();
}

/// What somebody wrote, of all that stands in the document.
struct OwnTexts {
    const Text *longest = nullptr;
    qsizetype most = 0;
    qsizetype words = 0;
};

OwnTexts ownTexts(const Brief &brief)
{
    OwnTexts texts;
    const auto consider = [&](const Text &text) {
        if (text.field.isEmpty())
            return;
        const qsizetype words = wordCount(text.plain());
        texts.words += words;
        if (words > texts.most) {
            texts.most = words;
            texts.longest = &text;
        }
    };
    for (const Section &section : brief.sections) {
        for (const Block &block : section.blocks) {
            if (const auto *paragraphs = std::get_if<Paragraphs>(&block))
                std::for_each(paragraphs->paragraphs.begin(), paragraphs->paragraphs.end(), consider);
            if (const auto *list = std::get_if<LabelledList>(&block))
                std::for_each(list->rows.begin(), list->rows.end(), [&](const auto &row) { consider(row.value); });
        }
    }
    return texts;
}

/// How far the text goes down beyond the pages wanted, in points.
qreal excess(const Pages &pages, int wanted)
{
    qreal points = 0;
    for (int page = wanted; page < pages.count(); ++page) {
        qreal lowest = pages.grid.top;
        for (const TextMark &mark : pages.pages[size_t(page)].texts) {
            if (mark.baseline.y() <= pages.grid.bottom)
                lowest = std::max(lowest, mark.baseline.y());
        }
        points += lowest - pages.grid.top;
    }
    return points;
}

} // namespace

domain::Finding tooLongFinding(const Brief &brief, const Pages &pages, int wanted)
{
    constexpr qreal kLine = 12.5;
    constexpr int kWordsPerLine = 8;
    domain::Finding finding;
    finding.rule = u"brief-too-long"_s;
    finding.severity = domain::Severity::Warning;
    finding.message =
        u"The brief of %1 takes %2 pages instead of %3."_s.arg(brief.band.program).arg(pages.count()).arg(wanted);
    const OwnTexts texts = ownTexts(brief);
    const int words = int(excess(pages, wanted) / kLine + 1) * kWordsPerLine;
    // More than the texts have to give: the tables are what takes the room.
    if (!texts.longest || words > texts.words) {
        finding.fix = u"Its tables take the room: sum small workloads, and small services under one name."_s;
        return finding;
    }
    finding.field = texts.longest->field;
    finding.fix = u"Shorten the texts by about %1 words; the longest has %2."_s.arg(words).arg(texts.most);
    return finding;
}

void addMissingCharacters(const std::vector<MissingCharacter> &missing, domain::Findings &findings)
{
    std::vector<std::pair<char32_t, QString>> reported;
    for (const MissingCharacter &character : missing) {
        const std::pair<char32_t, QString> key{character.character, character.field};
        if (std::find(reported.begin(), reported.end(), key) != reported.end())
            continue;
        reported.push_back(key);
        domain::Finding finding;
        finding.rule = u"brief-character-without-font"_s;
        finding.severity = domain::Severity::Warning;
        finding.field = character.field;
        finding.message =
            u"No installed font has the character %1 (U+%2) in \u201c%3\u201d; the document shows [?]."_s.arg(
                QString::fromUcs4(&character.character, 1),
                QString::number(uint(character.character), 16).toUpper().rightJustified(4, u'0'), character.excerpt);
        finding.fix = u"Replace the character, or install a font that has it."_s;
        findings.push_back(finding);
    }
}

domain::Finding fontFinding()
{
    domain::Finding finding;
    finding.rule = u"brief-font-missing"_s;
    finding.severity = domain::Severity::Warning;
    finding.message = u"The font %1 is not installed; another one was used."_s.arg(fontFamily());
    finding.fix = u"Install the package fonts-liberation and write the documents again."_s;
    return finding;
}

} // namespace documents
