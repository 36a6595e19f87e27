// CopyDeck: a narrow window of its own with the values of one record in the console's order. Enter copies the current one
// and moves on, so that a record is filled into a web page with Enter, Alt+Tab and paste alone.
//
// The clipboard holds exactly the field's text. What was copied is remembered by record (labels, never values), and so is
// whether the window stays on top.
#pragma once

#include "session/casework.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class CopyDeckModel;
class ElidingLabel;
class Settings;

class CopyDeck : public QWidget {
    Q_OBJECT

public:
    /// `settings` must outlive it. A window, also with a parent.
    explicit CopyDeck(Settings &settings, QWidget *parent = nullptr);
    ~CopyDeck() override;

    /// The record at that index, which is filed through ACE. The same record again keeps ticks and place.
    void showRecord(const session::CaseViewPointer &view, std::size_t record);
    /// Empty while nothing is shown.
    QString poolId() const { return m_poolId; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    QPushButton *addButton(const QString &name, const QString &icon, const QString &text);
    void copy();
    void skip();
    void restart();
    void setOnTop(bool onTop);
    void goTo(int row);
    void showCount();
    void remember();
    void recall();
    int currentRow() const;
    QString key() const;

    Settings &m_settings;
    CopyDeckModel *m_model = nullptr;
    QLabel *m_program = nullptr;
    ElidingLabel *m_company = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_count = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_restart = nullptr;
    QCheckBox *m_onTop = nullptr;
    QString m_caseId;
    QString m_poolId;
};

} // namespace ui
