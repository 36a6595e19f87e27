#include "ui/pagepreview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 16;
constexpr int kSmallest = 25;
constexpr int kLargest = 400;
constexpr std::array kSteps{25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400};
/// Larger pictures are painted straight to the screen: a page at 400 % would take 50 MB.
constexpr qreal kLargestPicture = 6e6;

} // namespace

PagePreview::PagePreview(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::StyledPanel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that fitting the width cannot flicker
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
}

void PagePreview::setPages(std::shared_ptr<const documents::Pages> pages, const QString &asText)
{
    m_pages = std::move(pages);
    m_pictures.assign(static_cast<std::size_t>(pageCount()), QPixmap());
    setAccessibleDescription(asText);
    m_current = -1; // whatever page comes first is a new one
    updateScale();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateCurrent();
    viewport()->update();
}

int PagePreview::zoom() const
{
    return qRound(m_scale * 100 * 72 / logicalDpiX());
}

QSize PagePreview::sizeHint() const
{
    return {560, 640};
}

void PagePreview::zoomIn()
{
    stepZoom(1);
}

void PagePreview::zoomOut()
{
    stepZoom(-1);
}

void PagePreview::stepZoom(int direction)
{
    const int now = zoom();
    if (direction > 0) {
        const auto *next = std::ranges::upper_bound(kSteps, now);
        setZoom(next == kSteps.end() ? kLargest : *next);
    } else {
        const auto *next = std::ranges::lower_bound(kSteps, now);
        setZoom(next == kSteps.begin() ? kSmallest : *std::prev(next));
    }
}

void PagePreview::setZoom(int percent)
{
    m_percent = std::clamp(percent, kSmallest, kLargest);
    m_fitsWidth = false;
    updateScale();
}

void PagePreview::fitWidth()
{
    m_fitsWidth = true;
    updateScale();
}

void PagePreview::showPage(int page)
{
    if (pageCount() == 0)
        return;
    const int index = std::clamp(page, 1, pageCount()) - 1;
    verticalScrollBar()->setValue(index * (pageSize().height() + kGap));
}

qreal PagePreview::pageScale() const
{
    if (m_fitsWidth && m_pages) {
        const qreal room = std::max(viewport()->width() - 2 * kMargin, 80);
        return room / m_pages->grid.width;
    }
    return m_percent / 100.0 * logicalDpiX() / 72;
}

QSize PagePreview::pageSize() const
{
    if (!m_pages)
        return {};
    return {qRound(m_pages->grid.width * m_scale), qRound(m_pages->grid.height * m_scale)};
}

QRect PagePreview::pageRect(int index) const
{
    const QSize size = pageSize();
    const int left = std::max(kMargin, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    const int top = kMargin + index * (size.height() + kGap) - verticalScrollBar()->value();
    return {QPoint(left, top), size};
}

void PagePreview::updateScale()
{
    const qreal scale = pageScale();
    if (!qFuzzyCompare(scale, m_scale)) {
        // What stands at the top of the view stays there.
        const QScrollBar *bar = verticalScrollBar();
        const qreal ratio = scale / m_scale;
        const int wanted = qRound(std::max(0, bar->value() - kMargin) * ratio) + std::min(bar->value(), kMargin);
        m_scale = scale;
        std::ranges::fill(m_pictures, QPixmap());
        layOut();
        verticalScrollBar()->setValue(wanted);
        viewport()->update();
    } else {
        layOut();
    }
    updateCurrent();
    Q_EMIT zoomChanged(zoom(), m_fitsWidth);
}

void PagePreview::layOut()
{
    const QSize size = pageSize();
    const int count = pageCount();
    const int height = count == 0 ? 0 : 2 * kMargin + count * size.height() + (count - 1) * kGap;
    const int width = count == 0 || m_fitsWidth ? 0 : 2 * kMargin + size.width();
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 3);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().height() * 3);
}

void PagePreview::updateCurrent()
{
    int current = 0;
    for (int index = 0; index < pageCount(); ++index) {
        if (current == 0 || pageRect(index).top() <= viewport()->height() / 2)
            current = index + 1;
    }
    if (std::exchange(m_current, current) != current)
        Q_EMIT currentPageChanged(m_current, pageCount());
}

const QPixmap &PagePreview::picture(int index, QSize size, qreal ratio)
{
    QPixmap &kept = m_pictures[static_cast<std::size_t>(index)];
    if (kept.isNull()) {
        kept = QPixmap(size * ratio);
        kept.setDevicePixelRatio(ratio);
        kept.fill(Qt::white);
        QPainter painter(&kept);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        documents::paintPage(painter, m_pages->pages[static_cast<std::size_t>(index)], m_scale);
    }
    return kept;
}

void PagePreview::drawPage(QPainter &painter, int index, const QRect &rect, const QRect &exposed)
{
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    const qreal ratio = devicePixelRatioF();
    if (rect.width() * ratio * rect.height() * ratio <= kLargestPicture) {
        painter.drawPixmap(rect.topLeft(), picture(index, rect.size(), ratio));
        return;
    }
    painter.save();
    painter.setClipRect(rect.intersected(exposed));
    painter.fillRect(rect, Qt::white);
    painter.translate(rect.topLeft());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    documents::paintPage(painter, m_pages->pages[static_cast<std::size_t>(index)], m_scale);
    painter.restore();
}

void PagePreview::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    for (int index = 0; index < pageCount(); ++index) {
        const QRect rect = pageRect(index);
        if (rect.adjusted(-1, -1, 1, 1).intersects(event->rect()))
            drawPage(painter, index, rect, event->rect());
    }
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScale();
}

void PagePreview::scrollContentsBy(int dx, int dy)
{
    QAbstractScrollArea::scrollContentsBy(dx, dy);
    viewport()->update();
    updateCurrent();
}

void PagePreview::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScale();
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Home: verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum); return;
    case Qt::Key_End: verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum); return;
    case Qt::Key_Space: verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (control) {
            showPage(m_current + (event->key() == Qt::Key_PageDown ? 1 : -1));
            return;
        }
        break;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (const int turned = event->angleDelta().y(); turned != 0)
        stepZoom(turned > 0 ? 1 : -1);
    event->accept();
}

void PagePreview::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    update();
}

void PagePreview::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    update();
}

} // namespace ui
