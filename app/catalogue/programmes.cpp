#include "catalogue/programmes.h"

#include <algorithm>

namespace catalogue {

const Programme *Programmes::find(const QString &programmeId) const
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&programmeId](const Programme &programme) { return programme.id == programmeId; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace catalogue
