// Worksheets that strain a page: long texts, many lines, many months, other scripts, next to nothing, huge amounts.
#pragma once

#include "tests/documents/computedcase.h"

namespace testsupport {

inline domain::Worksheet seriesA()
{
    return sampleWorksheet(QStringLiteral("series-a-rag-assistant"));
}

inline QString longParagraph(const QString &firstWord)
{
    QString text = firstWord;
    while (text.size() < 1960)
        text += QStringLiteral(" agents answer the same questions by hand every day");
    return text.left(1980).trimmed() + QLatin1Char('.');
}

inline domain::Worksheet withLongTexts()
{
    domain::Worksheet worksheet = seriesA();
    domain::UseCase &useCase = worksheet.useCases.front();
    useCase.problem = longParagraph(QStringLiteral("Problem"));
    useCase.solution = longParagraph(QStringLiteral("Solution"));
    useCase.whyNow = longParagraph(QStringLiteral("Now"));
    useCase.whyBedrock = longParagraph(QStringLiteral("Bedrock"));
    useCase.scope = longParagraph(QStringLiteral("Scope"));
    useCase.outOfScope = longParagraph(QStringLiteral("Out"));
    useCase.successMetric = longParagraph(QStringLiteral("Metric"));
    useCase.baseline = longParagraph(QStringLiteral("Baseline"));
    worksheet.aws.spendChangeReason = longParagraph(QStringLiteral("Reason")).left(499);
    return worksheet;
}

inline domain::Worksheet withManyLines()
{
    domain::Worksheet worksheet = seriesA();
    domain::UseCase &useCase = worksheet.useCases.front();
    for (int i = 0; i < 20; ++i) {
        domain::ServiceUse service;
        service.id = QStringLiteral("service-%1").arg(i);
        service.service = QStringLiteral("Amazon Service Number %1 With A Long Name").arg(i);
        service.monthlyUsd = domain::Money::fromCents(10'037 + i * 3'711);
        service.growthPerMonth = domain::Decimal::fromMillionths(10'000);
        useCase.services.push_back(service);
    }
    for (int i = 0; i < 10; ++i) {
        domain::Workload workload = useCase.workloads.front();
        workload.id = QStringLiteral("extra-%1").arg(i);
        workload.name = QStringLiteral("Workload number %1 of the assistant").arg(i);
        workload.requestsPerDay = 1000 * (i + 1);
        workload.steps.clear();
        workload.range = {};
        workload.batchShare = domain::Decimal::fromMillionths(500'000);
        useCase.workloads.push_back(workload);
    }
    worksheet.funding.months = 36;
    worksheet.funding.pools[1].months = 36;
    return worksheet;
}

inline domain::Worksheet europeanCompany()
{
    domain::Worksheet worksheet = seriesA();
    worksheet.company.name = QStringLiteral("Österreichische Gesellschaft für Künstliche Intelligenz und "
                                            "Datenverarbeitung im Gesundheitswesen mbH & Co. KG");
    worksheet.company.country = QStringLiteral("DE");
    worksheet.company.city = QStringLiteral("Frankfurt am Main");
    worksheet.company.state = QStringLiteral("Hessen");
    worksheet.useCases.front().problem =
        QStringLiteral("L’équipe d’assistance répond à la main : 41 % des tickets répètent une réponse qui figure déjà "
                       "dans la documentation. Œuvre, cœur, naïve, façade, ÅÄÖ, ß, ŁÓDŹ, Кириллица, Ελληνικά.");
    return worksheet;
}

/// German names that no line holds, in every place that is set as one line.
inline domain::Worksheet longNames()
{
    domain::Worksheet worksheet = seriesA();
    worksheet.company.name = QStringLiteral("Vereinigte Norddeutsche Seehafenspeditionsversicherungsgesellschaft "
                                            "Müller, Großmann & Söhne GmbH & Co. KGaA");
    worksheet.company.website = QStringLiteral("https://www.seehafenspeditionsversicherungsgesellschaft.example/start");
    worksheet.company.description = QStringLiteral("Wir versichern Seehafenspeditionen ").repeated(6).trimmed();
    worksheet.company.country = QStringLiteral("DE");
    worksheet.company.lastRound->leadInvestor =
        QStringLiteral("Beteiligungsgesellschaft für mittelständische Unternehmensnachfolge Rhein-Neckar mbH");
    worksheet.partner.name =
        QStringLiteral("Süddeutsche Wolkeninfrastruktur- und Datenverarbeitungsgesellschaft mbH & Co. KG");
    domain::UseCase &useCase = worksheet.useCases.front();
    useCase.title = QStringLiteral("Rechtsschutzversicherungsgesellschaftenschadensfallbearbeitungsassistent für die "
                                   "Hauptverwaltung");
    useCase.workloads.front().name =
        QStringLiteral("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsantwort");
    return worksheet;
}

inline domain::Worksheet hostileTexts()
{
    domain::Worksheet worksheet = seriesA();
    worksheet.company.description = QStringLiteral("<img src=\"file:///etc/passwd\"> =HYPERLINK(\"http://x\",\"y\")");
    worksheet.useCases.front().solution =
        QStringLiteral("<script>alert(1)</script> {{braces}} %1 %2 \u202eesrever\u202c \u200fmark\u200e tab\there %s");
    worksheet.useCases.front().whyNow = QStringLiteral("Unassigned \U000e0fff sign, then 漢字 and עברית and العربية.");
    return worksheet;
}

inline domain::Worksheet nextToNothing()
{
    domain::Worksheet worksheet;
    worksheet.company.name = QStringLiteral("Bare");
    domain::UseCase useCase;
    useCase.id = QStringLiteral("u");
    useCase.proofOfConcept = true;
    domain::Workload workload;
    workload.id = QStringLiteral("w");
    workload.model = QStringLiteral("anthropic.claude-sonnet-4-6");
    workload.requestsPerDay = 10'000;
    workload.inputTokens = 5'000;
    workload.outputTokens = 500;
    useCase.workloads.push_back(workload);
    worksheet.useCases.push_back(useCase);
    domain::PoolRequest pool;
    pool.id = pool.programme = QStringLiteral("bedrock-poc");
    worksheet.funding.pools.push_back(pool);
    return worksheet;
}

inline domain::Worksheet hugeAmounts()
{
    domain::Worksheet worksheet = seriesA();
    worksheet.useCases.front().workloads.front().requestsPerDay = 2'000'000;
    worksheet.useCases.front().workloads.front().range = {};
    return worksheet;
}

} // namespace testsupport
