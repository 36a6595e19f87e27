// ports::CaseExchange on the disk: what main.cpp gives to the windows.
#pragma once

#include "db/exchange.h"
#include "ports/caseexchange.h"

namespace db {

class CaseExchangeOnDisk final : public ports::CaseExchange {
public:
    bool isSameFile(const QString &one, const QString &other) const override { return db::isSameFile(one, other); }
    domain::Result<void, ports::StoreError> exportCase(const QString &source, const QString &caseId,
                                                       const QString &destination) override
    {
        return db::exportCase(source, caseId, destination);
    }
    ports::StoreResult<std::unique_ptr<ports::CaseImport>> begin(const QString &source, const QString &target) override
    {
        auto import = CaseImport::begin(source, target);
        if (!import)
            return domain::Unexpected(import.error());
        return std::unique_ptr<ports::CaseImport>(*std::move(import));
    }
};

} // namespace db
