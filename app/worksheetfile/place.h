// Where a field of a worksheet stands: its path of ids, and the labels and names that lead to it on a screen.
//
// Internal to differences and merges, which walk several worksheets side by side; Members is how they do it: the list of
// fields visits one struct at a time, so the members of the others are looked up by their position in that list.
#pragma once

#include "worksheetfile/fieldtext.h"

#include <QStringList>

#include <vector>

namespace worksheetfile {

struct Place {
    QString path;
    QStringList above; ///< labels of sections and names of entries, the outermost first

    QString pathOf(const QString &step) const { return path.isEmpty() ? step : QString(path + u'/' + step); }
    Place field(const domain::FieldMeta &meta) const
    {
        return {pathOf(QString::fromLatin1(meta.key)), above + QStringList{QString::fromLatin1(meta.label)}};
    }
    Place entry(const QString &id, const QString &name) const { return {pathOf(id), above + QStringList{name}}; }
};

/// The members of one struct by their position in the list of fields; none of a struct that is not there.
template <class Struct>
class Members {
public:
    explicit Members(const Struct *value)
    {
        if (value)
            domain::visitFields(
                *value, [this](const domain::FieldMeta &, const auto &member, auto) { m_members.push_back(&member); });
    }

    template <class Member>
    const Member *at(std::size_t position) const
    {
        return m_members.empty() ? nullptr : static_cast<const Member *>(m_members.at(position));
    }

private:
    std::vector<const void *> m_members;
};

} // namespace worksheetfile
