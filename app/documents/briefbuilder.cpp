#include "documents/briefbuilder.h"

#include "documents/formats.h"
#include "documents/sections.h"

using namespace Qt::StringLiterals;

namespace documents {

Paper paperOf(const domain::Worksheet &worksheet)
{
    const QString &country = worksheet.company.country;
    return country.isEmpty() || country == u"US" ? Paper::Letter : Paper::A4;
}

Properties propertiesOf(const RecordView &view)
{
    Properties properties;
    const QString program = view.programme.name.isEmpty() ? view.record.programme : view.programme.name;
    properties.title =
        view.record.title.isEmpty() ? QString(view.worksheet.company.name + u": " + program) : view.record.title;
    properties.subject = program
                       + (view.pool.ask.isZero() ? QString() : QString(u", ask " + textDollars(view.pool.ask))) + u", "
                       + windowOf(view, view.pool);
    properties.author = view.worksheet.partner.name;
    properties.keywords = {view.worksheet.company.name, program, u"Amazon Bedrock"_s, u"AWS credits"_s};
    properties.keywords.removeAll(QString());
    properties.date = view.input.asOf;
    return properties;
}

namespace {

void setFooter(Brief &brief, const RecordView &view)
{
    const QString dot = u" \u00b7 "_s;
    brief.footerLeft =
        view.worksheet.company.name + dot + brief.band.program + dot + u"Prepared " + shortDate(view.input.asOf);
    QStringList right{u"Revision "_s + QString::number(view.input.revision)};
    if (!view.input.shortHash.isEmpty())
        right.append(view.input.shortHash);
    if (view.projection.rateBookAsOf.isValid())
        right.append(u"Rate book "_s + shortDate(view.projection.rateBookAsOf));
    brief.footerRight = right.join(dot);
}

Brief buildBrief(const RecordView &view)
{
    Brief brief;
    Assumptions assumptions;
    addWorkloadAssumptions(assumptions, view);
    brief.band = bandOf(view);
    Section scope = scopeSection(view, assumptions);
    brief.strip = stripOf(view, assumptions);
    addOtherAssumptions(assumptions, view);
    brief.sections.push_back(useCaseSection(view, brief.findings));
    brief.sections.push_back(std::move(scope));
    brief.sections.push_back(spendSection(view, assumptions));
    brief.sections.push_back(numbersSection(view, assumptions));
    brief.sections.push_back(afterSection(view));
    brief.sections.push_back(stackSection(view));
    brief.sections.push_back(partnerSection(view));
    Section list;
    list.kind = SectionKind::Assumptions;
    list.head = u"Assumptions and confirmations"_s;
    list.blocks.push_back(assumptions.list());
    brief.sections.push_back(std::move(list));
    return brief;
}

} // namespace

Brief buildDocument(const BriefInput &input)
{
    const RecordView view(input);
    Brief brief = input.record.kind == records::RecordKind::Opportunity ? buildBrief(view) : buildHandout(view);
    brief.paper = paperOf(input.worksheet);
    brief.properties = propertiesOf(view);
    setFooter(brief, view);
    return brief;
}

} // namespace documents
