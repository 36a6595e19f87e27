// The filing rules and programmes as they ship.
#pragma once

#include "catalogue/filingrules.h"
#include "catalogue/programmes.h"
#include "support/sourcefolder.h"

#include <QFile>

namespace shipped {

using namespace Qt::StringLiterals;

inline QByteArray bytesOf(const QString &path)
{
    QFile file(support::sourcePath(u"resources/"_s + path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const catalogue::FilingRules &rules()
{
    static const auto kRules = catalogue::readFilingRules(bytesOf(u"ace/filing-rules.json"_s)).value();
    return kRules;
}

inline const catalogue::Programme &programme(const QString &id)
{
    static const auto kProgrammes = catalogue::readProgrammes(bytesOf(u"programmes/programmes.json"_s)).value();
    return *kProgrammes.find(id);
}

} // namespace shipped
