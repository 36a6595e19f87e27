// Timers of a session: one-shot, and replaceable, so that tests need not wait.
#pragma once

#include <functional>
#include <memory>

namespace session {

class Timer {
public:
    virtual ~Timer() = default;
    /// Calls `fire` once after so many milliseconds; a start before that begins anew.
    virtual void start(int milliseconds, std::function<void()> fire) = 0;
    virtual void stop() = 0;
    virtual bool isRunning() const = 0;
};

using TimerFactory = std::function<std::unique_ptr<Timer>()>;

/// Of the event loop.
std::unique_ptr<Timer> eventLoopTimer();

} // namespace session
