// RequestCheck: a window in which an ACE request, made by anyone, is checked against the rules of a channel: findings by
// field, each with AWS's code, what is wrong and what to do. It begins with the channel that the profile of the open case
// file prefers. An update of an opportunity that the open file has is held against what was filed.
#pragma once

#include "session/desk.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class ElidingLabel;
class FindingsPane;

/// Whether these bytes are a JSON object with keys of such a request, and no file of this program.
bool looksLikeRequest(const QByteArray &bytes);

class RequestCheck : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 kLongestRequest = 4 * 1024 * 1024;

    /// `desk` must outlive it. A window, also with a parent. `today` is the day it checks for.
    RequestCheck(session::Desk &desk, QDate today, QWidget *parent);
    ~RequestCheck() override;

    /// Checks a file; it is read again on demand.
    void showFile(const QString &path);
    /// Checks a request that is in no file.
    void showRequest(const QString &title, const QByteArray &bytes);
    const domain::Findings &findings() const { return m_findings; }

private:
    void build();
    void read();
    void check();
    /// Adds what is wrong; how the summary says what it was held against.
    QString checkAgainstFiled();
    void say(const QString &summary);
    void makeDefault();
    QString channel() const;

    session::Desk &m_desk;
    QDate m_today;
    QString m_path; ///< empty: a request that is in no file
    QByteArray m_bytes;
    domain::Findings m_findings;
    ElidingLabel *m_name = nullptr;
    QComboBox *m_operation = nullptr;
    QComboBox *m_channel = nullptr;
    QPushButton *m_default = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_summary = nullptr;
    FindingsPane *m_list = nullptr;
};

} // namespace ui
