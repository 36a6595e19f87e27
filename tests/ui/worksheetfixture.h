// WorksheetFixture: the real pages on a real case file, without the main window around them.
#pragma once

#include "db/casefilesondisk.h"
#include "drafting/drafting.h"
#include "session/casesession.h"
#include "support/sourcefolder.h"
#include "ui/theme.h"
#include "worksheetfile/reader.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tests {

class SampleDay : public ports::Clock {
public:
    QDate today() const override { return {2026, 11, 22}; }
    QDateTime now() const override { return QDateTime(today(), QTime(10, 42), Qt::UTC); }
};

inline session::ShippedData shippedData()
{
    static const auto kShipped = std::make_shared<const drafting::Shipped>(*drafting::shippedData());
    return kShipped;
}

inline domain::Worksheet sampleWorksheet(const QString &name = QStringLiteral("series-a-rag-assistant"))
{
    QFile file(support::sourcePath(QStringLiteral("resources/samples/") + name + QStringLiteral(".worksheet.json")));
    return file.open(QIODevice::ReadOnly) ? *worksheetfile::read(file.readAll()) : domain::Worksheet();
}

struct WorksheetFixture {
    explicit WorksheetFixture(const domain::Worksheet &worksheet = {})
    {
        ui::applyTheme(*qApp, ui::Appearance::Light);
        store =
            *files.open(folder.filePath(QStringLiteral("cases.briefstack")), ports::CaseFiles::Access::WriteOrMake, 0);
        session::OpenedCase opened;
        opened.state.worksheet = worksheet;
        session = std::make_unique<session::CaseSession>(shippedData(), clock, store.get(), std::move(opened));
    }
    QString ask(std::size_t pool) const
    {
        const auto view = session->view();
        return view && pool < view->computed.plan.pools.size() ? view->computed.plan.pools[pool].ask.toString()
                                                               : QString();
    }

    QTemporaryDir folder;
    SampleDay clock;
    db::CaseFilesOnDisk files;
    std::unique_ptr<ports::CaseStore> store;
    std::unique_ptr<session::CaseSession> session;
};

} // namespace tests
