#include "session/founderfiles.h"

#include "founderform/csvform.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace session {

using domain::Unexpected;
using drafting::DocumentFormat;
using drafting::DocumentKind;
using Standing = founderform::ComparedAnswer::Standing;
using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("session::FounderFiles", text);
}

} // namespace

std::optional<documents::FollowUp> followUpOf(const CaseSession &open)
{
    const CaseViewPointer view = open.viewWithNotes();
    if (!view)
        return std::nullopt;
    documents::Typesetter type;
    return drafting::CaseDocuments(view->computed, open.shipped(), view->identity, open.today(), type).followUp();
}

Outcome<drafting::DocumentFile> mailFile(const CaseSession &open, const documents::FollowUp &mail)
{
    const auto form = worksheetForm(open, DocumentFormat::Html);
    if (!form)
        return Unexpected(form.error());
    return drafting::DocumentFile{open.summary().slug + u'-' + drafting::kindWord(DocumentKind::FollowUp) + u'.'
                                      + drafting::formatWord(DocumentFormat::Mail),
                                  documents::toMail(mail, {{form->name, "text/html", form->bytes}})};
}

Outcome<drafting::DocumentFile> worksheetForm(const CaseSession &open, DocumentFormat format)
{
    const CaseViewPointer view = open.view();
    if (!view || open.caseId().isEmpty()) // an answer could not be brought back to its case
        return Unexpected(Problem{{}, Cancelled{}});
    documents::Typesetter type;
    const drafting::CaseDocuments documents(view->computed, open.shipped(), view->identity, open.today(), type);
    auto files = documents.founderFiles(DocumentKind::WorksheetForm, {format});
    if (!files || files->empty())
        return Unexpected(Problem{open.summary().company, files ? documents::PdfError{} : files.error()});
    return files->front();
}

Comparison comparisonOf(const drafting::ComparedCase &compared)
{
    std::vector<Difference> differences;
    for (const founderform::ComparedAnswer &row : compared.rows) {
        if (row.standing == Standing::Same)
            continue;
        Difference difference;
        difference.kind = row.standing == Standing::Changed ? Difference::Kind::Theirs : Difference::Kind::Conflict;
        difference.above = row.above;
        difference.path = row.path;
        difference.label = row.unit.isEmpty() ? row.label : QString(row.label + u", "_s + row.unit);
        difference.base = row.base;
        difference.ours = row.ours;
        difference.theirs = row.theirs;
        if (row.standing == Standing::Gone) {
            difference.kind = Difference::Kind::Theirs;
            difference.obstacle = translated("what it speaks of is no longer in the case");
        }
        differences.push_back(std::move(difference));
    }
    return {translated("This case"), compared.answer.source(), std::move(differences)};
}

QSet<QString> chosenPaths(const Comparison &comparison)
{
    QSet<QString> paths;
    for (const Difference &difference : comparison.differences()) {
        if (difference.choice == Difference::Choice::Theirs)
            paths.insert(difference.path);
    }
    return paths;
}

bool isAnswerFile(const QString &path)
{
    constexpr qint64 kStart = 4096;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(kStart);
    return start.contains("\"briefstack-answer\"") || start.contains("BEGIN BRIEFSTACK ANSWER")
        || founderform::isCsvForm(start);
}

Outcome<QByteArray> answerBytes(const QString &path)
{
    return readFile(path, founderform::kLargestAnswer);
}

} // namespace session
