#include "catalogue/offer/offerimport.h"

#include "catalogue/offer/offerprices.h"
#include "catalogue/offer/offerrows.h"

#include <algorithm>

namespace catalogue {

using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

/// Counts what passes through, tells it, and stops the source when told to.
json::ByteSource watched(const json::ByteSource &source, const OfferProgress &progress, bool *canceled)
{
    return [&source, &progress, canceled, total = qint64(0)](char *buffer, qsizetype most) mutable {
        const qsizetype got = source(buffer, most);
        total += std::max<qsizetype>(got, 0);
        if (got > 0 && progress && !progress(total)) {
            *canceled = true;
            return qsizetype(-1);
        }
        return got;
    };
}

InputError nothingIn(const OfferHead &head, const OfferRows &rows)
{
    if (rows.products() == 0)
        return {InputProblem::WrongType, {}, u"none"_s, u"a price file with products"_s};
    if (!rows.hasDollars())
        return {InputProblem::WrongType,
                {},
                u"none"_s,
                u"prices in US dollars; files of AWS's China regions have others"_s};
    return {InputProblem::WrongType,
            {},
            head.offer.isEmpty() ? u"none"_s : u"the offer \""_s + head.offer.left(60) + u'"',
            u"a price file with an offer code, version and publication date"_s};
}

} // namespace

Result<ImportedOffer, InputError> importOffer(const json::ByteSource &source, const RateBook &book, const OfferMap &map,
                                              const OfferProgress &progress)
{
    OfferRows rows(book, map);
    bool canceled = false;
    const auto reading = readOffer(watched(source, progress, &canceled), rows);
    if (!reading)
        return Unexpected(reading.error());
    ImportedOffer result;
    if (canceled) {
        result.canceled = true;
        return result;
    }
    if (rows.tooMany())
        return Unexpected(InputError{InputProblem::TooLarge, {}, u"more rows than that"_s, OfferRows::limit()});
    if (!reading->complete)
        return Unexpected(InputError{InputProblem::Unreadable, {}, {}, u"the file could not be read to its end"_s});
    const OfferHead &head = reading->head;
    if (rows.products() == 0 || !rows.hasDollars() || head.offer.isEmpty() || !head.published.isValid())
        return Unexpected(nothingIn(head, rows));
    result.head = head;
    result.products = rows.products();
    result.refused = rows.takeRefusals();
    takePrices(rows.takeMeanings(), head, book, result);
    return result;
}

} // namespace catalogue
