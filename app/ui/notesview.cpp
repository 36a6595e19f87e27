#include "ui/notesview.h"

#include "domain/defaults.h"
#include "messages/messages.h"
#include "records/sources.h"
#include "session/fieldnames.h"
#include "session/fieldtext.h"
#include "ui/chipbar.h"
#include "ui/fieldwords.h"
#include "ui/icons.h"
#include "ui/notesedit.h"
#include "ui/notesfind.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using domain::FactStatus;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewMilliseconds = 60;

QString statusWords(const call::Proposal &proposal, const session::TakenFact &fact)
{
    QStringList words;
    if (proposal.status == FactStatus::Implied)
        words.append(NotesView::tr("about"));
    else if (proposal.status == FactStatus::Assumed)
        words.append(NotesView::tr("assumed"));
    if (fact.error)
        words.append(messages::fieldSentence(*fact.error));
    else if (!fact.before.isEmpty() && fact.before != fact.shown)
        words.append(NotesView::tr("was %1").arg(fact.before));
    return words.join(u", "_s);
}

/// What is offered says nothing new.
bool isKnown(const session::TakenFact &fact, const domain::Worksheet &before, const domain::Worksheet &after)
{
    return !fact.error && fact.shown == fact.before && (!fact.shown.isEmpty() || before == after);
}

} // namespace

NotesView::NotesView(const ports::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_clock(clock),
      m_calls(new QComboBox(this)),
      m_earlier(new QPushButton(tr("&Earlier"), this)),
      m_newCall(new QPushButton(icon(u"call"_s), tr("New call"), this)),
      m_consent(new QComboBox(this)),
      m_edit(new NotesEdit(clock, this)),
      m_chips(new ChipBar(this))
{
    setObjectName(u"notesView"_s);
    m_calls->setObjectName(u"callsCombo"_s);
    m_calls->setAccessibleName(tr("Call"));
    m_calls->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_calls->setMinimumContentsLength(9); // the day; the time where there is room
    m_calls->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_calls->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_newCall->setObjectName(u"newCallButton"_s);
    m_earlier->setObjectName(u"earlierButton"_s);
    m_earlier->setToolTip(tr("What this line, or a line that is gone, said before"));
    m_earlier->setMenu(new QMenu(m_earlier));
    connect(m_earlier->menu(), &QMenu::aboutToShow, this, &NotesView::listEarlier);
    m_consent->setObjectName(u"consentCombo"_s);
    m_consent->setAccessibleName(tr("Consent to take notes"));
    m_consent->addItems({tr("Not asked"), tr("Given"), tr("Refused")});
    auto *consentLabel = new QLabel(tr("Co&nsent:"), this);
    consentLabel->setTextFormat(Qt::PlainText);
    consentLabel->setBuddy(m_consent);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->setSpacing(8);
    head->addWidget(m_calls);
    head->addWidget(m_newCall);
    head->addWidget(m_earlier);
    head->addStretch();
    head->addWidget(consentLabel);
    head->addWidget(m_consent);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    auto *find = new NotesFind(*m_edit, this);
    column->addWidget(find);
    column->addWidget(m_edit, 1);
    column->addWidget(m_chips);
    m_previewLater.setSingleShot(true);
    m_previewLater.setInterval(kPreviewMilliseconds);
    connect(&m_previewLater, &QTimer::timeout, this, &NotesView::preview);
    connect(m_edit, &NotesEdit::edited, this, &NotesView::textEdited);
    connect(m_edit, &NotesEdit::currentLineChanged, this, &NotesView::readLine);
    connect(m_edit, &NotesEdit::findRequested, find, &NotesFind::begin);
    connect(m_edit, &NotesEdit::takeRequested, this, [this] { take(); });
    connect(m_edit, &NotesEdit::toggleRequested, m_chips, &ChipBar::toggle);
    connect(m_edit, &NotesEdit::outsideUndoRequested, this, [this] {
        if (m_session)
            m_session->undoStack().undo();
    });
    connect(m_edit, &NotesEdit::outsideRedoRequested, this, [this] {
        if (m_session)
            m_session->undoStack().redo();
    });
    const auto dismiss = [this] {
        m_dismissed = m_edit->currentLine().id;
        m_dismissedWords = m_edit->currentLine().text;
        readLine();
        m_edit->setFocus();
    };
    connect(m_edit, &NotesEdit::dismissRequested, this, dismiss);
    connect(m_chips, &ChipBar::dismissRequested, this, dismiss);
    connect(m_chips, &ChipBar::takeRequested, this, [this] { take(); });
    connect(m_chips, &ChipBar::placeChosen, this, &NotesView::choosePlace);
    connect(m_chips, &ChipBar::chosenChanged, this, [this] {
        m_previewLater.start();
        Q_EMIT chipsChanged();
    });
    connect(m_newCall, &QPushButton::clicked, this, [this] {
        beginCall();
        m_edit->setFocus();
    });
    connect(m_calls, &QComboBox::activated, this, [this](int index) {
        storeLines();
        if (m_session && index >= 0 && static_cast<std::size_t>(index) < m_session->notes().calls.size())
            showCall(m_session->notes().calls[static_cast<std::size_t>(index)]);
    });
    connect(m_consent, &QComboBox::activated, this, &NotesView::setConsent);
    setTabOrder(m_edit, m_chips);
    setEnabled(false);
}

void NotesView::setSession(session::CaseSession *session, const session::ShippedData &shipped)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_shipped != shipped)
        m_recognizer.reset();
    m_shipped = shipped;
    m_place = {};
    m_dismissed = 0;
    setEnabled(session != nullptr);
    if (session) {
        m_edit->setReadOnly(session->saveState().kind == session::SaveState::Kind::ReadOnly);
        connect(session, &session::CaseSession::notesWanted, this, &NotesView::storeLines);
        connect(session, &session::CaseSession::notesReloaded, this, [this] {
            const auto &calls = m_session->notes().calls;
            const auto shown = std::ranges::find(calls, m_call.id, &ports::Call::id);
            showCall(shown == calls.end() ? ports::Call() : *shown);
        });
        connect(session, &session::CaseSession::changed, this, [this] {
            countFacts();
            readLine();
        });
    }
    showCall(session && !session->notes().calls.empty() ? session->notes().calls.back() : ports::Call());
}

/// The first words in a case without a call begin one.
void NotesView::textEdited()
{
    if (!m_session || m_showing)
        return;
    if (m_call.id.isEmpty()) {
        m_call.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_call.startedAt = m_clock.now().toUTC();
        m_call.lines = m_edit->lines();
        m_session->editCall(m_call);
        showCalls();
    }
    m_session->touchNotes();
}

call::Situation NotesView::situation() const
{
    const domain::Funding &funding = m_session->worksheet().funding;
    return {m_session->today(), domain::startMonthOf(funding, m_session->today()), domain::monthsOf(funding)};
}

void NotesView::readLine()
{
    if (m_showing || m_storing)
        return;
    m_proposals.clear();
    const ports::NoteLine line = m_edit->currentLine();
    const bool dismissed = line.id != 0 && line.id == m_dismissed && line.text == m_dismissedWords;
    if (m_session && m_shipped && line.id != 0 && !dismissed && !m_edit->isReadOnly()) {
        if (!m_recognizer)
            m_recognizer = std::make_unique<call::Recognizer>(m_shipped->rates);
        m_proposals = m_recognizer->read(line.text, situation());
    }
    showChips();
}

void NotesView::showChips()
{
    std::vector<ChipBar::Chip> chips;
    std::vector<std::pair<qsizetype, qsizetype>> spans;
    if (!m_proposals.empty()) {
        const domain::Worksheet &sheet = m_session->worksheet();
        const auto places = session::factPlaces(sheet);
        if (std::ranges::find(places, m_place) == places.end())
            m_place = places.front();
        const ports::NoteLine line = m_edit->currentLine();
        std::vector<call::Proposal> fresh;
        for (const call::Proposal &one : m_proposals) {
            const session::TakenFacts taken = session::takeFacts(sheet, {one}, m_place, line.text);
            const session::TakenFact &fact = taken.facts.front();
            if (isKnown(fact, sheet, taken.after))
                continue;
            fresh.push_back(one);
            chips.push_back({fact.label, shownValue(one, fact, taken.after), statusWords(one, fact), !fact.error});
            spans.emplace_back(one.start, one.length);
        }
        m_proposals = fresh;
        QStringList names;
        for (const session::FactPlace &place : places)
            names.append(place.workload.isEmpty() ? tr("New workload")
                                                  : session::fieldName(sheet, u"useCases/"_s + place.useCase
                                                                                  + u"/workloads/" + place.workload));
        const bool ofWorkload = std::ranges::any_of(m_proposals, [](const call::Proposal &one) {
            return (one.of == call::Of::Workload && one.entry.isEmpty()) || one.of == call::Of::Step;
        });
        m_chips->setPlaces(ofWorkload ? names : QStringList(),
                           static_cast<int>(std::ranges::find(places, m_place) - places.begin()));
        m_chips->setChips(tr("Recognized in line %1").arg(m_edit->elapsed(line.at)), chips);
    } else {
        m_chips->setPlaces({}, -1);
    }
    if (m_proposals.empty())
        m_chips->setIdle(m_edit->currentLine().text.isEmpty() ? QString()
                                                              : tr("Nothing new is recognized in this line"));
    m_chips->setVisible(!m_compact || !m_proposals.empty());
    m_edit->setMarked(spans);
    m_edit->setDismissible(!m_proposals.empty());
    m_previewLater.start();
    Q_EMIT chipsChanged();
}

void NotesView::setCompact(bool compact)
{
    m_compact = compact;
    m_edit->setMinimumHeight(compact ? fontMetrics().height() * 3 : 0);
    m_chips->setVisible(!compact || !m_proposals.empty());
}

void NotesView::choosePlace(int place)
{
    const auto places = session::factPlaces(m_session->worksheet());
    if (place >= 0 && static_cast<std::size_t>(place) < places.size())
        m_place = places[static_cast<std::size_t>(place)];
    readLine();
    m_edit->setFocus();
}

QString NotesView::shownValue(const call::Proposal &proposal, const session::TakenFact &fact,
                              const domain::Worksheet &after) const
{
    if (proposal.of == call::Of::Pool)
        return factWords(after, fact.path + u"/programme"_s, proposal.entry, *m_shipped);
    const bool isOneMore = proposal.key == "alternatives"_L1; // of those that are shown already
    return factWords(after, fact.path, fact.error || isOneMore ? proposal.value : fact.shown, *m_shipped);
}

std::vector<call::Proposal> NotesView::chosen() const
{
    std::vector<call::Proposal> chosen;
    for (const std::size_t at : m_chips->chosen()) {
        if (at < m_proposals.size())
            chosen.push_back(m_proposals[at]);
    }
    return chosen;
}

QStringList NotesView::answered() const
{
    QStringList paths;
    if (m_session && !m_proposals.empty()) {
        for (const session::TakenFact &fact : session::takeFacts(m_session->worksheet(), chosen(), m_place, {}).facts)
            paths.append(fact.path);
    }
    return paths;
}

/// What a fact of the shown call may quote: documents go to others.
QString NotesView::quoted(const QString &words) const
{
    return m_call.consent == ports::Consent::Refused ? saidOnCall() : words;
}

QString NotesView::saidOnCall() const
{
    return tr("Said on the call of %1").arg(dateLabel(m_call.startedAt.toLocalTime().date()));
}

bool NotesView::take(bool assumed)
{
    std::vector<call::Proposal> facts = chosen();
    if (!m_session || facts.empty())
        return false;
    if (assumed) {
        for (call::Proposal &one : facts)
            one.status = FactStatus::Assumed;
    }
    storeLines();
    const ports::NoteLine line = m_edit->currentLine();
    const session::TakenFacts taken = session::takeFacts(m_session->worksheet(), facts, m_place, quoted(line.text));
    std::vector<ports::Evidence> evidence;
    for (const session::TakenFact &fact : taken.facts) {
        if (!fact.error)
            evidence.push_back({fact.path, m_call.id, line.id, line.text, line.at});
    }
    m_edit->rememberOutsideStep();
    m_session->closeStep();
    const QString step = taken.facts.size() == 1 ? tr("Take %1 from the notes").arg(taken.facts.front().label.toLower())
                                                 : tr("Take %1 facts from the notes").arg(taken.facts.size());
    if (const auto done = m_session->take(step, taken.after, evidence); !done) {
        m_chips->setTrouble(messages::fieldSentence(done.error()));
        return false;
    }
    m_place = taken.place;
    readLine();
    return true;
}

/// What the case would be with the chosen facts, once nothing was typed for a moment.
void NotesView::preview()
{
    const std::vector<call::Proposal> facts = chosen();
    std::shared_ptr<const drafting::ComputedCase> with;
    if (m_session && m_shipped && !facts.empty()) {
        const session::TakenFacts taken = session::takeFacts(m_session->worksheet(), facts, m_place, {});
        auto computed = drafting::compute(taken.after, m_shipped->rates, m_shipped->programmes, m_session->today());
        if (computed)
            with = std::make_shared<const drafting::ComputedCase>(*std::move(computed));
    }
    QString effect;
    if (with && m_session->view()) {
        const domain::Money more = with->projection.total.full - m_session->view()->computed.projection.total.full;
        if (more > domain::Money())
            effect = tr("Adds %1 a month").arg(cents(more));
        else if (more < domain::Money())
            effect = tr("Takes %1 a month off").arg(cents(domain::Money() - more));
    }
    m_chips->setEffect(effect);
    Q_EMIT previewed(with, static_cast<int>(facts.size()));
}

void NotesView::countFacts()
{
    QHash<qint64, int> counts;
    if (m_session) {
        for (const auto &[path, evidence] : m_session->state().evidence) {
            if (evidence.callId == m_call.id)
                ++counts[evidence.line];
        }
    }
    m_edit->setFactCounts(counts);
}

QString NotesView::timeOf(const ports::Evidence &evidence) const
{
    if (!m_session)
        return {};
    const auto &calls = m_session->notes().calls;
    const auto call = std::ranges::find(calls, evidence.callId, &ports::Call::id);
    if (call == calls.end())
        return dateLabel(evidence.at.toLocalTime().date());
    const qint64 seconds = call->startedAt.secsTo(evidence.at);
    if (seconds < 0)
        return evidence.at.toLocalTime().toString(u"HH:mm"_s);
    return elapsedLabel(seconds);
}

QString NotesView::showEvidence(const QString &path)
{
    m_shownEvidence = false;
    if (!m_session)
        return tr("No case is open.");
    const QString name = session::fieldName(m_session->worksheet(), path);
    auto evidence = m_session->state().evidence.find(path);
    for (const QString &base : records::sourcesOf(m_session->worksheet(), path)) {
        if (evidence == m_session->state().evidence.end())
            evidence = m_session->state().evidence.find(base);
    }
    if (evidence == m_session->state().evidence.end()) {
        const auto fact = m_session->worksheet().facts.find(path);
        if (fact != m_session->worksheet().facts.end() && !fact->second.note.isEmpty())
            return tr("%1: “%2” is noted, without a line of a call.").arg(name, fact->second.note);
        return tr("No note stands behind %1.").arg(session::fieldNameInside(m_session->worksheet(), path));
    }
    const ports::Evidence line = evidence->second;
    if (line.callId != m_call.id) {
        storeLines();
        const auto &calls = m_session->notes().calls;
        const auto call = std::ranges::find(calls, line.callId, &ports::Call::id);
        if (call != calls.end())
            showCall(ports::Call(*call));
    }
    m_shownEvidence = m_edit->showLine(line.line);
    if (!m_shownEvidence)
        return tr("The line behind %1 is gone. It said “%2”.").arg(name, line.text);
    if (const auto words = m_edit->wordsOf(line.line); words != line.text)
        return tr("The line behind %1 was edited. It said “%2”.").arg(name, line.text);
    return {};
}

} // namespace ui
