// NotePage: what stands in the middle where there is nothing to show: a title, why, and perhaps the way out as a button.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class NotePage : public QWidget {
    Q_OBJECT

public:
    /// The parts' object names begin with `name`: "noteTitle", "noteText", "noteButton".
    explicit NotePage(const QString &name, QWidget *parent = nullptr);

    /// No button when `button` is empty.
    void setNote(const QString &title, const QString &text, const QString &button = {}, const QString &icon = {});
    /// Null where there has been none yet.
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void clicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void sizeTexts();

    QString m_name;
    QGridLayout *m_grid = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace ui
