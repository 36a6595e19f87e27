#include "documents/markup.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

bool isPlain(char32_t code)
{
    return code == U'\n' || (code >= 0x20 && code != 0x7f && !(code >= 0x80 && code < 0xa0));
}

} // namespace

QString markupText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t code : text.toUcs4()) {
        if (!isPlain(code))
            result += u' ';
        else if (QChar::isSurrogate(code) || QChar::isNonCharacter(code))
            result += QChar(QChar::ReplacementCharacter);
        else
            result += QChar::fromUcs4(code);
    }
    return result;
}

bool isFigureColumn(ColumnKind kind)
{
    return kind == ColumnKind::Period || kind == ColumnKind::Figure || kind == ColumnKind::Total;
}

QString flatHead(const QString &head)
{
    QString text = head;
    return text.replace(u'\n', u' ');
}

QString statusPrefix(ItemStatus status)
{
    const QString word = statusWord(status);
    return word.isEmpty() ? QString() : QString(word + u". ");
}

Table askTable(const AskLine &line)
{
    Table table;
    table.columns = {{u"Ask"_s, ColumnKind::Label}, {u"US dollars"_s, ColumnKind::Figure}};
    for (const AskTerm &term : line.terms) {
        const bool isAsk = &term == &line.terms.back();
        table.rows.push_back({isAsk ? RowKind::Total : RowKind::Body,
                              {{term.label, false, {}, Fill::None},
                               {QString(term.sign + u' ' + term.figure).trimmed(), false, {}, Fill::None}}});
    }
    return table;
}

QString linkTarget(const QString &address)
{
    QString text = address.trimmed();
    if (text.isEmpty() || text.contains(u' '))
        return {};
    if (!text.contains(u"://"))
        text.prepend(u"https://"_s);
    const QUrl url(text, QUrl::StrictMode);
    const bool opens = url.isValid() && (url.scheme() == u"https"_s || url.scheme() == u"http"_s)
                    && url.host().contains(u'.') && url.userInfo().isEmpty();
    return opens ? QString::fromLatin1(url.toEncoded()) : QString();
}

} // namespace documents
