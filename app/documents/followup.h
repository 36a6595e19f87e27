// Follow-up: the mail after a call: what is missing as questions that the founder answers in place, and what was assumed.
//
// Plain text, no markup, for whoever sends it to change first. Topic by topic, in the order of the call's questions.
#pragma once

#include "documents/casedocument.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace documents {

struct FollowUp {
    QStringList to; ///< addresses of the founder's side; may be empty
    QString subject;
    QString text; ///< lines end with LF
    int questions = 0;
};

/// `open` and `presumed` are ranked: what is to be asked, and the values that are to be confirmed.
FollowUp followUp(const CaseInput &input, const std::vector<call::Question> &open,
                  const std::vector<call::Question> &presumed);

struct MailAttachment {
    QString name;
    QByteArray type; ///< "text/html"
    QByteArray bytes;
};

/// As a message that mail programs open as a draft (RFC 5322, MIME).
QByteArray toMail(const FollowUp &mail, const std::vector<MailAttachment> &attachments);

} // namespace documents
