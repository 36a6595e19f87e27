// What an ACE channel other than the API asks on top of the API's rules: shorter limits, facts needed earlier, what has no
// place there. Read from resources/ace/*-channel.json; format and sources: resources/ace/README.md.
#pragma once

#include "catalogue/acepack.h"

namespace catalogue {

/// `api` with the channel's limits in place of its own and the channel's rules after its own; or the first thing that is
/// wrong with the file. A field may only be named when the API has it; a rule's id must be new.
domain::Result<AcePack, domain::InputError> readAceChannel(const AcePack &api, QByteArrayView bytes);

} // namespace catalogue
