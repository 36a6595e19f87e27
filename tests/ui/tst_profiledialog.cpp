// The partner's profile in the window: typed, seen on the pages at once, undone, refused, saved and taken back.

#include "ui/windowfixture.h"

#include "ui/pagepreview.h"
#include "ui/profiledialog.h"

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace tests;

class TestProfileDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->show();
        m_fixture->importSamples({u"series-a-rag-assistant"_s});
        m_fixture->trigger(u"profileAction"_s);
    }
    void cleanup() { m_fixture.reset(); }

    void whatIsTypedIsOnThePages()
    {
        const auto *preview = m_fixture->find<ui::PagePreview>(u"profilePreview"_s);
        QVERIFY(preview->pages()->pages[0].images.empty());
        const double width = preview->pages()->grid.width;
        chooseLogo(png());
        QTRY_COMPARE(preview->pages()->pages[0].images.size(), std::size_t(1));
        auto *paper = m_fixture->find<QComboBox>(u"profilePaper"_s);
        paper->setFocus();
        QTest::keyClick(paper, Qt::Key_End);
        QTRY_VERIFY(preview->pages()->grid.width != width);
    }

    void eachFieldIsOneStepBack()
    {
        auto *name = line(u"profileName"_s);
        auto *currency = line(u"profileCurrency"_s);
        QTest::keyClicks(name, u"Cloud Nord"_s);
        QTest::keyClicks(currency, u"USD"_s);
        QTest::keyClick(currency, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(currency->text(), QString());
        QCOMPARE(name->text(), u"Cloud Nord"_s);
        QTest::mouseClick(m_fixture->find<QToolButton>(u"profileUndoButton"_s), Qt::LeftButton);
        QCOMPARE(name->text(), QString());
        QTest::mouseClick(m_fixture->find<QToolButton>(u"profileRedoButton"_s), Qt::LeftButton);
        QCOMPARE(name->text(), u"Cloud Nord"_s);
    }

    void whatIsWrongStandsUnderItsFieldAndIsNotSaved()
    {
        const auto *save = m_fixture->find<QPushButton>(u"profileSaveButton"_s);
        QVERIFY(save->isEnabled());
        QTest::keyClicks(line(u"profileFirstColor"_s), u"#dddddd"_s);
        QVERIFY(m_fixture->find<QLabel>(u"profileFirstColorError"_s)->isVisible());
        QVERIFY(m_fixture->text(u"profileFirstColorError"_s).contains(u"4.5 to 1"_s));
        QVERIFY(!save->isEnabled());
        line(u"profileFirstColor"_s)->selectAll();
        QTest::keyClicks(line(u"profileFirstColor"_s), u"#5b1f5f"_s);
        QVERIFY(save->isEnabled());
        paragraph()->setPlainText(u"Dear {compny},"_s);
        QVERIFY(m_fixture->text(u"profileParagraphError"_s).contains(u"{compny}"_s));
        QVERIFY(!save->isEnabled());
        // It stays told when another paragraph is shown.
        m_fixture->find<QComboBox>(u"profilePlace"_s)->setCurrentIndex(1);
        QVERIFY(m_fixture->text(u"profileParagraphError"_s).contains(u"{compny}"_s));
    }

    void aLogoThatCannotBeTakenLeavesTheOldOne()
    {
        chooseLogo(png());
        chooseLogo("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
        QCOMPARE(m_fixture->text(u"profileLogoState"_s), u"PNG"_s);
        QVERIFY(m_fixture->text(u"profileLogoError"_s).contains(u"<script>"_s));
        QTest::mouseClick(m_fixture->find<QPushButton>(u"profileNoLogoButton"_s), Qt::LeftButton);
        QCOMPARE(m_fixture->text(u"profileLogoState"_s), u"None"_s);
    }

    void savedItIsOnTheRecordAndCanBeTakenBack()
    {
        QTest::keyClicks(line(u"profileName"_s), u"Cloud Nord GmbH"_s);
        paragraph()->setPlainText(u"We run {company}."_s);
        QVERIFY(m_fixture->text(u"profileParagraphHint"_s).startsWith(u"Becomes version 1."_s));
        QTest::mouseClick(m_fixture->find<QPushButton>(u"profileSaveButton"_s), Qt::LeftButton);
        QCOMPARE(m_fixture->window->desk().profile()->name, u"Cloud Nord GmbH"_s);
        QCOMPARE(m_fixture->profiles.load(m_fixture->prompter.newFile)->paragraphs.size(), 1);
        m_fixture->trigger(u"recordsTabAction"_s);
        m_fixture->prompter.pdf = m_fixture->path(u"brief.pdf"_s);
        m_fixture->trigger(u"exportRecordAction"_s);
        QVERIFY(!contentOf(m_fixture->prompter.pdf).isEmpty());
        const session::CaseViewPointer view = m_fixture->window->desk().shown();
        const auto documents = session::documentsOf(*view, *m_fixture->window->desk().shipped());
        QCOMPARE(documents.front().brief.hand.name, u"Cloud Nord GmbH"_s);
        // And on the next start.
        m_fixture->restart();
        m_fixture->show();
        m_fixture->window->desk().open(m_fixture->prompter.newFile);
        QCOMPARE(m_fixture->window->desk().profile()->name, u"Cloud Nord GmbH"_s);
    }

    void aSaveIsTakenBack()
    {
        QTest::keyClicks(line(u"profileName"_s), u"Cloud Nord GmbH"_s);
        QTest::mouseClick(m_fixture->find<QPushButton>(u"profileSaveButton"_s), Qt::LeftButton);
        QPushButton *undo = nullptr;
        for (QPushButton *button : m_fixture->find<QWidget>(u"messageBar"_s)->findChildren<QPushButton *>())
            undo = button->text() == u"Undo"_s ? button : undo;
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(m_fixture->window->desk().profile()->name, QString());
    }

private:
    static QByteArray png()
    {
        QImage image(40, 10, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }
    void chooseLogo(const QByteArray &bytes)
    {
        const QString path = m_fixture->path(u"logo"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        m_fixture->window->findChild<ui::ProfileDialog *>()->setLogoChooser([path] { return path; });
        QTest::mouseClick(m_fixture->find<QPushButton>(u"profileLogoButton"_s), Qt::LeftButton);
    }
    QLineEdit *line(const QString &name) const { return m_fixture->find<QLineEdit>(name); }
    QPlainTextEdit *paragraph() const { return m_fixture->find<QPlainTextEdit>(u"profileParagraph"_s); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestProfileDialog)
#include "tst_profiledialog.moc"
