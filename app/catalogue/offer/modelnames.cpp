#include "catalogue/offer/modelnames.h"

#include "catalogue/offer/tokenusage.h"

#include <QRegularExpression>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

/// First words of a name that only say whose the model is.
bool isProvider(const QString &word)
{
    return word == u"amazon" || word == u"anthropic" || word == u"meta" || word == u"openai" || word == u"nvidia"
        || word == u"cohere" || word == u"writer" || word == u"google" || word == u"twelvelabs";
}

} // namespace

QString ModelNames::plainName(const QString &name)
{
    static const QRegularExpression kEdition(u"\\s*\\((Amazon Bedrock Edition|100K)\\)"_s);
    return QString(name).remove(kEdition).simplified();
}

QString ModelNames::folded(const QString &name)
{
    static const QRegularExpression kPointZero(u"([0-9])\\.0(?![0-9])"_s);
    static const QRegularExpression kVersion(u"(-v[0-9]+)?:[0-9]+$|-mantle$"_s);
    static const QRegularExpression kParts(u"[0-9]+|[a-z]+"_s);
    QString text = plainName(name);
    text.replace(kPointZero, u"\\1"_s);
    text.remove(kVersion);
    text = text.toLower();
    QStringList words;
    for (auto found = kParts.globalMatch(text); found.hasNext();)
        words.append(found.next().captured());
    if (words.size() > 1 && isProvider(words.constFirst()))
        words.removeFirst();
    if (words.size() > 1 && words.constLast() == u"instruct")
        words.removeLast();
    // "NovaLite" is "Nova Lite", but 3.2 1B is not 32 1B: only numbers are kept apart.
    QString key;
    for (const QString &word : std::as_const(words)) {
        const bool numbers = !key.isEmpty() && key.back().isDigit() && word.front().isDigit();
        key += (numbers ? u" "_s : QString()) + word;
    }
    return key;
}

void ModelNames::offer(const QString &name, const QString &id)
{
    const QString key = folded(name);
    const auto found = m_ids.find(key);
    if (found == m_ids.end())
        m_ids.insert(key, id);
    else if (*found != id)
        found->clear();
}

ModelNames::ModelNames(const RateBook &book, const OfferMap &map)
{
    for (const Model &model : book.models) {
        offer(model.id, model.id);
        offer(model.name, model.id);
        // "qwen.qwen3-32b-v1:0" is "Qwen3-32B" in display-name rows.
        offer(model.id.mid(model.id.indexOf(u'.') + 1), model.id);
        for (const QString &alias : model.aliases)
            offer(alias, model.id);
    }
    for (auto entry = map.models.cbegin(); entry != map.models.cend(); ++entry) {
        if (book.model(entry.value()))
            m_ids.insert(folded(entry.key()), entry.value());
    }
}

QString ModelNames::find(const QString &name) const
{
    return name.isEmpty() ? QString() : m_ids.value(folded(name));
}

QString ModelNames::literalId(const QString &name)
{
    static const QRegularExpression kId(u"^[a-z0-9]{2,20}\\.[a-z0-9][a-z0-9.:-]{1,80}$"_s);
    QString id = name;
    if (id.endsWith(u"-mantle"))
        id.chop(7);
    return kId.match(id).hasMatch() ? id : QString();
}

} // namespace catalogue
