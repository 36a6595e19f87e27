// MessageBar: a banner at the top of the window that says in words what went wrong, or what was done.
//
// It never interrupts: no dialog, no focus taken. It stays until it is dismissed or replaced. Its text is plain text.
// Ways out stand in it as buttons.
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace ui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Done };

    explicit MessageBar(QWidget *parent = nullptr);

    /// A way out, as a button.
    struct Action {
        QString text;
        std::function<void()> run;
    };

    void show(Kind kind, const QString &text, const std::vector<Action> &actions = {});
    QString text() const;

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintIcon();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_close = nullptr;
    QHBoxLayout *m_row = nullptr;
    std::vector<QPushButton *> m_actions;
    Kind m_kind = Kind::Done;
};

} // namespace ui
