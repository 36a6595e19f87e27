// Cases in any number for benchmarks: made-up companies whose texts have words as often as a language has them, so that a
// search meets words of every case and words of one. The same number always gives the same case.
#pragma once

#include "ports/casestore.h"

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace bench {

class CaseGenerator {
public:
    CaseGenerator()
    {
        std::mt19937 random(20261127);
        static const char *const kSyllables[] = {"ba", "ce", "di", "fo",  "gu",  "ha",  "ki", "lo",
                                                 "mu", "ne", "pa", "ri",  "so",  "tu",  "ve", "wa",
                                                 "xi", "yo", "ze", "tra", "sto", "ple", "gri"};
        for (std::size_t i = 0; i < kVocabulary; ++i) {
            std::string word;
            for (unsigned length = 2 + static_cast<unsigned>(random() % 3); length > 0; --length)
                word += kSyllables[random() % std::size(kSyllables)];
            m_words.push_back(std::move(word));
        }
    }

    /// The `rank`-th most frequent word.
    const std::string &word(std::size_t rank) const { return m_words[rank % kVocabulary]; }

    std::string company(unsigned number) const
    {
        std::mt19937 random(number);
        return capital(word(random())) + ' ' + capital(word(random())) + ' ' + std::to_string(number % 1000);
    }

    ports::CaseDraft draft(unsigned number, unsigned version = 0) const
    {
        std::mt19937 random(number * 31U + version);
        const std::string name = company(number);
        std::string json =
            "{\n  \"format\": \"briefstack-worksheet\",\n  \"version\": 1,\n  \"company\": {\n    \"name\": \"" + name
            + "\",\n    \"website\": \"https://" + word(number) + std::to_string(number)
            + ".example\",\n    \"description\": \"" + text(random, 15)
            + "\",\n    \"stage\": \"series-a\"\n  },\n  \"useCases\": [\n    {\n      \"id\": \"assistant\","
              "\n      \"title\": \""
            + text(random, 4) + "\"";
        for (const char *field :
             {"problem", "whyNow", "solution", "whyBedrock", "scope", "successMetric", "evaluation"})
            json += std::string(",\n      \"") + field + "\": \"" + text(random, 45) + '"';
        json +=
            ",\n      \"workloads\": [\n        {\n          \"id\": \"answers\",\n          \"model\": "
            "\"anthropic.claude-sonnet-4-6\",\n          \"requestsPerDay\": 5000\n        }\n      ]\n    }\n  ]\n}\n";
        ports::CaseDraft draft;
        draft.worksheet = QByteArray::fromStdString(json);
        draft.status = QStringLiteral("drafting");
        draft.rateBookId = QStringLiteral("generated");
        draft.rateBookSha256 = QString(64, u'a');
        draft.evaluatedOn = QStringLiteral("2026-11-22");
        const QString title = QString::fromStdString(name + ": " + text(random, 3));
        draft.records = {{QStringLiteral("bedrock-poc"), QStringLiteral("bedrock-poc"), title,
                          domain::Money::fromDollars(29'500), QStringLiteral("drafting")},
                         {QStringLiteral("activate-portfolio"), QStringLiteral("activate-portfolio"), title,
                          domain::Money::fromDollars(100'000), QStringLiteral("drafting")}};
        return draft;
    }

    /// A word as a text would have it: the most frequent ones most often.
    const std::string &anyWord(std::mt19937 &random) const
    {
        const double share = std::uniform_real_distribution<double>(0, 1)(random);
        return word(static_cast<std::size_t>(std::pow(double(kVocabulary), share)) - 1);
    }

private:
    static constexpr std::size_t kVocabulary = 20'000;

    static std::string capital(std::string word)
    {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
        return word;
    }
    std::string text(std::mt19937 &random, int words) const
    {
        std::string made;
        for (int i = 0; i < words; ++i)
            made += (i ? " " : "") + anyWord(random);
        return made;
    }

    std::vector<std::string> m_words;
};

} // namespace bench
