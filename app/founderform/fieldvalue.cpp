#include "founderform/fieldvalue.h"

namespace founderform {

using json::Kind;
using json::Value;
using namespace Qt::StringLiterals;

bool isSame(const Value &one, const Value &other)
{
    if (one.kind != other.kind || one.elements.size() != other.elements.size())
        return false;
    for (std::size_t i = 0; i < one.elements.size(); ++i) {
        if (!isSame(one.elements[i], other.elements[i]))
            return false;
    }
    return one.kind == Kind::Boolean ? one.boolean == other.boolean : one.text == other.text;
}

QString readable(const Value &value)
{
    if (value.kind == Kind::Null)
        return {};
    if (value.kind == Kind::Boolean)
        return value.boolean ? u"yes"_s : u"no"_s;
    if (value.kind != Kind::Array)
        return value.text;
    QStringList texts;
    for (const Value &element : value.elements)
        texts.append(readable(element));
    const bool isRange = value.elements.size() == 2 && value.elements.front().kind == Kind::Integer;
    return texts.join(isRange ? u" to "_s : u", "_s);
}

} // namespace founderform
