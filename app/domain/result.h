// Result<T, E>: a value or a typed error, never both, never ignored.
//
// std::expected is not usable by clang 14's tools with this standard library, so this is a small stand-in whose member
// names are a subset of std::expected's; switching later is one `using`.
//
//     Result<Money, InputError> price = Money::parse(text);
//     if (!price) return Unexpected(price.error());
#pragma once

#include <optional>
#include <utility>
#include <variant>

namespace domain {

/// Wraps an error so that it converts to a Result of any value type.
template <class E>
class Unexpected {
public:
    explicit Unexpected(E error) : m_error(std::move(error)) {}
    const E &error() const & { return m_error; }
    E &&error() && { return std::move(m_error); }

private:
    E m_error;
};

template <class T, class E>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    template <class G>
    Result(Unexpected<G> failure) : m_state(std::in_place_index<1>, E(std::move(failure).error()))
    {
    }

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const E &error() const & { return std::get<1>(m_state); }
    E &&error() && { return std::get<1>(std::move(m_state)); }

    T value_or(T fallback) const & { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, E> m_state;
};

/// A step that yields nothing but may fail.
template <class E>
class [[nodiscard]] Result<void, E> {
public:
    Result() = default;
    template <class G>
    Result(Unexpected<G> failure) : m_error(E(std::move(failure).error()))
    {
    }

    bool has_value() const noexcept { return !m_error; }
    explicit operator bool() const noexcept { return has_value(); }
    const E &error() const & { return *m_error; }

private:
    std::optional<E> m_error;
};

} // namespace domain
