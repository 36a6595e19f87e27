#include "session/openfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace session {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestMark = 1024 * 1024;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString shortHash(const QByteArray &of)
{
    constexpr qsizetype kCharacters = 24;
    return QString::fromLatin1(QCryptographicHash::hash(of, QCryptographicHash::Sha256).toHex().left(kCharacters));
}

/// A folder that only its owner can enter; false when it cannot be had.
bool makeOwn(const QString &folder)
{
    return QDir().mkpath(folder)
        && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// False when the path is longer than a socket's may be.
bool addressOf(const QString &socketFile, sockaddr_un &address)
{
    const QByteArray name = QFile::encodeName(socketFile);
    address = {};
    address.sun_family = AF_UNIX;
    if (name.size() >= qsizetype(sizeof(address.sun_path)))
        return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    return true;
}

/// A call is the whole message.
void call(const QString &socketFile)
{
    sockaddr_un address;
    const int caller = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (caller < 0)
        return;
    if (addressOf(socketFile, address))
        (void)::connect(caller, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::close(caller);
}

QString markFileOf(const QString &folder, const QString &caseFile)
{
    const QString path = QFileInfo(caseFile).canonicalFilePath();
    return path.isEmpty() ? QString() : folder + u'/' + shortHash(path.toUtf8()) + u".json"_s;
}

struct StoredMark {
    QString caseFile;
    LeftMark mark;
};

/// Whatever is not understood is left out: a mark is a help, never an obstacle.
StoredMark readMark(const QString &markFile)
{
    QFile file(markFile);
    if (markFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargestMark)).object();
    StoredMark stored{object[u"file"_s].toString(),
                      {QDateTime::fromString(object[u"opened"_s].toString(), Qt::ISODateWithMs), {}}};
    for (const QJsonValue &value : object[u"cases"_s].toArray()) {
        const QJsonObject one = value.toObject();
        if (const QString id = one[u"id"_s].toString(); !id.isEmpty())
            stored.mark.cases.push_back({id, one[u"revision"_s].toInt()});
    }
    return stored;
}

} // namespace

OpenFile::~OpenFile()
{
    if (!m_markFile.isEmpty())
        QFile::remove(m_markFile);
    m_calls.reset();
    if (m_socket >= 0) {
        QFile::remove(m_socketFile);
        ::close(m_socket);
    }
    if (m_lock >= 0) {
        QFile::remove(m_lockFile); // still locked: nobody has a lock on it
        ::close(m_lock);
    }
}

/// False when another process has it. A lock file that cannot be made locks nobody out.
bool OpenFile::lock(const QString &place)
{
    const QString lockFile = place + u".lock"_s;
    const QByteArray name = QFile::encodeName(lockFile);
    for (;;) {
        const int lock = ::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (lock < 0)
            return true;
        if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
            const bool taken = errno == EWOULDBLOCK;
            ::close(lock);
            return !taken;
        }
        // Its owner may have removed it between the two: then the lock is on a file that nobody else will see.
        struct stat ours;
        struct stat there;
        if (::fstat(lock, &ours) == 0 && ::stat(name.constData(), &there) == 0 && ours.st_ino == there.st_ino) {
            m_lock = lock;
            m_lockFile = lockFile;
            return true;
        }
        ::close(lock);
    }
}

/// The socket of a program that died may lie there still; the lock says that it is nobody's.
void OpenFile::listen(const QString &place)
{
    const QString socketFile = place + u".socket"_s;
    sockaddr_un address;
    if (m_lock < 0 || !addressOf(socketFile, address))
        return;
    QFile::remove(socketFile);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    constexpr int kWaiting = 8;
    if (socket < 0 || ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || !QFile::setPermissions(socketFile, kOwnerOnly) || ::listen(socket, kWaiting) != 0) {
        if (socket >= 0)
            ::close(socket);
        return;
    }
    m_socket = socket;
    m_socketFile = socketFile;
    m_calls = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    connect(m_calls.get(), &QSocketNotifier::activated, this, [this] {
        const int caller = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller < 0)
            return;
        ::close(caller); // what it says is not read
        Q_EMIT frontWanted();
    });
}

void OpenFile::takeMark(const QString &folder, const QString &caseFile, const QDateTime &now)
{
    const QString markFile = markFileOf(folder, caseFile);
    if (markFile.isEmpty() || !makeOwn(folder))
        return;
    m_left = readMark(markFile).mark;
    m_markFile = markFile;
    m_caseFile = QFileInfo(caseFile).canonicalFilePath();
    m_mark.opened = now;
    writeMark();
}

void OpenFile::addCase(const QString &id, int revision)
{
    if (id.isEmpty() || m_markFile.isEmpty()
        || std::ranges::find(m_mark.cases, id, &LeftMark::Case::id) != m_mark.cases.end())
        return;
    m_mark.cases.push_back({id, revision});
    writeMark();
}

void OpenFile::writeMark() const
{
    QJsonArray cases;
    for (const LeftMark::Case &one : m_mark.cases)
        cases.append(QJsonObject{{u"id"_s, one.id}, {u"revision"_s, one.revision}});
    const QJsonObject object{
        {u"file"_s, m_caseFile}, {u"opened"_s, m_mark.opened.toUTC().toString(Qt::ISODateWithMs)}, {u"cases"_s, cases}};
    QSaveFile file(m_markFile);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(kOwnerOnly);
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    file.commit();
}

OpenFiles::OpenFiles(QString lockFolder, QString markFolder)
    : m_locks(std::move(lockFolder)), m_marks(std::move(markFolder))
{
}

OpenFiles OpenFiles::ofThePerson()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return {runtime.isEmpty() ? QString() : runtime + u"/briefstack"_s,
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/briefstack/open"_s};
}

QString OpenFiles::placeOf(const QString &caseFile) const
{
    // The file itself, whatever it is called: a link, another mount or another spelling leads to the same window.
    struct stat status;
    if (m_locks.isEmpty() || ::stat(QFile::encodeName(caseFile).constData(), &status) != 0 || !makeOwn(m_locks))
        return {};
    return m_locks + u'/'
         + shortHash(QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino)));
}

std::unique_ptr<OpenFile> OpenFiles::take(const QString &caseFile, const QDateTime &now) const
{
    std::unique_ptr<OpenFile> file(new OpenFile);
    if (const QString place = placeOf(caseFile); !place.isEmpty()) {
        if (!file->lock(place)) {
            call(place + u".socket"_s);
            return nullptr;
        }
        file->listen(place);
    }
    file->takeMark(m_marks, caseFile, now);
    return file;
}

bool OpenFiles::bringToFront(const QString &caseFile) const
{
    const QString place = placeOf(caseFile);
    if (place.isEmpty() || OpenFile().lock(place))
        return false;
    call(place + u".socket"_s);
    return true;
}

QStringList OpenFiles::notClosed() const
{
    std::vector<StoredMark> left;
    for (const QFileInfo &info : QDir(m_marks).entryInfoList({u"*.json"_s}, QDir::Files)) {
        StoredMark stored = readMark(info.filePath());
        if (markFileOf(m_marks, stored.caseFile) != info.filePath())
            continue; // moved or gone since
        const QString place = placeOf(stored.caseFile);
        if (place.isEmpty() || OpenFile().lock(place))
            left.push_back(std::move(stored));
    }
    std::ranges::stable_sort(left, std::greater(), [](const StoredMark &stored) { return stored.mark.opened; });
    QStringList files;
    for (const StoredMark &stored : left)
        files.append(stored.caseFile);
    return files;
}

} // namespace session
