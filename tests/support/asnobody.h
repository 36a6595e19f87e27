// Rights that count: who runs the tests may be root, who writes every file.
#pragma once

#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace support {

inline void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

/// While it lives, rights of somebody else, so that rights count even where the tests run as root.
class AsNobody {
public:
    AsNobody()
    {
        if (::geteuid() == 0)
            m_changed = ::seteuid(65534) == 0;
    }
    ~AsNobody()
    {
        if (m_changed && ::seteuid(0) != 0)
            qFatal("still nobody");
    }
    Q_DISABLE_COPY_MOVE(AsNobody)

private:
    bool m_changed = false;
};

} // namespace support
