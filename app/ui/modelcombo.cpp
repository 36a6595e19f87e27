#include "ui/modelcombo.h"

#include "session/numbertext.h"
#include "ui/words.h"

#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTreeView>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// At least two decimals: "3.30", "0.02", "0.035".
QString price(const domain::Rate &rate)
{
    QString text = session::groupedNumber(rate.toString());
    if (!text.contains(u'.'))
        text += u'.';
    while (text.size() - text.indexOf(u'.') <= 2)
        text += u'0';
    return u'$' + text;
}

const catalogue::ModelRow *rowFor(const catalogue::Model &model, const QString &region)
{
    const catalogue::ModelRow *row = model.row(region, domain::Scope::Regional);
    return row ? row : model.row(region, domain::Scope::Global);
}

QTreeView *popup(QWidget *parent, int charWidth)
{
    auto *view = new QTreeView(parent);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setHeaderHidden(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setMinimumWidth(charWidth * 95);
    view->setAccessibleName(QComboBox::tr("Models"));
    return view;
}

void setColumns(QTreeView *view, int charWidth)
{
    view->header()->setStretchLastSection(true);
    view->setColumnWidth(0, charWidth * 30);
    view->setColumnWidth(1, charWidth * 32);
    view->setColumnWidth(2, charWidth * 16);
}

} // namespace

ModelCombo::ModelCombo(QWidget *parent) : QComboBox(parent), m_models(new QStandardItemModel(this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(16);
}

void ModelCombo::setBook(const catalogue::RateBook &book, const QString &region)
{
    const QString place = book.sha256 + region;
    if (std::exchange(m_shownFor, place) == place)
        return;
    const QSignalBlocker quiet(this);
    const QString typed = currentText();
    m_models->clear();
    for (const catalogue::Model &model : book.models) {
        const catalogue::ModelRow *row = rowFor(model, region);
        if (model.billedBy != catalogue::BilledBy::Token || !row)
            continue;
        auto *name = new QStandardItem(model.name);
        name->setData(model.id, Qt::UserRole);
        m_models->appendRow({name, new QStandardItem(ratesLabel(*row)), new QStandardItem(model.provider),
                             new QStandardItem(lifecycleLabel(*row))});
    }
    m_models->sort(0);
    setModel(m_models);
    const int charWidth = fontMetrics().averageCharWidth();
    auto *list = popup(this, charWidth);
    setView(list);
    setColumns(list, charWidth);
    auto *completer = new QCompleter(m_models, this);
    auto *found = popup(nullptr, charWidth);
    completer->setPopup(found);
    setColumns(found, charWidth);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    setEditText(typed);
    lineEdit()->setCursorPosition(0);
}

QString ratesLabel(const catalogue::ModelRow &row)
{
    if (!row.rates.input)
        return {};
    QString label = ModelCombo::tr("%1 in").arg(price(*row.rates.input));
    if (row.rates.output)
        label += ModelCombo::tr(", %1 out").arg(price(*row.rates.output));
    return label;
}

QString lifecycleLabel(const catalogue::ModelRow &row)
{
    if (row.endOfLife)
        return ModelCombo::tr("End of life %1").arg(dateLabel(*row.endOfLife));
    if (row.lifecycle.isEmpty())
        return {};
    const QString word = row.lifecycle.toLower();
    return word.left(1).toUpper() + word.mid(1);
}

} // namespace ui
