#include "ui/modelspage.h"

#include "domain/defaults.h"
#include "domain/exact.h"
#include "domain/fieldat.h"
#include "messages/messages.h"
#include "session/fieldlists.h"
#include "session/fieldtext.h"
#include "session/numbertext.h"
#include "ui/entrymodel.h"
#include "ui/entrytable.h"
#include "ui/fieldbinder.h"
#include "ui/words.h"
#include "ui/workloadfigures.h"
#include "ui_modelspage.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Volume { kRequests, kUsers };

const domain::UseCase *useCaseIn(const domain::Worksheet &worksheet, const QString &id)
{
    const auto found = std::find_if(worksheet.useCases.begin(), worksheet.useCases.end(),
                                    [&id](const domain::UseCase &useCase) { return useCase.id == id; });
    return found == worksheet.useCases.end() ? nullptr : &*found;
}

/// Ids of all workloads and services.
QStringList lineIds(const domain::Worksheet &worksheet)
{
    QStringList ids;
    for (const domain::UseCase &useCase : worksheet.useCases) {
        for (const domain::Workload &workload : useCase.workloads)
            ids.append(workload.id);
        for (const domain::ServiceUse &service : useCase.services)
            ids.append(service.id);
    }
    for (const domain::ServiceUse &service : worksheet.footprint)
        ids.append(service.id);
    return ids;
}

} // namespace

ModelsPage::ModelsPage() : m_form(std::make_unique<Ui::ModelsPage>())
{
    m_form->setupUi(this);
    const auto figure = [this](QString (*of)(const session::CaseView &, const QString &)) {
        return [this, of](const QString &id) {
            return session() && session()->view() ? of(*session()->view(), id) : QString();
        };
    };
    m_form->workloadsTable->setEntries(
        new EntryModel({{u"name"_s, tr("Workload")},
                        {{}, tr("Model"), false, figure(modelName), u"model"_s},
                        {{}, tr("Per day"), true, figure(requestsADay), u"requestsPerDay"_s},
                        {u"inputTokens"_s, tr("Tokens in"), true},
                        {u"outputTokens"_s, tr("Tokens out"), true},
                        {{}, tr("Per call"), true, figure(perCall)},
                        {{}, tr("Month 1"), true, figure(firstMonth)},
                        {{}, tr("Share"), true, figure(shareOfBedrock)}},
                       false, this));
    m_form->stepsTable->setEntries(
        new EntryModel({{u"month"_s, tr("Month")}, {u"multiplier"_s, tr("Volume x"), true}}, true, this));
    m_form->volumeCombo->addItems({tr("Requests a day"), tr("Users x actions")});
    bindForm();
    addTable(m_form->workloadsTable, u"./workloads"_s, u"workloads"_s);
    addUseCaseChoice(m_form->modelsUseCaseRow, m_form->modelsUseCaseCombo, false);
    connect(m_form->workloadsTable, &EntryTable::currentEntryChanged, this, &ModelsPage::showWorkload);
    connect(m_form->volumeCombo, &QComboBox::activated, this, &ModelsPage::chooseVolume);
    connect(m_form->moreButton, &QToolButton::toggled, this, &ModelsPage::showMore);
    connect(m_form->stepsTable->entries(), &EntryModel::refused, this, &WorksheetPage::refused);
    showMore(false);
    showWorkload({});
}

ModelsPage::~ModelsPage() = default;

bool ModelsPage::reveal(const QString &fieldPath)
{
    const QString workload = fieldPath.section(u'/', 0, 3);
    if (!fieldPath.startsWith(u"useCases/") || fieldPath.section(u'/', 2, 2) != u"workloads")
        return false;
    if (!WorksheetPage::reveal(workload.count(u'/') == 3 ? workload : fieldPath))
        return false;
    const QString field = fieldPath.section(u'/', 4);
    if (field.isEmpty())
        return true;
    if (field.startsWith(u"steps"))
        return m_form->stepsTable->reveal(fieldPath);
    if (QWidget *input = binder().input(u"./"_s + field); input && m_form->moreArea->isAncestorOf(input))
        m_form->moreButton->setChecked(true);
    binder().reveal(fieldPath);
    return true;
}

QString ModelsPage::region() const
{
    const domain::Worksheet &worksheet = session()->worksheet();
    const domain::UseCase *shown = useCaseIn(worksheet, useCase());
    return shown ? domain::regionOf(*shown, worksheet.aws) : domain::regionOf(worksheet.aws);
}

const domain::Workload *ModelsPage::workload() const
{
    const domain::UseCase *shown = session() ? useCaseIn(session()->worksheet(), useCase()) : nullptr;
    if (!shown)
        return nullptr;
    const QString id = m_workload.section(u'/', -1);
    const auto found = std::find_if(shown->workloads.begin(), shown->workloads.end(),
                                    [&id](const domain::Workload &workload) { return workload.id == id; });
    return found == shown->workloads.end() ? nullptr : &*found;
}

void ModelsPage::showCase()
{
    if (!session())
        return;
    addTemplateButtons();
    EntryTable *table = m_form->workloadsTable;
    if (!table->currentIndex().isValid() && table->entries()->entryCount() > 0)
        table->setCurrentIndex(table->entries()->index(0, 0));
    showWorkload(table->entries()->entryPath(table->currentIndex().row()));
}

void ModelsPage::showWorkload(const QString &path)
{
    m_workload = path;
    binder().setEntry(path);
    m_form->workloadBox->setEnabled(!path.isEmpty());
    m_form->stepsTable->entries()->setList(session(), path.isEmpty() ? QString() : QString(path + u"/steps"));
    if (session())
        m_form->modelCombo->setBook(session()->shipped().rates, region());
    binder().setSession(session()); // the names of the models are there now
    showVolume();
    showEdits();
}

void ModelsPage::showEdits()
{
    showVolume();
    showModelFacts();
    showFigures();
    const domain::Workload *shown = workload();
    m_form->workloadBox->setTitle(!shown                  ? tr("No workload yet")
                                  : shown->name.isEmpty() ? tr("Workload")
                                                          : QString(shown->name).replace(u'&', u"&&"_s));
}

/// Requests or users: what the workload has; while it has neither, what was chosen last.
void ModelsPage::showVolume()
{
    if (const domain::Workload *shown = workload()) {
        if (shown->requestsPerDay)
            m_form->volumeCombo->setCurrentIndex(kRequests);
        else if (shown->users || shown->actionsPerUserPerDay)
            m_form->volumeCombo->setCurrentIndex(kUsers);
    }
    const bool users = m_form->volumeCombo->currentIndex() == kUsers;
    m_form->requestsCell->setVisible(!users);
    m_form->usersCell->setVisible(users);
}

void ModelsPage::chooseVolume(int index)
{
    const domain::Workload *shown = workload();
    if (!shown)
        return;
    domain::Worksheet after = session()->worksheet();
    domain::visitFieldAt(after, m_workload, [index](const domain::FieldMeta &, auto &entry, const auto &) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(entry)>, domain::Workload>) {
            if (index == kUsers && entry.requestsPerDay) {
                entry.users = std::exchange(entry.requestsPerDay, std::nullopt);
                entry.actionsPerUserPerDay = domain::Decimal::fromInteger(1);
            } else if (index == kRequests && (entry.users || entry.actionsPerUserPerDay)) {
                // The same volume: the product, rounded as the arithmetic rounds it.
                const auto product = domain::multiplied(
                    entry.users.value_or(0), entry.actionsPerUserPerDay.value_or(domain::Decimal()).millionths());
                const domain::Int128 requests = domain::divideHalfEven(*product, domain::Decimal::kScale);
                entry.requestsPerDay =
                    static_cast<qint64>(std::min<domain::Int128>(requests, domain::kRequestLimits.most));
                entry.users.reset();
                entry.actionsPerUserPerDay.reset();
            }
        }
    });
    if (const auto done = session()->replace(tr("Change how volume is given"), after); !done)
        Q_EMIT refused(messages::fieldSentence(done.error()));
    showVolume();
}

void ModelsPage::showModelFacts()
{
    const domain::Workload *shown = workload();
    const catalogue::Model *model = shown ? session()->shipped().rates.model(shown->model) : nullptr;
    QString facts;
    if (model) {
        const domain::Scope scope = shown->scope.value_or(domain::Scope::Regional);
        const domain::Scope other = scope == domain::Scope::Regional ? domain::Scope::Global : domain::Scope::Regional;
        const catalogue::ModelRow *row = model->row(region(), scope);
        const catalogue::ModelRow *alternative = model->row(region(), other);
        if (!row)
            std::swap(row, alternative);
        if (row) {
            facts = tr("%1 per million tokens. Price of %2.").arg(ratesLabel(*row), row->asOf);
            if (alternative)
                facts += (other == domain::Scope::Global ? tr(" Global: %1.") : tr(" Regional: %1."))
                             .arg(ratesLabel(*alternative));
            if (const QString lifecycle = lifecycleLabel(*row); !lifecycle.isEmpty())
                facts += u' ' + lifecycle + u'.';
        }
    }
    m_form->modelFactsLabel->setText(facts);
}

void ModelsPage::showFigures()
{
    QString text;
    if (workload() && session()->view()) {
        const session::CaseView &view = *session()->view();
        const QString id = m_workload.section(u'/', -1);
        text = tr("Per call %1    Month 1 %2    Full month %3    Share of Bedrock %4")
                   .arg(perCall(view, id), firstMonth(view, id), fullMonth(view, id), shareOfBedrock(view, id));
    }
    m_form->figuresLabel->setText(text);
}

void ModelsPage::showMore(bool more)
{
    m_form->moreArea->setVisible(more);
    m_form->moreButton->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
}

void ModelsPage::addTemplateButtons()
{
    auto *layout = m_form->templatesLayout;
    if (layout->count() > 0)
        return;
    constexpr int kInARow = 3;
    auto *rows = new QGridLayout;
    for (const catalogue::UseCaseTemplate &pattern : session()->shipped().templates.list) {
        auto *button = new QPushButton(pattern.name);
        button->setObjectName(u"template-"_s + pattern.id);
        button->setAutoDefault(false);
        button->setToolTip(pattern.summary);
        connect(button, &QPushButton::clicked, this, [this, id = pattern.id] {
            if (session())
                addTemplate(*session()->shipped().templates.find(id));
        });
        rows->addWidget(button, rows->count() / kInARow, rows->count() % kInARow);
    }
    rows->setColumnStretch(kInARow, 1);
    layout->addLayout(rows);
}

void ModelsPage::addTemplate(const catalogue::UseCaseTemplate &pattern)
{
    domain::Worksheet after = session()->worksheet();
    QString id = useCase();
    if (id.isEmpty()) {
        if (const auto added = session::addEntry(after, u"useCases"_s, 0, pattern.name))
            id = *added;
    }
    const auto filled = catalogue::fill(pattern, {session()->shipped().rates, region(), id, lineIds(after)});
    for (domain::UseCase &target : after.useCases) {
        if (target.id != id)
            continue;
        target.workloads.insert(target.workloads.end(), filled.workloads.begin(), filled.workloads.end());
        target.services.insert(target.services.end(), filled.services.begin(), filled.services.end());
    }
    after.facts.insert(filled.facts.begin(), filled.facts.end());
    if (const auto done = session()->replace(tr("Add %1").arg(pattern.name), after); !done) {
        Q_EMIT refused(messages::fieldSentence(done.error()));
        return;
    }
    session()->flush();
    if (id != useCase())
        Q_EMIT useCaseChosen(id);
    EntryTable *table = m_form->workloadsTable;
    if (!filled.workloads.empty())
        table->setCurrentIndex(table->entries()->index(table->entries()->rowOf(filled.workloads.front().id), 0));
}

} // namespace ui
