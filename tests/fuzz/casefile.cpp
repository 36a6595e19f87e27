#include "db/casefile.h"
#include "db/casestore.h"
#include "db/check.h"
#include "db/exchange.h"
#include "fuzz/fuzztarget.h"
#include "messages/messages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> seeds()
{
    // Also the newest file of the tests: what is of an older version is only read in a copy brought up to date.
    return fuzz::filesOf(u"tests/data/fuzz/casefile"_s, {u"*"_s})
         + fuzz::filesOf(u"tests/data/casefiles"_s, {u"version-9.briefstack"_s});
}

template <class Result>
QString unlessSentence(const Result &result)
{
    return result ? QString() : fuzz::unlessOneLine(messages::sentence(result.error()));
}

/// All that reading a file of unknown origin does: list, search, load, check, copy a case of it. Failures are sentences.
QString feed(const QByteArray &input)
{
    static const QTemporaryDir kFolder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/briefstack-XXXXXX"_s : QString());
    const QString path = kFolder.filePath(u"input.briefstack"_s);
    const QString copy = kFolder.filePath(u"copy.briefstack"_s);
    for (const QString &name : QDir(kFolder.path()).entryList(QDir::Files | QDir::Hidden))
        QFile::remove(kFolder.filePath(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
        return u"no space for the input"_s;
    file.close();
    QString wrong = unlessSentence(db::check(path));
    const auto store = db::openCaseStore(path, db::OpenMode::Read);
    if (!store)
        return wrong.isEmpty() ? unlessSentence(store) : wrong;
    for (const QString &search : {QString(), u"as"_s, u"assistant comp"_s}) {
        const auto cases = (*store)->list({search, {}, 20});
        if (wrong.isEmpty())
            wrong = unlessSentence(cases);
        if (!cases || !search.isEmpty())
            continue;
        for (const ports::CaseSummary &one : *cases) {
            const auto loaded = (*store)->load(one.id);
            const auto copied = db::exportCase(path, one.id, copy);
            QFile::remove(copy);
            if (wrong.isEmpty())
                wrong = unlessSentence(loaded) + unlessSentence(copied);
        }
    }
    return wrong;
}

} // namespace

fuzz::Target fuzz::target()
{
    return {u"casefile"_s, seeds, feed, true};
}
