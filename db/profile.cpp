#include "db/profile.h"

#include "db/casefile.h"
#include "db/casetraces.h"
#include "db/migrator.h"
#include "db/statements.h"
#include "db/timestamp.h"

namespace db {

using domain::PartnerProfile;
using domain::Unexpected;
using Kind = ports::StoreError::Kind;
using namespace Qt::StringLiterals;

namespace {

const QString kProfileColumns = u"saved_at, name, address, first_color, second_color, paper, currency, channel, logo"_s;
const QString kInsertProfile =
    u"INSERT OR REPLACE INTO partner_profile (id, "_s + kProfileColumns + u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
const QString kInsertParagraph =
    u"INSERT INTO standard_paragraph (place, version, saved_at, text) VALUES (?, ?, ?, ?)"_s;

ports::StoreResult<PartnerProfile> read(Connection &connection)
{
    PartnerProfile profile;
    auto rows = connection.run(u"SELECT "_s + kProfileColumns + u" FROM partner_profile"_s);
    if (!rows)
        return Unexpected(rows.error());
    if (rows->next()) {
        profile.name = rows->text(1);
        profile.address = rows->text(2);
        profile.firstColor = rows->text(3);
        profile.secondColor = rows->text(4);
        if (!domain::readProfilePaper(rows->text(5), profile.paper))
            return Unexpected(error(Kind::Corrupt, u"partner_profile.paper"_s));
        profile.currency = rows->text(6);
        profile.channel = rows->text(7);
        profile.logo = rows->bytes(8);
    }
    if (const Step done = rows->failure(); !done)
        return Unexpected(done.error());
    auto texts = connection.run(u"SELECT place, max(version), text FROM standard_paragraph GROUP BY place"_s);
    if (!texts)
        return Unexpected(texts.error());
    while (texts->next()) {
        domain::StandardParagraph paragraph;
        if (!domain::readParagraphPlace(texts->text(0), paragraph.place))
            return Unexpected(error(Kind::Corrupt, u"standard_paragraph.place"_s));
        paragraph.version = static_cast<int>(texts->integer(1));
        paragraph.text = texts->text(2);
        profile.paragraphs.append(paragraph);
    }
    if (const Step done = texts->failure(); !done)
        return Unexpected(done.error());
    return profile;
}

Step writeParagraphs(Connection &connection, const PartnerProfile &before, const PartnerProfile &after,
                     const QString &savedAt)
{
    for (const domain::ParagraphPlace place : domain::kParagraphPlaces) {
        const domain::StandardParagraph *last = before.paragraph(place);
        const domain::StandardParagraph *next = after.paragraph(place);
        const QString text = next ? next->text : QString();
        if (text == (last ? last->text : QString()))
            continue;
        if (Step written = execute(connection, kInsertParagraph,
                                   {domain::paragraphPlaceWord(place), (last ? last->version : 0) + 1, savedAt, text});
            !written)
            return written;
    }
    return {};
}

Step write(Connection &connection, const PartnerProfile &profile, const QString &savedAt)
{
    const auto before = read(connection);
    if (!before)
        return Unexpected(before.error());
    if (Step written = execute(connection, kInsertProfile,
                               {1, savedAt, profile.name, profile.address, profile.firstColor, profile.secondColor,
                                domain::profilePaperWord(profile.paper), profile.currency, profile.channel,
                                profile.logo.isEmpty() ? QVariant() : QVariant(profile.logo)});
        !written)
        return written;
    return writeParagraphs(connection, *before, profile, savedAt);
}

/// Without the checks of the whole file, where it is of today's version: two small tables are read of it.
ports::StoreResult<std::unique_ptr<Connection>> openToLook(const QString &path)
{
    auto file = identify(path, {Access::Read, {}});
    if (!file)
        return Unexpected(file.error());
    const auto version = versionOf(*file->connection);
    if (!version)
        return Unexpected(version.error());
    if (*version == newestVersion())
        return std::move(file->connection);
    return openCaseFile(path, {Access::Read, {}});
}

} // namespace

ports::StoreResult<PartnerProfile> ProfilesOnDisk::load(const QString &caseFile)
{
    const auto connection = openToLook(caseFile);
    if (!connection)
        return Unexpected(connection.error());
    const ReadTransaction moment(**connection);
    if (!moment.begun())
        return Unexpected(moment.begun().error());
    return read(**connection);
}

ports::StoreResult<PartnerProfile> ProfilesOnDisk::save(const QString &caseFile, const PartnerProfile &profile,
                                                        const QDateTime &now)
{
    const auto connection = openCaseFile(caseFile, {Access::Write, {}});
    if (!connection)
        return Unexpected(connection.error());
    if (const Step begun = (*connection)->execute("BEGIN IMMEDIATE"); !begun)
        return Unexpected(begun.error());
    if (const Step written = write(**connection, profile, timestampOf(now)); !written)
        return Unexpected(written.error()); // ends with the connection
    auto saved = read(**connection);
    if (!saved)
        return saved;
    if (const Step committed = (*connection)->execute("COMMIT"); !committed)
        return Unexpected(committed.error());
    return saved;
}

ports::StoreResult<std::vector<ports::ParagraphVersion>> ProfilesOnDisk::paragraphs(const QString &caseFile)
{
    const auto connection = openCaseFile(caseFile, {Access::Read, {}});
    if (!connection)
        return Unexpected(connection.error());
    auto rows = (*connection)
                    ->run(u"SELECT place, version, saved_at, text FROM standard_paragraph"
                          u" ORDER BY place, version DESC"_s);
    if (!rows)
        return Unexpected(rows.error());
    std::vector<ports::ParagraphVersion> versions;
    while (rows->next()) {
        ports::ParagraphVersion version;
        if (!domain::readParagraphPlace(rows->text(0), version.place))
            return Unexpected(error(Kind::Corrupt, u"standard_paragraph.place"_s));
        version.version = static_cast<int>(rows->integer(1));
        version.savedAt = momentOf(rows->text(2));
        version.text = rows->text(3);
        versions.push_back(version);
    }
    if (const Step done = rows->failure(); !done)
        return Unexpected(done.error());
    return versions;
}

Step copyProfile(Connection &from, Connection &to)
{
    const auto there =
        to.number(u"SELECT (SELECT count(*) FROM partner_profile) + (SELECT count(*) FROM standard_paragraph)"_s);
    if (!there)
        return Unexpected(there.error());
    if (*there > 0)
        return {};
    if (Step copied =
            copyRows(from, u"SELECT "_s + kProfileColumns + u" FROM partner_profile"_s, {}, to, kInsertProfile, {1});
        !copied)
        return copied;
    return copyRows(from, u"SELECT place, version, saved_at, text FROM standard_paragraph"_s, {}, to, kInsertParagraph,
                    {});
}

} // namespace db
