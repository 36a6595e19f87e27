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

} // namespace

QString oneLine(QString text)
{
    for (QChar &character : text) {
        if (moves(character))
            character = u' ';
    }
    return text;
}

} // namespace domain
