#include "ui/chartscale.h"

#include <algorithm>

namespace ui {

using domain::Money;
using namespace Qt::StringLiterals;

namespace {

constexpr int kScaleLines = 5; ///< about as many as are drawn

Money roundStep(Money peak)
{
    const qint64 least = std::max<qint64>(1, peak.cents() / 100 / kScaleLines);
    qint64 power = 1;
    while (power * 10 <= least)
        power *= 10;
    for (const qint64 factor : {1, 2, 5}) {
        if (factor * power >= least)
            return Money::fromDollars(factor * power);
    }
    return Money::fromDollars(power * 10);
}

} // namespace

int ChartScale::heightOf(Money amount, int height) const
{
    return qRound(qreal(height) * qreal(amount.cents()) / qreal(std::max<qint64>(1, top.cents())));
}

ChartScale chartScale(Money peak)
{
    ChartScale scale{roundStep(peak), {}};
    scale.top = scale.step;
    while (scale.top < peak)
        scale.top += scale.step;
    return scale;
}

QString scaleLabel(Money amount)
{
    const qint64 dollars = amount.cents() / 100;
    if (dollars >= 1'000'000 && dollars % 100'000 == 0) {
        const qint64 tenths = dollars % 1'000'000 / 100'000;
        return u"$%1%2M"_s.arg(QString::number(dollars / 1'000'000),
                               tenths ? u'.' + QString::number(tenths) : QString());
    }
    if (dollars >= 1'000 && dollars % 1'000 == 0)
        return u"$%1K"_s.arg(dollars / 1'000);
    return dollars == 0 ? u"0"_s : u"$%1"_s.arg(dollars);
}

} // namespace ui
