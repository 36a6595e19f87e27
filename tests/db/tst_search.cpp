// Searching as one types: what is found, in what order, where it says it was found, in any script, and whatever is typed.
#include "db/casefile.h"
#include "db/casefixture.h"
#include "db/check.h"
#include "db/notes.h"
#include "db/searchindex.h"
#include "db/searchtext.h"
#include "support/cputime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using fixture::noon;
using ports::CaseSummary;
using ports::SearchHit;

namespace {

/// A case of that company with one use case whose problem is `problem`.
ports::CaseDraft withProblem(const QString &company, const QString &problem, const QStringList &titles = {})
{
    const QJsonObject useCase{{u"id"_s, u"assistant"_s}, {u"title"_s, u"Assistant"_s}, {u"problem"_s, problem}};
    const QJsonObject worksheet{{u"format"_s, u"briefstack-worksheet"_s},
                                {u"version"_s, 1},
                                {u"company"_s, QJsonObject{{u"name"_s, company}}},
                                {u"useCases"_s, QJsonArray{useCase}}};
    ports::CaseDraft draft = fixture::draft(company);
    draft.worksheet = QJsonDocument(worksheet).toJson();
    draft.records.clear();
    for (const QString &title : titles)
        draft.records.push_back({title, u"bedrock-poc"_s, title, {}, u"drafting"_s});
    return draft;
}

std::vector<CaseSummary> found(ports::CaseStore &store, const QString &typed, int limit = -1)
{
    const auto cases = store.list({typed, {}, limit});
    if (!cases)
        qWarning("the search failed: %s", fixture::words(cases.error()).constData());
    return cases ? *cases : std::vector<CaseSummary>();
}

QStringList companies(ports::CaseStore &store, const QString &typed, int limit = -1)
{
    QStringList names;
    for (const CaseSummary &one : found(store, typed, limit))
        names += one.company;
    return names;
}

/// The text of a hit with its ranges in brackets.
QString marked(const SearchHit &hit)
{
    QString text = hit.text;
    for (auto range = hit.ranges.rbegin(); range != hit.ranges.rend(); ++range) {
        text.insert(range->start + range->length, u']');
        text.insert(range->start, u'[');
    }
    return text;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"cases.briefstack"_s);
    }

    void companiesComeBeforeTitlesAndTitlesBeforeTexts()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(withProblem(u"Redis Tools"_s, u"nothing"_s), noon()));
        VERIFY_OK(store->add(withProblem(u"Alpha"_s, u"nothing"_s, {u"Redis migration"_s}), noon(1)));
        VERIFY_OK(store->add(withProblem(u"Beta"_s, u"A redis cache goes stale."_s), noon(2)));
        VERIFY_OK(store->add(withProblem(u"Gamma"_s, u"Redis again."_s), noon(3)));
        VERIFY_OK(store->add(withProblem(u"Redistribute"_s, u"nothing"_s), noon(4)));
        const QStringList all{u"Redistribute"_s, u"Redis Tools"_s, u"Alpha"_s, u"Gamma"_s, u"Beta"_s};
        QCOMPARE(companies(*store, u"redis"_s), all);
        for (int limit = 0; limit <= all.size(); ++limit)
            QCOMPARE(companies(*store, u"redis"_s, limit), all.first(limit));
        // One and two letters: names only, so that they answer at once.
        QCOMPARE(companies(*store, u"re"_s), all.first(3));
    }

    void aHitSaysWhereAndMarksWhat()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(withProblem(u"Café Zürich"_s, u"Agents answer 40 tickets an hour."_s, {u"Café, POC"_s}),
                             noon()));
        const auto names = found(*store, u"CAFE"_s);
        QCOMPARE(names.size(), std::size_t(1));
        QCOMPARE(names[0].found.size(), std::size_t(2));
        QCOMPARE(names[0].found[0].field, u"company"_s);
        QCOMPARE(marked(names[0].found[0]), u"[Café] Zürich"_s);
        QCOMPARE(names[0].found[1].field, u"title"_s);
        QCOMPARE(marked(names[0].found[1]), u"[Café], POC"_s);

        const auto text = found(*store, u"answ tick"_s);
        QCOMPARE(text.size(), std::size_t(1));
        QCOMPARE(text[0].found.size(), std::size_t(1));
        QCOMPARE(text[0].found[0].field, u"useCases/problem"_s);
        QCOMPARE(text[0].found[0].label, u"Problem"_s);
        QCOMPARE(marked(text[0].found[0]), u"Agents [answ]er 40 [tick]ets an hour."_s);
        QVERIFY(store->list({})->front().found.empty()); // nothing was searched for
    }

    void aLongTextIsCutAroundTheFirstHitAndNeverWithinASign()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const QString before = QString(u"\U0001F680"_s).repeated(300);
        VERIFY_OK(store->add(withProblem(u"Sample"_s, before + u" needle "_s + before + u" needle"_s), noon()));
        const auto text = found(*store, u"needle"_s);
        QCOMPARE(text.size(), std::size_t(1));
        const SearchHit &hit = text[0].found.at(0);
        QVERIFY(hit.text.size() < 200);
        QCOMPARE(hit.text.front(), QChar(u'\u2026'));
        QCOMPARE(hit.text.back(), QChar(u'\u2026'));
        QVERIFY(marked(hit).contains(u" [needle] "_s));
        QCOMPARE(QString::fromUtf8(hit.text.toUtf8()), hit.text); // no half of a pair
    }

    void everyTextOfACaseIsSearched()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto id = store->add(withProblem(u"Sample"_s, u"slow answers"_s), noon());
        VERIFY_OK(id);
        QVERIFY(found(*store, u"throttled"_s).empty());
        {
            ports::NotesChange change;
            change.calls.push_back({QString(36, u'a'),
                                    noon(1),
                                    0,
                                    ports::Consent::NotAsked,
                                    {},
                                    {{1, 1, noon(1), u"They are throttled at noon."_s}}});
            const auto other = fixture::open(m_path);
            QVERIFY(other);
            VERIFY_OK(other->notes()->saveNotes(*id, change, noon(1)));
            QVERIFY(!other->notes()->saveNotes(u"nobody"_s, change, noon(1)));
        }
        const auto note = found(*store, u"throttled slow"_s);
        QCOMPARE(note.size(), std::size_t(1));
        QCOMPARE(found(*store, u"throttled"_s).at(0).found.at(0).field, u"note"_s);
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

    void whatFollowsAFilingIsSearched()
    {
        {
            const auto store = fixture::open(m_path);
            QVERIFY(store && store->add(withProblem(u"Sample"_s, u"slow"_s), noon()));
        }
        {
            const auto connection = db::openCaseFile(m_path, {});
            VERIFY_OK(connection);
            VERIFY_OK(
                (*connection)
                    ->execute("BEGIN; INSERT INTO filing (case_revision_id, pool_id, channel, filed_at, opportunity_id)"
                              " VALUES (1, 'bedrock-poc', 'api', '2026-11-23T09:00:00.000Z', 'O1234567');"
                              "INSERT INTO status_change (case_id, pool_id, status, changed_at, reason)"
                              " VALUES (1, 'bedrock-poc', 'action-required', '2026-11-24T09:00:00.000Z', 'Clarify the "
                              "timeline')"));
            VERIFY_OK(db::rebuildIndex(**connection));
            VERIFY_OK((*connection)->execute("COMMIT"));
        }
        const auto store = fixture::open(m_path, db::OpenMode::Read);
        QVERIFY(store);
        QCOMPARE(marked(found(*store, u"o123"_s).at(0).found.at(0)), u"[O123]4567"_s);
        QCOMPARE(marked(found(*store, u"timel clar"_s).at(0).found.at(0)), u"[Clar]ify the [timel]ine"_s);
    }

    void wordsOfAnyScriptAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hit");
        const auto row = [](const char *name, const QString &typed, const QString &text, const QString &hit) {
            QTest::newRow(name) << typed << text << hit;
        };
        row("Chinese, the middle", u"检索"_s, u"我们使用检索增强生成。"_s, u"我们使用[检索]增强生成。"_s);
        row("Japanese, across scripts", u"検索エ"_s, u"全文検索エンジン"_s, u"全文[検索エ]ンジン"_s);
        row("half-width kana", u"エンジン"_s, u"検索ｴﾝｼﾞﾝ"_s, u"検索[ｴﾝｼﾞﾝ]"_s);
        row("Korean, a beginning", u"고객"_s, u"고객지원 도우미"_s, u"[고객]지원 도우미"_s);
        row("Korean, one syllable", u"도"_s, u"고객지원 도우미"_s, u"고객지원 [도]우미"_s);
        row("Korean, decomposed", QString(u"고객"_s).normalized(QString::NormalizationForm_D), u"고객지원"_s,
            u"[고객]지원"_s);
        row("Thai, the middle", u"ลูกค้า"_s, u"บริการลูกค้าออนไลน์"_s, u"บริการ[ลูกค้า]ออนไลน์"_s);
        row("Hindi, with its vowels", u"ग्राह"_s, u"हमारे ग्राहक सेवा"_s, u"हमारे [ग्राह]क सेवा"_s);
        row("Arabic, without vowel signs", u"مدرسة"_s, u"هذه مَدْرَسَة جديدة"_s, u"هذه [مَدْرَسَة] جديدة"_s);
        row("Hebrew, without points", u"שלום"_s, u"אמרו שָׁלוֹם לכולם"_s, u"אמרו [שָׁלוֹם] לכולם"_s);
        row("Russian, another case, yo as ye", u"ЕЩЕ"_s, u"и ещё раз"_s, u"и [ещё] раз"_s);
        row("Greek, no accents", u"λογοσ"_s, u"ο Λόγος μας"_s, u"ο [Λόγος] μας"_s);
        row("German, sharp s", u"strasse"_s, u"in der Straße"_s, u"in der [Straße]"_s);
        row("German, capital sharp s typed", u"STRAẞE"_s, u"in der Straße"_s, u"in der [Straße]"_s);
        row("German, capital sharp s written", u"strasse"_s, u"AN DER STRAẞE"_s, u"AN DER [STRAẞE]"_s);
        row("Polish, stroke", u"lodz"_s, u"biuro: ŁÓDŹ"_s, u"biuro: [ŁÓDŹ]"_s);
        row("Polish, stroke typed", u"łódź"_s, u"office: Lodz"_s, u"office: [Lodz]"_s);
        row("Polish, stroke, two letters", u"office lo"_s, u"office: Łódź"_s, u"[office]: [Łó]dź"_s);
        row("French, joined letters", u"oeuv"_s, u"main d\u2019Œuvre"_s, u"main d\u2019[Œuv]re"_s);
        row("French, half of joined letters", u"coeu"_s, u"cœur"_s, u"[cœu]r"_s);
        row("French, joined letters typed", u"œuvre"_s, u"hors d'oeuvre"_s, u"hors d'[oeuvre]"_s);
        row("Danish", u"smorrebrod paere"_s, u"Smørrebrød, pære"_s, u"[Smørrebrød], [pære]"_s);
        row("Norwegian, stroke and accent", u"forste"_s, u"fǿrste"_s, u"[fǿrste]"_s);
        row("Icelandic", u"thordur"_s, u"Þórður"_s, u"[Þórður]"_s);
        row("Croatian", u"dakovo"_s, u"u Đakovu, Đakovo"_s, u"u Đakovu, [Đakovo]"_s);
        row("Vietnamese, stroke", u"da nang"_s, u"Đà Nẵng"_s, u"[Đà] [Nẵng]"_s);
        row("Maltese", u"hamrun"_s, u"Il-Ħamrun"_s, u"Il-[Ħamrun]"_s);
        row("Turkish, without a dot", u"DIYARBAKIR"_s, u"Dıyarbakır"_s, u"[Dıyarbakır]"_s);
        row("Vietnamese", u"viet nam"_s, u"ở Việt Nam"_s, u"ở [Việt] [Nam]"_s);
        row("a ligature", u"office"_s, u"the oﬃce"_s, u"the [oﬃce]"_s);
        row("a soft hyphen", u"latency"_s, u"high la\u00ADtency"_s, u"high [la\u00ADtency]"_s);
        row("an accent of its own", u"resume"_s, u"a re\u0301sume\u0301"_s, u"a [re\u0301sume\u0301]"_s);
        row("letters beside a mark", u"a\u0301bc"_s, u"x abc y"_s, u"x [abc] y"_s);
        row("outside the basic plane", QString::fromUcs4(U"\U00020000\U00020001"),
            QString::fromUcs4(U"a\U00020000\U00020001b"), QString::fromUcs4(U"a[\U00020000\U00020001]b"));
        row("a sign with a digit", u"gpt-4"_s, u"as with GPT-4o mini"_s, u"as with [GPT-4]o mini"_s);
        row("a short one after a long one", u"cache hi"_s, u"the cache is hit"_s, u"the [cache] is [hi]t"_s);
    }
    void wordsOfAnyScriptAreFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(withProblem(u"Other"_s, u"something else entirely"_s), noon()));
        VERIFY_OK(store->add(withProblem(u"Sample"_s, text), noon(1)));
        const auto cases = found(*store, typed);
        QCOMPARE(cases.size(), std::size_t(1));
        QTEST(marked(cases[0].found.at(0)), "hit");
    }

    void everyPieceOfAWordFromItsBeginningFindsIt()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(withProblem(u"Other"_s, u"something else"_s), noon()));
        VERIFY_OK(store->add(withProblem(u"Sample"_s, u"Kubernetes ブラウザ"_s), noon(1)));
        const QString word = u"kubernetes"_s;
        for (qsizetype length = 3; length <= word.size(); ++length)
            QCOMPARE(companies(*store, word.left(length)), QStringList{u"Sample"_s});
        const QString signs = u"ブラウザ"_s;
        for (qsizetype start = 0; start < signs.size(); ++start) {
            for (qsizetype length = 1; start + length <= signs.size(); ++length)
                QCOMPARE(companies(*store, signs.mid(start, length)), QStringList{u"Sample"_s});
        }
    }

    /// The index answers one and two letters beside a word, and more than seven of one, by reading the cases it names.
    void wordsThatMostCasesOnlyBeginLikeAreFoundAmongThem()
    {
        constexpr int kOthers = 150; // more than are read in vain
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->begin());
        VERIFY_OK(store->add(withProblem(u"Oldest"_s, u"an internationalized cache for xylophones"_s), noon()));
        for (int number = 0; number < kOthers; ++number)
            VERIFY_OK(store->add(withProblem(u"Other"_s, u"an international cache"_s), noon(1)));
        VERIFY_OK(store->add(withProblem(u"Newest"_s, u"an internationalized cache for xylophones"_s), noon(2)));
        VERIFY_OK(store->commit());
        const QStringList both{u"Newest"_s, u"Oldest"_s};
        for (const QString &typed : {u"internationaliz"_s, u"cache x"_s, u"xy cache"_s, u"interna xylophon"_s,
                                     u"internationalized xylophones"_s, u"cache-for x"_s})
            QCOMPARE(companies(*store, typed, 5), both);
        QCOMPARE(companies(*store, u"internat"_s).size(), kOthers + 2);
        QCOMPARE(companies(*store, u"cache q"_s), QStringList());
    }

    void manyWordsAtOnceAreStillASearch()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        QString signs;
        for (char16_t sign = 0x4E00; sign < 0x4E00 + 64; ++sign)
            signs += QChar(sign);
        VERIFY_OK(store->add(withProblem(u"Sample"_s, signs + u" seven letters and more of them"_s), noon()));
        QString typed;
        for (qsizetype from = 0; from < 16; ++from)
            typed += signs.sliced(from * 2, 32) + u' ';
        QCOMPARE(companies(*store, typed), QStringList{u"Sample"_s});
        QCOMPARE(companies(*store, QString(QChar(0x5E74)) + u' ' + typed), QStringList());
    }

    void twoTextsAreNotOne()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        // The title ends and the problem begins: together they would read as the words searched for.
        ports::CaseDraft draft = withProblem(u"Sample"_s, u"索引"_s);
        draft.worksheet.replace("Assistant", "検");
        VERIFY_OK(store->add(draft, noon()));
        QVERIFY(found(*store, u"検索"_s).empty());
    }

    void whateverIsTypedIsText_data()
    {
        QTest::addColumn<QString>("typed");
        const auto row = [](const char *name, const QString &typed) { QTest::newRow(name) << typed; };
        row("operators", u"AND OR NOT NEAR(a b, 2) ^ * : { } -facts + \"unclosed"_s);
        row("a column filter", u"facts : northwind"_s);
        row("a string's end", u"' OR 1=1; DROP TABLE case_words; --"_s);
        row("quotes alone", u"\"\"\"\""_s);
        row("stars alone", u"*** ^^^ ((("_s);
        row("emoji", u"\U0001F680 \U0001F468\u200D\U0001F469\u200D\U0001F467"_s);
        row("NUL", QString(u"a\0b"_s) + QChar(u'\0') + u"c"_s);
        row("half of a sign", QString(QChar(0xD83D)) + u"abc"_s + QChar(0xDE80));
        row("marks alone", u"\u0301\u0302 \u0E48"_s);
        row("private use", u"\uE000"_s);
        row("10,000 letters", QString(10'000, u'a'));
        row("10,000 words", u"ab "_s.repeated(10'000));
        row("10,000 signs without a space", QString(10'000, u'検'));
        row("10,000 signs between hyphens", u"a-"_s.repeated(10'000));
        row("direction marks", u"\u202Eabc\u202C"_s);
        row("noncharacters", u"abc"_s + QChar(0xFFFF) + QChar(0xFFFE));
    }
    void whateverIsTypedIsText()
    {
        QFETCH(QString, typed);
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        VERIFY_OK(store->add(withProblem(u"Northwind"_s, u"a plain text that has none of it"_s), noon()));
        const support::CpuTime time;
        const auto cases = store->list({typed, {}});
        VERIFY_OK(cases);
        QVERIFY2(cases->empty() || typed.contains(u"abc"_s), qPrintable(typed.left(40)));
        QVERIFY(time.milliseconds() < support::kAboutASecond);
        QCOMPARE(companies(*store, u"plain"_s), QStringList{u"Northwind"_s}); // nothing was dropped
    }

    void everySavedTextFindsItselfAgain()
    {
        // Random texts of many scripts: each word of a text, typed, finds the case and is marked in it.
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        std::mt19937 random(20261127);
        const QString letters = u"abzéßŁœÆøÅİσςΛжёЖ한국어検索ブｴﾞกิ่हिंआَمﬁ²Ⅷǆ"_s;
        for (int number = 0; number < 25; ++number) {
            QString text;
            for (int i = 0; i < 30; ++i)
                text += random() % 6 == 0
                          ? QChar(u' ')
                          : letters[static_cast<qsizetype>(random() % static_cast<unsigned>(letters.size()))];
            VERIFY_OK(store->add(withProblem(u"Case "_s + QString::number(number), text), noon(number)));
            const db::TextWords words(text);
            for (const auto &word : words.words()) {
                const QString typed = text.sliced(word.start, words.endOf(word, word.length) - word.start);
                const auto cases = found(*store, typed);
                const bool here = std::ranges::any_of(cases, [&](const CaseSummary &one) {
                    return one.company.endsWith(u' ' + QString::number(number));
                });
                // One or two letters are looked for in names only.
                QVERIFY2(here || words.letters(word).size() <= 2, qPrintable(text + u" | "_s + typed));
                QVERIFY2(!here || !cases[0].found.empty(), qPrintable(text + u" | "_s + typed));
            }
        }
    }

    void theIndexFollowsEverySaveAndIsMadeAnew()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        const auto id = store->add(withProblem(u"Sample"_s, u"before"_s), noon());
        VERIFY_OK(id);
        VERIFY_OK(store->update(*id, withProblem(u"Sample"_s, u"afterwards"_s), 1, noon(1)));
        QVERIFY(found(*store, u"before"_s).empty());
        QCOMPARE(found(*store, u"afterw"_s).size(), std::size_t(1));
        {
            fixture::RawDatabase raw(m_path);
            QVERIFY(raw.run(u"DELETE FROM case_text; UPDATE case_words_data SET block = zeroblob(4) WHERE id > 10"_s));
        }
        auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(!report->isSound());
        {
            const auto connection = db::openCaseFile(m_path, {});
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->execute("BEGIN IMMEDIATE"));
            VERIFY_OK(db::rebuildIndex(**connection));
            VERIFY_OK((*connection)->execute("COMMIT"));
        }
        report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
        QCOMPARE(found(*store, u"afterw"_s).size(), std::size_t(1));
    }

    void manySavesAreTidiedUpWithoutLosingAWord()
    {
        const auto store = fixture::open(m_path);
        QVERIFY(store);
        for (int number = 0; number < 300; ++number)
            VERIFY_OK(
                store->add(withProblem(u"Company "_s + QString::number(number), u"word"_s + QString::number(number)),
                           noon(number)));
        int steps = 0;
        for (auto more = store->tidy();; more = store->tidy()) {
            VERIFY_OK(more);
            QVERIFY(++steps < 1000);
            if (!*more)
                break;
        }
        QVERIFY(steps > 1);
        for (int number = 0; number < 300; number += 37)
            QVERIFY(!found(*store, u"word"_s + QString::number(number)).empty());
        const auto report = db::check(m_path);
        VERIFY_OK(report);
        QVERIFY(report->isSound());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
