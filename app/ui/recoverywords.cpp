#include "ui/recoverywords.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFields = 12;

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::RecoveryWords", text);
}

QString momentWords(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    const QString time = QLocale::c().toString(local.time(), u"HH:mm:ss"_s);
    return local.date() == now.toLocalTime().date() ? time : dateLabel(local.date()) + u", "_s + time;
}

QString caseWords(const session::RecoveredCase &found, const QDateTime &now)
{
    const QString company = found.company.isEmpty() ? translated("A case without a name") : found.company;
    QString fields = found.fields.mid(0, kMostFields).join(u", "_s);
    if (const qsizetype rest = found.fields.size() - kMostFields; rest > 0)
        fields = translated("%1 and %2 more").arg(fields).arg(rest);
    return (found.isNew ? translated("%1, a new case, saved %2: %3.") : translated("%1, saved %2: %3."))
        .arg(company, momentWords(found.savedAt, now), fields);
}

} // namespace

QString recoveryWords(const std::vector<session::RecoveredCase> &cases, const QString &caseFile, const QDateTime &now)
{
    if (cases.empty())
        return {};
    QStringList lines{
        translated("Briefstack stopped without closing %1. What was typed is here; at most the last second "
                   "before it stopped is missing.")
            .arg(QFileInfo(caseFile).fileName())};
    for (const session::RecoveredCase &found : cases)
        lines.append(caseWords(found, now));
    return lines.join(u'\n');
}

} // namespace ui
