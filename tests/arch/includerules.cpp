#include "arch/layers.h"
#include "arch/rules.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace arch {

using namespace Qt::StringLiterals;

namespace {

/// Values only: what a pure layer may include of Qt Core.
const QSet<QString> &valueHeaders()
{
    static const QSet<QString> kHeaders{
        u"QAnyStringView"_s,
        u"QByteArray"_s,
        u"QByteArrayList"_s,
        u"QByteArrayView"_s,
        u"QChar"_s,
        u"QDate"_s,
        u"QFlags"_s,
        u"QCryptographicHash"_s,
        u"QHash"_s,
        u"QJsonArray"_s,
        u"QJsonDocument"_s,
        u"QJsonObject"_s,
        u"QJsonValue"_s,
        u"QLatin1Char"_s,
        u"QLatin1String"_s,
        u"QList"_s,
        u"QMap"_s,
        u"QMultiHash"_s,
        u"QMultiMap"_s,
        u"QPair"_s,
        u"QRegularExpression"_s,
        u"QSet"_s,
        u"QString"_s,
        u"QStringBuilder"_s,
        u"QStringConverter"_s,
        u"QStringDecoder"_s,
        u"QStringEncoder"_s,
        u"QStringList"_s,
        u"QStringLiteral"_s,
        u"QStringTokenizer"_s,
        u"QStringView"_s,
        u"QTextBoundaryFinder"_s,
        u"QUrl"_s,
        u"QUuid"_s,
        u"QUtf8StringView"_s,
        u"QVarLengthArray"_s,
        u"QtAlgorithms"_s,
        u"QtEndian"_s,
        u"QtGlobal"_s,
        u"QtNumeric"_s,
        u"QLatin1StringView"_s,
        u"QRegularExpressionMatch"_s,
    };
    return kHeaders;
}

/// Parts of the standard library that read a clock, a file, a locale or dice.
const QSet<QString> &impureStandardHeaders()
{
    static const QSet<QString> kHeaders{u"chrono"_s,     u"clocale"_s, u"cstdio"_s, u"ctime"_s,
                                        u"filesystem"_s, u"fstream"_s, u"future"_s, u"iostream"_s,
                                        u"locale"_s,     u"random"_s,  u"thread"_s};
    return kHeaders;
}

bool isQtHeader(const QString &header)
{
    return header.size() > 1 && header.at(0) == u'Q' && (header.at(1).isUpper() || header.at(1) == u't');
}

/// The Qt module a header belongs to, as the installed Qt has it: "QLabel" -> "QtWidgets"; empty: no such header.
QString qtModuleOf(const QString &header)
{
    if (const qsizetype slash = header.indexOf(u'/'); slash > 0)
        return header.left(slash);
    static const QStringList kModules{u"QtCore"_s, u"QtGui"_s,     u"QtWidgets"_s,    u"QtSql"_s,
                                      u"QtSvg"_s,  u"QtTest"_s,    u"QtSvgWidgets"_s, u"QtPrintSupport"_s,
                                      u"QtXml"_s,  u"QtNetwork"_s, u"QtConcurrent"_s, u"QtDBus"_s};
    const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    const auto owner = std::ranges::find_if(kModules, [&](const QString &module) {
        return header == module || QFileInfo::exists(root + u'/' + module + u'/' + header);
    });
    return owner == kModules.end() ? QString() : *owner;
}

/// Why `layer` must not include <header>; empty when it may.
QString objectionToForeign(const Layer &layer, const QString &header)
{
    if (header.startsWith("private/"_L1) || header.contains("/private/"_L1))
        return u"a private header of Qt"_s;
    if (isQtHeader(header)) {
        const QString module = qtModuleOf(header);
        if (module != "QtCore"_L1 && !layer.qtModules.contains(module))
            return module.isEmpty() ? u"a part of Qt that nobody here uses"_s : u"needs "_s + module;
        const QString name = header.mid(header.lastIndexOf(u'/') + 1);
        return layer.isPure() && !valueHeaders().contains(name) ? u"a pure layer takes only Qt Core's value types"_s
                                                                : QString();
    }
    for (const Library &library : libraries()) {
        if (header.startsWith(library.header))
            return layer.libraries.contains(library.name) ? QString() : u"this layer does not use "_s + library.name;
    }
    if (layer.isPure() && (header.endsWith(u".h") || impureStandardHeaders().contains(header)))
        return u"a pure layer has no clock, file, locale or randomness"_s;
    return header.contains(u'/') && !header.startsWith("sys/"_L1) ? u"a library that is not in the table"_s : QString();
}

/// Why `layer` must not include "header"; empty when it may.
QString objectionToOwn(const Layer &layer, const QString &header)
{
    const qsizetype slash = header.indexOf(u'/');
    if (slash < 0) {
        const bool generatedForm = header.startsWith("ui_"_L1);
        return generatedForm && layer.name() != "ui"_L1 ? u"forms belong to ui"_s : QString();
    }
    const QString other = header.left(slash);
    if (other == layer.name() || layer.sees.contains(other))
        return {};
    return layerNamed(other) ? layer.name() + u" must not see "_s + other : u"no layer has that name"_s;
}

} // namespace

Violations checkIncludes(const SourceTree &tree)
{
    static const QRegularExpression kInclude(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])"_s,
                                             QRegularExpression::MultilineOption);
    Violations violations;
    for (const SourceFile &file : tree) {
        const Layer *layer = file.isCpp() ? layerOf(file.folder()) : nullptr;
        if (!layer)
            continue;
        const QString text = withoutComments(file.text, Strings::Keep);
        auto includes = kInclude.globalMatch(text);
        while (includes.hasNext()) {
            const QRegularExpressionMatch include = includes.next();
            const QString header = include.captured(2);
            const QString objection =
                include.captured(1) == u'<' ? objectionToForeign(*layer, header) : objectionToOwn(*layer, header);
            const int line = static_cast<int>(QStringView(text).left(include.capturedStart(2)).count(u'\n')) + 1;
            if (!objection.isEmpty())
                violations.push_back({u"include"_s, file.path, line, header + u": "_s + objection});
        }
    }
    return violations;
}

} // namespace arch
