// PagePreview: a document's pages as they will print, one under the other, on white paper whatever the theme.
//
// Paints the very pages that the PDF is made of. Zoom: fits the width until a scale is chosen (25 to 400 %; 100 % is the
// paper's size at the screen's logical resolution). Keys: arrows, Page Up and Down, Home, End; Ctrl with Page Up and
// Down for the previous and next page; Ctrl and the wheel zooms. A picture of a page is kept per scale.
#pragma once

#include "documents/pages.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <memory>
#include <vector>

namespace ui {

class PagePreview : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// Shows a document from its first page; null shows nothing. `asText` is what assistive technology reads.
    void setPages(std::shared_ptr<const documents::Pages> pages, const QString &asText);
    const std::shared_ptr<const documents::Pages> &pages() const { return m_pages; }
    int pageCount() const { return m_pages ? m_pages->count() : 0; }
    /// 1-based; 0 when there is no page.
    int currentPage() const { return m_current; }
    bool fitsWidth() const { return m_fitsWidth; }
    /// In percent.
    int zoom() const;

    QSize sizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void setZoom(int percent);
    void fitWidth();
    void showPage(int page);

Q_SIGNALS:
    void currentPageChanged(int page, int count);
    void zoomChanged(int percent, bool fitsWidth);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    qreal pageScale() const;         ///< logical pixels per point
    QSize pageSize() const;          ///< logical pixels
    QRect pageRect(int index) const; ///< in viewport coordinates
    void updateScale();
    void layOut();
    void updateCurrent();
    void stepZoom(int direction);
    void drawPage(QPainter &painter, int index, const QRect &rect, const QRect &exposed);
    const QPixmap &picture(int index, QSize size, qreal ratio);

    std::shared_ptr<const documents::Pages> m_pages;
    std::vector<QPixmap> m_pictures; ///< by page; null when not painted at this scale yet
    qreal m_scale = 1.0;
    int m_percent = 100;
    bool m_fitsWidth = true;
    int m_current = 0;
};

} // namespace ui
