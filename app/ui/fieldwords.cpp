#include "ui/fieldwords.h"

#include "domain/vocabulary.h"
#include "session/numbertext.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ui::FieldWords", text);
}

QString countryLabel(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

} // namespace

QString wordLabel(const QString &word)
{
    static const QHash<QString, QString> kLabels{
        {u"ace"_s, u"Filed by the partner through ACE"_s},
        {u"org-id"_s, u"Through an affiliated organization (Org ID)"_s},
        {u"5m"_s, u"5 minutes"_s},
        {u"1h"_s, u"1 hour"_s},
        {u"none"_s, u"No commitment"_s},
        {u"1-month"_s, u"1 month"_s},
        {u"6-month"_s, u"6 months"_s},
        {u"budget"_s, u"Budget owner"_s},
        {u"technical"_s, u"Technical contact"_s},
    };
    const auto known = kLabels.constFind(word);
    return known != kLabels.cend() ? *known : stageLabel(word);
}

QString factWords(const domain::Worksheet &worksheet, const QString &path, const QString &value,
                  const drafting::Shipped &shipped)
{
    const QString key = path.section(u'/', -1);
    const auto info = session::fieldInfo(worksheet, path);
    if (info && !value.isEmpty() && info->kind == session::FieldKind::Money)
        return u'$' + value;
    if (info && !value.isEmpty() && info->kind == session::FieldKind::Percent)
        return value + u'%';
    if (info && info->form == domain::TextForm::Country)
        return countryLabel(value);
    if (key == "programme"_L1) {
        const catalogue::Programme *programme = shipped.programmes.find(value);
        return programme ? programme->shortName : value;
    }
    if (key == "model"_L1 || key == "alternatives"_L1) {
        QStringList names = value.split(u'\n');
        for (QString &name : names) {
            if (const catalogue::Model *model = shipped.rates.model(name))
                name = model->name;
        }
        return names.join(u", "_s);
    }
    if (value == "true"_L1)
        return QObject::tr("Yes");
    if (value == "false"_L1)
        return QObject::tr("No");
    return wordLabel(QString(value).replace(u'\n', u' '));
}

std::vector<std::pair<QString, QString>> choicesOf(const session::FieldInfo &info)
{
    std::vector<std::pair<QString, QString>> choices;
    if (info.form == domain::TextForm::Country) {
        for (const QString &code : domain::countryCodes()) {
            choices.emplace_back(countryLabel(code), code);
        }
        std::sort(choices.begin(), choices.end(),
                  [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    } else if (info.form == domain::TextForm::Industry) {
        for (const QString &industry : domain::industries())
            choices.emplace_back(industry, industry);
    } else {
        for (const QString &word : info.words) {
            const QString label = wordLabel(word);
            choices.emplace_back(label.left(1).toUpper() + label.mid(1), word);
        }
    }
    return choices;
}

QString helpOn(const session::FieldInfo &info)
{
    const auto part = [](const char *text) { return QString::fromLatin1(text); };
    QStringList lines{part(info.meta.label)};
    if (*info.meta.question != '\0')
        lines.append(translated("Ask: %1").arg(part(info.meta.question)));
    if (*info.meta.unit != '\0')
        lines.append(
            translated("Unit: %1").arg(info.kind == session::FieldKind::Percent ? u"percent"_s : part(info.meta.unit)));
    if (info.mostCharacters > 0)
        lines.append(
            translated("At most %1 characters").arg(session::groupedNumber(QString::number(info.mostCharacters))));
    if (*info.meta.ace != '\0')
        lines.append(translated("In the ACE record: %1").arg(part(info.meta.ace)));
    return lines.join(u'\n');
}

} // namespace ui
