#include "ui/problemwords.h"

#include "messages/messages.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::ProblemWords", text);
}

/// The clauses of app/messages go on from the file's name; those that do not are set off by a colon.
bool goesOn(const QString &clause)
{
    const QString first = clause.section(u' ', 0, 0);
    return first == u"is" || first == u"was" || first == u"could" || first == u"holds" || first == u"already";
}

QString aboutFile(const QString &subject, const QString &clause)
{
    QString text = clause;
    if (!subject.isEmpty())
        text = subject + (goesOn(clause) ? u" "_s : u": "_s) + clause;
    if (!text.endsWith(u'.') && !text.endsWith(u'?'))
        text += u'.';
    return text;
}

QString nameOf(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    return name.isEmpty() ? file : name;
}

QString clauseFor(const session::FileProblem &problem)
{
    using Kind = session::FileProblem::Kind;
    switch (problem.kind) {
    case Kind::IsFolder: return translated("is a folder; choose a file");
    case Kind::TooLarge: return translated("is larger than the %1 MiB that are read").arg(problem.detail);
    case Kind::Unwritable: return translated("could not be written: %1. Choose another folder").arg(problem.detail);
    case Kind::NoCaseInside: return translated("holds no case: %1").arg(problem.detail);
    case Kind::ReadOnlyCaseFile:
        return translated("is open for reading only, since it cannot be written: nothing can be added to it");
    case Kind::Unreadable: break;
    }
    return translated("could not be read: %1").arg(problem.detail);
}

QString clauseFor(const documents::PdfError &error)
{
    if (error.kind == documents::PdfError::Kind::Begin)
        return translated("could not be begun as a PDF");
    return translated("could not be completed as a PDF: %1").arg(error.detail);
}

} // namespace

QString sentence(const session::Problem &problem)
{
    const QString name = nameOf(problem.file);
    if (const auto *input = std::get_if<domain::InputError>(&problem.what)) {
        if (input->path.isEmpty())
            return aboutFile(name, messages::sentence(*input));
        return aboutFile(name + u", "_s + input->path, messages::sentence(*input));
    }
    if (const auto *store = std::get_if<ports::StoreError>(&problem.what))
        return aboutFile(name, messages::sentence(*store));
    if (const auto *pdf = std::get_if<documents::PdfError>(&problem.what))
        return aboutFile(name, clauseFor(*pdf));
    if (const auto *file = std::get_if<session::FileProblem>(&problem.what))
        return aboutFile(name, clauseFor(*file));
    return {};
}

} // namespace ui
