#include "session/datatouse.h"

#include "drafting/ownratesfile.h"
#include "drafting/userprogrammes.h"

namespace session {

DataToUse dataToUse()
{
    DataToUse read{drafting::shippedData(), {}, {}};
    if (!read.data)
        return read;
    if (const auto own = drafting::loadOwnRates(drafting::ownRatesFile()))
        read.data->rates = catalogue::withOwnRates(std::move(read.data->rates), *own);
    else
        read.ownPrices = own.error();
    if (const auto applied = drafting::applyUserProgrammes(*read.data); !applied)
        read.ownFigures = applied.error();
    return read;
}

} // namespace session
