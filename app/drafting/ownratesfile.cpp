#include "drafting/ownratesfile.h"

#include "catalogue/ratebookreader.h"
#include "drafting/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace drafting {

using catalogue::OwnRates;
using domain::InputError;
using domain::InputProblem;
using domain::Result;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 64 * 1024 * 1024;
constexpr int kPatience = 10'000; // milliseconds

Unexpected<OwnRatesFailure> notWritable(const QString &reason)
{
    return Unexpected(OwnRatesFailure{OwnRatesFailure::Kind::NotWritable, {}, reason});
}

Result<void, OwnRatesFailure> write(const QString &file, const QByteArray &bytes)
{
    const auto written = writeWholeFile(file, bytes);
    if (!written)
        return notWritable(written.error());
    return {};
}

/// The file a link leads to, so that the lock is one for all names of it.
QString realFile(const QString &file)
{
    const QString target = QFileInfo(file).canonicalFilePath();
    return target.isEmpty() ? QFileInfo(file).absoluteFilePath() : target;
}

} // namespace

QString ownRatesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/briefstack/own-rates.json"_s;
}

Result<OwnRates, InputError> loadOwnRates(const QString &file)
{
    if (!QFileInfo::exists(file) && !QFileInfo(file).isSymLink())
        return OwnRates{};
    QFile in(file);
    if (QFileInfo(file).isDir() || !in.open(QIODevice::ReadOnly))
        return Unexpected(InputError{
            InputProblem::Unreadable, {}, {}, QFileInfo(file).isDir() ? u"it is a folder"_s : in.errorString()});
    const QByteArray bytes = in.read(kLargestFile + 1);
    if (in.error() != QFileDevice::NoError)
        return Unexpected(InputError{InputProblem::Unreadable, {}, {}, in.errorString()});
    return catalogue::readOwnRates(bytes);
}

Result<void, OwnRatesFailure> changeOwnRates(const QString &file, const std::function<void(OwnRates &own)> &change)
{
    const QString target = realFile(file);
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return notWritable(u"its folder could not be made"_s);
    QLockFile lock(target + u".lock"_s);
    if (!lock.tryLock(kPatience)) {
        if (lock.error() == QLockFile::LockFailedError)
            return Unexpected(OwnRatesFailure{OwnRatesFailure::Kind::Busy, {}, {}});
        return notWritable(u"its folder cannot be written"_s);
    }
    auto own = loadOwnRates(target);
    if (!own)
        return Unexpected(OwnRatesFailure{OwnRatesFailure::Kind::Content, own.error(), {}});
    change(*own);
    return write(target, catalogue::writeOwnRates(*std::move(own)));
}

Result<catalogue::RateBook, InputError> readBook(QByteArrayView bytes, const catalogue::RateBook &shipped)
{
    // Only the first bytes tell the two apart; each reader then says what is wrong in its own words.
    constexpr qsizetype kHead = 256;
    const QByteArray head = QByteArray::fromRawData(bytes.data(), std::min(kHead, bytes.size()));
    if (!head.contains("\"briefstack-own-rates\""))
        return catalogue::readRateBook(bytes);
    auto own = catalogue::readOwnRates(bytes);
    if (!own)
        return Unexpected(own.error());
    return catalogue::withOwnRates(shipped, *own);
}

Result<Shipped, InputError> currentData(bool withOwn)
{
    auto data = shippedData();
    if (!data || !withOwn)
        return data;
    const QString file = ownRatesFile();
    auto own = loadOwnRates(file);
    if (!own) {
        InputError error = own.error();
        error.path = file + (error.path.isEmpty() ? QString() : u": "_s + error.path);
        return Unexpected(error);
    }
    data->rates = catalogue::withOwnRates(std::move(data->rates), *own);
    return data;
}

} // namespace drafting
