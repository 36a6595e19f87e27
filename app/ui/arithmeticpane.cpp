#include "ui/arithmeticpane.h"

#include "ui/icons.h"
#include "ui/rowpainting.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QTableWidget *rowTable(QWidget *parent)
{
    auto *table = new QTableWidget(0, 2, parent);
    table->setObjectName(u"arithmeticRows"_s);
    table->setAccessibleName(ArithmeticPane::tr("Quantities"));
    table->horizontalHeader()->hide();
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

} // namespace

ArithmeticPane::ArithmeticPane(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"arithmeticPane"_s);
    setAccessibleName(tr("Arithmetic"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_title = textLabel(u"arithmeticTitle"_s, content);
    m_title->setProperty("heading", true); // its size is the style's
    m_caption = textLabel(u"arithmeticCaption"_s, content);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_formula = textLabel(u"arithmeticFormula"_s, content);
    m_rows = rowTable(content);
    m_source = textLabel(u"arithmeticSource"_s, content);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_copy = new QPushButton(icon(u"copy"_s), tr("Copy"), content);
    m_copy->setObjectName(u"arithmeticCopyButton"_s);
    connect(m_copy, &QPushButton::clicked, this, &ArithmeticPane::copy);
    // Rows get their height when the width is known, which may be later.
    connect(m_rows->verticalHeader(), &QHeaderView::sectionResized, this, &ArithmeticPane::fitHeight);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_caption, m_formula, m_rows, m_source})
        column->addWidget(part);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch(1);
    setWidget(content);
    setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    fill();
}

void ArithmeticPane::showFigure(const Figure &figure)
{
    m_figure = figure;
    fill();
    verticalScrollBar()->setValue(0);
}

void ArithmeticPane::setCase(const session::CaseViewPointer &view)
{
    m_case = view;
    fill();
}

void ArithmeticPane::fill()
{
    const Arithmetic arithmetic = m_case && m_figure ? arithmeticOf(*m_figure, *m_case) : Arithmetic{};
    const bool some = !arithmetic.title.isEmpty();
    m_title->setText(some ? arithmetic.title : tr("No figure chosen"));
    m_caption->setText(some ? arithmetic.caption : tr("Choose a figure to see how it comes about."));
    m_formula->setText(arithmetic.formula);
    m_source->setText(arithmetic.source);
    m_rows->setRowCount(static_cast<int>(arithmetic.rows.size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const ArithmeticRow &shown = arithmetic.rows[static_cast<std::size_t>(row)];
        auto *label = new QTableWidgetItem(shown.label);
        auto *value = new QTableWidgetItem(shown.value);
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (QTableWidgetItem *item : {label, value})
            item->setFont(shown.sum ? strongFont(m_rows->font()) : m_rows->font());
        m_rows->setItem(row, 0, label);
        m_rows->setItem(row, 1, value);
    }
    m_rows->resizeRowsToContents();
    fitHeight();
    m_caption->setVisible(!m_caption->text().isEmpty());
    m_formula->setVisible(!arithmetic.formula.isEmpty());
    m_rows->setVisible(!arithmetic.rows.empty());
    m_source->setVisible(some);
    m_copy->setVisible(some);
}

/// As high as its rows are: it is the pane that scrolls.
void ArithmeticPane::fitHeight()
{
    m_rows->setFixedHeight(m_rows->verticalHeader()->length() + 2 * m_rows->frameWidth() + 4);
}

void ArithmeticPane::copy() const
{
    QStringList text{m_title->text(), m_caption->text(), m_formula->text()};
    for (int row = 0; row < m_rows->rowCount(); ++row)
        text.append(m_rows->item(row, 0)->text() + u'\t' + m_rows->item(row, 1)->text());
    text.append(m_source->text());
    text.removeAll(QString());
    QGuiApplication::clipboard()->setText(text.join(u'\n'));
}

void ArithmeticPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace ui
