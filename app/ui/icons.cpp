#include "ui/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class PaletteIconEngine final : public QIconEngine {
public:
    explicit PaletteIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, iconPixmap(m_name, colorFor(mode), qMin(rect.width(), rect.height()), ratio));
    }

    /// `size` is in device pixels already.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colorFor(mode), qMin(size.width(), size.height()), 1.0);
    }

    QIconEngine *clone() const override { return new PaletteIconEngine(m_name); }
    QString key() const override { return u"briefstack"_s; }
    bool isNull() override { return m_name.isEmpty(); }

private:
    static QColor colorFor(QIcon::Mode mode)
    {
        const QPalette palette = QApplication::palette();
        switch (mode) {
        case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected: return palette.color(QPalette::HighlightedText);
        default: break;
        }
        return palette.color(QPalette::ButtonText);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new PaletteIconEngine(name));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal pixelRatio)
{
    const int pixels = qMax(1, qRound(size * pixelRatio));
    const QString key = u"briefstack-"_s + name + u'-' + color.name(QColor::HexArgb) + u'-' + QString::number(pixels);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        QFile file(u":/briefstack/icons/"_s + name + u".svg"_s);
        if (!file.open(QIODevice::ReadOnly))
            return picture;
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
        picture = QPixmap(pixels, pixels);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, picture);
    }
    picture.setDevicePixelRatio(pixelRatio);
    return picture;
}

} // namespace ui
