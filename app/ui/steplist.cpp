#include "ui/steplist.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/whenseen.h"

#include <QEvent>

namespace ui {

using session::CaseSession;
using namespace Qt::StringLiterals;

StepList::StepList(QWidget *parent) : QListWidget(parent), m_seen(new WhenSeen(this, [this] { showStatus(); }))
{
    setObjectName(u"stepList"_s);
    setAccessibleName(tr("Pages of the worksheet"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setWordWrap(true);
    setIconSize(QSize(fontMetrics().ascent(), fontMetrics().ascent()));
    for (int step = 0; step < kWorksheetSteps; ++step)
        addItem(new QListWidgetItem);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT stepChosen(row);
    });
    showStatus();
}

void StepList::setSession(CaseSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session)
        connect(m_session, &CaseSession::changed, this, [this] { m_seen->due(); });
    showStatus();
}

void StepList::setStep(int step)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(step);
}

QString StepList::statusText(int step) const
{
    return item(step)->text().section(u'\n', 1);
}

QSize StepList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, QListWidget::sizeHint().height()};
}

void StepList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    showStatus();
}

void StepList::focusOutEvent(QFocusEvent *event)
{
    QListWidget::focusOutEvent(event);
    showStatus();
}

void StepList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showStatus();
}

void StepList::showStatus()
{
    std::array<PageStatus, kWorksheetSteps> statuses;
    statuses.fill({PageStatus::Kind::NotStarted, tr("Not started")});
    if (m_session)
        statuses = statusesOf(*m_session);
    for (int step = 0; step < kWorksheetSteps; ++step) {
        const auto which = static_cast<WorksheetStep>(step);
        const PageStatus &status = statuses[static_cast<std::size_t>(step)];
        const QString title = u"%1. %2"_s.arg(step + 1).arg(titleOf(which));
        item(step)->setText(title + u'\n' + status.words);
        item(step)->setData(Qt::AccessibleTextRole, QString(title + u", "_s + status.words));
        const int size = fontMetrics().ascent();
        const auto drawn = [&](bool selected) {
            const bool complete = status.kind == PageStatus::Kind::Complete;
            if (complete || status.kind == PageStatus::Kind::Missing) {
                // On the strong color of a selection with the focus a mark's own color cannot be seen.
                const QColor color = selected && hasFocus()
                                       ? palette().color(QPalette::Active, QPalette::HighlightedText)
                                       : markColor(palette(), complete ? Mark::Ok : Mark::Weak);
                return iconPixmap(complete ? u"ok"_s : u"weak"_s, color, size, devicePixelRatioF());
            }
            QPixmap none(size, size);
            none.fill(Qt::transparent);
            return none;
        };
        QIcon shown(drawn(false));
        shown.addPixmap(drawn(true), QIcon::Selected); // else it is tinted with the very color of the selection
        item(step)->setIcon(shown);
    }
}

} // namespace ui
