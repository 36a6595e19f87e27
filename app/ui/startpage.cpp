#include "ui/startpage.h"

#include "ui/icons.h"
#include "ui_startpage.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumnCharacters = 78; // of average width: the column's, at any font size
constexpr int kMostRecentShown = 5;
constexpr int kPathRole = Qt::UserRole;

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent), m_form(std::make_unique<Ui::StartPage>())
{
    m_form->setupUi(this);
    setBackgroundRole(QPalette::Base);
    m_form->newButton->setIcon(icon(u"new-file"_s));
    m_form->openButton->setIcon(icon(u"open"_s));
    m_form->sampleButton->setIcon(icon(u"document"_s));
    m_form->importButton->setIcon(icon(u"import"_s));
    for (QCommandLinkButton *button :
         {m_form->newButton, m_form->openButton, m_form->sampleButton, m_form->importButton})
        button->setAccessibleDescription(button->description());
    connect(m_form->newButton, &QAbstractButton::clicked, this, &StartPage::newRequested);
    connect(m_form->openButton, &QAbstractButton::clicked, this, &StartPage::openRequested);
    connect(m_form->sampleButton, &QAbstractButton::clicked, this, &StartPage::sampleRequested);
    connect(m_form->importButton, &QAbstractButton::clicked, this, &StartPage::importRequested);
    connect(m_form->recentView, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT recentChosen(item->data(kPathRole).toString()); });
    m_form->introLabel->setForegroundRole(QPalette::PlaceholderText);
    sizeTexts();
    setRecent({});
}

StartPage::~StartPage() = default;

void StartPage::sizeTexts()
{
    m_form->column->setFixedWidth(fontMetrics().averageCharWidth() * kColumnCharacters);
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeTexts();
}

void StartPage::setRecent(const QStringList &files)
{
    QListWidget *view = m_form->recentView;
    view->clear();
    for (const QString &file : files.first(std::min<qsizetype>(files.size(), kMostRecentShown))) {
        const QFileInfo info(file);
        auto *item = new QListWidgetItem(icon(u"document"_s),
                                         tr("%1 in %2").arg(info.fileName(), QDir::toNativeSeparators(info.path())));
        item->setData(kPathRole, file);
        view->addItem(item);
    }
    const bool some = view->count() > 0;
    view->setVisible(some);
    m_form->recentLabel->setText(some ? tr("&Recent case files") : tr("No recent case files yet"));
    if (some) {
        const int rows = view->sizeHintForRow(0) * view->count();
        view->setFixedHeight(rows + 2 * view->frameWidth() + 4);
        view->setCurrentRow(0);
    }
}

QWidget *StartPage::first() const
{
    if (m_form->recentView->count() > 0)
        return m_form->recentView;
    return m_form->sampleButton;
}

} // namespace ui
