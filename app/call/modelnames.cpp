#include "call/rules.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace call {

using namespace Qt::StringLiterals;

namespace {

/// Short forms that a model is called by: without maker and family where what is left still names it.
QStringList shortForms(const QString &name)
{
    static const QStringList kLeading{u"Amazon "_s,     u"Claude "_s, u"Anthropic "_s, u"Meta "_s,
                                      u"Mistral AI "_s, u"Cohere "_s, u"Google "_s};
    QStringList forms{name};
    for (QString rest = name; !rest.isEmpty();) {
        const auto lead = std::ranges::find_if(
            kLeading, [&](const QString &word) { return rest.startsWith(word, Qt::CaseInsensitive); });
        if (lead == kLeading.end())
            break;
        rest.remove(0, lead->size());
        forms.append(rest);
    }
    return forms;
}

/// A name that is more than one word or has a digit: "Nova Lite", never "Core".
bool isDistinct(const QString &form)
{
    return form.contains(u' ') || std::ranges::any_of(form, [](QChar sign) { return sign.isDigit(); });
}

} // namespace

ModelNames modelNames(const catalogue::RateBook &book)
{
    ModelNames names;
    QSet<QString> ambiguous;
    const auto add = [&](const QString &form, const QString &id) {
        const QString key = form.toLower();
        const auto [there, isNew] = names.ids.emplace(key, id);
        if (!isNew && there->second != id)
            ambiguous.insert(key);
    };
    for (const catalogue::Model &model : book.models) {
        if (model.billedBy != catalogue::BilledBy::Token)
            continue;
        for (const QString &form : shortForms(model.name)) {
            if (isDistinct(form))
                add(form, model.id);
        }
        add(model.id, model.id);
        if (const QString bare = model.id.section(u'.', 1); isDistinct(bare) && bare.contains(u'-'))
            add(bare, model.id);
    }
    for (const QString &key : ambiguous)
        names.ids.erase(key);
    QStringList patterns;
    for (const auto &[key, id] : names.ids)
        patterns.append(QRegularExpression::escape(key).replace(u"\\ "_s, uR"(\s)"_s));
    std::ranges::sort(patterns, std::ranges::greater(), &QString::size);
    names.any = pattern(uR"((?<![\p{L}\p{N}.-])()"_s + patterns.join(u'|') + uR"()(?![\p{L}\p{N}]|[.-]\d))"_s);
    return names;
}

void readModels(Finds &finds, const ModelNames &names)
{
    static const QRegularExpression kRunsOn = pattern(
        uR"(\b(?:on|uses?|using|with|runs?|running|model(?:\s+is)?:?|chose|choose|picked|pick|go(?:ing)? (?:with|for)|decided (?:on|for)|settled on)\s+$)"_s);
    static const QRegularExpression kTries = pattern(
        uR"(\b(?:also|will|to)\s+(?:try|compare|test|evaluate)\w*\s+(?:with\s+)?$|\b(?:compar(?:e|ed|ing)|evaluat(?:e|ing)) (?:with|to)\s+$)"_s);
    static const QRegularExpression kPassing = pattern(
        uR"(\b(?:better|worse|faster|slower|cheaper|bad|poor|terrible|writing code|code reviews?|pricier|smarter|like|liked|looked at|played|heard|released|announced|announcement|launched|deprecated|retire\w*|end of life|api outage|outage|waitlist|cursor|copilot|chatgpt|playground|personally|my|our engineers use|internally for coding|coding assistant)\b)"_s);
    static const QRegularExpression kInRegion =
        pattern(uR"((?:\s+(?:via|on|through)\s+bedrock)?\s+in\s+(?:the\s+)?()"_s + regionPlaces() + u'|' + regionCodes()
                + uR"()(?![\p{L}\p{N}-]))"_s);
    if (kPassing.match(finds.text()).hasMatch())
        return;
    std::vector<QRegularExpressionMatch> runs;
    QSet<QString> distinct;
    const bool hasVolume = finds.foundWorkload();
    for (auto matches = names.any.globalMatch(finds.text()); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString id = names.ids.at(match.captured(1).simplified().toLower());
        const QString before = finds.text().first(match.capturedStart(1));
        if (kTries.match(before).hasMatch()) {
            finds.add(match, 1, Of::Workload, u"alternatives"_s, id);
            continue;
        }
        distinct.insert(id);
        const auto place = kInRegion.match(finds.text(), match.capturedEnd(1));
        const bool inRegion = place.hasMatch() && place.capturedStart(0) == match.capturedEnd(1);
        if (inRegion || hasVolume || kRunsOn.match(before).hasMatch())
            runs.push_back(match);
        if (inRegion) {
            const QString code = regionOf(place.captured(1));
            finds.add(place, 1, Of::Aws, u"region"_s, code.isEmpty() ? place.captured(1).toLower() : code);
        }
    }
    // Of two models, which one runs is for a person to say.
    if (distinct.size() == 1 && !runs.empty())
        finds.add(runs.front(), 1, Of::Workload, u"model"_s, *distinct.begin());
}

} // namespace call
