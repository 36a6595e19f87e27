#include "documents/flow.h"

#include <algorithm>
#include <utility>

namespace documents {

namespace {

constexpr qreal kSlack = 0.01; ///< sums of fractions of a point

} // namespace

void Flow::add(Fragment fragment, qreal before, Keep keep)
{
    Piece piece;
    piece.fragment = std::move(fragment);
    piece.before = before;
    piece.keep = keep;
    pieces.push_back(std::move(piece));
}

void Flow::append(Flow other, qreal before, Keep keep)
{
    if (other.pieces.empty())
        return;
    const int shift = int(repeats.size());
    std::move(other.repeats.begin(), other.repeats.end(), std::back_inserter(repeats));
    other.pieces.front().before += before;
    if (keep > other.pieces.back().keep)
        other.pieces.back().keep = keep;
    for (Piece &piece : other.pieces) {
        if (piece.repeat >= 0)
            piece.repeat += shift;
        pieces.push_back(std::move(piece));
    }
}

qreal Flow::height() const
{
    qreal height = 0;
    for (const Piece &piece : pieces)
        height += piece.before + piece.fragment.height;
    return height;
}

Cursor Placer::top(int page)
{
    while (m_pages.count() <= page)
        m_pages.pages.emplace_back();
    return {page, m_pages.grid.top};
}

bool Placer::fits(qreal y, qreal height) const
{
    return y + height <= m_pages.grid.bottom + kSlack;
}

/// From `first` on, without the space above it, as far as pieces are kept together by `weakest` or more.
qreal Placer::chainHeight(const Flow &flow, size_t first, Keep weakest) const
{
    qreal height = flow.pieces[first].fragment.height;
    for (size_t i = first; i + 1 < flow.pieces.size() && flow.pieces[i].keep >= weakest; ++i)
        height += flow.pieces[i + 1].before + flow.pieces[i + 1].fragment.height;
    return height;
}

Cursor Placer::place(const Flow &flow, Cursor from, qreal x)
{
    Cursor cursor = from;
    const qreal room = m_pages.grid.bottom - m_pages.grid.top;
    size_t loosenedUntil = 0; // pieces before this one belong to a chain that no page holds
    for (size_t i = 0; i < flow.pieces.size(); ++i) {
        const Piece &piece = flow.pieces[i];
        const bool atTop = cursor.y <= m_pages.grid.top + kSlack;
        if (i >= loosenedUntil && chainHeight(flow, i, Keep::Soft) > room) {
            loosenedUntil = i + 1;
            while (loosenedUntil < flow.pieces.size() && flow.pieces[loosenedUntil - 1].keep >= Keep::Soft)
                ++loosenedUntil;
        }
        const qreal chain = chainHeight(flow, i, i < loosenedUntil ? Keep::Hard : Keep::Soft);
        const qreal before = atTop ? 0 : piece.before;
        if (!atTop && !fits(cursor.y, before + chain)) {
            cursor = top(cursor.page + 1);
            if (piece.repeat >= 0) {
                const Fragment &repeated = flow.repeats[size_t(piece.repeat)];
                m_pages.pages[size_t(cursor.page)].add(repeated, x, cursor.y);
                cursor.y += repeated.height;
            }
        } else {
            top(cursor.page); // the page exists
            cursor.y += before;
        }
        if (!piece.bookmark.isEmpty())
            m_pages.bookmarks.push_back({piece.bookmark, cursor.page, cursor.y});
        m_pages.pages[size_t(cursor.page)].add(piece.fragment, x, cursor.y);
        cursor.y += piece.fragment.height;
    }
    return cursor;
}

Cursor Placer::placePair(const Flow &left, const Flow &right, Cursor from, qreal x, qreal rightOffset)
{
    // Both begin on the same page: when the first of either does not fit, both move on.
    Cursor start = from;
    const auto firstFits = [&](const Flow &flow) {
        if (flow.pieces.empty())
            return true;
        const qreal soft = chainHeight(flow, 0, Keep::Soft); // what place() keeps together
        const bool isKept = soft <= m_pages.grid.bottom - m_pages.grid.top;
        return fits(start.y, flow.pieces.front().before + (isKept ? soft : chainHeight(flow, 0, Keep::Hard)));
    };
    if (!firstFits(left) || !firstFits(right))
        start = top(from.page + 1);
    const Cursor leftEnd = place(left, start, x);
    const Cursor rightEnd = place(right, start, x + rightOffset);
    return std::max(leftEnd, rightEnd);
}

} // namespace documents
