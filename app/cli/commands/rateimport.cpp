#include "cli/commands/ratesactions.h"
#include "cli/ratesoutput.h"
#include "domain/oneline.h"
#include "messages/messages.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace cli {

using catalogue::ImportedOffer;
using catalogue::OwnRates;
using catalogue::RateBook;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

/// Tells a person at a terminal how far a large file has got.
class Progress {
public:
    explicit Progress(qint64 total) : m_total(total), m_shown(total > kWorthTelling && isatty(STDERR_FILENO) != 0) {}
    ~Progress()
    {
        if (m_shown)
            std::fputs("\r             \r", stderr);
    }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    bool tell(qint64 read)
    {
        if (m_shown && read * 100 / m_total != m_percent) {
            m_percent = read * 100 / m_total;
            std::fprintf(stderr, "\rreading %3d %%", static_cast<int>(m_percent));
        }
        return true;
    }

private:
    static constexpr qint64 kWorthTelling = 8 * 1024 * 1024;
    qint64 m_total;
    qint64 m_percent = -1;
    bool m_shown;
};

/// A name on the command line as a stream of bytes.
Step openInput(const QString &file, QFile &in)
{
    if (file != u"-" && QFileInfo(file).isDir())
        return Unexpected(Failure{file, {}, u"is a folder, not a file"_s});
    in.setFileName(file);
    const bool opened = file == u"-" ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly);
    if (!opened)
        return Unexpected(Failure{file, {}, u"could not be opened: "_s + in.errorString()});
    return {};
}

Outcome<ImportedOffer> readOfferFile(const QString &file, const RateBook &book, const catalogue::OfferMap &map)
{
    QFile in;
    if (const Step opened = openInput(file, in); !opened)
        return Unexpected(opened.error());
    Progress progress(in.size());
    const auto source = [&in](char *buffer, qsizetype most) { return static_cast<qsizetype>(in.read(buffer, most)); };
    auto offer = catalogue::importOffer(source, book, map, [&progress](qint64 read) { return progress.tell(read); });
    if (in.error() != QFileDevice::NoError)
        return Unexpected(Failure{file, {}, u"could not be read: "_s + in.errorString()});
    if (!offer)
        return Unexpected(fromInput(file, offer.error()));
    return *std::move(offer);
}

ReadPrices described(const QString &file, const ImportedOffer &offer)
{
    return {file,
            offer.head.offer + u", version "_s + offer.head.version + u", published "_s
                + offer.head.published.toString(Qt::ISODate),
            offer.products, offer.duplicates, offer.refused};
}

/// Several files as one: of two that price the same thing the one published later holds, then the one named later.
OwnRates together(std::vector<ImportedOffer> &offers, const RateBook &shipped)
{
    std::stable_sort(offers.begin(), offers.end(), [](const ImportedOffer &a, const ImportedOffer &b) {
        return a.head.published < b.head.published;
    });
    OwnRates all;
    for (ImportedOffer &offer : offers)
        all = catalogue::merged(std::move(all), std::move(offer.found), shipped);
    return all;
}

struct ReadFiles {
    PriceReport report;
    OwnRates found;
};

Outcome<ReadFiles> readFiles(const QStringList &files, const RateBook &current, const RateBook &shipped)
{
    const auto map = drafting::shippedOfferMap();
    if (!map)
        return Unexpected(fromInput(u"shipped data"_s, map.error()));
    ReadFiles all;
    std::vector<ImportedOffer> offers;
    for (const QString &file : files) {
        auto offer = readOfferFile(file, current, *map);
        if (!offer)
            return Unexpected(offer.error());
        all.report.files.push_back(described(file, *offer));
        offers.push_back(*std::move(offer));
    }
    all.found = together(offers, shipped);
    return all;
}

Outcome<ExitStatus> printReport(const PriceReport &report, const Arguments &arguments, const QString &format,
                                ExitStatus status)
{
    const Step printed =
        print(arguments.value(u"format"_s) == u"json" ? priceJson(report, format) : priceTable(report));
    return printed ? Outcome<ExitStatus>(status) : Outcome<ExitStatus>(Unexpected(printed.error()));
}

Step writeFound(const QString &file, const OwnRates &found, const RateBook &shipped)
{
    const auto written =
        drafting::changeOwnRates(file, [&](OwnRates &own) { own = catalogue::merged(std::move(own), found, shipped); });
    if (!written)
        return Unexpected(fromOwnRates(file, written.error()));
    return {};
}

/// Whether the file is one of this program's own, by its first bytes.
bool isOwnFormat(const QString &file)
{
    QFile in(file);
    return file != u"-" && in.open(QIODevice::ReadOnly) && in.peek(256).contains("\"briefstack-");
}

Outcome<PriceReport> diffOfBook(const QString &file, const drafting::Shipped &data, const RateBook &shipped)
{
    const auto bytes = readFile(file, 64 * 1024 * 1024);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto book = drafting::readBook(*bytes, shipped);
    if (!book)
        return Unexpected(fromInput(file, book.error()));
    PriceReport report;
    report.files.push_back({file, u"rate book "_s + book->id + u" of "_s + book->asOf.toString(Qt::ISODate), 0, 0, {}});
    report.changes = catalogue::bookChanges(data.rates, *book);
    return report;
}

} // namespace

QString ownRatesFileOf(const Arguments &arguments)
{
    const QString into = arguments.value(u"into"_s);
    return into.isEmpty() ? drafting::ownRatesFile() : into;
}

Failure fromOwnRates(const QString &file, const drafting::OwnRatesFailure &failure)
{
    switch (failure.kind) {
    case drafting::OwnRatesFailure::Kind::Content: {
        Failure content = fromInput(file, failure.input);
        content.message += u"; nothing was changed"_s;
        return content;
    }
    case drafting::OwnRatesFailure::Kind::Busy:
        return {file, {}, u"another program is changing it; try again in a moment"_s};
    case drafting::OwnRatesFailure::Kind::NotWritable: break;
    }
    return {file, {}, u"could not be written: "_s + failure.reason + u"; nothing was changed"_s};
}

Outcome<ExitStatus> importRates(const Arguments &arguments)
{
    const QStringList files = arguments.files().sliced(1);
    if (files.isEmpty())
        return Unexpected(usage(u"missing the price files to import"_s));
    const auto shipped = drafting::shippedData();
    if (!shipped)
        return Unexpected(fromInput(u"shipped data"_s, shipped.error()));
    const QString into = ownRatesFileOf(arguments);
    const auto own = drafting::loadOwnRates(into);
    if (!own)
        return Unexpected(fromInput(into, own.error()));
    const RateBook current = catalogue::withOwnRates(shipped->rates, *own);
    auto read = readFiles(files, current, shipped->rates);
    if (!read)
        return Unexpected(read.error());
    PriceReport &report = read->report;
    report.all = arguments.isSet(u"all"_s);
    report.changes = catalogue::rateChanges(current, *own, read->found);
    if (read->found.isEmpty()) {
        report.outcome = u"Nothing in it prices anything in the book; nothing was written."_s;
    } else if (arguments.isSet(u"dry-run"_s)) {
        report.outcome = u"Nothing was written (--dry-run)."_s;
    } else {
        if (const Step written = writeFound(into, read->found, shipped->rates); !written)
            return Unexpected(written.error());
        report.outcome = u"Written to "_s + domain::oneLine(into) + u"."_s;
    }
    return printReport(report, arguments, u"briefstack-rate-import"_s, Done);
}

Outcome<ExitStatus> diffRates(const Arguments &arguments)
{
    const QStringList files = arguments.files().sliced(1);
    if (files.isEmpty())
        return Unexpected(usage(u"missing the file to compare with"_s));
    const auto data = cli::shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const auto shipped = drafting::shippedData();
    if (!shipped)
        return Unexpected(fromInput(u"shipped data"_s, shipped.error()));
    PriceReport report;
    if (files.size() == 1 && isOwnFormat(files.constFirst())) {
        auto ofBook = diffOfBook(files.constFirst(), *data, shipped->rates);
        if (!ofBook)
            return Unexpected(ofBook.error());
        report = *std::move(ofBook);
    } else {
        auto read = readFiles(files, data->rates, shipped->rates);
        if (!read)
            return Unexpected(read.error());
        report = std::move(read->report);
        report.changes = catalogue::rateChanges(data->rates, {}, read->found);
    }
    report.all = arguments.isSet(u"all"_s);
    const bool differs =
        report.count(catalogue::RateChange::Kind::Changed) > 0 || report.count(catalogue::RateChange::Kind::Added) > 0;
    return printReport(report, arguments, u"briefstack-rate-diff"_s, differs ? WithFindings : Done);
}

} // namespace cli
