// Templates: usual workloads as lines to correct, from resources/templates/templates.json.
//
// RAG, agent, summarization, classification, evaluation: each fills a use case with workloads and supporting services whose
// values are assumptions with a source. Pure: `fill` makes values, the caller adds them as one undo step.
//
//     const auto filled = catalogue::fill(*templates.find(u"rag"_s), {book, region, useCase.id, takenIds});
#pragma once

#include "catalogue/ratebook.h"
#include "domain/inputerror.h"
#include "domain/result.h"
#include "domain/worksheet.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace catalogue {

/// Why a template fills in what it does. `source` is words, never a key.
struct TemplateAssumption {
    QString field; ///< `workloads/answers/inputTokens`, `services/s3/standard-gb-month`: ids as in the template
    QString says;
    QString source;
};

struct TemplateWorkload {
    domain::Workload workload; ///< without its model
    QStringList models;        ///< in order of preference; the first that the book prices in the region is taken
};

struct UseCaseTemplate {
    QString id;   ///< `rag`
    QString name; ///< "RAG on a knowledge base"
    QString summary;
    std::vector<TemplateWorkload> workloads;
    std::vector<domain::ServiceUse> services; ///< items with their monthly quantity; without an id
    std::vector<TemplateAssumption> assumptions;
};

struct Templates {
    QString id;
    QString asOf;
    std::vector<UseCaseTemplate> list; ///< in the order of the file
    const UseCaseTemplate *find(const QString &templateId) const;
};

/// Strict, all or nothing: unknown keys, ids twice, an assumption about nothing or without a source are errors.
domain::Result<Templates, domain::InputError> readTemplates(QByteArrayView bytes);

/// Where a template is filled in.
struct TemplatePlace {
    const RateBook &book;
    QString region;
    QString useCaseId;
    QStringList takenIds; ///< ids of all workloads and services of the worksheet
};

struct FilledTemplate {
    std::vector<domain::Workload> workloads;
    std::vector<domain::ServiceUse> services;
    std::map<QString, domain::Fact> facts; ///< every assumption as a fact with status assumed, by path of ids
};

/// Ids are made unique with -2, -3. What the book does not price in the region stays in, without its model or item: a
/// missing fact, which the projection names, never an error.
FilledTemplate fill(const UseCaseTemplate &pattern, const TemplatePlace &place);

} // namespace catalogue
