#include "documents/hand.h"

#include "documents/casesections.h"
#include "documents/formats.h"
#include "documents/logo.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace documents {

using domain::ParagraphPlace;
using domain::PartnerProfile;
using domain::Severity;

namespace {

constexpr int kLongestName = 80;
constexpr int kLongestAddress = 200;
constexpr int kLongestCurrency = 12;
constexpr int kLongestParagraph = 1000;
constexpr qreal kTextContrast = 4.5;
constexpr qreal kFillContrast = 3.0;
constexpr int kGreyApart = 20;
const QString kDollars = u"US dollars"_s;

/// Relative luminance, 0 to 1, as WCAG 2.1 defines it.
qreal luminance(QRgb color)
{
    const auto linear = [](int part) {
        const qreal value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

/// As a black-and-white printer lays it down: 0 black, 100 white.
int greyOf(QRgb color)
{
    return int(std::lround((0.299 * qRed(color) + 0.587 * qGreen(color) + 0.114 * qBlue(color)) * 100 / 255));
}

std::optional<QRgb> colorOf(const QString &text)
{
    static const QRegularExpression kForm(u"^#[0-9a-fA-F]{6}$"_s);
    if (!kForm.match(text).hasMatch())
        return std::nullopt;
    return QColor(text).rgb();
}

class Checks {
public:
    explicit Checks(const PartnerProfile &profile) : m_profile(profile)
    {
        length(u"name"_s, u"The name"_s, profile.name, kLongestName);
        length(u"address"_s, u"The address"_s, profile.address, kLongestAddress);
        length(u"currency"_s, u"The name of the currency"_s, profile.currency, kLongestCurrency);
        if (!profile.currency.isEmpty() && !namesUsDollars(profile.currency))
            add(u"profile-currency"_s, u"currency"_s,
                u"Every amount is in US dollars, and \"%1\" would call it something else."_s.arg(profile.currency),
                u"Write USD, US$ or US dollars in your own language."_s);
        if (!profile.logo.isEmpty()) {
            if (const auto logo = Logo::read(profile.logo); !logo)
                add(u"profile-logo"_s, u"logo"_s, u"The logo cannot be used: "_s + logo.error() + u'.',
                    u"Take a PNG, or an SVG that is made of shapes only."_s);
        }
        if (!profile.channel.isEmpty() && !QStringList{u"api"_s, u"bulk"_s, u"console"_s}.contains(profile.channel))
            add(u"profile-channel"_s, u"channel"_s, u"\"%1\" is no channel."_s.arg(profile.channel),
                u"Take api, bulk or console."_s);
        colors();
        for (const domain::StandardParagraph &paragraph : profile.paragraphs)
            placeholders(paragraph);
    }
    domain::Findings take() { return std::move(m_findings); }

private:
    void add(const QString &rule, const QString &field, const QString &message, const QString &fix)
    {
        m_findings.push_back({rule, Severity::Error, field, message, fix});
    }
    void length(const QString &field, const QString &what, const QString &text, int limit)
    {
        if (text.size() > limit)
            add(u"profile-too-long"_s, field,
                u"%1 has %2 characters, and there is room for %3."_s.arg(what).arg(text.size()).arg(limit),
                u"Shorten it."_s);
    }
    std::optional<QRgb> color(const QString &field, const QString &text, QRgb otherwise, qreal least)
    {
        if (text.isEmpty())
            return otherwise;
        const auto color = colorOf(text);
        if (!color) {
            add(u"profile-color"_s, field, u"\"%1\" is no color."_s.arg(text), u"Write it as #1f3a5f."_s);
            return std::nullopt;
        }
        const qreal contrast = contrastOnWhite(*color);
        if (std::round(contrast * 10) / 10 < least)
            add(u"profile-contrast"_s, field,
                u"%1 has a contrast of %2 to 1 on white, and %3 to 1 is needed to be read."_s.arg(text)
                    .arg(contrast, 0, 'f', 1)
                    .arg(least, 0, 'f', 1),
                u"Take a darker color."_s);
        return color;
    }
    void colors()
    {
        const auto first = color(u"firstColor"_s, m_profile.firstColor, color::kNavy, kTextContrast);
        const auto second = color(u"secondColor"_s, m_profile.secondColor, color::kOchre, kFillContrast);
        if (first && second && std::abs(greyOf(*first) - greyOf(*second)) < kGreyApart)
            add(u"profile-grey"_s, u"secondColor"_s,
                u"Both colors are nearly the same grey on a black-and-white printer."_s,
                u"Take a lighter second color or a darker first one."_s);
    }
    void placeholders(const domain::StandardParagraph &paragraph)
    {
        const QString field = u"paragraphs/"_s + paragraphPlaceWord(paragraph.place);
        length(field, u"The standard paragraph"_s, paragraph.text, kLongestParagraph);
        for (const QString &name : domain::placeholdersIn(paragraph.text)) {
            if (!placeholderNames().contains(name))
                add(u"profile-placeholder"_s, field, u"Nothing is known that {%1} could stand for."_s.arg(name),
                    u"Known are {%1}. For a brace write two."_s.arg(placeholderNames().join(u"}, {"_s)));
        }
        if (hasLoneBrace(paragraph.text))
            add(u"profile-placeholder"_s, field, u"A brace is opened and not closed, or closed and not opened."_s,
                u"Write placeholders as {company}. For a brace write two."_s);
    }
    /// "USD", "US$", "US-Dollar", "dollars US": a name is wording, another currency would be a false figure.
    static bool namesUsDollars(const QString &name)
    {
        static const QRegularExpression kCode(u"\\bUSD\\b|\\bUS ?\\$|^\\$$"_s);
        static const QRegularExpression kCountry(u"\\bUSA?\\b"_s);
        return name.contains(kCode) || (name.contains(kCountry) && name.contains(u"dollar"_s, Qt::CaseInsensitive));
    }
    static bool hasLoneBrace(QString text)
    {
        static const QRegularExpression kWhole(u"\\{\\{|\\}\\}|\\{[^{}]*\\}"_s);
        text.remove(kWhole);
        return text.contains(u'{') || text.contains(u'}');
    }

    const PartnerProfile &m_profile;
    domain::Findings m_findings;
};

/// The name that the documents give the firm.
QString firmOf(const PartnerProfile &profile, const CaseInput &input)
{
    return profile.name.isEmpty() ? input.worksheet.partner.name : profile.name;
}

QList<domain::PlaceholderValue> valuesOf(const PartnerProfile &profile, const CaseInput &input)
{
    QStringList programs;
    for (const funding::Pool &pool : input.plan.pools)
        programs.append(programmeName(input, pool.programme));
    return {{u"company"_s, input.worksheet.company.name},    {u"website"_s, input.worksheet.company.website},
            {u"partner"_s, firmOf(profile, input)},          {u"programs"_s, listed(programs)},
            {u"total"_s, textDollars(totalAsk(input.plan))}, {u"date"_s, longDate(input.asOf)}};
}

void renameCurrency(Brief &brief, const QString &currency)
{
    const auto rename = [&currency](QString &text) { text.replace(kDollars, currency); };
    for (Section &section : brief.sections) {
        rename(section.subline);
        for (Block &block : section.blocks) {
            if (auto *table = std::get_if<Table>(&block)) {
                for (Column &column : table->columns)
                    rename(column.head);
            } else if (auto *line = std::get_if<AskLine>(&block)) {
                for (AskTerm &term : line->terms)
                    rename(term.label);
            }
        }
    }
}

void addParagraph(Brief &brief, const QString &text, const QString &firm)
{
    for (Section &section : brief.sections) {
        if (section.kind != SectionKind::Partner)
            continue;
        for (Block &block : section.blocks) {
            if (auto *list = std::get_if<LabelledList>(&block)) {
                list->rows.push_back({u"About"_s, Text::ofField(text, u"profile/paragraphs/brief"_s)});
                return;
            }
        }
    }
    Section own = section(firm.isEmpty() ? u"From the partner"_s : QString(u"From "_s + firm), {});
    own.blocks.push_back(Paragraphs{{Text(text)}});
    brief.sections.push_back(std::move(own));
}

} // namespace

QStringList placeholderNames()
{
    return {u"company"_s, u"website"_s, u"partner"_s, u"programs"_s, u"total"_s, u"date"_s};
}

domain::Findings checkProfile(const PartnerProfile &profile)
{
    return Checks(profile).take();
}

qreal contrastOnWhite(QRgb color)
{
    return 1.05 / (luminance(color) + 0.05);
}

std::optional<ParagraphPlace> paragraphPlaceOf(CaseDocument kind)
{
    switch (kind) {
    case CaseDocument::FounderSheet: return ParagraphPlace::Founder;
    case CaseDocument::PocPlan: return ParagraphPlace::Plan;
    case CaseDocument::StackSummary:
    case CaseDocument::CallSummary: break;
    }
    return std::nullopt;
}

void applyProfile(Brief &brief, const PartnerProfile &profile, std::optional<ParagraphPlace> place,
                  const CaseInput &input)
{
    if (profile.isEmpty())
        return;
    if (!profile.name.isEmpty())
        brief.properties.author = profile.name;
    if (profile.paper != domain::ProfilePaper::ByCountry)
        brief.paper = profile.paper == domain::ProfilePaper::A4 ? Paper::A4 : Paper::Letter;
    brief.hand.name = profile.name;
    QStringList lines = profile.address.split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    brief.hand.address = lines.join(u" \u00b7 "_s);
    if (!profile.logo.isEmpty()) {
        if (auto logo = Logo::read(profile.logo))
            brief.hand.logo = *std::move(logo);
    }
    brief.hand.palette.first = colorOf(profile.firstColor).value_or(color::kNavy);
    brief.hand.palette.second = colorOf(profile.secondColor).value_or(color::kOchre);
    if (!profile.currency.isEmpty())
        renameCurrency(brief, profile.currency);
    if (!place)
        return;
    const domain::StandardParagraph *paragraph = profile.paragraph(*place);
    if (paragraph && !paragraph->text.trimmed().isEmpty())
        addParagraph(brief, domain::withPlaceholders(paragraph->text.trimmed(), valuesOf(profile, input)),
                     firmOf(profile, input));
}

} // namespace documents
