#include "documents/typography.h"

#include <algorithm>

namespace documents {

PageGrid pageGrid(Paper paper)
{
    PageGrid grid;
    if (paper == Paper::Letter)
        return grid;
    constexpr qreal kExtraHeight = 50; // what A4 is taller, in whole points; the rest is air at the foot
    grid.width = 595.276;
    grid.height = 841.89;
    grid.content = 487.3;
    grid.bottom += kExtraHeight;
    grid.footer += kExtraHeight;
    grid.column = 233.6;
    grid.wide = 274;
    grid.narrow = 193.3;
    grid.label = 92;
    grid.pitch = 28.9;
    grid.total = 48.5;
    return grid;
}

PageGrid PageGrid::forPeriods(int periods) const
{
    constexpr int kPeriods = 12;
    constexpr qreal kWidestPitch = 50;
    PageGrid grid = *this;
    if (periods < 1 || periods >= kPeriods)
        return grid;
    grid.pitch = std::min(kPeriods * pitch / periods, kWidestPitch);
    grid.label = content - total - periods * grid.pitch;
    return grid;
}

} // namespace documents
