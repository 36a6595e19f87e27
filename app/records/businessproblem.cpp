#include "records/businessproblem.h"

#include "records/english.h"

#include <QHash>

#include <algorithm>

namespace records {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::vector<Sentence> &sentences)
{
    QStringList texts;
    for (const Sentence &sentence : sentences)
        texts.append(sentence.text);
    return texts.join(u' ');
}

qsizetype lengthOf(const std::vector<Sentence> &sentences)
{
    return codePoints(textOf(sentences));
}

void append(std::vector<Sentence> &all, std::vector<Sentence> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The partner's own wording, closed with outcome and request unless it says them itself.
std::vector<Sentence> ownSentences(const RecordContext &context)
{
    std::vector<Sentence> all;
    const QString field = u"records/"_s + context.pool.id + u"/problem"_s;
    for (const QString &sentence : sentences(plain(context.own.problem)))
        all.push_back({sentence, all.empty() ? 0 : 5, field});
    return all;
}

std::vector<Sentence> composed(const RecordContext &context)
{
    std::vector<Sentence> all;
    if (!context.own.problem.isEmpty()) {
        all = ownSentences(context);
    } else {
        all = problemSentences(context);
        append(all, productionSentences(context));
    }
    const QString soFar = textOf(all);
    if (!soFar.contains("Expected outcome"_L1, Qt::CaseInsensitive))
        append(all, outcomeSentences(context));
    if (const QString sibling = siblingSentence(context); !sibling.isEmpty() && context.own.problem.isEmpty())
        all.push_back({sibling, 3, {}});
    if (!soFar.contains("Requested:"_L1, Qt::CaseInsensitive))
        all.push_back({requestSentence(context), 0, {}});
    return all;
}

/// The field whose text takes most of the room.
QString longestField(const std::vector<Sentence> &sentences)
{
    QHash<QString, qsizetype> lengths;
    QString longest;
    for (const Sentence &sentence : sentences) {
        if (sentence.field.isEmpty())
            continue;
        lengths[sentence.field] += codePoints(sentence.text) + 1;
        if (longest.isEmpty() || lengths[sentence.field] > lengths[longest])
            longest = sentence.field;
    }
    return longest;
}

void noteLength(const RecordContext &context, const std::vector<Sentence> &all, const std::vector<Sentence> &kept,
                domain::Findings &findings)
{
    const qsizetype length = lengthOf(all);
    if (length <= kProblemLength)
        return;
    const QString longest = longestField(all);
    const QString field = longest.isEmpty() ? QString(u"records/"_s + context.pool.id + u"/problem"_s) : longest;
    const bool fits = lengthOf(kept) <= kProblemLength;
    const auto needed = [](const std::vector<Sentence> &sentences) {
        return std::count_if(sentences.begin(), sentences.end(),
                             [](const Sentence &sentence) { return sentence.rank == 0; });
    };
    const bool lostNeeded = needed(kept) < needed(all);
    const bool isShortened = std::any_of(kept.begin(), kept.end(), [&all](const Sentence &sentence) {
        return std::none_of(all.begin(), all.end(), [&](const Sentence &one) { return one.text == sentence.text; });
    });
    const qsizetype left = static_cast<qsizetype>(all.size() - kept.size());
    QString message = u"The business problem of "_s + context.pool.id + u" would have "_s + grouped(length)
                    + u" characters; "_s + grouped(kProblemLength) + u" fit every channel"_s;
    if (left > 0)
        message += u", so "_s + (left == 1 ? u"one sentence was"_s : QString(grouped(left) + u" sentences were"))
                 + u" left out"_s;
    if (isShortened)
        message += left > 0 ? u" and one was cut short"_s : u", so one sentence was cut short"_s;
    if (!fits)
        message += u", and it still has "_s + grouped(lengthOf(kept));
    findings.push_back({fits ? u"problem-shortened"_s : u"problem-too-long"_s,
                        fits && !lostNeeded && !isShortened ? Severity::Advice : Severity::Warning, field,
                        message + u'.',
                        u"Shorten this text, the longest of them, by about "_s + grouped(length - kProblemLength)
                            + u" characters."_s});
}

/// The start of a sentence that has room, up to the end of a clause where one lies in its later half, else of a word;
/// nothing of a single endless word.
QString shortened(const QString &sentence, qsizetype room)
{
    const QString start = leftCodePoints(sentence, room - 1); // and the ellipsis
    qsizetype end = -1;
    for (const QChar mark : {u';', u',', u':'})
        end = std::max(end, start.lastIndexOf(mark));
    if (end < start.size() / 2)
        end = start.lastIndexOf(u' ');
    return end > 0 ? QString(start.left(end).trimmed() + u'\u2026') : QString();
}

} // namespace

std::vector<Sentence> fitted(std::vector<Sentence> sentences)
{
    // A sentence that leaves no room for the request even where 2,000 are taken cannot stay.
    while (sentences.size() > 1 && lengthOf(sentences) > kMostProblemLength) {
        const auto longest =
            std::max_element(sentences.begin(), sentences.end(), [](const Sentence &a, const Sentence &b) {
                return codePoints(a.text) < codePoints(b.text);
            });
        const qsizetype rest = codePoints(sentences.back().text) + 1;
        if (codePoints(longest->text) + rest <= kMostProblemLength || longest == std::prev(sentences.end()))
            break;
        // What begins the text is what the record is about: it is shortened, anything else goes.
        const QString start = longest->rank == 0 ? shortened(longest->text, kProblemLength - rest) : QString();
        if (start.isEmpty())
            sentences.erase(longest);
        else
            longest->text = start;
    }
    while (lengthOf(sentences) > kProblemLength) {
        // The last of those that give way most readily.
        auto least = sentences.end();
        for (auto it = sentences.begin(); it != sentences.end(); ++it) {
            if (it->rank > 0 && (least == sentences.end() || it->rank >= least->rank))
                least = it;
        }
        if (least == sentences.end())
            break;
        sentences.erase(least);
    }
    // Several use cases with long first sentences: the later ones go, never what is requested.
    while (lengthOf(sentences) > kMostProblemLength && sentences.size() > 2)
        sentences.erase(sentences.end() - 2);
    return sentences;
}

QString businessProblem(const RecordContext &context, domain::Findings &findings)
{
    const std::vector<Sentence> all = composed(context);
    const std::vector<Sentence> kept = fitted(all);
    noteLength(context, all, kept, findings);
    return textOf(kept);
}

} // namespace records
