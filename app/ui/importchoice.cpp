#include "ui/importchoice.h"

#include "ui/words.h"

#include <QFileInfo>

#include <algorithm>

namespace ui {

using session::Desk;
using session::IfDuplicate;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostNamed = 3;
constexpr qsizetype kLongestName = 60; // characters; a worksheet may hold any

/// A few names, the rest as a number.
QString named(const QStringList &companies)
{
    QStringList names;
    for (const QString &company : companies.first(std::min(companies.size(), kMostNamed)))
        names.append(company.size() > kLongestName ? company.first(kLongestName) + u'…' : company);
    if (companies.size() > kMostNamed)
        names.append(ImportChoice::tr("%1 more").arg(companies.size() - kMostNamed));
    return names.join(u", "_s);
}

} // namespace

ImportChoice::ImportChoice(Desk &desk, QWidget *parent) : MessageBar(parent), m_desk(desk)
{
    setObjectName(u"importChoice"_s);
    connect(&m_desk, &Desk::undecidedChanged, this, &ImportChoice::ask);
    connect(&m_desk, &Desk::jobChanged, this, [this](bool running) { setEnabled(!running); });
    connect(this, &MessageBar::dismissed, &m_desk, &Desk::forgetImport);
}

void ImportChoice::ask()
{
    const QStringList companies = m_desk.undecidedCompanies();
    if (companies.isEmpty()) {
        hide();
        return;
    }
    const bool one = companies.size() == 1;
    const QString file = QFileInfo(m_desk.undecidedFile()).fileName();
    QString text = one ? tr("%1 has a case of this company already: %2. Nothing is imported until you choose.")
                       : tr("%1 has cases of these companies already: %2. Nothing is imported until you choose.");
    text = text.arg(file, named(companies));
    if (const auto more = static_cast<qsizetype>(m_desk.undecidedImports()) - 1; more > 0)
        text += u' ' + tr("After this, %1.").arg(counted(more, tr("import waits"), tr("imports wait")));
    show(Kind::Warning, text,
         {{one ? tr("Update the case") : tr("Update the cases"), [this] { m_desk.decideImport(IfDuplicate::Update); }},
          {tr("Add as new"), [this] { m_desk.decideImport(IfDuplicate::AddAsNew); }}});
}

} // namespace ui
