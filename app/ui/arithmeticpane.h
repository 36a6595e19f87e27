// ArithmeticPane: how a figure of the shown case comes about: formula, quantities, rates, source. Follows the case while
// it changes.
#pragma once

#include "session/casework.h"
#include "ui/figure.h"

#include <QScrollArea>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace ui {

class ArithmeticPane : public QScrollArea {
    Q_OBJECT

public:
    explicit ArithmeticPane(QWidget *parent = nullptr);

    void showFigure(const Figure &figure);
    /// Null: no case is shown.
    void setCase(const session::CaseViewPointer &view);

Q_SIGNALS:
    /// Esc.
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void fitHeight();
    void copy() const;

    session::CaseViewPointer m_case;
    std::optional<Figure> m_figure;
    QLabel *m_title = nullptr;
    QLabel *m_caption = nullptr;
    QLabel *m_formula = nullptr;
    QTableWidget *m_rows = nullptr;
    QLabel *m_source = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace ui
