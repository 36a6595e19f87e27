#include "records/kit/agentnotes.h"

#include "records/english.h"
#include "records/kit/submission.h"
#include "records/request.h"

namespace records {

using namespace Qt::StringLiterals;

namespace {

class Notes {
public:
    void head(const QString &title)
    {
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text += title + u'\n';
    }
    void fact(const QString &label, const QString &value)
    {
        const QString text = plain(value);
        if (!text.isEmpty())
            m_text += u"- "_s + label + u": "_s + text + u'\n';
    }
    void fact(const QString &label, const QStringList &values) { fact(label, values.join(u", "_s)); }
    void date(const QString &label, const std::optional<QDate> &day)
    {
        if (day && day->isValid())
            fact(label, day->toString(Qt::ISODate));
    }
    QByteArray take() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

QStringList present(const QStringList &texts)
{
    QStringList some;
    for (const QString &text : texts) {
        if (!text.trimmed().isEmpty())
            some.append(text.trimmed());
    }
    return some;
}

void customer(Notes &notes, const domain::Worksheet &worksheet, const Record &record)
{
    const domain::Company &company = worksheet.company;
    notes.head(u"Customer"_s);
    notes.fact(u"Company name"_s, company.name);
    notes.fact(u"Website"_s, company.website);
    notes.fact(u"Industry"_s, company.industry == "Other"_L1 ? company.otherIndustry : company.industry);
    notes.fact(u"What it does"_s, company.description);
    notes.fact(u"Country"_s, company.country);
    notes.fact(u"State"_s, company.country == "US"_L1 ? company.state : QString());
    notes.fact(u"Postal code"_s, company.postalCode);
    notes.fact(u"City"_s, company.city);
    notes.fact(u"AWS account ID"_s, record.accountId);
    for (const domain::Contact &contact : worksheet.contacts)
        notes.fact(u"Contact"_s, present({contact.firstName + u' ' + contact.lastName, contact.title,
                                          contact.email.toLower(), contact.phone}));
}

void opportunity(Notes &notes, const Record &record, const projection::Projection &projection)
{
    notes.head(u"Opportunity"_s);
    notes.fact(u"Project title"_s, record.title);
    notes.fact(u"Use case"_s, record.customerUseCase);
    notes.fact(u"Customer business problem"_s, record.businessProblem);
    notes.fact(u"Estimated AWS monthly recurring revenue"_s,
               u"USD "_s + record.statedMonthlySpend.toString() + u", as of "_s
                   + monthAndYear(projection.monthAt(record.statedMonth)));
    notes.fact(u"Target close date"_s, record.targetCloseDate.toString(Qt::ISODate));
    notes.fact(u"Opportunity type"_s,
               record.opportunityType.isEmpty() ? u"Net New Business"_s : record.opportunityType);
    notes.fact(u"Stage"_s, record.stage);
    notes.fact(u"Delivery model"_s, record.deliveryModels);
    notes.fact(u"Sales activities so far"_s, record.salesActivities);
    notes.fact(u"Next steps"_s, record.nextSteps);
    notes.fact(u"Needed from AWS"_s, record.primaryNeeds);
    notes.fact(u"Involvement"_s, involvement(record));
    notes.fact(u"Pricing Calculator estimate"_s, record.estimationUrl);
    notes.fact(u"Comments"_s, record.comments);
}

void solution(Notes &notes, const Record &record, const projection::Projection &projection)
{
    notes.head(u"Solution and AWS services"_s);
    notes.fact(u"Partner solutions"_s, record.solutionIds);
    notes.fact(u"Solution, if none is listed"_s, otherSolution(record));
    notes.fact(u"AWS product codes"_s, record.productCodes);
    const auto month = static_cast<std::size_t>(record.statedMonth - 1);
    for (const int index : record.statedLines) {
        const projection::Line &line = projection.lines.at(static_cast<std::size_t>(index));
        notes.fact(u"Monthly spend"_s, line.service + (line.modelName.isEmpty() ? QString() : u", "_s + line.modelName)
                                           + u" ("_s + line.name + u"): USD "_s + line.monthly.at(month).toString());
    }
}

void plan(Notes &notes, const Record &record)
{
    notes.head(u"Plan"_s);
    notes.fact(u"In scope"_s, record.inScope);
    notes.fact(u"Out of scope"_s, record.outOfScope);
    notes.fact(u"Success metric"_s, record.metric);
    notes.fact(u"Baseline today"_s, record.baseline);
    notes.fact(u"Evaluation"_s, record.evaluation);
    notes.fact(u"Decision"_s, record.decision);
    notes.date(u"Starts"_s, record.startsOn);
    notes.date(u"Ends"_s, record.endsOn);
    notes.date(u"Goes live"_s, record.goLiveOn);
}

} // namespace

QByteArray agentNotes(const Record &record, const domain::Worksheet &worksheet,
                      const projection::Projection &projection)
{
    Notes notes;
    customer(notes, worksheet, record);
    opportunity(notes, record, projection);
    solution(notes, record, projection);
    plan(notes, record);
    return notes.take();
}

} // namespace records
