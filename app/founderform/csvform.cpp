#include "founderform/csvform.h"

#include "domain/date.h"
#include "domain/digits.h"
#include "domain/oneline.h"
#include "founderform/csvtext.h"
#include "founderform/fieldvalue.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace founderform {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

enum Column { Field, Question, Unit, Allowed, Type, Known, Given, Columns };

constexpr auto kNotKnown = "not known"_L1;
constexpr auto kCase = "form/case"_L1;
constexpr auto kCompany = "form/company"_L1;
constexpr auto kRevision = "form/revision"_L1;
constexpr auto kWorksheet = "form/worksheet"_L1;
constexpr auto kBy = "form/filledInBy"_L1;
constexpr auto kOn = "form/filledInOn"_L1;
constexpr auto kRemark = "form/remark"_L1;
constexpr std::size_t kMostRows = 20'000;

QString allowed(const FormField &field)
{
    switch (field.kind) {
    case Kind::Flag: return u"yes or no"_s;
    case Kind::Date: return u"year-month-day, like 2027-01-31"_s;
    case Kind::Month: return u"year-month, like 2027-01"_s;
    case Kind::Range: return u"the least and the most, like 3500 to 8000"_s;
    case Kind::Texts: return u"several, with semicolons between them"_s;
    case Kind::Percent: return u"percent"_s;
    default: break;
    }
    if (field.limits.form == u"country"_s)
        return u"a country code of two letters"_s;
    QStringList words;
    for (const Choice &choice : field.choices)
        words.append(choice.label);
    if (field.kind == Kind::Word || field.kind == Kind::Line)
        return words.join(u"; "_s);
    return field.limits.most.isEmpty() ? QString() : field.limits.least + u" to "_s + field.limits.most;
}

QString typeOf(const FormField &field)
{
    return field.limits.form.isEmpty() ? kindWord(field.kind) : field.limits.form;
}

/// As a spreadsheet keeps it: account IDs in groups are no numbers to it.
QString known(const FormField &field)
{
    QString text = readable(field.value);
    if (field.kind == Kind::Texts)
        text.replace(u", "_s, u"; "_s);
    if (field.limits.form == u"account"_s && text.size() == 12)
        text = text.left(4) + u'-' + text.mid(4, 4) + u'-' + text.mid(8);
    if (field.kind == Kind::Percent && field.value.kind != json::Kind::Null) {
        const auto share = domain::Decimal::parse(text);
        text = share ? share->toString() : text;
        const auto scaled = domain::parseScaled(text, 6, domain::powerOfTen(20));
        text = scaled ? domain::formatScaled(*scaled, 4, 0) : text;
    }
    return text;
}

class Sheet {
public:
    void add(const QStringList &cells)
    {
        QStringList row;
        for (const QString &cell : cells)
            row.append(csvCell(cell));
        m_text += row.join(u',').toUtf8() + "\r\n";
    }
    void identity(QLatin1StringView field, const QString &value)
    {
        add({field, u"Leave this row as it is"_s, {}, {}, u"form"_s, value, value});
    }
    void group(const FormGroup &group, const QString &blank)
    {
        for (const FormField &field : group.fields)
            question(field, blank);
        for (const FormList &list : group.lists) {
            for (const FormGroup &entry : list.entries)
                this->group(entry, blank);
            if (!blank.isEmpty()) // one more of each, but not in one that is not there yet
                continue;
            for (const FormGroup &entry : list.blank)
                this->group(entry, u"new-"_s + QString::number(++m_added));
        }
    }
    QByteArray take() { return std::move(m_text); }

private:
    void question(const FormField &field, const QString &blank)
    {
        static const QRegularExpression kBlank(u"@[0-9]+"_s);
        QString path = field.path;
        if (!blank.isEmpty())
            path.replace(kBlank, blank);
        const QString what = field.question.isEmpty() ? field.label : field.question;
        const QString value = field.unknown ? QString(kNotKnown) : known(field);
        add({path, (field.above + QStringList{what}).join(u" / "_s), field.unit, allowed(field), typeOf(field), value,
             value});
    }

    QByteArray m_text = "\xef\xbb\xbf";
    int m_added = 0;
};

/// As the follow-up mail asks for it.
bool isNotKnown(const QString &cell)
{
    return cellText(cell).compare(kNotKnown, Qt::CaseInsensitive) == 0;
}

/// A cell as a value of the type that its row has; nothing for a type that no sheet came with.
std::optional<json::Value> typedValue(const QString &cell, const QString &type, QChar separator)
{
    static const QStringList kForms{u"account"_s, u"duns"_s, u"phone"_s, u"region"_s, u"country"_s};
    if (kForms.contains(type))
        return formedValue(cell, type);
    for (int kind = 0; kind <= static_cast<int>(Kind::Texts); ++kind) {
        if (kindWord(static_cast<Kind>(kind)) == type)
            return cellValue(cell, static_cast<Kind>(kind), separator);
    }
    return std::nullopt;
}

/// The entries that a path is in and that were added, the outermost first.
QStringList addedEntries(const QString &path)
{
    QStringList entries;
    const QStringList steps = path.split(u'/');
    for (qsizetype i = 1; i < steps.size(); ++i) {
        static const QRegularExpression kNew(u"\\Anew-[1-9][0-9]{0,5}\\z"_s);
        if (kNew.match(steps[i]).hasMatch())
            entries.append(steps.first(i + 1).join(u'/'));
    }
    return entries;
}

class SheetReader {
public:
    explicit SheetReader(const CsvText &csv) : m_csv(csv) {}

    std::optional<InputError> read()
    {
        if (m_csv.rows.size() > kMostRows)
            return InputError{InputProblem::WrongLength,
                              {},
                              u"a sheet of "_s + QString::number(m_csv.rows.size()) + u" rows"_s,
                              u"at most "_s + QString::number(kMostRows)};
        for (std::size_t i = 1; i < m_csv.rows.size(); ++i) {
            if (auto error = row(m_csv.rows[i], u"row "_s + QString::number(i + 1)))
                return error;
        }
        return std::nullopt;
    }

    QString text(QLatin1StringView field) const { return m_form.value(field); }
    std::vector<AnsweredField> fields;
    QStringList added;

private:
    std::optional<InputError> row(const QStringList &cells, const QString &place)
    {
        const QString path = cells.value(Field).trimmed();
        if (path.isEmpty())
            return std::nullopt;
        if (m_seen.contains(path))
            return InputError{InputProblem::DuplicateId, place, path.left(80), u"keep one row"_s};
        m_seen.insert(path);
        if (path.startsWith(u"form/"_s)) {
            m_form.insert(path, cellText(cells.value(Given)));
            return std::nullopt;
        }
        const QString given = cellText(cells.value(Given));
        if (given == cellText(cells.value(Known)))
            return std::nullopt;
        const QString type = cells.value(Type).trimmed();
        const bool isUnknown = isNotKnown(cells.value(Given));
        const auto is = typedValue(isUnknown ? QString() : cells.value(Given), type, m_csv.separator);
        if (!is)
            return InputError{InputProblem::NotOneOf, place, type.left(80), u"the types that the sheet came with"_s};
        if (isUnknown && !addedEntries(path).isEmpty())
            return std::nullopt; // nothing is known of nothing
        const bool wasNotKnown = isNotKnown(cells.value(Known));
        fields.push_back(
            {path, wasNotKnown ? json::Value{} : *typedValue(cells.value(Known), type, m_csv.separator), *is});
        fields.back().unknown = isUnknown;
        for (const QString &entry : addedEntries(path)) {
            if (!added.contains(entry))
                added.append(entry);
        }
        return std::nullopt;
    }

    const CsvText &m_csv;
    QHash<QString, QString> m_form;
    QSet<QString> m_seen;
};

} // namespace

QByteArray toCsv(const Form &form)
{
    Sheet sheet;
    sheet.add({u"Field"_s, u"Question"_s, u"Unit"_s, u"Allowed"_s, u"Type"_s, u"Known so far"_s,
               u"Your answer (not known is one, too)"_s});
    sheet.identity(kCase, form.identity.caseId);
    sheet.identity(kCompany, form.identity.company);
    sheet.identity(kRevision, QString::number(form.identity.revision));
    sheet.identity(kWorksheet, form.identity.worksheetSha256);
    sheet.add({kBy, u"Your name"_s, {}, {}, u"form"_s, {}, {}});
    sheet.add({kOn, u"Today\u2019s date"_s, {}, u"year-month-day, like 2027-01-31"_s, u"form"_s, {}, {}});
    sheet.add({kRemark, u"Anything else, such as what is no longer true"_s, {}, {}, u"form"_s, {}, {}});
    for (const FormGroup &section : form.sections)
        sheet.group(section, {});
    return sheet.take();
}

bool isCsvForm(QByteArrayView bytes)
{
    const QString start = decoded(bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    static const QRegularExpression kHead(u"\\A\"?Field\"?[,;\\t]\"?Question\"?[,;\\t]"_s);
    return kHead.match(start).hasMatch();
}

Result<Answer, InputError> readCsvAnswer(QByteArrayView bytes, QDate today)
{
    if (bytes.size() > kLargestAnswer)
        return Unexpected(
            InputError{InputProblem::TooLarge, {}, QString::number(bytes.size()) + u" bytes"_s, u"1 MiB"_s});
    const CsvText csv = parseCsv(decoded(bytes));
    SheetReader sheet(csv);
    if (auto error = sheet.read())
        return Unexpected(*error);
    const json::Value day = cellValue(sheet.text(kOn), Kind::Date, csv.separator);
    Answer answer;
    answer.caseId = sheet.text(kCase);
    answer.company = domain::oneLine(sheet.text(kCompany));
    answer.revision = sheet.text(kRevision).toInt();
    answer.worksheetSha256 = sheet.text(kWorksheet);
    answer.filledInBy = domain::oneLine(sheet.text(kBy)).trimmed();
    answer.filledInOn = domain::parseDate(day.text).value_or(today);
    answer.remark = sheet.text(kRemark);
    answer.added = sheet.added;
    answer.fields = std::move(sheet.fields);
    answer.isSpreadsheet = true;
    if (auto error = problemWith(answer))
        return Unexpected(*error);
    return answer;
}

} // namespace founderform
