#include "documents/zipfile.h"

#include <QTimeZone>

#include <memory>
#include <zip.h>

namespace documents {

namespace {

using Source = std::unique_ptr<zip_source_t, decltype([](zip_source_t *source) { zip_source_free(source); })>;
using Archive = std::unique_ptr<zip_t, decltype([](zip_t *archive) { zip_discard(archive); })>;

QString words(zip_error_t &error)
{
    QString text = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return text;
}

bool add(zip_t *archive, const ZipEntry &entry, time_t when)
{
    // The entries outlive the archive, so their bytes are used where they are.
    Source source(zip_source_buffer(archive, entry.bytes.constData(), zip_uint64_t(entry.bytes.size()), 0));
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, entry.name.toUtf8().constData(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        return false;
    [[maybe_unused]] const zip_source_t *owned = source.release(); // by the archive from here on
    return zip_set_file_compression(archive, zip_uint64_t(index), entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0
        && zip_file_set_mtime(archive, zip_uint64_t(index), when, 0) == 0;
}

QByteArray bytesOf(zip_source_t *source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), zip_uint64_t(bytes.size()));
    zip_source_close(source);
    return read == bytes.size() ? bytes : QByteArray();
}

} // namespace

domain::Result<QByteArray, QString> zipped(const std::vector<ZipEntry> &entries, QDate date)
{
    zip_error_t error;
    zip_error_init(&error);
    const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!target)
        return domain::Unexpected(words(error));
    Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
    if (!archive)
        return domain::Unexpected(words(error));
    zip_source_keep(target.get()); // the archive would free it when it closes
    // ZIP keeps local time; noon is the same day everywhere.
    const time_t when = time_t(QDateTime(date, QTime(12, 0)).toSecsSinceEpoch());
    for (const ZipEntry &entry : entries) {
        if (!add(archive.get(), entry, when))
            return domain::Unexpected(QString::fromUtf8(zip_strerror(archive.get())));
    }
    if (zip_close(archive.get()) != 0)
        return domain::Unexpected(QString::fromUtf8(zip_strerror(archive.get())));
    [[maybe_unused]] const zip_t *closed = archive.release();
    QByteArray bytes = bytesOf(target.get());
    if (bytes.isEmpty())
        return domain::Unexpected(QStringLiteral("the archive cannot be read back"));
    return bytes;
}

} // namespace documents
