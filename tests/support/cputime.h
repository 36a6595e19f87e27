// Processor time, for tests that must be quick: what else runs on the machine does not count.
#pragma once

#include <QtGlobal>

#include <ctime>

namespace support {

class CpuTime {
public:
    qint64 milliseconds() const { return qint64(std::clock() - m_start) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

#ifdef __OPTIMIZE__
inline constexpr bool kOptimized = true;
#else
inline constexpr bool kOptimized = false;
#endif

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

/// What hangs: in a build without optimization, only what takes a multiple.
inline constexpr qint64 kASecond = kOptimized ? 1000 : 10'000;
/// What ships takes less than a second for much work; sanitizers make the same work take a multiple.
inline constexpr qint64 kAboutASecond = kSanitized ? 5 * kASecond : kASecond;

} // namespace support
