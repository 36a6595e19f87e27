// The follow-up as a message for mail programs: RFC 5322 headers, MIME parts, nothing that a person typed in a header
// unencoded.
#include "documents/followup.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace documents {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEncodedLine = 76; ///< RFC 2045
constexpr int kEncodedWord = 39; ///< bytes of text whose encoded word fits the 75 signs of RFC 2047

QByteArray inLines(const QByteArray &bytes)
{
    const QByteArray packed = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < packed.size(); at += kEncodedLine)
        lines += packed.mid(at, kEncodedLine) + "\r\n";
    return lines;
}

/// RFC 2047: several words where one would be too long, each of whole characters.
QByteArray encodedHeader(const QString &text)
{
    QByteArray header;
    QByteArray word;
    const auto flush = [&] {
        if (word.isEmpty())
            return;
        header += (header.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word.toBase64() + "?=";
        word.clear();
    };
    for (const char32_t sign : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&sign, 1).toUtf8();
        if (word.size() + bytes.size() > kEncodedWord)
            flush();
        word += bytes;
    }
    flush();
    return header;
}

/// Addresses that cannot be read as anything else in a header.
QByteArray addresses(const QStringList &to)
{
    static const QRegularExpression kAddress(u"\\A[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+\\z"_s);
    QStringList plain;
    for (const QString &address : to) {
        if (kAddress.match(address).hasMatch())
            plain.append(address);
    }
    return plain.join(u", "_s).toLatin1();
}

QByteArray safeName(const QString &name)
{
    static const QRegularExpression kUnsafe(u"[^A-Za-z0-9._-]"_s);
    return QString(name).replace(kUnsafe, u"-"_s).toLatin1();
}

} // namespace

QByteArray toMail(const FollowUp &mail, const std::vector<MailAttachment> &attachments)
{
    QString text = mail.text;
    const QByteArray body = text.replace(u'\n', u"\r\n"_s).toUtf8();
    // The same message has the same boundary, which no line of base 64 can be.
    const QByteArray boundary = "=_" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().first(32);
    QByteArray message;
    if (const QByteArray to = addresses(mail.to); !to.isEmpty())
        message += "To: " + to + "\r\n";
    message += "Subject: " + encodedHeader(mail.subject) + "\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n";
    message += "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
    message += "--" + boundary
             + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
             + inLines(body);
    for (const MailAttachment &attachment : attachments) {
        message += "--" + boundary + "\r\nContent-Type: " + attachment.type + "; charset=utf-8\r\n";
        message += "Content-Disposition: attachment; filename=\"" + safeName(attachment.name) + "\"\r\n";
        message += "Content-Transfer-Encoding: base64\r\n\r\n" + inLines(attachment.bytes);
    }
    return message + "--" + boundary + "--\r\n";
}

} // namespace documents
