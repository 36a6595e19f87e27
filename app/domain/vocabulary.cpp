#include "domain/vocabulary.h"

namespace domain {

using namespace Qt::StringLiterals;

const QStringList &wordsOf(Stage)
{
    static const QStringList kWords{u"individual"_s, u"pre-seed"_s,      u"seed"_s,
                                    u"series-a"_s,   u"series-b-plus"_s, u"established"_s};
    return kWords;
}

const QStringList &wordsOf(Scope)
{
    static const QStringList kWords{u"regional"_s, u"global"_s};
    return kWords;
}

const QStringList &wordsOf(Tier)
{
    static const QStringList kWords{u"standard"_s, u"priority"_s, u"flex"_s};
    return kWords;
}

const QStringList &wordsOf(CacheTtl)
{
    static const QStringList kWords{u"5m"_s, u"1h"_s};
    return kWords;
}

const QStringList &wordsOf(Commitment)
{
    static const QStringList kWords{u"none"_s, u"1-month"_s, u"6-month"_s};
    return kWords;
}

const QStringList &wordsOf(Route)
{
    static const QStringList kWords{u"ace"_s, u"org-id"_s};
    return kWords;
}

const QStringList &wordsOf(ContactRole)
{
    static const QStringList kWords{u"founder"_s, u"technical"_s, u"budget"_s, u"other"_s};
    return kWords;
}

const QStringList &wordsOf(PartnerTier)
{
    static const QStringList kWords{u"registered"_s, u"select"_s, u"advanced"_s, u"premier"_s};
    return kWords;
}

const QStringList &wordsOf(FactStatus)
{
    static const QStringList kWords{u"stated"_s, u"implied"_s, u"assumed"_s, u"unknown"_s};
    return kWords;
}

const QStringList &industries()
{
    static const QStringList kIndustries{
        u"Aerospace"_s,
        u"Agriculture"_s,
        u"Automotive"_s,
        u"Computers and Electronics"_s,
        u"Consumer Goods"_s,
        u"Education"_s,
        u"Energy - Oil and Gas"_s,
        u"Energy - Power and Utilities"_s,
        u"Financial Services"_s,
        u"Gaming"_s,
        u"Government"_s,
        u"Healthcare"_s,
        u"Hospitality"_s,
        u"Life Sciences"_s,
        u"Manufacturing"_s,
        u"Marketing and Advertising"_s,
        u"Media and Entertainment"_s,
        u"Mining"_s,
        u"Non-Profit Organization"_s,
        u"Professional Services"_s,
        u"Real Estate and Construction"_s,
        u"Retail"_s,
        u"Software and Internet"_s,
        u"Telecommunications"_s,
        u"Transportation and Logistics"_s,
        u"Travel"_s,
        u"Wholesale and Distribution"_s,
        u"Other"_s,
    };
    return kIndustries;
}

const QStringList &countryCodes()
{
    static const QStringList kCodes =
        QString::fromLatin1(
            "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
            "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG "
            "EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR "
            "HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
            "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
            "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
            "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
            "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW")
            .simplified()
            .split(u' ');
    return kCodes;
}

} // namespace domain
