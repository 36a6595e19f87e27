#include "arch/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace arch {

using namespace Qt::StringLiterals;

QString SourceFile::folder() const
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

QString SourceFile::baseName() const
{
    const QString name = path.mid(path.lastIndexOf(u'/') + 1);
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : name;
}

SourceTree readTree(const QString &root)
{
    static const QStringList kNames{u"*.h"_s, u"*.cpp"_s, u"*.ui"_s, u"*.sql"_s, u"*.py"_s, u"CMakeLists.txt"_s};
    SourceTree tree;
    const QDir base(root);
    for (const QString &top : {u"app"_s, u"db"_s, u"forms"_s, u"resources"_s, u"tests"_s}) {
        QDirIterator files(base.filePath(top), kNames, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                tree.push_back({base.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    std::ranges::sort(tree, {}, &SourceFile::path);
    return tree;
}

QString withoutComments(const QString &text, Strings strings)
{
    // Comments, raw strings, strings, characters: whichever starts first hides the others. The quote of a digit
    // separator is none.
    static const QRegularExpression kPiece(uR"re((?<comment>//[^\n]*|/\*.*?\*/))re"
                                           uR"re(|R"(?<tag>[^(\s]{0,16})\(.*?\)\k<tag>"|"(?:\\.|[^"\\\n])*")re"
                                           uR"re(|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')re"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QString result = text;
    auto pieces = kPiece.globalMatch(text);
    while (pieces.hasNext()) {
        const QRegularExpressionMatch piece = pieces.next();
        if (piece.capturedLength(u"comment") == 0 && strings == Strings::Keep)
            continue;
        for (qsizetype i = piece.capturedStart(); i < piece.capturedEnd(); ++i) {
            if (result.at(i) != u'\n')
                result[i] = u' ';
        }
    }
    return result;
}

} // namespace arch
