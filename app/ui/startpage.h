// StartPage: what the window shows while no case file is open: the ways in.
#pragma once

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
namespace Ui {
class StartPage;
}
QT_END_NAMESPACE

namespace ui {

class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    /// Paths, the last used first.
    void setRecent(const QStringList &files);
    /// The sample on the first run, later the last case file.
    void focusFirst() { first()->setFocus(); }
    QWidget *first() const;

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void importRequested();
    void recentChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void sizeTexts();

    std::unique_ptr<Ui::StartPage> m_form;
};

} // namespace ui
