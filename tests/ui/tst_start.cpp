// The start: a window without a case file is painted before the parts of a case are made, and nothing that is asked for
// meanwhile is lost.
#include "ui/windowfixture.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QTabWidget>

using namespace tests;

class TestStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thePartsOfACaseFollowTheFirstPicture();
    void whatIsAskedForBeforeThemIsDone();
    void aWindowClosedBeforeThemKeepsItsLayout();

private:
    bool hasTabs() const { return m_fixture->window->findChild<QTabWidget *>(u"caseTabs"_s) != nullptr; }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestStart::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.reset();
    m_fixture->window = std::make_unique<ui::MainWindow>(
        session::Services{m_fixture->files, m_fixture->prompter, m_fixture->clock}, *m_fixture->settings);
}

void TestStart::cleanup()
{
    m_fixture.reset();
}

void TestStart::thePartsOfACaseFollowTheFirstPicture()
{
    QVERIFY(!hasTabs());
    m_fixture->window->show();
    QTRY_VERIFY(hasTabs());
    QVERIFY(m_fixture->find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(m_fixture->window->focusWidget()->objectName(), u"sampleButton"_s);
    for (const QDockWidget *dock : m_fixture->window->findChildren<QDockWidget *>())
        QCOMPARE(dock->isVisible(), dock->objectName() == u"casesDock");
}

void TestStart::whatIsAskedForBeforeThemIsDone()
{
    m_fixture->prompter.newFile = m_fixture->path(u"sample.briefstack"_s);
    QVERIFY(!hasTabs());
    m_fixture->find<QAbstractButton>(u"sampleButton"_s)->click();
    QTRY_VERIFY(m_fixture->window->desk().shown());
    QVERIFY(hasTabs());
    QCOMPARE(m_fixture->text(u"companyLabel"_s), u"Northwind Support Software"_s);
}

void TestStart::aWindowClosedBeforeThemKeepsItsLayout()
{
    m_fixture->restart();
    m_fixture->find<QDockWidget>(u"casesDock"_s)->hide();
    m_fixture->find<QDockWidget>(u"notesDock"_s)->show();
    m_fixture->window->close();
    for (int start = 0; start < 2; ++start) { // the first of them is closed at once
        m_fixture->window = std::make_unique<ui::MainWindow>(
            session::Services{m_fixture->files, m_fixture->prompter, m_fixture->clock}, *m_fixture->settings);
        QVERIFY(m_fixture->find<QDockWidget>(u"casesDock"_s)->isHidden());
        m_fixture->window->close();
    }
    m_fixture->restart();
    QVERIFY(m_fixture->find<QDockWidget>(u"casesDock"_s)->isHidden());
    QVERIFY(!m_fixture->find<QDockWidget>(u"notesDock"_s)->isHidden());
}

QTEST_MAIN(TestStart)
#include "tst_start.moc"
