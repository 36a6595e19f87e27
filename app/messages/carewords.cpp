#include "messages/carewords.h"

#include "domain/oneline.h"

namespace messages {

using ports::Damage;
using ports::Repair;
using namespace Qt::StringLiterals;

namespace {

QString words(Damage damage)
{
    switch (damage) {
    case Damage::Header: return u"the file's header is damaged"_s;
    case Damage::Structure: return u"the file's structure is damaged"_s;
    case Damage::Schema: return u"a table, index or view is missing, changed or not Briefstack's"_s;
    case Damage::References: return u"rows belong to nothing"_s;
    case Damage::WorksheetText: return u"a stored worksheet is not JSON"_s;
    case Damage::WorksheetBytes: return u"a stored worksheet is not the one that was saved"_s;
    case Damage::WorksheetForm: return u"a stored worksheet is not of the worksheet format"_s;
    case Damage::Ledger: return u"the pools of a case do not add up to its projection"_s;
    case Damage::ListedFacts: return u"the list shows another company, website or stage than the worksheet"_s;
    case Damage::CompanyKeys: return u"a company would not be recognized as already in the file"_s;
    case Damage::Rates: return u"the rates that a case was computed with are not the ones that were saved"_s;
    case Damage::Attachments: return u"an attached file is not the one that was saved"_s;
    case Damage::FiledFiles: return u"the brief or request of a filing is not there"_s;
    case Damage::SearchText: return u"search words are missing or stale"_s;
    case Damage::SearchIndex: return u"the search index disagrees with its text"_s;
    }
    return {};
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

} // namespace

QString sentence(const ports::Problem &problem)
{
    return words(problem.damage)
         + (problem.count > 1 ? u" ("_s + QString::number(problem.count) + u" times)"_s : QString())
         + (problem.detail.isEmpty() ? QString() : u": "_s + domain::oneLine(problem.detail));
}

QString sentence(const ports::Repaired &repaired)
{
    const qint64 count = repaired.count;
    switch (repaired.what) {
    case Repair::Rebuilt:
        return u"what can be read was copied into a new file: "_s + counted(count, u"row"_s, u"rows"_s);
    case Repair::Indexes: return u"indexes were made anew"_s;
    case Repair::DroppedRevisions:
        return counted(count, u"damaged revision was"_s, u"damaged revisions were"_s)
             + u" dropped; the case has another that is whole"_s;
    case Repair::RestoredCases:
        return counted(count, u"case was"_s, u"cases were"_s) + u" made again from worksheets that had lost theirs"_s;
    case Repair::EarlierRevisions:
        return counted(count, u"case is"_s, u"cases are"_s) + u" back at the last worksheet that is whole"_s;
    case Repair::DroppedCases:
        return counted(count, u"case was"_s, u"cases were"_s) + u" dropped: no worksheet of it is left"_s;
    case Repair::DroppedRates:
        return counted(count, u"set of damaged rates was"_s, u"sets of damaged rates were"_s)
             + u" dropped: what was saved with it has no earlier rates to compare with"_s;
    case Repair::DroppedOrphans:
        return counted(count, u"row that belonged to nothing was"_s, u"rows that belonged to nothing were"_s)
             + u" dropped"_s;
    case Repair::AdoptedNotes:
        return counted(count, u"note"_s, u"notes"_s)
             + u" without a call can be seen again, in a call of the same case"_s;
    case Repair::KeptFiles:
        return counted(count, u"attached file of a filing that is not there was"_s,
                       u"attached files of filings that are not there were"_s)
             + u" kept with the case"_s;
    case Repair::Statuses: return counted(count, u"status was"_s, u"statuses were"_s) + u" set to drafting"_s;
    case Repair::ListedFacts:
        return counted(count, u"revision has"_s, u"revisions have"_s)
             + u" the company of its worksheet in the list again"_s;
    case Repair::CompanyKeys: return counted(count, u"company is"_s, u"companies are"_s) + u" recognized again"_s;
    case Repair::SearchIndex: return u"the search index was made anew for "_s + counted(count, u"case"_s, u"cases"_s);
    }
    return {};
}

} // namespace messages
