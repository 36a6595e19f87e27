#include "domain/identifiers.h"

namespace domain {

using namespace Qt::StringLiterals;

QString slugOf(const QString &text)
{
    constexpr qsizetype kMostSigns = 60;
    QString slug;
    for (const QChar character : text.toLower()) {
        const bool stays = (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9');
        if (stays)
            slug += character;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    slug.truncate(kMostSigns);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.isEmpty() ? u"case"_s : slug;
}

QString nameFromId(const QString &id)
{
    const QString words = QString(id).replace(u'-', u' ');
    return words.left(1).toUpper() + words.mid(1);
}

QString freeName(const QString &wanted, QSet<QString> &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = wanted + u'-' + QString::number(number);
    taken.insert(name);
    return name;
}

namespace {

template <class Visit>
void eachService(Worksheet &worksheet, Visit &&visit)
{
    for (UseCase &useCase : worksheet.useCases) {
        for (ServiceUse &service : useCase.services)
            visit(service);
    }
    for (ServiceUse &service : worksheet.footprint)
        visit(service);
}

} // namespace

void fillIds(Worksheet &worksheet)
{
    QSet<QString> lines;
    for (const UseCase &useCase : worksheet.useCases) {
        for (const Workload &workload : useCase.workloads)
            lines.insert(workload.id);
    }
    eachService(worksheet, [&lines](const ServiceUse &service) {
        if (!service.id.isEmpty())
            lines.insert(service.id);
    });
    eachService(worksheet, [&lines](ServiceUse &service) {
        if (service.id.isEmpty())
            service.id = freeName(slugOf(service.service), lines);
    });

    QSet<QString> pools;
    for (const PoolRequest &pool : worksheet.funding.pools) {
        if (!pool.id.isEmpty())
            pools.insert(pool.id);
    }
    // Any text may stand for a programme until it is looked up; its pool's id has the form of a stated one all the same.
    constexpr qsizetype kRoomForANumber = 36;
    for (PoolRequest &pool : worksheet.funding.pools) {
        if (pool.id.isEmpty())
            pool.id = freeName(slugOf(pool.programme).left(kRoomForANumber), pools);
    }
}

} // namespace domain
