#include "json/events.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

namespace json {

using domain::InputError;
using domain::InputProblem;
using domain::Unexpected;
using namespace Qt::StringLiterals;

namespace {

/// The bytes as the parser pulls them, with what must end the reading before the parser would notice.
class Feed {
public:
    Feed(const ByteSource &source, qsizetype longestToken) : m_source(source), m_longestToken(longestToken) {}

    enum class Trouble { None, Source, Nul, LongToken };

    bool atEnd()
    {
        if (m_next == m_end && m_trouble == Trouble::None && !m_finished)
            fill();
        return m_next == m_end || m_trouble != Trouble::None;
    }

    /// Only after atEnd() said no.
    char current() const { return *m_next; }

    void advance()
    {
        ++m_next;
        if (++m_sinceEvent > m_longestToken)
            m_trouble = Trouble::LongToken;
    }

    void eventSeen() { m_sinceEvent = 0; }
    Trouble trouble() const { return m_trouble; }
    qint64 position() const { return m_before + (m_next - m_buffer.data()); }

private:
    void fill()
    {
        m_before += m_end - m_buffer.data();
        const qsizetype got = m_source(m_buffer.data(), static_cast<qsizetype>(m_buffer.size()));
        m_next = m_buffer.data();
        m_end = m_next + std::max<qsizetype>(got, 0);
        m_finished = got <= 0;
        if (got < 0)
            m_trouble = Trouble::Source;
        // The library takes a NUL for the end of the document, and would not look at what follows it.
        else if (got > 0 && std::memchr(m_next, 0, static_cast<std::size_t>(got)))
            m_trouble = Trouble::Nul;
    }

    const ByteSource &m_source;
    qsizetype m_longestToken;
    std::array<char, 64 * 1024> m_buffer{};
    const char *m_next = m_buffer.data();
    const char *m_end = m_buffer.data();
    qint64 m_before = 0;
    qsizetype m_sinceEvent = 0;
    bool m_finished = false;
    Trouble m_trouble = Trouble::None;
};

/// What the library reads from: two of them compare equal at the end.
class FeedIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = char;

    FeedIterator() = default;
    explicit FeedIterator(Feed &feed) : m_feed(&feed) {}

    char operator*() const { return m_feed->current(); }
    FeedIterator &operator++()
    {
        m_feed->advance();
        return *this;
    }
    FeedIterator operator++(int)
    {
        const FeedIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const FeedIterator &a, const FeedIterator &b) { return a.ended() == b.ended(); }
    friend bool operator!=(const FeedIterator &a, const FeedIterator &b) { return !(a == b); }

private:
    bool ended() const { return !m_feed || m_feed->atEnd(); }
    Feed *m_feed = nullptr;
};

/// Passes events on and keeps the first error.
class Bridge : public nlohmann::json_sax<nlohmann::json> {
public:
    Bridge(EventHandler &handler, Feed &feed, int maximumDepth)
        : m_handler(handler), m_feed(feed), m_maximumDepth(maximumDepth)
    {
    }

    bool null() override { return pass(Kind::Null, "null"); }
    bool boolean(bool value) override { return pass(Kind::Boolean, value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return pass(Kind::Integer, std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return pass(Kind::Integer, std::to_string(value)); }
    bool number_float(number_float_t, const string_t &text) override { return pass(Kind::Number, text); }
    bool string(string_t &text) override
    {
        if (text.find('\0') != string_t::npos)
            return fail({InputProblem::NotUtf8, {}, u"a NUL character"_s, {}});
        return pass(Kind::String, text);
    }
    bool binary(binary_t &) override { return false; } // JSON text has none
    bool start_object(std::size_t) override { return open(&EventHandler::beginObject); }
    bool start_array(std::size_t) override { return open(&EventHandler::beginArray); }
    bool end_object() override { return close(&EventHandler::endObject); }
    bool end_array() override { return close(&EventHandler::endArray); }
    bool key(string_t &text) override
    {
        m_feed.eventSeen();
        return m_handler.key(text);
    }

    bool parse_error(std::size_t, const std::string &lastToken, const nlohmann::json::exception &reason) override
    {
        constexpr std::size_t kExcerpt = 80;
        if (std::string_view(reason.what()).find("UTF-8") != std::string_view::npos)
            return fail({InputProblem::NotUtf8, {}, {}, {}});
        const auto token = QByteArray(lastToken.data(), static_cast<qsizetype>(std::min(lastToken.size(), kExcerpt)));
        return fail({InputProblem::NotJson, {}, QString::fromUtf8(token), {}});
    }

    const std::optional<InputError> &error() const { return m_error; }

private:
    bool pass(Kind kind, std::string_view text)
    {
        m_feed.eventSeen();
        return m_handler.scalar(kind, text);
    }

    bool open(bool (EventHandler::*begin)())
    {
        m_feed.eventSeen();
        if (m_depth == m_maximumDepth)
            return fail({InputProblem::TooDeep, {}, {}, QString::number(m_maximumDepth) + u" levels"_s});
        ++m_depth;
        return (m_handler.*begin)();
    }

    bool close(bool (EventHandler::*end)())
    {
        m_feed.eventSeen();
        --m_depth;
        return (m_handler.*end)();
    }

    bool fail(InputError error)
    {
        if (!m_error)
            m_error = std::move(error);
        return false;
    }

    EventHandler &m_handler;
    Feed &m_feed;
    int m_maximumDepth;
    int m_depth = 0;
    std::optional<InputError> m_error;
};

QString place(const Feed &feed)
{
    return u"byte "_s + QString::number(feed.position());
}

} // namespace

ByteSource sourceOf(QByteArrayView bytes)
{
    return [rest = bytes](char *buffer, qsizetype most) mutable {
        const qsizetype length = std::min(most, rest.size());
        if (length > 0)
            std::memcpy(buffer, rest.data(), static_cast<std::size_t>(length));
        rest = rest.sliced(length);
        return length;
    };
}

domain::Result<EventsEnd, InputError> readEvents(const ByteSource &source, EventHandler &handler, EventLimits limits)
{
    const auto feed = std::make_unique<Feed>(source, limits.longestToken);
    Bridge bridge(handler, *feed, limits.maximumDepth);
    const bool complete = nlohmann::json::sax_parse(FeedIterator(*feed), FeedIterator(), &bridge);
    switch (feed->trouble()) {
    case Feed::Trouble::Source: return EventsEnd::Stopped;
    case Feed::Trouble::Nul:
        return Unexpected(InputError{InputProblem::NotUtf8, {}, u"a NUL character"_s, place(*feed)});
    case Feed::Trouble::LongToken:
        return Unexpected(InputError{InputProblem::TooLarge,
                                     {},
                                     u"a text at "_s + place(*feed),
                                     QString::number(limits.longestToken) + u" bytes in one piece"_s});
    case Feed::Trouble::None: break;
    }
    if (bridge.error()) {
        InputError error = *bridge.error();
        if (error.problem == InputProblem::NotJson && feed->atEnd())
            error.value.clear(); // cut short
        if (error.allowed.isEmpty())
            error.allowed = place(*feed);
        return Unexpected(error);
    }
    return complete ? EventsEnd::Complete : EventsEnd::Stopped;
}

} // namespace json
