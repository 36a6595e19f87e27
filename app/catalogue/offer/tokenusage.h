// TokenUsage: what a row of a Bedrock offer says it prices, read from the words of its usage type and attributes.
//
// Three spellings are in use at once: `USE1-MP:USE1_CacheReadInputTokenCount_Global-Units`,
// `USE1-MP:USE1_input_tokens_global_standard-Units` and `USE1-Nova2.0Lite-input-tokens-cross-region-global`. All are cut
// into words; a word that is not in the vocabulary makes the row not understood rather than something near it.
#pragma once

#include "catalogue/offer/offerfile.h"
#include "catalogue/ratekinds.h"

#include <optional>

namespace catalogue {

struct TokenUsage {
    QString refusal; ///< why the row is not one of ours; empty: the rest holds
    RateKind kind = RateKind::Input;
    domain::Scope scope = domain::Scope::Regional;
    bool longPrompt = false;
    QString modelPart; ///< what stands before those words: "Nova2.0Lite", "qwen.qwen3-32b-mantle", empty
};

TokenUsage tokenUsage(const OfferProduct &product);

/// A usage type without the region at its front: `USE1-`, `EUC1-`, `us-east-1-`; a word before the hyphen stays.
QString withoutRegion(const QString &usageType);

/// "CacheWrite1hInputTokenCount_Global" -> cache write 1h input token count global.
QStringList usageWords(const QString &text);

} // namespace catalogue
