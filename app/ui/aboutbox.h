// AboutBox: name, version, license. Not modal.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui {

void showAbout(QWidget *window);

} // namespace ui
