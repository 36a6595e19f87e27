#include "whatif/offers.h"

#include "domain/defaults.h"

#include <QRegularExpression>

#include <algorithm>

namespace whatif {

using catalogue::Model;
using catalogue::ModelRow;
using domain::Decimal;
using domain::Scope;
using domain::Workload;
using domain::Worksheet;
using namespace Qt::StringLiterals;

namespace {

/// Names of work that nobody waits for. A workload with users is interactive whatever its name.
bool canWait(const Workload &workload)
{
    static const QRegularExpression kWords(
        u"\\b(eval|evals|evaluation|evaluations|harness|nightly|overnight|offline|batch|bulk|backfill|regression|"
        "benchmark|replay|replays)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !workload.users && (kWords.match(workload.name).hasMatch() || kWords.match(workload.id).hasMatch());
}

const ModelRow *rowOf(const Model &model, const QString &region, Scope scope)
{
    const ModelRow *row = model.row(region, scope);
    return row ? row : model.row(region, scope == Scope::Regional ? Scope::Global : Scope::Regional);
}

/// One workload with what it is priced by.
struct Priced {
    const domain::UseCase &useCase;
    const Workload &workload;
    const projection::Line &line;
    const Model &model;
    const ModelRow &row;
};

class Search {
public:
    Search(const Worksheet &worksheet, const Figures &stated, const Basis &basis, const LeverInputs &inputs)
        : m_worksheet(worksheet), m_stated(stated), m_basis(basis), m_inputs(inputs)
    {
    }

    Offers run()
    {
        const std::vector<Priced> all = priced();
        for (const Priced &entry : all)
            offerBatch(entry);
        for (const Priced &entry : all)
            offerCache(entry);
        for (const Priced &entry : all)
            offerModels(entry);
        offerGlobal(all);
        for (const Priced &entry : all)
            offerProvisioned(entry);
        return std::move(m_offers);
    }

private:
    std::vector<Priced> priced() const
    {
        std::vector<Priced> all;
        for (const domain::UseCase &useCase : m_worksheet.useCases) {
            for (const Workload &workload : useCase.workloads) {
                const projection::Line *line = m_stated.projection.line(workload.id);
                if (!line || line->basis.kind != projection::LineKind::Tokens || line->total.isZero())
                    continue;
                const Model *model = m_basis.book.model(line->model);
                const ModelRow *row = model ? model->row(line->basis.region, line->basis.scope) : nullptr;
                if (row)
                    all.push_back({useCase, workload, *line, *model, *row});
            }
        }
        return all;
    }

    void offer(Lever lever, bool likely) { m_offers.list.push_back({std::move(lever), likely}); }
    void refuse(LeverKind kind, const Priced &entry, const QString &reason)
    {
        m_offers.refused.push_back({kind, entry.workload.id, reason});
    }

    static Lever leverFor(LeverKind kind, const Priced &entry)
    {
        Lever lever;
        lever.kind = kind;
        lever.workloads = {entry.workload.id};
        return lever;
    }

    QString place(const Priced &entry) const { return entry.model.name + u" in "_s + entry.line.basis.region; }

    void offerBatch(const Priced &entry)
    {
        if (entry.line.basis.batchShare >= m_inputs.batchShare)
            return;
        if (!entry.row.rates.batchInput) {
            refuse(LeverKind::Batch, entry, u"The rate book has no Batch rate for "_s + place(entry) + u'.');
            return;
        }
        Lever lever = leverFor(LeverKind::Batch, entry);
        lever.batchShare = m_inputs.batchShare;
        offer(lever, canWait(entry.workload));
    }

    void offerCache(const Priced &entry)
    {
        const projection::LineBasis &basis = entry.line.basis;
        const bool allBatch = basis.batchShare >= Decimal::fromInteger(1);
        if (allBatch || basis.outputTokens == 0 || basis.cachedPrefixTokens > 0 || basis.inputTokens < 4)
            return;
        if (!entry.row.rates.cacheRead) {
            refuse(LeverKind::Cache, entry, u"The rate book has no prompt caching rate for "_s + place(entry) + u'.');
            return;
        }
        Lever lever = leverFor(LeverKind::Cache, entry);
        lever.prefixTokens = std::min(m_inputs.prefixTokens.value_or(basis.inputTokens / 4 * 3), basis.inputTokens);
        lever.hitRate = m_inputs.hitRate;
        offer(lever, !canWait(entry.workload)); // what can wait is better off in Batch, where nothing is cached
    }

    /// Models of the same provider that a person would try: callable, not on their way out, not doubtful.
    bool isPlausible(const Priced &entry, const Model &candidate) const
    {
        const ModelRow *row = rowOf(candidate, entry.line.basis.region, entry.line.basis.scope);
        const QDate lastDay = m_stated.projection.monthAt(m_stated.projection.months).lastDay();
        return row && candidate.provider == entry.model.provider && row->suspect.isEmpty()
            && (row->lifecycle == u"active"_s || row->lifecycle == u"new"_s)
            && (!row->endOfLife || *row->endOfLife > lastDay);
    }

    bool isCheaperPerToken(const Priced &entry, const Model &candidate) const
    {
        const ModelRow *row = rowOf(candidate, entry.line.basis.region, entry.line.basis.scope);
        if (!row || !row->rates.input || !entry.row.rates.input)
            return false;
        const auto output = [](const ModelRow &some) { return some.rates.output.value_or(domain::Rate()); };
        return *row->rates.input <= *entry.row.rates.input && output(*row) <= output(entry.row)
            && (*row->rates.input < *entry.row.rates.input || output(*row) < output(entry.row));
    }

    void offerModels(const Priced &entry)
    {
        QStringList taken{entry.model.id};
        const auto consider = [&](const Model &candidate) {
            if (taken.contains(candidate.id) || candidate.billedBy != catalogue::BilledBy::Token
                || candidate.output != entry.model.output)
                return;
            taken.append(candidate.id);
            if (!isCheaperPerToken(entry, candidate))
                return;
            Lever lever = leverFor(LeverKind::Model, entry);
            lever.model = candidate.id;
            offer(lever, false);
        };
        for (const QString &name : entry.workload.alternatives) {
            if (const Model *model = m_basis.book.model(name))
                consider(*model);
        }
        for (const Model &candidate : m_basis.book.models) {
            if (isPlausible(entry, candidate))
                consider(candidate);
        }
    }

    void offerGlobal(const std::vector<Priced> &all)
    {
        Lever lever;
        lever.kind = LeverKind::Global;
        for (const Priced &entry : all) {
            if (entry.line.basis.scope == Scope::Regional && entry.model.row(entry.line.basis.region, Scope::Global))
                lever.workloads.append(entry.workload.id);
        }
        if (!lever.workloads.isEmpty())
            offer(lever, false);
    }

    void offerProvisioned(const Priced &entry)
    {
        bool any = false;
        for (const domain::Commitment commitment :
             {domain::Commitment::None, domain::Commitment::OneMonth, domain::Commitment::SixMonths}) {
            if (!entry.row.provisioned[static_cast<std::size_t>(commitment)])
                continue;
            any = true;
            Lever lever = leverFor(LeverKind::Provisioned, entry);
            lever.modelUnits = m_inputs.modelUnits;
            lever.commitment = commitment;
            offer(lever, false);
        }
        if (!any)
            refuse(LeverKind::Provisioned, entry,
                   u"The rate book has no price for provisioned throughput of "_s + place(entry) + u'.');
    }

    const Worksheet &m_worksheet;
    const Figures &m_stated;
    const Basis &m_basis;
    const LeverInputs &m_inputs;
    Offers m_offers;
};

} // namespace

Offers offersOf(const Worksheet &worksheet, const Figures &stated, const Basis &basis, const LeverInputs &inputs)
{
    return Search(worksheet, stated, basis, inputs).run();
}

} // namespace whatif
