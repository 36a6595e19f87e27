// MessageBar: a banner at the top of the window that says in words what went wrong, or what was done.
//
// It never interrupts: no dialog, no focus taken. It stays until it is dismissed or replaced. Its text is plain text.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace ui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Done };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text);
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
    Kind m_kind = Kind::Done;
};

} // namespace ui
