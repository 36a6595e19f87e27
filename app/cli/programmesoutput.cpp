#include "cli/fundingoutput.h"
#include "cli/texttable.h"
#include "domain/oneline.h"
#include "domain/vocabulary.h"

namespace cli {

using catalogue::EligibilityRule;
using catalogue::Programme;
using catalogue::Programmes;
using catalogue::Term;
using domain::oneLine;
using json::Writer;
using namespace Qt::StringLiterals;

namespace {

/// A rule's reason as it holds for any case: %1 is a case's own use case.
QString generally(QString reason)
{
    return reason.replace(u"the use case %1"_s, u"a use case"_s).replace(u"%1"_s, u"a use case"_s);
}

QStringList stageWords(const std::vector<domain::Stage> &stages)
{
    QStringList words;
    for (const domain::Stage stage : stages)
        words.append(domain::wordsOf(domain::Stage{}).at(static_cast<qsizetype>(stage)));
    return words;
}

bool applies(const Term &term, const Programme &programme)
{
    return term.programmes.isEmpty() || term.programmes.contains(programme.id);
}

QString effectWord(catalogue::Effect effect)
{
    return catalogue::effectWords().at(static_cast<qsizetype>(effect));
}

QString origin(const QString &source, const QString &asOf)
{
    return u" ["_s + source + u", "_s + asOf + u"]\n"_s;
}

void writeHead(Writer &out, const Programmes &programmes)
{
    out.member("format"_L1, u"briefstack-programmes-list"_s)
        .member("version"_L1, 1)
        .member("id"_L1, programmes.id)
        .member("asOf"_L1, programmes.asOf);
}

void writeOrigin(Writer &out, const QString &source, const QString &asOf)
{
    out.member("source"_L1, source).member("asOf"_L1, asOf).endObject();
}

void writeFigures(Writer &out, const Programme &programme)
{
    out.member("id"_L1, programme.id)
        .member("name"_L1, programme.name)
        .member("amount"_L1, funding::amountRange(programme))
        .member("windowMonths"_L1, programme.windowMonths)
        .member("validMonths"_L1, programme.validMonths)
        .member("audience"_L1, programme.audience)
        .member("covers"_L1, programme.covers)
        .member("speed"_L1, programme.speed)
        .member("howFiled"_L1, programme.howFiled)
        .member("source"_L1, programme.source)
        .member("asOf"_L1, programme.asOf);
    out.key("overrides"_L1).beginArray();
    for (const catalogue::Override &change : programme.overrides)
        out.beginObject()
            .member("key"_L1, change.key)
            .member("from"_L1, change.from)
            .member("to"_L1, change.to)
            .member("by"_L1, change.by)
            .member("on"_L1, change.on.toString(Qt::ISODate))
            .member("why"_L1, change.why)
            .endObject();
    out.endArray();
}

void writeRules(Writer &out, const Programmes &programmes, const Programme &programme)
{
    out.key("rules"_L1).beginArray();
    for (const EligibilityRule &rule : programmes.rules) {
        if (!rule.programmes.contains(programme.id))
            continue;
        out.beginObject()
            .member("rule"_L1, rule.rule)
            .member("when"_L1, catalogue::situationWords().at(static_cast<qsizetype>(rule.when)))
            .strings("stages"_L1, stageWords(rule.stages))
            .member("effect"_L1, effectWord(rule.effect))
            .member("reason"_L1, generally(rule.reason))
            .member("fix"_L1, rule.fix);
        writeOrigin(out, rule.source, rule.asOf);
    }
    out.endArray();
}

void writeSources(Writer &out, const Programmes &programmes, const Programme &programme)
{
    out.key("terms"_L1).beginArray();
    for (const Term &term : programmes.terms) {
        if (!applies(term, programme))
            continue;
        out.beginObject().member("id"_L1, term.id).member("topic"_L1, term.topic).member("says"_L1, term.says);
        writeOrigin(out, term.source, term.asOf);
    }
    out.endArray().key("conflicting"_L1).beginArray();
    for (const catalogue::ConflictingFigure &figure : programme.conflicting) {
        out.beginObject().member("what"_L1, figure.what).member("says"_L1, figure.says);
        writeOrigin(out, figure.source, figure.asOf);
    }
    out.endArray();
}

QString rulesText(const Programmes &programmes, const Programme &programme)
{
    QString text = u"\nWho qualifies\n"_s;
    for (const EligibilityRule &rule : programmes.rules) {
        if (!rule.programmes.contains(programme.id))
            continue;
        const QString stages = rule.stages.empty() ? QString() : u" ("_s + stageWords(rule.stages).join(u", "_s) + u')';
        text += u"  "_s + effectWord(rule.effect) + stages + u": "_s + generally(rule.reason)
              + origin(rule.source, rule.asOf);
    }
    return text;
}

QString sourcesText(const Programmes &programmes, const Programme &programme)
{
    QString text = u"\nTerms\n"_s;
    for (const Term &term : programmes.terms) {
        if (applies(term, programme))
            text += u"  "_s + term.topic + u": "_s + term.says + origin(term.source, term.asOf);
    }
    text += u"\nWhat other sources say\n"_s;
    if (programme.conflicting.empty())
        text += u"  Nothing else was found.\n"_s;
    for (const catalogue::ConflictingFigure &figure : programme.conflicting)
        text += u"  "_s + figure.what + u": "_s + figure.says + origin(figure.source, figure.asOf);
    return text;
}

} // namespace

QByteArray programmesJson(const Programmes &programmes)
{
    Writer out;
    out.beginObject();
    writeHead(out, programmes);
    out.key("programmes"_L1).beginArray();
    for (const Programme &programme : programmes.list) {
        out.beginObject();
        writeFigures(out, programme);
        out.endObject();
    }
    out.endArray().endObject();
    return out.take();
}

QByteArray programmesTable(const Programmes &programmes)
{
    TextTable table({u"Program"_s, u"Name"_s, u"Amount"_s, u"Window"_s, u"Valid"_s, u"Speed"_s, u"As of"_s});
    for (const Programme &programme : programmes.list)
        table.addRow({programme.id, oneLine(programme.name), funding::amountRange(programme),
                      QString::number(programme.windowMonths), QString::number(programme.validMonths),
                      oneLine(programme.speed), programme.asOf});
    QString text = table.toString();
    for (const Programme &programme : programmes.list) {
        if (!programme.overrides.empty())
            text += programme.id + u": "_s + QString::number(programme.overrides.size())
                  + u" of its figures are your own (programmes show "_s + programme.id + u")\n"_s;
    }
    return text.toUtf8();
}

QByteArray programmeJson(const Programmes &programmes, const Programme &programme)
{
    Writer out;
    out.beginObject();
    writeHead(out, programmes);
    out.key("programmes"_L1).beginArray().beginObject();
    writeFigures(out, programme);
    writeRules(out, programmes, programme);
    writeSources(out, programmes, programme);
    out.endObject().endArray().endObject();
    return out.take();
}

QByteArray programmeTable(const Programmes &programmes, const Programme &programme)
{
    QString text = programme.name + u" ("_s + programme.id + u")\n"_s;
    const auto add = [&text](const QString &label, const QString &value) {
        text += u"  "_s + label.leftJustified(10) + u' ' + oneLine(value) + u'\n';
    };
    add(u"Amount"_s, funding::amountRange(programme));
    add(u"For"_s, programme.audience);
    add(u"Covers"_s, programme.covers);
    add(u"Speed"_s, programme.speed);
    add(u"Filed"_s, programme.howFiled);
    add(u"Window"_s, QString::number(programme.windowMonths) + u" months, valid "_s
                         + QString::number(programme.validMonths) + u" months"_s);
    add(u"Source"_s, programme.source + u", "_s + programme.asOf);
    for (const catalogue::Override &change : programme.overrides)
        add(u"Your own"_s, change.key + u": "_s + change.to + u" instead of "_s + change.from + u", "_s + change.by
                               + u", "_s + change.on.toString(Qt::ISODate) + u": "_s + change.why);
    return (text + rulesText(programmes, programme) + sourcesText(programmes, programme)).toUtf8();
}

} // namespace cli
