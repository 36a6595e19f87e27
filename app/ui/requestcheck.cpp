#include "ui/requestcheck.h"

#include "drafting/updatecheck.h"
#include "messages/messages.h"
#include "review/ace/preflight.h"
#include "ui/elidinglabel.h"
#include "ui/findingspane.h"
#include "ui/icons.h"
#include "ui/words.h"
#include "json/json.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString operationLabel(review::Operation operation)
{
    switch (operation) {
    case review::Operation::Create: break;
    case review::Operation::Update: return RequestCheck::tr("Update");
    case review::Operation::Submit: return RequestCheck::tr("Submission");
    }
    return RequestCheck::tr("Creation");
}

} // namespace

bool looksLikeRequest(const QByteArray &bytes)
{
    const auto value = json::parse(bytes);
    if (!value || value->kind != json::Kind::Object || value->find(u"format"_s))
        return false;
    static const QStringList kKeys{u"Catalog"_s, u"Customer"_s,   u"Project"_s,      u"LifeCycle"_s,
                                   u"Origin"_s,  u"Identifier"_s, u"AwsSubmission"_s};
    return std::ranges::any_of(kKeys, [&value](const QString &key) { return value->find(key) != nullptr; });
}

RequestCheck::RequestCheck(session::Desk &desk, QDate today, QWidget *parent)
    : QWidget(parent, Qt::Window), m_desk(desk), m_today(today)
{
    setObjectName(u"requestCheck"_s);
    build();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 30);
    connect(m_operation, &QComboBox::currentIndexChanged, this, &RequestCheck::check);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &RequestCheck::check);
    connect(m_default, &QPushButton::clicked, this, &RequestCheck::makeDefault);
    connect(&m_desk, &session::Desk::profileChanged, this, &RequestCheck::check);
    connect(new QShortcut(QKeySequence::Cancel, this), &QShortcut::activated, this, &QWidget::close);
    connect(m_again, &QPushButton::clicked, this, &RequestCheck::read);
}

RequestCheck::~RequestCheck() = default;

void RequestCheck::build()
{
    m_name = new ElidingLabel(this);
    m_name->setObjectName(u"requestName"_s);
    m_operation = new QComboBox(this);
    m_operation->setObjectName(u"requestOperation"_s);
    m_operation->addItem(tr("By its keys"));
    for (const auto operation : {review::Operation::Create, review::Operation::Update, review::Operation::Submit})
        m_operation->addItem(operationLabel(operation), static_cast<int>(operation));
    m_channel = new QComboBox(this);
    m_channel->setObjectName(u"requestChannel"_s);
    for (const QString &channel : drafting::aceChannels())
        m_channel->addItem(channelLabel(channel), channel);
    m_channel->setCurrentIndex(m_channel->findData(drafting::channelOf(m_desk.profile().get())));
    m_default = new QPushButton(tr("Make &default"), this);
    m_default->setObjectName(u"requestDefault"_s);
    m_default->setToolTip(tr("Begin with this channel from now on, here and where a record is marked filed"));
    m_again = new QPushButton(icon(u"reload"_s), tr("Read &again"), this);
    m_again->setObjectName(u"requestAgain"_s);
    m_again->setShortcut(QKeySequence(u"F5"_s));
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"requestSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_list = new FindingsPane(this);
    m_list->setObjectName(u"requestFindings"_s);

    auto *operation = new QLabel(tr("&Request"), this);
    operation->setBuddy(m_operation);
    auto *channel = new QLabel(tr("C&hannel"), this);
    channel->setBuddy(m_channel);
    auto *choices = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{operation, m_operation, channel, m_channel, m_default})
        choices->addWidget(widget);
    choices->addStretch(1);
    choices->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_name);
    layout->addLayout(choices);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
}

void RequestCheck::showFile(const QString &path)
{
    m_path = path;
    m_name->setText(path);
    setWindowTitle(tr("Check of %1").arg(QFileInfo(path).fileName()));
    m_again->setEnabled(true);
    read();
}

void RequestCheck::showRequest(const QString &title, const QByteArray &bytes)
{
    m_path.clear();
    m_name->setText(title);
    setWindowTitle(tr("Check of %1").arg(title));
    m_again->setEnabled(false);
    m_bytes = bytes;
    check();
}

void RequestCheck::read()
{
    if (m_path.isEmpty())
        return;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_bytes.clear();
        m_list->setFindings({});
        say(tr("The file cannot be read: %1").arg(file.errorString()));
        return;
    }
    m_bytes = file.read(kLongestRequest + 1);
    check();
}

QString RequestCheck::channel() const
{
    return m_channel->currentData().toString();
}

void RequestCheck::say(const QString &summary)
{
    m_summary->setText(summary);
    m_list->setAccessibleDescription(summary);
}

void RequestCheck::check()
{
    m_default->setEnabled(m_desk.profile() && !m_desk.isReadOnly()
                          && channel() != drafting::channelOf(m_desk.profile().get()));
    m_findings.clear();
    const auto request = json::parse(m_bytes);
    const auto pack = drafting::aceRulesOf(*m_desk.shipped(), channel());
    if (!pack || m_bytes.size() > kLongestRequest || !request) {
        m_list->setFindings({});
        say(!pack                              ? messages::sentence(pack.error())
            : m_bytes.size() > kLongestRequest ? tr("The file is larger than any request.")
                                               : tr("This is no JSON: %1").arg(messages::sentence(request.error())));
        return;
    }
    const QVariant chosen = m_operation->currentData();
    const review::Operation operation =
        chosen.isValid() ? static_cast<review::Operation>(chosen.toInt()) : review::operationOf(*request);
    m_findings = review::preflight(*request, *pack, operation, m_today);
    const QString against = operation == review::Operation::Update ? checkAgainstFiled() : QString();
    m_findings = review::sorted(std::move(m_findings));
    m_list->setFindings(m_findings);
    const auto count = [this](domain::Severity severity) {
        return std::ranges::count(m_findings, severity, &domain::Finding::severity);
    };
    const auto must = count(domain::Severity::Error);
    const auto weak = count(domain::Severity::Warning);
    const QString what = tr("%1, %2%3: ").arg(operationLabel(operation), channelLabel(channel()), against);
    say(what
        + (must > 0 ? tr("%1 would be refused, %2 weak.")
                          .arg(counted(must, tr("value"), tr("values")), QString::number(weak))
                    : tr("AWS would take it; %1 weak.").arg(weak)));
}

/// An update of an opportunity that the open file has: what is locked may not be another than it was filed.
QString RequestCheck::checkAgainstFiled()
{
    if (!m_desk.store())
        return {};
    const auto filed = drafting::filedOpportunity(*m_desk.store(), m_bytes);
    if (!filed)
        return tr(", the open case file cannot be read");
    if (!*filed)
        return {};
    const domain::Findings more = drafting::updateFindings(m_desk.shipped()->filingRules, **filed, m_bytes);
    m_findings.insert(m_findings.end(), more.begin(), more.end());
    return tr(", against what was filed of %1 (%2)").arg((*filed)->company, statusLabel((*filed)->status));
}

void RequestCheck::makeDefault()
{
    const session::ProfilePointer profile = m_desk.profile();
    if (!profile)
        return;
    domain::PartnerProfile preferring = *profile;
    preferring.channel = channel();
    m_desk.setProfile(preferring);
}

} // namespace ui
