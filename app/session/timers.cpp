#include "session/timers.h"

#include <QObject>
#include <QTimer>

namespace session {

namespace {

class EventLoopTimer : public Timer {
public:
    EventLoopTimer()
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { std::exchange(m_fire, {})(); });
    }
    void start(int milliseconds, std::function<void()> fire) override
    {
        m_fire = std::move(fire);
        m_timer.start(milliseconds);
    }
    void stop() override { m_timer.stop(); }
    bool isRunning() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
    std::function<void()> m_fire;
};

} // namespace

std::unique_ptr<Timer> eventLoopTimer()
{
    return std::make_unique<EventLoopTimer>();
}

} // namespace session
