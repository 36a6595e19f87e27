#include "ui/profiledialog.h"

#include "documents/composer.h"
#include "documents/hand.h"
#include "documents/logo.h"
#include "documents/text.h"
#include "ui/documentnames.h"
#include "ui_profiledialog.h"

#include <QAction>
#include <QColorDialog>
#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QUndoCommand>

#include <utility>

namespace ui {

using domain::ParagraphPlace;
using domain::PartnerProfile;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMilliseconds = 100;
constexpr qint64 kMostLogoBytes = 1024 * 1024; // the logo's own, smaller limit says more

} // namespace

/// From one profile to another; typing on in one field is one step.
class ProfileDialog::Edit : public QUndoCommand {
public:
    Edit(ProfileDialog &dialog, QString field, PartnerProfile before, PartnerProfile after)
        : m_dialog(dialog), m_field(std::move(field)), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_dialog.setProfile(m_before); }
    void redo() override { m_dialog.setProfile(m_after); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const Edit *>(next);
        if (edit->m_field.isEmpty() || edit->m_field != m_field)
            return false;
        m_after = edit->m_after;
        return true;
    }

private:
    ProfileDialog &m_dialog;
    QString m_field; ///< empty: never one step with another
    PartnerProfile m_before;
    PartnerProfile m_after;
};

ProfileDialog::ProfileDialog(const PartnerProfile &profile, session::CaseViewPointer view, session::ShippedData shipped,
                             QWidget *parent)
    : QDialog(parent),
      m_form(std::make_unique<Ui::ProfileDialog>()),
      m_saved(profile),
      m_profile(profile),
      m_view(std::move(view)),
      m_shipped(std::move(shipped))
{
    m_form->setupUi(this);
    m_chooseLogo = [this] {
        return QFileDialog::getOpenFileName(this, tr("Choose a logo"), {}, tr("Logos (*.png *.svg)"));
    };
    const int line = fontMetrics().height();
    m_form->profileAddress->setMaximumHeight(line * 4);
    m_form->profilePreview->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    resize(fontMetrics().averageCharWidth() * 140, line * 44);
    fillChoices();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &ProfileDialog::showPages);
    connectFields();
    showProfile();
    showPages();
}

ProfileDialog::~ProfileDialog()
{
    m_form->profilePreview->setPages(nullptr, {}); // they belong to the typesetter that goes
}

void ProfileDialog::fillChoices()
{
    m_form->profilePaper->addItems({tr("By country: Letter in the US, else A4"), tr("US Letter"), tr("A4")});
    for (const auto &[name, word] : {std::pair{tr("None preferred"), u""_s}, std::pair{tr("API"), u"api"_s},
                                     std::pair{tr("Bulk CSV"), u"bulk"_s}, std::pair{tr("Console form"), u"console"_s}})
        m_form->profileChannel->addItem(name, word);
    m_form->profilePlace->addItems({tr("Briefs"), tr("Founder's sheet"), tr("Plan of the proof of concept")});
    m_form->profileDocument->setEnabled(m_view != nullptr);
    if (!m_view)
        return;
    for (const drafting::NamedDocument &document : session::documentsOf(*m_view, *m_shipped))
        m_form->profileDocument->addItem(documentName(*m_view, document));
}

void ProfileDialog::bindLine(QLineEdit *line, QString PartnerProfile::*field)
{
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, [this, line, field](const QString &text) {
        change(line->objectName(), [&](PartnerProfile &profile) { profile.*field = text.trimmed(); });
    });
}

void ProfileDialog::pickColor(QLineEdit *line)
{
    const QColor color = QColorDialog::getColor(QColor(line->text()), this, tr("Choose a color"));
    if (!color.isValid())
        return;
    line->setText(color.name());
    Q_EMIT line->textEdited(color.name());
}

void ProfileDialog::connectFields()
{
    bindLine(m_form->profileName, &PartnerProfile::name);
    bindLine(m_form->profileFirstColor, &PartnerProfile::firstColor);
    bindLine(m_form->profileSecondColor, &PartnerProfile::secondColor);
    bindLine(m_form->profileCurrency, &PartnerProfile::currency);
    for (QPlainTextEdit *text : {m_form->profileAddress, m_form->profileParagraph}) {
        text->setUndoRedoEnabled(false); // one undo for the whole dialog
        text->installEventFilter(this);
    }
    connect(m_form->profileAddress, &QPlainTextEdit::textChanged, this, [this] {
        change(u"address"_s, [this](PartnerProfile &p) { p.address = m_form->profileAddress->toPlainText(); });
    });
    connect(m_form->profileParagraph, &QPlainTextEdit::textChanged, this, [this] {
        change(u"paragraph"_s + QString::number(m_form->profilePlace->currentIndex()),
               [this](PartnerProfile &p) { p.setParagraph(place(), m_form->profileParagraph->toPlainText()); });
    });
    connect(m_form->profilePaper, &QComboBox::activated, this, [this](int index) {
        change({}, [index](PartnerProfile &p) { p.paper = static_cast<domain::ProfilePaper>(index); });
    });
    connect(m_form->profileChannel, &QComboBox::activated, this, [this] {
        change({}, [this](PartnerProfile &p) { p.channel = m_form->profileChannel->currentData().toString(); });
    });
    connect(m_form->profilePlace, &QComboBox::currentIndexChanged, this, &ProfileDialog::showProfile);
    connect(m_form->profileFirstColorButton, &QToolButton::clicked, this,
            [this] { pickColor(m_form->profileFirstColor); });
    connect(m_form->profileSecondColorButton, &QToolButton::clicked, this,
            [this] { pickColor(m_form->profileSecondColor); });
    connect(m_form->profileLogoButton, &QPushButton::clicked, this, &ProfileDialog::takeLogo);
    connect(m_form->profileNoLogoButton, &QPushButton::clicked, this,
            [this] { change({}, [](PartnerProfile &p) { p.logo.clear(); }); });
    connect(m_form->profileDocument, &QComboBox::currentIndexChanged, this, &ProfileDialog::showPages);
    connect(m_form->profileSaveButton, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested(m_profile);
        accept();
    });
    connect(m_form->profileCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    QAction *undo = m_undo.createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = m_undo.createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    m_form->profileUndoButton->setDefaultAction(undo);
    m_form->profileRedoButton->setDefaultAction(redo);
    addActions({undo, redo});
}

void ProfileDialog::takeLogo()
{
    const QString path = m_chooseLogo();
    if (path.isEmpty())
        return;
    QFile file(path);
    m_logoProblem.clear();
    if (!file.open(QIODevice::ReadOnly)) {
        m_logoProblem = tr("The logo cannot be read: %1.").arg(file.errorString());
    } else {
        const QByteArray bytes = file.read(kMostLogoBytes);
        // What cannot be taken is told, and the logo that is there stays.
        if (const auto logo = documents::Logo::read(bytes); !logo)
            m_logoProblem = tr("The logo cannot be used: %1.").arg(logo.error());
        else
            change({}, [&bytes](PartnerProfile &profile) { profile.logo = bytes; });
    }
    showProblems();
}

ParagraphPlace ProfileDialog::place() const
{
    return domain::kParagraphPlaces[static_cast<std::size_t>(std::max(m_form->profilePlace->currentIndex(), 0))];
}

void ProfileDialog::change(const QString &field, const std::function<void(PartnerProfile &)> &edit)
{
    if (m_showing)
        return;
    PartnerProfile after = m_profile;
    edit(after);
    if (after != m_profile)
        m_undo.push(new Edit(*this, field, m_profile, std::move(after)));
}

void ProfileDialog::setProfile(const PartnerProfile &profile)
{
    if (profile.logo != m_profile.logo)
        m_logoProblem.clear();
    m_profile = profile;
    showProfile();
    m_rest.start();
}

void ProfileDialog::showProfile()
{
    m_showing = true;
    const auto show = [](QLineEdit *line, const QString &text) {
        if (line->text().trimmed() != text) // the caret stays where it is typed
            line->setText(text);
    };
    show(m_form->profileName, m_profile.name);
    show(m_form->profileFirstColor, m_profile.firstColor);
    show(m_form->profileSecondColor, m_profile.secondColor);
    show(m_form->profileCurrency, m_profile.currency);
    if (m_form->profileAddress->toPlainText() != m_profile.address)
        m_form->profileAddress->setPlainText(m_profile.address);
    m_form->profilePaper->setCurrentIndex(static_cast<int>(m_profile.paper));
    m_form->profileChannel->setCurrentIndex(m_form->profileChannel->findData(m_profile.channel));
    m_form->profileNoLogoButton->setEnabled(!m_profile.logo.isEmpty());
    const auto logo = documents::Logo::read(m_profile.logo);
    m_form->profileLogoState->setText(m_profile.logo.isEmpty() ? tr("None")
                                      : !logo                  ? tr("Damaged")
                                      : (*logo)->isSvg()       ? tr("SVG")
                                                               : tr("PNG"));
    showParagraph();
    m_showing = false;
    showProblems();
}

void ProfileDialog::showParagraph()
{
    const domain::StandardParagraph *paragraph = m_profile.paragraph(place());
    const domain::StandardParagraph *saved = m_saved.paragraph(place());
    const QString text = paragraph ? paragraph->text : QString();
    if (m_form->profileParagraph->toPlainText() != text)
        m_form->profileParagraph->setPlainText(text);
    const int version = saved ? saved->version : 0;
    const QString known = tr("Known are {%1}.").arg(documents::placeholderNames().join(u"}, {"_s));
    m_form->profileParagraphHint->setText(text == (saved ? saved->text : QString())
                                              ? (version == 0 ? known : tr("Version %1. %2").arg(version).arg(known))
                                              : tr("Becomes version %1. %2").arg(version + 1).arg(known));
}

void ProfileDialog::showProblems()
{
    const domain::Findings findings = documents::checkProfile(m_profile);
    const QString paragraph = u"paragraphs/"_s + domain::paragraphPlaceWord(place());
    QString elsewhere;
    const auto show = [&](QLabel *label, QWidget *input, const QString &field, const QString &more = {}) {
        QStringList texts;
        for (const domain::Finding &finding : findings) {
            if (finding.field == field)
                texts.append(finding.message + u' ' + finding.fix);
        }
        if (!more.isEmpty())
            texts.append(more);
        label->setText(texts.join(u'\n'));
        label->setVisible(!texts.isEmpty());
        input->setAccessibleDescription(label->text());
    };
    for (const domain::Finding &finding : findings) {
        if (finding.field.startsWith(u"paragraphs/"_s) && finding.field != paragraph)
            elsewhere = tr("Another standard paragraph: %1").arg(finding.message);
    }
    show(m_form->profileNameError, m_form->profileName, u"name"_s);
    show(m_form->profileAddressError, m_form->profileAddress, u"address"_s);
    show(m_form->profileLogoError, m_form->profileLogoButton, u"logo"_s, m_logoProblem);
    show(m_form->profileFirstColorError, m_form->profileFirstColor, u"firstColor"_s);
    show(m_form->profileSecondColorError, m_form->profileSecondColor, u"secondColor"_s);
    show(m_form->profileCurrencyError, m_form->profileCurrency, u"currency"_s);
    show(m_form->profileParagraphError, m_form->profileParagraph, paragraph, elsewhere);
    m_form->profileSaveButton->setEnabled(findings.empty());
}

void ProfileDialog::showPages()
{
    m_rest.stop();
    m_form->profilePreview->setPages(nullptr, {});
    const int index = m_form->profileDocument->currentIndex();
    if (!m_view || index < 0)
        return;
    session::CaseView view = *m_view;
    view.identity.profile = std::make_shared<const PartnerProfile>(m_profile);
    const std::vector<drafting::NamedDocument> documents = session::documentsOf(view, *m_shipped);
    const documents::Brief &brief = documents.at(static_cast<std::size_t>(index)).brief;
    m_form->profilePreview->setPages(std::make_shared<const documents::Pages>(documents::compose(brief, m_type)),
                                     documents::toText(brief));
}

bool ProfileDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        // The dialog's undo, not the line's own.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo)) {
            m_undo.undo();
            return true;
        }
        if (key->matches(QKeySequence::Redo)) {
            m_undo.redo();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
