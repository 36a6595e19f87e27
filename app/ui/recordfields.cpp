#include "ui/recordfields.h"

#include "messages/messages.h"
#include "session/fieldtext.h"
#include "ui/recordfieldrow.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What the record itself says in the field, worded by the program or by a person.
QString recordText(const records::Record &record, const QString &key)
{
    if (key == u"title")
        return record.title;
    if (key == u"problem")
        return record.businessProblem;
    if (key == u"targetCloseDate")
        return record.targetCloseDate.toString(Qt::ISODate);
    return {};
}

QString computedText(const session::CaseView &view, const records::Record &record, const QString &key)
{
    if (key == u"customerUseCase")
        return record.customerUseCase;
    if (record.statedMonth < 1)
        return cents(record.statedMonthlySpend);
    return u"%1, %2"_s.arg(cents(record.statedMonthlySpend),
                           monthLabel(view.computed.projection.monthAt(record.statedMonth)));
}

bool hasFacts(const domain::Worksheet &worksheet, const QString &poolId)
{
    return std::ranges::any_of(worksheet.records,
                               [&](const domain::RecordFacts &facts) { return facts.pool == poolId; });
}

domain::Worksheet withFacts(domain::Worksheet worksheet, const QString &poolId)
{
    domain::RecordFacts facts;
    facts.pool = poolId;
    worksheet.records.push_back(facts);
    return worksheet;
}

} // namespace

RecordFields::RecordFields(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"recordFields"_s);
    setAccessibleName(tr("Fields of the record"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    setWidget(content);
}

void RecordFields::setSession(session::CaseSession *session)
{
    m_session = session;
    if (!session)
        return;
    // What is typed and not valid yet changes no figure: the case is shown again for it by nobody else.
    connect(session, &session::CaseSession::changed, this, [this] {
        if (m_session && m_session->view() == m_case)
            refresh();
    });
}

void RecordFields::makeRows(const drafting::Shipped &shipped)
{
    auto *column = static_cast<QVBoxLayout *>(widget()->layout());
    QString group;
    for (const ConsoleField &field : consoleFields()) {
        if (field.group != group) {
            group = field.group;
            auto *title = new QLabel(group, widget());
            title->setTextFormat(Qt::PlainText);
            title->setProperty("group", true);
            column->addWidget(title);
        }
        const catalogue::AceField *ace = shipped.acePack.field(field.ace);
        const catalogue::AceField *entry = shipped.acePack.field(field.ace + u"[]"_s);
        const catalogue::AceField *worded = entry ? entry : ace;
        QStringList choices;
        if (worded && !worded->vocabulary.isEmpty())
            choices = shipped.acePack.vocabulary(worded->vocabulary)->values;
        const int most = field.most > 0 ? field.most : ace && ace->most ? static_cast<int>(*ace->most) : 0;
        const auto editor = entry                      ? RecordFieldRow::Editor::Choices
                          : field.record == u"problem" ? RecordFieldRow::Editor::Text
                                                       : RecordFieldRow::Editor::Line;
        auto *row = new RecordFieldRow(field, editor, choices, most, widget());
        connect(row, &RecordFieldRow::edited, this, [this, row](const QString &text) { edit(*row, text); });
        connect(row, &RecordFieldRow::resetRequested, this, [this, row] { edit(*row, {}); });
        connect(row, &RecordFieldRow::left, this, [this] {
            if (m_session)
                m_session->flush();
            refresh();
        });
        column->addWidget(row);
        m_rows.push_back(row);
    }
    column->addStretch(1);
}

QString RecordFields::pathOf(const RecordFieldRow &row) const
{
    if (!row.field().sheet.isEmpty())
        return row.field().sheet;
    if (row.field().record.isEmpty())
        return {};
    const QString &pool = m_case->records[static_cast<std::size_t>(m_index)].poolId;
    return u"records/%1/%2"_s.arg(pool, row.field().record);
}

QString RecordFields::generatedText(const RecordFieldRow &row) const
{
    domain::Worksheet worksheet = m_case->computed.worksheet;
    if (!session::setFieldText(worksheet, pathOf(row), {}))
        return {};
    const auto computed = drafting::compute(worksheet, m_shipped->rates, m_shipped->programmes, m_case->asOf);
    const QString &pool = m_case->records[static_cast<std::size_t>(m_index)].poolId;
    if (!computed)
        return {};
    const auto record = std::ranges::find(computed->stack.records, pool, &records::Record::poolId);
    return record == computed->stack.records.end() ? QString() : recordText(*record, row.field().record);
}

void RecordFields::fill(RecordFieldRow &row) const
{
    const ConsoleField &field = row.field();
    const records::Record &record = m_case->computed.stack.records[static_cast<std::size_t>(m_index)];
    RecordFieldRow::Shown shown;
    if (!field.computed.isEmpty()) {
        shown.text = computedText(*m_case, record, field.computed);
        shown.editable = false;
    } else {
        const QString path = pathOf(row);
        row.setProperty("fieldPath", path);
        shown.text = m_session ? m_session->text(path) : session::fieldText(m_case->computed.worksheet, path);
        shown.editable = m_session != nullptr;
        if (const auto error = m_session ? m_session->errorAt(path) : std::nullopt)
            shown.error = messages::fieldSentence(*error);
        shown.yours = field.generated && !shown.text.isEmpty();
        if (shown.yours)
            shown.generated = generatedText(row);
        else if (field.generated)
            shown.text = recordText(record, field.record);
    }
    if (m_locks) {
        const filing::Editability edit = m_locks(record.poolId, field.ace);
        shown.editable = shown.editable && edit.open;
        shown.locked = edit.open ? QString() : edit.why;
    }
    const QStringList places{pathOf(row), u"records/%1/%2"_s.arg(record.poolId, field.ace)};
    for (const domain::Finding &finding : m_case->findings) {
        if (!shown.finding && !finding.field.isEmpty() && places.contains(finding.field))
            shown.finding = finding;
    }
    row.show(shown);
}

void RecordFields::setLocks(Locks locks)
{
    m_locks = std::move(locks);
    refresh();
}

void RecordFields::refresh()
{
    if (!m_case || m_index < 0)
        return;
    for (RecordFieldRow *row : m_rows)
        fill(*row);
}

void RecordFields::showRecord(const session::CaseViewPointer &view, const session::ShippedData &shipped, int index)
{
    m_case = view;
    m_shipped = shipped;
    m_index = view && index >= 0 && static_cast<std::size_t>(index) < view->computed.stack.records.size() ? index : -1;
    if (m_index >= 0 && m_rows.empty())
        makeRows(*shipped);
    widget()->setVisible(m_index >= 0);
    refresh();
}

void RecordFields::edit(const RecordFieldRow &row, const QString &text)
{
    if (!m_session || m_index < 0 || !row.field().computed.isEmpty() || !row.isOpen())
        return;
    const QString path = pathOf(row);
    const QString &pool = m_case->records[static_cast<std::size_t>(m_index)].poolId;
    if (row.field().record.isEmpty() || hasFacts(m_session->worksheet(), pool)) {
        m_session->edit(path, text);
        return;
    }
    if (text.isEmpty())
        return;
    // The record has no facts of its own yet: they come with its first one, as one step.
    domain::Worksheet after = withFacts(m_session->worksheet(), pool);
    const QString undoText = tr("Change %1").arg(row.field().label.toLower());
    const bool valid = session::setFieldText(after, path, text).has_value();
    if (!valid)
        after = withFacts(m_session->worksheet(), pool);
    if (m_session->replace(undoText, after) && !valid)
        m_session->edit(path, text);
}

bool RecordFields::reveal(const QString &fieldPath)
{
    if (!m_case || m_index < 0)
        return false;
    const QString &pool = m_case->records[static_cast<std::size_t>(m_index)].poolId;
    for (RecordFieldRow *row : m_rows) {
        if (pathOf(*row) != fieldPath && u"records/%1/%2"_s.arg(pool, row->field().ace) != fieldPath)
            continue;
        ensureWidgetVisible(row);
        row->editor()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace ui
