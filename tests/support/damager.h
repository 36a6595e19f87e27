// Damager: files damaged in the ways that people, programs and attackers damage them, from a fixed seed, so that every
// input can be made again.
#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <random>

namespace support {

/// What people and programs put where it does not belong.
inline const QList<QByteArray> &damagingTokens()
{
    static const QList<QByteArray> kTokens{"null",
                                           "true",
                                           "-1",
                                           "0",
                                           "1e999",
                                           "-0",
                                           "18446744073709551616",
                                           "5000.0",
                                           "\"\"",
                                           "\"01\"",
                                           "\"-0.000000\"",
                                           "\"1e3\"",
                                           "\"999999999999999999999999999999999\"",
                                           "[]",
                                           "{}",
                                           "[[[[[[[[[[[[[[[[[[",
                                           "{\"a\":",
                                           "\"\\ud83d\"",
                                           "\"\\u0000\"",
                                           "\xef\xbb\xbf",
                                           "\xff",
                                           "\xed\xa0\x80",
                                           "\"\U0001F680\"",
                                           "\"held\"",
                                           "\"2027-02-29\"",
                                           ",",
                                           ":",
                                           "\"",
                                           "\\",
                                           "\n",
                                           "}",
                                           "]",
                                           "\"id\": \"answers\", ",
                                           "\"id\": \"answers-2\", "};
    return kTokens;
}

class Damager {
public:
    explicit Damager(unsigned seed) : m_random(seed) {}

    QByteArray damaged(QByteArray text)
    {
        for (qsizetype left = 1 + below(4); left > 0 && !text.isEmpty(); --left)
            damage(text);
        return text;
    }

    qsizetype below(qsizetype bound) { return static_cast<qsizetype>(m_random() % static_cast<std::uint64_t>(bound)); }

    /// The same for a file of pages, such as a database: bits, bytes, numbers, whole pages.
    QByteArray damagedPages(QByteArray bytes, qsizetype page = 4096)
    {
        for (qsizetype left = 1 + below(4); left > 0 && bytes.size() > page; --left)
            damagePages(bytes, page);
        return bytes;
    }

private:
    void damagePages(QByteArray &bytes, qsizetype page)
    {
        const qsizetype pages = bytes.size() / page;
        // Half of the damage goes where a page or the file says what it is.
        const qsizetype at = below(2) == 0 ? below(bytes.size()) : below(pages) * page + below(108);
        switch (below(7)) {
        case 0: bytes[at] = static_cast<char>(below(256)); return;
        case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); return;
        case 2:
            bytes.replace(at, qMin<qsizetype>(4, bytes.size() - at), QByteArray(4, below(2) == 0 ? '\xff' : '\0'));
            return;
        case 3: bytes.replace(below(pages) * page, page, bytes.mid(below(pages) * page, page)); return;
        case 4: bytes.replace(below(pages) * page, page, QByteArray(page, '\0')); return;
        case 5: bytes.truncate(below(4) == 0 ? at : (1 + below(pages)) * page); return;
        default: std::swap(bytes[at], bytes[below(bytes.size())]); return;
        }
    }

    void damage(QByteArray &text)
    {
        const qsizetype at = below(text.size());
        const qsizetype length = std::min(1 + below(40), text.size() - at);
        switch (below(9)) {
        case 0: text[at] = static_cast<char>(below(256)); return;
        case 1: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); return;
        case 2: text.remove(at, length); return;
        case 3: text.insert(at, text.mid(below(text.size()), length)); return;
        case 4: text.truncate(at); return;
        case 5: text.insert(at, damagingTokens()[below(damagingTokens().size())]); return;
        case 6: replaceValue(text, at); return;
        case 7: replaceDigit(text, at); return;
        default: repeatLine(text, at); return;
        }
    }

    /// The next value after a colon becomes another: most of these are still JSON.
    void replaceValue(QByteArray &text, qsizetype from)
    {
        const qsizetype start = text.indexOf(": ", from) + 2;
        const qsizetype end = text.indexOf('\n', start);
        if (start < 2 || end < 0)
            return;
        const bool hasComma = text[end - 1] == ',';
        text.replace(start, end - start - (hasComma ? 1 : 0), damagingTokens()[below(damagingTokens().size())]);
    }
    void replaceDigit(QByteArray &text, qsizetype from)
    {
        for (qsizetype i = from; i < text.size(); ++i) {
            if (text[i] >= '0' && text[i] <= '9') {
                text[i] = static_cast<char>('0' + below(10));
                return;
            }
        }
    }
    void repeatLine(QByteArray &text, qsizetype from)
    {
        const qsizetype start = text.lastIndexOf('\n', from) + 1;
        const qsizetype end = text.indexOf('\n', from) + 1;
        if (end > start)
            text.insert(end, text.mid(start, end - start));
    }

    std::mt19937_64 m_random;
};

} // namespace support
