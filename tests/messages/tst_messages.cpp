// Every kind of error has its sentence: one line, something to go by, nothing left to fill in, whatever a file holds.
#include "messages/carewords.h"
#include "messages/messages.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::InputError;
using domain::InputProblem;
using ports::StoreError;

namespace {

/// What is wrong with a sentence as such; empty when nothing.
QString flaw(const QString &sentence)
{
    static const QRegularExpression kPlaceholder(u"%[0-9n]|\\{\\}|\\$\\{|<[a-z]+>"_s);
    if (sentence.trimmed() != sentence || sentence.size() < 10)
        return u"nothing said, or space around it"_s;
    if (sentence.contains(u"  ") || sentence.contains(u": :") || sentence.contains(u"\"\""))
        return u"a hole in it"_s;
    if (sentence.endsWith(u':') || sentence.endsWith(u',') || sentence.endsWith(u';'))
        return u"it breaks off"_s;
    if (sentence.count(u'"') % 2 != 0)
        return u"a quotation mark without its other"_s;
    if (kPlaceholder.match(sentence).hasMatch())
        return u"a placeholder"_s;
    for (const QChar character : sentence) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line
            || character.category() == QChar::Separator_Paragraph)
            return u"more than one line"_s;
    }
    if (QString::fromUtf8(sentence.toUtf8()) != sentence)
        return u"half a character"_s;
    return {};
}

void check(const QString &sentence)
{
    const QString wrong = flaw(sentence);
    QVERIFY2(wrong.isEmpty(), qPrintable(QString(wrong + u": "_s + sentence)));
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyProblemOfAFileHasItsSentence_data()
    {
        QTest::addColumn<int>("problem");
        for (int problem = 0; problem <= static_cast<int>(InputProblem::UnsupportedVersion); ++problem)
            QTest::addRow("problem %d", problem) << problem;
    }
    void everyProblemOfAFileHasItsSentence()
    {
        QFETCH(int, problem);
        const auto kind = static_cast<InputProblem>(problem);
        const QString plain =
            messages::sentence(InputError{kind, u"company.name"_s, u"what-was-met"_s, u"what-is-allowed"_s});
        check(plain);
        QVERIFY2(plain.contains(u"what-is-allowed"_s) || kind == InputProblem::DuplicateKey, qPrintable(plain));
        QVERIFY2(plain.contains(u"what-was-met"_s) || kind == InputProblem::Unreadable || kind == InputProblem::TooDeep,
                 qPrintable(plain));
        QVERIFY(!plain.contains(u"company.name"_s)); // the path is the caller's to add
        check(messages::sentence(InputError{kind, {}, u"\"already quoted\""_s, u"what-is-allowed"_s}));
        check(messages::sentence(InputError{kind, {}, u'"' + QString(80, u'x') + u'"', u"allowed"_s}));
        check(messages::sentence(InputError{kind, {}, u"a\nb\rc\td\u001b[31me\u2028f\u0085g"_s, u"1\n2\n3"_s}));
        check(messages::sentence(
            InputError{kind, {}, QString(81, u'x') + u"\U0001F680"_s, u"allowed"_s})); // cut inside the last
    }

    void noTwoProblemsReadTheSame()
    {
        QSet<QString> seen;
        for (int problem = 0; problem <= static_cast<int>(InputProblem::UnsupportedVersion); ++problem)
            seen.insert(
                messages::sentence(InputError{static_cast<InputProblem>(problem), {}, u"value"_s, u"allowed"_s}));
        QCOMPARE(seen.size(), static_cast<int>(InputProblem::UnsupportedVersion) + 1);
    }

    void everyFailureOfACaseFileHasItsSentence_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= static_cast<int>(StoreError::Kind::Io); ++kind)
            QTest::addRow("kind %d", kind) << kind;
    }
    void everyFailureOfACaseFileHasItsSentence()
    {
        QFETCH(int, kind);
        const auto failure = static_cast<StoreError::Kind>(kind);
        check(messages::sentence(StoreError{failure, u"disk I/O error"_s, 10}));
        check(messages::sentence(StoreError{failure, u"near \"x\":\nsyntax error"_s, 1}));
        check(messages::noBackupSentence(StoreError{failure, u"disk I/O error"_s, 10}));
    }

    /// It was said of a save that went well, because the sentence is that of a failed one.
    void aMissingBackupIsNotCalledAMissingSave()
    {
        for (const auto kind : {StoreError::Kind::Full, StoreError::Kind::ReadOnly}) {
            const StoreError error{kind, u"x.backups"_s, 10};
            QVERIFY(messages::sentence(error).contains(u"nothing was changed"_s));
            QVERIFY(!messages::noBackupSentence(error).contains(u"changed"_s));
        }
    }

    void damageAndRepairHaveTheirSentences()
    {
        for (int kind = 0; kind <= static_cast<int>(ports::Damage::SearchIndex); ++kind) {
            check(messages::sentence(ports::Problem{static_cast<ports::Damage>(kind), u"a\nb"_s, 1}));
            QVERIFY(messages::sentence(ports::Problem{static_cast<ports::Damage>(kind), {}, 3}).contains(u"3 times"_s));
        }
        for (int kind = 0; kind <= static_cast<int>(ports::Repair::SearchIndex); ++kind) {
            check(messages::sentence(ports::Repaired{static_cast<ports::Repair>(kind), 1}));
            check(messages::sentence(ports::Repaired{static_cast<ports::Repair>(kind), 2}));
        }
        QCOMPARE(messages::sentence(ports::Repaired{ports::Repair::DroppedOrphans, 2}),
                 u"2 rows that belonged to nothing were dropped"_s);
        QCOMPARE(messages::sentence(ports::Repaired{ports::Repair::AdoptedNotes, 1}),
                 u"1 note without a call can be seen again, in a call of the same case"_s);
        QCOMPARE(messages::sentence(ports::Repaired{ports::Repair::KeptFiles, 1}),
                 u"1 attached file of a filing that is not there was kept with the case"_s);
    }

    void sentencesSayWhatWasMetAndWhatIsAllowed_data()
    {
        QTest::addColumn<InputError>("error");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const InputError &error, const QString &sentence) {
            QTest::newRow(name) << error << sentence;
        };
        row("an empty file", {InputProblem::NotJson, {}, {}, u"line 1, column 1"_s},
            u"is not valid JSON at line 1, column 1: the file ends too early"_s);
        row("a share over 1", {InputProblem::OutOfRange, {}, u"\"1.5\""_s, u"0 to 1"_s},
            u"\"1.5\" is out of range: allowed is 0 to 1"_s);
        row("an unknown model", {InputProblem::UnknownModel, {}, u"gpt"_s, {}},
            u"the model \"gpt\" is not in the rate book: see `briefstack-cli rates list`"_s);
        row("an unknown model that looks like another", {InputProblem::UnknownModel, {}, u"sonet"_s, u"sonnet"_s},
            u"the model \"sonet\" is not in the rate book; did you mean sonnet?"_s);
        row("an unknown key", {InputProblem::UnknownKey, {}, u"x"_s, u"y, z"_s},
            u"the key \"x\" is not known; known here: y, z"_s);
        row("Latin-1", {InputProblem::NotUtf8, {}, {}, u"line 2, column 5"_s},
            u"is not valid UTF-8 text at line 2, column 5: save the file as UTF-8"_s);
    }
    void sentencesSayWhatWasMetAndWhatIsAllowed()
    {
        QFETCH(InputError, error);
        QFETCH(QString, sentence);
        QCOMPARE(messages::sentence(error), sentence);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
