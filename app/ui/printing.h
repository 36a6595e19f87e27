// Printing: prints the shown record, and opens the window in which every document of the case is looked at, printed and
// saved.
#pragma once

#include "documents/pages.h"
#include "session/desk.h"

#include <QObject>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QPrinter;
class QWidget;
QT_END_NAMESPACE

namespace ui {

class Printing : public QObject {
    Q_OBJECT

public:
    /// Asks which printer, pages and copies; false: never mind.
    using Chooser = std::function<bool(QPrinter &printer, QWidget *window)>;

    /// Both must outlive it.
    Printing(session::Desk &desk, QWidget &window);

    /// The system's dialog until another is set.
    void setChooser(Chooser chooser) { m_chooser = std::move(chooser); }

    /// Prints the document of a record.
    void printRecord(int record);
    void openDocuments(int record);

Q_SIGNALS:
    void printed(const QString &title, const QString &printer);
    void notPrinted(const QString &title, const QString &printer);

private:
    void print(const documents::Pages &pages, const QString &title, QWidget *over);

    session::Desk &m_desk;
    QWidget &m_window;
    Chooser m_chooser;
};

} // namespace ui
