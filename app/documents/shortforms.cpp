#include "documents/shortforms.h"

using namespace Qt::StringLiterals;

namespace documents {

Table shortened(const Table &table)
{
    if (!table.shortForm)
        return table;
    Table result = table;
    result.rows.clear();
    for (size_t i = 0; i < table.rows.size(); ++i) {
        if (int(i) < table.shortForm->first || table.rows[i].kind == RowKind::Total)
            result.rows.push_back(table.rows[i]);
        else if (int(i) == table.shortForm->first)
            result.rows.push_back(table.shortForm->rest);
    }
    return result;
}

SideNotes joined(const SideNotes &notes)
{
    Text all;
    for (const Text &note : notes.notes) {
        if (!all.spans.empty())
            all.spans.push_back({u" "_s, false});
        all.spans.insert(all.spans.end(), note.spans.begin(), note.spans.end());
    }
    return {{all}};
}

} // namespace documents
