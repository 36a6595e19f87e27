#include "ui/headerstrip.h"

#include "domain/vocabulary.h"
#include "session/numbertext.h"
#include "ui/elidinglabel.h"
#include "ui/figurebutton.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>

#include <algorithm>

namespace ui {

using domain::Severity;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostAsks = 2;
constexpr int kNameCharacters = 12; // that stay readable when the room is short
constexpr int kLongName = 36;       // characters of a name that have their room before the asks have theirs
const QString kWidestTotal = u"$000,000.00"_s;
const QString kWidestMonth = u"$00,000.00"_s;

QString factsOf(const session::CaseView &view)
{
    // The summary is of the last save; the worksheet is what stands here now.
    const domain::Company &company = view.computed.worksheet.company;
    QStringList facts;
    if (company.stage)
        facts.append(stageLabel(domain::wordOf(*company.stage)));
    if (company.headcount)
        facts.append(HeaderStrip::tr("%1 people").arg(session::groupedNumber(QString::number(*company.headcount))));
    if (!company.website.isEmpty() && facts.isEmpty())
        facts.append(company.website);
    return facts.join(u", "_s);
}

} // namespace

HeaderStrip::HeaderStrip(QWidget *parent) : QScrollArea(parent), m_content(new QWidget)
{
    setObjectName(u"headerStrip"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_content->setObjectName(u"headerContent"_s);

    m_facts = new ElidingLabel(m_content);
    m_facts->setObjectName(u"factsLabel"_s);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_company = new ElidingLabel(m_content);
    m_company->setObjectName(u"companyLabel"_s);
    auto *names = new QVBoxLayout;
    names->setContentsMargins(12, 6, 8, 6);
    names->setSpacing(2);
    names->addWidget(m_facts);
    names->addWidget(m_company);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(names, 1);

    m_firstMonth = addFigure(u"firstMonthFigure"_s, kWidestMonth);
    m_fullMonth = addFigure(u"fullMonthFigure"_s, kWidestMonth);
    m_total = addFigure(u"totalFigure"_s, kWidestTotal);
    for (std::size_t ask = 0; ask < kMostAsks; ++ask)
        m_asks.push_back(addFigure(u"askFigure%1"_s.arg(ask + 1), u"$000,000"_s));
    m_moreAsks = addFigure(u"moreAsksFigure"_s, u"+0 more"_s);
    m_moreAsks->setMenu(new QMenu(m_moreAsks));
    m_creditsEnd = addFigure(u"creditsEndFigure"_s, u"Aug 2027"_s);
    m_toFix = addFigure(u"toFixFigure"_s, {});
    connect(m_firstMonth, &QToolButton::clicked, this, [this] {
        Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::Month, 1});
    });
    connect(m_fullMonth, &QToolButton::clicked, this, [this] {
        Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::Full, 0});
    });
    connect(m_total, &QToolButton::clicked, this, [this] {
        Q_EMIT figureRequested({Figure::Kind::Total, {}, Figure::Span::All, 0});
    });
    connect(m_creditsEnd, &QToolButton::clicked, this, [this] {
        Q_EMIT figureRequested({Figure::Kind::CreditsEnd, {}, Figure::Span::All, 0});
    });
    connect(m_toFix, &QToolButton::clicked, this, &HeaderStrip::toFixRequested);
    for (std::size_t ask = 0; ask < kMostAsks; ++ask)
        connect(m_asks[ask], &QToolButton::clicked, this, [this, ask] { Q_EMIT figureRequested(m_pools[ask].figure); });
    setWidget(m_content);
    setFindings({});
}

FigureButton *HeaderStrip::addFigure(const QString &name, const QString &widest)
{
    auto *figure = new FigureButton(widest, m_content);
    figure->setObjectName(name);
    connect(figure, &FigureButton::dismissed, this, &HeaderStrip::dismissed);
    m_content->layout()->addWidget(figure);
    return figure;
}

void HeaderStrip::showCase(const session::CaseView &view)
{
    const projection::Projection &projection = view.computed.projection;
    m_facts->setText(factsOf(view));
    const QString &name = view.computed.worksheet.company.name;
    m_company->setText(name.isEmpty() ? tr("New case") : name);
    m_firstMonth->setFigure(tr("Month 1, %1").arg(monthLabel(projection.startMonth)),
                            projection.total.monthly.empty() ? cents({}) : cents(projection.total.monthly.front()),
                            tr("Month 1"));
    m_fullMonth->setFigure(projection.fullMonth > 0
                               ? tr("Full month, %1").arg(monthLabel(projection.monthAt(projection.fullMonth)))
                               : tr("Full month"),
                           cents(projection.total.full), tr("Full month"));
    m_total->setFigure(tr("%1-month total").arg(projection.months), cents(projection.total.total));
    m_pools.clear();
    m_asked = {};
    for (const session::RecordView &record : view.records) {
        m_asked += record.ask;
        m_pools.push_back({{Figure::Kind::Ask, record.poolId, Figure::Span::All, 0},
                           tr("%1 ask").arg(record.program),
                           {},
                           dollars(record.ask)});
    }
    nameShortly();
    const CreditsEnd end = creditsEnd(view);
    m_creditsEnd->setFigure(end.beyond ? tr("Credits last beyond") : tr("Credits end"),
                            end.month ? monthLabel(*end.month) : tr("None"));
    m_creditsEnd->setEnabled(end.month.has_value());
    showAsks();
}

void HeaderStrip::setFindings(const domain::Findings &findings)
{
    const auto count = [&](Severity severity) {
        return static_cast<qsizetype>(std::ranges::count(findings, severity, &domain::Finding::severity));
    };
    const qsizetype must = count(Severity::Error);
    const qsizetype weak = count(Severity::Warning);
    const qsizetype advice = count(Severity::Advice);
    m_toFix->setCounts(tr("To fix, %1").arg(findings.size()),
                       {{Mark::Must, u"must"_s, must, tr("%1 must fix").arg(must)},
                        {Mark::Weak, u"weak"_s, weak, tr("%1 weak").arg(weak)},
                        {Mark::Advice, u"advice"_s, advice, tr("%1 advice").arg(advice)}});
    foldAsks();
}

void HeaderStrip::setFactsToCollect(qsizetype count)
{
    m_toFix->setFigure(tr("To collect"), counted(count, tr("fact"), tr("facts")));
    foldAsks();
}

/// "Portfolio ask" of "Activate Portfolio ask", where no other pool's would be called the same.
void HeaderStrip::nameShortly()
{
    for (Ask &ask : m_pools)
        ask.shortCaption = ask.caption.section(u' ', -2);
    const std::vector<Ask> named = m_pools;
    for (Ask &ask : m_pools) {
        if (std::ranges::count(named, ask.shortCaption, &Ask::shortCaption) > 1)
            ask.shortCaption.clear();
    }
}

void HeaderStrip::showAsks()
{
    for (std::size_t ask = 0; ask < kMostAsks && ask < m_pools.size(); ++ask)
        m_asks[ask]->setFigure(m_pools[ask].caption, m_pools[ask].value, m_pools[ask].shortCaption);
    foldAsks();
}

/// Of the whole strip with the name as it is and the asks of the first pools apart.
int HeaderStrip::wantedWidth() const
{
    const QFontMetrics name(m_company->font());
    const int longest = name.averageCharWidth() * kLongName;
    int wanted = std::clamp(name.horizontalAdvance(m_company->text()) + 2,
                            fontMetrics().averageCharWidth() * kNameCharacters, longest)
               + 20;
    for (const FigureButton *figure : {m_firstMonth, m_fullMonth, m_total, m_creditsEnd, m_toFix})
        wanted += figure->sizeHint().width();
    for (std::size_t ask = 0; ask < std::min(m_pools.size(), kMostAsks); ++ask)
        wanted += m_asks[ask]->sizeHint().width();
    return m_pools.size() > kMostAsks ? wanted + m_moreAsks->sizeHint().width() : wanted;
}

void HeaderStrip::foldAsks()
{
    const std::size_t single = std::min(m_pools.size(), kMostAsks);
    const int room = viewport()->width();
    const auto setShort = [this](bool isShort) {
        for (FigureButton *figure : {m_firstMonth, m_fullMonth, m_asks[0], m_asks[1]})
            figure->setShort(isShort);
    };
    setShort(false);
    if (wantedWidth() > room)
        setShort(true);
    const bool folded = wantedWidth() > room && m_pools.size() > 1;
    const std::size_t shown = folded ? 0 : single;
    for (std::size_t ask = 0; ask < kMostAsks; ++ask)
        m_asks[ask]->setVisible(ask < shown);
    const std::size_t rest = m_pools.size() - shown;
    if (folded)
        m_moreAsks->setFigure(tr("Asks"), dollars(m_asked));
    else
        m_moreAsks->setFigure(tr("Asks, %1").arg(dollars(m_asked)), tr("+%1 more").arg(rest));
    m_moreAsks->setVisible(rest > 0);
    m_moreAsks->menu()->clear();
    for (std::size_t pool = shown; pool < m_pools.size(); ++pool) {
        // An ampersand in a name is no mnemonic.
        const QString label = tr("%1, %2").arg(m_pools[pool].caption, m_pools[pool].value);
        QAction *action = m_moreAsks->menu()->addAction(QString(label).replace(u"&"_s, u"&&"_s));
        connect(action, &QAction::triggered, this,
                [this, figure = m_pools[pool].figure] { Q_EMIT figureRequested(figure); });
    }
    sizeContent();
}

void HeaderStrip::sizeContent()
{
    m_company->setMinimumWidth(fontMetrics().averageCharWidth() * kNameCharacters);
    const auto leastNamed = [this](bool named) {
        m_facts->setVisible(named);
        m_company->setVisible(named);
        m_content->layout()->itemAt(0)->layout()->invalidate(); // the names'
        m_content->layout()->invalidate();
        return m_content->layout()->minimumSize();
    };
    QSize least = leastNamed(true);
    if (m_nameOptional && least.width() > viewport()->width()) {
        least = leastNamed(false);
        if (least.width() > viewport()->width())
            least = leastNamed(true);
    }
    m_content->resize(std::max(viewport()->width(), least.width()), std::max(viewport()->height(), least.height()));
}

void HeaderStrip::setNameOptional()
{
    m_nameOptional = true;
    sizeContent();
}

QWidget *HeaderStrip::firstFigure() const
{
    return m_firstMonth;
}

QSize HeaderStrip::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 80, m_content->layout()->minimumSize().height()};
}

QSize HeaderStrip::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

void HeaderStrip::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    foldAsks();
}

void HeaderStrip::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_toFix) {
        updateGeometry();
        foldAsks();
    }
}

} // namespace ui
