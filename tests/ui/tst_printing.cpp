// Printing and the documents' window: what comes out of a printer is what the exported file shows, page by page.

#include "ui/windowfixture.h"

#include "ui/pagepreview.h"
#include "ui/printing.h"

#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>

using namespace tests;

namespace {

/// The pages of a PDF as pictures, as another program draws them.
QList<QImage> drawn(const QString &pdf, const QString &folder)
{
    QProcess process;
    process.start(u"pdftoppm"_s, {u"-r"_s, u"60"_s, u"-png"_s, pdf, folder + u"/page"_s});
    QList<QImage> pages;
    if (!process.waitForFinished() || process.exitCode() != 0)
        return pages;
    for (const QString &name : QDir(folder).entryList({u"page*.png"_s}, QDir::Files, QDir::Name))
        pages.append(QImage(folder + u'/' + name).convertToFormat(QImage::Format_Grayscale8));
    return pages;
}

/// How many of a thousand pixels differ by more than edges do that fall a fraction of a pixel elsewhere.
int differing(const QImage &a, const QImage &b)
{
    constexpr int kEdge = 96;
    if (a.size() != b.size())
        return 1000;
    qsizetype count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > kEdge ? 1 : 0;
    }
    return int(count * 1000 / (a.width() * a.height()));
}

} // namespace

class TestPrinting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void printsThePagesOfTheExportedFile_data();
    void printsThePagesOfTheExportedFile();
    void printsTheChosenPagesOnly();
    void fitsPaperOfAnotherSize();
    void asksWithTheSystemsDialog();
    void saysWhatCouldNotBePrinted();
    void showsEveryDocumentOfTheCase();
    void savesInTheChosenFormat();
    void theArchiveCopyWarnsAndBringsTheCaseBack();

private:
    /// Prints into a PDF of that name, with what else is chosen.
    QString printTo(const QString &name, const std::function<void(QPrinter &)> &choose = {});
    QList<QImage> pagesOf(const QString &pdf);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestPrinting::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->show();
    m_fixture->importSamples({u"series-a-rag-assistant"_s});
}

QString TestPrinting::printTo(const QString &name, const std::function<void(QPrinter &)> &choose)
{
    const QString path = m_fixture->path(name);
    m_fixture->window->printing().setChooser([=](QPrinter &printer, QWidget *) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        if (choose)
            choose(printer);
        return true;
    });
    m_fixture->trigger(u"printAction"_s);
    return path;
}

QList<QImage> TestPrinting::pagesOf(const QString &pdf)
{
    QTemporaryDir folder;
    return drawn(pdf, folder.path());
}

void TestPrinting::printsThePagesOfTheExportedFile_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QSizeF>("points");
    QTest::newRow("Letter") << u"US"_s << QSizeF(612, 792);
    QTest::newRow("A4") << u"DE"_s << QSizeF(595, 842);
}

void TestPrinting::printsThePagesOfTheExportedFile()
{
    if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty())
        QSKIP("pdftoppm is not installed");
    QFETCH(QString, country);
    QFETCH(QSizeF, points);
    session::CaseSession &open = *m_fixture->window->desk().openCase();
    domain::Worksheet worksheet = open.worksheet();
    worksheet.company.country = country;
    QVERIFY(open.replace(u"Country"_s, worksheet));
    m_fixture->prompter.pdf = m_fixture->path(u"exported.pdf"_s);
    m_fixture->trigger(u"exportRecordAction"_s);
    const QList<QImage> exported = pagesOf(m_fixture->prompter.pdf);
    const QList<QImage> printed = pagesOf(printTo(u"printed.pdf"_s));

    QCOMPARE(exported.size(), 2);
    QCOMPARE(printed.size(), exported.size());
    for (qsizetype page = 0; page < printed.size(); ++page) {
        QVERIFY(std::abs(printed[page].width() - points.width() * 60 / 72) <= 1);
        QVERIFY(std::abs(printed[page].height() - points.height() * 60 / 72) <= 1);
        const int parts = differing(exported[page], printed[page]);
        QVERIFY2(parts <= 2, qPrintable(u"page %1: %2 of 1000 pixels differ"_s.arg(page + 1).arg(parts)));
    }
    QVERIFY2(differing(printed[0], printed[1]) > 20, "two different pages are told apart");
}

void TestPrinting::printsTheChosenPagesOnly()
{
    if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty())
        QSKIP("pdftoppm is not installed");
    const QList<QImage> all = pagesOf(printTo(u"all.pdf"_s));
    const QList<QImage> second = pagesOf(printTo(u"second.pdf"_s, [](QPrinter &printer) {
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(2, 2);
    }));
    QCOMPARE(second.size(), 1);
    QVERIFY(differing(second[0], all[1]) <= 2);
    const QList<QImage> backwards =
        pagesOf(printTo(u"backwards.pdf"_s, [](QPrinter &printer) { printer.setPageOrder(QPrinter::LastPageFirst); }));
    QCOMPARE(backwards.size(), 2);
    QVERIFY(differing(backwards[0], all[1]) <= 2);
    QVERIFY(differing(backwards[1], all[0]) <= 2);
}

void TestPrinting::fitsPaperOfAnotherSize()
{
    if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty())
        QSKIP("pdftoppm is not installed");
    const QList<QImage> small =
        pagesOf(printTo(u"a5.pdf"_s, [](QPrinter &printer) { printer.setPageSize(QPageSize(QPageSize::A5)); }));
    QCOMPARE(small.size(), 2);
    // The footer is on the paper, and so is the right edge of the rule over it.
    const QImage page = small[0];
    QVERIFY(std::abs(page.width() - 420 * 60 / 72) <= 1);
    int lowest = 0;
    int rightmost = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            if (qGray(page.pixel(x, y)) < 200) {
                lowest = std::max(lowest, y);
                rightmost = std::max(rightmost, x);
            }
        }
    }
    QVERIFY(lowest > page.height() * 8 / 10 && lowest < page.height() - 8);
    QVERIFY(rightmost > page.width() * 8 / 10 && rightmost < page.width() - 8);
}

void TestPrinting::asksWithTheSystemsDialog()
{
    bool asked = false;
    QTimer::singleShot(0, this, [&] {
        auto *dialog = qobject_cast<QPrintDialog *>(QApplication::activeModalWidget());
        asked = dialog != nullptr;
        if (dialog)
            dialog->reject();
    });
    m_fixture->trigger(u"printAction"_s);
    QVERIFY(asked);
    QVERIFY(m_fixture->find<QWidget>(u"messageBar"_s)->isHidden()); // never mind: nothing to say
}

void TestPrinting::saysWhatCouldNotBePrinted()
{
    printTo(u"no-such-folder/a.pdf"_s);
    const QWidget *bar = m_fixture->find<QWidget>(u"messageBar"_s);
    QVERIFY(bar->isVisible());
    bool said = false;
    for (const QLabel *label : bar->findChildren<QLabel *>())
        said |= label->text().contains(u"could not be printed"_s);
    QVERIFY(said);
}

void TestPrinting::showsEveryDocumentOfTheCase()
{
    m_fixture->trigger(u"documentsAction"_s);
    auto *box = m_fixture->find<QComboBox>(u"documentBox"_s);
    auto *preview = m_fixture->find<ui::PagePreview>(u"documentPreview"_s);
    QStringList names;
    for (int index = 0; index < box->count(); ++index) {
        box->setCurrentIndex(index);
        names.append(box->currentText());
        QVERIFY2(preview->pageCount() > 0, qPrintable(box->currentText()));
    }
    QCOMPARE(names, (QStringList{u"Bedrock POC: brief"_s, u"Activate Portfolio: brief"_s,
                                 u"Bedrock POC: plan of the proof of concept"_s, u"Stack summary"_s,
                                 u"Founder's sheet"_s, u"Summary of the scoping call"_s}));
    // What is shown is what is printed.
    const QString path = m_fixture->path(u"sheet.pdf"_s);
    m_fixture->window->printing().setChooser([&](QPrinter &printer, QWidget *) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        return true;
    });
    box->setCurrentText(u"Founder's sheet"_s);
    QTest::mouseClick(m_fixture->find<QPushButton>(u"printDocumentButton"_s), Qt::LeftButton);
    QVERIFY(contentOf(path).startsWith("%PDF-"));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->window->findChild<QComboBox *>(u"documentBox"_s));
}

void TestPrinting::savesInTheChosenFormat()
{
    m_fixture->trigger(u"documentsAction"_s);
    auto *format = m_fixture->find<QComboBox>(u"formatBox"_s);
    m_fixture->prompter.pdf = m_fixture->path(u"saved.html"_s);
    format->setCurrentText(u"Web page (HTML)"_s);
    QTest::mouseClick(m_fixture->find<QPushButton>(u"saveDocumentButton"_s), Qt::LeftButton);
    QCOMPARE(QFileInfo(m_fixture->prompter.suggested).fileName(), u"northwind-support-software-bedrock-poc.html"_s);
    QVERIFY(contentOf(m_fixture->prompter.pdf).startsWith("<!DOCTYPE html>"));
    QVERIFY(contentOf(m_fixture->prompter.pdf).contains("Northwind Support Software"));
}

void TestPrinting::theArchiveCopyWarnsAndBringsTheCaseBack()
{
    m_fixture->trigger(u"documentsAction"_s);
    auto *format = m_fixture->find<QComboBox>(u"formatBox"_s);
    const auto *warning = m_fixture->find<QLabel>(u"archiveWarning"_s);
    QVERIFY(!warning->isVisible());
    m_fixture->prompter.pdf = m_fixture->path(u"brief.archive.pdf"_s);
    format->setCurrentText(u"PDF with the case in it (archive copy)"_s);
    QVERIFY(warning->isVisible());
    QTest::mouseClick(m_fixture->find<QPushButton>(u"saveDocumentButton"_s), Qt::LeftButton);
    QVERIFY(contentOf(m_fixture->prompter.pdf).startsWith("%PDF-"));
    QTest::keyClick(format, Qt::Key_Escape);
    const domain::Worksheet before = m_fixture->window->desk().openCase()->worksheet();

    // On a fresh start the PDF is opened like a case file.
    m_fixture->restart();
    m_fixture->show();
    m_fixture->prompter.newFile = m_fixture->path(u"restored.briefstack"_s);
    m_fixture->window->desk().open(m_fixture->prompter.pdf);
    QTRY_VERIFY(m_fixture->window->desk().openCase());
    QVERIFY(m_fixture->window->desk().openCase()->worksheet() == before);

    // A plain brief is not one, and says so.
    m_fixture->prompter.pdf = m_fixture->path(u"plain.pdf"_s);
    m_fixture->window->desk().exportRecord(0);
    m_fixture->window->desk().open(m_fixture->prompter.pdf);
    const auto said = [this] {
        for (const QLabel *label : m_fixture->find<QWidget>(u"messageBar"_s)->findChildren<QLabel *>()) {
            if (label->text().contains(u"holds no case"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
}

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
