#include "records/factwords.h"

#include "records/english.h"

#include <QRegularExpression>

#include <vector>

namespace records {

using namespace Qt::StringLiterals;

namespace {

struct Clause {
    QString text;
    QChar end; ///< the sign after it; null at the text's end
};

/// Splits at `signs` that a space or the text's end follows.
std::vector<Clause> clausesOf(const QString &text, QStringView signs)
{
    std::vector<Clause> clauses;
    qsizetype start = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!signs.contains(text[at]) || (at + 1 < text.size() && text[at + 1] != u' '))
            continue;
        clauses.push_back({text.mid(start, at - start).trimmed(), text[at]});
        start = at + 1;
    }
    const QString rest = text.mid(start).trimmed();
    if (!rest.isEmpty())
        clauses.push_back({rest, QChar()});
    std::erase_if(clauses, [](const Clause &clause) { return clause.text.isEmpty(); });
    return clauses;
}

/// The clauses in one text again, ending with a stop.
QString joined(const std::vector<Clause> &clauses)
{
    QString text;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        text += clauses[i].text;
        if (i + 1 < clauses.size())
            text += QString(clauses[i].end.isNull() ? u';' : clauses[i].end) + u' ';
    }
    return withStop(capitalized(text));
}

const QRegularExpression &longDatePattern()
{
    static const QRegularExpression kDate(
        u"\\b(January|February|March|April|May|June|July|August|September|October|November|December) "
        "(\\d{1,2}), (\\d{4})\\b"_s);
    return kDate;
}

std::optional<QDate> dateIn(const QString &text)
{
    static const QStringList kMonths =
        u"January February March April May June July August September October November December"_s.split(u' ');
    const QRegularExpressionMatch match = longDatePattern().match(text);
    if (!match.hasMatch())
        return {};
    const QDate date(match.captured(3).toInt(), static_cast<int>(kMonths.indexOf(match.captured(1))) + 1,
                     match.captured(2).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

bool isDecision(const QString &clause)
{
    static const QRegularExpression kDecision(
        u"\\b(decides?|decided|decision|signs? off|sign-off|approves?|approval|go/no-go)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return kDecision.match(clause).hasMatch();
}

/// "the head of support decides on March 31, 2027" -> "the head of support"; otherwise the clause as it is.
QString deciderOf(const QString &clause)
{
    static const QRegularExpression kActive(u"^(.{2,}?) (?:will )?(?:decides?|signs? off|approves?)\\b(.*)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kOnlyDate(u"^(?: on| by| until|,)?\\s*$"_s);
    const QRegularExpressionMatch match = kActive.match(clause);
    if (!match.hasMatch())
        return clause;
    QString rest = match.captured(2);
    rest.remove(longDatePattern());
    return kOnlyDate.match(rest).hasMatch() ? match.captured(1) : clause;
}

QString withoutUsersOf(const QString &clause)
{
    static const QRegularExpression kUsers(u"^(?:the )?(?:end )?users (?:of|at|in|from) "_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString text = clause;
    return text.remove(kUsers);
}

} // namespace

Audience audienceOf(const QString &users)
{
    static const QRegularExpression kFirst(
        u"^(.+?),? (?:at first|initially|to begin with|before (?:the )?(?:launch|go-live)|"
        "(?:in|during) the (?:proof of concept|pilot|POC))$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kAfter(
        u"^(?:then |later )?(.+?),? (?:(?:after|from|at|since) (?:the )?(?:launch|go-live|release|rollout)|"
        "in production|later)( on)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    Audience audience;
    for (const Clause &clause : clausesOf(plain(users), u",;.")) {
        if (const auto match = kFirst.match(clause.text); match.hasMatch())
            audience.atFirst = midSentence(withoutUsersOf(match.captured(1)));
        else if (const auto after = kAfter.match(clause.text); after.hasMatch())
            audience.afterLaunch = midSentence(after.captured(1));
    }
    return audience;
}

Evaluation evaluationOf(const QString &text)
{
    Evaluation evaluation;
    std::vector<Clause> method;
    for (const Clause &clause : clausesOf(plain(text), u";.")) {
        if (!isDecision(clause.text)) {
            method.push_back(clause);
            continue;
        }
        const QString decider = deciderOf(clause.text);
        evaluation.decider += (evaluation.decider.isEmpty() ? QString() : u"; "_s) + decider;
        if (!evaluation.decidedOn)
            evaluation.decidedOn = dateIn(clause.text);
    }
    evaluation.method = joined(method);
    return evaluation;
}

Scope scopeOf(const QString &text)
{
    std::vector<Clause> in;
    std::vector<Clause> out;
    // "no more than 60 users" limits what is in; it leaves nothing out.
    static const QRegularExpression kNo(u"^no (?!(?:more|fewer|less|later|earlier|longer) )"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    for (Clause clause : clausesOf(plain(text), u";.")) {
        if (kNo.match(clause.text).hasMatch()) {
            clause.text.remove(kNo);
            if (!out.empty() && out.back().end == u'.')
                clause.text = capitalized(clause.text);
            out.push_back(clause);
        } else {
            in.push_back(clause);
        }
    }
    return {joined(in), joined(out)};
}

QString qualityBar(const QString &successMetric)
{
    // From "with at least ..." (or most, more, fewer) to the comma or stop after it, less the circumstances.
    static const QRegularExpression kBar(
        u"\\bwith (?:at least|at most|more than|fewer than|less than|no more than) (?:\\.\\d|,\\d|[^,;.])+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kCircumstance(u" (?:in|during|by|at|over|within) (?:the|a|an|each|every)\\b.*$"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kBar.match(plain(successMetric));
    if (!match.hasMatch())
        return {};
    QString bar = match.captured(0);
    return bar.remove(kCircumstance).trimmed();
}

} // namespace records
