// AWS commands: the steps by which a record is filed with AWS's own command line client, as a shell script that needs no
// editing: the opportunity's identifier, which AWS assigns, is an argument of the steps after the first.
//
//     sh northwind-bedrock-poc.commands.sh create
//     sh northwind-bedrock-poc.commands.sh associate O1234567
//
// Nothing that a customer wrote stands in it but inside single quotes. Commands as of the service models of 2026-08
// (partnercentral-selling 2022-07-26, partnercentral-benefits 2018-05-10); both services exist in us-east-1 only.
#pragma once

#include "records/request.h"

namespace records {

/// Names of the files that the script sends; they lie beside it.
struct KitFiles {
    QString create;
    QString update;
    QString engagement;
    QString funding;
    QString script;
};

/// One word of a POSIX shell, whatever `text` holds: in single quotes.
QString shellQuoted(const QString &text);

/// `withheld`: why the update is not to be sent, in sentences; empty: it may.
QByteArray awsCommands(const Record &record, const RequestOptions &options, const QString &reviewStatus,
                       const KitFiles &files, const QStringList &withheld = {});

} // namespace records
