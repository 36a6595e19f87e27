#include "ui/filingpane.h"

#include "domain/date.h"
#include "filing/reason.h"
#include "session/numbertext.h"
#include "ui/fittedlist.h"
#include "ui/plaintooltip.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldRole = Qt::UserRole;
constexpr int kFilingRole = Qt::UserRole;
constexpr qsizetype kLongestShown = 4000; // of a reason; all of it is kept

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

void FilingPane::fillHead()
{
    const drafting::RecordCourse course = m_filings.course(m_pool);
    QString head = m_pool.isEmpty() ? tr("No record is chosen.") : u"%1: %2"_s.arg(m_name, statusLabel(course.status));
    if (course.last)
        head +=
            tr(", opportunity %1, revision %2, filed %3")
                .arg(course.last->opportunityId, QString::number(course.last->number), dateLabel(course.last->filedOn));
    m_head->setText(head);
    const auto deadlines = m_pool.isEmpty() ? std::vector<filing::Deadline>() : m_filings.deadlines(m_pool);
    say(m_due, deadlines.empty() ? QString() : tr("Next: %1").arg(deadlineLabel(deadlines.front(), m_clock.today())));
}

/// The pasted text while one types it, else what AWS wrote last.
void FilingPane::fillReason()
{
    m_fields->clear();
    const drafting::RecordCourse course = m_filings.course(m_pool);
    const bool kept = course.status == "action-required"_L1 && m_reason->toPlainText().trimmed().isEmpty();
    const QString text = kept ? course.reason : m_reason->toPlainText();
    if (m_pool.isEmpty() || !m_desk.shipped() || text.trimmed().isEmpty()) {
        m_fieldsTitle->hide();
        m_fields->hide();
        say(m_todo, {});
        return;
    }
    const catalogue::FilingRules &rules = m_desk.shipped()->filingRules;
    const filing::ParsedReason parsed = filing::parseReason(rules, text);
    const QString wrote =
        parsed.text.size() > kLongestShown ? QString(parsed.text.first(kLongestShown) + u'\u2026') : parsed.text;
    say(m_todo, (kept ? tr("AWS wrote: %1").arg(wrote) + u"\n\n" : QString()) + parsed.todo.join(u'\n'));
    // What is open is said for the status that the reason leads to.
    const bool returned = course.status == "action-required"_L1 || course.last.has_value();
    for (const filing::ConcernedField &field : parsed.fields) {
        const filing::Editability edit =
            returned ? filing::editability(rules, field.path, u"action-required"_s) : filing::Editability();
        auto *item = new QListWidgetItem(edit.open ? tr("%1: open").arg(rules.field(field.path)->label)
                                                   : tr("%1: %2").arg(rules.field(field.path)->label, edit.why),
                                         m_fields);
        item->setData(kFieldRole, u"records/%1/%2"_s.arg(m_pool, field.path));
        item->setToolTip(plainToolTip(edit.note));
    }
    m_fieldsTitle->setVisible(m_fields->count() > 0);
    m_fields->setVisible(m_fields->count() > 0);
    m_fields->fit();
}

void FilingPane::fillSinceFiled()
{
    m_changes->clear();
    m_nextCloseDate = {};
    const session::FilingDesk::SinceFiled since = m_filings.sinceFiled(m_pool);
    for (const domain::Finding &obstacle : since.obstacles) {
        auto *item = new QListWidgetItem(tr("Refused: %1 %2").arg(obstacle.message, obstacle.fix), m_changes);
        item->setData(kFieldRole, obstacle.field);
        if (obstacle.rule == "close-date-past"_L1)
            m_nextCloseDate = m_clock.today().addDays(1);
    }
    for (const filing::RequestChange &change : since.changes) {
        auto *item = new QListWidgetItem(filing::changeNote({change}), m_changes);
        item->setData(kFieldRole, u"records/%1/%2"_s.arg(m_pool, change.path));
    }
    for (int row = 0; row < m_changes->count(); ++row)
        m_changes->item(row)->setToolTip(plainToolTip(m_changes->item(row)->text()));
    m_changesTitle->setVisible(m_changes->count() > 0);
    m_changes->setVisible(m_changes->count() > 0);
    m_changes->fit();
    m_moveDate->setVisible(m_nextCloseDate.isValid());
    m_moveDate->setText(tr("Set close date to %1").arg(dateLabel(m_nextCloseDate)));
    // What a person wrote stays; what was generated follows the changes.
    const QString note = filing::changeNote(since.changes);
    if (m_note->toPlainText() == m_generatedNote && m_note->toPlainText() != note)
        m_note->setPlainText(note);
    m_generatedNote = note;
    const bool again = m_filings.course(m_pool).last.has_value();
    m_note->setVisible(again);
    m_noteLabel->setVisible(again);
}

void FilingPane::fillFiled()
{
    const QVariant chosen = m_filed->currentItem() ? m_filed->currentItem()->data(kFilingRole) : QVariant();
    m_filed->clear();
    const auto &filings = m_filings.filings().filings;
    for (auto filed = filings.rbegin(); filed != filings.rend(); ++filed) {
        if (filed->poolId != m_pool)
            continue;
        QString text = tr("Revision %1, %2, %3, %4")
                           .arg(QString::number(filed->number), filed->opportunityId, channelLabel(filed->channel),
                                dateLabel(filed->filedOn));
        if (!filed->changes.isEmpty())
            text += u". "_s + filed->changes;
        auto *item = new QListWidgetItem(text, m_filed);
        item->setData(kFilingRole, filed->id);
        if (chosen == filed->id)
            m_filed->setCurrentItem(item);
        for (const ports::FiledFileInfo &file : filed->files) {
            if (file.name == ports::kFiledBrief)
                item->setToolTip(tr("SHA-256 of the brief: %1").arg(file.sha256));
        }
    }
    for (const ports::Award &award : m_filings.filings().awards) {
        if (award.poolId != m_pool)
            continue;
        auto *item = new QListWidgetItem(tr("Credits %1: %2").arg(award.code, dollars(award.amount)), m_filed);
        if (award.expiresOn.isValid())
            item->setText(tr("%1, until %2").arg(item->text(), dateLabel(award.expiresOn)));
    }
    const bool some = m_filed->count() > 0;
    m_filedTitle->setVisible(some);
    m_filed->setVisible(some);
    m_saveFiled->setVisible(m_filings.course(m_pool).last.has_value());
    m_filed->fit();
    if (some && !m_filed->currentItem())
        m_filed->setCurrentRow(0);
    enableSaveFiled();
}

/// Not for credits, which stand in the same list.
void FilingPane::enableSaveFiled()
{
    const QListWidgetItem *item = m_filed->currentItem();
    m_saveFiled->setEnabled(item && item->data(kFilingRole).isValid());
}

void FilingPane::fillStatuses()
{
    const QString chosen = m_status->currentData().toString();
    m_status->clear();
    if (m_pool.isEmpty())
        return;
    for (const QString &word : m_filings.nextStatuses(m_pool))
        m_status->addItem(statusLabel(word), word);
    m_status->setCurrentIndex(m_status->findData(chosen)); // nothing is proposed: each of them is a decision
    showCreditFields();
}

void FilingPane::showCreditFields()
{
    m_credit->setVisible(m_status->currentData().toString() == "credits-issued"_L1);
    m_setStatus->setEnabled(m_filings.canWrite() && m_status->currentIndex() >= 0);
}

/// A window that stays open overnight goes on with the next day.
void FilingPane::followDay()
{
    const QDate today = m_clock.today();
    for (QDateEdit *day : {m_statusOn, m_filedOn}) {
        if (day->maximumDate() == today)
            continue;
        day->setMaximumDate(today);
        day->setDate(today);
    }
}

void FilingPane::refresh()
{
    followDay();
    fillHead();
    fillReason();
    fillSinceFiled();
    fillFiled();
    fillStatuses();
    const bool throughAce = !m_pool.isEmpty() && m_filings.isThroughAce(m_pool);
    m_filing->setVisible(throughAce);
    m_filing->setEnabled(m_filings.canWrite());
    m_markFiled->setText(m_filings.course(m_pool).last ? tr("Mark filed again") : tr("Mark filed"));
}

void FilingPane::showRecord(const QString &poolId, const QString &name)
{
    const bool other = poolId != m_pool;
    m_pool = poolId;
    m_name = name;
    if (other) {
        m_status->setCurrentIndex(-1);
        m_reason->clear();
        m_note->clear();
        m_generatedNote.clear();
        const drafting::RecordCourse course = m_filings.course(poolId);
        m_opportunity->setText(course.last ? course.last->opportunityId : QString());
        m_channel->setCurrentIndex(m_channel->findData(drafting::filingChannel(course, m_desk.profile().get())));
        m_statusOn->setDate(m_clock.today());
        m_filedOn->setDate(m_clock.today());
        say(m_statusProblem, {});
        say(m_filingProblem, {});
    }
    refresh();
}

void FilingPane::focusFiling()
{
    if (m_opportunity->isVisible())
        m_opportunity->setFocus(Qt::ShortcutFocusReason);
    else
        m_status->setFocus(Qt::ShortcutFocusReason);
}

/// The credits that are typed; why they are none, else an empty text. Nothing typed is no award.
QString FilingPane::takeAward(QDate issued, std::vector<ports::Award> &awards)
{
    const QString code = m_code->text().trimmed();
    const QString typed = m_amount->text().trimmed();
    const QString until = m_expires->text().trimmed();
    if (code.isEmpty() && typed.isEmpty() && until.isEmpty())
        return {};
    if (code.isEmpty())
        return tr("Give the code of the credits, or leave all three empty.");
    const std::optional<QString> plain = session::plainNumber(typed);
    const auto amount = plain ? domain::Money::parse(*plain) : std::nullopt;
    if (!amount || amount->cents() <= 0)
        return tr("The amount is dollars, such as 25,000 or 25000.00.");
    const auto expires = domain::parseDate(until);
    if (!until.isEmpty() && (!expires || *expires < issued))
        return tr("The expiry is a date written YYYY-MM-DD, on or after the day of issue.");
    awards.push_back({m_pool, code, *amount, issued, expires.value_or(QDate()), {}});
    return {};
}

void FilingPane::moveStatus()
{
    ports::StatusChange change{
        m_pool, m_status->currentData().toString(), m_reason->toPlainText().trimmed(), m_statusOn->date(), {}};
    std::vector<ports::Award> awards;
    if (m_credit->isVisibleTo(this)) {
        if (const QString wrong = takeAward(change.on, awards); !wrong.isEmpty())
            return say(m_statusProblem, wrong);
    }
    const QString refused = m_filings.setStatus(change, awards);
    const session::CaseViewPointer view = m_desk.shown();
    const bool awarded = refused.isEmpty() && !awards.empty() && view;
    say(m_statusProblem, awarded ? drafting::awardDoubt(view->computed, m_filings.course(m_pool)) : refused);
    if (!refused.isEmpty())
        return;
    m_status->setCurrentIndex(-1);
    m_reason->clear();
    for (QLineEdit *line : {m_code, m_amount, m_expires})
        line->clear();
    refresh();
    Q_EMIT done(tr("%1: %2.").arg(m_name, statusLabel(change.status)));
}

void FilingPane::markFiled()
{
    drafting::FilingWish wish;
    wish.poolId = m_pool;
    wish.channel = m_channel->currentData().toString();
    wish.filedOn = m_filedOn->date();
    wish.opportunityId = m_opportunity->text().trimmed();
    if (m_note->isVisibleTo(this))
        wish.changes = m_note->toPlainText().trimmed();
    const drafting::RecordCourse course = m_filings.course(m_pool);
    // An answer to AWS overwrites nothing; anything else that was filed does, and so does a new opportunity.
    const bool answers = course.status == "action-required"_L1;
    if (course.last && !(answers && course.last->opportunityId == wish.opportunityId)) {
        if (!m_prompter.fileAgain(m_name, course.last->opportunityId))
            return;
        wish.again = true;
    }
    QStringList refused;
    for (const domain::Finding &finding : m_filings.file(wish))
        refused.append(u"%1 %2"_s.arg(finding.message, finding.fix));
    say(m_filingProblem, refused.join(u'\n'));
    if (!refused.isEmpty())
        return;
    m_note->clear();
    m_generatedNote.clear();
    refresh();
    say(m_filingProblem, m_filings.filingDoubt(m_pool));
    Q_EMIT done(tr("%1 is filed as %2. What was filed is kept as it was.").arg(m_name, wish.opportunityId));
}

void FilingPane::moveCloseDate()
{
    if (m_desk.openCase() && m_nextCloseDate.isValid()) {
        m_desk.openCase()->edit(u"records/%1/targetCloseDate"_s.arg(m_pool), m_nextCloseDate.toString(Qt::ISODate));
        m_desk.openCase()->closeStep();
    }
}

void FilingPane::saveFiled()
{
    const QListWidgetItem *item = m_filed->currentItem();
    const session::CaseViewPointer view = m_desk.shown();
    if (!item || !view)
        return;
    if (auto bytes = m_filings.filedFile(item->data(kFilingRole).toLongLong(), ports::kFiledBrief))
        Q_EMIT saveRequested({view->identity.slug + u'-' + m_pool + u"-filed.pdf"_s, *std::move(bytes)});
}

void FilingPane::request(const QListWidgetItem *item)
{
    if (item)
        Q_EMIT fieldRequested(item->data(kFieldRole).toString());
}

QList<QWidget *> FilingPane::panes() const
{
    return {m_reason};
}

} // namespace ui
