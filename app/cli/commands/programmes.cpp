#include "cli/commands.h"
#include "cli/fundingoutput.h"

namespace cli {

using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

void describe(Arguments &arguments)
{
    arguments.positional(u"WHAT"_s, u"list, or show PROGRAM: who qualifies, terms, sources that disagree."_s)
        .positional(u"PROGRAM"_s, u"A program's id, such as bedrock-poc."_s, u"[PROGRAM]"_s)
        .option(u"format"_s, u"table or json."_s, u"format"_s, u"table"_s)
        .withProgrammes();
}

Outcome<ExitStatus> run(const Arguments &arguments)
{
    const QStringList words = arguments.files();
    const QString what = words.isEmpty() ? QString() : words.first();
    if (what != u"list" && what != u"show")
        return Unexpected(usage(u"say list, or show PROGRAM"_s));
    const qsizetype count = what == u"show" ? 2 : 1;
    if (const Step counted = arguments.expect(count, count, u"the program's id"_s); !counted)
        return Unexpected(counted.error());
    const auto format = arguments.oneOf(u"format"_s, {u"table"_s, u"json"_s});
    if (!format)
        return Unexpected(format.error());
    const auto data = shipped(arguments);
    if (!data)
        return Unexpected(data.error());
    const catalogue::Programmes &programmes = data->programmes;
    const bool json = *format == u"json";
    QByteArray text = json ? programmesJson(programmes) : programmesTable(programmes);
    if (what == u"show") {
        const catalogue::Programme *programme = programmes.find(words.at(1));
        if (!programme) {
            QStringList known;
            for (const catalogue::Programme &one : programmes.list)
                known.append(one.id);
            return Unexpected(
                usage(u"there is no program \""_s + words.at(1) + u"\"; there are "_s + known.join(u", "_s)));
        }
        text = json ? programmeJson(programmes, *programme) : programmeTable(programmes, *programme);
    }
    if (const Step printed = print(text); !printed)
        return Unexpected(printed.error());
    return Done;
}

} // namespace

Command programmesCommand()
{
    return {u"programmes"_s, u"the funding programs: amounts, who qualifies, terms, and their sources"_s, describe,
            run};
}

} // namespace cli
