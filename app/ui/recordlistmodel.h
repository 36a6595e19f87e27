// RecordListModel: the stack of the open case: one row per record. Read-only; replaced as a whole.
#pragma once

#include "domain/money.h"

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <vector>

namespace ui {

struct RecordRow {
    QString poolId;
    QString program; ///< "Bedrock POC"
    QString title;
    QString kind;   ///< "ACE record", "Checklist", "Application"
    QString window; ///< "Jan to Mar 2027"
    domain::Money ask;
    QString status = {}; ///< "Filed"; empty while nothing became of it
};

class RecordListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ProgramRole = Qt::UserRole, TitleRole, KindRole, WindowRole, AskRole, PoolRole, StatusRole };

    using QAbstractListModel::QAbstractListModel;

    void setRecords(std::vector<RecordRow> records);
    /// The statuses alone, by pool; what is current stays.
    void setStatuses(const std::function<QString(const QString &pool)> &statusOf);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<RecordRow> m_records;
};

} // namespace ui
