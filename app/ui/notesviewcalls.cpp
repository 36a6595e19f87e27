// The calls behind the notes: which is shown, when one begins, whether notes may be taken, what lines said before.
#include "session/takefacts.h"
#include "ui/notesedit.h"
#include "ui/notesview.h"
#include "ui/words.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QUuid>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSameCallSeconds = 4 * 3600;

} // namespace

void NotesView::showCalls()
{
    m_calls->clear();
    int current = -1;
    if (m_session) {
        for (const ports::Call &one : m_session->notes().calls) {
            m_calls->addItem(momentLabel(one.startedAt));
            if (one.id == m_call.id)
                current = m_calls->count() - 1;
        }
    }
    if (m_calls->count() == 0)
        m_calls->addItem(tr("No call yet"));
    m_calls->setCurrentIndex(std::max(current, 0));
    m_calls->setEnabled(m_calls->count() > 1);
    m_consent->setCurrentIndex(static_cast<int>(m_call.consent));
    m_consent->setToolTip(m_call.consentAt.isValid()
                              ? momentLabel(m_call.consentAt)
                              : tr("Whether the founder agreed that you take notes, and since when"));
}

void NotesView::showCall(const ports::Call &call)
{
    m_showing = true;
    m_call = call;
    m_edit->setCall(call);
    m_showing = false;
    showCalls();
    countFacts();
    readLine();
}

void NotesView::beginCall()
{
    if (!m_session)
        return;
    storeLines();
    if (!m_call.id.isEmpty() && m_call.lines.empty() && m_call.seconds == 0)
        return;
    ports::Call call;
    call.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    call.startedAt = m_clock.now().toUTC();
    m_session->editCall(call);
    showCall(call);
}

void NotesView::joinCall()
{
    if (m_call.id.isEmpty() || m_call.startedAt.secsTo(m_clock.now()) > kSameCallSeconds)
        beginCall();
}

void NotesView::setSeconds(int seconds)
{
    if (!m_session || m_call.id.isEmpty() || m_call.seconds == seconds)
        return;
    m_call.seconds = seconds;
    storeLines();
}

int NotesView::founderSeconds() const
{
    int seconds = 0;
    if (m_session) {
        for (const ports::Call &one : m_session->notes().calls)
            seconds += one.id == m_call.id ? 0 : one.seconds;
    }
    return seconds + m_call.seconds;
}

void NotesView::setConsent(int choice)
{
    if (!m_session)
        return;
    if (m_call.id.isEmpty())
        beginCall();
    m_call.consent = static_cast<ports::Consent>(choice);
    m_call.consentAt = m_call.consent == ports::Consent::NotAsked ? QDateTime() : m_clock.now().toUTC();
    storeLines();
    m_session->setQuoting(m_call.id, saidOnCall(), m_call.consent != ports::Consent::Refused);
    showCalls();
}

void NotesView::storeLines()
{
    if (!m_session || m_call.id.isEmpty() || m_storing)
        return;
    m_storing = true;
    m_call.lines = m_edit->lines();
    m_session->editCall(m_call);
    m_storing = false;
}

void NotesView::listEarlier()
{
    constexpr std::size_t kMostListed = 20;
    constexpr qsizetype kMostCharacters = 80;
    QMenu *menu = m_earlier->menu();
    menu->clear();
    const auto wordings = m_session ? m_session->earlierWordings(m_call.id) : std::vector<ports::EarlierWording>();
    for (std::size_t at = 0; at < std::min(wordings.size(), kMostListed); ++at) {
        const QString words = wordings[at].text;
        const QString shown = words.size() > kMostCharacters ? words.left(kMostCharacters) + u'…' : words;
        QAction *action =
            menu->addAction(momentLabel(wordings[at].replacedAt) + u"  "_s + QString(shown).replace(u"&"_s, u"&&"_s));
        connect(action, &QAction::triggered, this, [this, words] {
            m_edit->setFocus();
            m_edit->beginLine(words);
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing was changed yet that had stood for a minute"))->setEnabled(false);
}

} // namespace ui
