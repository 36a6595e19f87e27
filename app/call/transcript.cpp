#include "call/transcript.h"

#include "domain/oneline.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

namespace call {

using namespace Qt::StringLiterals;

namespace {

int secondsOf(const QString &stamp)
{
    int seconds = 0;
    for (const QString &part : stamp.section(u'.', 0, 0).section(u',', 0, 0).split(u':'))
        seconds = seconds * 60 + part.toInt();
    return seconds;
}

const QString kStamp = uR"(((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?))"_s;

/// "<v Anna>text" of WebVTT.
QString withoutVoice(const QString &line)
{
    static const QRegularExpression kVoice(uR"(^<v(?:\.[^ >]*)?\s+([^>]+)>(.*?)(?:</v>)?$)"_s);
    const auto voice = kVoice.match(line);
    return voice.hasMatch() ? QString(voice.captured(1).trimmed() + u": " + voice.captured(2).trimmed()) : line;
}

} // namespace

QString pastedText(const QString &text)
{
    static const QRegularExpression kBreak(u"\\r\\n|[\\n\\r\\x{0b}\\x{0c}\\x{85}\\x{2028}\\x{2029}]"_s);
    QStringList lines = text.split(kBreak);
    for (QString &line : lines) {
        QStringList cells = line.split(u'\t');
        for (QString &cell : cells)
            cell = domain::oneLine(std::move(cell));
        line = cells.join(u'\t');
    }
    return lines.join(u'\n');
}

std::vector<TranscriptLine> readTranscript(const QString &text)
{
    static const QRegularExpression kCue(u'^' + kStamp + uR"(\s+-->\s+)"_s);
    static const QRegularExpression kLeading(uR"(^[\[(]?)"_s + kStamp + uR"([\])]?\s*[-–]?\s+(\S.*)$)"_s);
    static const QRegularExpression kAbove(uR"(^(\p{Lu}[\p{L} .'’-]{0,40}?)\s{1,}[\[(]?)"_s + kStamp + uR"([\])]?$)"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    std::vector<TranscriptLine> lines;
    std::optional<int> second;
    QString speaker;
    bool isTranscript = text.startsWith("WEBVTT"_L1);
    for (const QString &raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        if (const auto cue = kCue.match(line); cue.hasMatch()) {
            second = secondsOf(cue.captured(1));
            isTranscript = true;
            if (!lines.empty() && lines.back().text.toInt() > 0 && !lines.back().second)
                lines.pop_back(); // the cue's number
        } else if (const auto above = kAbove.match(line); above.hasMatch()) {
            second = secondsOf(above.captured(2));
            speaker = above.captured(1).trimmed() + u": "_s;
            isTranscript = true;
        } else if (const auto leading = kLeading.match(line); leading.hasMatch()) {
            lines.push_back({secondsOf(leading.captured(1)), withoutVoice(leading.captured(2))});
            isTranscript = true;
        } else if (!line.isEmpty() || !isTranscript) {
            if (line.startsWith("WEBVTT"_L1) && lines.empty())
                continue;
            lines.push_back({std::exchange(second, std::nullopt),
                             std::exchange(speaker, QString()) + (isTranscript ? withoutVoice(line) : raw)});
        }
    }
    while (!lines.empty() && lines.back().text.trimmed().isEmpty())
        lines.pop_back();
    return lines;
}

qsizetype speakerLength(const QString &line)
{
    static const QRegularExpression kSpeaker(
        uR"(^(?:\p{Lu}[\p{L}.'’-]*)(?:\s\p{Lu}[\p{L}.'’-]*){0,2}(?:\s\([^)]{1,30}\))?:(?=\s))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = kSpeaker.match(line);
    return match.hasMatch() ? match.capturedEnd(0) : 0;
}

} // namespace call
