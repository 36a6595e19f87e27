#include "arch/layers.h"
#include "arch/rules.h"

#include <QRegularExpression>

namespace arch {

using namespace Qt::StringLiterals;

namespace {

struct WordRule {
    QString rule;
    QRegularExpression words; ///< the name found is capture 1
    bool (*applies)(const Layer &);
    QString why;
};

bool holdsMoney(const Layer &layer)
{
    static const QStringList kLayers{u"domain"_s,  u"catalogue"_s, u"projection"_s,
                                     u"funding"_s, u"whatif"_s,    u"worksheetfile"_s};
    return kLayers.contains(layer.name());
}

QRegularExpression names(const QString &alternatives)
{
    return QRegularExpression(u"(?<![A-Za-z0-9_])(" + alternatives + u")(?![A-Za-z0-9_])");
}

const std::vector<WordRule> &wordRules()
{
    static const std::vector<WordRule> kRules{
        {u"impure"_s,
         names(u"QObject|Q_OBJECT|Q_GADGET|QFile|QSaveFile|QIODevice|QDir|QFileInfo|QTemporaryFile|QSettings|QProcess|"
               u"QLocale|"
               "QCollator|QRandomGenerator|QTimer|QCoreApplication|QStandardPaths|qgetenv|qEnvironmentVariable|getenv|"
               "createUuid|srand|std::cout|std::cerr|qDebug|qWarning|qCritical"_s),
         [](const Layer &layer) { return layer.isPure(); },
         u"a pure layer takes everything it uses as an argument and returns what it has to say"_s},
        {u"exception"_s, names(u"throw"_s), [](const Layer &) { return true; },
         u"errors are returned as values (domain/result.h)"_s},
        {u"clock"_s,
         names(u"currentDate|currentDateTime|currentDateTimeUtc|currentTime|currentSecsSinceEpoch|"
               "currentMSecsSinceEpoch|system_clock|std::time|gettimeofday|clock_gettime"_s),
         [](const Layer &layer) { return layer.reach != Reach::Clock; },
         u"today is an argument everywhere below session and the command line"_s},
        {u"float"_s, names(u"double|float|toDouble|toFloat|qreal"_s), holdsMoney,
         u"money, rates and quantities are exact integers"_s},
        {u"richtext"_s, names(u"setHtml|insertHtml|appendHtml|setMarkdown|insertMarkdown"_s),
         [](const Layer &) { return true; }, u"text that people typed is text, never markup"_s},
        {u"sql"_s, names(u"QSqlDatabase|QSqlQuery|sqlite3_[a-z0-9_]+"_s),
         [](const Layer &layer) { return layer.name() != "db"_L1; }, u"only db knows SQL"_s},
    };
    return kRules;
}

} // namespace

Violations checkWords(const SourceTree &tree)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        const Layer *layer = file.isCpp() ? layerOf(file.folder()) : nullptr;
        if (!layer)
            continue;
        static const QRegularExpression kInclude(u"^[ \\t]*#[ \\t]*include[^\\n]*"_s,
                                                 QRegularExpression::MultilineOption);
        // Emptied, not removed: line numbers stay. What may be included is the other rule's.
        const QString text = withoutComments(file.text, Strings::Blank).remove(kInclude);
        for (const WordRule &rule : wordRules()) {
            if (!rule.applies(*layer))
                continue;
            auto hits = rule.words.globalMatch(text);
            while (hits.hasNext()) {
                const QRegularExpressionMatch hit = hits.next();
                const int line = static_cast<int>(QStringView(text).left(hit.capturedStart(1)).count(u'\n')) + 1;
                violations.push_back({rule.rule, file.path, line, hit.captured(1) + u": "_s + rule.why});
            }
        }
    }
    return violations;
}

} // namespace arch
