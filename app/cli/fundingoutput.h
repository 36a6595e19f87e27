// What `project` says about programmes and demand, and what `programmes` says about the rules, as JSON and as tables.
#pragma once

#include "drafting/fundingview.h"
#include "json/writer.h"

namespace cli {

/// The members `programmes`, `paths`, `suggestedPools` and `envelope` of the projection's object.
void writeFundingView(json::Writer &out, const drafting::FundingView &view, const catalogue::Programmes &programmes);
QString fundingViewTable(const drafting::FundingView &view, const catalogue::Programmes &programmes);

QByteArray programmesJson(const catalogue::Programmes &programmes);
QByteArray programmesTable(const catalogue::Programmes &programmes);
/// One programme with its rules, its terms and what other sources say.
QByteArray programmeJson(const catalogue::Programmes &programmes, const catalogue::Programme &programme);
QByteArray programmeTable(const catalogue::Programmes &programmes, const catalogue::Programme &programme);

} // namespace cli
