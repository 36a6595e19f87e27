// Csv: RFC 4180, for spreadsheets or exact.
//
// For spreadsheets: cells that none takes for a formula. They run cells that begin with = + - @, also after spaces. Such texts get an apostrophe in front, as OWASP's "CSV
// injection" page advises; plain numbers stay as they are. A cell is one line: tabs, returns and other control characters
// become spaces.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace documents {

enum class CsvForm {
    Spreadsheet, ///< no cell is a formula, each is one line
    Exact,       ///< every character as it is, for programs
};

class Csv {
public:
    explicit Csv(const QStringList &heads, CsvForm form = CsvForm::Spreadsheet) : m_form(form) { addRow(heads); }
    void addRow(const QStringList &cells);
    QByteArray take() { return std::move(m_text); }

private:
    QByteArray m_text;
    CsvForm m_form;
};

} // namespace documents
