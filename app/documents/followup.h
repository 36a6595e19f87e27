// Follow-up: the mail after a call: what is missing as questions that the founder answers in place, and what was assumed.
//
// Plain text, no markup, for whoever sends it to change first. The questions are those of the call-back list: first what
// the figures hang on, then what a record cannot be without, then the rest.
#pragma once

#include "documents/casedocument.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace documents {

/// A fact to ask for again.
struct CallBack {
    QString path;
    QString about;    ///< the use case or workload; empty for the company's facts
    QString question; ///< or what was assumed, to be confirmed
    bool isAssumed = false;
};

/// What is open, noted as unknown, assumed or implied; the weightiest first.
std::vector<CallBack> callBackList(const CaseInput &input);

struct FollowUp {
    QStringList to; ///< addresses of the founder's side; may be empty
    QString subject;
    QString text; ///< lines end with LF
    int questions = 0;
};

FollowUp followUp(const CaseInput &input);

struct MailAttachment {
    QString name;
    QByteArray type; ///< "text/html"
    QByteArray bytes;
};

/// As a message that mail programs open as a draft (RFC 5322, MIME).
QByteArray toMail(const FollowUp &mail, const std::vector<MailAttachment> &attachments);

} // namespace documents
