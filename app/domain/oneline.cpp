#include "domain/oneline.h"

namespace domain {

namespace {

bool turnsDirection(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0x200e || code == 0x200f || code == 0x061c || (code >= 0x202a && code <= 0x202e)
        || (code >= 0x2066 && code <= 0x2069);
}

bool moves(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return turnsDirection(character);
    }
}

/// Half of a surrogate pair, as cutting a text may leave it.
bool isHalf(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return text[at].isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

} // namespace

QString oneLine(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (moves(text[i]))
            text[i] = u' ';
        else if (isHalf(text, i))
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace domain
