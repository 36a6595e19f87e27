#include "ui/importwindow.h"

#include "messages/carewords.h"
#include "messages/messages.h"
#include "ui/plaintooltip.h"
#include "ui/problemwords.h"
#include "ui/words.h"
#include "ui_importwindow.h"

#include <QFileInfo>
#include <QHeaderView>

namespace ui {

using session::ImportedCase;
using session::ImportProblem;
using Relation = ports::ComparedCase::Relation;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

QString importWords(const ImportedCase &one)
{
    const ports::ComparedCase &compared = one.compared;
    switch (compared.relation) {
    case Relation::New:
        return one.sameCompany ? ImportWindow::tr("A further case of a company that is here already")
                               : ImportWindow::tr("New here: added with its history");
    case Relation::Same: return ImportWindow::tr("The same in both; notes and filings that are missing here are added");
    case Relation::OursAhead:
        return ImportWindow::tr("Gone on here; notes and filings that are missing here are added");
    case Relation::TheirsAhead:
        return ImportWindow::tr("Gone on there: brought from revision %1 to %2")
            .arg(compared.ours)
            .arg(compared.theirs);
    case Relation::Diverged: break;
    }
    const auto open = static_cast<qsizetype>(one.comparison->openConflicts());
    if (open == 0)
        return ImportWindow::tr("Changed in both: merged, %1 taken from there").arg(one.comparison->taken());
    return ImportWindow::tr("Changed in both: %1")
        .arg(counted(open, ImportWindow::tr("conflict to decide"), ImportWindow::tr("conflicts to decide")));
}

QString sentence(const session::ImportFailure &failure)
{
    if (const auto *problem = std::get_if<session::Problem>(&failure.what))
        return sentence(*problem);
    const auto &problem = std::get<ImportProblem>(failure.what);
    switch (problem.kind) {
    case ImportProblem::Kind::SameFile: return ImportWindow::tr("This file is the one that is open.");
    case ImportProblem::Kind::GoneOn:
        return ImportWindow::tr("%1 was saved by somebody meanwhile. Nothing was taken in; compare again.")
            .arg(problem.detail);
    case ImportProblem::Kind::Contradiction:
        return ImportWindow::tr("%1: what was chosen does not fit together (%2: %3). Choose otherwise.")
            .arg(problem.detail, problem.input->path, messages::sentence(*problem.input));
    case ImportProblem::Kind::Damaged: break;
    }
    return ImportWindow::tr("%1 is damaged, and nothing is taken from it: %2.")
        .arg(nameOf(problem.detail), messages::sentence(*problem.damage));
}

ImportWindow::ImportWindow(QWidget *parent) : QDialog(parent), m_form(std::make_unique<Ui::ImportWindow>())
{
    m_form->setupUi(this);
    m_form->importCases->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_form->planPage->setStretchFactor(0, 1);
    m_form->planPage->setStretchFactor(1, 3);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 36);
    connect(m_form->importCases, &QTreeWidget::currentItemChanged, this, &ImportWindow::showCurrent);
    connect(m_form->importCases, &QTreeWidget::itemChanged, this, &ImportWindow::wantedChanged);
    connect(m_form->comparisonView, &ComparisonView::chosen, this, &ImportWindow::chosen);
    connect(m_form->takeInButton, &QPushButton::clicked, this, &ImportWindow::takeInRequested);
    connect(m_form->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

ImportWindow::~ImportWindow() = default;

void ImportWindow::showWaiting(const QString &heading, const QString &what)
{
    m_form->importHeading->setText(heading);
    m_form->waitLabel->setText(what);
    m_form->waitBar->setRange(0, 0);
    m_form->importPages->setCurrentWidget(m_form->waitPage);
    m_form->takeInButton->setEnabled(false);
    m_form->importState->clear();
}

void ImportWindow::showProgress(int percent)
{
    m_form->waitBar->setRange(0, 100);
    m_form->waitBar->setValue(percent);
}

void ImportWindow::showPlan(session::ImportPlan plan)
{
    m_plan = std::move(plan);
    m_form->importHeading->setText(tr("Cases of %1, to be taken into %2. Nothing is written before you press Take in.")
                                       .arg(nameOf(m_plan.source), nameOf(m_plan.target)));
    const QSignalBlocker quiet(m_form->importCases);
    m_form->importCases->clear();
    QTreeWidgetItem *first = nullptr;
    for (const ImportedCase &one : m_plan.cases) {
        auto *item = new QTreeWidgetItem(m_form->importCases);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setText(0, one.compared.company.simplified());
        item->setToolTip(0, plainToolTip(one.compared.company + u'\n' + one.compared.website));
        item->setCheckState(0, one.wanted ? Qt::Checked : Qt::Unchecked);
        showRow(item);
        if (!first && !one.canApply())
            first = item;
    }
    m_form->importCases->setCurrentItem(first ? first : m_form->importCases->topLevelItem(0));
    m_form->importPages->setCurrentWidget(m_form->planPage);
    showCurrent();
    showState();
    if (first)
        m_form->comparisonView->list()->setFocus();
    else
        m_form->importCases->setFocus();
}

void ImportWindow::showTrouble(const QString &text)
{
    m_form->importPages->setCurrentWidget(m_form->planPage);
    showState();
    m_form->importState->setText(text);
}

std::size_t ImportWindow::current() const
{
    return static_cast<std::size_t>(m_form->importCases->indexOfTopLevelItem(m_form->importCases->currentItem()));
}

void ImportWindow::showRow(QTreeWidgetItem *item)
{
    const QSignalBlocker quiet(m_form->importCases);
    item->setText(1,
                  importWords(m_plan.cases[static_cast<std::size_t>(m_form->importCases->indexOfTopLevelItem(item))]));
}

void ImportWindow::showCurrent()
{
    const bool any = m_form->importCases->currentItem() != nullptr;
    const auto &comparison = any ? m_plan.cases[current()].comparison : std::nullopt;
    m_form->comparisonView->setVisible(comparison.has_value());
    if (comparison)
        m_form->comparisonView->setComparison(*comparison);
}

void ImportWindow::wantedChanged(QTreeWidgetItem *item)
{
    const int row = m_form->importCases->indexOfTopLevelItem(item);
    m_plan.cases[static_cast<std::size_t>(row)].wanted = item->checkState(0) == Qt::Checked;
    showState();
}

void ImportWindow::chosen()
{
    m_plan.cases[current()].comparison = m_form->comparisonView->comparison();
    showRow(m_form->importCases->currentItem());
    showState();
}

void ImportWindow::showState()
{
    qsizetype open = 0;
    for (const ImportedCase &one : m_plan.cases)
        open += one.canApply() ? 0 : 1;
    m_form->takeInButton->setEnabled(m_plan.canApply());
    if (m_plan.cases.empty())
        m_form->importState->setText(tr("The file has no case."));
    else if (open > 0)
        m_form->importState->setText(tr("%1 with conflicts: choose whose value stays, or leave the case out.")
                                         .arg(counted(open, tr("case"), tr("cases"))));
    else
        m_form->importState->setText(m_plan.wanted() == 0
                                         ? tr("No case is marked.")
                                         : tr("%1 to take in.").arg(counted(m_plan.wanted(), tr("case"), tr("cases"))));
}

} // namespace ui
