#include "cli/fundingoutput.h"

#include "cli/texttable.h"
#include "domain/oneline.h"

namespace cli {

using catalogue::Programme;
using catalogue::Programmes;
using domain::oneLine;
using drafting::FundingView;
using funding::ProgrammeOutlook;
using json::Writer;
using namespace Qt::StringLiterals;

namespace {

QString verdictWord(funding::Verdict verdict)
{
    switch (verdict) {
    case funding::Verdict::Yes: return u"yes"_s;
    case funding::Verdict::NotYet: return u"not-yet"_s;
    case funding::Verdict::No: break;
    }
    return u"no"_s;
}

QString levelWord(funding::DemandLevel level)
{
    switch (level) {
    case funding::DemandLevel::Low: return u"low"_s;
    case funding::DemandLevel::Stated: return u"stated"_s;
    case funding::DemandLevel::High: break;
    }
    return u"high"_s;
}

void writeMonth(Writer &out, QLatin1StringView key, std::optional<int> month)
{
    out.key(key);
    if (month)
        out.integer(*month);
    else
        out.null();
}

void writeCard(Writer &out, const ProgrammeOutlook &card, const Programme &programme)
{
    out.beginObject()
        .member("id"_L1, card.programme)
        .member("name"_L1, programme.name)
        .member("verdict"_L1, verdictWord(card.verdict))
        .member("eligible"_L1, card.eligible)
        .strings("reasons"_L1, card.reasons);
    out.key("changes"_L1).beginArray();
    for (const funding::Change &change : card.changes)
        out.beginObject().member("what"_L1, change.what).member("field"_L1, change.field).endObject();
    out.endArray()
        .member("amount"_L1, funding::amountRange(programme))
        .member("speed"_L1, programme.speed)
        .member("howFiled"_L1, programme.howFiled)
        .strings("pools"_L1, card.poolIds)
        .member("rawAsk"_L1, card.rawAsk.toString())
        .member("ask"_L1, card.ask.toString())
        .member("suggested"_L1, card.suggested)
        .endObject();
}

void writePath(Writer &out, const catalogue::FounderPath &path)
{
    out.beginObject()
        .member("id"_L1, path.id)
        .member("title"_L1, path.title)
        .strings("steps"_L1, path.steps)
        .member("source"_L1, path.source)
        .member("asOf"_L1, path.asOf)
        .endObject();
}

void writeEnvelope(Writer &out, const funding::Envelope &envelope)
{
    out.key("envelope"_L1).beginObject().member("hasRange"_L1, envelope.hasRange).key("demand"_L1).beginArray();
    for (const funding::DemandRow &row : envelope.demand) {
        out.beginObject()
            .member("level"_L1, levelWord(row.level))
            .member("spend"_L1, row.spend.toString())
            .member("credits"_L1, row.credits.toString())
            .member("customer"_L1, row.customer.toString())
            .member("notEligible"_L1, row.notEligible.toString())
            .member("forfeited"_L1, row.forfeited.toString());
        writeMonth(out, "creditsEndInMonth"_L1, row.creditsEnd);
        out.endObject();
    }
    out.endArray().key("asks"_L1).beginArray();
    for (const funding::AskAdvice &advice : envelope.asks) {
        out.beginObject()
            .member("pool"_L1, advice.poolId)
            .member("ask"_L1, advice.ask.toString())
            .member("unusedAtLow"_L1, advice.unusedAtLow.toString())
            .member("uncoveredAtHigh"_L1, advice.uncoveredAtHigh.toString())
            .member("bestAsk"_L1, advice.bestAsk.toString())
            .member("bestLoss"_L1, advice.bestLoss.toString())
            .member("reasoning"_L1, advice.reasoning)
            .endObject();
    }
    out.endArray().endObject();
}

/// Half sentences as sentences.
QString sentences(QStringList reasons)
{
    for (QString &reason : reasons)
        reason = reason.left(1).toUpper() + reason.mid(1);
    return oneLine(reasons.join(u' '));
}

QString changesOf(const ProgrammeOutlook &card)
{
    QStringList changes;
    for (const funding::Change &change : card.changes)
        changes.append(change.what);
    return changes.join(u' ');
}

} // namespace

void writeFundingView(Writer &out, const FundingView &view, const Programmes &programmes)
{
    out.key("programmes"_L1).beginArray();
    for (const ProgrammeOutlook &card : view.outlook.programmes)
        writeCard(out, card, *programmes.find(card.programme));
    out.endArray().key("paths"_L1).beginArray();
    for (const catalogue::FounderPath &path : view.outlook.paths)
        writePath(out, path);
    out.endArray().key("suggestedPools"_L1).beginArray();
    for (const domain::PoolRequest &request : view.outlook.suggested)
        out.beginObject()
            .member("id"_L1, request.id)
            .member("programme"_L1, request.programme)
            .strings("useCases"_L1, request.useCases)
            .endObject();
    out.endArray();
    writeEnvelope(out, view.envelope);
}

QString fundingViewTable(const FundingView &view, const Programmes &programmes)
{
    TextTable cards({u"Program"_s, u"Open"_s, u"Amount"_s, u"In the stack"_s, u"Ask"_s});
    for (const ProgrammeOutlook &card : view.outlook.programmes) {
        const Programme &programme = *programmes.find(card.programme);
        cards.addRow({programme.shortName, funding::verdictName(card.verdict), funding::amountRange(programme),
                      card.poolIds.isEmpty() ? (card.suggested ? u"suggested"_s : u"-"_s) : card.poolIds.join(u", "_s),
                      card.ask.toString()});
    }
    QString text = cards.toString();
    for (const ProgrammeOutlook &card : view.outlook.programmes) {
        const QString name = programmes.find(card.programme)->shortName;
        if (!card.reasons.isEmpty())
            text += name + u": "_s + sentences(card.reasons) + u'\n';
        if (!card.changes.empty())
            text += name + u" would change: "_s + oneLine(changesOf(card)) + u'\n';
    }
    for (const catalogue::FounderPath &path : view.outlook.paths) {
        text += u'\n' + path.title + u" (no record needed)\n"_s;
        for (qsizetype step = 0; step < path.steps.size(); ++step)
            text += u"  "_s + QString::number(step + 1) + u". "_s + path.steps.at(step) + u'\n';
    }
    TextTable demand({u"Demand, US dollars"_s, u"Spend"_s, u"Credits pay"_s, u"Customer pays"_s, u"Not eligible"_s,
                      u"Expires unused"_s});
    for (const funding::DemandRow &row : view.envelope.demand) {
        if (!view.envelope.hasRange && row.level != funding::DemandLevel::Stated)
            continue;
        demand.addRow({levelWord(row.level), row.spend.toString(), row.credits.toString(), row.customer.toString(),
                       row.notEligible.toString(), row.forfeited.toString()});
    }
    text += u'\n' + demand.toString();
    for (const funding::AskAdvice &advice : view.envelope.asks)
        text += advice.poolId + u": "_s + advice.reasoning + u'\n';
    return text;
}

} // namespace cli
