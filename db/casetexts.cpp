#include "db/casetexts.h"

#include "domain/fields.h"

#include <QHash>

#include <optional>

namespace db {

using domain::FieldMeta;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

using Labels = QHash<QByteArray, QString>; ///< of the fields that hold text, by their keys

/// Walks the list of fields and notes those that hold text.
class LabelCollector {
public:
    LabelCollector(const QByteArray &above, Labels &labels) : m_above(above), m_labels(labels) {}

    template <class T, class Limits>
    void operator()(const FieldMeta &meta, const T &value, Limits)
    {
        collect(meta, value);
    }

private:
    void collect(const FieldMeta &meta, const QString &) { m_labels[keysOf(meta)] = QString::fromLatin1(meta.label); }
    void collect(const FieldMeta &meta, const QStringList &)
    {
        m_labels[keysOf(meta)] = QString::fromLatin1(meta.label);
    }
    template <class T>
    void collect(const FieldMeta &meta, const std::optional<T> &)
    {
        collect(meta, T());
    }
    template <class T>
    void collect(const FieldMeta &meta, const std::vector<T> &)
    {
        collect(meta, T());
    }
    template <class T>
    void collect(const FieldMeta &meta, const T &value)
    {
        if constexpr (requires { domain::visitFields(value, *this); }) {
            LabelCollector inner(keysOf(meta), m_labels);
            domain::visitFields(value, inner);
        }
    }
    QByteArray keysOf(const FieldMeta &meta) const
    {
        return m_above.isEmpty() ? QByteArray(meta.key) : QByteArray(m_above + '/' + meta.key);
    }

    QByteArray m_above;
    Labels &m_labels;
};

const Labels &labels()
{
    static const Labels kLabels = [] {
        Labels collected;
        LabelCollector collector({}, collected);
        const domain::Worksheet empty;
        domain::visitFields(empty, collector);
        return collected;
    }();
    return kLabels;
}

/// What is noted about a field stands under `facts`, the field's path and `note`.
std::optional<QString> labelOf(const QByteArray &keys)
{
    if (keys.startsWith("facts/") && keys.endsWith("/note"))
        return u"Note on a fact"_s;
    const auto found = labels().constFind(keys);
    return found == labels().constEnd() ? std::nullopt : std::optional<QString>(*found);
}

/// Finds the string values of a JSON text with the keys that lead to them. Goes through the bytes once and never fails.
class StringScanner {
public:
    explicit StringScanner(QByteArrayView json) : m_json(json) {}

    /// The next value; false at the end.
    bool next()
    {
        for (; m_at < m_json.size(); ++m_at) {
            const char sign = m_json[m_at];
            if (sign == '{' || sign == '[') {
                if (m_bases.size() == kDeepest)
                    return false;
                m_bases.push_back(m_keys.size());
            } else if (sign == '}' || sign == ']') {
                if (!m_bases.empty()) {
                    m_keys.truncate(m_bases.back());
                    m_bases.pop_back();
                }
            } else if (sign == '"' && readString()) {
                return true;
            }
        }
        return false;
    }
    const QByteArray &keys() const { return m_keys; }
    QString text() const { return m_hasEscapes ? unescaped() : QString::fromUtf8(m_string); }

private:
    static constexpr std::size_t kDeepest = 64; // a worksheet has seven

    /// True for a value; a key joins the keys.
    bool readString()
    {
        const qsizetype start = ++m_at;
        m_hasEscapes = false;
        m_at = endOfString(start);
        m_string = m_json.sliced(start, m_at - start);
        qsizetype after = m_at + 1;
        while (after < m_json.size() && (m_json[after] == ' ' || m_json[after] == '\n'))
            ++after;
        if (after >= m_json.size() || m_json[after] != ':') {
            ++m_at;
            return true;
        }
        m_keys.truncate(m_bases.empty() ? 0 : m_bases.back());
        if (!m_keys.isEmpty())
            m_keys += '/';
        m_keys += m_string;
        return false;
    }

    /// Where the quote stands that ends the string from `start` on.
    qsizetype endOfString(qsizetype start)
    {
        for (;;) {
            const qsizetype quote = m_json.indexOf('"', start);
            const qsizetype end = quote < 0 ? m_json.size() : quote;
            const qsizetype escape = m_json.sliced(start, end - start).indexOf('\\');
            if (escape < 0)
                return end;
            m_hasEscapes = true;
            start = qMin(start + escape + 2, m_json.size());
        }
    }

    QString unescaped() const
    {
        QString text;
        qsizetype plain = 0;
        for (qsizetype at = m_string.indexOf('\\'); at >= 0 && at + 1 < m_string.size();
             at = m_string.indexOf('\\', plain)) {
            text += QString::fromUtf8(m_string.sliced(plain, at - plain));
            plain = at + 2;
            switch (m_string[at + 1]) {
            case 'u':
                text +=
                    QChar(static_cast<char16_t>(m_string.sliced(at + 2, qMin<qsizetype>(4, m_string.size() - at - 2))
                                                    .toByteArray()
                                                    .toUShort(nullptr, 16)));
                plain = qMin(at + 6, m_string.size());
                break;
            case '"':
            case '\\':
            case '/': text += QLatin1Char(m_string[at + 1]); break;
            default: text += u' '; break; // line ends and tabs
            }
        }
        return text + QString::fromUtf8(m_string.sliced(qMin(plain, m_string.size())));
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
    QByteArray m_keys;
    std::vector<qsizetype> m_bases; ///< how many of the keys belong to what surrounds each open object or list
    QByteArrayView m_string;
    bool m_hasEscapes = false;
};

/// All texts of one kind that a statement yields for a case.
Step readColumn(Connection &connection, const QString &sql, const QVariant &of, const FieldText &kind,
                std::vector<FieldText> &texts)
{
    auto rows = connection.run(sql, {of});
    if (!rows)
        return Unexpected(rows.error());
    while (rows->next()) {
        if (const QString text = rows->text(0); !text.isEmpty())
            texts.push_back({kind.field, kind.label, text});
    }
    return rows->failure();
}

Step readTitles(Connection &connection, qint64 revisionId, QStringList &titles)
{
    std::vector<FieldText> read;
    Step done = readColumn(connection, u"SELECT title FROM record WHERE case_revision_id = ? ORDER BY position"_s,
                           revisionId, {}, read);
    for (FieldText &title : read)
        titles += std::move(title.text);
    return done;
}

Step readFilings(Connection &connection, qint64 number, std::vector<FieldText> &filings)
{
    const std::pair<QString, QString> sources[] = {
        {u"SELECT f.opportunity_id FROM case_revision r JOIN filing f ON f.case_revision_id = r.id WHERE r.case_id = ?"
         " ORDER BY f.id"_s,
         u"Opportunity ID"_s},
        {u"SELECT reason FROM status_change WHERE case_id = ? ORDER BY id"_s, u"Reason of a status"_s},
        {u"SELECT name FROM attachment WHERE case_id = ? ORDER BY id"_s, u"Attached file"_s},
    };
    for (const auto &[sql, label] : sources) {
        if (Step read = readColumn(connection, sql, number, {u"filing"_s, label, {}}, filings); !read)
            return read;
    }
    return {};
}

} // namespace

std::vector<FieldText> textsOf(QByteArrayView worksheet)
{
    std::vector<FieldText> texts;
    visitTexts(worksheet, [&](FieldText text) {
        texts.push_back(std::move(text));
        return true;
    });
    return texts;
}

void visitTexts(QByteArrayView worksheet, const std::function<bool(FieldText text)> &take)
{
    StringScanner scanner(worksheet);
    while (scanner.next()) {
        const auto label = labelOf(scanner.keys());
        if (label && !take({QString::fromUtf8(scanner.keys()), *label, scanner.text()}))
            return;
    }
}

ports::StoreResult<QByteArray> readWorksheet(Connection &connection, qint64 number)
{
    auto rows = connection.run(u"SELECT r.worksheet FROM \"case\" c JOIN case_revision r"
                               " ON r.case_id = c.id AND r.revision = c.revision WHERE c.id = ?"_s,
                               {number});
    if (!rows)
        return Unexpected(rows.error());
    QByteArray worksheet;
    if (rows->next())
        worksheet = rows->bytes(0);
    if (const Step read = rows->failure(); !read)
        return Unexpected(read.error());
    return worksheet;
}

ports::StoreResult<CaseTexts> readTexts(Connection &connection, qint64 number)
{
    CaseTexts texts;
    qint64 revisionId = 0;
    {
        auto rows =
            connection.run(u"SELECT r.id, r.company, r.website, r.worksheet FROM \"case\" c JOIN case_revision r"
                           " ON r.case_id = c.id AND r.revision = c.revision WHERE c.id = ?"_s,
                           {number});
        if (!rows)
            return Unexpected(rows.error());
        if (rows->next()) {
            revisionId = rows->integer(0);
            texts.company = rows->text(1);
            texts.website = rows->text(2);
            texts.facts = textsOf(rows->bytes(3));
        }
        if (const Step read = rows->failure(); !read)
            return Unexpected(read.error());
    }
    if (const Step read = readTitles(connection, revisionId, texts.titles); !read)
        return Unexpected(read.error());
    if (const Step read = readColumn(connection, u"SELECT body FROM note WHERE case_id = ? ORDER BY id"_s, number,
                                     {u"note"_s, u"Note"_s, {}}, texts.notes);
        !read)
        return Unexpected(read.error());
    if (const Step read = readFilings(connection, number, texts.filings); !read)
        return Unexpected(read.error());
    return texts;
}

} // namespace db
