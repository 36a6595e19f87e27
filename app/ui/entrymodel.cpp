#include "ui/entrymodel.h"

#include "messages/messages.h"
#include "session/fieldlists.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "ui/fieldwords.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace ui {

using session::CaseSession;
using session::FieldKind;
using namespace Qt::StringLiterals;

EntryModel::EntryModel(std::vector<EntryColumn> columns, bool named, QObject *parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_named(named), m_flags(m_columns.size())
{
}

void EntryModel::setList(CaseSession *session, const QString &listPath)
{
    if (m_session && m_session != session)
        m_session->disconnect(this);
    if (session && m_session != session)
        connect(session, &CaseSession::changed, this, &EntryModel::reload);
    beginResetModel();
    m_session = session;
    m_list = listPath;
    m_ids = session && !listPath.isEmpty() ? session::listIds(session->worksheet(), listPath) : QStringList();
    endResetModel();
}

/// Keeps selection, scrolling and an open cell: most changes are values, or some rows more or fewer at one place.
void EntryModel::reload()
{
    const QStringList ids = m_list.isEmpty() ? QStringList() : session::listIds(m_session->worksheet(), m_list);
    if (!follow(ids)) {
        beginResetModel();
        m_ids = ids;
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

/// False when the rows are others altogether.
bool EntryModel::follow(const QStringList &ids)
{
    const qsizetype fewer = std::min(ids.size(), m_ids.size());
    qsizetype same = 0;
    while (same < fewer && ids.at(same) == m_ids.at(same))
        ++same;
    const qsizetype more = ids.size() - m_ids.size();
    if (more == 0) {
        m_ids = ids;
        return true;
    }
    const bool restIsSame =
        more > 0 ? ids.mid(same + more) == m_ids.mid(same) : m_ids.mid(same - more) == ids.mid(same);
    if (!restIsSame)
        return false;
    // The row at the end that is none yet becomes the entry that was typed into it; the next one comes after it.
    const auto first = static_cast<int>(same + (m_named && more > 0 && same == m_ids.size() ? 1 : 0));
    if (more > 0)
        beginInsertRows({}, first, static_cast<int>(first + more - 1));
    else
        beginRemoveRows({}, first, static_cast<int>(first - more - 1));
    m_ids = ids;
    if (more > 0)
        endInsertRows();
    else
        endRemoveRows();
    return true;
}

void EntryModel::setNames(const QString &key, const std::vector<std::pair<QString, QString>> &nameAndValue)
{
    m_names.insert(key, nameAndValue);
}

QString EntryModel::named(const QString &key, const QString &values) const
{
    const auto known = m_names.constFind(key);
    if (known == m_names.cend() || values.isEmpty())
        return values;
    QStringList names;
    for (const QString &value : values.split(u"; "_s)) {
        const auto found = std::ranges::find(*known, value, &std::pair<QString, QString>::second);
        names.append(found == known->end() ? value : found->first);
    }
    return names.join(u"; "_s);
}

QString EntryModel::valueOf(const QString &key, const QString &names) const
{
    const auto known = m_names.constFind(key);
    if (known == m_names.cend())
        return names;
    QStringList values;
    for (const QString &name : names.split(u';')) {
        const auto found = std::ranges::find_if(
            *known, [&name](const auto &pair) { return pair.first.compare(name.trimmed(), Qt::CaseInsensitive) == 0; });
        values.append(found == known->end() ? name : found->second);
    }
    return values.join(u';');
}

QString EntryModel::entryPath(int row) const
{
    return entryId(row).isEmpty() ? QString() : QString(m_list + u'/' + entryId(row));
}

int EntryModel::columnOf(const QString &key) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&key](const EntryColumn &column) { return column.key == key; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

bool EntryModel::replace(const QString &undoText, const domain::Worksheet &after)
{
    return isDone(m_session->replace(undoText, after));
}

bool EntryModel::isDone(const domain::Result<void, domain::InputError> &replaced)
{
    if (!replaced) {
        m_whyNot = messages::fieldSentence(replaced.error());
        Q_EMIT refused(m_whyNot);
        return false;
    }
    m_session->flush();
    return true;
}

int EntryModel::add(int row, const QString &name)
{
    if (!m_session || m_list.isEmpty())
        return -1;
    domain::Worksheet after = m_session->worksheet();
    const auto id = session::addEntry(after, m_list, row + 1, name);
    if (!id) {
        if (!m_named || !name.isEmpty())
            Q_EMIT refused(tr("The list is full."));
        return -1;
    }
    return replace(tr("Add %1").arg(session::fieldNameInside(after, m_list + u'/' + *id)), after) ? rowOf(*id) : -1;
}

int EntryModel::duplicate(int row)
{
    if (!m_session || entryPath(row).isEmpty())
        return -1;
    domain::Worksheet after = m_session->worksheet();
    const QString name = session::fieldNameInside(after, entryPath(row));
    const auto id = session::duplicateEntry(after, m_list, row);
    if (!id) {
        Q_EMIT refused(tr("The list is full."));
        return -1;
    }
    return replace(tr("Duplicate %1").arg(name), after) ? rowOf(*id) : -1;
}

void EntryModel::remove(const QList<int> &rows)
{
    if (!m_session)
        return;
    domain::Worksheet after = m_session->worksheet();
    QStringList ids;
    for (const int row : rows) {
        if (!entryId(row).isEmpty())
            ids.append(entryId(row));
    }
    if (ids.isEmpty())
        return;
    const QString name =
        ids.size() == 1 ? session::fieldNameInside(after, m_list + u'/' + ids.first()) : tr("%1 rows").arg(ids.size());
    // From the end: the generated ids of those behind depend on those before.
    for (auto id = ids.crbegin(); id != ids.crend(); ++id)
        session::removeEntry(after, m_list, *id);
    replace(tr("Remove %1").arg(name), after);
}

void EntryModel::move(int from, int to)
{
    if (!m_session || from == to || entryPath(from).isEmpty() || entryPath(to).isEmpty())
        return;
    domain::Worksheet after = m_session->worksheet();
    const QString name = session::fieldNameInside(after, entryPath(from));
    session::moveEntry(after, m_list, from, to);
    replace(tr("Move %1").arg(name), after);
}

int EntryModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_session || m_list.isEmpty())
        return 0;
    return entryCount() + (m_named ? 1 : 0);
}

int EntryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString EntryModel::textAt(int row, const EntryColumn &column) const
{
    const QString path = entryPath(row);
    return path.isEmpty() ? QString()
                          : named(column.key, m_session->text(path + u'/' + column.key).replace(u'\n', u"; "_s));
}

bool EntryModel::isFlag(const EntryColumn &column) const
{
    auto &known = const_cast<EntryModel *>(this)->m_flags[static_cast<std::size_t>(&column - m_columns.data())];
    if (!known && entryCount() > 0 && !column.key.isEmpty()) {
        const auto info = session::fieldInfo(m_session->worksheet(), entryPath(0) + u'/' + column.key);
        known = info && info->kind == FieldKind::Flag;
    }
    return known.value_or(false);
}

/// The row at the end, which is no entry yet.
QVariant EntryModel::unaddedData(int role) const
{
    switch (role) {
    case Qt::DisplayRole: return m_unadded.isEmpty() ? tr("Type to add") : m_unadded;
    case Qt::EditRole: return m_unadded;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return m_unadded.isEmpty() ? QString() : m_whyNot;
    case Qt::ForegroundRole:
        return m_unadded.isEmpty() ? QApplication::palette().color(QPalette::PlaceholderText)
                                   : markColor(QApplication::palette(), Mark::Must);
    default: return {};
    }
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_session)
        return {};
    const EntryColumn &column = this->column(index.column());
    const bool isEntry = index.row() < entryCount();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((column.toTheRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (!isEntry) {
        return index.column() == 0 ? unaddedData(role) : QVariant();
    }
    if (column.key.isEmpty())
        return role == Qt::DisplayRole ? QVariant(column.computed(entryId(index.row()))) : QVariant();
    const QString path = entryPath(index.row()) + u'/' + column.key;
    const auto error = m_session->errorAt(path);
    switch (role) {
    case Qt::EditRole: return textAt(index.row(), column);
    case Qt::DisplayRole: {
        if (isFlag(column))
            return {};
        const QString text = textAt(index.row(), column);
        const auto info = error || text.isEmpty() ? std::nullopt : session::fieldInfo(m_session->worksheet(), path);
        return info && info->kind == FieldKind::Word ? wordLabel(text) : text;
    }
    case Qt::CheckStateRole:
        if (isFlag(column)) // the only yes or no of a table is "credit eligible", true unless it is said
            return m_session->text(path) == u"false" ? Qt::Unchecked : Qt::Checked;
        return {};
    case Qt::ToolTipRole: return error ? QVariant(messages::fieldSentence(*error)) : QVariant();
    case Qt::AccessibleDescriptionRole: return error ? QVariant(messages::fieldSentence(*error)) : QVariant();
    case Qt::AccessibleTextRole: return QString(column.title + u' ' + m_session->text(path));
    case Qt::ForegroundRole: return error ? QVariant(markColor(QApplication::palette(), Mark::Must)) : QVariant();
    default: return {};
    }
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return column(section).title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((column(section).toTheRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

Qt::ItemFlags EntryModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (!index.isValid() || !m_session)
        return flags;
    const EntryColumn &column = this->column(index.column());
    if (index.row() >= entryCount())
        return index.column() == 0 ? flags | Qt::ItemIsEditable : flags;
    if (column.key.isEmpty())
        return flags;
    return flags | (isFlag(column) ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool EntryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !m_session)
        return false;
    if (index.row() >= entryCount()) {
        if (role != Qt::EditRole)
            return false;
        const QString name = valueOf(m_columns.front().key, value.toString().trimmed());
        m_unadded = value.toString().trimmed(); // stays in its cell when it cannot be added
        m_whyNot.clear();
        if (name.isEmpty() || add(entryCount() - 1, name) < 0)
            return false;
        m_unadded.clear();
        Q_EMIT dataChanged(this->index(entryCount(), 0), this->index(entryCount(), 0));
        return true;
    }
    const QString path = entryPath(index.row()) + u'/' + column(index.column()).key;
    if (role == Qt::CheckStateRole)
        m_session->edit(path, value.toInt() == Qt::Checked ? u"true"_s : u"false"_s);
    else if (role == Qt::EditRole)
        m_session->edit(path, valueOf(column(index.column()).key, value.toString()));
    else
        return false;
    m_session->flush();
    return true;
}

} // namespace ui
