#include "catalogue/programmeoverrides.h"

#include "json/objectreader.h"

#include <algorithm>

namespace catalogue {

using domain::InputProblem;
using domain::Money;
using json::ObjectReader;
using json::Problem;
using namespace Qt::StringLiterals;

namespace {

const auto kNone = u"none"_s;

QString textOf(const std::optional<Money> &limit)
{
    return limit ? limit->toString() : kNone;
}

QString textOf(int months)
{
    return QString::number(months);
}

QString textOf(const QString &words)
{
    return words;
}

bool assign(std::optional<Money> &limit, const QString &text)
{
    if (text == kNone) {
        limit.reset();
        return true;
    }
    limit = Money::parse(text);
    return limit && *limit >= Money();
}

bool assignMonths(int &months, const QString &text, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 1 || number > most || text != QString::number(number))
        return false;
    months = number;
    return true;
}

struct Settable {
    QString key;
    QString allowed;
    QString (*read)(const Programme &);
    bool (*write)(Programme &, const QString &);
};

const std::vector<Settable> &settables()
{
    static const QString kDollars = u"dollars as text, such as \"10000\", or \"none\""_s;
    static const QString kWords = u"a text"_s;
    static const std::vector<Settable> kAll{
        {u"floorUsd"_s, kDollars, [](const Programme &p) { return textOf(p.floor); },
         [](Programme &p, const QString &text) { return assign(p.floor, text); }},
        {u"ceilingUsd"_s, kDollars, [](const Programme &p) { return textOf(p.ceiling); },
         [](Programme &p, const QString &text) { return assign(p.ceiling, text); }},
        {u"windowMonths"_s, u"1..36 as text"_s, [](const Programme &p) { return textOf(p.windowMonths); },
         [](Programme &p, const QString &text) { return assignMonths(p.windowMonths, text, 36); }},
        {u"validMonths"_s, u"1..60 as text"_s, [](const Programme &p) { return textOf(p.validMonths); },
         [](Programme &p, const QString &text) { return assignMonths(p.validMonths, text, 60); }},
        {u"audience"_s, kWords, [](const Programme &p) { return textOf(p.audience); },
         [](Programme &p, const QString &text) { return !(p.audience = text).isEmpty(); }},
        {u"covers"_s, kWords, [](const Programme &p) { return textOf(p.covers); },
         [](Programme &p, const QString &text) { return !(p.covers = text).isEmpty(); }},
        {u"speed"_s, kWords, [](const Programme &p) { return textOf(p.speed); },
         [](Programme &p, const QString &text) { return !(p.speed = text).isEmpty(); }},
        {u"howFiled"_s, kWords, [](const Programme &p) { return textOf(p.howFiled); },
         [](Programme &p, const QString &text) { return !(p.howFiled = text).isEmpty(); }},
    };
    return kAll;
}

QString settableKeys()
{
    QStringList keys;
    for (const Settable &settable : settables())
        keys.append(settable.key);
    return keys.join(u", "_s);
}

void set(Programme &programme, const Override &origin, const QString &path, Problem &problem)
{
    const auto found = std::find_if(settables().begin(), settables().end(),
                                    [&origin](const Settable &settable) { return settable.key == origin.key; });
    if (found == settables().end()) {
        problem.raise(InputProblem::UnknownKey, path, origin.key, settableKeys());
        return;
    }
    Override made = origin;
    made.from = found->read(programme);
    if (!found->write(programme, origin.to)) {
        problem.raise(InputProblem::WrongForm, path, origin.to.left(80), found->allowed);
        return;
    }
    programme.overrides.push_back(made);
}

void apply(ObjectReader &object, Programmes &programmes, Problem &problem)
{
    const QString id = object.text("programme"_L1);
    const auto found = std::find_if(programmes.list.begin(), programmes.list.end(),
                                    [&id](const Programme &programme) { return programme.id == id; });
    Override origin;
    origin.by = object.text("by"_L1);
    origin.on = object.date("on"_L1);
    origin.why = object.text("why"_L1);
    for (const auto &[text, key] : {std::pair{origin.by, "by"_L1}, std::pair{origin.why, "why"_L1}}) {
        if (text.trimmed().isEmpty())
            problem.raise(InputProblem::WrongLength, object.path(key), text, u"at least one character"_s);
    }
    if (found == programmes.list.end()) {
        QStringList known;
        for (const Programme &programme : programmes.list)
            known.append(programme.id);
        problem.raise(InputProblem::NotOneOf, object.path("programme"_L1), id, known.join(u", "_s));
    }
    object.textMembers("set"_L1, [&](const QString &key, const QString &text) {
        if (found == programmes.list.end())
            return;
        Override one = origin;
        one.key = key;
        one.to = text;
        set(*found, one, object.path("set"_L1) + u'.' + key, problem);
    });
    // Once all are set: whoever raises both need not mind their order.
    if (found != programmes.list.end() && found->floor && found->ceiling && *found->floor > *found->ceiling)
        problem.raise(InputProblem::Contradiction, object.path("set"_L1), found->floor->toString(),
                      u"a floor not above the ceiling"_s);
}

} // namespace

domain::Result<Programmes, domain::InputError> withOverrides(const Programmes &shipped, QByteArrayView bytes)
{
    const auto root = json::parse(bytes);
    if (!root)
        return domain::Unexpected(root.error());
    Problem problem;
    Programmes programmes = shipped;
    ObjectReader object(*root, {}, problem);
    object.oneOf("format"_L1, {u"briefstack-programme-overrides"_s});
    object.integer("version"_L1, 1, 1);
    object.objects("overrides"_L1, [&](ObjectReader &reader) { apply(reader, programmes, problem); });
    object.finish();
    if (problem.error)
        return domain::Unexpected(*problem.error);
    return programmes;
}

} // namespace catalogue
