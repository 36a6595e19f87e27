#include "arch/layers.h"
#include "arch/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace arch {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestFile = 500;

bool isSource(const SourceFile &file)
{
    return file.path.startsWith("app/"_L1) || file.path.startsWith("db/"_L1);
}

int lineCount(const QString &text)
{
    return static_cast<int>(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

/// Words that mark work left undone, put together here so that this file does not hold them.
const QRegularExpression &unfinishedWords()
{
    static const QRegularExpression kWords(u"\\b("_s + u"TO"_s + u"DO|"_s + u"FIX"_s + u"ME|"_s + u"XX"_s + u"X|"_s
                                           + u"HA"_s + u"CK)\\b"_s);
    return kWords;
}

void checkForm(const SourceFile &form, const SourceTree &tree, Violations &violations)
{
    static const QRegularExpression kClass(u"<class>([^<]+)</class>"_s);
    if (form.folder() != "forms"_L1) {
        violations.push_back({u"form"_s, form.path, 0, u"forms live in forms/"_s});
        return;
    }
    const QString name = form.baseName();
    const QString className = kClass.match(form.text).captured(1);
    const auto owner = std::ranges::find_if(tree, [&](const SourceFile &file) {
        return file.isHeader() && file.path.startsWith("app/ui/"_L1) && file.baseName() == name;
    });
    if (owner == tree.end())
        violations.push_back({u"form"_s, form.path, 0, u"no "_s + name + u".h under app/ui"_s});
    else if (className.toLower() != name || !owner->text.contains(u"class "_s + className))
        violations.push_back(
            {u"form"_s, form.path, 0, u"its class '"_s + className + u"' is not the one of "_s + owner->path});
}

} // namespace

Violations checkForms(const SourceTree &tree)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        if (file.path.endsWith(u".ui"))
            checkForm(file, tree, violations);
    }
    return violations;
}

Violations checkFiles(const SourceTree &tree)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        if (isSource(file) && file.isCpp() && !layerOf(file.folder()))
            violations.push_back({u"folder"_s, file.path, 0, u"no layer of tests/arch/layers.cpp owns this folder"_s});
        if (isSource(file) && file.isHeader() && !file.text.trimmed().startsWith("//"_L1))
            violations.push_back({u"header"_s, file.path, 1, u"a header starts by saying what it is for"_s});
        if (file.isCpp() && lineCount(file.text) > kLongestFile)
            violations.push_back(
                {u"length"_s, file.path, 0,
                 QString::number(lineCount(file.text)) + u" lines; split it at "_s + QString::number(kLongestFile)});
        auto hits = unfinishedWords().globalMatch(file.text);
        while (hits.hasNext()) {
            const QRegularExpressionMatch hit = hits.next();
            const int line = static_cast<int>(QStringView(file.text).left(hit.capturedStart()).count(u'\n')) + 1;
            violations.push_back({u"word"_s, file.path, line, hit.captured() + u": finish it or file an issue"_s});
        }
    }
    return violations;
}

Violations check(const SourceTree &tree)
{
    Violations all;
    for (const auto &rule : {checkIncludes, checkWords, checkLinks, checkForms, checkFiles}) {
        const Violations some = rule(tree);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

} // namespace arch
