// Flow: pieces in a column, placed down a page and on to the next ones.
//
// A piece is never split and never dropped. What belongs together stays together: `Hard` always (a head and what
// follows it, a total and its last row), `Soft` as long as the whole chain fits one page (a table, a paragraph's rows).
#pragma once

#include "documents/pages.h"

#include <vector>

namespace documents {

enum class Keep { None, Soft, Hard };

struct Piece {
    Fragment fragment;
    qreal before = 0;       ///< space above, left out at the top of a page
    Keep keep = Keep::None; ///< with the next piece
    int repeat = -1;        ///< index into Flow::repeats of what stands above it when it begins a page
    QString bookmark;
};

struct Flow {
    std::vector<Piece> pieces;
    std::vector<Fragment> repeats;

    void add(Fragment fragment, qreal before = 0, Keep keep = Keep::None);
    /// All of `other` after what is here, with `before` above it.
    void append(Flow other, qreal before, Keep keep = Keep::None);
    qreal height() const;
};

struct Cursor {
    int page = 0;
    qreal y = 0;
    friend bool operator<(const Cursor &a, const Cursor &b) { return a.page != b.page ? a.page < b.page : a.y < b.y; }
};

/// Places flows on pages, adding pages as they are needed.
class Placer {
public:
    explicit Placer(Pages &pages) : m_pages(pages) {}

    Cursor top(int page);
    /// Places `flow` with its left edge at `x` from the cursor on; returns where it ended.
    Cursor place(const Flow &flow, Cursor from, qreal x);
    /// Two columns side by side from the same cursor on; ends where the longer one does.
    Cursor placePair(const Flow &left, const Flow &right, Cursor from, qreal x, qreal rightOffset);

private:
    qreal chainHeight(const Flow &flow, size_t first, Keep weakest) const;
    bool fits(qreal y, qreal height) const;

    Pages &m_pages;
};

} // namespace documents
