// Clock: today and now, for those who may know them (session, ui, cli). A test gives a fixed one.
#pragma once

#include <QDate>
#include <QDateTime>

namespace ports {

class Clock {
public:
    virtual ~Clock() = default;

    /// The day that everything is computed as of.
    virtual QDate today() const = 0;
    /// When a save happens, UTC.
    virtual QDateTime now() const = 0;
};

} // namespace ports
