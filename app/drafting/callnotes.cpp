#include "drafting/callnotes.h"

#include "documents/formats.h"
#include "domain/fieldat.h"

namespace drafting {

using documents::LabelledList;
using documents::Text;
using ports::Call;
using ports::CallQuestion;
using ports::CaseNotes;
using ports::Consent;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60;

QString labelOf(const domain::Worksheet &worksheet, const QString &path)
{
    QString label = path;
    domain::visitFieldAt(worksheet, path, [&label](const domain::FieldMeta &meta, const auto &, const auto &) {
        label = QString::fromLatin1(meta.label);
    });
    return label;
}

/// "12:05" into the call.
QString elapsed(const Call &call, const QDateTime &at)
{
    const qint64 seconds = std::max<qint64>(0, call.startedAt.secsTo(at));
    return QString::number(seconds / kMinute) + u':' + QString::number(seconds % kMinute).rightJustified(2, u'0');
}

QString consentWords(Consent consent)
{
    switch (consent) {
    case Consent::Given: return u"notes agreed to"_s;
    case Consent::Refused: return u"notes refused"_s;
    case Consent::NotAsked: break;
    }
    return u"not asked whether notes may be kept"_s;
}

/// The fields that rest on a line, behind its text.
QString factsOf(const CaseNotes &notes, const Call &call, qint64 line, const domain::Worksheet &worksheet)
{
    QStringList labels;
    for (const ports::Evidence &evidence : notes.evidence) {
        if (evidence.callId == call.id && evidence.line == line)
            labels.append(labelOf(worksheet, evidence.field));
    }
    return labels.isEmpty() ? QString() : QString(u" ["_s + labels.join(u", "_s) + u']');
}

/// As typed, or the rest of the line of notes that begins with the question.
QString answerTo(const CallQuestion &question, const CaseNotes &notes)
{
    if (const QString typed = question.answer.trimmed(); !typed.isEmpty())
        return typed;
    for (const Call &call : notes.calls) {
        for (const ports::NoteLine &line : call.lines) {
            const QString text = line.text.trimmed();
            if (call.consent != Consent::Refused && text.startsWith(question.text)
                && text.size() > question.text.size())
                return text.sliced(question.text.size()).trimmed();
        }
    }
    return u"answered in the notes"_s;
}

documents::Section callSection(const CaseNotes &notes, const Call &call, const domain::Worksheet &worksheet)
{
    documents::Section section;
    section.head = u"Call of "_s + documents::longDate(call.startedAt.date());
    const qint64 minutes = (call.seconds + kMinute - 1) / kMinute;
    section.subline =
        QString::number(minutes) + (minutes == 1 ? u" minute, "_s : u" minutes, "_s) + consentWords(call.consent);
    LabelledList lines;
    for (const ports::NoteLine &line : call.lines) {
        if (call.consent != Consent::Refused && !line.text.trimmed().isEmpty())
            lines.rows.push_back(
                {elapsed(call, line.at), Text(line.text.trimmed() + factsOf(notes, call, line.id, worksheet))});
    }
    if (!lines.rows.empty())
        section.blocks.push_back(std::move(lines));
    return section;
}

} // namespace

void addCalls(documents::Brief &summary, const domain::Worksheet &worksheet, const CaseNotes &notes)
{
    for (const Call &call : notes.calls)
        summary.sections.push_back(callSection(notes, call, worksheet));
    LabelledList own;
    for (const CallQuestion &question : notes.questions) {
        if (!question.text.isEmpty() && question.state == CallQuestion::State::Answered)
            own.rows.push_back({question.text, Text(answerTo(question, notes))});
    }
    if (own.rows.empty())
        return;
    documents::Section section;
    section.head = u"Our own questions"_s;
    section.blocks.push_back(std::move(own));
    summary.sections.push_back(std::move(section));
}

} // namespace drafting
