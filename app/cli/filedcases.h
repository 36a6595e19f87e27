// A case of a case file with what was filed of it, computed and rendered: what `file`, `status` and `pipeline` work on.
#pragma once

#include "cli/context.h"
#include "domain/partnerprofile.h"
#include "drafting/filedcase.h"
#include "ports/filings.h"

#include <memory>

namespace cli {

/// Options of the commands that mean one record: --case, --id, --pool.
Arguments &withRecord(Arguments &arguments);

/// The case that is meant: the one of --id, or the only one of the file.
Outcome<QString> chosenCase(const Arguments &arguments, const QString &file, ports::CaseStore &store);

/// A day given as YYYY-MM-DD; today's without the option.
Outcome<QDate> dayOf(const Arguments &arguments, const QString &option);

/// A case as it is in the file now. Keeps everything that a drafting::FilingContext refers to.
class FiledCase {
public:
    /// `shipped` must outlive it.
    static Outcome<std::unique_ptr<FiledCase>> load(const QString &file, ports::CaseStore &store, const QString &caseId,
                                                    const drafting::Shipped &shipped, QDate asOf);

    const ports::StoredCase &stored() const { return m_stored; }
    const drafting::ComputedCase &computed() const { return *m_computed; }
    const ports::CaseFilings &filings() const { return m_filings; }
    const domain::PartnerProfile *profile() const { return m_profile.get(); }
    const drafting::CaseDocuments &documents() const { return *m_documents; }
    /// For one of its records; reads the request that was filed last.
    Outcome<drafting::FilingContext> contextOf(const QString &poolId) const;

private:
    FiledCase(const QString &file, ports::CaseStore &store, const drafting::Shipped &shipped, QDate asOf)
        : m_file(file), m_store(store), m_shipped(shipped), m_asOf(asOf)
    {
    }
    QString m_file;
    ports::CaseStore &m_store;
    const drafting::Shipped &m_shipped;
    QDate m_asOf;
    ports::StoredCase m_stored;
    std::unique_ptr<drafting::ComputedCase> m_computed;
    ports::CaseFilings m_filings;
    std::shared_ptr<const domain::PartnerProfile> m_profile;
    std::unique_ptr<documents::Typesetter> m_typesetter;
    std::unique_ptr<drafting::CaseDocuments> m_documents;
};

/// All of them on standard error, the last one as the failure that ends the command.
Failure fromRefusals(const QString &file, const domain::Findings &refusals);

} // namespace cli
