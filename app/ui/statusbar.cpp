#include "ui/statusbar.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOldRateBookDays = 60;

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(8, 0, 8, 0);
    return label;
}

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QStatusBar(parent),
      m_savedMark(plainLabel(u"savedMark"_s, this)),
      m_saved(plainLabel(u"savedLabel"_s, this)),
      m_rateBook(plainLabel(u"rateBookLabel"_s, this)),
      m_file(plainLabel(u"fileLabel"_s, this)),
      m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this))
{
    m_progress->setObjectName(u"progressBar"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel what is running"));
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    connect(m_cancel, &QToolButton::clicked, this, &StatusBar::cancelRequested);
    m_savedMark->setContentsMargins(8, 0, 0, 0);
    m_saved->setContentsMargins(0, 0, 8, 0);
    addWidget(m_savedMark);
    addWidget(m_saved);
    addWidget(m_rateBook);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_file);
    setSaved({}, true);
    setRunning(false);
}

void StatusBar::setSaved(const QString &words, bool good)
{
    m_savedWell = good;
    m_saved->setText(words);
    m_saved->setVisible(!words.isEmpty());
    m_savedMark->setVisible(!words.isEmpty());
    colorLabels();
}

void StatusBar::setRateBook(QDate asOf, QDate today)
{
    const qint64 days = asOf.daysTo(today);
    m_oldRates = days > kOldRateBookDays;
    // The color alone would tell nothing.
    m_rateBook->setText(
        (m_oldRates ? tr("Rate book %1 (old: %2 days)") : tr("Rate book %1 (%2 days)")).arg(dateLabel(asOf)).arg(days));
    colorLabels();
}

void StatusBar::colorLabels()
{
    QPalette colors;
    if (m_oldRates)
        colors.setColor(QPalette::WindowText, markColor(palette(), Mark::Weak));
    m_rateBook->setPalette(colors);
    const int size = fontMetrics().ascent() + 1;
    m_savedMark->setPixmap(iconPixmap(m_savedWell ? u"ok"_s : u"weak"_s,
                                      markColor(palette(), m_savedWell ? Mark::Ok : Mark::Weak), size,
                                      devicePixelRatioF()));
}

void StatusBar::setFile(const QString &text)
{
    m_file->setText(text);
}

void StatusBar::setRunning(bool running)
{
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
}

void StatusBar::setProgress(int percent)
{
    m_progress->setValue(percent);
}

void StatusBar::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_rateBook)
        colorLabels();
}

} // namespace ui
