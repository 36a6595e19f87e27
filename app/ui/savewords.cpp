#include "ui/savewords.h"

#include "ui/problemwords.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace ui {

using session::SaveState;
using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::SaveWords", text);
}

} // namespace

QString savedWords(const SaveState &state, const QDateTime &updatedAt, const QDateTime &now)
{
    switch (state.kind) {
    case SaveState::Kind::Retrying: return translated("Another program is writing: saved in a moment");
    case SaveState::Kind::ReadOnly: return translated("Read-only");
    case SaveState::Kind::Conflict: return translated("Not saved: changed by another program");
    case SaveState::Kind::Failed: return translated("Not saved");
    case SaveState::Kind::Saved:
    case SaveState::Kind::Waiting: break;
    }
    const QDateTime saved = (state.savedAt.isValid() ? state.savedAt : updatedAt).toLocalTime();
    if (!saved.isValid())
        return {};
    const QString time = QLocale::c().toString(saved.time(), u"HH:mm"_s);
    if (saved.date() == now.toLocalTime().date())
        return translated("Saved %1").arg(time);
    return translated("Saved %1, %2").arg(dateLabel(saved.date()), time);
}

QString saveTrouble(const SaveState &state, const QString &file, bool unsaved)
{
    switch (state.kind) {
    case SaveState::Kind::Conflict:
        return translated("Another program changed this case while you were typing. Nothing is lost: keep what stands "
                          "here, or take what is in the file (undo brings yours back).");
    case SaveState::Kind::ReadOnly:
    case SaveState::Kind::Failed:
        if (!state.error && unsaved)
            return translated(
                       "%1 is open for reading only: what you typed is kept here and not in the file. Save a copy "
                       "of the case elsewhere.")
                .arg(QFileInfo(file).fileName());
        if (!state.error)
            return {};
        return sentence({file, *state.error})
             + translated(" What you typed is kept here. Try again, or save a copy elsewhere.");
    default: break;
    }
    return {};
}

} // namespace ui
