// Logo: a partner's mark, from a file of unknown origin: a PNG, or an SVG of shapes only.
//
// An SVG may name files, carry scripts, or nest without end: only shapes, groups, gradients and clips are taken, nothing
// that refers to anything but a part of the same file. Limits: 256 KiB, PNGs of at most 4000 x 4000 pixels.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
class QRectF;
QT_END_NAMESPACE

namespace documents {

class Logo {
public:
    /// The error says in words what is wrong with the file.
    static domain::Result<std::shared_ptr<const Logo>, QString> read(const QByteArray &bytes);

    bool isSvg() const { return m_image.isNull(); }
    /// `image/png` or `image/svg+xml`.
    QString mediaType() const;
    /// As given.
    const QByteArray &bytes() const { return m_bytes; }
    /// Width by height, in any unit.
    QSizeF size() const { return m_size; }
    /// The largest size of its shape inside `room`.
    QSizeF fitted(QSizeF room) const { return m_size.scaled(room, Qt::KeepAspectRatio); }
    void paint(QPainter &painter, const QRectF &rect) const;

private:
    Logo() = default;
    static domain::Result<std::shared_ptr<const Logo>, QString> readPng(const QByteArray &bytes);
    static domain::Result<std::shared_ptr<const Logo>, QString> readSvg(const QByteArray &bytes);

    QByteArray m_bytes;
    QImage m_image; ///< of a PNG, no larger than it prints; null of an SVG
    QSizeF m_size;
};

} // namespace documents
