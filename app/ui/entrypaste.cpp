// EntryModel's rows to and from the clipboard.
#include "founderform/csvtext.h"
#include "session/fieldlists.h"
#include "session/fieldtext.h"
#include "ui/cellcopy.h"
#include "ui/entrymodel.h"
#include "ui/fieldwords.h"
#include "ui/words.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace ui {

using session::FieldKind;
using namespace Qt::StringLiterals;

namespace {

/// Entries of a list with all their fields: rows of entry number, path inside the entry, text.
using WholeRows = QList<QStringList>;

QString formatOf(const QString &listPath)
{
    return u"application/x-briefstack-"_s + listPath.section(u'/', -1).toLower();
}

/// "./steps/3/multiplier" is in an entry of a list of its own, which has to be there first.
void makeInnerEntry(domain::Worksheet &worksheet, const QString &entry, const QString &field)
{
    const QString list = entry + u'/' + field.section(u'/', 0, 0);
    const QString name = field.section(u'/', 1, 1);
    const auto info = session::fieldInfo(worksheet, list);
    if (info && info->kind == FieldKind::List && !session::listIds(worksheet, list).contains(name))
        session::addEntry(worksheet, list, session::listIds(worksheet, list).size(), name);
}

/// A field's path as errors have it: "useCases[0].workloads[2].model".
QString jsonPath(const domain::Worksheet &in, const QString &path)
{
    QString json;
    QString walked;
    for (const QString &step : path.split(u'/')) {
        const qsizetype index = session::listIds(in, walked).indexOf(step);
        json +=
            index >= 0 ? QString(u'[' + QString::number(index) + u']') : QString(json.isEmpty() ? step : u'.' + step);
        walked += walked.isEmpty() ? step : QString(u'/' + step);
    }
    return json;
}

} // namespace

/// What a paste makes of the worksheet.
struct EntryModel::Pasted {
    domain::Worksheet after;
    TypedFields typed; ///< what its field does not take (yet)
    qsizetype at = 0;  ///< where the next entry goes
    qsizetype added = 0;
    qsizetype refused = 0; ///< rows without a name where one is needed, or beyond the end of a full list
};

QMimeData *EntryModel::copied(const QList<int> &rows) const
{
    QStringList lines;
    WholeRows whole;
    for (const int row : rows) {
        QStringList cells;
        for (const EntryColumn &column : m_columns)
            cells.append(copiedCell(column.key.isEmpty() ? column.computed(entryId(row)) : textAt(row, column)));
        lines.append(cells.join(u'\t'));
        const QString prefix = entryPath(row) + u'/';
        const auto add = [&](const QString &path, const QString &text) {
            if (path.startsWith(prefix))
                whole.append({QString::number(row), path.mid(prefix.size()), text});
        };
        for (const session::FieldValue &field : session::givenFields(m_session->worksheet()))
            add(field.path, field.text);
        for (const auto &[path, pending] : m_session->state().pending)
            add(path, pending.text);
    }
    auto *data = new QMimeData;
    data->setText(lines.join(u'\n'));
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << whole;
    data->setData(formatOf(m_list), bytes);
    return data;
}

/// The word of a file for what a cell shows or a spreadsheet holds.
QString EntryModel::wordOf(const QString &path, const QString &key, const QString &cell,
                           const domain::Worksheet &in) const
{
    const auto info = session::fieldInfo(in, path);
    if (info && (info->kind == FieldKind::Word || info->form == domain::TextForm::Country)) {
        for (const auto &[label, value] : choicesOf(*info)) {
            if (label.compare(cell, Qt::CaseInsensitive) == 0)
                return value;
        }
    }
    return valueOf(key, cell);
}

/// The field of each column; empty where it has none. Nothing when the line is no line of titles.
QStringList EntryModel::keysOf(const QStringList &titles, QStringList &unknown) const
{
    QStringList keys;
    int known = 0;
    for (const QString &title : titles) {
        const auto column = std::ranges::find_if(m_columns, [&title](const EntryColumn &one) {
            return one.title.compare(title.trimmed(), Qt::CaseInsensitive) == 0
                || (!one.key.isEmpty() && one.key.compare(title.trimmed(), Qt::CaseInsensitive) == 0);
        });
        const bool found = column != m_columns.end();
        keys.append(!found ? QString() : column->key.isEmpty() ? column->pastedKey : column->key);
        known += found ? 1 : 0;
        if (!found && !title.trimmed().isEmpty())
            unknown.append(title.trimmed());
    }
    const bool areTitles = known > 0 && (known > 1 || titles.size() == 1 || keys.first() == m_columns.front().key);
    if (!areTitles)
        unknown.clear();
    return areTitles ? keys : QStringList();
}

void EntryModel::pasteCells(Pasted &pasted, const QStringList &keys, const QStringList &cells) const
{
    const qsizetype nameAt = keys.indexOf(m_columns.front().key);
    const QString name = valueOf(m_columns.front().key, cells.value(nameAt).trimmed());
    const auto id = session::addEntry(pasted.after, m_list, pasted.at, m_named ? name : QString());
    if (!id) {
        ++pasted.refused;
        return;
    }
    QString path = m_list + u'/' + *id;
    for (qsizetype i = 0; i < keys.size() && i < cells.size(); ++i) {
        const QString cell = founderform::cellText(cells.at(i));
        if (keys.at(i).isEmpty() || cell.isEmpty())
            continue;
        const QString field = path + u'/' + keys.at(i);
        const QString word = wordOf(field, keys.at(i), cell, pasted.after);
        if (!session::setFieldText(pasted.after, field, word))
            pasted.typed.emplace_back(field, word);
        path = m_list + u'/' + session::listIds(pasted.after, m_list).value(pasted.at); // names lead to ids
    }
    ++pasted.at;
    ++pasted.added;
}

void EntryModel::pasteWhole(Pasted &pasted, const QList<QStringList> &fields) const
{
    for (qsizetype first = 0; first < fields.size();) {
        const QString number = fields.at(first).value(0);
        qsizetype end = first;
        QString name;
        for (; end < fields.size() && fields.at(end).value(0) == number; ++end) {
            if (fields.at(end).value(1) == m_columns.front().key)
                name = fields.at(end).value(2);
        }
        const auto id = session::addEntry(pasted.after, m_list, pasted.at, name);
        for (qsizetype i = first; id && i < end; ++i) {
            const QString field = fields.at(i).value(1);
            if (field == u"id")
                continue; // a copy has one of its own
            const QString path = m_list + u'/' + session::listIds(pasted.after, m_list).value(pasted.at);
            if (field.count(u'/') == 2)
                makeInnerEntry(pasted.after, path, field);
            if (!session::setFieldText(pasted.after, path + u'/' + field, fields.at(i).value(2)))
                pasted.typed.emplace_back(path + u'/' + field, fields.at(i).value(2));
        }
        pasted.at += id ? 1 : 0;
        pasted.added += id ? 1 : 0;
        pasted.refused += id ? 0 : 1;
        first = end;
    }
}

/// Rows of cells as a spreadsheet puts them on the clipboard.
EntryModel::Pasted EntryModel::pastedRows(qsizetype at, const QString &text, QStringList &unknown) const
{
    Pasted pasted{m_session->worksheet(), {}, at};
    auto rows = founderform::parseCsv(founderform::decoded(text.toUtf8()), u'\t').rows;
    std::erase_if(rows, [](const QStringList &cells) { return cells.join(QString()).trimmed().isEmpty(); });
    QStringList keys = rows.empty() ? QStringList() : keysOf(rows.front(), unknown);
    if (!keys.isEmpty()) {
        rows.erase(rows.begin());
    } else {
        for (const EntryColumn &column : m_columns)
            keys.append(column.key.isEmpty() ? column.pastedKey : column.key);
        qsizetype widest = 0;
        for (const QStringList &cells : rows)
            widest = std::max(widest, cells.size());
        for (qsizetype extra = keys.size(); extra < widest; ++extra)
            unknown.append(tr("number %1").arg(extra + 1));
    }
    for (const QStringList &cells : rows)
        pasteCells(pasted, keys, cells);
    return pasted;
}

/// The worksheet cannot be with that field's value: it waits there as it was pasted. False when it is none of the paste.
bool EntryModel::takeBack(Pasted &pasted, const QString &refusedPath) const
{
    const QStringList ids = session::listIds(pasted.after, m_list);
    for (qsizetype at = pasted.at - pasted.added; at < pasted.at; ++at) {
        for (const EntryColumn &column : m_columns) {
            const QString path =
                m_list + u'/' + ids.value(at) + u'/' + (column.key.isEmpty() ? column.pastedKey : column.key);
            const QString text = session::fieldText(pasted.after, path);
            if (text.isEmpty() || jsonPath(pasted.after, path) != refusedPath)
                continue;
            pasted.typed.emplace_back(path, text);
            return session::setFieldText(pasted.after, path, {}).has_value();
        }
    }
    return false;
}

int EntryModel::paste(int row, const QMimeData &clipboard)
{
    if (!m_session || m_list.isEmpty())
        return 0;
    QStringList unknown;
    Pasted pasted{m_session->worksheet(), {}, row + 1};
    if (const QByteArray bytes = clipboard.data(formatOf(m_list)); !bytes.isEmpty()) {
        WholeRows whole;
        QDataStream stream(bytes);
        stream >> whole;
        pasteWhole(pasted, whole);
    } else {
        pasted = pastedRows(row + 1, clipboard.text(), unknown);
    }
    const QString step = tr("Paste %1").arg(counted(pasted.added, tr("row"), tr("rows")));
    auto replaced = m_session->replace(step, pasted.after, pasted.typed);
    while (!replaced && takeBack(pasted, replaced.error().path))
        replaced = m_session->replace(step, pasted.after, pasted.typed);
    if (!isDone(replaced))
        return 0;
    QStringList told;
    if (!unknown.isEmpty())
        told.append(tr("Left out, because this table has no such column: %1.").arg(unknown.join(u", "_s)));
    if (pasted.refused > 0)
        told.append(tr("Left out, because they have no name or the list is full: %1.")
                        .arg(counted(pasted.refused, tr("row"), tr("rows"))));
    if (!pasted.typed.empty())
        told.append(pasted.typed.size() == 1
                        ? tr("1 cell does not fit its field: it is marked.")
                        : tr("%1 cells do not fit their fields: they are marked.").arg(pasted.typed.size()));
    if (!told.isEmpty())
        Q_EMIT refused(told.join(u' '));
    return static_cast<int>(pasted.added);
}

} // namespace ui
