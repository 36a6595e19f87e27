// AcePack: the rules of one ACE channel (API, bulk import, console), as a value read from resources/ace.
//
// Holds what a request may contain (fields, vocabularies) and what must hold beyond its shape (rules), each with source
// and date. Rules are written in a small fixed vocabulary of conditions and checks; review/ace interprets them. Paths are
// those of the Partner Central Selling API, with `[]` for "each entry of this list": `Project.ExpectedCustomerSpend[].Amount`.
// Format and sources: resources/ace/README.md.
#pragma once

#include "domain/finding.h"
#include "domain/inputerror.h"
#include "domain/result.h"

#include <QByteArrayView>
#include <QHash>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace catalogue {

/// Submit: StartEngagementFromOpportunityTask, which submits a stored opportunity to AWS.
enum class AceOperation { Create, Update, Submit };

/// The operations that a field or rule belongs to.
struct AceOperations {
    bool create = false;
    bool update = false;
    bool submit = false;
    bool stored = false; ///< in no request: GetOpportunity returns it, and conditions of a submission look at it
    bool has(AceOperation operation) const
    {
        return operation == AceOperation::Create ? create : operation == AceOperation::Update ? update : submit;
    }
};

enum class AceType { Text, Date, Timestamp, List, Object };

/// When a field is needed. Model: wherever the object that holds it is given. Filing: in every request.
enum class AceDemand { None, Submission, Filing, Model };

/// What happens to a text that a field's vocabulary does not have.
enum class AceOutside { Refused, RefusedAtSubmission, Dropped };

/// A value that one source knows and the vocabulary does not.
struct AceTolerated {
    QString value;
    QString because;
};

/// The service's own messages about a field, where they are recorded.
struct AceMessages {
    QString required;
    QString tooShort;
    QString tooLong;
    QString pattern;
    QString outside;
};

struct AceField {
    QString path;
    AceType type = AceType::Text;
    AceOperations operations;
    AceDemand demand = AceDemand::None;
    std::optional<qint64> least; ///< code points of a text, entries of a list
    std::optional<qint64> most;
    bool leastTrimmed = false;                 ///< `least` is counted without white space at the ends
    bool nullable = false;                     ///< null and "" mean what leaving the key out means
    bool mayBeBlank = false;                   ///< a text without a sign in it is a value
    std::optional<QRegularExpression> pattern; ///< anchored at both ends
    QString form;                              ///< the pattern in words: "a date written YYYY-MM-DD"
    QString vocabulary;                        ///< a name in AcePack::vocabularies, or empty
    AceOutside outside = AceOutside::Refused;
    std::vector<AceTolerated> tolerated;
    AceMessages says;
    QString fix; ///< one sentence for a wrong value; empty: a general one
    QString add; ///< one sentence for a required value that is missing; empty: not required
    QString source;
    QString asOf;
};

/// A condition on a request. A list meets "in" when one of its entries does.
struct AceCondition {
    enum class Kind { Always, Present, Absent, In, InVocabulary, All, Any, Not };
    Kind kind = Kind::Always;
    QString path;
    QStringList values;
    QString vocabulary;
    std::vector<AceCondition> parts;
};

enum class AceCheckKind {
    Required,
    Forbidden,
    Note,   ///< the condition alone is the finding
    OneOf,  ///< values or vocabulary
    NoneOf, ///< values
    Pattern,
    NotPattern,
    FutureDate,   ///< after the day of the check, at most `most` years ahead
    NotBefore,    ///< on or after the date in `other`
    Amount,       ///< more than 0, at most `limit`, at most two decimals
    Integer,      ///< a whole number written as text, `least` to `most`
    PostalFormat, ///< of the country in `other`
    Count,        ///< `least` to `most` entries of a list meet `where`
    Unique,       ///< no two entries of a list have the same text in their member `other`
};

struct AceCheck {
    AceCheckKind kind = AceCheckKind::Note;
    QStringList values;
    QString vocabulary;
    std::optional<QRegularExpression> pattern;
    QString other;
    QString limit; ///< whole number, as text: beyond what 64 bits hold is allowed
    qint64 least = 0;
    qint64 most = 0;
    AceCondition where;
};

struct AceRule {
    QString id; ///< kebab-case, unique in the pack
    QStringList fields;
    AceOperations operations;
    bool atSubmission = false; ///< binds when the record is submitted to AWS, not when the request is filed
    domain::Severity severity = domain::Severity::Error;
    QString code; ///< of the service's ValidationException; empty: the service does not refuse it
    AceCondition when;
    AceCheck check;
    QString message; ///< with placeholders {value} {field} {today} {country} {formats} {masks}; no full stop
    QString says;    ///< the service's own message, or empty
    QString fix;
    QString evidence; ///< schema, documentation, sample, observed or vendor
    QString source;
    QString asOf;
};

struct AceVocabulary {
    QStringList values;
    QString source;
    QString asOf;
};

/// A key that belongs elsewhere and is met in real requests.
struct AceStray {
    QString key;
    QString fix;
};

struct AcePostalFormat {
    QString country; ///< ISO 3166-1 alpha-2
    QString name;
    QStringList masks; ///< for people: 9 or N is a digit, A a letter
    QRegularExpression pattern;
    QString source;
    QString asOf;
};

/// An AWS product that an opportunity can be associated with.
struct AceProduct {
    QString code;
    QString name;
    QString family;
};

/// A field's place in the tree of a request.
struct AceNode {
    int field = -1;            ///< index into AcePack::fields; -1: the request itself
    QString key;               ///< empty for the entry of a list
    std::vector<int> children; ///< of an object, in the pack's order
    int entry = -1;            ///< of a list: the node of its entries
};

class AcePack {
public:
    QString id;
    QString channel; ///< "api"
    QString asOf;
    QHash<QString, QString> sources; ///< key -> one sentence
    std::vector<AceField> fields;
    QHash<QString, AceVocabulary> vocabularies;
    std::vector<AceStray> strays;
    std::vector<AceRule> rules;
    std::vector<AcePostalFormat> postalFormats;
    std::vector<AceProduct> products;
    QString productsSource;
    QString productsAsOf;

    /// Builds the look-ups; call once after filling the members.
    void index();

    const AceField *field(const QString &path) const;
    const AceVocabulary *vocabulary(const QString &name) const;
    const AcePostalFormat *postalFormat(const QString &country) const;
    const AceProduct *product(const QString &code) const;
    /// Up to `most` product codes whose code or name resembles `text`.
    QStringList closeProducts(const QString &text, int most = 3) const;
    const AceStray *stray(const QString &key) const;

    /// The tree of an operation's request; node 0 is the request itself.
    const std::vector<AceNode> &tree(AceOperation operation) const;
    /// The child of that key, or -1.
    static int child(const std::vector<AceNode> &tree, int node, QStringView key);

private:
    std::vector<AceNode> buildTree(AceOperation operation) const;

    QHash<QString, int> m_fieldByPath;
    QHash<QString, int> m_postalByCountry;
    QHash<QString, int> m_productByCode;
    std::vector<AceNode> m_createTree;
    std::vector<AceNode> m_updateTree;
    std::vector<AceNode> m_submitTree;
};

/// A pack, ready to be looked up in; or the first thing that is wrong, with its JSON path. Refuses unknown keys, fields
/// and rules of one name, fields whose holder is missing, patterns that do not compile, and rules that name a field,
/// vocabulary or source that does not exist.
domain::Result<AcePack, domain::InputError> readAcePack(QByteArrayView bytes);

} // namespace catalogue
