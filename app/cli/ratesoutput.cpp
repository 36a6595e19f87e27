#include "cli/ratesoutput.h"

#include "cli/texttable.h"

#include <algorithm>

namespace cli {

using catalogue::RateChange;
using json::Writer;
using Kind = RateChange::Kind;
using namespace Qt::StringLiterals;

namespace {

/// The changes of one kind as a table under its count; nothing when there are none.
QString section(const PriceReport &report, Kind kind, const QString &title)
{
    const qint64 count = report.count(kind);
    if (count == 0)
        return {};
    TextTable table({title, u"Region"_s, u"Rate"_s, u"Old"_s, u"New"_s, u"Change"_s, u"Note"_s});
    for (const RateChange &change : report.changes) {
        if (change.kind == kind)
            table.addRow(
                {change.what, change.region, change.detail, change.before, change.after, change.percent, change.why});
    }
    return table.toString() + u'\n';
}

QString refusals(const ReadPrices &file)
{
    if (file.refused.empty())
        return {};
    TextTable table({u"Not understood"_s, u"SKU"_s, u"Region"_s, u"Price"_s, u"Why"_s});
    for (const catalogue::OfferRefusal &row : file.refused)
        table.addRow({row.usageType, row.sku, row.region, row.price, row.reason});
    return table.toString() + u'\n';
}

QLatin1StringView kindKey(Kind kind)
{
    switch (kind) {
    case Kind::Added: return "added"_L1;
    case Kind::Changed: return "changed"_L1;
    case Kind::Unchanged: return "unchanged"_L1;
    case Kind::Kept: break;
    }
    return "kept"_L1;
}

void writeFile(Writer &out, const ReadPrices &file)
{
    out.beginObject()
        .member("file"_L1, file.file)
        .member("what"_L1, file.what)
        .member("rows"_L1, file.rows)
        .member("duplicates"_L1, file.duplicates);
    out.key("notUnderstood"_L1).beginArray();
    for (const catalogue::OfferRefusal &row : file.refused)
        out.beginObject()
            .member("sku"_L1, row.sku)
            .member("usageType"_L1, row.usageType)
            .member("region"_L1, row.region)
            .member("price"_L1, row.price)
            .member("reason"_L1, row.reason)
            .endObject();
    out.endArray().endObject();
}

} // namespace

qint64 PriceReport::count(Kind kind) const
{
    return std::count_if(changes.begin(), changes.end(),
                         [kind](const RateChange &change) { return change.kind == kind; });
}

void writeChange(Writer &out, const RateChange &change)
{
    out.beginObject()
        .member("what"_L1, change.what)
        .member("region"_L1, change.region)
        .member("rate"_L1, change.detail);
    for (const auto &[key, value] : {std::pair{"old"_L1, change.before}, std::pair{"new"_L1, change.after},
                                     std::pair{"percent"_L1, change.percent}}) {
        if (value.isEmpty())
            out.key(key).null();
        else
            out.member(key, value);
    }
    if (!change.why.isEmpty())
        out.member("note"_L1, change.why);
    out.endObject();
}

QByteArray priceTable(const PriceReport &report)
{
    QString text;
    for (const ReadPrices &file : report.files)
        text += file.file + u": "_s + file.what
              + (file.rows > 0 ? u", "_s + QString::number(file.rows) + u" products"_s : QString()) + u'\n';
    text += u'\n';
    text += section(report, Kind::Changed, u"Changed"_s);
    text += section(report, Kind::Added, u"Added"_s);
    text += section(report, Kind::Kept, u"Kept"_s);
    if (report.all)
        text += section(report, Kind::Unchanged, u"Unchanged"_s);
    qint64 refused = 0;
    qint64 duplicates = 0;
    for (const ReadPrices &file : report.files) {
        text += refusals(file);
        refused += static_cast<qint64>(file.refused.size());
        duplicates += file.duplicates;
    }
    text += QString::number(report.count(Kind::Added)) + u" added, "_s + QString::number(report.count(Kind::Changed))
          + u" changed, "_s + QString::number(report.count(Kind::Unchanged)) + u" unchanged, "_s
          + QString::number(report.count(Kind::Kept)) + u" kept, "_s + QString::number(refused) + u" not understood, "_s
          + QString::number(duplicates) + u" repeated\n"_s;
    return (text + report.outcome + (report.outcome.isEmpty() ? QString() : u"\n"_s)).toUtf8();
}

QByteArray priceJson(const PriceReport &report, const QString &format)
{
    Writer out;
    out.beginObject().member("format"_L1, format).member("version"_L1, 1);
    out.key("files"_L1).beginArray();
    for (const ReadPrices &file : report.files)
        writeFile(out, file);
    out.endArray();
    for (const Kind kind : {Kind::Added, Kind::Changed, Kind::Unchanged, Kind::Kept}) {
        out.key(kindKey(kind)).beginArray();
        for (const RateChange &change : report.changes) {
            if (change.kind == kind)
                writeChange(out, change);
        }
        out.endArray();
    }
    out.member("outcome"_L1, report.outcome).endObject();
    return out.take();
}

} // namespace cli
