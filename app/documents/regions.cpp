// Names of AWS Regions as AWS's own documentation lists them (AWS General Reference, "Regions and Zones", 2026).
#include "documents/formats.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace documents {

QString regionName(const QString &code)
{
    static const QHash<QString, QString> kNames{
        {u"us-east-1"_s, u"US East (N. Virginia)"_s},
        {u"us-east-2"_s, u"US East (Ohio)"_s},
        {u"us-west-1"_s, u"US West (N. California)"_s},
        {u"us-west-2"_s, u"US West (Oregon)"_s},
        {u"us-gov-east-1"_s, u"AWS GovCloud (US-East)"_s},
        {u"us-gov-west-1"_s, u"AWS GovCloud (US-West)"_s},
        {u"ca-central-1"_s, u"Canada (Central)"_s},
        {u"ca-west-1"_s, u"Canada West (Calgary)"_s},
        {u"mx-central-1"_s, u"Mexico (Central)"_s},
        {u"sa-east-1"_s, u"South America (São Paulo)"_s},
        {u"eu-central-1"_s, u"Europe (Frankfurt)"_s},
        {u"eu-central-2"_s, u"Europe (Zurich)"_s},
        {u"eu-west-1"_s, u"Europe (Ireland)"_s},
        {u"eu-west-2"_s, u"Europe (London)"_s},
        {u"eu-west-3"_s, u"Europe (Paris)"_s},
        {u"eu-north-1"_s, u"Europe (Stockholm)"_s},
        {u"eu-south-1"_s, u"Europe (Milan)"_s},
        {u"eu-south-2"_s, u"Europe (Spain)"_s},
        {u"me-south-1"_s, u"Middle East (Bahrain)"_s},
        {u"me-central-1"_s, u"Middle East (UAE)"_s},
        {u"il-central-1"_s, u"Israel (Tel Aviv)"_s},
        {u"af-south-1"_s, u"Africa (Cape Town)"_s},
        {u"ap-east-1"_s, u"Asia Pacific (Hong Kong)"_s},
        {u"ap-east-2"_s, u"Asia Pacific (Taipei)"_s},
        {u"ap-south-1"_s, u"Asia Pacific (Mumbai)"_s},
        {u"ap-south-2"_s, u"Asia Pacific (Hyderabad)"_s},
        {u"ap-northeast-1"_s, u"Asia Pacific (Tokyo)"_s},
        {u"ap-northeast-2"_s, u"Asia Pacific (Seoul)"_s},
        {u"ap-northeast-3"_s, u"Asia Pacific (Osaka)"_s},
        {u"ap-southeast-1"_s, u"Asia Pacific (Singapore)"_s},
        {u"ap-southeast-2"_s, u"Asia Pacific (Sydney)"_s},
        {u"ap-southeast-3"_s, u"Asia Pacific (Jakarta)"_s},
        {u"ap-southeast-4"_s, u"Asia Pacific (Melbourne)"_s},
        {u"ap-southeast-5"_s, u"Asia Pacific (Malaysia)"_s},
        {u"ap-southeast-6"_s, u"Asia Pacific (New Zealand)"_s},
        {u"ap-southeast-7"_s, u"Asia Pacific (Thailand)"_s},
    };
    const auto name = kNames.constFind(code);
    return name == kNames.cend() ? code : QString(*name + u", " + code);
}

} // namespace documents
