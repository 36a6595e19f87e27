// Events: a JSON document read piece by piece, for files too large to hold (AWS's price files).
//
// Bytes are pulled from a source in blocks; what is read is passed on at once, so memory does not grow with the file.
// Strict as parse() is: UTF-8 only, no NUL, no comments, one value. Duplicate keys are the handler's business.
#pragma once

#include "domain/inputerror.h"
#include "domain/result.h"
#include "json/json.h"

#include <functional>
#include <string_view>

namespace json {

/// Puts up to `most` bytes at `buffer` and returns how many; 0 at the end, -1 when reading failed or was canceled.
using ByteSource = std::function<qsizetype(char *buffer, qsizetype most)>;

/// Bytes in memory as a source. They must outlive it.
ByteSource sourceOf(QByteArrayView bytes);

/// What is read, in order. Returning false ends the reading: the handler knows why. Texts are UTF-8 and do not outlive
/// the call.
class EventHandler {
public:
    virtual ~EventHandler() = default;
    virtual bool beginObject() = 0;
    virtual bool endObject() = 0;
    virtual bool beginArray() = 0;
    virtual bool endArray() = 0;
    virtual bool key(std::string_view name) = 0;
    /// A text, number, true, false or null; numbers and words as they are written.
    virtual bool scalar(Kind kind, std::string_view text) = 0;
};

struct EventLimits {
    int maximumDepth = 32;
    qsizetype longestToken = 1024 * 1024; ///< bytes between two events: a text, or white space
};

enum class EventsEnd {
    Complete, ///< one whole value was read
    Stopped,  ///< the handler returned false, or the source -1
};

/// Reads one document. Of an error that has a place, `allowed` holds it ("byte 1,234").
domain::Result<EventsEnd, domain::InputError> readEvents(const ByteSource &source, EventHandler &handler,
                                                         EventLimits limits = {});

} // namespace json
