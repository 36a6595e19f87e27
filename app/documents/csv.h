// Csv: RFC 4180 with cells that no spreadsheet takes for a formula.
//
// Spreadsheets run cells that begin with = + - @, also after spaces. Such texts get an apostrophe in front, as OWASP's "CSV
// injection" page advises; plain numbers stay as they are. A cell is one line: tabs, returns and other control characters
// become spaces.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace documents {

class Csv {
public:
    explicit Csv(const QStringList &heads) { addRow(heads); }
    void addRow(const QStringList &cells);
    QByteArray take() { return std::move(m_text); }

private:
    QByteArray m_text;
};

} // namespace documents
