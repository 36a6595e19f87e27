// ModelCombo: the models of the rate book, searched by any part of their name, each with its rate, lifecycle and provider.
//
// The data of an item is the model's id. What is typed and names no model stays as typed.
#pragma once

#include "catalogue/ratebook.h"

#include <QComboBox>

QT_BEGIN_NAMESPACE
class QStandardItemModel;
QT_END_NAMESPACE

namespace ui {

class ModelCombo : public QComboBox {
    Q_OBJECT

public:
    explicit ModelCombo(QWidget *parent = nullptr);

    /// Models that are billed by token, with their rates in `region`. Nothing changes when the place is the same.
    void setBook(const catalogue::RateBook &book, const QString &region);

private:
    QStandardItemModel *m_models = nullptr;
    QString m_shownFor;
};

/// "$3.30 in, $16.50 out" per million tokens; empty when the row has neither.
QString ratesLabel(const catalogue::ModelRow &row);
/// "Active", "End of life Jan 5, 2027".
QString lifecycleLabel(const catalogue::ModelRow &row);

} // namespace ui
