// HeaderStrip: the open case in one line, always live: company, stage, first and full month, total, ask per pool, the
// month the credits end, how much is to fix. Each figure is a button that asks for its arithmetic.
//
// The company's name has its room first. Where there is too little, captions become short, then the asks are folded into
// one, then the name is shortened; what still does not fit is scrolled to by the keyboard.
#pragma once

#include "domain/finding.h"
#include "session/casework.h"
#include "ui/figure.h"

#include <QScrollArea>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui {

class ElidingLabel;
class FigureButton;

class HeaderStrip : public QScrollArea {
    Q_OBJECT

public:
    explicit HeaderStrip(QWidget *parent = nullptr);

    void showCase(const session::CaseView &view);
    void setFindings(const domain::Findings &findings);
    /// In their place while facts are still collected.
    void setFactsToCollect(qsizetype count);
    /// The company goes where all figures have room without it only: its name stands beside the strip as well.
    void setNameOptional();
    QWidget *firstFigure() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void figureRequested(const ui::Figure &figure);
    void toFixRequested();
    /// Esc on a figure.
    void dismissed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Ask {
        Figure figure;
        QString caption;
        QString shortCaption;
        QString value;
    };

    FigureButton *addFigure(const QString &name, const QString &widest);
    void showAsks();
    void foldAsks();
    void nameShortly();
    int wantedWidth() const;
    void sizeContent();

    QWidget *m_content = nullptr;
    ElidingLabel *m_facts = nullptr;
    ElidingLabel *m_company = nullptr;
    FigureButton *m_firstMonth = nullptr;
    FigureButton *m_fullMonth = nullptr;
    FigureButton *m_total = nullptr;
    std::vector<FigureButton *> m_asks; ///< one per pool, the first two
    FigureButton *m_moreAsks = nullptr; ///< the rest, or all of them when there is no room
    FigureButton *m_creditsEnd = nullptr;
    FigureButton *m_toFix = nullptr;
    std::vector<Ask> m_pools;
    domain::Money m_asked;
    bool m_nameOptional = false;
};

} // namespace ui
