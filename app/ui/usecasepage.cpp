#include "ui/usecasepage.h"

#include "messages/messages.h"
#include "session/fieldlists.h"
#include "session/fieldnames.h"
#include "ui/fieldbinder.h"
#include "ui_usecasepage.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

UseCasePage::UseCasePage() : m_form(std::make_unique<Ui::UseCasePage>())
{
    m_form->setupUi(this);
    bindForm();
    addUseCaseChoice(m_form->useCaseRow, m_form->useCaseCombo, true);
    connect(m_form->useCaseAddButton, &QPushButton::clicked, this, &UseCasePage::add);
    connect(m_form->useCaseDuplicateButton, &QPushButton::clicked, this, &UseCasePage::duplicate);
    connect(m_form->useCaseRemoveButton, &QPushButton::clicked, this, &UseCasePage::remove);
}

UseCasePage::~UseCasePage() = default;

void UseCasePage::showCase()
{
    binder().setEntry(useCasePath());
    fillRegions(u"./region"_s);
}

void UseCasePage::showEdits()
{
    const bool has = !useCase().isEmpty();
    m_form->useCaseDuplicateButton->setEnabled(has);
    m_form->useCaseRemoveButton->setEnabled(has);
}

void UseCasePage::add()
{
    if (!session())
        return;
    domain::Worksheet after = session()->worksheet();
    const auto id = session::addEntry(after, u"useCases"_s, static_cast<qsizetype>(after.useCases.size()));
    if (!id) {
        Q_EMIT refused(tr("A worksheet has at most 20 use cases."));
    } else if (session()->replace(tr("Add use case"), after)) {
        Q_EMIT useCaseChosen(*id);
        m_form->titleEdit->setFocus(Qt::OtherFocusReason);
    }
}

void UseCasePage::duplicate()
{
    domain::Worksheet after = session()->worksheet();
    const QString name = session::fieldNameInside(after, useCasePath());
    const qsizetype at = session::listIds(after, u"useCases"_s).indexOf(useCase());
    const auto id = session::duplicateEntry(after, u"useCases"_s, at);
    if (!id)
        Q_EMIT refused(tr("A worksheet has at most 20 use cases."));
    else if (const auto done = session()->replace(tr("Duplicate %1").arg(name), after); !done)
        Q_EMIT refused(messages::fieldSentence(done.error()));
    else
        Q_EMIT useCaseChosen(*id);
}

void UseCasePage::remove()
{
    domain::Worksheet after = session()->worksheet();
    const QString name = session::fieldNameInside(after, useCasePath());
    const qsizetype at = session::listIds(after, u"useCases"_s).indexOf(useCase());
    session::removeEntry(after, u"useCases"_s, useCase());
    if (const auto done = session()->replace(tr("Remove %1").arg(name), after); !done) {
        Q_EMIT refused(messages::fieldSentence(done.error()));
        return;
    }
    const QStringList left = session::listIds(after, u"useCases"_s);
    Q_EMIT useCaseChosen(left.isEmpty() ? QString() : left.at(std::min(at, left.size() - 1)));
}

} // namespace ui
