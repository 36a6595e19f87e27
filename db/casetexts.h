// The texts of a case that are searched, as they were typed: what the index is made from and what a hit shows.
#pragma once

#include "db/connection.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace db {

struct FieldText {
    QString field; ///< keys without ids: `useCases/problem`; `note`, `filing`
    QString label; ///< US English
    QString text;
};

/// The texts of a worksheet's fields, in its order; numbers, dates and words of a vocabulary are none. Any bytes may come:
/// what is no JSON has the texts that can be made out.
std::vector<FieldText> textsOf(QByteArrayView worksheet);
/// The same one by one, until `take` returns false.
void visitTexts(QByteArrayView worksheet, const std::function<bool(FieldText text)> &take);

/// `number` is the case's own in the tables.
struct CaseTexts {
    QString company;
    QString website;
    QStringList titles;
    std::vector<FieldText> facts;
    std::vector<FieldText> notes;
    std::vector<FieldText> filings; ///< numbers of opportunities, reasons given with a status, names of attached files
};
/// The worksheet that holds now; empty when there is none.
ports::StoreResult<QByteArray> readWorksheet(Connection &connection, qint64 number);
ports::StoreResult<CaseTexts> readTexts(Connection &connection, qint64 number);

} // namespace db
