// Answers as the form's page saves them, for tests.
#pragma once

#include "domain/worksheet.h"
#include "founderform/answer.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

inline const QString kAnswerCase = QStringLiteral("ae0eae59-a52b-4df2-b2c3-3a4c96a79b6a");

inline QJsonObject answerObject(const QJsonArray &answers = {}, const QJsonArray &added = {})
{
    return {{QStringLiteral("format"), QStringLiteral("briefstack-answer")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("caseId"), kAnswerCase},
            {QStringLiteral("company"), QStringLiteral("Sample")},
            {QStringLiteral("revision"), 1},
            {QStringLiteral("worksheet"), QString(64, QChar(u'a'))},
            {QStringLiteral("filledInBy"), QStringLiteral("Ada Reyes")},
            {QStringLiteral("filledInOn"), QStringLiteral("2026-11-27")},
            {QStringLiteral("remark"), QString()},
            {QStringLiteral("added"), added},
            {QStringLiteral("answers"), answers}};
}

inline QJsonObject answeredField(const QString &path, const QJsonValue &was, const QJsonValue &is)
{
    return {{QStringLiteral("field"), path}, {QStringLiteral("was"), was}, {QStringLiteral("is"), is}};
}

inline QByteArray bytesOf(const QJsonObject &answer)
{
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace support
