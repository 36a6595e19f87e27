#include "records/title.h"

#include "records/companyname.h"
#include "records/english.h"

namespace records {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLeastUseCase = 20; // a use case of less says nothing; from here on the company gives way

QString joined(const QString &company, const QString &useCase, const QString &phase)
{
    QString text = company;
    if (!useCase.isEmpty())
        text += u": "_s + useCase;
    if (!phase.isEmpty())
        text += (useCase.isEmpty() ? u": "_s : u", "_s) + phase;
    return text;
}

bool fits(const QString &title)
{
    return codePoints(title) <= kTitleLength;
}

QString shortPhase(const QString &phase)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> kShort[] = {
        {"production"_L1, "prod"_L1}, {"proof of concept"_L1, "POC"_L1}, {"evaluation"_L1, "eval"_L1}};
    for (const auto &[full, brief] : kShort) {
        if (phase.compare(full, Qt::CaseInsensitive) == 0)
            return brief;
    }
    constexpr qsizetype kMost = 14;
    QString shorter = phase;
    while (codePoints(shorter) > kMost && shorter.contains(u' '))
        shorter = withoutLastWord(shorter);
    return leftCodePoints(shorter, kMost);
}

QString numbered(const QString &phase, int ordinal)
{
    if (ordinal < 2)
        return phase;
    return (phase.isEmpty() ? QString() : QString(phase + u' ')) + QString::number(ordinal);
}

/// All titles, then fewer with "and n more", then the first alone.
QStringList useCaseForms(const QStringList &titles)
{
    if (titles.isEmpty())
        return {u"AWS platform"_s};
    QStringList forms{listed(titles)};
    for (qsizetype count = titles.size() - 1; count > 0; --count)
        forms.append(titles.mid(0, count).join(u", "_s) + u" and "_s + QString::number(titles.size() - count)
                     + u" more"_s);
    if (titles.size() > 1)
        forms.append(titles.front());
    return forms;
}

/// `text` in at most `most` signs: whole words when one fits, else cut with an ellipsis.
QString shortened(const QString &text, qsizetype most)
{
    if (codePoints(text) <= most)
        return text;
    QString shorter = text;
    while (!shorter.isEmpty() && codePoints(shorter) > most)
        shorter = withoutLastWord(shorter);
    return shorter.isEmpty() ? QString(leftCodePoints(text, most - 1) + u'\u2026') : shorter;
}

} // namespace

Title composeTitle(const TitleParts &parts)
{
    const QStringList companies = withoutGeneralWords(withoutLegalForm(plain(parts.company)));
    const QStringList useCases = useCaseForms(parts.useCases);
    const QStringList phases{numbered(parts.phase, parts.ordinal), numbered(shortPhase(parts.phase), parts.ordinal)};
    for (qsizetype i = 0; i < useCases.size(); ++i) {
        for (const QString &company : companies) {
            for (const QString &phase : phases) {
                const QString title = joined(company, useCases[i], phase);
                if (fits(title))
                    return {title, i > 0};
            }
        }
    }
    const QString phase = phases.back();
    const qsizetype frame = codePoints(joined(u""_s, u"x"_s, phase)) - 1; // all but company and use case
    const qsizetype room = kTitleLength - frame;
    const QString &useCase = useCases.back();
    const qsizetype leastUseCase = std::min(codePoints(useCase), kLeastUseCase);
    const QString company = shortened(companies.back(), room - leastUseCase);
    return {joined(company, shortened(useCase, room - codePoints(company)), phase), true};
}

Title fittedTitle(const QString &given, int ordinal)
{
    const QString number = ordinal < 2 ? QString() : QString(u' ' + QString::number(ordinal));
    const QString text = plain(given);
    const QString fitted = shortened(text, kTitleLength - number.size());
    return {fitted + number, fitted != text};
}

} // namespace records
