#include "founderform/answer.h"

#include "domain/oneline.h"
#include "json/objectreader.h"

#include <QRegularExpression>
#include <QSet>

namespace founderform {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFields = 5000;
constexpr qsizetype kMostAdded = 300;
constexpr qsizetype kLongestPath = 600;
constexpr qsizetype kLongestName = 120;
constexpr qsizetype kLongestRemark = 2000;
constexpr int kMostRevisions = 1'000'000'000;
constexpr int kDeepest = 6; // the format needs four levels

constexpr QByteArrayView kBegin("-----BEGIN BRIEFSTACK ANSWER-----");
constexpr QByteArrayView kEnd("-----END BRIEFSTACK ANSWER-----");

/// The file in a text that was pasted into a mail, quoted and broken anew as mails are; the bytes themselves when they
/// hold no such block.
Result<QByteArray, InputError> unpacked(QByteArrayView bytes)
{
    const QByteArray text = bytes.toByteArray();
    const qsizetype begin = text.indexOf(kBegin);
    if (begin < 0)
        return text;
    const qsizetype start = begin + kBegin.size();
    const qsizetype end = text.indexOf(kEnd, start);
    if (end < 0)
        return Unexpected(InputError{InputProblem::WrongForm,
                                     {},
                                     u"an answer pasted as text"_s,
                                     u"the whole block, down to the line that says END"_s});
    QByteArray packed;
    for (const char sign : text.mid(start, end - start)) {
        if (sign != '>' && sign != ' ' && sign != '\t' && sign != '\r' && sign != '\n')
            packed += sign;
    }
    auto decoded = QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return Unexpected(InputError{InputProblem::WrongForm,
                                     {},
                                     u"an answer pasted as text"_s,
                                     u"the block as the form gave it, with no sign changed"_s});
    return *decoded;
}

void limit(const QString &text, qsizetype most, const QString &path, Problem &problem)
{
    if (text.size() > most)
        problem.raise(InputProblem::WrongLength, path,
                      u"a text of "_s + QString::number(text.size()) + u" characters"_s,
                      u"at most "_s + QString::number(most));
}

void limit(std::size_t count, qsizetype most, const QString &path, Problem &problem)
{
    if (count > static_cast<std::size_t>(most))
        problem.raise(InputProblem::WrongLength, path, u"a list of "_s + QString::number(count),
                      u"at most "_s + QString::number(most));
}

void checkIdentity(const Answer &answer, Problem &problem)
{
    static const QRegularExpression kUuid(u"\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    static const QRegularExpression kSha256(u"\\A[0-9a-f]{64}\\z"_s);
    if (!kUuid.match(answer.caseId).hasMatch())
        problem.raise(InputProblem::WrongForm, u"caseId"_s, answer.caseId.left(80), u"the id of a case"_s);
    if (!kSha256.match(answer.worksheetSha256).hasMatch())
        problem.raise(InputProblem::WrongForm, u"worksheet"_s, answer.worksheetSha256.left(80),
                      u"the SHA-256 of a worksheet"_s);
    if (answer.filledInBy.isEmpty())
        problem.raise(InputProblem::WrongLength, u"filledInBy"_s, u"no name"_s, u"who filled the form in"_s);
    limit(answer.filledInBy, kLongestName, u"filledInBy"_s, problem);
    limit(answer.remark, kLongestRemark, u"remark"_s, problem);
}

void checkAdded(const Answer &answer, Problem &problem)
{
    static const QRegularExpression kAdded(u"\\A[a-zA-Z].*/(new-[1-9][0-9]{0,5})\\z"_s);
    limit(static_cast<std::size_t>(answer.added.size()), kMostAdded, u"added"_s, problem);
    QSet<QString> ids;
    for (const QString &path : answer.added) {
        const QRegularExpressionMatch match = kAdded.match(path);
        if (path.size() > kLongestPath || !match.hasMatch())
            problem.raise(InputProblem::WrongForm, u"added"_s, path.left(80), u"a list and new-1, new-2, ..."_s);
        else if (ids.contains(match.captured(1)))
            problem.raise(InputProblem::DuplicateId, u"added"_s, match.captured(1), {});
        ids.insert(match.captured(1));
    }
}

void checkRemoved(const Answer &answer, Problem &problem)
{
    limit(static_cast<std::size_t>(answer.removed.size()), kMostAdded, u"removed"_s, problem);
    QSet<QString> paths;
    for (const QString &path : answer.removed) {
        if (path.size() > kLongestPath || !path.contains(u'/'))
            problem.raise(InputProblem::WrongForm, u"removed"_s, path.left(80), u"an entry of a list"_s);
        else if (paths.contains(path))
            problem.raise(InputProblem::DuplicateId, u"removed"_s, path.left(80), {});
        paths.insert(path);
    }
}

void checkFields(const Answer &answer, Problem &problem)
{
    limit(answer.fields.size(), kMostFields, u"answers"_s, problem);
    QSet<QString> paths;
    for (const AnsweredField &field : answer.fields) {
        limit(field.path, kLongestPath, u"answers"_s, problem);
        if (paths.contains(field.path))
            problem.raise(InputProblem::DuplicateId, u"answers"_s, field.path.left(80), u"answer each field once"_s);
        if (field.unknown && field.is.kind != json::Kind::Null)
            problem.raise(InputProblem::Contradiction, field.path.left(80), u"a value that is not known"_s,
                          u"a value, or that it is not known"_s);
        paths.insert(field.path);
    }
}

} // namespace

QString Answer::source() const
{
    return u"Founder\u2019s worksheet, "_s + filledInOn.toString(Qt::ISODate) + u", "_s + filledInBy;
}

std::optional<InputError> problemWith(const Answer &answer)
{
    Problem problem;
    checkIdentity(answer, problem);
    checkAdded(answer, problem);
    checkRemoved(answer, problem);
    checkFields(answer, problem);
    return problem.error;
}

Result<Answer, InputError> readAnswer(QByteArrayView bytes)
{
    if (bytes.size() > kLargestAnswer)
        return Unexpected(
            InputError{InputProblem::TooLarge, {}, QString::number(bytes.size()) + u" bytes"_s, u"1 MiB"_s});
    const auto text = unpacked(bytes);
    if (!text)
        return Unexpected(text.error());
    const auto root = json::parse(*text, {kLargestAnswer, kDeepest});
    if (!root)
        return Unexpected(root.error());
    Problem problem;
    ObjectReader object(*root, {}, problem);
    if (problem.error)
        return Unexpected(*problem.error);
    object.oneOf("format"_L1, {u"briefstack-answer"_s});
    if (const qint64 version = object.integer("version"_L1, 1, kMostRevisions); !problem.error && version != 1)
        problem.raise(InputProblem::UnsupportedVersion, u"version"_s, QString::number(version), u"version 1"_s);
    if (problem.error)
        return Unexpected(*problem.error);
    Answer answer;
    answer.caseId = object.text("caseId"_L1);
    answer.company = domain::oneLine(object.text("company"_L1)).left(kLongestName);
    answer.revision = static_cast<int>(object.integer("revision"_L1, 0, kMostRevisions));
    answer.worksheetSha256 = object.text("worksheet"_L1);
    answer.filledInBy = domain::oneLine(object.text("filledInBy"_L1)).trimmed();
    answer.filledInOn = object.date("filledInOn"_L1);
    answer.remark = object.optionalText("remark"_L1);
    answer.added = object.texts("added"_L1);
    answer.removed = object.texts("removed"_L1); // forms of before have none
    object.objects("answers"_L1, [&answer](ObjectReader &one) {
        answer.fields.push_back({one.text("field"_L1), one.any("was"_L1), one.any("is"_L1)});
        answer.fields.back().unknown = one.has("unknown"_L1) && one.boolean("unknown"_L1);
    });
    object.finish();
    if (!problem.error)
        problem.error = problemWith(answer);
    if (problem.error)
        return Unexpected(*problem.error);
    return answer;
}

} // namespace founderform
