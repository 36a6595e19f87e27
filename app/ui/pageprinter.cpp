#include "ui/pageprinter.h"

#include <QPageLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr qreal kPointsPerInch = 72;

/// Indices of the pages that are asked for, in the order in which they come out.
std::vector<int> chosenPages(const QPrinter &printer, int count)
{
    std::vector<int> chosen;
    for (int page = 1; page <= count; ++page) {
        bool wanted = true;
        if (printer.printRange() == QPrinter::PageRange && !printer.pageRanges().isEmpty())
            wanted = printer.pageRanges().contains(page);
        else if (printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0)
            wanted = page >= printer.fromPage() && page <= std::max(printer.toPage(), printer.fromPage());
        if (wanted)
            chosen.push_back(page - 1);
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::ranges::reverse(chosen);
    if (printer.supportsMultipleCopies() || printer.copyCount() < 2)
        return chosen;
    std::vector<int> copies;
    for (int copy = 0; copy < printer.copyCount(); ++copy)
        copies.insert(copies.end(), chosen.begin(), chosen.end());
    if (!printer.collateCopies())
        std::ranges::stable_sort(copies, {},
                                 [&](int page) { return std::ranges::find(chosen, page) - chosen.begin(); });
    return copies;
}

} // namespace

void setUpPrinter(QPrinter &printer, const documents::Pages &pages, const QString &title)
{
    const QSizeF size(pages.grid.width, pages.grid.height);
    printer.setDocName(title);
    printer.setCreator(QStringLiteral("Briefstack"));
    printer.setFullPage(true);
    printer.setResolution(
        int(kPointsPerInch * documents::kUnitsPerPoint)); // as a PDF is written; a printer keeps its own
    printer.setPageSize(QPageSize(size, QPageSize::Point, {}, QPageSize::FuzzyMatch)); // a paper that printers know
    printer.setPageOrientation(QPageLayout::Portrait);
    printer.setPageMargins({0, 0, 0, 0}, QPageLayout::Point);
}

bool printPages(QPrinter &printer, const documents::Pages &pages)
{
    printer.setFullPage(true);
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QSizeF paper = printer.paperRect(QPrinter::DevicePixel).size();
    const qreal natural = qreal(printer.resolution()) / kPointsPerInch;
    qreal scale = std::min(paper.width() / pages.grid.width, paper.height() / pages.grid.height);
    // The same paper, but for the fraction of a point by which printers measure it otherwise.
    constexpr qreal kSamePaper = 0.01;
    if (std::abs(scale / natural - 1) < kSamePaper)
        scale = natural;
    const QPointF corner((paper.width() - pages.grid.width * scale) / 2,
                         (paper.height() - pages.grid.height * scale) / 2);
    bool isFirst = true;
    for (const int page : chosenPages(printer, pages.count())) {
        if (!std::exchange(isFirst, false) && !printer.newPage())
            return false;
        painter.save();
        painter.translate(corner);
        documents::paintPage(painter, pages.pages[static_cast<std::size_t>(page)], scale);
        painter.restore();
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

} // namespace ui
