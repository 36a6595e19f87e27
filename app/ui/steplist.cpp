#include "ui/steplist.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>

namespace ui {

using session::CaseSession;
using namespace Qt::StringLiterals;

StepList::StepList(QWidget *parent) : QListWidget(parent)
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
        connect(m_session, &CaseSession::changed, this, [this] {
            if (isVisible()) // else it is looked at when the list comes up
                showStatus();
        });
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

void StepList::showEvent(QShowEvent *event)
{
    showStatus();
    QListWidget::showEvent(event);
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
        QPixmap mark(size, size);
        mark.fill(Qt::transparent);
        if (status.kind == PageStatus::Kind::Complete)
            mark = iconPixmap(u"ok"_s, markColor(palette(), Mark::Ok), size, devicePixelRatioF());
        else if (status.kind == PageStatus::Kind::Missing)
            mark = iconPixmap(u"weak"_s, markColor(palette(), Mark::Weak), size, devicePixelRatioF());
        QIcon shown(mark);
        shown.addPixmap(mark, QIcon::Selected); // else it is tinted with the very color of the selection
        item(step)->setIcon(shown);
    }
}

} // namespace ui
