#include "ui/callpage.h"

#include "ui/elidinglabel.h"
#include "ui/factspane.h"
#include "ui/figurebutton.h"
#include "ui/icons.h"
#include "ui/notesview.h"
#include "ui/questionspane.h"
#include "ui/rowpainting.h"
#include "ui/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFounderMinutes = 240; // the target of all that is asked of a founder
constexpr int kQuestionCharacters = 56;
constexpr int kFactCharacters = 66;
constexpr int kMostPercent = 30; // of a narrow window, for either side

} // namespace

CallPage::CallPage(QWidget *parent)
    : QWidget(parent),
      m_strip(new QWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_questions(new QuestionsPane(this)),
      m_facts(new FactsPane(this)),
      m_pause(new QPushButton(tr("&Pause"), this)),
      m_end(new QPushButton(icon(u"call"_s), tr("End call  Ctrl+L"), this))
{
    setObjectName(u"callPage"_s);
    m_strip->setObjectName(u"callStrip"_s);
    m_row = new QHBoxLayout(m_strip);
    m_row->setContentsMargins(8, 6, 8, 6);
    m_row->setSpacing(16);
    m_company = addFigure(u"callCompany"_s, {});
    m_time = addFigure(u"callTimer"_s, u"0:00:00"_s);
    m_founder = addFigure(u"founderMinutes"_s, u"000 of 240"_s);
    m_monthly = addFigure(u"monthlyTotal"_s, u"$00,000.00"_s);
    m_with = addFigure(u"withFacts"_s, u"$00,000.00"_s);
    m_asks[0] = addFigure(u"firstAsk"_s, u"$000,000"_s);
    m_asks[1] = addFigure(u"secondAsk"_s, u"$000,000"_s);
    m_company.caption->setText(tr("Call with"));
    m_time.caption->setText(tr("Timer"));
    m_founder.caption->setText(tr("Founder minutes so far"));
    m_monthly.caption->setText(tr("Monthly total now"));
    m_row->addStretch();
    m_pause->setObjectName(u"pauseButton"_s);
    m_pause->setCheckable(true);
    m_end->setObjectName(u"endCallButton"_s);
    m_row->addWidget(m_pause);
    m_row->addWidget(m_end);
    m_splitter->setObjectName(u"callSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_questions);
    m_splitter->addWidget(m_facts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_splitter, 1);
    styleFigures();
}

CallPage::Figure CallPage::addFigure(const QString &name, const QString &widest)
{
    auto *box = new QWidget(m_strip);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // Where there is little room the words give way, never a figure.
    Figure figure{new ElidingLabel(box), widest.isEmpty() ? new ElidingLabel(box) : new QLabel(box)};
    figure.value->setObjectName(name);
    figure.value->setProperty("widest", widest);
    for (QLabel *label : {figure.caption, figure.value}) {
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    figure.caption->setForegroundRole(QPalette::PlaceholderText);
    m_row->addWidget(box);
    m_figures.push_back(figure);
    return figure;
}

/// Nothing moves when a number grows.
void CallPage::styleFigures()
{
    for (const Figure &figure : m_figures) {
        figure.caption->setFont(captionFont(font()));
        figure.value->setFont(figureFont(font()));
        const QString widest = figure.value->property("widest").toString();
        if (!widest.isEmpty())
            figure.value->setMinimumWidth(QFontMetrics(figure.value->font()).horizontalAdvance(widest));
    }
    m_questions->setMinimumWidth(fontMetrics().averageCharWidth() * 38);
    m_facts->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
}

void CallPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_facts)
        styleFigures();
}

void CallPage::takeNotes(NotesView *notes)
{
    m_splitter->insertWidget(1, notes);
    notes->show();
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    const int whole = window()->width();
    const int left = std::min(fontMetrics().averageCharWidth() * kQuestionCharacters, whole * kMostPercent / 100);
    const int right = std::min(fontMetrics().averageCharWidth() * kFactCharacters, whole * kMostPercent / 100);
    m_splitter->setSizes({left, whole - left - right, right});
}

void CallPage::setCompany(const QString &name)
{
    m_company.value->setText(name.isEmpty() ? tr("A new company") : name);
}

void CallPage::setTime(int callSeconds, int founderSeconds, bool paused)
{
    m_time.value->setText(elapsedLabel(callSeconds));
    m_time.caption->setText(paused ? tr("Timer, paused") : tr("Timer"));
    m_founder.value->setText(tr("%1 of %2").arg(founderSeconds / 60).arg(kFounderMinutes));
}

void CallPage::setFigures(const session::CaseView *view, const drafting::ComputedCase *with, int facts,
                          const drafting::Shipped *shipped)
{
    m_monthly.value->setText(view ? cents(view->computed.projection.total.full) : u"–"_s);
    m_with.caption->setText(facts == 1 ? tr("With this fact") : tr("With these %1 facts").arg(facts));
    m_with.value->setText(with ? cents(with->projection.total.full) : QString());
    m_with.caption->setVisible(facts > 0);
    for (std::size_t at = 0; at < 2; ++at) {
        const bool there = view && shipped && at < view->computed.plan.pools.size();
        m_asks[at].caption->setVisible(there);
        m_asks[at].value->setVisible(there);
        if (!there)
            continue;
        const funding::Pool &pool = view->computed.plan.pools[at];
        const catalogue::Programme *programme = shipped->programmes.find(pool.programme);
        m_asks[at].caption->setText(tr("%1 ask so far").arg(programme ? programme->shortName : pool.programme));
        m_asks[at].value->setText(dollars(pool.ask));
    }
}

} // namespace ui
