#include "messages/messages.h"

#include "domain/oneline.h"

namespace messages {

using domain::InputError;
using domain::InputProblem;
using ports::StoreError;
using namespace Qt::StringLiterals;

namespace {

/// "; allowed: ..." when there is something to say.
QString hint(const QString &lead, const QString &text)
{
    return text.isEmpty() ? QString() : lead + text;
}

QString inBrackets(const QString &text)
{
    return text.isEmpty() ? QString() : u" ("_s + text + u')';
}

/// Names of models, items and keys come from a file: quoted, of bounded length.
QString quoted(const QString &value)
{
    const QString shown = value.left(82); // 80 signs, and quotation marks that are there already
    return shown.startsWith(u'"') ? shown : u'"' + shown + u'"';
}

/// The beginning of a value that would not fit beside its field; quotation marks around it stay.
QString briefly(const QString &value)
{
    constexpr qsizetype kMost = 40;
    if (value.size() <= kMost)
        return value;
    const qsizetype end = value.at(kMost - 1).isHighSurrogate() ? kMost - 1 : kMost;
    return value.left(end) + (value.startsWith(u'"') ? u"…\""_s : u"…"_s);
}

QString shapeSentence(const InputError &error)
{
    switch (error.problem) {
    case InputProblem::TooLarge:
        return u"is too large: "_s + error.value + u", at most "_s + error.allowed + u" are read"_s;
    case InputProblem::NotUtf8:
        return (error.value.isEmpty() ? u"is not valid UTF-8 text"_s : u"holds "_s + error.value)
             + hint(u" at "_s, error.allowed)
             + (error.value.isEmpty() ? u": save the file as UTF-8"_s
                                      : u": take it out, and save the file as UTF-8 text"_s);
    case InputProblem::NotJson:
        return u"is not valid JSON"_s + hint(u" at "_s, error.allowed)
             + (error.value.isEmpty() ? u": the file ends too early"_s : u", near "_s + quoted(error.value));
    case InputProblem::TooDeep: return u"is nested too deeply: at most "_s + error.allowed + u" are read"_s;
    case InputProblem::DuplicateKey: return u"the key "_s + quoted(error.value) + u" is there twice: keep one"_s;
    case InputProblem::UnknownKey:
        return u"the key "_s + quoted(error.value) + u" is not known"_s + hint(u"; known here: "_s, error.allowed);
    case InputProblem::MissingKey:
        return u"the key "_s + quoted(error.value) + u" is missing"_s + hint(u"; it takes "_s, error.allowed);
    case InputProblem::WrongType: return u"expected "_s + error.allowed + u", found "_s + error.value;
    default: break;
    }
    return {};
}

QString valueSentence(const InputError &error)
{
    switch (error.problem) {
    case InputProblem::OutOfRange: return error.value + u" is out of range: allowed is "_s + error.allowed;
    case InputProblem::WrongLength:
        return hint({}, error.value) + u" has the wrong length: allowed is "_s + error.allowed;
    case InputProblem::WrongForm: return quoted(error.value) + u" has the wrong form: expected "_s + error.allowed;
    case InputProblem::NotOneOf: return quoted(error.value) + u" is not one of: "_s + error.allowed;
    case InputProblem::DuplicateId:
        return quoted(error.value) + u" is there twice: "_s
             + (error.allowed.isEmpty() ? u"give each its own"_s : error.allowed);
    case InputProblem::UnknownReference:
        return quoted(error.value) + u" names nothing that exists"_s + hint(u"; there is "_s, error.allowed);
    case InputProblem::Contradiction:
        return error.value + hint(error.value.isEmpty() ? QString() : u": "_s, error.allowed);
    case InputProblem::UnknownModel:
        return u"the model "_s + quoted(error.value) + u" is not in the rate book"_s
             + (error.allowed.isEmpty() ? u": see `briefstack-cli rates list`"_s
                                        : u"; did you mean "_s + error.allowed + u'?');
    case InputProblem::NotBilledByToken: return u"the model "_s + quoted(error.value) + u" is "_s + error.allowed;
    case InputProblem::UnknownRegion:
        return u"there is no price in the region "_s + quoted(error.value) + hint(u": "_s, error.allowed);
    case InputProblem::UnknownItem:
        return u"the item "_s + quoted(error.value) + u" is not in the rate book: give the amount as monthlyUsd"_s
             + hint(u", or use "_s, error.allowed);
    case InputProblem::NotPriced: return quoted(error.value) + u": "_s + error.allowed;
    case InputProblem::TooMuch:
        return u"more than can be computed exactly"_s
             + (error.value.isEmpty() ? QString() : u" for "_s + quoted(error.value)) + u": "_s + error.allowed;
    default: break;
    }
    return {};
}

QString storeSentence(const StoreError &error)
{
    switch (error.kind) {
    case StoreError::Kind::NotFound: return u"there is no such file"_s;
    case StoreError::Kind::NotACase: return u"is not a Briefstack case file; it was left as it is"_s;
    case StoreError::Kind::TooShort:
        return u"is too short to be a case file; restore a backup, or choose another file"_s;
    case StoreError::Kind::Altered:
        return u"holds tables, triggers or views that Briefstack did not make"_s + inBrackets(error.detail)
             + u"; it was not read. Restore a backup"_s;
    case StoreError::Kind::Exists: return u"is already there, and nothing is replaced; choose another name"_s;
    case StoreError::Kind::TooNew:
        return u"was written by a newer version of Briefstack; update the program to open it. It was left as it is"_s;
    case StoreError::Kind::Busy: return u"another program is writing to it; try again in a moment"_s;
    case StoreError::Kind::Corrupt:
        return u"is damaged: run `briefstack-cli check` on it, and restore a backup"_s + inBrackets(error.detail);
    case StoreError::Kind::Full: return u"there is no space left on the disk; nothing was changed"_s;
    case StoreError::Kind::ReadOnly:
        return u"the file or its folder cannot be written; nothing was changed"_s + inBrackets(error.detail);
    case StoreError::Kind::Duplicate:
        return u"already holds this company (case "_s + error.detail + u"): use --update "_s + error.detail
             + u" to change that case, or --new to add another"_s;
    case StoreError::Kind::Conflict:
        return u"the case was changed by another program since it was read; read it again"_s;
    case StoreError::Kind::NoSuchCase: return u"there is no case "_s + quoted(error.detail) + u" in it"_s;
    case StoreError::Kind::NoSuchRevision: return u"revision "_s + error.detail + u" of the case is no longer kept"_s;
    case StoreError::Kind::Moved:
        return u"the file was moved, replaced or deleted while it was open; nothing was changed. Open it again"_s;
    case StoreError::Kind::Unreadable: return u"could not be read"_s + hint(u": "_s, error.detail);
    case StoreError::Kind::Io: break;
    }
    return u"failed"_s + hint(u": "_s, error.detail);
}

} // namespace

QString sentence(const InputError &error)
{
    if (error.problem == InputProblem::Unreadable)
        return domain::oneLine(u"could not be read: "_s + error.allowed);
    if (error.problem == InputProblem::UnsupportedVersion)
        return domain::oneLine(u"the version "_s + quoted(error.value) + u" is not read by this program; it reads "_s
                               + error.allowed);
    const QString shape = shapeSentence(error);
    return domain::oneLine(shape.isEmpty() ? valueSentence(error) : shape);
}

QString fieldSentence(const InputError &given)
{
    InputError error = given;
    error.value = briefly(error.value); // the field beside it has all of it
    QString text;
    switch (error.problem) {
    case InputProblem::MissingKey:
        text = error.value + u" cannot be empty; the figures go on with what was there last"_s;
        break;
    case InputProblem::OutOfRange: text = error.value + u" is out of range: enter "_s + error.allowed; break;
    case InputProblem::WrongForm: text = quoted(error.value) + u" is not understood: enter "_s + error.allowed; break;
    case InputProblem::WrongLength:
        text = error.value + u" is too long or too short: allowed is "_s + error.allowed;
        break;
    case InputProblem::NotOneOf:
        text = quoted(error.value) + u" is not in the list: choose one of "_s + error.allowed;
        break;
    case InputProblem::UnknownModel:
        text =
            u"The model "_s + quoted(error.value) + u" is not in the rate book"_s
            + (error.allowed.isEmpty() ? u": choose one from the list"_s : u"; did you mean "_s + error.allowed + u'?');
        break;
    default: text = sentence(error); break;
    }
    text = domain::oneLine(text);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text.endsWith(u'.') || text.endsWith(u'?') ? text : QString(text + u'.');
}

QString sentence(const StoreError &error)
{
    return domain::oneLine(storeSentence(error));
}

QString noBackupSentence(const StoreError &error)
{
    using Kind = StoreError::Kind;
    if (error.kind == Kind::Full)
        return u"there is no space left on the disk"_s;
    if (error.kind == Kind::Corrupt)
        return domain::oneLine(u"it is damaged; run `briefstack-cli check` on it"_s + inBrackets(error.detail));
    if (error.kind == Kind::ReadOnly)
        return domain::oneLine(u"the folder of its backups cannot be written"_s + inBrackets(error.detail));
    return sentence(error);
}

} // namespace messages
