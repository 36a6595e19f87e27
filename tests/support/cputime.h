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

/// What ships takes less than a second; a build without optimization, perhaps with sanitizers, may take a multiple.
inline constexpr qint64 kAboutASecond = kOptimized ? 1000 : 10'000;

} // namespace support
