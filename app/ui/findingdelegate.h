// FindingDelegate: a row of the To fix list: what is the case, and the way out below it, both in full.
#pragma once

#include <QCache>
#include <QFont>
#include <QStyledItemDelegate>

namespace ui {

class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Wrapped {
        QString text;
        QFont font;
        int width = 0;
        friend bool operator==(const Wrapped &, const Wrapped &) = default;
        friend size_t qHash(const Wrapped &wrapped, size_t seed)
        {
            return qHashMulti(seed, wrapped.text, wrapped.width);
        }
    };
    int heightOf(const Wrapped &wrapped) const;

    /// A large case has hundreds of findings, listed again at every key: most read as they did before.
    mutable QCache<Wrapped, int> m_heights{4096};
};

} // namespace ui
