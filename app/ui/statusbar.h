// StatusBar: when the case was saved, how old the prices are, which file is open, and how far long work is, with a way to stop it.
#pragma once

#include <QDate>
#include <QStatusBar>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QToolButton;
QT_END_NAMESPACE

namespace ui {

class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    /// Amber, and says so, when the book is older than 60 days on `today`.
    void setRateBook(QDate asOf, QDate today);
    void setFile(const QString &text);
    /// Whether the case is saved, in words; nothing when empty. `good`: there is nothing to worry about.
    void setSaved(const QString &words, bool good);
    void setRunning(bool running);

public Q_SLOTS:
    void setProgress(int percent);

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colorLabels();

    QLabel *m_savedMark = nullptr;
    QLabel *m_saved = nullptr;
    QLabel *m_rateBook = nullptr;
    QLabel *m_file = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    bool m_oldRates = false;
    bool m_savedWell = true;
};

} // namespace ui
