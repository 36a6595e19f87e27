// A user's own programme figures, kept apart from the shipped ones: who changed what, when and why.
//
// File (UTF-8 JSON): {"format": "briefstack-programme-overrides", "version": 1, "overrides": [{"programme": "bedrock-poc",
// "set": {"ceilingUsd": "100000"}, "by": "Ada Reyes", "on": "2026-11-20", "why": "Terms of our contract."}]}.
// What can be set: floorUsd, ceilingUsd (dollars as text; "none" takes the limit away), windowMonths (1..36), validMonths
// (1..60), audience, covers, speed, howFiled. Everything is a text, as it is in the record of the change.
#pragma once

#include "catalogue/programmes.h"

namespace catalogue {

/// `shipped` with the file's changes, each noted in Programme::overrides with the value it replaced. Strict, all or nothing.
domain::Result<Programmes, domain::InputError> withOverrides(const Programmes &shipped, QByteArrayView bytes);

} // namespace catalogue
