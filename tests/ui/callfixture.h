// CallFixture: a new case in the real window, a call of twelve lines as it is typed, and the keys to do it with.
#pragma once

#include "ui/notesedit.h"
#include "ui/questionspane.h"
#include "ui/windowfixture.h"

#include "session/fieldtext.h"

#include <QListView>
#include <QStackedWidget>

namespace tests {

using namespace Qt::StringLiterals;

inline const QStringList kCall{u"company: Northwind Support Software"_s,
                               u"24 people, founded 2022, Seattle, WA 98101"_s,
                               u"closed our A in March, 9 million, led by Example Ventures"_s,
                               u"ok to share with AWS. no, not a competitor"_s,
                               u"account 1111-2222-3333, everything in us-east-1"_s,
                               u"AWS bill 7k: EC2 2200, RDS 1100, S3 250"_s,
                               u"use case: Assistant in the product"_s,
                               u"start with a PoC"_s,
                               u"in scope: answers from the docs and closed tickets"_s,
                               u"metric: 60 of 100 tickets answered without an agent"_s,
                               u"about 5k calls a day, 4k in 600 out on Sonnet 4.6"_s,
                               u"ask for POC and Portfolio"_s};

struct CallFixture : WindowFixture {
    CallFixture()
    {
        prompter.newFile = path(u"cases.briefstack"_s);
        show();
        trigger(u"newCaseFileAction"_s);
        window->desk().showNewCase();
        window->desk().prepare();
    }
    bool ready() const
    {
        return QTest::qWaitFor([this] { return window->desk().openCase() != nullptr; }, 20'000);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Types a line, takes what is recognized in it, begins the next.
    void note(const QString &line) const
    {
        type(line);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_Return);
    }
    ui::NotesEdit *edit() const { return find<ui::NotesEdit>(u"notesEdit"_s); }
    const domain::Worksheet &sheet() const { return window->desk().openCase()->worksheet(); }
    QString value(const QString &path) const { return session::fieldText(sheet(), path); }
    QString workload() const
    {
        const domain::UseCase &useCase = sheet().useCases.front();
        return u"useCases/"_s + useCase.id + u"/workloads/" + useCase.workloads.front().id + u'/';
    }
    /// Makes the question about that field the current one; false: it is not asked.
    bool choose(const QString &ending) const
    {
        auto *list = find<QListView>(u"questionsView"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            if (find<ui::QuestionsPane>(u"questionsPane"_s)->current().endsWith(ending))
                return true;
        }
        return false;
    }
    bool inCall() const
    {
        return find<QStackedWidget>(u"centerStack"_s)->currentWidget()->objectName() == "callPage"_L1;
    }
};

} // namespace tests
