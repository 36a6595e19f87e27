#include "drafting/randomcases.h"

#include "records/stackfixture.h"

namespace drafting {

using namespace Qt::StringLiterals;

namespace {

struct Place {
    QString country;
    QString state;
    QString postalCode;
};

class Dice {
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}

    int upTo(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most + 1)); }
    bool maybe() { return upTo(1) == 1; }
    template <class List>
    auto oneOf(const List &list)
    {
        return list[static_cast<typename List::size_type>(upTo(static_cast<int>(list.size()) - 1))];
    }
    QStringList some(const QStringList &list)
    {
        QStringList chosen;
        for (const QString &entry : list) {
            if (upTo(2) == 0)
                chosen.append(entry);
        }
        return chosen.isEmpty() ? QStringList{oneOf(list)} : chosen;
    }
    /// Words of several scripts, quotes and dollar signs among them, of at most `most` code points.
    QString text(int most)
    {
        static const QStringList kWords{u"agents"_s,     u"Küche"_s, u"日本語"_s, u"\U0001F680"_s, u"it's"_s,
                                        u"\"quoted\""_s, u"$(rm)"_s, u"`x`"_s,    u"50%"_s,        u"a;b"_s,
                                        u"<b>"_s,        u"naïve"_s, u"שלום"_s,   u"=1+1"_s,       u"answers"_s};
        QString made = oneOf(kWords);
        const int wanted = 1 + upTo(most - 1);
        while (made.toUcs4().size() < wanted)
            made += u' ' + oneOf(kWords);
        return made.toUcs4().size() <= wanted
                 ? made
                 : QString::fromUcs4(reinterpret_cast<const char32_t *>(made.toUcs4().constData()), wanted);
    }

private:
    std::mt19937 m_engine;
};

const QStringList kIndustries{u"Software and Internet"_s, u"Healthcare"_s, u"Energy - Oil and Gas"_s,   u"Other"_s,
                              u"Financial Services"_s,    u"Retail"_s,     u"Non-Profit Organization"_s};

void fillCompany(domain::Company &company, Dice &dice)
{
    static const std::vector<Place> kPlaces{{u"US"_s, u"Washington"_s, u"98101"_s},
                                            {u"US"_s, u"Dist. of Columbia"_s, u"20001-1234"_s},
                                            {u"DE"_s, {}, u"10115"_s},
                                            {u"GB"_s, {}, u"SW1A 1AA"_s},
                                            {u"JP"_s, {}, u"100-0001"_s},
                                            {u"CA"_s, {}, u"K1A 0B1"_s},
                                            {u"NL"_s, {}, u"1012 AB"_s},
                                            {u"HK"_s, {}, {}}};
    const Place place = dice.oneOf(kPlaces);
    company.name = dice.text(120).trimmed();
    company.website = dice.maybe() ? u"https://www.example.com"_s : u"shop.example.co"_s;
    company.country = place.country;
    company.state = place.state;
    company.postalCode = place.postalCode;
    company.city = dice.maybe() ? dice.text(255) : QString();
    company.street = dice.maybe() ? dice.text(255) : QString();
    company.industry = dice.oneOf(kIndustries);
    company.otherIndustry = dice.text(255);
    company.duns = dice.maybe() ? u"012345678"_s : QString();
}

void fillContacts(domain::Worksheet &worksheet, Dice &dice)
{
    worksheet.contacts.clear();
    for (int i = dice.upTo(3); i > 0; --i) {
        domain::Contact contact;
        contact.firstName = dice.maybe() ? dice.text(80) : QString();
        contact.lastName = dice.text(80);
        contact.email = dice.maybe() ? u"Jane.Doe+%1@Example.com"_s.arg(i) : QString();
        contact.phone = dice.maybe() ? u"+12065550100"_s : QString();
        contact.title = dice.maybe() ? dice.text(80) : QString();
        worksheet.contacts.push_back(contact);
    }
    worksheet.partner.owner = domain::Person{dice.text(80), dice.text(80), {}, u"Pat.Lee@Partner.example"_s, {}};
    worksheet.partner.solutionIds.clear();
    for (int i = dice.upTo(12); i > 0; --i)
        worksheet.partner.solutionIds.append(u"S-%1"_s.arg(1000000 + i));
}

domain::RecordFacts facts(const QString &pool, Dice &dice)
{
    domain::RecordFacts own;
    own.pool = pool;
    own.title = dice.maybe() ? dice.text(60) : QString();
    own.problem = dice.maybe() ? dice.text(900) + u" and a twenty letter end."_s : QString();
    own.stage = dice.oneOf(QStringList{u"Qualified"_s, u"Technical Validation"_s, u"Business Validation"_s});
    own.nextSteps = dice.maybe() ? dice.text(255) : QString();
    own.comments = dice.maybe() ? dice.text(255) : QString();
    own.primaryNeeds = dice.some({u"Co-Sell - Technical Consultation"_s, u"Co-Sell - Deal Support"_s,
                                  u"Co-Sell - Support for Public Tender / RFx"_s});
    own.salesActivities = dice.some({u"Conducted POC / Demo"_s, u"SOW Signed"_s, u"Completed Action Plan"_s});
    own.deliveryModels = dice.some({u"SaaS or PaaS"_s, u"Professional Services"_s, u"Other"_s});
    own.opportunityType = dice.maybe() ? u"Expansion"_s : u"Net New Business"_s;
    own.estimationUrl =
        dice.maybe() ? u"https://calculator.aws/#/estimate?id=0123456789abcdef0123456789abcdef"_s : QString();
    own.opportunityId = u"O%1"_s.arg(1 + dice.upTo(1000000));
    return own;
}

} // namespace

domain::Worksheet randomCase(quint32 seed)
{
    Dice dice(seed);
    domain::Worksheet worksheet = records::seriesA();
    fillCompany(worksheet.company, dice);
    fillContacts(worksheet, dice);
    for (domain::UseCase &useCase : worksheet.useCases) {
        for (domain::Workload &workload : useCase.workloads) {
            if (workload.requestsPerDay)
                workload.requestsPerDay = 1 + dice.upTo(100000);
            workload.inputTokens = 1 + dice.upTo(20000);
            workload.outputTokens = 1 + dice.upTo(4000);
        }
    }
    worksheet.records.clear();
    for (const domain::PoolRequest &pool : worksheet.funding.pools)
        worksheet.records.push_back(facts(pool.id, dice));
    return worksheet;
}

} // namespace drafting
