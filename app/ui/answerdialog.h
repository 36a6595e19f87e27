// AnswerDialog: a founder's answer beside the case, field by field, and the choice what of it is taken over. Nothing is by
// itself, and conflicts stay until somebody chose. Not modal: the window stays usable.
#pragma once

#include "drafting/founderanswer.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui {

class ComparisonView;

class AnswerDialog : public QDialog {
    Q_OBJECT

public:
    /// Takes the fields over; a sentence when that cannot be.
    using Apply = std::function<QString(const founderform::Answer &answer, const QSet<QString> &paths)>;

    AnswerDialog(drafting::ComparedCase compared, Apply apply, QWidget *parent = nullptr);

private:
    QString about() const;
    void update();
    void take();

    drafting::ComparedCase m_compared;
    Apply m_apply;
    ComparisonView *m_view = nullptr;
    QLabel *m_refusal = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace ui
