// ChipBar: the facts recognized in the current line of notes, each a button that is on or off, with the way to take them. It is
// always of the same height, so that nothing jumps while one types.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace ui {

class ChipBar : public QWidget {
    Q_OBJECT

public:
    struct Chip {
        QString caption; ///< the field
        QString value;
        QString more; ///< "about", "assumed", what it replaces, or why it cannot be taken
        bool possible = true;
    };

    explicit ChipBar(QWidget *parent = nullptr);

    /// All on, but those that cannot be taken. `title` says which line they are of.
    void setChips(const QString &title, const std::vector<Chip> &chips);
    /// What stands there while there is none.
    void setIdle(const QString &text);
    /// Where facts about a workload go; none: no choice to make.
    void setPlaces(const QStringList &places, int current);
    /// What the checked facts would do: "Adds $3,465.00 a month".
    void setEffect(const QString &text);
    void setTrouble(const QString &text);
    bool isEmpty() const { return m_chips.empty(); }
    /// Indexes of the chips that are on.
    std::vector<std::size_t> chosen() const;

public Q_SLOTS:
    void toggle(int chip);

Q_SIGNALS:
    void takeRequested();
    void dismissRequested();
    void chosenChanged();
    void placeChosen(int place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTake();
    void fixHeight();

    QLabel *m_title = nullptr;
    QComboBox *m_places = nullptr;
    QScrollArea *m_area = nullptr;
    QHBoxLayout *m_row = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_dismiss = nullptr;
    QLabel *m_effect = nullptr;
    std::vector<QPushButton *> m_chips;
};

} // namespace ui
