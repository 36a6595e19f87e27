#include "arch/layers.h"

#include <algorithm>

namespace arch {

using namespace Qt::StringLiterals;

const std::vector<Layer> &layers()
{
    static const QStringList kPlan{u"domain"_s, u"catalogue"_s, u"projection"_s, u"funding"_s};
    static const QStringList kEngine =
        kPlan + QStringList{u"json"_s,   u"worksheetfile"_s, u"founderform"_s, u"whatif"_s,    u"call"_s,
                            u"filing"_s, u"records"_s,       u"review"_s,      u"documents"_s, u"ports"_s};
    static const QStringList kFront = kEngine + QStringList{u"drafting"_s, u"messages"_s};
    static const std::vector<Layer> kLayers{
        {u"resources"_s, Reach::Pure, {}, {}, {}}, // data without code; only drafting opens it
        {u"app/domain"_s, Reach::Pure, {}, {}, {}},
        {u"app/json"_s, Reach::Pure, {u"domain"_s}, {}, {u"nlohmann"_s}},
        {u"app/worksheetfile"_s, Reach::Pure, {u"domain"_s, u"json"_s}, {}, {}},
        {u"app/founderform"_s, Reach::Pure, {u"domain"_s, u"json"_s, u"worksheetfile"_s}, {}, {}},
        {u"app/catalogue"_s, Reach::Pure, {u"domain"_s, u"json"_s}, {}, {}},
        {u"app/projection"_s, Reach::Pure, {u"domain"_s, u"catalogue"_s}, {}, {u"gmp"_s}},
        {u"app/funding"_s, Reach::Pure, {u"domain"_s, u"catalogue"_s, u"projection"_s}, {}, {}},
        {u"app/whatif"_s, Reach::Pure, kPlan, {}, {}},
        {u"app/call"_s, Reach::Pure, kPlan + QStringList{u"whatif"_s}, {}, {}},
        {u"app/filing"_s, Reach::Pure, {u"domain"_s, u"catalogue"_s}, {}, {}},
        {u"app/records"_s, Reach::Pure, kPlan + QStringList{u"json"_s}, {}, {}},
        {u"app/review"_s, Reach::Pure, kPlan + QStringList{u"json"_s, u"filing"_s, u"records"_s}, {}, {}},
        {u"app/documents"_s,
         Reach::Effects,
         kPlan + QStringList{u"call"_s, u"records"_s, u"review"_s, u"worksheetfile"_s},
         {u"QtGui"_s, u"QtSvg"_s},
         {u"qpdf"_s, u"zip"_s}},
        {u"app/ports"_s, Reach::Effects, {u"domain"_s}, {}, {}},
        {u"app/drafting"_s, Reach::Effects, kEngine + QStringList{u"resources"_s}, {}, {}},
        {u"app/messages"_s, Reach::Effects, {u"domain"_s, u"ports"_s}, {}, {}},
        {u"db"_s, Reach::Effects, {u"domain"_s, u"json"_s, u"worksheetfile"_s, u"ports"_s}, {}, {u"sqlite"_s}},
        {u"app/session"_s, Reach::Clock, kFront, {u"QtGui"_s}, {}},
        {u"app/ui"_s,
         Reach::Clock,
         kFront + QStringList{u"session"_s},
         {u"QtGui"_s, u"QtWidgets"_s, u"QtPrintSupport"_s, u"QtSvg"_s},
         {}},
        {u"app/cli"_s, Reach::Clock, kFront + QStringList{u"db"_s}, {u"QtGui"_s}, {}},
        {u"app"_s,
         Reach::Clock,
         kFront + QStringList{u"db"_s, u"session"_s, u"ui"_s},
         {u"QtGui"_s, u"QtWidgets"_s},
         {}},
    };
    return kLayers;
}

const std::vector<Library> &libraries()
{
    static const std::vector<Library> kLibraries{
        {u"nlohmann"_s, u"nlohmann/"_s, u"nlohmann_json::nlohmann_json"_s},
        {u"gmp"_s, u"gmp"_s, u"PkgConfig::GMP"_s},
        {u"qpdf"_s, u"qpdf/"_s, u"PkgConfig::QPDF"_s},
        {u"zip"_s, u"zip.h"_s, u"PkgConfig::ZIP"_s},
        {u"sqlite"_s, u"sqlite3"_s, u"SQLite::SQLite3"_s},
    };
    return kLibraries;
}

const Layer *layerOf(const QString &folder)
{
    const Layer *best = nullptr;
    for (const Layer &layer : layers()) {
        // "app" itself holds main.cpp only: a folder below it that the table does not name is nobody's.
        const bool inside =
            folder == layer.folder || (layer.folder != "app"_L1 && folder.startsWith(layer.folder + u'/'));
        if (inside && (!best || layer.folder.size() > best->folder.size()))
            best = &layer;
    }
    return best;
}

const Layer *layerNamed(const QString &name)
{
    const auto found = std::ranges::find_if(layers(), [&](const Layer &layer) { return layer.name() == name; });
    return found == layers().end() ? nullptr : &*found;
}

} // namespace arch
