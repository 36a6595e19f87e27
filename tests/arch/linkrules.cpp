#include "arch/layers.h"
#include "arch/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace arch {

using namespace Qt::StringLiterals;

namespace {

/// "briefstack::domain" and "briefstack_domain" -> "domain"; empty for what is not ours.
QString ownLayer(const QString &target)
{
    for (const QString &prefix : {u"briefstack::"_s, u"briefstack_"_s}) {
        if (target.startsWith(prefix))
            return target.mid(prefix.size());
    }
    return {};
}

QString objectionToLink(const Layer &layer, const QString &target)
{
    static const QStringList kForAll{u"briefstack_flags"_s, u"Qt6::Core"_s, u"Threads::Threads"_s};
    if (kForAll.contains(target))
        return {};
    if (const QString other = ownLayer(target); !other.isEmpty()) {
        if (layer.sees.contains(other))
            return {};
        return layerNamed(other) ? layer.name() + u" must not see "_s + other : u"no layer has that name"_s;
    }
    if (target.startsWith("Qt6::"_L1)) {
        const QString module = u"Qt"_s + target.mid(5);
        return layer.qtModules.contains(module) ? QString() : layer.name() + u" must not use "_s + module;
    }
    const bool allowed = std::ranges::any_of(libraries(), [&](const Library &library) {
        return library.target == target && layer.libraries.contains(library.name);
    });
    return allowed ? QString() : layer.name() + u" must not use that library"_s;
}

} // namespace

std::vector<Link> linksOf(const SourceFile &cmakeLists)
{
    static const QRegularExpression kCall(
        uR"((?<![A-Za-z0-9_])(briefstack_layer|target_link_libraries)\s*\(([^)]*)\))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kComment(u"#[^\\n]*"_s);
    static const QRegularExpression kWord(uR"([^\s;"]+)"_s);
    QString text = cmakeLists.text;
    text.remove(kComment);
    std::vector<Link> links;
    auto calls = kCall.globalMatch(text);
    while (calls.hasNext()) {
        const QRegularExpressionMatch call = calls.next();
        const bool layerCall = call.captured(1).compare("briefstack_layer"_L1, Qt::CaseInsensitive) == 0;
        bool linking = false;
        auto words = kWord.globalMatch(call.captured(2));
        for (bool first = true; words.hasNext(); first = false) {
            const QRegularExpressionMatch word = words.next();
            const QString item = word.captured();
            if (layerCall && (item == "NAME"_L1 || item == "SOURCES"_L1))
                linking = false;
            else if (item == "LINKS"_L1 || item == "PRIVATE_LINKS"_L1 || item == "PUBLIC"_L1 || item == "PRIVATE"_L1
                     || item == "INTERFACE"_L1 || (first && !layerCall))
                linking = true;
            else if (linking) {
                const qsizetype at = call.capturedStart(2) + word.capturedStart();
                links.push_back({item, static_cast<int>(QStringView(text).left(at).count(u'\n')) + 1});
            }
        }
    }
    return links;
}

Violations checkLinks(const SourceTree &tree)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        const Layer *layer = file.path.endsWith("/CMakeLists.txt"_L1) ? layerOf(file.folder()) : nullptr;
        if (!layer)
            continue;
        for (const Link &link : linksOf(file)) {
            const QString objection = objectionToLink(*layer, link.target);
            if (!objection.isEmpty())
                violations.push_back({u"link"_s, file.path, link.line, link.target + u": "_s + objection});
        }
    }
    return violations;
}

} // namespace arch
