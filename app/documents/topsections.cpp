// Band, company strip, use case, scope and proof.
#include "documents/formats.h"
#include "documents/sections.h"
#include "domain/defaults.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Money;

namespace documents {

namespace {

const QString kBedrock = u"Amazon Bedrock"_s;

/// Month 1 against today's bill, by what can be told apart.
struct BillChange {
    Money monthOne;
    Money bedrock;   ///< month 1
    Money useCases;  ///< other eligible services of the use cases
    Money footprint; ///< other eligible services of the company
    Money notEligible;
    QStringList notEligibleNames;
};

BillChange monthOne(const projection::Projection &projection)
{
    BillChange change;
    for (const projection::Line &line : projection.lines) {
        const Money amount = line.monthly.empty() ? Money() : line.monthly.front();
        change.monthOne += amount;
        if (!line.creditEligible) {
            change.notEligible += amount;
            const QString name = shortService(line.service);
            if (!amount.isZero() && !change.notEligibleNames.contains(name))
                change.notEligibleNames.append(name);
        } else if (line.service == kBedrock) {
            change.bedrock += amount;
        } else {
            (line.useCase ? change.useCases : change.footprint) += amount;
        }
    }
    return change;
}

bool differsByAQuarter(Money from, Money to)
{
    return qAbs(to.cents() - from.cents()) * 4 > from.cents();
}

/// The differences by line as far as the figures tell; the cause only as the worksheet states it.
Text billReason(const RecordView &view, const BillChange &change, Assumptions &assumptions)
{
    const domain::AwsAccount &aws = view.worksheet.aws;
    QStringList parts;
    bool isDerived = false;
    if (aws.bedrockMonthlySpendUsd) {
        const Money otherToday = *aws.monthlySpendUsd - *aws.bedrockMonthlySpendUsd;
        const Money bedrock = change.bedrock - *aws.bedrockMonthlySpendUsd;
        if (!bedrock.isZero())
            parts.append(u"Bedrock "_s + signedDollars(bedrock));
        const Money others = change.useCases + change.footprint + change.notEligible - otherToday;
        if (change.footprint == otherToday) {
            // What the company runs besides is what it pays today: the rest is new.
            if (!change.useCases.isZero())
                parts.append(u"other services of the "_s
                             + (view.worksheet.useCases.size() == 1 ? u"use case "_s : u"use cases "_s)
                             + signedDollars(change.useCases));
            if (!change.notEligible.isZero())
                parts.append(listed(change.notEligibleNames) + u' ' + signedDollars(change.notEligible));
        } else if (!others.isZero()) {
            parts.append(u"other services "_s + signedDollars(others));
        }
        isDerived = parts.size() > 1;
    }
    QString text = capitalized(parts.join(u", "_s));
    if (isDerived) {
        assumptions.add(assumption::bill(), ItemStatus::Derived,
                        u"Today\u2019s bill is stated as one total with its Bedrock part; the split of the "_s
                            + monthName(view.month(1)) + u" change follows from it.");
        text += assumptions.marker({assumption::bill()});
    }
    if (!text.isEmpty())
        text += u'.';
    const QString cause = withReadableDates(aws.spendChangeReason.simplified());
    if (!cause.isEmpty())
        return Text({{text.isEmpty() ? cause : QString(text + u' ' + cause), false}}, u"aws/spendChangeReason"_s);
    assumptions.add(assumption::billReason(), ItemStatus::Unknown,
                    u"Why "_s + monthName(view.month(1)) + u" differs from today\u2019s bill by more than a quarter.");
    return Text(text + (text.isEmpty() ? u"Reason not stated"_s : u" Reason not stated"_s)
                + assumptions.marker({assumption::billReason()}) + u'.');
}

QString fieldOfParagraph(const RecordView &view, const QString &paragraph)
{
    for (const domain::UseCase *useCase : view.useCases) {
        const QString path = u"useCases/"_s + useCase->id + u'/';
        const std::pair<const QString &, QLatin1String> texts[] = {{useCase->problem, "problem"_L1},
                                                                   {useCase->whyNow, "whyNow"_L1},
                                                                   {useCase->solution, "solution"_L1},
                                                                   {useCase->whyBedrock, "whyBedrock"_L1}};
        for (const auto &[text, key] : texts) {
            if (!text.isEmpty() && paragraph.contains(withReadableDates(text.simplified())))
                return path + key;
        }
    }
    return u"records/"_s + view.record.poolId;
}

/// The path of the use case's own text when it is what stands here, else that of the record.
QString fieldOf(const RecordView &view, const QString &shown, QString domain::UseCase::*text, QLatin1String key)
{
    for (const domain::UseCase *useCase : view.useCases) {
        if (!shown.isEmpty() && !(useCase->*text).isEmpty())
            return u"useCases/"_s + useCase->id + u'/' + key;
    }
    return u"records/"_s + view.record.poolId;
}

/// "Start Jan 4, end Mar 31, go-live Apr 12, 2027."
QString datesOf(const records::Record &record)
{
    std::vector<std::pair<QDate, QString>> dates;
    if (record.startsOn)
        dates.emplace_back(*record.startsOn, u"start"_s);
    if (record.endsOn)
        dates.emplace_back(*record.endsOn, u"end"_s);
    if (record.goLiveOn)
        dates.emplace_back(*record.goLiveOn, u"go-live"_s);
    std::stable_sort(dates.begin(), dates.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList words;
    for (size_t i = 0; i < dates.size(); ++i) {
        const auto &[date, what] = dates[i];
        const bool yearFollows = i + 1 < dates.size() && dates[i + 1].first.year() == date.year();
        words.append(what + u' ' + (yearFollows ? dayAndMonth(date) : shortDate(date)));
    }
    return words.isEmpty() ? QString() : QString(capitalized(words.join(u", "_s)) + u'.');
}

/// "Also tried: Claude Haiku 4.5, Nova Pro."
QString alternativesTried(const RecordView &view)
{
    QStringList names;
    if (!view.isEarmarked() || view.record.evaluation.contains(u"Also tried"))
        return {};
    for (const domain::UseCase *useCase : view.useCases) {
        for (const domain::Workload &workload : useCase->workloads) {
            for (const QString &alternative : workload.alternatives) {
                const catalogue::Model *model = view.input.rates.model(alternative);
                const QString name = model ? shortService(model->name) : alternative;
                if (!names.contains(name))
                    names.append(name);
            }
        }
    }
    return names.isEmpty() ? QString() : QString(u"Also tried: "_s + names.join(u", "_s) + u'.');
}

/// The decision with its date strong.
Text decisionText(const records::Record &record)
{
    const QString said = withReadableDates(record.decision.simplified());
    if (!record.decisionDate)
        return orNotStated(said);
    const QString date = longDate(*record.decisionDate);
    const qsizetype at = said.indexOf(date);
    if (at < 0) {
        Text text({{date, true}});
        text.spans.push_back({said.isEmpty() ? u"."_s : QString(u", " + said), false});
        return text;
    }
    Text text;
    if (at > 0)
        text.spans.push_back({said.left(at), false});
    text.spans.push_back({date, true});
    if (at + date.size() < said.size())
        text.spans.push_back({said.mid(at + date.size()), false});
    return text;
}

} // namespace

Text orNotStated(const QString &text, const QString &field)
{
    const QString clean = withReadableDates(text.trimmed());
    return clean.isEmpty() ? Text(u"Not stated"_s) : Text::ofField(clean, field);
}

QString windowOf(const RecordView &view, const funding::Pool &pool)
{
    const int first = std::min(pool.firstSizedMonth(), view.projection.months);
    const int last = std::max(pool.lastMonth, first);
    return monthRange(view.month(first), view.month(last), u" \u2013 "_s);
}

QString askShareOf(const RecordView &view, Money ask)
{
    const QString share = percent(ask, view.firstYear());
    if (share.isEmpty())
        return {};
    const QString span = view.firstYearMonths() == 12 ? u"first-year spend"_s
                                                      : QString(numberWord(view.firstYearMonths()) + u"-month spend");
    const bool isWhole = view.firstYearMonths() == view.projection.months; // then the table of payers prints it
    return u"Ask: "_s + share + u" of " + span + u" of "
         + (isWhole ? QString(u'$' + grouped(view.roundedPayers.total)) : textDollars(view.firstYear()));
}

Band bandOf(const RecordView &view)
{
    Band band;
    band.program = view.programme.name.isEmpty() ? view.record.programme : view.programme.name;
    band.title = view.record.title;
    band.ask = textDollars(view.pool.ask);
    band.askNote = askShareOf(view, view.pool.ask);
    const QString account = view.record.accountId;
    band.facts = {
        {u"Window"_s, windowOf(view, view.pool)},
        {u"Account"_s, orNotStated(accountId(account))},
        {u"Region"_s, orNotStated(regionName(view.record.region))},
        {u"Engagement"_s, orNotStated(view.record.engagementType)},
        {u"Record"_s, QString(QString::number(view.record.number) + u" of " + QString::number(view.record.of))}};
    return band;
}

Strip stripOf(const RecordView &view, Assumptions &assumptions)
{
    const domain::Company &company = view.worksheet.company;
    Strip strip;
    strip.name = company.name;
    strip.url = company.website;
    strip.description = company.description;
    const bool isUs = company.country.isEmpty() || company.country == u"US";
    QStringList place;
    for (const QString &part : {company.city, company.state, isUs ? QString() : countryName(company.country)}) {
        if (!part.isEmpty() && !place.contains(part))
            place.append(part);
    }
    strip.company = {
        {u"City"_s, orNotStated(place.join(u", "_s))},
        {u"Headcount"_s, company.headcount ? Text(grouped(*company.headcount)) : orNotStated({})},
        {u"Founded"_s, company.foundedYear ? Text(QString::number(*company.foundedYear)) : orNotStated({})},
        {u"Stage"_s, company.stage ? Text(stageName(*company.stage)) : orNotStated({})}};
    if (company.lastRound) {
        QStringList round;
        if (company.lastRound->amountUsd)
            round.append(shortDollars(*company.lastRound->amountUsd));
        if (company.lastRound->closedOn)
            round.append(shortDate(*company.lastRound->closedOn));
        if (round.isEmpty() && !company.lastRound->name.isEmpty())
            round.append(company.lastRound->name);
        strip.company.push_back({u"Last round"_s, orNotStated(round.join(u", "_s))});
        if (!company.lastRound->leadInvestor.isEmpty())
            strip.company.push_back({u"Lead investor"_s, company.lastRound->leadInvestor});
    } else if (company.institutionallyFunded.value_or(false)) {
        strip.company.push_back({u"Last round"_s, orNotStated({})});
    }

    const domain::AwsAccount &aws = view.worksheet.aws;
    const BillChange change = monthOne(view.projection);
    strip.bill = {
        {u"AWS bill today"_s, aws.monthlySpendUsd ? Text(textDollars(*aws.monthlySpendUsd)) : orNotStated({})}};
    if (aws.bedrockMonthlySpendUsd)
        strip.bill.push_back({u"of it Bedrock"_s, textDollars(*aws.bedrockMonthlySpendUsd)});
    strip.bill.push_back({u"Month 1, "_s + monthAndYearShort(view.month(1)),
                          QString(u'$' + grouped(view.asPrinted(change.monthOne, 1, 0, view.payers.size())))});
    if (aws.monthlySpendUsd) {
        const QString percentage = percentChange(*aws.monthlySpendUsd, change.monthOne);
        if (!percentage.isEmpty())
            strip.bill.push_back({u"Change"_s, percentage});
        if (differsByAQuarter(*aws.monthlySpendUsd, change.monthOne))
            strip.reason = billReason(view, change, assumptions);
    }
    return strip;
}

Section useCaseSection(const RecordView &view, domain::Findings &findings)
{
    constexpr qsizetype kMostWords = 130;
    Section section;
    section.kind = SectionKind::UseCase;
    section.head = u"Use case"_s;
    Paragraphs paragraphs;
    qsizetype words = 0;
    qsizetype longest = 0;
    QString longestField;
    for (const QString &paragraph : view.record.useCaseParagraphs) {
        const QString text = withReadableDates(paragraph);
        if (text.trimmed().isEmpty())
            continue;
        const QString field = fieldOfParagraph(view, text);
        const qsizetype count = text.simplified().count(u' ') + 1;
        words += count;
        if (count > longest) {
            longest = count;
            longestField = field;
        }
        paragraphs.paragraphs.push_back(Text::ofField(text, field));
    }
    if (paragraphs.paragraphs.empty())
        paragraphs.paragraphs.push_back(orNotStated({}));
    if (words > kMostWords)
        findings.push_back(
            {u"brief-use-case-long"_s, domain::Severity::Advice, longestField,
             u"The use case of %1 has %2 words; a reviewer expects 80 to 130."_s.arg(view.programme.name).arg(words),
             u"Shorten this text, the longest of them, by about %1 words."_s.arg(
                 std::min(words - kMostWords, longest))});
    section.blocks.push_back(std::move(paragraphs));
    return section;
}

Section scopeSection(const RecordView &view, Assumptions &assumptions)
{
    const records::Record &record = view.record;
    Section section;
    section.kind = SectionKind::Scope;
    section.head = u"Scope and proof"_s;
    LabelledList list;
    const auto add = [&list](const QString &label, Text text) { list.rows.push_back({label, std::move(text)}); };
    add(u"In"_s, orNotStated(record.inScope, fieldOf(view, record.inScope, &domain::UseCase::scope, "scope"_L1)));
    add(u"Out"_s, orNotStated(record.outOfScope,
                              fieldOf(view, record.outOfScope, &domain::UseCase::outOfScope, "outOfScope"_L1)));
    QString metric = record.metric;
    if (!view.isEarmarked() && !metric.isEmpty() && metric.contains(u"with ")) {
        // A quality bar is stated for the proof of concept; that production keeps it is an assumption.
        assumptions.add(assumption::metric(), ItemStatus::Assumed,
                        u"The quality bar of the proof of concept also holds in production."_s);
        metric = withoutStop(metric) + assumptions.marker({assumption::metric()}) + u'.';
    }
    add(u"Metric"_s,
        orNotStated(metric, fieldOf(view, record.metric, &domain::UseCase::successMetric, "successMetric"_L1)));
    add(u"Baseline"_s,
        orNotStated(record.baseline, fieldOf(view, record.baseline, &domain::UseCase::baseline, "baseline"_L1)));
    if (!record.target.isEmpty())
        add(u"Target"_s, orNotStated(record.target));
    const QString evaluation = QString(record.evaluation.trimmed() + u' ' + alternativesTried(view)).trimmed();
    add(u"Evaluation"_s,
        orNotStated(evaluation, fieldOf(view, record.evaluation, &domain::UseCase::evaluation, "evaluation"_L1)));
    add(u"Decision"_s, decisionText(record));
    add(u"Dates"_s, orNotStated(datesOf(record)));
    section.blocks.push_back(std::move(list));
    return section;
}

} // namespace documents
